"""The words of an article as parallel lists, and whether a text, or one place of it, is English."""

from __future__ import annotations

from typing import NamedTuple

from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, is_word, proper_names

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


_NEIGHBOURS = 4  # words on either side of a place that are looked at
_REACH = 60  # code points that these fill at most
_LEAST_FOREIGN = 3
_SPOKEN = lazy(r"(?=[^\d]*[aeiouyáéíóúàèòâêîôûäöü])[^\d]+|[a-z]")  # no unit (mln, dlrs), no code


def is_foreign(prose: str, start: int, end: int, *, itself: bool = True) -> bool:
    """Whether a place stands in a stretch of another language, by its nearest words, and by `itself` too.

    For copy that changes its language inside a paragraph. Names say nothing: only words in lower case, and words with
    an accent, are looked at.
    """
    low = max(prose.rfind("\n\n", max(0, start - _REACH), start) + 1, start - _REACH, 0)
    high = prose.find("\n\n", end, end + _REACH)
    before = _WORD.findall(prose, low, start)[-_NEIGHBOURS:]
    after = _WORD.findall(prose, end, end + _REACH if high < 0 else high)[:_NEIGHBOURS]
    inside = _WORD.findall(prose, start, end) if itself else []
    telling = [word for word in (*before, *inside, *after) if _tells(word)]
    foreign = sum(not _is_known(word) for word in telling)
    return foreign >= _LEAST_FOREIGN and foreign * 2 >= len(telling)


def _tells(word: str) -> bool:
    return (word.islower() and _SPOKEN.fullmatch(word) is not None) or not word.isascii()


def _is_known(word: str) -> bool:
    if len(word) == 1:
        return word in ("a", "i", "s", "t")
    folded = word.lower().replace("’", "'")
    return is_word(folded) or folded in proper_names()
