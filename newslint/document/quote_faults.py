"""What the readings of an article's quotation marks say is wrong, as hits by rule name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.document.blocks import Block
from newslint.document.marks import CLOSE, CURLY, DOUBLED, LOW, OPEN, REPORTING, STRAIGHT, Mark
from newslint.document.pairing import BOTH, EXTRA, NESTS, OPENS, REOPENS, UNIT, UNNESTS
from newslint.document.quoted_blocks import Paragraph
from newslint.model import Edit, Hit

Problems = dict[str, list[Hit]]

_SENTENCE = re.compile(r"""[.!?…]["”’')\]]*\s+(?=["“‘'(\[]*[A-Z0-9$£€])""")
_SAID = re.compile(rf"(?P<end>[,?!]) (?={REPORTING.pattern})")
_ENDS = re.compile(r"[.!?…]['’)\]]*$")
_GLYPHS = {(CURLY, OPEN): "“", (CURLY, CLOSE): "”", (STRAIGHT, OPEN): '"', (STRAIGHT, CLOSE): '"'}
_MOST_BETWEEN = 12  # plain paragraphs between an opening mark and the mark that closes what it opened


def find_faults(prose: str, blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> Problems:
    """All faults, in order of place within each rule."""
    faults = _Faults(prose, blocks, paragraphs)
    for i, paragraph in enumerate(paragraphs):
        faults.look(i, paragraph)
    return {name: sorted(hits) for name, hits in faults.problems.items()}


class _Faults:
    def __init__(self, prose: str, blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> None:
        self.prose = prose
        self.blocks = blocks
        self.paragraphs = paragraphs
        self.problems: Problems = {}
        self.curly = prose.count("“") + prose.count("”")
        self.straight = prose.count('"')
        self.skip: set[int] = set()  # starts of closing marks that another finding speaks of

    def add(self, rule: str, hit: Hit) -> None:
        self.problems.setdefault(rule, []).append(hit)

    def look(self, index: int, paragraph: Paragraph) -> None:
        marks, roles = paragraph.marks, paragraph.reading.roles
        opened: list[int] = []
        for i, (mark, role) in enumerate(zip(marks, roles, strict=True)):
            if role == UNIT:
                continue
            way = OPEN if role in (OPENS, REOPENS, NESTS) else CLOSE
            if mark.style == CURLY and mark.face != way and not (opened and marks[opened[-1]].style == LOW):
                self.reversed(mark, way)
            if role == OPENS:
                opened = [i]
            elif role == NESTS:
                opened.append(i)
            elif role == REOPENS:
                self.reopened(paragraph, opened, i)
                opened = [i]
            elif role == EXTRA:
                self.extra(paragraph, i)
            else:
                if role == BOTH:
                    self.one_for_two(paragraph, opened, i)
                top = opened.pop() if opened else i
                self.pair(marks[top], mark)
                if role == UNNESTS:
                    self.nested(marks[top], mark)
                if role == BOTH:
                    opened = []
        left = paragraph.reading.open
        if len(left) == 2 or (left and not paragraph.runs_on):
            self.unclosed(index, paragraph, left[-1])

    def reversed(self, mark: Mark, way: int) -> None:
        right = "“" if way == OPEN else "”"
        edit = Edit(mark.start, mark.end, right)
        self.add(
            "reversed-quote",
            Hit(mark.start, mark.end, values={"mark": self._text(mark), "right": right}, fixes=((edit,),)),
        )

    def pair(self, first: Mark, second: Mark) -> None:
        if first.style == second.style or LOW in (first.style, second.style):
            return
        style = self._style(first, second)
        wrong, way = (first, OPEN) if style != first.style else (second, CLOSE)
        right = _GLYPHS[style, way]
        values = {"opener": self._text(first), "closer": self._text(second), "right": right}
        self.add(
            "mixed-pair", Hit(wrong.start, wrong.end, values=values, fixes=((Edit(wrong.start, wrong.end, right),),))
        )

    def _style(self, first: Mark, second: Mark) -> str:
        """The style a mixed pair should have: that of the article's other marks, or of its opening mark."""
        if first.style == DOUBLED:
            return second.style
        if second.style == DOUBLED:
            return first.style
        if self.curly == self.straight:
            return first.style
        return CURLY if self.curly > self.straight else STRAIGHT

    def nested(self, first: Mark, second: Mark) -> None:
        if first.style != second.style or first.style not in (CURLY, STRAIGHT):
            return
        singles = "‘’" if first.style == CURLY else "''"
        edits = (Edit(first.start, first.end, singles[0]), Edit(second.start, second.end, singles[1]))
        self.add("nested-quote", Hit(first.start, second.end, "paired", {}, (edits,)))

    def one_for_two(self, paragraph: Paragraph, opened: Sequence[int], i: int) -> None:
        inner = paragraph.marks[opened[-1]]
        self.add("nested-quote", Hit(inner.start, inner.end, "", {}))

    def reopened(self, paragraph: Paragraph, opened: Sequence[int], i: int) -> None:
        """A mark opens while the quotation before it is still open."""
        marks = paragraph.marks
        first, mark = marks[opened[-1]], marks[i]
        between = self.prose[first.end : mark.start]
        place = self._place_of_close(first.end, mark.start)
        if place is not None:
            fix = (Edit(place, place, self._closer(first)),)
            self.add("unclosed-quote", Hit(first.start, first.end, "", {}, (fix,)))
        elif not between.strip():
            self.add("nested-quote", Hit(first.start, mark.end, "twice", {}))
        elif mark.fresh:
            at = first.end + len(between.rstrip())
            close, break_ = (Edit(at, at, self._closer(first)),), (Edit(at, mark.start, "\n\n"),)
            self.add("unclosed-quote", Hit(mark.start, mark.end, "lost-break", {}, (close, break_)))
        else:
            self.add("unclosed-quote", Hit(first.start, first.end, "", {}))

    def extra(self, paragraph: Paragraph, i: int) -> None:
        mark = paragraph.marks[i]
        if mark.start in self.skip:
            return
        low = paragraph.marks[i - 1].end if i else paragraph.block.start
        place = self._place_of_open(paragraph, i, low, mark)
        fixes = () if place is None else ((Edit(place, place, _GLYPHS[self._plain(mark), OPEN]),),)
        self.add("unopened-quote", Hit(mark.start, mark.end, "", {}, fixes))

    def unclosed(self, index: int, paragraph: Paragraph, left: int) -> None:
        mark, block = paragraph.marks[left], paragraph.block
        later = self._closed_later(index, paragraph)
        if later is not None:
            closer, starts = later
            self.skip.add(closer.start)
            edits = tuple(Edit(at, at, _GLYPHS[self._plain(mark), OPEN]) for at in starts)
            self.add(
                "unclosed-quote", Hit(mark.start, mark.end, "runs-on", {}, (edits,), ((closer.start, closer.end),))
            )
            return
        place = self._place_of_close(mark.end, block.end)
        if place is None and self._whole(paragraph, left):
            place = block.start + len(self.prose[block.start : block.end].rstrip())
        fixes = () if place is None else ((Edit(place, place, self._closer(mark)),),)
        self.add("unclosed-quote", Hit(mark.start, mark.end, "", {}, fixes))

    def _closed_later(self, index: int, paragraph: Paragraph) -> tuple[Mark, list[int]] | None:
        """The mark that closes in a later paragraph what this one left open, and where the paragraphs up to it start.

        All between must be free of marks, and the closing paragraph must not open before it closes.
        """
        if index + 1 == len(self.paragraphs):
            return None
        after = self.paragraphs[index + 1]
        if after.reading.roles[0] != EXTRA:
            return None
        first = self.blocks.index(paragraph.block)
        last = self.blocks.index(after.block, first)
        if last - first > _MOST_BETWEEN:
            return None
        return after.marks[0], [block.start for block in self.blocks[first + 1 : last + 1]]

    def _place_of_close(self, start: int, end: int) -> int | None:
        """Where the closing mark was lost: before the one reporting clause ("We won, he said.")."""
        found = list(_SAID.finditer(self.prose, start, end))
        return found[0].end("end") if len(found) == 1 else None

    def _whole(self, paragraph: Paragraph, left: int) -> bool:
        """Whether a quotation left open fills the paragraph from its mark on, in full sentences."""
        prose, block, mark = self.prose, paragraph.block, paragraph.marks[left]
        before = prose[block.start : mark.start].rstrip()
        after = prose[mark.end : block.end].rstrip()
        if not _ENDS.search(after) or not after[:1].isupper():
            return False
        return not before or before[-1] in ":" or bool(left and mark.fresh)

    def _place_of_open(self, paragraph: Paragraph, i: int, low: int, mark: Mark) -> int | None:
        """Where the opening mark was lost, if it is certain."""
        prose = self.prose
        before = prose[low : mark.start]
        inside = before.rstrip()
        said = inside[-1:] in {",", "?", "!"} and REPORTING.match(prose, mark.end + 1)
        starts = [low + match.end() for match in _SENTENCE.finditer(before)]
        if i == 0:
            starts.insert(0, paragraph.block.start)
        colon = before.rfind(": ")
        if colon >= 0 and before[colon + 2 : colon + 3].isupper() and not (said or inside[-1:].isalnum()):
            return low + colon + 2
        if said and len(starts) == 1:
            return starts[0]
        return None

    def _closer(self, mark: Mark) -> str:
        return _GLYPHS[self._plain(mark), CLOSE]

    def _plain(self, mark: Mark) -> str:
        return mark.style if mark.style in (CURLY, STRAIGHT) else CURLY if self.curly > self.straight else STRAIGHT

    def _text(self, mark: Mark) -> str:
        return self.prose[mark.start : mark.end]
