"""The baseline: findings that were there when newslint came, known by path and fingerprint."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable

from newslint.config import AnyPath
from newslint.model import Finding, NewslintError
from newslint.run.configs import relative

FILE_NAME = "newslint-baseline.json"


class Baseline:
    """Known findings. `folder` is where the baseline file lies: paths in it are relative to that."""

    def __init__(self, folder: AnyPath, known: dict[str, frozenset[str]]) -> None:
        self._folder = folder
        self._known = known

    def holds(self, finding: Finding) -> bool:
        known = self._known.get(relative(finding.path, self._folder))
        return known is not None and finding.fingerprint in known


def read(path: AnyPath) -> Baseline:
    """Raises NewslintError when the file is missing or no baseline."""
    hint = "; `newslint baseline` writes one"
    try:
        with open(path, "rb") as file:
            data = json.load(file)
        known = {name: frozenset(entries) for name, entries in data["findings"].items()}
    except OSError as error:
        raise NewslintError(f"{path}: cannot read the baseline: {error.strerror}{hint}") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NewslintError(f"{path}: this is no newslint baseline{hint}") from None
    return Baseline(os.path.dirname(os.path.abspath(path)), known)


def render(findings: Iterable[Finding], folder: AnyPath) -> str:
    """The text of a baseline file in `folder`: sorted, one finding a line, so that versions merge well."""
    paths: dict[str, dict[str, str]] = {}
    for finding in findings:
        paths.setdefault(relative(finding.path, folder), {})[finding.fingerprint] = finding.rule
    ordered = {path: dict(sorted(paths[path].items())) for path in sorted(paths)}
    return json.dumps({"version": 1, "findings": ordered}, indent=1, ensure_ascii=False) + "\n"
