"""Keeps `charCount` and `wordCount`, which ninjs writes beside a body, true when the body is mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from newslint.formats.json_maps import Place
from newslint.lazy import lazy

_COUNT = lazy(r'(?<!\\)"(?P<unit>char|word)[cC]ount"\s*:\s*(?P<number>\d+)(?![\d.eE])')
_STRING = lazy(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACES = lazy(r"[{}\[\]]")


class Count(NamedTuple):
    """A count in a JSON text: span of its number, its unit (char or word), and the number of the place it counts."""

    start: int
    end: int
    unit: str
    number: int
    place: int


def updated(before: str, after: str, places_of: Callable[[str], Sequence[Place]], said: Callable[[Place], str]) -> str:
    """`after`, a mended form of the JSON text `before`, with its counts changed by as much as the bodies changed.

    `places_of` gives the prose of a text, `said` what of a place counts. A count that was wrong stays as wrong.
    """
    if '"char' not in after and '"word' not in after:
        return after
    old, new = places_of(before), places_of(after)
    if len(old) != len(new):
        return after
    for count in reversed(_counts(after, new)):
        was, now = said(old[count.place]), said(new[count.place])
        more = len(now) - len(was) if count.unit == "char" else len(now.split()) - len(was.split())
        if more:
            after = f"{after[: count.start]}{max(0, count.number + more)}{after[count.end :]}"
    return after


def _counts(text: str, places: Sequence[Place]) -> list[Count]:
    out = []
    literals: list[Any] = [place.value for place in places]
    for match in _COUNT.finditer(text):
        if any(literal.start < match.start() < literal.end for literal in literals):
            continue
        beside = [
            (place.field.reading == "html", i)
            for i, place in enumerate(places)
            if "bod" in place.field.path and _same_object(text, match.start(), match.end(), literals[i])
        ]
        if beside:
            start, end = match.span("number")
            out.append(Count(start, end, match["unit"], int(match["number"]), min(beside)[1]))
    return out


def _same_object(text: str, start: int, end: int, literal: Any) -> bool:
    """Whether a key and a value stand in one object: braces between them pair."""
    between = text[literal.end : start] if literal.end <= start else text[end : literal.start]
    depth = 0
    for match in _BRACES.finditer(_STRING.sub("", between)):
        depth += 1 if match[0] in "{[" else -1
        if depth < 0:
            return False
    return depth == 0
