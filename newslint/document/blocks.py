"""The blocks of plain text: paragraphs, found by looking at how the file breaks its lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newslint.lazy import lazy


class Block(NamedTuple):
    """A paragraph-like piece of prose `[start, end)`, without surrounding newlines.

    `kind`: paragraph, heading, item, quote, caption, cell, or attribute. `zone`: what markup says of it ("" = unknown).
    """

    start: int
    end: int
    kind: str = "paragraph"
    zone: str = ""


_ENDS_SENTENCE = lazy(r"""[.!?:;…"”'’)\]*_-]\s*$""")
_ITEM = lazy(r"\s*(?:[•·‣▪●○*–—-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S")
_LEAST_WIDTH, _MOST_WIDTH = 30, 120  # code points that somebody wraps at
LONGEST_LINE = 2 * _MOST_WIDTH  # code points; a text with a longer one is not wrapped
_LEAST_SHARE = 0.6  # of the line breaks behind no stop, those that a limit of width explains


def text_blocks(prose: str) -> Sequence[Block]:
    """One block a line, or, in hard-wrapped text, one block a run of lines."""
    blocks: list[Block] = []
    at = longest = 0
    for line in prose.split("\n"):
        size = len(line)
        if size and not line.isspace():
            kind = "paragraph" if line[:2].isalpha() or not _ITEM.match(line) else "item"
            blocks.append(Block(at, at + size, kind))
            if size > longest:
                longest = size
        at += size + 1
    if longest > LONGEST_LINE:
        return blocks
    lines = [(block.start, block.end) for block in blocks]
    width = wrap_width(prose, lines)
    if not width:
        return blocks
    lines = _joined(prose, lines, width)
    return [Block(start, end, "item" if _is_item(prose, start, end) else "paragraph") for start, end in lines]


def _is_item(prose: str, start: int, end: int) -> bool:
    """Whether a line begins as an item of a list does; most begin with two letters."""
    return not prose[start : start + 2].isalpha() and _ITEM.match(prose, start, end) is not None


def wrap_width(prose: str, lines: Sequence[tuple[int, int]]) -> int:
    """The width at which the lines of a text are broken; 0 when a newline ends a paragraph.

    Judged once for the whole text, by the breaks (blank lines apart) behind no stop: in wrapped text most of them
    go on in lower case, or stand where the first word of the next line would not have fitted.
    """
    if len(lines) < 2:
        return 0
    widths = sorted(end - start for start, end in lines)
    width = widths[len(widths) * 97 // 100]  # an address or a row of a table may be longer
    if width < _LEAST_WIDTH or width > _MOST_WIDTH or widths[-1] > LONGEST_LINE:
        return 0
    breaks = explained = lower = 0
    for (start, end), (begin, stop) in pairwise(lines):
        if begin != end + 1 or prose[begin].isspace() or _is_item(prose, begin, stop):
            continue
        if _ENDS_SENTENCE.search(prose, max(start, end - 10), end):
            continue
        breaks += 1
        if prose[begin].islower():
            lower += 1
            explained += 1
        elif not _fits(prose, (start, end), (begin, stop), width):
            explained += 1
    # A few lines that go on in lower case may be a list ("flour⏎salt"): most of them must be wide as well.
    return width if breaks and lower and explained >= breaks * _LEAST_SHARE and _wide(lines, width) else 0


def _fits(prose: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the first word of the next line had room on this one."""
    begin, stop = following
    space = prose.find(" ", begin, stop)
    word = (stop if space < 0 else space) - begin
    return line[1] - line[0] + 1 + word <= width - 3


def _wide(lines: Sequence[tuple[int, int]], width: int) -> bool:
    """Whether many lines come near the width: lists and verse have lines of every length."""
    return sum(end - start >= width * 0.75 for start, end in lines) >= len(lines) * 0.3


def _joined(prose: str, lines: Sequence[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    """Runs of lines that make one paragraph.

    A blank line, an indent or a list mark begins a new one, and so does a line behind a stop on a line that had room.
    """
    out: list[tuple[int, int]] = []
    last = (0, 0)
    for line in lines:
        start, end = line
        if (
            out
            and start == last[1] + 1
            and not prose.startswith(("  ", "\t"), start)
            and not _is_item(prose, start, end)
            and not (
                _ENDS_SENTENCE.search(prose, max(last[0], last[1] - 10), last[1])
                and _fits(prose, last, line, width - 12)
            )
        ):
            out[-1] = (out[-1][0], end)
        else:
            out.append(line)
        last = line
    return out
