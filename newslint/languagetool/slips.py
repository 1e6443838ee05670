"""Whether a strange word is a slip of the finger: most that a dictionary lacks are rare, foreign, new or names."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.languagetool.answers import Answer
from newslint.lazy import lazy
from newslint.lexicon import common_words

_LEAST, _SHORT, _LONG = 5, 6, 9  # letters; see where they are used
_PARTICLES = frozenset({"back", "down", "in", "long", "off", "on", "out", "over", "up", "wide", "wise"})
_PREFIXES = (
    "anti",
    "bio",
    "co",
    "de",
    "mega",
    "micro",
    "multi",
    "non",
    "out",
    "over",
    "post",
    "pre",
    "re",
    "sub",
    "un",
    "under",
)
_PART = 5  # letters of the parts of a compound, unless one is a particle
_ELSEWHERE = lazy(r"’ is \w+ English\.")  # “‘colour’ is British English.”


def is_slip(word: str, answer: Answer) -> bool:
    """Whether a word in small letters is one slip away from the common word that LanguageTool says it is."""
    if (
        len(word) < _LEAST
        or not word.isalpha()
        or not word.isascii()
        or not answer.replacements
        or _ELSEWHERE.search(answer.message)
    ):
        return False
    better = answer.replacements[0]
    if better not in common_words() or word[0] != better[0] or not near(word, better):
        return False
    if better[:-1] == word or word[:-1] == better:
        return False  # clipped (“improv”), or inflected as no dictionary does it
    if sorted(word) == sorted(better):
        return True
    return not (
        (len(word) == len(better) and len(word) < _LONG)  # many a rare word differs from a common one by a letter
        or (len(word) <= _SHORT and _is_near_another(word, answer.replacements))
        or _is_derived(word)
        or _is_compound(word)
    )


def near(word: str, other: str) -> bool:
    """Whether one letter more, less, another or two in the other order make one word of the other."""
    if len(word) > len(other):
        word, other = other, word
    i = 0
    while i < len(word) and word[i] == other[i]:
        i += 1
    if len(word) < len(other):
        return word[i:] == other[i + 1 :]
    swapped = word[i : i + 2] == other[i : i + 2][::-1] and word[i + 2 :] == other[i + 2 :]
    return word[i + 1 :] == other[i + 1 :] or swapped


def _is_near_another(word: str, replacements: Sequence[str]) -> bool:
    """Whether a word is as near to another common word as to the first: then it is likely a third, and rare."""
    return any(other in common_words() and near(word, other) for other in replacements[1:])


def _is_derived(word: str) -> bool:
    """Whether a word is made of a common one as many may be: by who does it (“sentencers”), or by a prefix."""
    common = common_words()
    stem = word.removesuffix("s")
    if stem.endswith("er") and (stem[:-1] in common or (stem.endswith("ier") and f"{stem[:-3]}y" in common)):
        return True
    return any(word.startswith(prefix) and word[len(prefix) :] in common for prefix in _PREFIXES)


def _is_compound(word: str) -> bool:
    """Whether a word is two common words, joined as any two may be."""
    common = common_words()
    return any(
        (word[i:] in _PARTICLES or (_PART <= i <= len(word) - _PART and word[i:] in common)) and word[:i] in common
        for i in range(2, len(word) - 1)
    )
