"""`rdjson`: reviewdog's format, with fixes as suggestions. Columns count UTF-8 bytes from 1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from newslint.model import Finding, Fix, Place, Severity
from newslint.report.columns import utf8_column
from newslint.report.style import Style
from newslint.run.results import Result, Run
from newslint.source import Source

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
SOURCE = {"name": "newslint", "url": "https://github.com/newslint/newslint"}


def write(run: Run, out: TextIO, style: Style) -> None:
    """Write one object once all findings are known."""
    found = [diagnostic(finding, result) for result in run for finding in result.findings]
    json.dump({"source": SOURCE, "diagnostics": found}, out, ensure_ascii=False, indent=1)
    out.write("\n")


def diagnostic(finding: Finding, result: Result) -> dict[str, Any]:
    """A finding as reviewdog's Diagnostic. Findings in rows have the row's line only."""
    source = result.source(finding)
    if result.line:
        where: dict[str, Any] = {"start": {"line": result.line}}
    else:
        where = _range(finding.place, source)
    made: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": finding.path, "range": where},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule, "url": finding.url},
    }
    if source is not None and not result.line:
        suggestions = [one for fix in (finding.fix, *finding.alternatives) if fix for one in _suggestions(fix, source)]
        if suggestions:
            made["suggestions"] = suggestions
    return made


def _suggestions(fix: Fix, source: Source) -> Iterator[dict[str, Any]]:
    """One suggestion a fix: reviewdog applies each by itself, so several edits become one over all of them."""
    start, end = fix.edits[0].start, fix.edits[-1].end
    pieces, at = [], start
    for edit in fix.edits:
        pieces += [source.text[at : edit.start], edit.text]
        at = edit.end
    yield {"range": _range(source.place(start, end), source), "text": "".join(pieces)}


def _range(place: Place, source: Source | None) -> dict[str, Any]:
    return {
        "start": {"line": place.line, "column": utf8_column(source, place.line, place.column)},
        "end": {"line": place.end_line, "column": utf8_column(source, place.end_line, place.end_column)},
    }
