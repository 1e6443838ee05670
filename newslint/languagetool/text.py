"""Prose on its way to LanguageTool and back: which paragraphs, in which pieces, and where an answer points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from newslint.document import Document
from newslint.lazy import lazy

MOST = 5000  # code points of one request, about
_UNREAD = frozenset({"byline", "credit", "table", "boilerplate", "attribute"})  # zones that hold no sentences
_STRANGE = lazy(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ud800-\udfff\U00010000-\U0010ffff]")
_GAP = "\n\n"


class Piece(NamedTuple):
    """A text to send, and the prose it is made of: spans `(at in text, at in prose, length)`, in order."""

    text: str
    spans: tuple[tuple[int, int, int], ...]

    def prose(self, start: int, end: int) -> tuple[int, int] | None:
        """The span of prose that `[start, end)` of the text is; None where it reaches over paragraphs or is empty."""
        i = bisect_right(self.spans, (start, 1 << 62, 0)) - 1
        if i < 0 or not start < end:
            return None
        at, prose, length = self.spans[i]
        return None if end > at + length else (prose + start - at, prose + end - at)


def sendable(text: str) -> str:
    """The text as long as before, with U+FFFD for what one side would count or read differently.

    That are characters beyond U+FFFF (two units in Java), controls and lone surrogates. Single newlines, which end no
    paragraph, become spaces.
    """
    return _STRANGE.sub("\ufffd", text).replace("\n", " ")


def pieces(document: Document, most: int = MOST) -> Iterator[Piece]:
    """The English paragraphs of a document in pieces of up to `most` code points, cut between sentences at worst.

    A sentence that is longer is left out.
    """
    texts: list[str] = []
    spans: list[tuple[int, int, int]] = []
    size = 0
    for start, end in _paragraphs(document, most):
        if spans and size + end - start > most:
            yield Piece(_GAP.join(texts), tuple(spans))
            texts, spans, size = [], [], 0
        texts.append(sendable(document.prose[start:end]))
        spans.append((size, start, end - start))
        size += end - start + len(_GAP)
    if spans:
        yield Piece(_GAP.join(texts), tuple(spans))


def _paragraphs(document: Document, most: int) -> Iterator[tuple[int, int]]:
    for block, zone in zip(document.zones.blocks, document.zones.names, strict=True):
        if zone in _UNREAD or block.kind in _UNREAD or not document.english(block):
            continue
        if block.end - block.start <= most:
            yield block.start, block.end
            continue
        start = end = block.start
        for first, last in document.sentences:
            if first < block.start or first >= block.end:
                continue
            whole = last - first <= most  # what is longer is no sentence, and takes a server minutes
            if (last - start > most or not whole) and end > start:
                yield start, end
                start = first
            start, end = (start, last) if whole else (last, last)
        if start < end:
            yield start, end
