"""HTML, by turbohtml's tokenizer: whole pages, fragments in other formats, single inline tags."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Sequence
from html import escape, unescape
from itertools import accumulate

from newslint.document import Document
from newslint.formats.builder import Builder, Writer
from newslint.formats.comments import directive
from newslint.formats.elements import VOID
from newslint.formats.keeping import Keeper, harmless_in_html
from newslint.formats.prose import Run, normalised
from newslint.formats.templates import masked, masks_of
from newslint.lazy import lazy
from newslint.source import Source

_ATTRIBUTE = lazy(r"""[\s/]*([^\s=>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_REFERENCE = lazy(r"&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[a-zA-Z][a-zA-Z0-9]*);?")
_CHARSET = lazy(r"""<(?:meta\s[^>]*charset|\?xml\s[^>]*encoding)\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_HIDDEN = lazy(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# A picture of a smiley: what it shows is a mark of the sentence, and may close a bracket.
_FACE = lazy(r"[:;=8]['’]?[-^o>]?[()\[\]DPp|/\\]")
# A post from elsewhere: those who wrote it had no style of this page, and nobody here can mend it.
_POST = lazy(r"\b(?:twitter-(?:tweet|video)|(?:instagram|text-post)-media|(?:tiktok|bluesky|reddit)-embed)\b")
_TELLS = lazy(
    r"""[\s"']alt\s*=|[\s"']title\s*=|hidden|display|visibility|-(?:tweet|video|media|embed)""", re.IGNORECASE
)


def read(source: Source) -> Document:
    """The document of an HTML page or fragment. Broken markup never raises."""
    masks = masks_of(source.text)
    text = normalised(masked(source.text, masks))
    builder = Builder(text, masks)
    feed(builder, text, line_starts(text))
    keeper = Keeper(source.text, structure, harmless_in_html)
    return builder.document(source, "html", writer(declared(source)), keeper.keeps)


def declared(source: Source) -> str:
    """The encoding in which text is written: what a page or XML file says of itself, else that of its bytes."""
    match = _CHARSET.search(source.text, 0, 2048)
    if match is None:
        return source.encoding
    try:
        return codecs.lookup(match[1]).name
    except LookupError:
        return source.encoding


def writer(encoding: str = "utf-8", quote: str = "") -> Writer:
    """Writes text into HTML; into an attribute in `quote` marks. What the encoding lacks becomes an entity."""

    def write(text: str) -> str:
        text = escape(text, quote=False)
        if quote:
            text = text.replace(quote, "&quot;" if quote == '"' else "&#39;")
        if encoding.startswith("utf") or text.isascii():
            return text
        return text.encode(encoding, "xmlcharrefreplace").decode(encoding)

    return write


def line_starts(text: str) -> list[int]:
    """Offsets at which lines of `text` start; "\\n" alone ends one."""
    return [0, *accumulate(len(line) + 1 for line in text.split("\n"))]


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
                elif builder.source.startswith(data, at):
                    builder.text(at, at + len(data))
                else:
                    _around(builder, data, at)
        elif type is start_:
            tag = token.tag or ""
            builder.start(tag)
            source = token.source or ""
            if len(source) > len(tag) + 2:
                attributes(builder, tag, source, _where(source, token.line, token.col, starts))
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


def _around(builder: Builder, data: str, at: int) -> None:
    """Text that runs on over an end tag without a name, `</>`, which yields no token."""
    while data:
        here = builder.source[at : at + len(data)]
        same = next((i for i, (a, b) in enumerate(zip(data, here, strict=False)) if a != b), len(here))
        if not same and not builder.source.startswith("</>", at):
            return  # not what the tokenizer saw: leave it out
        builder.text(at, at + same)
        at, data = at + same, data[same:]
        if builder.source.startswith("</>", at):
            at += len("</>")


def _lines(builder: Builder, data: str, line: int, column: int, starts: Sequence[int]) -> None:
    for i, piece in enumerate(data.split("\n")):
        at = starts[line - 1 + i] + (column if i == 0 else 0)
        if i:
            builder.space(at, at)
        builder.text(at, at + len(piece))


def _where(source: str, line: int, column: int, starts: Sequence[int]) -> Callable[[int], int]:
    """Leads from places in a tag to offsets of the source."""

    def where(index: int) -> int:
        below = source.count("\n", 0, index)
        if below:
            return starts[line - 1 + below] + index - source.rfind("\n", 0, index) - 1
        return starts[line - 1] + column + index

    return where


def attributes(builder: Builder, tag: str, source: str, where: Callable[[int], int]) -> None:
    """Give the texts of `alt` and `title` of a start tag to a builder; leave out the element if it is hidden or a post.

    `source` is the tag as it stands, `where` leads from places in it to offsets of the builder's source.
    """
    if _TELLS.search(source) is None:
        return
    for match in _ATTRIBUTE.finditer(source, len(tag) + 1):
        name, value = match[1].lower(), match[2] or ""
        if name in ("alt", "title") and value[:1] in ("'", '"') and len(value) > 2:
            start, end = where(match.start(2) + 1), where(match.end(2) - 1)
            if name == "alt" and len(value) < 12 and _FACE.fullmatch(unescape(value[1:-1])):
                builder.unit(start, end, unescape(value[1:-1]))
            elif end - start == len(value) - 2:
                builder.aside("attribute", "", references(value[1:-1], start))
                builder.written(start, end, writer(quote=value[0]))
        elif tag not in VOID and (
            name == "hidden"
            or (name == "aria-hidden" and value.strip("\"'").lower() == "true")
            or (name == "style" and _HIDDEN.search(value))
            or (tag == "blockquote" and name == "class" and _POST.search(value))
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
