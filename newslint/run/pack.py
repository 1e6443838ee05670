"""Results in plain values and back: what crosses process borders and what the result cache keeps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from newslint.model import Edit, Finding, Fix, Place, Problem, Safety, Severity

Packed = tuple[Any, ...]


class Done(NamedTuple):
    """What came of one file, or of one row.

    `key` tells the bytes that the findings are about, `size` how many were read; `line` is that of the row, `seen`
    how many text fields a batch of `rows` had; `data` is the mended file or line where the parent has to write it.
    """

    path: str
    findings: list[Packed]
    problems: list[tuple[str, int]]
    key: str = ""
    line: int = 0
    rows: int = 0
    seen: int = 0
    mended: dict[str, int] | None = None
    diff: str = ""
    data: bytes | None = None
    size: int = 0


def pack(finding: Finding) -> Packed:
    """Everything but the path; nested tuples of str, int and None."""
    return (
        finding.row,
        finding.field,
        finding.rule,
        finding.family,
        finding.severity.label,
        finding.message,
        tuple(finding.place),
        None if finding.fix is None else _pack_fix(finding.fix),
        tuple(_pack_fix(fix) for fix in finding.alternatives),
        tuple(tuple(place) for place in finding.related),
        finding.fingerprint,
        finding.url,
    )


def pack_all(findings: Iterable[Finding]) -> list[Packed]:
    """Findings in plain values."""
    return [pack(finding) for finding in findings]


def plain(problems: Iterable[Problem]) -> list[tuple[str, int]]:
    """The message and the status of problems."""
    return [(problem.message, problem.status) for problem in problems]


def unpack(path: str, packed: Sequence[Any]) -> Finding:
    """The finding again, at `path`. Accepts lists for tuples, as JSON gives them."""
    row, field, rule, family, severity, message, place, fix, alternatives, related, fingerprint, url = packed
    return Finding(
        path=path,
        row=row,
        field=field,
        rule=rule,
        family=family,
        severity=Severity(severity),
        message=message,
        place=Place(*place),
        fix=None if fix is None else _unpack_fix(fix),
        alternatives=tuple(_unpack_fix(one) for one in alternatives),
        related=tuple(Place(*one) for one in related),
        fingerprint=fingerprint,
        url=url,
    )


def _pack_fix(fix: Fix) -> Packed:
    return fix.safety.label, tuple(tuple(edit) for edit in fix.edits)


def _unpack_fix(packed: Sequence[Any]) -> Fix:
    return Fix(Safety(packed[0]), tuple(Edit(*edit) for edit in packed[1]))
