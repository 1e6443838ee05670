"""Paragraphs and sentences that stand twice in one article.

Looked for in every article, so first asked at C speed: is any stretch between two stops the same as another? Nearly
always the answer is no, and neither blocks nor sentences need to be made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newslint.document.blocks import Block

LEAST = 40  # code points of a sentence that is looked at; shorter ones repeat by chance ("He declined to comment.")
_LEAST_WORDS = 6
_STOPS = bytes.maketrans(b'.!?"', b"\n\n\n\n")


class Duplicate(NamedTuple):
    """`later` and `first` copy: indexes of blocks, or of sentences, and how many copies there are in all."""

    later: int
    first: int
    copies: int


class Duplicates(NamedTuple):
    """Later copies in order of place; sentences of a repeated paragraph are not given again."""

    paragraphs: list[Duplicate]
    sentences: list[Duplicate]


def find_duplicates(
    prose: str, blocks: Callable[[], Sequence[Block]], sentences: Callable[[], Sequence[tuple[int, int]]]
) -> Duplicates:
    """The paragraphs and sentences that equal an earlier one, white space and the ends of lines apart."""
    if not may_repeat(prose):
        return Duplicates([], [])
    paragraphs = _later([prose[block.start : block.end] for block in blocks()])
    taken = [blocks()[found.later] for found in paragraphs]
    spans = sentences()
    inside = _within(spans, [(block.start, block.end) for block in taken])
    texts = ["" if skip else prose[start:end] for (start, end), skip in zip(spans, inside, strict=True)]
    return Duplicates(paragraphs, _later(texts))


def may_repeat(prose: str) -> bool:
    """Whether any stretch between stops, quotation marks and newlines stands twice.

    May be wrong, and misses only sentences made of nothing but short pieces.
    """
    data = (prose if prose.isascii() else prose.replace("’", "'")).encode("latin-1", "replace")
    parts = [part for part in data.translate(_STOPS, b" \t\r").split(b"\n") if len(part) >= _LEAST_PART]
    return len(set(parts)) < len(parts)


_LEAST_PART = 22  # bytes without blanks; a sentence of LEAST code points may hold an abbreviation


def _later(texts: Sequence[str]) -> list[Duplicate]:
    first: dict[str, int] = {}
    copies: dict[str, int] = {}
    again: list[tuple[int, str]] = []
    for index, text in enumerate(texts):
        if len(text) < LEAST:
            continue
        folded = " ".join(text.split())
        if first.setdefault(folded, index) != index and folded.count(" ") >= _LEAST_WORDS - 1:
            again.append((index, folded))
        copies[folded] = copies.get(folded, 0) + 1
    return [Duplicate(index, first[folded], copies[folded]) for index, folded in again]


def _within(spans: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> list[bool]:
    """For each span, in order, whether it lies in one of the others, in order."""
    out, i = [], 0
    for start, end in spans:
        while i < len(others) and others[i][1] <= start:
            i += 1
        out.append(i < len(others) and others[i][0] <= start and end <= others[i][1])
    return out
