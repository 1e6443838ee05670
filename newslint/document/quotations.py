"""Direct quotations, paired paragraph by paragraph, and what is wrong with their marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from newslint.document.blocks import Block
from newslint.model import Hit


@dataclass(slots=True)
class Quotations:
    """`spans`: direct quotations `[start, end)`, marks included, in order, never overlapping.

    `problems`: hits by rule name, found while pairing.
    """

    spans: list[tuple[int, int]] = field(default_factory=list)
    problems: dict[str, list[Hit]] = field(default_factory=dict)

    def holds(self, offset: int) -> bool:
        """Whether an offset lies inside a direct quotation."""
        i = bisect_right(self.spans, (offset, 1 << 62)) - 1
        return i >= 0 and offset < self.spans[i][1]


def find_quotations(prose: str, blocks: Sequence[Block]) -> Quotations:
    """Pair the double quotation marks of each block; an open one runs to the end of its block."""
    found = Quotations()
    for block in blocks:
        opened = -1
        for at in range(block.start, block.end):
            mark = prose[at]
            if mark == "“" or (mark == '"' and opened < 0):
                opened = at if opened < 0 else opened
            elif mark in '”"' and opened >= 0:
                found.spans.append((opened, at + 1))
                opened = -1
        if opened >= 0:
            found.spans.append((opened, block.end))
    return found
