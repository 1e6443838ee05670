"""What the source has between two places of prose: the markup that rules otherwise do not see."""

from __future__ import annotations

import re

from newslint.document import Document
from newslint.lazy import lazy

_MARKUP = frozenset({"markdown", "html", "xml"})
_CLOSES = lazy(r"</|[*_`\]]")
_LINK_OPENS = lazy(r"(?:<[aA]\s[^<>]*>|\[)$")
_LONGEST_TAG = 300  # code points of an element's start, with its address
# What a paragraph's end and start are made of; anything else between two paragraphs is shown to the reader.
_NOTHING = lazy(
    r"<!--.*?-->|</?(?:p|div|br|h[1-6]|span|blockquote|section|article|main|a|em|i|b|strong|font|center)\b[^<>]*>"
    r"|\{:[^{}\n]*\}|[\s>*_#]",
    re.DOTALL | re.IGNORECASE,
)


def closes_behind(document: Document, start: int) -> bool:
    """Whether an inline element ends right before the prose offset `start`: the stop of "<em>Help!</em> is"."""
    if document.format not in _MARKUP or start <= 0:
        return False
    return _CLOSES.match(document.source.text, document.offsets.span(start - 1, start)[1]) is not None


def is_whole_link(document: Document, start: int, end: int) -> bool:
    """Whether prose `[start, end)` is the whole text of a link."""
    if not closes_behind(document, end):
        return False
    at = document.offsets.span(start, end)[0]
    return _LINK_OPENS.search(document.source.text, max(0, at - _LONGEST_TAG), at) is not None


def parts_shown(document: Document, start: int, end: int) -> bool:
    """Whether the source shows something between prose that ends at `start` and prose that begins at `end`.

    Code, a picture or the mark of a note; the ends and starts of paragraphs are nothing.
    """
    if document.format not in _MARKUP:
        return False
    return _NOTHING.sub("", source_between(document, start, end)) != ""


def source_between(document: Document, start: int, end: int) -> str:
    """The source between prose that ends at `start` and prose that begins at `end`."""
    first = document.offsets.span(start - 1, start)[1] if start > 0 else 0
    return document.source.text[first : document.offsets.span(end, end + 1)[0]]
