"""`concise`: one line a finding, as compilers write them; editors and grep understand it."""

from __future__ import annotations

from typing import TextIO

from newslint.report.full import heading
from newslint.report.style import Style
from newslint.report.summary import summary
from newslint.run.results import Run


def write(run: Run, out: TextIO, style: Style) -> None:
    """Write every finding as it comes, and the summary unless `style` is quiet."""
    for result in run:
        for finding in result.findings:
            out.write(heading(finding, style) + "\n")
    if not style.quiet:
        out.write(summary(run.tally, style) + "\n")
