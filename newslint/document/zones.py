"""News zones: what is headline, heading, dateline, byline, credit, caption, table, item, quote or body."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Zones:
    """`names[i]` is the zone of `blocks[i]`; `datelines` are spans at the start of their blocks, in order."""

    blocks: Sequence[Block]
    names: list[str]
    datelines: list[tuple[int, int]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [block.start for block in self.blocks]

    def index_at(self, offset: int) -> int | None:
        """The index of the block that holds an offset, or that ends right before it; None between blocks."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset <= self.blocks[i].end else None

    def block_at(self, offset: int) -> Block | None:
        i = self.index_at(offset)
        return None if i is None else self.blocks[i]

    def at(self, offset: int) -> str:
        """The zone of an offset; "" between blocks."""
        k = bisect_right(self.datelines, (offset, 1 << 62)) - 1
        if k >= 0 and offset < self.datelines[k][1]:
            return "dateline"
        i = self.index_at(offset)
        return "" if i is None else self.names[i]


def find_zones(prose: str, blocks: Sequence[Block], *, inferred: bool) -> Zones:
    """The zone of each block. What markup says stands; the rest is inferred from the text.

    `inferred`: blocks were themselves guessed from lines, so headings have to be guessed too.
    """
    names, datelines = [], []
    for i, block in enumerate(blocks):
        text = prose[block.start : block.end]
        name = block.zone or {"paragraph": "", "cell": "table"}.get(block.kind, block.kind)
        if not name:
            name = _infer(text, i, alone=len(blocks) == 1) if inferred else _named(text)
        names.append(name)
        if name == "body" and (match := _DATELINE.match(text.lstrip())):
            start = block.start + len(text) - len(text.lstrip())
            datelines.append((start, start + match.end()))
    return Zones(blocks, names, datelines)


def _named(text: str) -> str:
    if len(text) < 300:
        bare = text.strip()
        if _BYLINE.match(bare):
            return "byline"
        if _CREDIT.match(bare):
            return "credit"
        if _CAPTION.match(bare):
            return "caption"
        if len(_ROW.findall(bare)) > 1:
            return "table"
    return "body"


def _infer(text: str, index: int, *, alone: bool) -> str:
    name = _named(text)
    if name != "body" or _SENTENCE_END.search(text, max(0, len(text) - 10)):
        return name
    title = in_title_case(text)
    if len(text) > (_MOST_TITLE if title or index == 0 else _MOST_HEADING) or (alone and not title):
        return name
    return "headline" if index == 0 and not alone else "heading"


def in_title_case(text: str) -> bool:
    """Whether most longer words of a line have capitals, as in titles and lists of names."""
    words = _LONG_WORD.findall(text)
    return len(words) > 1 and sum(not word[0].islower() for word in words) >= len(words) * 0.7
