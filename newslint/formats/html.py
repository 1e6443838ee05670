"""HTML, by turbohtml's tokenizer: whole pages, fragments in other formats, single inline tags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape

from newslint.document import Document
from newslint.formats.builder import Builder, Run, Writer, normalised
from newslint.formats.comments import directive
from newslint.formats.elements import VOID
from newslint.formats.keeping import Keeper
from newslint.formats.templates import masked, masks_of
from newslint.source import Source

_ATTRIBUTE = re.compile(r"""[\s/]*([^\s=>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[a-zA-Z][a-zA-Z0-9]*);?")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TELLS = re.compile(r"""[\s"']alt\s*=|[\s"']title\s*=|hidden|display|visibility""", re.IGNORECASE)


def read(source: Source) -> Document:
    """The document of an HTML page or fragment. Broken markup never raises."""
    masks = masks_of(source.text)
    text = normalised(masked(source.text, masks))
    builder = Builder(text, masks)
    feed(builder, text, line_starts(text))
    return builder.document(source, "html", writer(source.encoding), Keeper(source.text, structure).keeps)


def writer(encoding: str = "utf-8", quote: str = "") -> Writer:
    """Writes text into HTML; into an attribute in `quote` marks. What the encoding lacks becomes an entity."""

    def write(text: str) -> str:
        text = escape(text, quote=False)
        if quote:
            text = text.replace(quote, "&quot;" if quote == '"' else "&#39;")
        if encoding.startswith("utf"):
            return text
        return text.encode(encoding, "xmlcharrefreplace").decode(encoding)

    return write


def line_starts(text: str) -> list[int]:
    """Offsets at which lines of `text` start; "\\n" alone ends one."""
    starts, at = [0], text.find("\n") + 1
    while at:
        starts.append(at)
        at = text.find("\n", at) + 1
    return starts


def feed(builder: Builder, text: str, starts: Sequence[int], *, apart: bool = False) -> None:
    """Give the tokens of `text`, a part of the builder's source, to the builder.

    `starts` are the source offsets of the lines of `text`; `apart`: they do not follow one another in the source.
    `text` has "\\n" as its only newline.
    """
    from turbohtml import TokenType, tokenize

    text_, start_, end_ = TokenType.TEXT, TokenType.START_TAG, TokenType.END_TAG
    reference, comment = TokenType.CHARACTER_REFERENCE, TokenType.COMMENT
    for token in tokenize(text, resolve_references=False, capture_source=True, capture_attributes=False):
        type = token.type
        if type is text_:
            if not builder.skipping:
                data = token.data or ""
                at = starts[token.line - 1] + token.col
                if apart:
                    _lines(builder, data, token.line, token.col, starts)
                else:
                    builder.text(at, at + len(data))
        elif type is start_:
            tag = token.tag or ""
            builder.start(tag)
            source = token.source or ""
            if len(source) > len(tag) + 2 and _TELLS.search(source):
                _attributes(builder, tag, source, token.line, token.col, starts)
        elif type is end_:
            builder.end(token.tag or "")
        elif type is reference:
            at = starts[token.line - 1] + token.col
            builder.unit(at, at + len(token.source or ""), token.data or "")
        elif type is comment and "newslint-" in (token.data or ""):
            at = starts[token.line - 1] + token.col
            found = directive(token.data or "", at, at + len(token.source or ""))
            if found:
                builder.directives.append(found)


def _lines(builder: Builder, data: str, line: int, column: int, starts: Sequence[int]) -> None:
    for i, piece in enumerate(data.split("\n")):
        at = starts[line - 1 + i] + (column if i == 0 else 0)
        if i:
            builder.space(at, at)
        builder.text(at, at + len(piece))


def _attributes(builder: Builder, tag: str, source: str, line: int, column: int, starts: Sequence[int]) -> None:
    """The texts of `alt` and `title`; and whether the element is hidden."""
    shift = len(tag) + 1
    for match in _ATTRIBUTE.finditer(source, shift):
        name, value = match[1].lower(), match[2] or ""
        if name in ("alt", "title") and value[:1] in "\"'" and len(value) > 2:
            if "\n" in source[: match.end()]:
                line_ = source.count("\n", 0, match.start(2))
                begin = match.start(2) - (source.rfind("\n", 0, match.start(2)) + 1)
                at = starts[line - 1 + line_] + begin + (column if line_ == 0 else 0) + 1
                if "\n" in value and not builder.source.startswith(value[1:-1], at):
                    continue
            else:
                at = starts[line - 1] + column + match.start(2) + 1
            builder.aside("attribute", "", references(value[1:-1], at))
            builder.written(at, at + len(value) - 2, writer(quote=value[0]))
        elif tag not in VOID and (
            name == "hidden"
            or (name == "aria-hidden" and value.strip("\"'").lower() == "true")
            or (name == "style" and _HIDDEN.search(value))
        ):
            builder.skip(tag)


def references(text: str, at: int) -> list[Run]:
    """Runs of a text with character references; `at` is the source offset of its start."""
    runs: list[Run] = []
    done = 0
    if "&" in text:
        for match in _REFERENCE.finditer(text):
            value = unescape(match[0])
            if value != match[0]:
                runs += [(at + done, at + match.start(), None), (at + match.start(), at + match.end(), value)]
                done = match.end()
    return [*runs, (at + done, at + len(text), None)]


def structure(text: str) -> object:
    """The tags and comments of HTML, without its text and the values of attributes."""
    from turbohtml import TokenType, tokenize

    out: list[object] = []
    for token in tokenize(text, resolve_references=False, capture_source=True):
        if token.type in (TokenType.START_TAG, TokenType.END_TAG):
            out.append((token.type, token.tag, [name for name, _ in token.attrs or ()]))
        elif token.type not in (TokenType.TEXT, TokenType.CHARACTER_REFERENCE):
            out.append((token.type, token.source))
    return out
