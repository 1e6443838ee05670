"""The words of an article as parallel lists, and whether a text is English."""

from __future__ import annotations

from typing import NamedTuple

from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")


class Words(NamedTuple):
    """Parallel lists: start and end offsets and the text of each word, in order.

    A word is a run of letters and digits; apostrophes inside belong to it, hyphens do not.
    """

    starts: list[int]
    ends: list[int]
    texts: list[str]


def find_words(prose: str) -> Words:
    """The words of `prose`."""
    starts, ends, texts = [], [], []
    for match in _WORD.finditer(prose):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        texts.append(match[0])
    return Words(starts, ends, texts)


_LEAST_WORDS = 12  # fewer say nothing about a language
_LEAST_SHARE = 0.16  # English news has 0.35 to 0.5, Tagalog, Spanish and German below 0.1


def is_english(text: str) -> bool:
    """Whether `text` is English by its share of function words; a text of a few words counts as English."""
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _LEAST_WORDS:
        return True
    return sum(word in FUNCTION_WORDS for word in words) >= len(words) * _LEAST_SHARE
