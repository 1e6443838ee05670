"""What an injected defect is, and how to choose a place for one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import NamedTuple


def listed(words: str) -> tuple[str, ...]:
    """Words that are written with spaces between them."""
    return tuple(words.split())


FUNCTION = listed(
    "the to and of a an in on for with from by at as that is was were are be been has have had will would could "
    "can it its he she they we you their his her our this these those or but not than about into after before "
    "over under between during against through who which when where while if so there some any many most more "
    "such"
)
COMMON_CAPITALS = listed(
    "The This That These Those He She It They We But And In On At As For From With After Before When While If "
    "There Some Many Most More Such Their His Her Our Its An Not So Then However Meanwhile Although Because Since "
    "Other"
)


class Broken(NamedTuple):
    """A text with one defect, which stands at `[start, end)`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Kind:
    """A kind of defect: `families` are those whose findings tell of it; `place` makes one, or None where it cannot.

    `articles`: it takes a whole article, never a single paragraph.
    """

    name: str
    families: frozenset[str]
    place: Callable[[str, Random], Broken | None]
    articles: bool = False


KINDS: dict[str, Kind] = {}


def kind(
    name: str, *families: str, articles: bool = False
) -> Callable[[Callable[[str, Random], Broken | None]], Callable[[str, Random], Broken | None]]:
    """Register a function as a kind."""

    def register(place: Callable[[str, Random], Broken | None]) -> Callable[[str, Random], Broken | None]:
        KINDS[name] = Kind(name, frozenset(families), place, articles)
        return place

    return register


def pick(
    pattern: re.Pattern[str], text: str, random: Random, fits: Callable[[re.Match[str]], bool] | None = None
) -> re.Match[str] | None:
    """One of the matches of a pattern, each as likely as another."""
    found = [match for match in pattern.finditer(text) if fits is None or fits(match)]
    return random.choice(found) if found else None


def put(text: str, start: int, end: int, new: str, *, around: int = 0) -> Broken:
    """`new` instead of `text[start:end]`; the place is `new`, and `around` code points on either side."""
    return Broken(text[:start] + new + text[end:], max(0, start - around), start + len(new) + around)


def swapped(
    name: str, families: tuple[str, ...], pattern: str, new: Callable[[re.Match[str], Random], str | None]
) -> None:
    """Register a kind that replaces one match of a pattern by what `new` makes of it."""
    compiled = re.compile(pattern, re.MULTILINE)

    def place(text: str, random: Random) -> Broken | None:
        match = pick(compiled, text, random)
        if match is None:
            return None
        made = new(match, random)
        if made is None or made == match[0]:
            return None
        around = 1 if len(made) < 2 else 0
        return put(text, match.start(), match.end(), made, around=around)

    KINDS[name] = Kind(name, frozenset(families), place)


def gap(text: str) -> str:
    """What stands between the paragraphs of a text."""
    end = "\r\n" if "\r\n" in text else "\n"
    return end * 2 if end * 2 in text else end


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the paragraphs of a text."""
    out, at = [], 0
    for piece in re.split(r"((?:\r?\n)+)", text):
        if piece.strip():
            out.append((at, at + len(piece)))
        at += len(piece)
    return out


def wrapped(text: str) -> bool:
    """Whether lines are broken at a width, so that a line is no paragraph."""
    lines = text.splitlines()
    return len(lines) > 4 and max(map(len, lines)) < 100
