"""Strings of which one must stand in whatever a pattern matches: the scout's cheap test where RE2 is missing."""

from __future__ import annotations

import re._constants as k
import re._parser as parser
from collections.abc import Iterator
from itertools import product
from re import IGNORECASE, RegexFlag
from typing import Any

_ITEM = tuple[Any, Any]
_MOST = 40  # strings a pattern; each costs a search
_SEARCH = 0.02  # how much less telling each further string makes them
_LEAST_WEIGHT = 1.9
_REPEATS = (k.MAX_REPEAT, k.MIN_REPEAT, k.POSSESSIVE_REPEAT)
_SEEN_EVERYWHERE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-'\"’“”\n")


def needles(pattern: str) -> tuple[str, ...] | None:
    """Strings of which at least one stands in every match of a `re` pattern, or in what its look-arounds see.

    Lower-cased, to be looked for in lower-cased text, if any part of the pattern ignores case. None when there are none
    worth a search.
    """
    parsed = parser.parse(pattern)
    found = _best(list(parsed), RegexFlag(parsed.state.flags))
    if found is None or _rank(found) > 0:
        return None
    return tuple(sorted({needle.lower() for needle in found} if ignores_case(pattern) else found))


def ignores_case(pattern: str) -> bool:
    """Whether any part of a pattern ignores case."""
    return "(?i" in pattern or bool(RegexFlag(parser.parse(pattern).state.flags) & IGNORECASE)


def _best(items: list[_ITEM], flags: RegexFlag) -> frozenset[str] | None:
    """The most telling set of strings of a sequence: runs of what is known exactly, longest first."""
    candidates: list[frozenset[str]] = []
    run: list[list[str]] = []

    def close() -> None:
        """Strings of the run so far; too many of them, and its longest affordable part."""
        for start in range(len(run)):
            size, stop = 1, start
            while stop < len(run) and size * len(run[stop]) <= _MOST:
                size *= len(run[stop])
                stop += 1
            if stop > start:
                candidates.append(frozenset("".join(parts) for parts in product(*run[start:stop])))
        run.clear()

    for op, arg in _flat(items):
        exact = _exact(op, arg, flags)
        if exact is not None:
            run.append(exact)
            continue
        if op is k.AT:
            continue
        if op in _REPEATS and (once := _repeated(arg, flags)) is not None:
            run.append(once)  # the first of a repeat stands beside what is before it, the last beside what follows
            close()
            run.append(once)
            continue
        close()
        inner = _inside(op, arg, flags)
        if inner is not None:
            candidates.append(inner)
    close()
    usable = [found for found in candidates if found and "" not in found and len(found) <= _MOST]
    return min(usable, key=_rank, default=None)


def _flat(items: list[_ITEM]) -> Iterator[_ITEM]:
    """The items with what groups hold in their place, so that runs go on through groups."""
    for op, arg in items:
        if op is k.SUBPATTERN and not arg[1] and not arg[2]:
            yield from _flat(list(arg[3]))
        else:
            yield op, arg


def _repeated(arg: Any, flags: RegexFlag) -> list[str] | None:
    """The strings that a repeat of one item surely holds once, if they are few."""
    if not arg[0] or len(arg[2]) != 1:
        return None
    op, inner = arg[2][0]
    return _exact(op, inner, flags)


def _exact(op: Any, arg: Any, flags: RegexFlag) -> list[str] | None:
    """The strings an item can be, if they are few."""
    fold = bool(flags & IGNORECASE)
    if op is k.LITERAL:
        return [chr(arg).lower() if fold else chr(arg)]
    if op is k.IN and all(kind in (k.LITERAL, k.RANGE) for kind, _ in arg):
        chars: list[str] = []
        for kind, value in arg:
            low, high = (value, value) if kind is k.LITERAL else value
            if high - low > _MOST:
                return None
            chars += [chr(code) for code in range(low, high + 1)]
        return sorted({char.lower() if fold else char for char in chars}) if len(chars) <= _MOST else None
    return None


def _inside(op: Any, arg: Any, flags: RegexFlag) -> frozenset[str] | None:
    if op is k.SUBPATTERN:
        return _best(list(arg[3]), RegexFlag((int(flags) | arg[1]) & ~arg[2]))
    if op is k.ATOMIC_GROUP:
        return _best(list(arg), flags)
    if op is k.ASSERT:  # what a look-around sees stands in the text as well
        return _best(list(arg[1]), flags)
    if op in _REPEATS and arg[0] > 0:
        return _best(list(arg[2]), flags)
    if op is k.BRANCH:
        parts = [_best(list(branch), flags) for branch in arg[1]]
        if any(part is None for part in parts):
            return None
        return frozenset().union(*(part for part in parts if part is not None))
    return None


def _rank(found: frozenset[str]) -> float:
    """Lower is more telling; above 0 is not worth a search: such strings stand in every article."""
    return _LEAST_WEIGHT + len(found) * _SEARCH - min(sum(map(_weight, string)) for string in found)


def _weight(char: str) -> float:
    """How much a character tells: letters and blanks stand side by side in any text, other signs do not."""
    if char not in _SEEN_EVERYWHERE:
        return 3.0
    if char.islower():
        return 0.6
    return 0.8 if char in " \n" else 1.6
