"""`gitlab`: a Code Quality report. GitLab shows one finding a fingerprint, so path and row are part of it."""

from __future__ import annotations

import json
from typing import Any, TextIO

from newslint.digest import blake2b
from newslint.model import Finding, Severity
from newslint.report.columns import in_file
from newslint.report.style import Style
from newslint.run.results import Run

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(run: Run, out: TextIO, style: Style) -> None:
    """Write the array once all findings are known. Lines only: GitLab has no columns here."""
    issues = [_issue(finding, result.line) for result in run for finding in result.findings]
    json.dump(issues, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _issue(finding: Finding, row_line: int) -> dict[str, Any]:
    place = in_file(finding.place, row_line)
    key = f"{finding.path}\0{finding.row}\0{finding.field}\0{finding.fingerprint}"
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": finding.message,
        "categories": ["Style"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest(),
        "location": {"path": finding.path, "lines": {"begin": place.line, "end": place.end_line}},
    }
