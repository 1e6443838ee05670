"""`sarif`: SARIF 2.1.0, for GitHub code scanning and others. Columns count Unicode code points, and say so."""

from __future__ import annotations

import json
import os
from typing import Any, TextIO
from urllib.parse import quote

from newslint import __version__
from newslint.lazy import lazy
from newslint.model import Finding, Fix, Place, Severity
from newslint.report.columns import in_file
from newslint.report.style import Style
from newslint.run.results import Result, Run
from newslint.source import Source

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"
_SENTENCE_END = lazy(r"(?<=[.!?])\s")


def write(run: Run, out: TextIO, style: Style) -> None:
    """Write one log with one run, once all findings are known."""
    rules: dict[str, int] = {}
    descriptors: list[dict[str, Any]] = []
    results = []
    for result in run:
        for finding in result.findings:
            if finding.rule not in rules:
                rules[finding.rule] = len(descriptors)
                descriptors.append(_descriptor(finding, run))
            results.append(_result(finding, result, rules[finding.rule]))
    notes = [
        {"level": "error" if problem.status else "note", "message": {"text": problem.message}}
        for problem in run.problems
    ]
    invocation: dict[str, Any] = {"executionSuccessful": run.tally.status == 0}
    if notes:
        invocation["toolExecutionNotifications"] = notes
    driver = {
        "name": "newslint",
        "informationUri": "https://github.com/newslint/newslint",
        "version": __version__,
        "rules": descriptors,
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [invocation],
                "results": results,
            }
        ],
    }
    json.dump(log, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _descriptor(finding: Finding, run: Run) -> dict[str, Any]:
    made: dict[str, Any] = {"id": finding.rule, "properties": {"tags": [finding.family]}}
    if finding.url:
        made["helpUri"] = finding.url
    rule = run.rules.get(finding.rule)
    if rule is not None:
        made["shortDescription"] = {"text": _SENTENCE_END.split(rule.why, maxsplit=1)[0].replace("\n", " ")}
        made["fullDescription"] = {"text": rule.why}
        made["defaultConfiguration"] = {"level": _LEVELS[rule.severity]}
    return made


def _result(finding: Finding, result: Result, index: int) -> dict[str, Any]:
    source = result.source(finding)
    made: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.path, in_file(finding.place, result.line))],
        "partialFingerprints": {
            "primaryLocationLineHash": finding.fingerprint,
            "newslint/v1": finding.fingerprint,
        },
    }
    if result.line:
        made["properties"] = {"row": finding.row, "field": finding.field, "place": finding.place._asdict()}
        return made
    if finding.related:
        made["relatedLocations"] = [
            {"id": number, **_location(finding.path, place)} for number, place in enumerate(finding.related, 1)
        ]
    fixes = [_fix(fix, finding.path, source) for fix in (finding.fix, *finding.alternatives) if fix and source]
    if fixes:
        made["fixes"] = fixes
    return made


def _location(path: str, place: Place) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": _region(place)}}


def _artifact(path: str) -> dict[str, str]:
    raw = os.fsencode(path)
    if os.path.isabs(path):
        return {"uri": "file://" + ("" if raw.startswith(b"/") else "/") + quote(raw)}
    return {"uri": quote(raw), "uriBaseId": _ROOT}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(fix: Fix, path: str, source: Source) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(source.place(edit.start, edit.end)), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": f"{fix.safety.label} fix"},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }
