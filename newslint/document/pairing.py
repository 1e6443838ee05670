"""Which mark closes which: the cheapest reading of a paragraph's quotation marks.

Each mark may open, close, nest, close what is not open or stand for inches; each oddity costs something, and the
cheapest way through the paragraph wins (Viterbi). So one wrong mark gives one finding and no cascade.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newslint.document.marks import CLOSE, DOUBLED, EITHER, LOW, OPEN, STRAIGHT, Mark

OPENS, CLOSES, REOPENS, EXTRA, NESTS, UNNESTS, BOTH, UNIT = (
    "opens", "closes", "reopens", "extra", "nests", "unnests", "both", "unit",
)  # fmt: skip

_LOST = 5.0  # a mark is missing, or one too many
_MIXED = 3.0
_NESTED = 2.0
_AGAINST = (0.5, 5.0, 11.0)  # a straight mark against its neighbours, by how sure they are

State = tuple[int, ...]  # indices of the marks that are open, outer first; two at most


class Reading(NamedTuple):
    """`roles[i]` is what mark i does; `open` are the indices of marks left open at the end, outer first."""

    roles: list[str]
    open: State


class _Path(NamedTuple):
    cost: float
    state: State
    role: str
    before: _Path | None


def read(marks: Sequence[Mark], runs_on: Callable[[Mark], bool]) -> Reading:
    """The cheapest reading. `runs_on` says of an opening mark whether its quotation may go on in the next paragraph."""
    pairs, left = divmod(len(marks), 2)
    if _in_turn(marks) and (not left or runs_on(marks[-1])):
        return Reading([OPENS, CLOSES] * pairs + [OPENS] * left, (len(marks) - 1,) * left)
    paths: dict[tuple[str, ...], _Path] = {(): _Path(0.0, (), "", None)}
    for i, mark in enumerate(marks):
        after: dict[tuple[str, ...], _Path] = {}
        for path in paths.values():
            for role, state, cost in _steps(marks, path.state, i, mark):
                key = tuple(marks[j].style for j in state)
                total = path.cost + cost
                if key not in after or total < after[key].cost:
                    after[key] = _Path(total, state, role, path)
        paths = after
    best = min(paths.values(), key=lambda path: path.cost + _ending(marks, path.state, runs_on))
    roles: list[str] = []
    step: _Path = best
    while step.before is not None:
        roles.append(step.role)
        step = step.before
    return Reading(roles[::-1], best.state)


def _in_turn(marks: Sequence[Mark]) -> bool:
    """Whether marks open and close in turn at no cost. Every other reading costs something, so this is the one."""
    opener = None
    for mark in marks:
        if opener is None:
            if _turned(mark, OPEN):
                return False
            opener = mark
        else:
            if _turned(mark, CLOSE) or (opener.style != mark.style and opener.style != LOW):
                return False
            opener = None
    return True


def _ending(marks: Sequence[Mark], state: State, runs_on: Callable[[Mark], bool]) -> float:
    return _LOST * (len(state) - 1 if state and runs_on(marks[state[0]]) else len(state))


def _steps(marks: Sequence[Mark], state: State, i: int, mark: Mark) -> list[tuple[str, State, float]]:
    """What mark i may do in a state: role, state after it, cost."""
    opening, closing = _turned(mark, OPEN), _turned(mark, CLOSE)
    out: list[tuple[str, State, float]] = []
    if mark.inch:
        out.append((UNIT, state, 3.0 if mark.style == STRAIGHT else 4.0))
    if not state:
        out += [(OPENS, (i,), opening), (EXTRA, (), closing + _LOST)]
        return out
    top = marks[state[-1]]
    mixed = 0.0 if top.style == mark.style else _MIXED
    if top.style == LOW:
        mixed, closing = 0.0, min(closing, 0.5)  # „so“
    if len(state) == 1:
        out.append((CLOSES, (), closing + mixed))
        out.append((REOPENS, (i,), opening + _LOST))
        out.append((NESTS, (*state, i), opening + _NESTED + (4.0 if mark.fresh else 0.0)))
    else:
        out.append((UNNESTS, state[:1], closing + mixed))
        out.append((BOTH, (), closing + _LOST))
        out.append((REOPENS, (i,), opening + 2 * _LOST))
    return out


def _turned(mark: Mark, way: int) -> float:
    """The cost of taking a mark as opening or closing."""
    against = mark.lean not in (way, EITHER)
    if mark.face == EITHER:
        # "Harbour News "was sold; was" a mess"
        wrong_side = 2.0 if mark.sure == 2 and (mark.shifted if way == OPEN else not mark.fresh) else 0.0
        return _AGAINST[mark.sure] - wrong_side if against else 0.0
    if mark.face == way:
        return 4.0 if against and mark.sure == 2 and mark.style != DOUBLED else 0.0
    if mark.lean == way:
        return 3.0 if mark.sure == 2 else 4.0
    return 7.0 if mark.lean == EITHER else 14.0
