"""`json`: one array of findings, offsets and columns in code points. Written as findings come."""

from __future__ import annotations

import json
from typing import TextIO

from newslint.report.style import Style
from newslint.run.results import Run


def write(run: Run, out: TextIO, style: Style) -> None:
    """Write the array, one finding a line."""
    between = "[\n"
    for result in run:
        for finding in result.findings:
            out.write(between + json.dumps(finding.as_dict(), ensure_ascii=False))
            between = ",\n"
    out.write("[]\n" if between == "[\n" else "\n]\n")
