"""Builds the document of markup from its text and tags."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from newslint.document import Directive, Document
from newslint.document.offsets import Segments
from newslint.formats.elements import ACTIONS, HEADINGS, Act
from newslint.formats.prose import Mask, Prose
from newslint.model import Edit
from newslint.source import Source

# Writes text as one place of the source has it; None: it cannot be written there.
Writer = Callable[[str], str | None]


class Builder(Prose):
    """Takes text and tags in the order of the source and makes a document of them.

    Tags are those of HTML; other formats say their own structure with them.
    """

    def __init__(self, text: str, masks: Sequence[Mask] = ()) -> None:
        super().__init__(text, masks)
        self.writers: list[tuple[int, int, Writer]] = []
        self.directives: list[Directive] = []
        self.quotes: list[tuple[int, int]] = []
        self._depth = 0  # of the element that is left out
        self._stack: list[tuple[str, str, str]] = []
        self._headlines: set[str] = set()
        self._quote_starts: list[int] = []

    def start(self, tag: str) -> None:
        """A start tag."""
        if self.skipping:
            if tag == self.skipping:
                self._depth += 1
            return
        act, kind, zone = ACTIONS.get(tag, _INLINE)
        if act is Act.INLINE:
            return
        if act is Act.FLOW:
            self.flush()
        elif act is Act.BLOCK:
            self._enter(tag, kind, zone)
        elif act is Act.BREAK:
            self.line_break()
        elif act is Act.VOID:
            self.object()
        elif act is Act.QUOTE:
            self._quote_starts.append(self._at)
        else:
            if act is Act.SKIP:
                self.flush()
            elif act is Act.OBJECT:
                self.object()
            self.skip(tag)

    def skip(self, tag: str) -> None:
        """Leave out everything up to the end of an element."""
        if not self.skipping:
            self.skipping, self._depth = tag, 1

    def end(self, tag: str) -> None:
        """An end tag."""
        if self.skipping:
            if tag == self.skipping:
                self._depth -= 1
                if not self._depth:
                    self.skipping = ""
            return
        act = ACTIONS.get(tag, _INLINE)[0]
        if act is Act.FLOW:
            self.flush()
        elif act is Act.BLOCK:
            self.flush()
            self._leave(tag)
        elif act is Act.QUOTE and self._quote_starts:
            start = self._quote_starts.pop()
            if self._begin >= 0 and start < self._at:
                self.quotes.append((max(start, self._begin), self._at))

    def within(self, kind: str, zone: str) -> None:
        """The kind and zone of text that no block element holds."""
        self._kind, self._zone = kind, zone

    def enter(self, tag: str, kind: str, zone: str) -> None:
        """Begin a block element whose kind and zone the format says."""
        if not self.skipping:
            self._enter(tag, kind, zone)

    def _enter(self, tag: str, kind: str, zone: str) -> None:
        self.flush()
        if self._stack and (self._stack[-1][0] == tag or (tag in HEADINGS and self._stack[-1][0] in HEADINGS)):
            self._leave(self._stack[-1][0])
        if zone == "headline":
            zone = "" if tag in self._headlines else zone
            self._headlines.add(tag)
        self._stack.append((tag, self._kind, self._zone))
        if kind:
            self._kind, self._zone = kind, zone

    def leave(self, tag: str) -> None:
        """End a block element begun with `enter`."""
        if not self.skipping:
            self.flush()
            self._leave(tag)

    def _leave(self, tag: str) -> None:
        for i in range(len(self._stack) - 1, max(-1, len(self._stack) - 50), -1):
            if self._stack[i][0] == tag:
                self._kind, self._zone = self._stack[i][1:]
                del self._stack[i:]
                return

    def written(self, start: int, end: int, writer: Writer) -> None:
        """Say how text is written into a span of the source that has its own escapes."""
        self.writers.append((start, end, writer))

    def writer(self, default: Writer) -> Callable[[str, int], str | None]:
        """`Document.encode`: the writer of a place of the source, `default` where none was given."""
        writers = sorted(self.writers, key=lambda one: one[:2])
        starts = [start for start, _, _ in writers]

        def encode(text: str, at: int) -> str | None:
            i = bisect_right(starts, at) - 1
            while i >= 0 and at > writers[i][1]:  # an attribute's is inside that of the whole value
                i -= 1
            return writers[i][2](text) if i >= 0 else default(text)

        return encode

    def document(
        self,
        source: Source,
        format: str,
        write: Writer,
        keeps: Callable[[Sequence[Edit]], bool] | None,
        lines: Callable[[], Document | None] = lambda: None,
    ) -> Document:
        """The document of all that was taken. `write`: how text is written where nothing else was said."""
        prose = self.prose()
        offsets = Segments(self.pieces)
        encode = self.writer(write)
        return Document(source, format, prose, offsets, self.blocks, self.directives, encode, keeps, self.quotes, lines)


_INLINE = (Act.INLINE, "", "")
