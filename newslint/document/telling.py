"""The words of an article that a rule may care about. By far most are of no interest to any: one look tells that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newslint.document.joined_tokens import divides
from newslint.document.name_pairs import may_pair
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, common_words, proper_names, slip_signs, spelling_variants
from newslint.lexicon.partners import name_spellings
from newslint.lexicon.word_names import BARE_NAMES, FAMILY_NAMES, NO_THINGS


class Telling(NamedTuple):
    """Different words of an article as they stand, in no order, by what they may show; a word may be in several lists.

    `spellings`: a word or a name of which there are two spellings; `pairs`: of the shape of a name that
    `name_pairs` compares; `names`: a name in small letters; `joins`: perhaps two words; `inside`: a capital behind a
    small letter, or three capitals and more in a row; `ordinary`: a capital on a word that copy puts into lower case;
    `rare`: small letters that are no common word, perhaps a name of the article; `slipped`: a common word with one
    capital behind its second letter or later; `twins`: a common word with a capital, perhaps a name, that the
    article writes without one too.
    """

    spellings: list[bytes]
    pairs: list[bytes]
    names: list[bytes]
    joins: list[bytes]
    inside: list[bytes]
    ordinary: list[bytes]
    rare: list[bytes]
    slipped: list[bytes]
    twins: list[bytes]


_MOST_KEPT = 200_000  # words that are remembered
_dull: set[bytes] = set()
_known: dict[bytes, tuple[int, ...]] = {}  # the indexes of the lists that a word belongs to

_INSIDE = lazy(rb"[a-z][A-Z]|[A-Z]{3}")
_LEAST_RARE = _LEAST_TWIN = 4  # letters
_ONE_INSIDE = lazy(rb"[a-z]{2,}[A-Z][a-z]*")


def find_telling(words: Iterable[bytes]) -> Telling:
    """Those of the words (in Latin-1) that may tell something. Each is judged once in a process."""
    if len(_dull) + len(_known) >= _MOST_KEPT:
        _dull.clear()
        _known.clear()
    found = Telling([], [], [], [], [], [], [], [], [])
    dull = _dull
    seen = set(words)
    for word in seen - dull:
        kinds = _known.get(word)
        for kind in _learnt(word) if kinds is None else kinds:
            found[kind].append(word)
    found.twins[:] = [word for word in found.twins if word.lower() in seen]
    return found


def met(word: bytes) -> bool:
    """Whether a word may be among those last given to `find_telling`: one that was never given to it is not."""
    return word in _dull or word in _known


def met_among(words: Iterable[bytes]) -> set[bytes]:
    """Those of some words that were `met`, several at once."""
    asked = set(words)
    return (asked & _dull) | (_known.keys() & asked)


def _learnt(word: bytes) -> tuple[int, ...]:
    kinds = tuple(kind for kind, holds in enumerate(_judged(word)) if holds)
    if kinds:
        _known[word] = kinds
    else:
        _dull.add(word)
    return kinds


def _judged(word: bytes) -> tuple[bool, ...]:
    text = word.decode("latin-1")
    low = text.lower()
    title = text.istitle()
    spelt = low in spelling_variants() or low in name_spellings()
    if text == low:
        name = low in proper_names()
        rare = not name and len(low) >= _LEAST_RARE and low.isalpha() and low not in common_words()
        return spelt, False, name, divides(low, capital=False), False, False, rare, False, False
    return (
        spelt and (title or text.isupper()),
        may_pair(word),
        False,
        title and divides(low, capital=True),
        not title and _INSIDE.search(word) is not None,
        title and is_ordinary(low),
        False,
        _ONE_INSIDE.fullmatch(word) is not None and (low in common_words() or low in FUNCTION_WORDS),
        title and len(low) >= _LEAST_TWIN and _may_be_twin(text, low),
    )


def _may_be_twin(text: str, low: str) -> bool:
    if low not in common_words() or low in FUNCTION_WORDS:
        return False
    return not is_ordinary(low) or text in BARE_NAMES or text in FAMILY_NAMES or text in NO_THINGS


def is_ordinary(word: str) -> bool:
    """Whether a capital of a word, given in lower case, may be a slip inside a sentence; no function word is meant."""
    return word not in FUNCTION_WORDS and slip_signs(word) is not None
