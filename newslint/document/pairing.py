"""Which mark closes which: the cheapest reading of a paragraph's quotation marks.

Each mark may open, close, nest, close what is not open or stand for inches; each oddity costs something, and the
cheapest way through the paragraph wins (Viterbi). So one wrong mark gives one finding and no cascade.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

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


Styles = tuple[str, ...]  # of the marks that are open
_Path = tuple[float, State, str, Any]  # cost, state, role of the last mark, the path before it


def read(marks: Sequence[Mark], runs_on: Callable[[Mark], bool]) -> Reading:
    """The cheapest reading. `runs_on` says of an opening mark whether its quotation may go on in the next paragraph."""
    if _in_turn(marks) and (not len(marks) % 2 or runs_on(marks[-1])):
        return in_turn(len(marks))
    start: _Path = (0.0, (), "", None)
    paths: dict[Styles, _Path] = {(): start}
    for i, mark in enumerate(marks):
        after: dict[Styles, _Path] = {}
        opening, closing = _turned(mark, OPEN), _turned(mark, CLOSE)
        for open_, path in paths.items():
            before = path[0]
            for role, styles, state, cost in _steps(open_, path[1], i, mark, opening, closing):
                total = before + cost
                other = after.get(styles)
                if other is None or total < other[0]:
                    after[styles] = (total, state, role, path)
        paths = after
    best = min(paths.values(), key=lambda path: path[0] + _ending(marks, path[1], runs_on))
    roles: list[str] = []
    step = best
    while step[3] is not None:
        roles.append(step[2])
        step = step[3]
    return Reading(roles[::-1], best[1])


def in_turn(count: int) -> Reading:
    """The reading of marks that open and close in turn."""
    pairs, left = divmod(count, 2)
    return Reading([OPENS, CLOSES] * pairs + [OPENS] * left, (count - 1,) * left)


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


def _steps(
    styles: Styles, state: State, i: int, mark: Mark, opening: float, closing: float
) -> list[tuple[str, Styles, State, float]]:
    """What mark i may do where marks of some `styles` are open: role, styles and state after it, cost."""
    style = mark.style
    if not styles:
        out = [(OPENS, (style,), (i,), opening), (EXTRA, styles, state, closing + _LOST)]
    else:
        top = styles[-1]
        mixed = 0.0 if top == style else _MIXED
        if top == LOW:
            mixed, closing = 0.0, min(closing, 0.5)  # „so“
        if len(styles) == 1:
            nesting = opening + _NESTED + (4.0 if mark.fresh else 0.0)
            out = [
                (CLOSES, (), (), closing + mixed),
                (REOPENS, (style,), (i,), opening + _LOST),
                (NESTS, (top, style), (*state, i), nesting),
            ]
        else:
            out = [
                (UNNESTS, styles[:1], state[:1], closing + mixed),
                (BOTH, (), (), closing + _LOST),
                (REOPENS, (style,), (i,), opening + 2 * _LOST),
            ]
    if mark.inch:
        out.insert(0, (UNIT, styles, state, 3.0 if style == STRAIGHT else 4.0))
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
