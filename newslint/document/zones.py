"""News zones: what is headline, heading, dateline, byline, credit, caption, table, item, quote or body."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import overload

from newslint.document.blocks import Block
from newslint.lazy import lazy

_AGENCY = r"(?:AP|AFP|Reuters|REUTERS|UPI|PA|DPA|dpa|ANI|PTI|IANS|Xinhua|XINHUA|Bloomberg|CNN|CBS|CNS|TASS|AAP|EFE)"
_PLACE = r"[A-Z][A-Z.'’ /-]{1,60}(?:,[ ]?(?:[A-Z][a-z]+\.?|(?:[A-Z]\.){2}|[A-Z]{2})){0,2}"
_TOWN = r"[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){0,3}(?:,[ ]?(?:[A-Z][a-z]+\.?|(?:[A-Z]\.){2}|[A-Z]{2})){0,2}"
_DATE = r"(?:,?[ ]*[A-Z][a-z]{2,8}\.?[ ]\d{1,2}(?:,?[ ]\d{4})?)?"
_DASH = r"(?:-{1,2}|–|—)"
_DATELINE = lazy(
    rf"""(?:{_PLACE}[ ]*{_DATE}[ ]*(?:\([A-Z][\w/ .]+\)[ ]*)?{_DASH}\s(?![a-z])
       |{_TOWN}{_DATE}[ ]*\({_AGENCY}[^)\n]*\)[ ]*(?:{_DASH}|:)?\s?
       |{_TOWN}{_DATE}[ ](?:--|–|—)[ ](?=[A-Z“"]))""",
    re.VERBOSE,
)
_BYLINE = lazy(
    r"(?:By|BY|Written by|Posted by|Reported by|Story by|From|Words by|Interview by) "
    r"[A-Z][\w.'’-]+(?: (?:[A-Z]\.|[\w'’&,|/-]+)){0,8}$"
)
_CREDIT = lazy(
    r"\(?(?:(?:Additional |Further )?[Rr]eporting|Writing|Written|Edited|Editing|Compiled|Photo(?:graph)?s?|Image|"
    r"Picture|Credit|Source|Video|Illustration|Graphic|Copyright)s?(?: ?(?:by|:|©|copyright|source|credit)\b|:| ©|\s*$)"
    r"|(?:Getty Images|AFP/Getty|Shutterstock|Associated Press|AP Photo|©)"
)
_CAPTION = lazy(r"(?:Image|Media|Photo|Video) caption\b|(?:Enlarge this image|toggle caption|Hide [Cc]aption)\b")
_SENTENCE_END = lazy(r"""[.!?…:;,]["”’')\]]*\s*$""")
_ROW = lazy(r"\S(?:\t+| {3,})\S")
_LONG_WORD = lazy(r"[^\W\d_]{4,}")
_MOST_HEADING, _MOST_TITLE = 90, 150  # code points of a line that may be a heading; of one in title case


OFF_COPY = frozenset(["headline", "heading", "byline", "credit", "caption", "table", "dateline", "boilerplate"])
"""Zones that are no running text: capitals go by their own rules there."""


class Zones:
    """The zone of each block, found when it is asked for: most articles are asked for one or two.

    `inferred`: blocks were themselves guessed from lines, so headings have to be guessed too. What markup says stands.
    """

    def __init__(self, prose: str, blocks: Sequence[Block], *, inferred: bool) -> None:
        self.blocks = blocks
        self._prose = prose
        self._inferred = inferred
        self._starts = [block.start for block in blocks]
        self._names: dict[int, str] = {}

    def index_at(self, offset: int) -> int | None:
        """The index of the block that holds an offset, or that ends right before it; None between blocks."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset <= self.blocks[i].end else None

    def block_at(self, offset: int) -> Block | None:
        i = self.index_at(offset)
        return None if i is None else self.blocks[i]

    def at(self, offset: int) -> str:
        """The zone of an offset; "" between blocks."""
        i = self.index_at(offset)
        if i is None:
            return ""
        name = self.name(i)
        if name == "body":
            dateline = self._dateline(i)
            if dateline is not None and dateline[0] <= offset < dateline[1]:
                return "dateline"
        return name

    def name(self, i: int) -> str:
        """The zone of block i."""
        name = self._names.get(i)
        if name is None:
            name = self._names[i] = self._find(i)
        return name

    @property
    def names(self) -> Sequence[str]:
        """`names[i]` is the zone of `blocks[i]`."""
        return _Names(self)

    def _find(self, i: int) -> str:
        block = self.blocks[i]
        name = block.zone or {"paragraph": "", "cell": "table"}.get(block.kind, block.kind)
        if name:
            return name
        text = self._prose[block.start : block.end]
        return _infer(text, i, alone=len(self.blocks) == 1) if self._inferred else _named(text)

    def _dateline(self, i: int) -> tuple[int, int] | None:
        block = self.blocks[i]
        start = block.start
        while start < block.end and self._prose[start].isspace():
            start += 1
        match = _DATELINE.match(self._prose, start, block.end)
        return None if match is None else match.span()


class _Names(Sequence[str]):
    """The zones of all blocks as a sequence."""

    def __init__(self, zones: Zones) -> None:
        self._zones = zones

    @overload
    def __getitem__(self, i: int) -> str: ...
    @overload
    def __getitem__(self, i: slice) -> list[str]: ...
    def __getitem__(self, i: int | slice) -> str | list[str]:
        if isinstance(i, slice):
            return [self._zones.name(k) for k in range(len(self))[i]]
        return self._zones.name(range(len(self))[i])

    def __len__(self) -> int:
        return len(self._zones.blocks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


def _named(text: str) -> str:
    if len(text) < 300:
        bare = text.strip()
        if _BYLINE.match(bare):
            return "byline"
        if _CREDIT.match(bare):
            return "credit"
        if _CAPTION.match(bare):
            return "caption"
        if ("\t" in bare or "   " in bare) and _is_row(_ROW.findall(bare), bare):
            return "table"
    return "body"


def _is_row(gaps: Sequence[str], text: str) -> bool:
    """Whether wide gaps set out a row: not those between small letters only, in a line that is a sentence."""
    spaced = all(gap[0].islower() and gap[-1].islower() and len(gap) < _CELLS_APART for gap in gaps)
    return len(gaps) > 1 and not (spaced and text[0].isupper() and text[-1] in '.!?”"')


_CELLS_APART = 7  # code points from the end of a word to the start of the next, that are more than a slip


def _infer(text: str, index: int, *, alone: bool) -> str:
    name = _named(text)
    if name != "body" or len(text) > _MOST_TITLE or _SENTENCE_END.search(text, max(0, len(text) - 10)):
        return name
    title = in_title_case(text)
    if len(text) > (_MOST_TITLE if title or index == 0 else _MOST_HEADING) or (alone and not title):
        return name
    return "headline" if index == 0 and not alone else "heading"


def in_title_case(text: str) -> bool:
    """Whether most longer words of a line have capitals, as in titles and lists of names."""
    words = _LONG_WORD.findall(text)
    return len(words) > 1 and sum(not word[0].islower() for word in words) >= len(words) * 0.7
