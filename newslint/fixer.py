"""Edits to text, again and again until nothing changes; and the text to disk, whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from newslint.model import Edit, Finding, Safety

MOST_PASSES = 10


@dataclass(slots=True)
class Mended:
    """A text after fixing: what it is now, how many fixes of each rule went in, the rules that would not settle."""

    text: str
    counts: Counter[str] = field(default_factory=Counter)
    unsettled: set[str] = field(default_factory=set)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with non-overlapping edits, given in any order, applied."""
    parts, at = [], 0
    for start, end, new in sorted(edits):
        parts += [text[at:start], new]
        at = end
    parts.append(text[at:])
    return "".join(parts)


def choose(findings: Sequence[Finding], least: Safety, leave: set[str]) -> tuple[list[Edit], Counter[str]]:
    """Edits of the fixes of at least this safety that touch one another nowhere, first come first served.

    A fix goes in with all its edits or not at all. `leave` names rules whose fixes are not applied.
    """
    taken: list[Edit] = []
    counts: Counter[str] = Counter()
    starts: list[Edit] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or fix.safety < least or finding.rule in leave:
            continue
        if all(_free(edit, starts) for edit in fix.edits):
            taken.extend(fix.edits)
            starts = sorted([*starts, *fix.edits]) if len(fix.edits) > 1 else _inserted(starts, fix.edits[0])
            counts[finding.rule] += 1
    return taken, counts


def _inserted(edits: list[Edit], edit: Edit) -> list[Edit]:
    from bisect import insort

    insort(edits, edit)
    return edits


def _free(edit: Edit, taken: list[Edit]) -> bool:
    """Whether an edit neither overlaps nor touches one that was taken: edits side by side were not meant together."""
    from bisect import bisect_left

    i = bisect_left(taken, edit)
    if i < len(taken) and taken[i].start <= edit.end:
        return False
    return i == 0 or taken[i - 1].end < edit.start


def settle(text: str, check: Callable[[str], Sequence[Finding]], least: Safety) -> Mended:
    """Apply fixes and check again until nothing changes, ten passes at most.

    Rules whose fixes do not settle (they undo one another, or never end) are left alone: the text starts afresh
    without them.
    """
    leave: set[str] = set()
    while True:
        mended, late = _passes(text, check, least, leave)
        if not late:
            mended.unsettled = leave
            return mended
        leave |= late


def _passes(
    text: str, check: Callable[[str], Sequence[Finding]], least: Safety, leave: set[str]
) -> tuple[Mended, set[str]]:
    """The settled text, and the rules still at work after the last pass (none: it settled)."""
    mended, seen = Mended(text), {text}
    counts: Counter[str] = Counter()
    for _ in range(MOST_PASSES):
        edits, counts = choose(check(mended.text), least, leave)
        if not edits:
            return mended, set()
        now = apply(mended.text, edits)
        if now == mended.text:
            return mended, set(counts)
        mended.text = now
        mended.counts += counts
        if now in seen:
            break
        seen.add(now)
    return mended, set(counts)
