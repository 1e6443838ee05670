"""The blocks of an article that hold quotation marks, their marks paired, and what runs on from one to the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newslint.document.blocks import Block
from newslint.document.half_pairs import closer
from newslint.document.marks import Mark, find_marks
from newslint.document.pairing import Reading, in_turn, read
from newslint.document.plain_turns import plain_turns
from newslint.document.reporting import CLAUSE, SAID
from newslint.document.turns import pairs_in_turn, straight_in_turn
from newslint.lazy import lazy
from newslint.lexicon import abbreviations

MOST_MARKS = 1000  # of one block that are looked at: more are no copy
_ALL = ("“", "”", '"', "''", "``", "’’", "‘‘", "„", "‟")
OPENS_BLOCK = lazy(r"""[^\w"“”„]{0,6}(?:["“„‟]|''|``|‘‘|”(?=\w))""")
FINAL = frozenset('.!?"”’)…:;')
STARTS_TEXT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ“\"‘'")
_LONG = 90  # code points of a line that is no heading, so that it ends with a stop or is cut
_MOST_FURNITURE = 8  # blocks that may stand between two paragraphs of one quotation
_FURNITURE = lazy(r"Replay More Videos|MUST WATCH|Story [Cc]ontinue[sd]|Advertisement|ADVERTISEMENT|toggle caption")
_SENTENCE_END = lazy(r"""[.!?…:;,]["”’')\]]*\s*$""")
_RESUMES = lazy(rf"""[,.?!]["”] (?:{CLAUSE.pattern})[^"“”]{{0,80}},$""")
_INNER_END = lazy(r"""[.!?]["”’')\]]*\s+["“‘'(\[]*[A-Z0-9]""")


class Paragraph(NamedTuple):
    """The marks of a block and how they were read. `runs_on`: the quotation left open goes on in a later block.

    `number` is the place of the block among the `whole_blocks` of the article.
    """

    number: int
    block: Block
    marks: list[Mark]
    reading: Reading
    runs_on: bool


def read_blocks(
    prose: str, whole: Sequence[Block], places: Sequence[int], known: dict[int, Paragraph | None]
) -> list[Paragraph]:
    """Those of the `whole_blocks` that hold one of the `places` (offsets) and have double marks in them, read.

    `known` keeps what was read, by the place of the block among all.
    """
    starts = [block.start for block in whole]
    out = []
    for i in sorted({bisect_right(starts, place) - 1 for place in places} - {-1}):
        if i not in known:
            known[i] = _read(prose, whole, i)
        paragraph = known[i]
        if paragraph is not None:
            out.append(paragraph)
    return out


def _read(prose: str, whole: Sequence[Block], i: int) -> Paragraph | None:
    block = whole[i]
    going_on = _RunsOn(prose, whole, i)
    marks = plain_turns(prose, block.start, block.end)
    if marks is not None and len(marks) <= MOST_MARKS:
        reading = in_turn(len(marks))
    else:
        marks = find_marks(prose, block.start, block.end)[:MOST_MARKS]
        reading = read(marks, going_on)
    if not marks:
        return None
    return Paragraph(i, block, marks, reading, bool(reading.open) and going_on(marks[reading.open[0]]))


def all_marks(prose: str) -> list[int]:
    """Offsets of everything that may be a double quotation mark."""
    out: list[int] = []
    for sign in _ALL:
        at = prose.find(sign)
        while at >= 0:
            out.append(at)
            at = prose.find(sign, at + 1)
    return out


class _RunsOn:
    """Whether a quotation that a mark opens in block i may go on in the next; each mark is judged once."""

    def __init__(self, prose: str, blocks: Sequence[Block], i: int) -> None:
        self._where = prose, blocks, i
        self._known: dict[Mark, bool] = {}

    def __call__(self, mark: Mark) -> bool:
        known = self._known.get(mark)
        if known is None:
            known = self._known[mark] = runs_on(*self._where, mark)
        return known


def _goes_on(first: str, before: Block) -> bool:
    return first.islower() or (first.isalpha() and before.end - before.start >= _LONG)


def has_mark(prose: str, start: int, end: int) -> bool:
    """Whether `prose[start:end]` holds a double quotation mark."""
    return any(prose.find(mark, start, end) >= 0 for mark in _ALL)


_PAIRED = lazy(r"""[^"“”]*+(?:(?:(?<![^ ])"[^"“”]*+(?<! )"|“[^"“”]*+”)[^"“”]*+)*+""")  # one line


def odd_lines(prose: str) -> list[int]:
    """Offsets of the first characters of lines where marks do not open and close in turn.

    In turn means: in one style, straight openers behind a space, marks made of two single ones not looked at. Pieces
    of the text between marks answer for most articles, at several hundred megabytes a second.
    """
    straight, curly = '"' in prose, "“" in prose or "”" in prose
    if not (straight or curly):
        return []
    if (not curly and straight_in_turn(prose)) or (not straight and pairs_in_turn(prose, "“", "”")):
        return []
    out, at = [], 0
    for line in prose.split("\n"):
        if ('"' in line or "“" in line or "”" in line) and not _PAIRED.fullmatch(line):
            out.append(at + len(line) - len(line.lstrip()))
        at += len(line) + 1
    return out


def whole_blocks(prose: str, blocks: Sequence[Block]) -> list[Block]:
    """Blocks, joined where a scraper cut a sentence: one breaks off in mid-sentence and the next goes on."""
    out: list[Block] = []
    for block in blocks:
        before = out[-1] if out else None
        if before is None or (prose[before.end - 1] in FINAL and prose[block.start] in STARTS_TEXT):
            out.append(block)
            continue
        if before.kind == block.kind == "paragraph" and block.start - before.end < 8:
            words = prose[max(before.start, before.end - 30) : before.end].split()
            last = words[-1] if words else "."
            first = prose[block.start : block.start + 60].lstrip()[:1]
            unfinished = last[-1].isalnum() or last[-1] in ",-–—" or (first.islower() and last in abbreviations())
            if unfinished and _goes_on(first, before):
                out[-1] = before._replace(end=block.end)
                continue
        out.append(block)
    return out


def runs_on(prose: str, blocks: Sequence[Block], i: int, mark: Mark) -> bool:
    """Whether a quotation that a mark opens in block i may go on in the next: no part of a sentence, unreported."""
    block = blocks[i]
    return (
        _followed(prose, blocks, i)
        and not _partial(prose, block, mark)
        and SAID.search(prose, mark.end, block.end) is None
        and not _reported(prose, block, mark)
    )


def _reported(prose: str, block: Block, mark: Mark) -> bool:
    """Whether a single mark closes the quotation before a reporting clause (“We won,' he said)."""
    at = closer(prose, mark.end, block.end)
    return at is not None and CLAUSE.match(prose, at + 2) is not None


def _followed(prose: str, blocks: Sequence[Block], i: int) -> bool:
    """Whether the next block of text opens with a mark; headings and furniture between do not count."""
    for block in blocks[i + 1 : i + 2 + _MOST_FURNITURE]:
        if OPENS_BLOCK.match(prose, block.start, block.end):
            return True
        if has_mark(prose, block.start, block.end) or not furniture(prose, block):
            return False
    return False


def furniture(prose: str, block: Block) -> bool:
    """Whether a block may stand between two paragraphs of one quotation: a heading, a caption, an ellipsis."""
    text = prose[block.start : block.end]
    if block.kind in ("heading", "caption") or _FURNITURE.search(text):
        return True
    return (len(text) <= 90 and not _SENTENCE_END.search(text)) or not any(map(str.isalpha, text))


def _partial(prose: str, block: Block, mark: Mark) -> bool:
    """Whether a mark opens some words of a sentence ("a terrible situation"): they end with their paragraph.

    Not where it goes on with a quotation that a reporting clause interrupts (“No,” she said, “not yet.).
    """
    before = prose[block.start : mark.start].rstrip()
    if not before or before[-1] in ":.!?" or _RESUMES.search(before):
        return False
    after = prose[mark.end : block.end].lstrip("…. '‘[(")
    return after[:1].islower() and not _INNER_END.search(after)
