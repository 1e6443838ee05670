"""Leads every place in prose back to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol

from newslint.lazy import lazy

Piece = tuple[int, int, int, int]


class OffsetMap(Protocol):
    """Maps spans of prose to spans of the source; both in code points."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span that holds prose `[start, end)`; markup at its edges is left out."""
        ...

    def exact(self, start: int, end: int) -> tuple[int, int] | None:
        """The source span that is prose `[start, end)` and nothing else; None when markup lies inside it."""
        ...

    def shows(self, start: int, end: int) -> bool:
        """Whether any character of a non-empty prose span came from the source."""
        ...


class Identity:
    """Prose and source have the same offsets."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        return start, end

    def exact(self, start: int, end: int) -> tuple[int, int] | None:
        return start, end

    def shows(self, start: int, end: int) -> bool:
        return True


class Segments:
    """Prose made of pieces of the source.

    A piece is `(prose start, prose length, source start, source length)`, in order. Equal lengths mean that the
    piece was copied (white space may be of another kind); otherwise it is one unit (an entity, an escape, a CRLF) that
    maps as a whole. Prose outside every piece (the newlines between blocks of markup) is unmapped: a span is drawn in
    to the pieces it touches.
    """

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = self._pieces = pieces
        self._prose = [piece[0] for piece in pieces]

    def span(self, start: int, end: int) -> tuple[int, int]:
        if start == end:
            at = self._point(start)
            return at, at
        first = self._start(start)
        return first, max(first, self._end(end))

    def mapped(self, start: int, end: int) -> bool:
        """Whether every character of a non-empty prose span came from the source."""
        at = start
        while at < end:
            i = bisect_right(self._prose, at) - 1
            if i < 0 or at >= self._pieces[i][0] + self._pieces[i][1]:
                return False
            at = self._pieces[i][0] + self._pieces[i][1]
        return True

    def shows(self, start: int, end: int) -> bool:
        i = bisect_right(self._prose, end - 1) - 1
        return i >= 0 and self._pieces[i][0] + self._pieces[i][1] > start

    def exact(self, start: int, end: int) -> tuple[int, int] | None:
        if start == end:
            at = self._point(start)
            return at, at
        i = bisect_right(self._prose, start) - 1
        if i < 0:
            return None
        prose, width, source, length = self._pieces[i]
        if start >= prose + width or (width != length and start > prose):
            return None
        first = source + start - prose if width == length else source
        while prose + width < end:  # the next piece must follow at once, in prose and in the source
            i += 1
            after = (prose + width, source + length)
            if i == len(self._pieces):
                return None
            prose, width, source, length = self._pieces[i]
            if (prose, source) != after:
                return None
        if width != length and end < prose + width:
            return None
        return first, source + end - prose if width == length else source + length

    def _point(self, offset: int) -> int:
        """An insertion point: right behind the character before it, if that was mapped."""
        i = bisect_right(self._prose, offset - 1) - 1
        if offset > 0 and i >= 0:
            prose, width, source, length = self._pieces[i]
            if offset <= prose + width:
                return source + offset - prose if width == length else source + length
        return self._start(offset)

    def _start(self, offset: int) -> int:
        i = bisect_right(self._prose, offset) - 1
        if i < 0:
            return self._pieces[0][2] if self._pieces else 0
        prose, width, source, length = self._pieces[i]
        if offset >= prose + width:  # unmapped: the next piece begins the span
            return self._pieces[i + 1][2] if i + 1 < len(self._pieces) else source + length
        return source + offset - prose if width == length else source

    def _end(self, offset: int) -> int:
        i = bisect_right(self._prose, offset - 1) - 1
        if i < 0:
            return self._pieces[0][2] if self._pieces else 0
        prose, width, source, length = self._pieces[i]
        if offset >= prose + width or width != length:
            return source + length
        return source + offset - prose


def composed(inner: Iterable[Piece], outer: Segments) -> list[Piece]:
    """Pieces of prose ↔ source, from pieces of prose ↔ text and the map text ↔ source.

    Text between pieces of `outer` has no source. Units of `outer` are one code point of text each.
    """
    out: list[Piece] = []
    pieces, starts = outer.pieces, [piece[0] for piece in outer.pieces]
    for prose, width, text, length in inner:
        if width != length:
            start, end = outer.span(text, text + length)
            out.append((prose, width, start, end - start))
            continue
        i = max(bisect_right(starts, text) - 1, 0)
        while i < len(pieces) and pieces[i][0] < text + length:
            at, wide, source, long = pieces[i]
            first, last = max(at, text), min(at + wide, text + length)
            if first < last:
                if wide == long:
                    out.append((prose + first - text, last - first, source + first - at, last - first))
                else:
                    out.append((prose + first - text, last - first, source, long))
            i += 1
    return out


_CRLF = lazy(r"\r\n")


def newlines(text: str) -> tuple[str, OffsetMap]:
    """`text` with "\\n" for each CRLF or CR, and the way back."""
    if "\r" not in text:
        return text, Identity()
    if "\r\n" not in text:
        return text.replace("\r", "\n"), Identity()
    pieces, parts, prose, source = [], [], 0, 0
    for match in _CRLF.finditer(text):
        width = match.start() - source
        if width:
            pieces.append((prose, width, source, width))
            parts.append(text[source : match.start()])
        pieces.append((prose + width, 1, match.start(), 2))
        parts.append("\n")
        prose += width + 1
        source = match.end()
    if source < len(text):
        pieces.append((prose, len(text) - source, source, len(text) - source))
        parts.append(text[source:])
    return "".join(parts).replace("\r", "\n"), Segments(pieces)


class Characters:
    """Leads from byte offsets of a text's UTF-8 to offsets in code points; both 0-based."""

    def __init__(self, text: str) -> None:
        self._bytes: list[int] = []  # where a run of characters of one width ends
        self._shifts: list[int] = [0]  # what to take away behind it
        self._plain = text.isascii()
        at = shift = 0
        if not self._plain:
            for match in _WIDE.finditer(text):
                at = match.start() + shift
                for char in match[0]:
                    width = len(char.encode("utf-8", "surrogatepass"))
                    at += width
                    shift += width - 1
                    self._bytes.append(at)
                    self._shifts.append(shift)

    def offset(self, byte: int) -> int:
        """The code point that begins at a byte."""
        return byte if self._plain else byte - self._shifts[bisect_right(self._bytes, byte)]


_WIDE = lazy(r"[^\x00-\x7f]+")
