"""News zones: which block or span is headline, heading, dateline, byline, credit, boilerplate, table or body."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from newslint.document.blocks import Block

_PLACE = r"[A-Z][A-Z.'’ -]+(?:, (?:[A-Z][a-z]+\.?|[A-Z]\.[A-Z]\.)){0,2}"
_DATELINE = re.compile(
    rf"""(?:{_PLACE}[ ]*(?:,[ ]*[A-Z][a-z]{{2,8}}\.?[ ]\d{{1,2}}(?:,[ ]\d{{4}})?)?[ ]*
        (?:\([A-Z][\w/ .]+\)[ ]*)?(?:-{{1,2}}|–|—)[ ]
       |{_PLACE}[ ]*\((?:AP|AFP|Reuters|REUTERS|UPI|PA|DPA|dpa|ANI|PTI|Xinhua|Bloomberg|CNN|CBS)[^)\n]*\)[ ]*(?:-{{1,2}}|–|—)?[ ]?)""",
    re.VERBOSE,
)
_BYLINE = re.compile(r"(?:By|BY|Written by|Posted by|Reported by|Story by) [A-Z][\w.'’-]+(?: [\w.'’&,-]+){0,8}\s*$")
_CREDIT = re.compile(
    r"\(?(?:Reporting|Additional reporting|Writing|Editing|Compiled|Photo(?:graph)?s?|Image|Picture|Credit|Source) ?(?:by|:|copyright)\b"
)
_SENTENCE_END = re.compile(r"""[.!?…:;,]["”’')\]]*\s*$""")
_MOST_HEADING = 90  # code points of a line that may be a heading


@dataclass(slots=True)
class Zones:
    """`names[i]` is the zone of `blocks[i]`; `datelines` are spans at the start of their blocks."""

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
        for start, end in self.datelines:
            if start <= offset < end:
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
        name = block.zone or (block.kind if block.kind != "paragraph" else "")
        if not name:
            name = _infer(text, i, last=i == len(blocks) - 1) if inferred else _named(text)
        names.append(name)
        if name == "body" and (match := _DATELINE.match(text.lstrip())):
            start = block.start + len(text) - len(text.lstrip())
            datelines.append((start, start + match.end()))
    return Zones(blocks, names, datelines)


def _named(text: str) -> str:
    if _BYLINE.match(text):
        return "byline"
    if len(text) < 300 and _CREDIT.match(text):
        return "credit"
    return "body"


def _infer(text: str, index: int, *, last: bool) -> str:
    name = _named(text)
    if name != "body" or len(text) > _MOST_HEADING or _SENTENCE_END.search(text):
        return name
    return "headline" if index == 0 and not last else "heading"
