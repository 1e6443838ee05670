"""Edits to text, again and again until nothing changes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newslint.model import Edit, Finding, Fix, Safety

MOST_PASSES = 10
# One fault makes others seem to stand beside it; they are looked at again once it is mended. Damage by scraping and
# encoding goes first, everywhere (“Gas &amp; Electric”: the capital behind the semicolon looks stray until then).
# Marks and spaces go before words on the lines about them (“I have to!" he joked”: until its lost opening mark is back,
# a sentence seems to start in lower case).
_DAMAGE = "text"
_STRUCTURE = frozenset({"space", "quotes"})

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
    findings: Sequence[Finding], least: Safety, leave: Iterable[str] = (), holds: Holds = lambda text: True
) -> tuple[list[Edit], Counter[str]]:
    """Edits of the fixes of at least this safety that go in together, in order, and how many of each rule they are.

    A fix goes in with all its edits or not at all, and not where one of them overlaps or touches an edit of another fix
    (edits side by side were not meant together): the next pass looks again. First come, first served, but damage comes
    before everything else, marks and spaces before words. `leave` names rules whose fixes are not applied.
    """
    ready = [
        (one, one.fix)
        for one in findings
        if one.fix and one.fix.safety >= least and one.rule not in leave and _apart(one.fix) and held(one.fix, holds)
    ]
    damage = [pair for pair in ready if pair[0].family == _DAMAGE]
    taken: list[Edit] = []
    counts: Counter[str] = Counter()
    lines: set[int] = set()
    for finding, fix in damage or sorted(ready, key=lambda pair: pair[0].family not in _STRUCTURE):
        structure = finding.family in _STRUCTURE
        about = range(finding.place.line - 1, finding.place.end_line + 2)
        if not damage and not structure and not lines.isdisjoint(about):
            continue
        if all(_free(edit, taken) for edit in fix.edits):
            for edit in fix.edits:
                insort(taken, edit)  # nearly always at the end, since findings come in order
            counts[finding.rule] += 1
            if structure:
                lines.update(range(finding.place.line, finding.place.end_line + 1))
    return taken, counts


def _free(edit: Edit, taken: list[Edit]) -> bool:
    i = bisect_left(taken, edit)
    return (i == len(taken) or edit.end < taken[i].start) and (i == 0 or taken[i - 1].end < edit.start)


def _apart(fix: Fix) -> bool:
    """Whether the edits of one fix overlap nowhere."""
    return all(one.end <= other.start for one, other in pairwise(sorted(fix.edits)))


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
        edits, counts = choose(check(mended.text), least, leave, holds)
        if not edits:
            return mended, set()
        mended.text = apply(mended.text, edits)
        mended.counts += counts
        rules.append(set(counts))
        if mended.text in texts:  # round and round: every rule on the way round has its part in it
            return mended, set().union(*rules[texts.index(mended.text) :])
        texts.append(mended.text)
    _, counts = choose(check(mended.text), least, leave, holds)
    return mended, set(counts)
