"""The words of an article without their places: the cheapest views of them, for rules that look at every article."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


def _table(fold: Callable[[str], str]) -> bytes:
    """Latin-1 letters and digits folded, all else (and what Latin-1 lacks, as "?") a space."""
    chars = (chr(code) for code in range(256))
    return bytes(ord(fold(char)) if char.isalnum() and len(fold(char)) == 1 else 32 for char in chars)


_BLANK = _table(str)
_BLANK_LOWER = _table(str.lower)


class Tokens(NamedTuple):
    """`data`: the prose as one byte a character, lower case, what is no letter or digit blank; `words`: its words.

    Letters are those of Latin-1: a word with another is split there.
    """

    data: bytes
    words: list[bytes]


def find_tokens(prose: str) -> Tokens:
    """The tokens of `prose`, the cheapest view of its words there is."""
    data = prose.encode("latin-1", "replace").translate(_BLANK_LOWER)
    return Tokens(data, data.split())


def find_vocabulary(prose: str) -> frozenset[bytes]:
    """The different words of `prose` as they stand, in Latin-1: to ask in one step which of many it holds."""
    return frozenset(prose.encode("latin-1", "replace").translate(_BLANK).split())
