"""Whether an answer of LanguageTool counts in news: where it stands, and whether a strange word is a slip or a name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from newslint.document import Document
from newslint.languagetool.answers import Answer
from newslint.lexicon import common_words
from newslint.suppress import before_sic, has_sic

_SPELLING = frozenset({"TYPOS", "MULTITOKEN_SPELLING"})
_TITLES = frozenset({"headline", "heading"})  # zones whose grammar is their own
_LEAST = 5  # letters of a word that is compared with another
_VARIANTS = (  # pieces of words that British and American spelling tell apart
    *(("is", "iz"), ("ys", "yz"), ("is", "ic"), ("our", "or"), ("ll", "l"), ("l", "ll")),
    *(("re", "er"), ("ae", "e"), ("oe", "e"), ("gh", "g")),
)
_PARTICLES = frozenset({"back", "down", "in", "long", "off", "on", "out", "over", "up", "wide", "wise"})
_MARKS = frozenset("\"“”'‘’[]()*")


class Counts:
    """Decides for one document; `vocab` are the words of the house."""

    def __init__(self, document: Document, vocab: frozenset[str]) -> None:
        self._document = document
        self._vocab = vocab
        self._sic = has_sic(document)
        self._capitals: Counter[str] = Counter()
        self._small: Counter[str] = Counter()
        for data in document.written.words:
            word = data.decode("latin-1")
            (self._small if word.islower() else self._capitals)[word.lower()] += 1

    def __call__(self, start: int, end: int, answer: Answer, *, everything: bool = False) -> bool:
        """Whether an answer about prose `[start, end)` counts. `everything`: also what is seldom a slip in news."""
        document = self._document
        zone = document.zones.at(start)
        if zone == "dateline" or not document.offsets.shows(start, end):
            return False
        if self._sic and before_sic(document, end):
            return False
        if answer.category in _SPELLING:
            text = document.prose[start:end]
            return not self._known(text) and (everything or self._slip(start, end, answer.replacements))
        return everything or (zone not in _TITLES and not self._spoken(start))

    def _spoken(self, at: int) -> bool:
        """Whether a place is in a direct quotation: nobody mends how people speak."""
        spans = self._document.quotations.spans
        i = bisect_right(spans, at, key=lambda span: span[0]) - 1
        return i >= 0 and at < spans[i][1]

    def _known(self, text: str) -> bool:
        """Whether a text has only words that are names, or known to newslint or its user."""
        return all(self._is_known(word) for word in text.replace("-", " ").split())

    def _is_known(self, word: str) -> bool:
        bare = word.replace("’", "'").strip("'").removesuffix("'s")
        if bare in self._vocab or bare.casefold() in self._vocab or not bare.islower():
            return True
        return bare in common_words() or self._capitals[bare] > 1

    def _slip(self, start: int, end: int, replacements: tuple[str, ...]) -> bool:
        """Whether a word stands once, and is one slip of the finger away from the common word it is said to be."""
        prose = self._document.prose
        word, before, after = prose[start:end], prose[max(start - 1, 0) : start], prose[end : end + 1]
        if len(word) < _LEAST or not word.isalpha() or self._small[word] > 1 or not replacements:
            return False
        if (before in _MARKS and after in _MARKS) or after == "[" or before == "]":
            return False  # in marks of its own a word is meant; beside brackets it is only half of one
        better, common = replacements[0], common_words()
        if better not in common or word[0] != better[0] or word == better + "s":
            return False
        if any(word.replace(old, new) == better.replace(old, new) for old, new in _VARIANTS):
            return False
        if any(word[i:] in _PARTICLES and word[:i] in common for i in range(2, len(word) - 1)):
            return False
        return near(word, better)


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
