"""Tokens and how they stand in their article: evidence on whether an odd one is a slip, a name or an address."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

_LETTERS = r"[^\W\d_]"
_TOKEN = re.compile(rf"{_LETTERS}+(?:['’]{_LETTERS}+)*")
_STANDING = re.compile(r"(?<![\w@#/.’'-])[^\W\d_]+(?![\w@/-])")
_INSIDE = re.compile(r"(?<=[a-z] )[A-Z][^\W\d_]+(?![\w@/-])")
_GLUED_STOP = re.compile(r"[a-z]{3}[.!?][”\"]?[A-Z][a-z]+ [a-z]")
_ADDRESS = re.compile(
    r"[@#\\_=<>{}|~%]|//|^/|www\.|\.(?:com|org|net|gov|co|edu|uk|au|html?|php|js|ly|me|tv|info)\b", re.IGNORECASE
)
LONGEST = 60  # code points of a token that may be words; longer ones are codes


class Standing(NamedTuple):
    """What an article says about its words.

    `counts`: how often each stands by itself, outside addresses and hyphened words. `inside`: those with a capital
    behind a word in small letters, which no sentence gave them. `glued`: a sentence runs into the next one somewhere
    ("the gathering.At noon"), so that blocks were run together.
    """

    counts: Counter[str]
    inside: frozenset[str]
    glued: bool


@lru_cache(maxsize=1)
def standing(prose: str) -> Standing:
    """The standing of the words of an article; kept until the next article is asked for."""
    return Standing(
        Counter(_STANDING.findall(prose)),
        frozenset(_INSIDE.findall(prose)),
        _GLUED_STOP.search(prose) is not None,
    )


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
