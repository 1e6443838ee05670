"""The blocks of an article that hold quotation marks, their marks paired, and what runs on from one to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from newslint.document.blocks import Block
from newslint.document.marks import CLOSE, Mark, find_marks
from newslint.document.pairing import Reading, read
from newslint.document.reporting import SAID

_MOST_MARKS = 1000  # of one block that are looked at: more are no copy
_MOST_FURNITURE = 8  # blocks that may stand between two paragraphs of one quotation
_FURNITURE = re.compile(
    r"Replay More Videos|MUST WATCH|Story [Cc]ontinue[sd]|Advertisement|ADVERTISEMENT|toggle caption"
)
_SENTENCE_END = re.compile(r"""[.!?…:;,]["”’')\]]*\s*$""")
_INNER_END = re.compile(r"""[.!?]["”’')\]]*\s+["“‘'(\[]*[A-Z0-9]""")


class Paragraph(NamedTuple):
    """The marks of a block and how they were read. `runs_on`: the quotation left open goes on in a later block."""

    block: Block
    marks: list[Mark]
    reading: Reading
    runs_on: bool


def read_blocks(prose: str, blocks: Sequence[Block]) -> list[Paragraph]:
    """The blocks with double marks in them, read; lines that a scraper cut in mid-sentence count as one block."""
    whole = _whole_blocks(prose, blocks)
    found = [find_marks(prose, block.start, block.end)[:_MOST_MARKS] for block in whole]
    out = []
    for i, (block, marks) in enumerate(zip(whole, found, strict=True)):
        if marks:
            runs_on = partial(_runs_on, prose, block) if _followed(prose, whole, found, i) else _never
            reading = read(marks, runs_on)
            out.append(Paragraph(block, marks, reading, bool(reading.open) and runs_on(marks[reading.open[0]])))
    return out


def _whole_blocks(prose: str, blocks: Sequence[Block]) -> list[Block]:
    """Blocks, joined where one breaks off in mid-sentence and the next goes on in lower case."""
    out: list[Block] = []
    for block in blocks:
        before = out[-1] if out else None
        if (
            before is not None
            and before.kind == block.kind == "paragraph"
            and block.start - before.end < 8
            and (prose[before.end - 1].isalnum() or prose[before.end - 1] in ",-–—")
            and prose[block.start : block.start + 8].lstrip()[:1].islower()
        ):
            out[-1] = before._replace(end=block.end)
        else:
            out.append(block)
    return out


def _never(mark: Mark) -> bool:
    return False


def _runs_on(prose: str, block: Block, mark: Mark) -> bool:
    """Whether a quotation that a mark opens may go on in the next block: no part of a sentence, unreported."""
    return not _partial(prose, block, mark) and not SAID.search(prose, mark.end, block.end)


def _followed(prose: str, blocks: Sequence[Block], found: Sequence[Sequence[Mark]], i: int) -> bool:
    """Whether the next block of text opens with a mark; headings and furniture between do not count."""
    for j in range(i + 1, min(len(blocks), i + 2 + _MOST_FURNITURE)):
        block, marks = blocks[j], found[j]
        if marks and marks[0].face != CLOSE and not any(map(str.isalnum, prose[block.start : marks[0].start])):
            return True
        if marks or not furniture(prose, block):
            return False
    return False


def furniture(prose: str, block: Block) -> bool:
    """Whether a block may stand between two paragraphs of one quotation: a heading, a caption, an ellipsis."""
    text = prose[block.start : block.end]
    if block.kind in ("heading", "caption") or _FURNITURE.search(text):
        return True
    return (len(text) <= 90 and not _SENTENCE_END.search(text)) or not any(map(str.isalpha, text))


def _partial(prose: str, block: Block, mark: Mark) -> bool:
    """Whether a mark opens some words of a sentence ("a terrible situation"): they end with their paragraph."""
    before = prose[block.start : mark.start].rstrip()
    if not before or before[-1] in ":.!?":
        return False
    after = prose[mark.end : block.end].lstrip("…. '‘[(")
    return after[:1].islower() and not _INNER_END.search(after)
