"""The blocks of plain text: paragraphs, found by looking at how the file breaks its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Block(NamedTuple):
    """A paragraph-like piece of prose `[start, end)`, without surrounding newlines.

    `kind`: paragraph, heading, item, quote, caption, cell, or attribute. `zone`: what markup says of it ("" = unknown).
    """

    start: int
    end: int
    kind: str = "paragraph"
    zone: str = ""


_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ENDS_SENTENCE = re.compile(r"""[.!?:;…"”'’)\]*_-]\s*$""")
_ITEM = re.compile(r"\s*(?:[•·‣▪●○*–—-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S")
_WRAP_LEAST, _WRAP_MOST = 40, 110  # a wrapped line is no longer, and most are no shorter


def text_blocks(prose: str) -> Sequence[Block]:
    """One block a line, or, in hard-wrapped text, one block a run of lines."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(prose)]
    if hard_wrapped(prose, lines):
        lines = _joined(prose, lines)
    return [Block(start, end, "item" if _ITEM.match(prose, start, end) else "paragraph") for start, end in lines]


def hard_wrapped(prose: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether lines are broken for width, so that a single newline ends no paragraph.

    Judged once for the whole text: most line breaks (blank lines apart) must fall inside a sentence, between
    lines of a width that somebody wraps at.
    """
    inside = breaks = 0
    for (start, end), (begin, stop) in zip(lines, lines[1:], strict=False):
        if end + 1 < begin and "\n" in prose[end + 1 : begin]:
            continue
        if stop - begin > _WRAP_MOST * 2 or end - start > _WRAP_MOST * 2:
            return False
        breaks += 1
        if (
            _WRAP_LEAST <= end - start <= _WRAP_MOST
            and not prose[begin].isspace()
            and not _ENDS_SENTENCE.search(prose, start, end)
        ):
            inside += 1 if prose[begin].islower() or prose[end - 1] == "," else 0.5
    return breaks > 0 and inside >= breaks * 0.45


def _joined(prose: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of lines that make one paragraph: a blank line, an indent or a list mark begins a new one."""
    out: list[tuple[int, int]] = []
    for start, end in lines:
        if (
            out
            and start == out[-1][1] + 1
            and not prose.startswith(("  ", "\t"), start)
            and not _ITEM.match(prose, start, end)
        ):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out
