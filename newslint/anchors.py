"""A rare character that stands at a known place in whatever a pattern matches: where to look when RE2 is missing.

`re` finds one character of a small set quickly, but tries a pattern that begins with a look-behind, or with a letter,
at every place. So the fallback looks for the rarest character first, with what stands beside it, and for the pattern
only at the places that this one leaves.
"""

from __future__ import annotations

import re
import re._constants as k
import re._parser as parser
from collections.abc import Iterable, Sequence
from functools import cache
from re import IGNORECASE, RegexFlag
from typing import Any, NamedTuple

_ITEM = tuple[Any, Any]
_ANY = r"\s\S"  # the inside of the set of all characters
_MOST_SHAPES = 20
_MOST_COPIES = 8
_BESIDE = 3  # characters on either side of the rare one that are looked at with it
TOO_OFTEN = 0.09  # of all characters; the pattern itself is as quick
_PLAIN = 0.9  # a set that this share of characters belongs to tells nothing
_REPEATS = (k.MAX_REPEAT, k.MIN_REPEAT, k.POSSESSIVE_REPEAT)
_CATEGORIES = {
    k.CATEGORY_WORD: r"\w",
    k.CATEGORY_NOT_WORD: r"\W",
    k.CATEGORY_DIGIT: r"\d",
    k.CATEGORY_NOT_DIGIT: r"\D",
    k.CATEGORY_SPACE: r"\s",
    k.CATEGORY_NOT_SPACE: r"\S",
}
_FOLDED = "\u0130\u0131\u017f\u212a"  # they match i, s and k where case is ignored
# How often characters stand in 10,000 of news copy.
_OFTEN = {
    **dict(zip("etaoinshrdlcumwfgypbvkjxqz", (
        950, 710, 660, 590, 570, 560, 520, 390, 500, 300, 330, 250, 210, 210, 150, 170, 160, 150, 170, 110, 80, 60, 15,
        15, 8, 8), strict=True)),
    **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 12),
    **dict.fromkeys("0123456789", 12),
    " ": 1700, "\n": 40, ".": 95, ",": 100, "'": 25, "’": 15, '"': 25, "“": 10, "”": 10, "-": 25,
    **dict.fromkeys(":()", 6),
    **dict.fromkeys(";?!‘–—é%$£&/[]…\t\u00a0", 1),
}  # fmt: skip
_ALL = sum(_OFTEN.values())


class _Shape(NamedTuple):
    """What is known of one way to match: sets (their insides) by offset from the start, and where the next item is."""

    sets: dict[int, str]
    next: int | None


def anchor(pattern: str) -> tuple[str, int, int] | None:
    """A pattern of one character and how far it stands, at least and at most, behind the start of any match of another.

    `pattern` is that other one, of `re`. None when it has no character that is rare.
    """
    parsed = parser.parse(pattern)
    if parsed.getwidth()[0] == 0:
        return None
    shapes = _grown(parsed, [_Shape({}, 0)], RegexFlag(parsed.state.flags))
    if not all(shape.sets for shape in shapes):
        return None
    places = [min(shape.sets, key=lambda at: _share(shape.sets[at])) for shape in shapes]
    rare = _union(shape.sets[at] for shape, at in zip(shapes, places, strict=True))
    if _share(rare) > TOO_OFTEN:
        return None
    beside = dict.fromkeys(_beside(shape.sets, at, rare) for shape, at in zip(shapes, places, strict=True))
    more = "" if "" in beside else f"(?:{'|'.join(beside)})" if len(beside) > 1 else next(iter(beside))
    return f"[{rare}]{more}", min(places), max(places)


def _beside(sets: dict[int, str], at: int, rare: str) -> str:
    """Look-arounds right behind the character at `at`: for its neighbours, and for itself if `rare` says less."""
    before = ahead = ""
    for near in range(at - 1, at - 1 - _BESIDE, -1):
        if near not in sets or _share(sets[near]) > _PLAIN:
            break
        before = f"[{sets[near]}]" + before
    for near in range(at + 1, at + 1 + _BESIDE):
        if near not in sets or _share(sets[near]) > _PLAIN:
            break
        ahead += f"[{sets[near]}]"
    own = f"(?<={before}[{sets[at]}])" if before or sets[at] != rare else ""
    return own + (f"(?={ahead})" if ahead else "")


def _grown(items: Iterable[_ITEM], shapes: list[_Shape], flags: RegexFlag) -> list[_Shape]:
    """The shapes with what the items add to them."""
    for op, arg in items:
        shapes = _few([after for shape in shapes for after in _with(op, arg, shape, flags)])
    return shapes


def _with(op: Any, arg: Any, shape: _Shape, flags: RegexFlag) -> list[_Shape]:
    sets, at = shape
    if at is None or op in (k.AT, k.ASSERT_NOT):
        return [shape]
    if op in (k.LITERAL, k.NOT_LITERAL, k.ANY, k.IN):
        inside = _inside(op, arg, flags)
        if at not in sets or _share(inside) < _share(sets[at]):
            sets = {**sets, at: inside}
        return [_Shape(sets, at + 1)]
    if op is k.SUBPATTERN:
        return _grown(arg[3], [shape], RegexFlag((int(flags) | arg[1]) & ~arg[2]))
    if op is k.ATOMIC_GROUP:
        return _grown(arg, [shape], flags)
    if op is k.BRANCH:
        return _few([after for branch in arg[1] for after in _grown(branch, [shape], flags)])
    if op is k.ASSERT:
        start = at if arg[0] > 0 else at - arg[1].getwidth()[0]
        return [_Shape(seen.sets, at) for seen in _grown(arg[1], [_Shape(sets, start)], flags)]
    if op in _REPEATS:
        least, most, inner = arg
        shapes = [shape]
        for _ in range(min(least, _MOST_COPIES)):
            shapes = _grown(inner, shapes, flags)
        if most == least + 1:
            return shapes + _grown(inner, shapes, flags)
        return shapes if most == least <= _MOST_COPIES else [_Shape(one.sets, None) for one in shapes]
    return [_Shape(sets, None)]  # back-references


def _few(shapes: Sequence[_Shape]) -> list[_Shape]:
    """The different shapes; if they are many, one with what all have in common."""
    found = {(tuple(sorted(shape.sets.items())), shape.next): shape for shape in shapes}
    if len(found) <= _MOST_SHAPES:
        return list(found.values())
    common = set.intersection(*(set(shape.sets) for shape in shapes))
    sets = {at: _union(shape.sets[at] for shape in shapes) for at in common}
    ends = {shape.next for shape in shapes}
    return [_Shape(sets, ends.pop() if len(ends) == 1 else None)]


def _union(insides: Iterable[str]) -> str:
    different = list(dict.fromkeys(insides))
    if len(different) == 1:
        return different[0]
    return _ANY if any(inside.startswith("^") for inside in different) else "".join(different)


@cache
def _share(inside: str) -> float:
    """The share of characters of news copy that belong to a set."""
    one = re.compile(f"[{inside}]")
    return sum(often for char, often in _OFTEN.items() if one.match(char)) / _ALL


def _inside(op: Any, arg: Any, flags: RegexFlag) -> str:
    """What stands between the brackets of a set that has every character an item matches."""
    if op is k.ANY:
        return _ANY
    if op is k.LITERAL:
        return _range(arg, arg, flags)
    if op is k.NOT_LITERAL:
        return _ANY if flags & IGNORECASE else "^" + _char(arg)
    if arg[0][0] is k.NEGATE:
        return _ANY if flags & IGNORECASE else "^" + _members(arg[1:], flags)
    return _members(arg, flags)


def _members(items: Iterable[_ITEM], flags: RegexFlag) -> str:
    out = ""
    for op, arg in items:
        if op is k.CATEGORY:
            out += _CATEGORIES[arg]
        else:
            low, high = (arg, arg) if op is k.LITERAL else arg
            out += _range(low, high, flags)
    return out


def _range(low: int, high: int, flags: RegexFlag) -> str:
    if not flags & IGNORECASE:
        return _char(low) if low == high else f"{_char(low)}-{_char(high)}"
    if high > 127:
        return _ANY
    chars = "".join(map(chr, range(low, high + 1)))
    forms = {*chars.lower(), *chars.upper()}
    return "".join(_char(ord(char)) for char in sorted(forms | set(_FOLDED if forms & set("isk") else "")))


def _char(code: int) -> str:
    char = chr(code)
    if " " <= char <= "~":
        return f"\\{char}" if char in r"\^]-[&~|" else char
    return rf"\U{code:08x}"
