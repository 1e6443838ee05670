"""`github`: workflow commands that become annotations, and a table in the step's summary.

GitHub keeps ten errors and ten warnings of a step, so errors go first. It does not say what its columns count;
these are code points.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TextIO

from newslint.model import Finding, NewslintError, Severity
from newslint.report.columns import in_file
from newslint.report.style import Style
from newslint.report.summary import summary
from newslint.run.results import Run

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(run: Run, out: TextIO, style: Style, env: Mapping[str, str] = os.environ) -> None:
    """Write the commands once all findings are known; the summary table goes to the file GITHUB_STEP_SUMMARY names."""
    found = [(finding, result.line) for result in run for finding in result.findings]
    for finding, line in sorted(found, key=lambda pair: -pair[0].severity.rank):
        out.write(_command(finding, line, env.get("GITHUB_WORKSPACE", "")) + "\n")
    if env.get("GITHUB_STEP_SUMMARY"):
        _append(env["GITHUB_STEP_SUMMARY"], _table([finding for finding, _ in found], summary(run.tally, Style())))


def _append(path: str, text: str) -> None:
    try:
        with open(path, "a", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except OSError as error:
        raise NewslintError(f"GITHUB_STEP_SUMMARY: {path} cannot be written: {error.strerror}") from None


def _command(finding: Finding, row_line: int, workspace: str) -> str:
    place = in_file(finding.place, row_line)
    path = finding.path
    if workspace and os.path.isabs(path):
        path = os.path.relpath(path, workspace).replace(os.sep, "/")
    properties = {"title": f"newslint ({finding.rule})", "file": path, "line": place.line}
    if not row_line:
        properties |= {"col": place.column, "endLine": place.end_line}
        if place.end_line == place.line:
            properties["endColumn"] = place.end_column
    listed = ",".join(f"{key}={_escaped(str(value), (':', ','))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_escaped(finding.message)} ({finding.rule})"


def _escaped(text: str, also: tuple[str, ...] = ()) -> str:
    for char in ("%", "\r", "\n", *also):
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def _table(findings: list[Finding], last: str) -> str:
    counts: dict[str, list[Finding]] = {}
    for finding in findings:
        counts.setdefault(finding.rule, []).append(finding)
    rows = [
        f"| [{rule}]({found[0].url}) | {found[0].severity.label} | {len(found)} |\n"
        for rule, found in sorted(counts.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    table = "| rule | severity | findings |\n|---|---|---:|\n" + "".join(rows) + "\n" if rows else ""
    return f"### newslint\n\n{table}{last}\n"
