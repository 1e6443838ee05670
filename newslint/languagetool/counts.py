"""Whether an answer of LanguageTool counts in news: where it stands, and whether a strange word is a slip or a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from newslint.document import Document
from newslint.languagetool.answers import Answer
from newslint.languagetool.slips import is_slip
from newslint.lexicon import common_words
from newslint.suppress import before_sic

SPELLING = frozenset({"TYPOS", "MULTITOKEN_SPELLING"})
_TITLES = frozenset({"headline", "heading"})  # zones whose grammar is their own
_BESIDE = 16  # code points between the strange words of a foreign phrase
_MARKS = frozenset("\"“”'‘’[]()*")


class Counts:
    """Decides for one document; `vocab` are the words of the house."""

    def __init__(self, document: Document, vocab: frozenset[str]) -> None:
        self._document = document
        self._vocab = vocab
        self._capitals: Counter[str] = Counter()
        self._small: Counter[str] = Counter()
        for data in document.written.words:
            word = data.decode("latin-1")
            (self._small if word.islower() else self._capitals)[word.lower()] += 1

    def __call__(self, start: int, end: int, answer: Answer, *, alone: bool = True) -> bool:
        """Whether an answer about prose `[start, end)` is likely a slip. `alone`: no other strange word is near."""
        if not self.all(start, end, answer):
            return False
        if answer.category in SPELLING:
            return self._slip(start, end, answer, alone)
        text = self._document.prose[start:end]
        if "-" in text or text[1:] != text[1:].lower() or (" " not in text and text != text.lower()):
            return False  # a compound is a matter of style, and a name has a grammar of its own
        # Nobody mends how people speak.
        return self._document.zones.at(start) not in _TITLES and not self._document.quotations.holds(start)

    def all(self, start: int, end: int, answer: Answer) -> bool:
        """Whether an answer is about text that is sure to be prose, and about no name or known word."""
        document = self._document
        if document.zones.at(start) == "dateline" or not document.offsets.shows(start, end):
            return False
        if before_sic(document, end):
            return False
        return answer.category not in SPELLING or not self._known(document.prose[start:end])

    def lonely(self, spans: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
        """The spans of strange words, names apart, that have no other near: several together are a foreign phrase."""
        strange = sorted({span for span in spans if not self._known(self._document.prose[slice(*span)])})
        beside = [after[0] - before[1] <= _BESIDE for before, after in pairwise(strange)]
        return {span for i, span in enumerate(strange) if not any(beside[max(i - 1, 0) : i + 1])}

    def _known(self, text: str) -> bool:
        """Whether a text has only words that are names, or known to newslint or its user."""
        return all(self._is_known(word) for word in text.replace("-", " ").split())

    def _is_known(self, word: str) -> bool:
        bare = word.replace("’", "'").strip("'").removesuffix("'s")
        if bare in self._vocab or bare.casefold() in self._vocab or not bare.islower():
            return True
        return bare in common_words() or self._capitals[bare] > 1

    def _slip(self, start: int, end: int, answer: Answer, alone: bool) -> bool:
        """Whether a word stands once and alone, is no piece of another, and looks like a slip."""
        prose = self._document.prose
        word, before, after = prose[start:end], prose[max(start - 1, 0) : start], prose[end : end + 1]
        if not alone or self._small[word] > 1:
            return False
        if (before in _MARKS and after in _MARKS) or after == "[" or before in ("]", "'", "’"):
            return False  # in marks of its own a word is meant; beside brackets and elisions it is only half of one
        return is_slip(word, answer)
