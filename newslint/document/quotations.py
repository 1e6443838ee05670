"""Direct quotations, paired paragraph by paragraph, and what is wrong with their marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from newslint.document.blocks import Block
from newslint.document.marks import doubled_marks
from newslint.document.pairing import BOTH, CLOSES, OPENS, REOPENS
from newslint.document.quote_faults import find_faults
from newslint.document.quoted_blocks import Paragraph, all_marks, odd_lines, read_blocks, whole_blocks
from newslint.document.single_quotes import Singles, find_singles
from newslint.lazy import view
from newslint.model import Hit


class Quotations:
    """The quotations of one article. Nothing is computed before it is asked for.

    `prose` and the offsets are those of the document; `blocks` is called when the marks do not simply pair; `quoted`
    are spans that markup calls quotations.
    """

    def __init__(
        self,
        prose: str,
        blocks: Callable[[], Sequence[Block]],
        quoted: Sequence[tuple[int, int]] = (),
    ) -> None:
        self._prose = prose
        self._blocks = blocks
        self._quoted = quoted
        self._known: dict[int, Paragraph | None] = {}
        self._near: dict[int, Sequence[tuple[int, int]]] = {}  # by index of the block

    @view
    def _whole(self) -> list[Block]:
        return whole_blocks(self._prose, self._blocks())

    @view
    def paragraphs(self) -> list[Paragraph]:
        """The blocks that hold double quotation marks, with their marks read."""
        return self._of(all_marks(self._prose))

    def _of(self, places: Sequence[int]) -> list[Paragraph]:
        return read_blocks(self._prose, self._whole, places, self._known) if places else []

    @view
    def spans(self) -> list[tuple[int, int]]:
        """Direct quotations `[start, end)`, marks included, in order, never overlapping, single marks among them.

        One that runs over several paragraphs has a span in each; one that is never closed ends with its block.
        """
        return _merged(self.paragraphs, self.singles.pairs if self._has_singles else ())

    def near(self, offset: int) -> Sequence[tuple[int, int]]:
        """Those of the `spans` in the block that holds an offset, or that comes before it: cheaper than all of them."""
        whole = self._whole
        i = bisect_right(whole, offset, key=_start) - 1
        if i < 0:
            return ()
        found = self._near.get(i)
        if found is None:
            pairs: Sequence[tuple[int, int]] = ()
            if self._has_singles:
                lines = self._blocks()
                parts = lines[
                    bisect_left(lines, whole[i].start, key=_start) : bisect_left(lines, whole[i].end, key=_start)
                ]
                pairs = find_singles(self._prose, parts).pairs
            found = self._near[i] = _merged(self._of([offset]), pairs)
        return found

    @view
    def _has_singles(self) -> bool:
        return "'" in self._prose or "‘" in self._prose

    @view
    def singles(self) -> Singles:
        """Single quotation marks and apostrophes."""
        return find_singles(self._prose, self._blocks())

    @view
    def problems(self) -> dict[str, list[Hit]]:
        """Hits by rule name, found while pairing; {} when a glance shows that all is well."""
        lines = odd_lines(self._prose)
        return find_faults(self._prose, self._whole, self._of(lines)) if lines else {}

    @view
    def doubled(self) -> list[Hit]:
        """Hits for two single marks that stand for a double one."""
        paragraphs = self._of(doubled_marks(self._prose))
        return find_faults(self._prose, self._whole, paragraphs).get("doubled-single", [])

    def at(self, offset: int) -> tuple[int, int] | None:
        """That of the `spans` that holds an offset."""
        return _last_before(self.near(offset), offset, offset + 1)

    def begins(self, offset: int) -> bool:
        """Whether the mark at an offset opens one of the `spans`."""
        found = self.at(offset)
        return found is not None and found[0] == offset

    def holds(self, offset: int) -> bool:
        """Whether an offset lies inside a direct quotation, those that markup names among them."""
        return self.meet(offset, offset)

    def meet(self, start: int, end: int) -> bool:
        """Whether `[start, end)`, or the character at `start` if that is empty, reaches into a direct quotation."""
        end = max(end, start + 1)
        near = (self.near(start), self.near(end))
        return any(_last_before(spans, start, end) is not None for spans in near) or any(
            first < end and start < last for first, last in self._quoted
        )


def _last_before(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """The last of sorted spans, which do not overlap, that shares a character with `[start, end)`."""
    i = bisect_left(spans, (end, 0)) - 1
    return spans[i] if i >= 0 and start < spans[i][1] else None


def _start(block: Block) -> int:
    return block.start


def _merged(paragraphs: Sequence[Paragraph], singles: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Quotations in double marks, and those in single ones that stand in no other, in order."""
    out: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        out += _spans(paragraph)
    pairs = ((start, end + 1) for start, end in singles)
    others = [span for span in pairs if _last_before(out, *span) is None]
    return sorted(out + others) if others else out


def _spans(paragraph: Paragraph) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    start = -1
    for mark, role in zip(paragraph.marks, paragraph.reading.roles, strict=True):
        if role == OPENS:
            start = mark.start
        elif role == REOPENS:
            out.append((start, mark.start))
            start = mark.start
        elif role in (CLOSES, BOTH):
            out.append((start, mark.end))
            start = -1
    if start >= 0:
        out.append((start, paragraph.block.end))
    return out
