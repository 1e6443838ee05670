"""The prose of markup as it grows: text copied, white space collapsed, blocks joined by two newlines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newslint.document import Block
from newslint.document.offsets import Piece
from newslint.lazy import lazy

OBJECT = "\ufffc"  # stands for what is no text (code, a picture, a URL), so that its neighbours are not neighbours
WHITE = frozenset(" \t\n\r\f")
_RUN = lazy("  +")
_FLAT = str.maketrans(dict.fromkeys("\t\n\r\f", " "))
LONE = lazy("[\ud800-\udfff\0]")


class Mask(NamedTuple):
    """A span of the source that is no text. `silent`: nothing of it shows, so no OBJECT stands for it."""

    start: int
    end: int
    silent: bool = False


# A run of one attribute's text: its span, and what it decodes to (None: itself).
Run = tuple[int, int, str | None]


def normalised(text: str) -> str:
    """`text` in the same length without carriage returns, NULs and lone surrogates, for parsers that change these."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return without_lone(text)


def without_lone(text: str) -> str:
    """`text` with U+FFFD for each NUL and lone surrogate."""
    try:
        if "\0" not in text and (text.isascii() or text.encode()):
            return text
    except UnicodeEncodeError:
        pass
    return LONE.sub("\ufffd", text)


class Prose:
    """Takes text in the order of the source and keeps the way back.

    `text` is what offsets count in, 0-based code points; `masks`, in order, are spans of it that are no text.
    """

    def __init__(self, text: str, masks: Sequence[Mask] = ()) -> None:
        self.source = text
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self.skipping = ""  # the tag whose content is left out
        self._masks = masks
        self._mask_ends = [mask.end for mask in masks]
        self._parts: list[str] = []
        self._at = 0
        self._copy = (0, 0, 0)  # the piece being made: prose start, source start, length
        self._begin = -1  # where the open block starts in prose; -1: none is open
        self._undo = (0, 0, 0)  # parts, pieces and length of the prose before the open block
        self._blank = True  # whether the open block is empty or ends with white space
        self._filled = False  # whether it holds more than OBJECTs
        self._kind, self._zone = "paragraph", ""
        self._later: list[tuple[str, str, list[Run]]] = []

    # Text

    def text(self, start: int, end: int, *, typed: bool = False) -> None:
        """Text of the source as it stands, white space collapsed; `typed`: but for spaces between words of a line."""
        if self.skipping or start >= end:
            return
        if self._masks:
            i = bisect_right(self._mask_ends, start)
            while i < len(self._masks) and self._masks[i].start < end:
                mask = self._masks[i]
                self._text(start, mask.start, typed)
                if not mask.silent:
                    self.object()
                start = mask.end
                i += 1
        self._text(start, end, typed)

    def _text(self, start: int, end: int, typed: bool) -> None:
        if start >= end:
            return
        chunk = self.source[start:end]
        if "\n" in chunk:
            chunk = chunk.replace("\n", " ")
        if "\t" in chunk or "\f" in chunk or "\r" in chunk:
            chunk = chunk.translate(_FLAT)
            typed = False  # tabs set out a line
        if typed or "  " not in chunk:
            self._copied(start, chunk)
            return
        at = 0
        for match in _RUN.finditer(chunk):
            first, last = match.span()
            if at < first:
                self._copied(start + at, chunk[at:first])
            self.space(start + first, start + last)
            at = last
        if at < len(chunk):
            self._copied(start + at, chunk[at:])

    def _copied(self, start: int, chunk: str) -> None:
        if self._blank and chunk[0] == " ":
            size = len(chunk)
            chunk = chunk.lstrip(" ")
            if not chunk:
                return
            start += size - len(chunk)
        prose, source, length = self._copy
        if length and source + length == start and prose + length == self._at:
            self._copy = (prose, source, length + len(chunk))
        else:
            self._close_copy()
            self._open()
            self._copy = (self._at, start, len(chunk))
        self._parts.append(chunk)
        self._at += len(chunk)
        self._blank = chunk[-1] == " "
        self._filled = self._filled or not chunk.isspace()

    def unit(self, start: int, end: int, value: str) -> None:
        """A piece of the source that stands for `value` as a whole: an entity, an escape."""
        if self.skipping:
            return
        if value in WHITE:
            self.space(start, end)
            return
        self._close_copy()
        self._open()
        value = LONE.sub("\ufffd", value)
        self.pieces.append((self._at, len(value), start, end - start))
        self._parts.append(value)
        self._at += len(value)
        self._blank = False
        self._filled = True

    def run(self, start: int, end: int, value: str | None) -> None:
        """A piece of the source: copied, or standing for `value`."""
        if value is None:
            self.text(start, end)
        else:
            self.unit(start, end, value)

    def space(self, start: int, end: int) -> None:
        """Collapsible white space. An empty span: a space that the source does not show."""
        if self.skipping or self._blank:
            return
        self._close_copy()
        if end > start:
            self.pieces.append((self._at, 1, start, end - start))
        self._parts.append(" ")
        self._at += 1
        self._blank = True

    def object(self) -> None:
        """Something that is no text; it maps to nothing."""
        if self.skipping or (self._begin >= 0 and self._parts[-1] == OBJECT):
            return
        self._close_copy()
        self._open()
        self._parts.append(OBJECT)
        self._at += 1
        self._blank = False

    def line_break(self) -> None:
        """A new line inside a block; two in a row begin a new one."""
        if self.skipping or self._begin < 0:
            return
        if self._parts[-1] == "\n":
            self.flush()
            return
        self._trim()
        self._parts.append("\n")
        self._at += 1
        self._blank = True

    def _close_copy(self) -> None:
        prose, source, length = self._copy
        if length:
            self.pieces.append((prose, length, source, length))
            self._copy = (0, 0, 0)

    # Blocks

    def _open(self) -> None:
        if self._begin >= 0:
            return
        self._undo = (len(self._parts), len(self.pieces), self._at)
        if self._at:
            self._parts.append("\n\n")
            self._at += 2
        self._begin = self._at
        self._filled = False

    def _trim(self) -> None:
        """Take back the white space at the end of the open block."""
        self._close_copy()
        if not self._blank or not self._parts or self._parts[-1][-1] not in " \n":
            return
        part = self._parts.pop()
        left = part.rstrip(" ") if part[-1] == " " else part[:-1]
        if left:
            self._parts.append(left)
        self._at -= len(part) - len(left)
        if self.pieces:
            prose, width, source, length = self.pieces[-1]
            over = prose + width - self._at
            if over > 0:
                self.pieces.pop()
                if width > over:
                    self.pieces.append((prose, width - over, source, length - over))

    def flush(self) -> None:
        """End the open block, if any; it counts only when it holds text."""
        if self._begin >= 0:
            self._trim()
            if self._filled:
                self.blocks.append(Block(self._begin, self._at, self._kind, self._zone))
            else:
                parts, pieces, self._at = self._undo
                del self._parts[parts:]
                del self.pieces[pieces:]
            self._begin = -1
            self._blank = True
        if self._later:
            later, self._later = self._later, []
            for kind, zone, runs in later:
                self.block(kind, zone, runs)

    def block(self, kind: str, zone: str, runs: Iterable[Run]) -> None:
        """A block of its own, whatever is open around it in the markup."""
        self.flush()
        outer, self._kind, self._zone = (self._kind, self._zone), kind, zone
        for run in runs:
            self.run(*run)
        self.flush()
        self._kind, self._zone = outer

    def aside(self, kind: str, zone: str, runs: list[Run]) -> None:
        """A block that follows the open one: text of an attribute, met inside a paragraph."""
        if not self.skipping:
            self._later.append((kind, zone, runs))

    def prose(self) -> str:
        """The prose so far; ends the open block."""
        self.flush()
        self._close_copy()
        return "".join(self._parts)
