"""Dashes with a space on one side only: "the vote —lost in May— was close"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newslint.document import Document
from newslint.document.words import is_foreign
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, common_words
from newslint.model import Edit, Hit
from newslint.rule import Options

_LETTERS_BEFORE = lazy(r"[^\W\d_]+$")
_LETTERS_AFTER = lazy(r"[“\"‘]?([a-z]+)([-=]?)")
_SUSPENDED = lazy(r"(?:and|or|to|nor|versus)\b")  # "two– and three-day"
_FIGURES = lazy(r"\d[ -–]+\d+$")
_FIGURE_NEXT = lazy(r"\d+[ ,]+[-–]?\d++(?![-–]\d)")
_LEAST_HABIT = 6
_LEAST_SPEAKERS = 3
_SPEAKER = lazy(r"^[A-Z][A-Z.]+(?: [A-Z.]+){0,4}: ", re.MULTILINE)
# A dash behind words that lean on the next one.
_BREAKS_OFF = lazy(
    r"\b(?:the|an?|this|these|my|your|his|our|their|is|are|was|were|be|been|am|has|have|had|can|could|will|would|should"
    r"|may|might|must|to|of|with|because)([–—]|--) [a-z]"
)


def uneven(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit for a dash between words in small letters that has a space on one side only."""
    prose, (start, end) = document.prose, match.span()
    mark = match[0].strip()
    open_before = prose[start] == " "
    if prose[end].isdigit():  # a score or a span
        if not _is_row(prose, start, end):
            yield Hit(start, end, values={"mark": mark}, fixes=((Edit(start, end, mark),),))
        return
    word = _LETTERS_BEFORE.search(prose, max(0, start - 30), start)
    if word is not None:
        before = word[0].lower()
        # "I— I don't", "f— this": somebody stammers, or a word is not spelt out
        if before not in common_words() or prose.startswith(before[0], end):
            return
    if not open_before and mark == "–" and _SUSPENDED.match(prose, end):
        return
    if open_before and mark == "--":
        after = _LETTERS_AFTER.match(prose, end)
        if after is None or after[1] not in FUNCTION_WORDS | {"including"} or after[2]:
            return  # "git log --oneline"
    if is_foreign(prose, start, end) or _is_transcript(prose, mark):
        return
    block = document.block_at(start)
    if block is None or not document.english(block):
        return
    spaced, closed = prose.count(f" {mark} "), _times(prose, rf"\w{mark}\w")
    alike = _times(prose, rf" {mark}\w" if open_before else rf"\w{mark} ")
    if alike >= _LEAST_HABIT and alike > spaced + closed:
        return  # "I said— well, we did": a transcript that breaks off so
    apart = Edit(end, end, " ") if open_before else Edit(start, start, " ")
    together = Edit(start, start + 1, "") if open_before else Edit(end - 1, end, "")
    fixes = ((apart,), (together,)) if spaced == closed else ((apart,),) if spaced > closed else ((together,),)
    yield Hit(start, end, values={"mark": mark}, fixes=fixes)


@lru_cache(maxsize=9)  # three ways of each mark
def _times(prose: str, pattern: str) -> int:
    return len(re.findall(pattern, prose))


def _is_row(prose: str, start: int, end: int) -> bool:
    """Whether more figures stand on either side: a table, or numbers below nought."""
    return _FIGURES.search(prose, max(0, start - 12), start) is not None or _FIGURE_NEXT.match(prose, end) is not None


@lru_cache(maxsize=3)  # marks of one article
def _is_transcript(prose: str, mark: str) -> bool:
    """Whether people talk in the text who are named before what they say, or who break off: "I had this— it rang"."""
    if sum(1 for _ in _SPEAKER.finditer(prose)) >= _LEAST_SPEAKERS:
        return True
    return any(match[1] == mark for match in _BREAKS_OFF.finditer(prose))
