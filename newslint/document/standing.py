"""Tokens and how they stand in their article: evidence on whether an odd one is a slip, a name or an address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from newslint.lazy import lazy, view

_LETTERS = r"[^\W\d_]"
_TOKEN = lazy(rf"{_LETTERS}+(?:['’]{_LETTERS}+)*")
_GLUED_STOP = lazy(r"[a-z]{3}[.!?][”\"]?[A-Z][a-z]+ [a-z]")
_ADDRESS = lazy(
    r"[@#\\_=<>{}|~%]|//|^/|www\.|\.(?:com|org|net|gov|co|edu|uk|au|html?|php|js|ly|me|tv|info)\b", re.IGNORECASE
)
_JOINS = frozenset("_@#$/\\")  # beside a token: an address, a handle, a hashtag, a sum, a file
_LEADS = _JOINS | frozenset("!&")  # before one: "desk3!mary", "B&Mary"
_ELISIONS = frozenset("’'")  # behind a letter: "d'mary"
LONGEST = 60  # code points of a token that may be words; longer ones are codes


def places_of(prose: str, word: str, *, hyphened: bool = False) -> Iterator[int]:
    """Where a word stands by itself, as it is written: not inside another, an address, a handle or a sum.

    A possessive ending may follow. `hyphened`: it may be a part of a hyphened word.
    """
    size = len(word)
    at = prose.find(word)
    while at >= 0:
        end = at + size
        if not (_tied_before(prose, at, hyphened) or _tied_after(prose, end, hyphened)):
            yield at
        at = prose.find(word, end)


def spans_of(prose: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where one of the words stands by itself, as it is written or with one capital in front, in order."""
    forms = {form for word in words for form in (word, word.capitalize())}
    return sorted((start, start + len(form)) for form in forms for start in places_of(prose, form))


def _tied_before(prose: str, at: int, hyphened: bool) -> bool:
    mark = prose[at - 1] if at else " "
    if mark == "-":
        return not hyphened
    if mark == ".":
        return prose[max(0, at - 2) : at - 1] != "."  # "www .mary", not "...Mary"
    if mark in _ELISIONS:
        return prose[max(0, at - 2) : at - 1].isalnum()
    return mark.isalnum() or mark in _LEADS


def _tied_after(prose: str, end: int, hyphened: bool) -> bool:
    mark = prose[end : end + 1]
    if mark in (".", "-"):
        return (mark != "-" or not hyphened) and prose[end + 1 : end + 2].isalnum()
    return mark.isalnum() or mark in _JOINS


class Standing:
    """What an article says about its words, asked for one by one: most articles are asked for none."""

    def __init__(self, prose: str) -> None:
        self.prose = prose
        self._counts: dict[str, int] = {}
        self._inside: dict[str, bool] = {}

    def count(self, word: str) -> int:
        """How often a word stands by itself, outside addresses, handles and hyphened words: 0, 1, or 2 for more."""
        found = self._counts.get(word)
        if found is None:
            found = self._counts[word] = sum(1 for _ in islice(places_of(self.prose, word), 2))
        return found

    def inside(self, word: str) -> bool:
        """Whether a word stands behind a word in small letters, so that no sentence gave it its capital."""
        found = self._inside.get(word)
        if found is None:
            found = self._inside[word] = self._is_inside(word)
        return found

    def _is_inside(self, word: str) -> bool:
        prose, size = self.prose, len(word) + 1
        at = prose.find(" " + word)
        while at >= 0:
            if prose[at - 1 : at].islower() and not _tied_after(prose, at + size, hyphened=False):
                return True
            at = prose.find(" " + word, at + size)
        return False

    @view
    def glued(self) -> bool:
        """Whether a sentence runs into the next one somewhere ("the gathering.At noon"): blocks were run together."""
        return _GLUED_STOP.search(self.prose) is not None


@lru_cache(maxsize=1)
def standing(prose: str) -> Standing:
    """The standing of the words of an article; kept until the next article is asked for."""
    return Standing(prose)


def token_at(prose: str, at: int) -> tuple[str, int, int] | None:
    """The run of letters, apostrophes inside, that holds an offset, with its span; None if it is too long for words."""
    start = at
    while start > 0 and at - start < LONGEST and (prose[start - 1].isalpha() or prose[start - 1] in "'’"):
        start -= 1
    found = _TOKEN.search(prose, start, at + LONGEST)
    while found and found.end() <= at:
        found = _TOKEN.search(prose, found.end(), at + LONGEST)
    if found is None or found.start() > at or found.end() - found.start() >= LONGEST:
        return None
    return found[0], found.start(), found.end()


def in_address(prose: str, start: int, end: int, *, hyphened: bool = False) -> bool:
    """Whether the text between blanks around a token is an address, a handle, a code, or a hyphened word.

    `hyphened`: the hyphen before the token is no obstacle.
    """
    before, after = prose[max(0, start - 80) : start], prose[end : end + 80]
    head = before.split()[-1] if before and not before[-1].isspace() else ""
    tail = after.split()[0] if after and not after[0].isspace() else ""
    if _ADDRESS.search(head + prose[start:end] + tail):
        return True
    if head and (head[-1] in "$&+*" or (head[-1] in "-‑" and not hyphened) or head[-1].isdigit()):
        return True
    if before.endswith(("/ ", "www. ")):
        return True  # "http://www. twitter. com/ AshmoreEcho"
    return bool(tail and (tail[0].isdigit() or tail[0] in "(-‑&+*" or re.match(r"\.[a-z]", tail)))
