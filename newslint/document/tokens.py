"""The words of an article without their places: the cheapest views of them, for rules that look at every article."""

from __future__ import annotations

from collections import Counter

from newslint.lazy import view

# Letters and digits of Latin-1 as they are, all else (and what Latin-1 lacks, as "?") a space; and with letters small.
_BLANK = bytes(code if chr(code).isalnum() else 32 for code in range(256))
LOWER = bytes(ord(chr(code).lower()) if len(chr(code).lower()) == 1 else code for code in range(256))
"""Bytes of Latin-1 in lower case, for `bytes.translate`."""
_MANY = 10_000  # words that are counted all at once when one is asked for, so that the time stays linear


class Tokens:
    """`data`: the prose as one byte a character, what is no letter or digit blank; `words`: its words, in order.

    Letters are those of Latin-1: a word with another is split there.
    """

    def __init__(self, data: bytes, words: list[bytes]) -> None:
        self.data = data
        self.words = words

    @view
    def _counts(self) -> Counter[bytes]:
        return Counter(self.words)

    def count(self, word: bytes) -> int:
        """How often `word` is among the words."""
        return self.words.count(word) if len(self.words) < _MANY else self._counts[word]

    def holds(self, word: bytes) -> bool:
        """Whether `word` is among the words."""
        return word in self.data and (word in self.words if len(self.words) < _MANY else word in self._counts)


def find_written(prose: str) -> Tokens:
    """The tokens of `prose` as they stand, the cheapest view of its words there is."""
    data = prose.encode("latin-1", "replace").translate(_BLANK)
    return Tokens(data, data.split())


def find_tokens(written: Tokens) -> Tokens:
    """The same tokens in lower case."""
    data = written.data.translate(LOWER)
    return Tokens(data, data.split())
