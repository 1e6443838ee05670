"""`rdjsonl`: reviewdog's format, one diagnostic a line, written as findings come."""

from __future__ import annotations

from typing import TextIO

from newslint.report.one_line import one_line
from newslint.report.rdjson import SOURCE, diagnostic
from newslint.report.style import Style
from newslint.run.results import Run


def write(run: Run, out: TextIO, style: Style) -> None:
    """Write one line a finding; nothing where there is none."""
    for result in run:
        for finding in result.findings:
            out.write(one_line({"source": SOURCE, **diagnostic(finding, result)}) + "\n")
