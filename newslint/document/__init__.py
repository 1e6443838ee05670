"""What the rules see: the clean text of an article, its blocks and zones, and views made once when asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newslint.document.blocks import Block, text_blocks
from newslint.document.casing import find_capitals
from newslint.document.duplicates import Duplicates, find_duplicates
from newslint.document.offsets import Identity, OffsetMap, newlines
from newslint.document.quotations import Quotations
from newslint.document.repeats import Repeats, find_repeats
from newslint.document.sentences import find_sentences
from newslint.document.telling import Telling, find_telling
from newslint.document.tokens import Tokens, find_tokens, find_written
from newslint.document.words import Words, find_words, is_english
from newslint.document.zones import Zones
from newslint.lazy import view
from newslint.model import Edit
from newslint.source import Source

__all__ = ["Block", "Directive", "Document", "Duplicates", "Quotations", "Repeats", "Tokens", "Words", "Zones"]


class Directive(NamedTuple):
    """A suppression comment that markup held.

    `start`, `end` are source offsets of the comment; `action` is disable, enable, disable-next-line, ignore (the
    whole file) or unknown (`rules` then has the word that is none of these).
    """

    action: str
    rules: tuple[str, ...]
    start: int
    end: int
    reason: str = ""


class _Blocks:
    """The blocks of a text, found when first asked for.

    Views keep this, not the document: what holds itself in a cycle is not let go with the last mention of it, but
    stays in memory until the next search for cycles.
    """

    def __init__(self, prose: str, given: Sequence[Block] | None) -> None:
        self._prose = prose
        self._found = given

    def __call__(self) -> Sequence[Block]:
        if self._found is None:
            self._found = text_blocks(self._prose)
        return self._found


class Document:
    """One article as rules see it.

    `prose` is its clean text with "\\n" as newline; every offset of rules is a 0-based code point of it.
    `blocks` may be given by a format that knows them; plain text infers them from the lines.
    `encode(text, at)` writes replacement text as the source has it at the source offset `at` (escapes, entities); None:
    it cannot be written there. `keeps(edits)` tells whether the structure of the source stays the same under edits.
    `quoted` are prose spans that markup calls direct quotations. `lines` makes the view of that name.
    """

    def __init__(
        self,
        source: Source,
        format: str,
        prose: str,
        offsets: OffsetMap | None = None,
        blocks: Sequence[Block] | None = None,
        directives: Sequence[Directive] = (),
        encode: Callable[[str, int], str | None] | None = None,
        keeps: Callable[[Sequence[Edit]], bool] | None = None,
        quoted: Sequence[tuple[int, int]] = (),
        lines: Callable[[], Document | None] = lambda: None,
    ) -> None:
        self.source = source
        self.format = format
        self.prose = prose
        self.offsets: OffsetMap = offsets or Identity()
        self.directives = directives
        self.encode = encode
        self.keeps = keeps
        self.quoted = quoted
        self._lines = lines
        self._blocks = _Blocks(prose, blocks)
        self._inferred = blocks is None
        self._english: dict[int, bool] = {}  # by start of block: rules ask again and again

    @classmethod
    def of_text(cls, source: Source) -> Document:
        """Plain text: prose is the source with newlines as "\\n", nothing removed."""
        prose, offsets = newlines(source.text)
        return cls(source, "text", prose, offsets)

    @view
    def blocks(self) -> Sequence[Block]:
        """Paragraphs, headings, list items and so on, in order, without the blank lines between them."""
        return self._blocks()

    @view
    def zones(self) -> Zones:
        """Which block or span is headline, dateline, byline, credit, boilerplate, table, body …"""
        return Zones(self.prose, self.blocks, inferred=self._inferred)

    @view
    def lines(self) -> Document | None:
        """The source line by line, where prose has lost its line ends but they are an editor's affair.

        It is a document of its own: its prose is the source, with U+FFFC for what has to stay. None: nothing to be seen
        there.
        """
        return self._lines()

    @view
    def words(self) -> Words:
        """The words as parallel lists."""
        return find_words(self.prose)

    @view
    def sentences(self) -> Sequence[tuple[int, int]]:
        """Spans of sentences, in order; none crosses a block."""
        return find_sentences(self.prose, self.blocks)

    @view
    def quotations(self) -> Quotations:
        """Direct quotations, and what is wrong with their marks."""
        return Quotations(self.prose, self._blocks, self.quoted)

    @view
    def written(self) -> Tokens:
        """The words as they stand, without places: cheap enough for every article."""
        return find_written(self.prose)

    @view
    def tokens(self) -> Tokens:
        """The same in lower case."""
        return find_tokens(self.written)

    @view
    def telling(self) -> Telling:
        """Those of the different words that may be of interest, by what they may show."""
        return find_telling(self.written.words)

    @view
    def repeats(self) -> Repeats:
        """Words and phrases that stand twice in a row."""
        return find_repeats(self.prose, self.written, self._blocks)

    @view
    def duplicates(self) -> Duplicates:
        """Paragraphs and sentences that equal an earlier one."""
        return find_duplicates(self.prose, self._blocks)

    @view
    def capitals(self) -> frozenset[str]:
        """Every run of letters that begins with a capital, quickly found: of "iPhone" that is "Phone"."""
        return find_capitals(self.prose)

    @view
    def capitalised(self) -> frozenset[str]:
        """The words of one capital and small letters ("Ash"), in lower case."""
        return frozenset(word.lower() for word in self.capitals if word[1:].islower())

    def source_of(self, start: int, end: int) -> str:
        """The piece of the source that a span of prose came from, with the markup inside it."""
        first, last = self.offsets.span(start, end)
        return self.source.text[first:last]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset; None between blocks."""
        return self.zones.block_at(offset)

    def english(self, block: Block) -> bool:
        """Whether a block is English, by its share of function words. Short ones count as English."""
        known = self._english.get(block.start)
        if known is None:
            known = self._english[block.start] = is_english(self.prose[block.start : block.end])
        return known
