"""Edits to text, again and again until nothing changes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newslint.model import Edit, Finding, Fix, Safety

MOST_PASSES = 10
# Damage by scraping and encoding is mended before anything else: what stands beside it was judged by damaged text
# (“Gas &amp; Electric”: the capital behind the semicolon looks stray until the entity is gone).
FIRST_FAMILY = "text"

Check = Callable[[str], Sequence[Finding]]
Holds = Callable[[str], bool]
"""Whether the encoding of a file has every character of a text."""


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


def held(fix: Fix, holds: Holds) -> bool:
    """Whether the file's encoding can hold what a fix would write."""
    return all(holds(edit.text) for edit in fix.edits)


def choose(
    findings: Iterable[Finding], least: Safety, leave: Iterable[str] = (), holds: Holds = lambda text: True
) -> tuple[list[Edit], Counter[str]]:
    """Edits of the fixes of at least this safety, in order, and how many fixes of each rule they are.

    First come, first served: a fix goes in with all its edits or not at all, and not where one of them overlaps or
    touches an edit of another fix (edits side by side were not meant together: the next pass looks again).
    `leave` names rules whose fixes are not applied.
    """
    taken: list[Edit] = []
    counts: Counter[str] = Counter()
    for finding in findings:
        fix = finding.fix
        if fix is None or fix.safety < least or finding.rule in leave or not held(fix, holds):
            continue
        edits = sorted(fix.edits)
        if all(_free(edit, taken) for edit in edits) and _apart(edits):
            for edit in edits:
                insort(taken, edit)  # nearly always at the end, since findings come in order
            counts[finding.rule] += 1
    return taken, counts


def _free(edit: Edit, taken: list[Edit]) -> bool:
    i = bisect_left(taken, edit)
    return (i == len(taken) or edit.end < taken[i].start) and (i == 0 or taken[i - 1].end < edit.start)


def _apart(edits: list[Edit]) -> bool:
    """Whether the edits of one fix, in order, overlap nowhere."""
    return all(one.end <= other.start for one, other in pairwise(edits))


def settle(text: str, check: Check, least: Safety, holds: Holds = lambda text: True) -> Mended:
    """Apply fixes and check again until nothing changes, ten passes at most: settling a settled text changes nothing.

    Rules whose fixes do not settle (they undo one another, or never end) are left alone: the text starts afresh
    without them.
    """
    mended = _settled(text, check, least, holds)
    for _ in range(MOST_PASSES):
        if not mended.unsettled:
            return mended
        # What did not settle in the text as it was may settle in what the other rules have made of it.
        again = _settled(mended.text, check, least, holds)
        again.counts += mended.counts
        if again.text == mended.text:
            again.unsettled |= mended.unsettled
            return again
        mended = again
    return Mended(text, unsettled=mended.unsettled)


def _settled(text: str, check: Check, least: Safety, holds: Holds) -> Mended:
    leave: set[str] = set()
    while True:
        mended, late = _passes(text, check, least, leave, holds)
        if not late:
            mended.unsettled = leave
            return mended
        leave |= late


def _passes(text: str, check: Check, least: Safety, leave: set[str], holds: Holds) -> tuple[Mended, set[str]]:
    """The settled text, and the rules that kept it from settling (none: it settled)."""
    mended = Mended(text)
    texts = [text]
    rules: list[set[str]] = []  # rules[i] made texts[i + 1] of texts[i]
    for _ in range(MOST_PASSES):
        edits, counts = _next(check(mended.text), least, leave, holds)
        if not edits:
            return mended, set()
        mended.text = apply(mended.text, edits)
        mended.counts += counts
        rules.append(set(counts))
        if mended.text in texts:  # round and round: every rule on the way round has its part in it
            return mended, set().union(*rules[texts.index(mended.text) :])
        texts.append(mended.text)
    _, counts = _next(check(mended.text), least, leave, holds)
    return mended, set(counts)


def _next(findings: Sequence[Finding], least: Safety, leave: set[str], holds: Holds) -> tuple[list[Edit], Counter[str]]:
    """What goes in next: damage, and once there is none, the rest."""
    edits, counts = choose((one for one in findings if one.family == FIRST_FAMILY), least, leave, holds)
    return (edits, counts) if edits else choose(findings, least, leave, holds)
