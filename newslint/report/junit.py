"""`junit`: a test suite a file, a failing case a finding; a file without findings is one passing case."""

from __future__ import annotations

import re
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from newslint.model import Finding
from newslint.report.style import Style
from newslint.run.results import Run

# What XML 1.0 cannot hold, not even escaped.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(run: Run, out: TextIO, style: Style) -> None:
    """Write the document once all findings are known, since the counts stand at its top."""
    suites: dict[str, list[Finding]] = {}
    for result in run:
        suites.setdefault(result.path, []).extend(result.findings)
    problems = {problem.path: problem.message for problem in run.problems if problem.status}
    for path in problems:
        suites.setdefault(path, [])  # named, but not there
    cases = {path: max(1, len(findings) + (path in problems)) for path, findings in suites.items()}
    out.write('<?xml version="1.0" encoding="utf-8"?>\n')
    out.write(
        f'<testsuites name="newslint" tests="{sum(cases.values())}" failures="{run.tally.findings}"'
        f' errors="{len(problems)}">\n'
    )
    for path, findings in suites.items():
        errors = int(path in problems)
        out.write(
            f'<testsuite name={_attribute(path)} tests="{cases[path]}" failures="{len(findings)}" errors="{errors}">\n'
        )
        for finding in findings:
            out.write(_case(finding))
        if errors:
            out.write(f"<testcase name={_attribute(path)}><error message={_attribute(problems[path])}/></testcase>\n")
        elif not findings:
            out.write(f"<testcase name={_attribute(path)} classname={_attribute(path)}/>\n")
        out.write("</testsuite>\n")
    out.write("</testsuites>\n")


def _case(finding: Finding) -> str:
    row = "" if finding.row is None else f"row {finding.row} {finding.field or ''} ".replace("  ", " ")
    place = f"{row}line {finding.line}, column {finding.column}"
    return (
        f'<testcase name={_attribute(finding.rule)} classname={_attribute(finding.path)} line="{finding.line}">'
        f'<failure type="{finding.severity.label}" message={_attribute(finding.message)}>'
        f"{escape(_legal(f'{place}: {finding.message}'))}</failure></testcase>\n"
    )


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    return _ILLEGAL.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)
