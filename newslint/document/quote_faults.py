"""What the readings of an article's quotation marks say is wrong, as hits by rule name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.document import half_pairs
from newslint.document.blocks import Block
from newslint.document.lost_marks import place_of_close, place_of_open
from newslint.document.marks import CLOSE, CURLY, DOUBLED, LOW, OPEN, SPOKEN_OF, STRAIGHT, Mark
from newslint.document.pairing import BOTH, CLOSES, EXTRA, NESTS, OPENS, REOPENS, UNIT, UNNESTS
from newslint.document.quoted_blocks import Paragraph, has_mark
from newslint.document.reporting import CLAUSE
from newslint.lazy import lazy, view
from newslint.model import Edit, Hit

Problems = dict[str, list[Hit]]

# A mark that was read in the wrong encoding or never decoded: what it pairs with shows once it is mended.
_DAMAGED = lazy(
    r"&(?:quot|[lrb]dquo|#0?34|#x22|#822[012]|#x201[c-e]|#14[78]);|â€[œ\x9d\ufffd]|â\x80[\x9c\x9d]|‚Ä[úù]|[\x93\x94]"
    r"|(?<![A-Za-z])(?:\ufffd|ï¿½)|(?:\ufffd|ï¿½)(?![A-Za-z\ufffdï])",
    re.IGNORECASE,
)
_DAMAGE = ("&", "€", "\x80", "Ä", "\x93", "\x94", "\ufffd", "ï¿½")  # one of which stands in all of these
_BEHIND = lazy(rf"[\"”], (?={CLAUSE.pattern})")
_SENTENCE = lazy(r"[.!?] +[A-Z]")
_BLANK = frozenset(" \u00a0")
GLYPHS = {(CURLY, OPEN): "“", (CURLY, CLOSE): "”", (STRAIGHT, OPEN): '"', (STRAIGHT, CLOSE): '"'}
_MOST_BETWEEN = 12  # plain paragraphs between an opening mark and the mark that closes what it opened
_LONG = 150  # code points of some words inside a quotation
_SHORT = 50  # code points of a closing paragraph that may be the speaker's name


def find_faults(prose: str, blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> Problems:
    """All faults, in order of place within each rule. `blocks` are those that `paragraphs` were read from."""
    faults = _Faults(prose, blocks, paragraphs)
    damage = any(sign in prose for sign in _DAMAGE)
    for i, paragraph in enumerate(paragraphs):
        if not (damage and _DAMAGED.search(prose, paragraph.block.start, paragraph.block.end)):
            faults.look(i, paragraph)
    return faults.sorted()


class _Faults:
    def __init__(self, prose: str, blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> None:
        self.prose = prose
        self.blocks = blocks
        self.paragraphs = paragraphs
        self.problems: Problems = {}
        self.skip: set[int] = set()  # starts of closing marks that another finding speaks of

    @view
    def curly(self) -> int:
        return self.prose.count("“") + self.prose.count("”")

    @view
    def straight(self) -> int:
        return self.prose.count('"')

    @view
    def outside(self) -> bool:
        """Whether the article puts commas behind closing marks where somebody speaks (not where words are quoted)."""
        prose = self.prose
        if '",' not in prose and "”," not in prose:
            return False
        return len(_BEHIND.findall(prose)) > prose.count(',"') + prose.count(",”")

    def add(self, rule: str, hit: Hit) -> None:
        self.problems.setdefault(rule, []).append(hit)

    def sorted(self) -> Problems:
        """The problems, those of one mark that a mixed pair explains ("so“) left out."""
        mixed = {hit.start for hit in self.problems.get("mixed-pair", ())}
        turned = [hit for hit in self.problems.pop("reversed-quote", ()) if hit.start not in mixed]
        if turned:
            self.problems["reversed-quote"] = turned
        return {name: sorted(hits) for name, hits in self.problems.items()}

    def look(self, index: int, paragraph: Paragraph) -> None:
        marks, roles = paragraph.marks, paragraph.reading.roles
        opened: list[int] = []
        inner: list[tuple[Mark, Mark, Mark]] = []  # pairs inside the quotation that is open, behind its opening mark
        for i, (mark, role) in enumerate(zip(marks, roles, strict=True)):
            if role == UNIT:
                continue
            way = OPEN if role in (OPENS, REOPENS, NESTS) else CLOSE
            if mark.style == CURLY and mark.face != way and not (opened and marks[opened[-1]].style == LOW):
                self.reversed(mark, way)
            elif mark.style == STRAIGHT and role in (OPENS, CLOSES) and mark.lean != way:
                self.shifted(mark, way)
            if role == OPENS:
                opened = [i]
            elif role == NESTS:
                opened.append(i)
            elif role == REOPENS:
                self.reopened(paragraph, marks[opened[-1]], mark)
                self.nested(inner, clear=False)
                opened, inner = [i], []
            elif role == EXTRA:
                self.extra(paragraph, i)
            else:
                first = marks[opened.pop()]
                self.pair(first, mark)
                if role == UNNESTS:
                    inner.append((marks[opened[0]], first, mark))
                elif role == BOTH:
                    self.add("nested-quote", Hit(first.start, first.end))
                    opened = []
                if not opened:
                    self.nested(inner, clear=role == CLOSES)
                    inner = []
        self.nested(inner, clear=paragraph.runs_on)
        left = paragraph.reading.open
        if len(left) == 2 or (left and not paragraph.runs_on):
            self.unclosed(index, paragraph, marks[left[-1]])

    def reversed(self, mark: Mark, way: int) -> None:
        right = "“" if way == OPEN else "”"
        values = {"mark": self._text(mark), "right": right}
        self.add(
            "reversed-quote", Hit(mark.start, mark.end, values=values, fixes=((Edit(mark.start, mark.end, right),),))
        )

    def shifted(self, mark: Mark, way: int) -> None:
        """A mark with its space on the wrong side: "We won, "he said; was" a mess"."""
        prose, start, end = self.prose, mark.start, mark.end
        edits: tuple[Edit, ...] = ()
        if way == OPEN and mark.shifted:
            edits, end = (Edit(start, start, " "), Edit(end, end + 1, "")), end + 1
        elif way == CLOSE and prose[start - 1] in _BLANK and prose[end : end + 1].isalpha() and prose[start - 2] != ":":
            edits, start = (Edit(start - 1, start, ""), Edit(end, end, " ")), start - 1
        if edits:
            self.add("shifted-quote", Hit(start, end, "shifted", {"mark": self._text(mark)}, (edits,)))

    def pair(self, first: Mark, second: Mark) -> None:
        if first.style == DOUBLED and second.style == DOUBLED:
            style = self._usual or STRAIGHT
            edits = tuple(Edit(m.start, m.end, GLYPHS[style, way]) for m, way in ((first, OPEN), (second, CLOSE)))
            values = {"mark": self._text(first), "right": GLYPHS[style, OPEN]}
            related = ((second.start, second.end),)
            self.add("doubled-single", Hit(first.start, first.end, "", values, (edits,), related))
            return
        if first.style == second.style or LOW in (first.style, second.style):
            return
        style = self._style(first, second)
        wrong, way = (first, OPEN) if style != first.style else (second, CLOSE)
        right = GLYPHS[style, way]
        values = {"opener": self._text(first), "closer": self._text(second), "right": right}
        edit = Edit(wrong.start, wrong.end, right)
        self.add("mixed-pair", Hit(wrong.start, wrong.end, values=values, fixes=((edit,),)))

    def _style(self, first: Mark, second: Mark) -> str:
        """The style a mixed pair should have: that of the article's other marks, of its apostrophes, of its opener."""
        if first.style == DOUBLED:
            return second.style
        if second.style == DOUBLED:
            return first.style
        return self._usual or first.style

    def nested(self, inner: Sequence[tuple[Mark, Mark, Mark]], *, clear: bool) -> None:
        """Double marks inside double marks: they pair, but single ones say it better.

        `clear`: the outer quotation closes as it should, so that the inner one is no misreading.
        """
        for outer, first, second in inner:
            if first.style != second.style or first.style not in (CURLY, STRAIGHT):
                continue
            if half_pairs.opener(self.prose, outer.end, first.end + 1) is not None:
                continue  # “I said, ‘the word “yes” is plain,’” she said
            singles = "‘’" if first.style == CURLY else "''"
            edits = (Edit(first.start, first.end, singles[0]), Edit(second.start, second.end, singles[1]))
            inside = self.prose[first.end : second.start]
            words = len(inside) < _LONG and not _SENTENCE.search(inside) and not first.fresh
            sure = clear and words and outer.style == first.style and first.sure and second.sure
            self.add("nested-quote", Hit(first.start, second.end, "paired" if sure else "unsure", {}, (edits,)))

    def reopened(self, paragraph: Paragraph, first: Mark, mark: Mark) -> None:
        """A mark opens while the quotation before it is still open."""
        if self.spoken_of(first):
            return
        between = self.prose[first.end : mark.start]
        place, sure = place_of_close(self.prose, first.end, mark.start, outside=self.outside)
        if not between.strip():
            fixes = ((Edit(first.end, mark.end, ""),),) if not between else ()
            self.add("nested-quote", Hit(first.start, mark.end, "twice", {}, fixes))
        elif (single := half_pairs.closer(self.prose, first.end, mark.start)) is not None:
            self.half_pair(single, CLOSE, first)
        elif place is not None and sure:
            self.add(
                "unclosed-quote", Hit(first.start, first.end, "", {}, ((Edit(place, place, self._closer(first)),),))
            )
        elif mark.fresh or (mark.lean == OPEN and mark.sure == 0):
            at = first.end + len(between.rstrip())
            close, break_ = (Edit(at, at, self._closer(first)),), (Edit(at, mark.start, "\n\n"),)
            self.add("unclosed-quote", Hit(mark.start, mark.end, "lost-break", {}, (close, break_)))
        else:
            self.add("unclosed-quote", Hit(first.start, first.end))

    def extra(self, paragraph: Paragraph, i: int) -> None:
        mark = paragraph.marks[i]
        if (
            mark.start in self.skip or self.spoken_of(mark) or mark[:2] == paragraph.block[:2]
        ):  # a cell with nothing but a ditto mark
            return
        low = paragraph.marks[i - 1].end if i else paragraph.block.start
        opener = half_pairs.opener(self.prose, low, mark.start)
        if opener is not None:
            self.half_pair(opener, OPEN, mark)
            return
        if i and low == mark.start and paragraph.reading.roles[i - 1] in (CLOSES, UNNESTS):
            self.add("unopened-quote", Hit(mark.start, mark.end, "twice", {}, ((Edit(mark.start, mark.end, ""),),)))
            return
        place = place_of_open(self.prose, paragraph.block.start, low, mark.start, mark.end)
        fixes = () if place is None else ((Edit(place, place, GLYPHS[self._plain(mark), OPEN]),),)
        self.add("unopened-quote", Hit(mark.start, mark.end, "", {}, fixes))

    def half_pair(self, single: int, way: int, mark: Mark) -> None:
        """A single mark at `single` that opens or closes (`way`) with a double one on the other side of the words."""
        char = self.prose[single]
        if half_pairs.singles_are_usual(self.prose, self.curly + self.straight):
            wrong, right = (mark.start, mark.end), "'" if char == "'" else "’" if way == OPEN else "‘"
        else:
            wrong, right = (single, single + 1), GLYPHS[self._plain(mark), way]
        sides = (char, self._text(mark)) if way == OPEN else (self._text(mark), char)
        values = {"opener": sides[0], "closer": sides[1], "right": right}
        self.add("mixed-pair", Hit(*wrong, "", values, ((Edit(*wrong, right),),)))

    def unclosed(self, index: int, paragraph: Paragraph, mark: Mark) -> None:
        block = paragraph.block
        if self.spoken_of(mark):
            return
        later = self._closed_later(index, mark)
        if later is not None:
            closer, starts = later
            self.skip.add(closer.start)
            edits = tuple(Edit(at, at, GLYPHS[self._plain(mark), OPEN]) for at in starts)
            fixes = () if closer.start - starts[-1] < _SHORT else (edits,)
            hit = Hit(closer.start, closer.end, "runs-on", {}, fixes, ((mark.start, mark.end),))
            self.add("unopened-quote", hit)
            return
        single = half_pairs.closer(self.prose, mark.end, block.end)
        if single is not None:
            self.half_pair(single, CLOSE, mark)
            return
        place, _ = place_of_close(self.prose, mark.end, block.end, block.start, outside=self.outside)
        fixes = () if place is None else ((Edit(place, place, self._closer(mark)),),)
        self.add("unclosed-quote", Hit(mark.start, mark.end, "", {}, fixes))

    def _closed_later(self, index: int, mark: Mark) -> tuple[Mark, list[int]] | None:
        """The mark that closes in a later paragraph what `mark` left open, and where the paragraphs up to it start.

        All between must be free of marks, and the closing paragraph must not open before it closes.
        """
        if index + 1 == len(self.paragraphs):
            return None
        here, after = self.paragraphs[index], self.paragraphs[index + 1]
        if after.reading.roles[0] != EXTRA or (here.reading.open and here.marks[here.reading.open[-1]] != mark):
            return None
        if has_mark(self.prose, here.block.end, after.marks[0].start) or after.number - here.number > _MOST_BETWEEN:
            return None
        return after.marks[0], [block.start for block in self.blocks[here.number + 1 : after.number + 1]]

    def spoken_of(self, mark: Mark) -> bool:
        """Whether a mark is the subject of a sentence: 'between " marks', 'U+0022 (")'."""
        enclosed = self.prose[mark.start - 1 : mark.start] == "(" and self.prose[mark.end : mark.end + 1] == ")"
        return enclosed or SPOKEN_OF.match(self.prose, mark.end) is not None

    def _closer(self, mark: Mark) -> str:
        return GLYPHS[self._plain(mark), CLOSE]

    def _plain(self, mark: Mark) -> str:
        return mark.style if mark.style in (CURLY, STRAIGHT) else self._usual or STRAIGHT

    @view
    def _usual(self) -> str:
        """The style of most double marks, else that of most apostrophes (they agree in 99 of 100 articles), else ""."""
        curly, straight = self.curly, self.straight
        if curly == straight:
            curly, straight = self.prose.count("’"), self.prose.count("'") - 2 * self.prose.count("''")
        return "" if curly == straight else CURLY if curly > straight else STRAIGHT

    def _text(self, mark: Mark) -> str:
        return self.prose[mark.start : mark.end]
