"""The plain types that flow through newslint: edits, hits, findings and their grades.

Offsets are code points, 0-based, ends exclusive, unless a docstring says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple


class _Grade(StrEnum):
    """A name with a rank: equal to its name as a string, ordered as its members are listed."""

    @property
    def label(self) -> str:
        """The name in lower case, as reports write it."""
        return str(self.value)

    @property
    def rank(self) -> int:
        """Place in the order, from 0."""
        return list(type(self)).index(self)

    def __lt__(self, other: str) -> bool:
        return self.rank < type(self)(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= type(self)(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > type(self)(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= type(self)(other).rank


class Severity(_Grade):
    """How sure a finding is: `error` certainly wrong, `warning` an editor would mend it, `info` worth a look."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Safety(_Grade):
    """How far a fix may be trusted; ordered, so that "may I apply this" is one comparison."""

    NONE = "none"
    UNSAFE = "unsafe"
    SAFE = "safe"


class Edit(NamedTuple):
    """Replace `[start, end)` by `text`; an empty range inserts."""

    start: int
    end: int
    text: str


class Hit(NamedTuple):
    """What a rule yields: a place in prose and what it knows of it. Never a line, a path, a severity.

    `fixes`: each a tuple of edits (in prose) to be applied all or none; several are alternatives, and none is applied.
    `related`: further places of the same defect (a mix of styles).
    """

    start: int
    end: int
    case: str = ""
    values: dict[str, str] = {}  # noqa: RUF012 - shared and never written to
    fixes: tuple[tuple[Edit, ...], ...] = ()
    related: tuple[tuple[int, int], ...] = ()


class Fix(NamedTuple):
    """A mend: edits in the source, applied all or none."""

    safety: Safety
    edits: tuple[Edit, ...]


class Place(NamedTuple):
    """A span of the source with its lines and columns (1-based, end exclusive)."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(slots=True)
class Finding:
    """What the engine makes of a hit. Offsets and columns count code points of the decoded source (BOM not counted)."""

    path: str
    row: int | None
    field: str | None
    rule: str
    family: str
    severity: Severity
    message: str
    place: Place
    fix: Fix | None = None
    alternatives: tuple[Fix, ...] = ()
    related: tuple[Place, ...] = ()
    fingerprint: str = ""
    url: str = ""

    @property
    def order(self) -> tuple[int, int, str]:
        """What findings of one input are sorted by."""
        return self.place.start, self.place.end, self.rule

    @property
    def line(self) -> int:
        return self.place.line

    @property
    def column(self) -> int:
        return self.place.column

    @property
    def start(self) -> int:
        return self.place.start

    @property
    def end_line(self) -> int:
        return self.place.end_line

    @property
    def end_column(self) -> int:
        return self.place.end_column

    @property
    def end(self) -> int:
        return self.place.end

    def as_dict(self) -> dict[str, Any]:
        """The finding as the JSON output writes it."""
        place = self.place
        return {
            "path": self.path,
            "row": self.row,
            "field": self.field,
            "rule": self.rule,
            "family": self.family,
            "severity": self.severity.label,
            "message": self.message,
            "line": place.line,
            "column": place.column,
            "end_line": place.end_line,
            "end_column": place.end_column,
            "start": place.start,
            "end": place.end,
            "fix": None if self.fix is None else _fix_dict(self.fix),
            "alternatives": [_fix_dict(fix) for fix in self.alternatives],
            "related": [other._asdict() for other in self.related],
            "fingerprint": self.fingerprint,
            "url": self.url,
        }


def _fix_dict(fix: Fix) -> dict[str, Any]:
    return {"safety": fix.safety.label, "edits": [edit._asdict() for edit in fix.edits]}


class NewslintError(Exception):
    """Wrong usage, configuration or input: shown to the user in one or two lines, exit status 2."""


@dataclass(slots=True)
class Problem:
    """Something that went wrong with one input or one rule, while the rest went on."""

    path: str
    message: str
    status: int = 2
    notes: list[str] = field(default_factory=list)
