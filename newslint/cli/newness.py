"""`--baseline` and `--changed-since`: which findings are new."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newslint.cli.session import Session
from newslint.model import Finding
from newslint.run import baseline

LineOf = Callable[[int], int]


class NewOnly:
    """Tells new findings from old ones. Without `baseline_file`, the baseline of each file's configuration counts."""

    def __init__(self, session: Session, baseline_file: str | None = None, changed_since: str | None = None) -> None:
        self._arguments = session, baseline_file, changed_since
        self._session = session
        self._baselines: dict[int, baseline.Baseline | None] = {}
        self._named = baseline.read(baseline_file) if baseline_file else None
        self._changes: Any = None
        if changed_since:
            from newslint.run.git import Changes

            self._changes = Changes(changed_since)

    def __reduce__(self) -> tuple[Any, ...]:
        return NewOnly, self._arguments

    def keeps(self, finding: Finding, row_line: int = 0, row_lines: int = 1, line_of: LineOf | None = None) -> bool:
        """Whether a finding is new.

        `row_line` is the first line of its row, 0 in whole files, `row_lines` how many it takes; `line_of` leads from
        its lines to those on disk.
        """
        known = self._named or self._configured(finding.path)
        if known is not None and known.holds(finding):
            return False
        if self._changes is None:
            return True
        if row_line:
            return bool(self._changes.touches(finding.path, row_line, row_line + row_lines - 1))
        if line_of is None:
            return bool(self._changes.keeps(finding))
        return any(
            self._changes.touches(finding.path, line_of(place.line), line_of(place.end_line))
            for place in (finding.place, *finding.related)
        )

    def _configured(self, path: str) -> baseline.Baseline | None:
        config = self._session.configs.of(path)
        if id(config) not in self._baselines:
            named = config.baseline
            self._baselines[id(config)] = baseline.read(config.below(named)) if named else None
        return self._baselines[id(config)]
