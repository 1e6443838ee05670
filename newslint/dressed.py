"""The text of an example as it would stand in Markdown, HTML or JSON, and where its places are then."""

from __future__ import annotations

import json
import re
from html import escape

from newslint import formats
from newslint.document import Block, Document
from newslint.lazy import lazy
from newslint.source import Source

FORMATS = ("markdown", "html", "json")
_COLLAPSED = lazy(r"[ \t]{2,}|[\t\r\f\v\x00-\x08\x0e-\x1f\x7f-\x9f\x1c-\x1f]|(?m:^[ ]|[ ]$)")
_MASKED = lazy(r"://|www\.|\w@\w|\{[{%:#]|%\}|<%|\$\$")
_MARKUP = lazy(r"[\\`*_\[\]<>&#|~]|^[+=-]|^\d+(?=[.)])", re.MULTILINE)
_WORD = lazy(r"[^\W_]+")


def reason_against(text: str, format: str) -> str:
    """Why a text cannot stand in a format as it is; "" when it can."""
    if format == "json":
        return ""
    if _COLLAPSED.search(text.rstrip("\n")):
        return "has white space or control characters that markup does not keep"
    if _MASKED.search(text):
        return "has an address, a formula or a template tag, which are no prose in markup"
    return ""


def dressed(text: str, format: str, spans: list[tuple[int, int]]) -> tuple[Document, list[tuple[int, int]]] | None:
    """The document of a text inside a format, and where its `spans` are in the source of that.

    Blocks and headings of the text become those of the format; in HTML one word in or before the first span is bold.
    None when a span lies between blocks, where markup has no characters.
    """
    plain = Document.of_text(Source("example.txt", text))
    if format == "json":
        made = json.dumps({"uri": "urn:example", "body_text": text})
        document = formats.read(Source("example.json", made), "json")
        return document, [document.offsets.span(*span) for span in spans]
    headings = [name in ("headline", "heading") for name in plain.zones.names]
    word = _bold(text, spans[0] if spans else (0, len(text)))
    pieces = []
    for block, heading in zip(plain.blocks, headings, strict=True):
        pieces.append(_markdown(text, block, heading) if format == "markdown" else _html(text, block, heading, word))
    document = formats.read(Source(f"example.{format}", "\n\n".join(pieces) + "\n"), format)
    if len(document.blocks) != len(plain.blocks):
        raise ValueError(f"{len(plain.blocks)} paragraphs became {len(document.blocks)} in {format}")
    out = []
    for start, end in spans:
        first, last = plain.zones.index_at(start), plain.zones.index_at(end)
        if first is None or last is None:
            return None
        here = document.blocks[first].start + start - plain.blocks[first].start
        there = document.blocks[last].start + end - plain.blocks[last].start
        out.append(document.offsets.span(here, there))
    return document, out


def _bold(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A word in a span, else before it, else behind it."""
    match = _WORD.search(text, span[0], span[1])
    if match is None:
        before = list(_WORD.finditer(text, 0, span[0]))
        match = before[-1] if before else _WORD.search(text, span[1])
    return match.span() if match else (-1, -1)


def _markdown(text: str, block: Block, heading: bool) -> str:
    inside = _MARKUP.sub(lambda match: _escaped(match[0]), text[block.start : block.end])
    return f"# {inside}" if heading else inside


def _escaped(char: str) -> str:
    return f"{char[:-1]}&#{ord(char[-1])};" if char.isdigit() else f"\\{char}"


def _html(text: str, block: Block, heading: bool, word: tuple[int, int]) -> str:
    start, end = word
    if block.start <= start < end <= block.end:
        parts = text[block.start : start], text[start:end], text[end : block.end]
        before, bold, after = (escape(part, quote=False) for part in parts)
        inside = f"{before}<b>{bold}</b>{after}"
    else:
        inside = escape(text[block.start : block.end], quote=False)
    tag = "h2" if heading else "p"
    return f"<{tag}>{inside}</{tag}>"
