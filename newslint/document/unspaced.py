"""A mark with no space behind it: the words on both sides of it, and where its space was lost."""

from __future__ import annotations

import re

from newslint.document import Document
from newslint.document.inline import in_two_elements
from newslint.lazy import lazy
from newslint.lexicon import is_word, word_set
from newslint.lexicon.saying import SAYING_PATTERN
from newslint.model import Edit, Hit

_CLIPPED = word_set("s t d m re ve ll")  # what stands behind a lost apostrophe ("don?t")
_BRANDS = frozenset([("E", "On"), ("Dr", "Ph"), ("Will", "I"), ("TL", "DR"), ("tl", "dr")])
_ROMAN = lazy(r"[IVXLC]+|[ivxl]+")
_URL = lazy(r"@|://|www\.|[=\\{}<>|]|\w/\w*\.|&#?\w+;|%[0-9A-F]{2}|(?-i:[a-z]_[a-z])", re.IGNORECASE)
_NEXT_MARK = lazy(r'[^"\n]{0,600}"')
_WORD = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEFT_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*$")
_ATTRIBUTION = lazy(
    rf"""["”’'][^"“”.!?\n]{{0,25}}\b{SAYING_PATTERN}\b[^"“”.!?\n]{{0,60}}$   # “…” said X / “…” X said
       |[,?!]["”’'][ ][^"“”\n]{{0,70}}\b{SAYING_PATTERN}\b[^"“”\n]{{0,30}}$""",
    re.VERBOSE,
)
_MOST_TOKEN = 200  # code points looked at on either side of a mark
_PAST_WORD = 30  # code points behind the right word in which the sign of an address is looked for


class Unspaced:
    """The surroundings of a mark that has no space behind it, as a pattern with `mark` and `quotes` found it.

    `mark`: its first character; `marks`: the whole run; `quotes`: the quotation marks and brackets behind it. `before`
    and `after`: what is joined to it on either side; `left` and `right`: the words there, "" if there is none.
    `follows`: the character behind the right word. `start` and `end`: offsets of the mark and behind the quotes.
    """

    def __init__(self, match: re.Match[str], document: Document) -> None:
        prose, start = document.prose, match.start("mark")
        self.prose, self.document = prose, document
        self.mark, self.marks, self.quotes = match["mark"][0], match["mark"], match["quotes"]
        self.start, self.end = start, match.end("quotes")
        low = max(0, start - _MOST_TOKEN)
        begin = max(prose.rfind(space, low, start) for space in " \n\t\xa0")
        self.before = prose[max(begin + 1, low) : start]  # the rest of the token
        found = _LEFT_WORD.search(self.before)
        self.left = found[0] if found else ""
        found = _WORD.match(prose, self.end)
        self.right = found[0] if found else ""
        high = self.end + _MOST_TOKEN
        ends = [at for at in (prose.find(space, self.end, high) for space in " \n\t\xa0") if at >= 0]
        self.after = prose[self.end : min(ends, default=min(high, len(prose)))]
        self.follows = self.after[len(self.right) : len(self.right) + 1]
        self.line_start = begin + 1 == 0 or prose[begin] == "\n"

    @property
    def known_left(self) -> bool:
        return _known(self.left)

    @property
    def known_right(self) -> bool:
        return _known(self.right)

    @property
    def titled(self) -> bool:
        """Whether the right word begins with a capital and ends in lower case, as sentences and names do."""
        return len(self.right) > 1 and self.right[0].isupper() and self.right[-1].islower()

    @property
    def closed(self) -> bool:
        """Whether no word but a closing mark stands before the mark."""
        return not self.left and self.before[-1:] in ")]%”’\"'®™…."

    @property
    def clipped(self) -> bool:
        """Whether an ending follows that an apostrophe parts from its word: "don?t"."""
        return self.right in _CLIPPED

    @property
    def styled(self) -> bool:
        """Whether a name is written so: E.On."""
        return (self.left, self.right) in _BRANDS

    @property
    def numeral(self) -> bool:
        """Whether the right word is a Roman numeral."""
        return _ROMAN.fullmatch(self.right) is not None

    @property
    def led_by_address(self) -> bool:
        return _URL.search(self.before) is not None

    @property
    def leads_address(self) -> bool:
        return _URL.search(self.after, 0, len(self.right) + _PAST_WORD) is not None

    def hits(self) -> tuple[Hit, ...]:
        """The hit for the space that was lost. Case "quote": a straight mark there may open or close.

        None where two elements meet, for a style sheet may set them apart.
        """
        at, case = self._gap()
        if in_two_elements(self.document, at):
            return ()
        values = {"mark": self.prose[self.start : at], "word": self.prose[at : self.end + len(self.right)]}
        return (Hit(self.start, at, case, values, ((space_at(at),),)),)

    def _gap(self) -> tuple[int, str]:
        start = self.end - len(self.quotes)
        for i, mark in enumerate(self.quotes):
            if mark in "“‘([" or (i == 0 and mark in "\"'" and self._opens(start)):
                return start + i, "quote" if mark in "\"'" else ""
        return self.end, "quote" if "'" in self.quotes or '"' in self.quotes else ""

    def _opens(self, at: int) -> bool:
        """Whether a straight mark behind a stop or comma opens a quotation."""
        prose = self.prose
        if self.mark == ":" or (self.mark in ",;" and re.search(rf"\b{SAYING_PATTERN}$", self.left)):
            return True
        if prose[at] == '"' and self.right[0].isupper():
            following = _closes_next(prose, at)
            if following is not None:
                return following
        begin = max(prose.rfind("\n", 0, at) + 1, at - 160)
        if self.mark == "." and _ATTRIBUTION.search(prose, begin, self.start):
            return True
        if prose[at] == "'":
            even = prose.count("'", max(begin, at - 80), at) % 2 == 0
            return self.right[0].isupper() and even and self.mark != "."
        return self.document.quotations.begins(at)


def space_at(at: int) -> Edit:
    return Edit(at, at, " ")


def _known(word: str) -> bool:
    lower = word.lower().replace("’", "'")
    return is_word(lower) or lower.endswith("'s")


def _closes_next(prose: str, at: int) -> bool | None:
    """Whether the next straight mark closes, so that the one at `at` opens; None when its neighbours do not tell."""
    found = _NEXT_MARK.match(prose, at + 1)
    if found is None:
        return None
    following = found.end() - 1
    before, after = prose[following - 1], prose[following + 1 : following + 2]
    starts, ends = before in " (—–", after in ("", " ", "\n", ".", ",", ";", ":", "?", "!", ")")
    return None if starts == ends else ends
