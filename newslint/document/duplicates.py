"""Paragraphs and sentences that stand twice in one article.

Looked for in every article, so first asked at C speed: is any stretch between two stops the same as another? Nearly
always the answer is no, and neither blocks nor sentences need to be made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newslint.document.blocks import Block
from newslint.document.sentences import find_sentences

LEAST = 40  # code points of a sentence that is looked at; shorter ones repeat by chance ("He declined to comment.")
_LEAST_WORDS = 6
_STOPS = bytes.maketrans(b'.!?"', b"\n\n\n\n")
_STOPS_WRAPPED = bytes.maketrans(b'.!?"', b"\0\0\0\0")


class Duplicate(NamedTuple):
    """`later` and `first` copy: indexes of blocks, or of sentences, and how many copies there are in all."""

    later: int
    first: int
    copies: int


class Duplicates(NamedTuple):
    """Later copies in order of place; sentences of a repeated paragraph are not given again.

    `paragraphs` index the blocks of the document, `sentences` the spans of `among`: the sentences of those blocks in
    which anything stands twice.
    """

    paragraphs: list[Duplicate]
    sentences: list[Duplicate]
    among: Sequence[tuple[int, int]]


def find_duplicates(prose: str, blocks: Callable[[], Sequence[Block]]) -> Duplicates:
    """The paragraphs and sentences that equal an earlier one, white space and the ends of lines apart."""
    ways = (False, True) if _is_wrapped(prose) else (False,)
    found = {wrapped: twice for wrapped in ways if (twice := repeated_parts(prose, wrapped=wrapped))}
    if not found:
        return Duplicates([], [], ())
    some = []
    for i, block in enumerate(blocks()):
        text = prose[block.start : block.end]
        if any(not twice.isdisjoint(_parts(text, wrapped=wrapped)) for wrapped, twice in found.items()):
            some.append((i, block))
    texts = [prose[block.start : block.end] for _, block in some]
    paragraphs = [Duplicate(some[k][0], some[first][0], copies) for k, first, copies in _later(texts)]
    taken = {copy.later for copy in paragraphs}
    spans = find_sentences(prose, [block for _, block in some])
    inside = _within(spans, [(block.start, block.end) for i, block in some if i in taken])
    texts = ["" if skip else prose[start:end] for (start, end), skip in zip(spans, inside, strict=True)]
    return Duplicates(paragraphs, _later(texts), spans)


def repeated_parts(prose: str, *, wrapped: bool = False) -> frozenset[bytes]:
    """The stretches between stops, quotation marks and newlines that stand twice or oftener.

    Where there is none, no paragraph and no sentence stands twice, but for those made of nothing but short pieces.
    `wrapped`: lines are broken at a width, so that the end of one divides nothing.
    """
    parts = _parts(prose, wrapped=wrapped)
    if len(set(parts)) == len(parts):
        return frozenset()
    return frozenset(part for part, count in Counter(parts).items() if count > 1)


def _is_wrapped(prose: str) -> bool:
    lines = prose.count("\n") + 1
    return lines > 4 and len(prose) < _WRAPPED * lines


def _parts(prose: str, *, wrapped: bool) -> list[bytes]:
    data = (prose if prose.isascii() else prose.replace("’", "'")).encode("latin-1", "ignore")
    if wrapped:
        parts = b" ".join(data.translate(_STOPS_WRAPPED).split()).split(b"\0")
    else:
        parts = data.translate(_STOPS).split(b"\n")
    return [part.strip() for part in parts if len(part) >= _LEAST_PART]


_LEAST_PART = 28  # bytes; a sentence of LEAST code points may hold an abbreviation
_WRAPPED = 85  # code points of a line on the average


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
