"""Markdown (CommonMark and GFM), by pyromark: front matter, template tags and raw HTML included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newslint.document import Document
from newslint.document.offsets import Characters
from newslint.formats import html
from newslint.formats.builder import Builder
from newslint.formats.front_matter import PROSE, front_matter
from newslint.formats.keeping import Keeper
from newslint.formats.markdown_lines import lines
from newslint.formats.markdown_parts import harmless, part_of
from newslint.formats.prose import Run, normalised, without_lone
from newslint.formats.templates import masked, masks_of
from newslint.lazy import lazy
from newslint.model import NewslintError
from newslint.source import Source

# What the structures of Markdown are in HTML; the others are inline.
_TAGS = {
    "Paragraph": "p",
    "BlockQuote": "blockquote",
    "CodeBlock": "pre",
    "List": "ul",
    "Item": "li",
    "FootnoteDefinition": "div",
    "Table": "table",
    "TableHead": "tr",
    "TableRow": "tr",
    "TableCell": "td",
    "Strikethrough": "del",
    "DefinitionList": "dl",
    "DefinitionListTitle": "dt",
    "DefinitionListDefinition": "dd",
}
# Blocks, and what may have a title over several lines, in which white space at the end of a line means something.
_KEPT = frozenset({"CodeBlock", "HtmlBlock"})
_TITLED = frozenset({"Link", "Image"})
_MARKUP = lazy(r"[\\`*_\[\]<>&|#~]")


def read(source: Source) -> Document:
    """The document of a Markdown file.

    Raises NewslintError when the parser itself gives up, which no known input makes it do.
    """
    front = front_matter(source.text)
    masks = masks_of(source.text, markdown=True, mdx=source.path.endswith(".mdx"))
    text = without_lone(masked(source.text, masks))
    builder = Builder(normalised(text), masks)
    if front:
        for value in front.values:
            builder.block(*PROSE[value.key], _decoded(value.runs, text))
            builder.written(value.start, value.end, value.write)
        builder.directives += front.directives
    begin = front.end if front else 0
    reader = _Reader(builder, text, begin)
    reader.read(source.path)
    keeper = Keeper(source.text, _structure, harmless, part_of(source.text, begin))

    def own_lines() -> Document | None:
        return lines(source, begin, lambda: [*(mask[:2] for mask in masks), *reader.kept()], keeper.keeps)

    return builder.document(source, "markdown", _write, keeper.keeps, own_lines)


def _decoded(runs: list[Run], text: str) -> Iterator[Run]:
    """Runs of a value of the front matter, whose character references a site's templates leave to the browser."""
    for start, end, value in runs:
        if value is None and "&" in text[start:end]:
            yield from html.references(text[start:end], start)
        else:
            yield start, end, value


def _write(text: str) -> str:
    """Text as Markdown or HTML inside it: what may be markup in either becomes an entity."""
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", text)


def _events(text: str) -> Any:
    """Parser events with their UTF-8 byte ranges."""
    from pyromark import events_with_range

    return events_with_range(text, options=extensions())


def extensions() -> Any:
    """What the parser knows beyond CommonMark."""
    from pyromark import Options

    return (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_HEADING_ATTRIBUTES
        | Options.ENABLE_DEFINITION_LIST  # of kramdown and Hugo: elsewhere no line begins with ": "
    )


class _Reader:
    """Gives the events of a text from `begin` on to a builder. `text` is the source with its masks as x."""

    def __init__(self, builder: Builder, text: str, begin: int) -> None:
        self._builder = builder
        self._text = text[begin:]
        self._begin = begin
        self._characters = Characters(self._text)
        self._html: list[tuple[int, str]] = []  # lines of the open HTML block
        self._alt: list[Run] | None = None  # the text of the open image
        self._images = 0
        self._kept: list[tuple[int, int]] = []  # bytes

    def kept(self) -> list[tuple[int, int]]:
        """The spans of the source, once read, in which white space at the end of a line may mean something."""
        offset, begin = self._characters.offset, self._begin
        return [(begin + offset(start), begin + offset(end)) for start, end in self._kept]

    def read(self, path: str) -> None:
        try:
            self._read()
        except BaseException as error:
            if type(error).__name__ != "PanicException":
                raise
            raise NewslintError(f"{path}: the Markdown parser gave up on this file") from None

    def _read(self) -> None:
        builder, offset, begin = self._builder, self._characters.offset, self._begin
        last = -1  # where the text before ended
        for event, span in _events(self._text):
            if type(event) is str:
                if event == "SoftBreak":
                    start, end = begin + offset(span["start"]), begin + offset(span["end"])
                    while builder.source.startswith((" ", "\t"), end):
                        end += 1
                    self._take(start, end, " ")
                    last = end
                elif event == "HardBreak":
                    self._kept.append((span["start"], span["end"]))
                    builder.line_break()
                elif event == "Rule":
                    builder.flush()
                continue
            ((kind, value),) = event.items()
            if kind == "Text":
                start, end = begin + offset(span["start"]), begin + offset(span["end"])
                if last != start and start and value and builder.source[start - 1] == "\\" and value[0] in _ESCAPABLE:
                    self._take(start - 1, start + 1, value[0])
                    start, value = start + 1, value[1:]
                if builder.source.startswith(value, start) and len(value) == end - start:
                    self._take(start, end, None)
                elif value.isspace() and start == end:
                    builder.space(start, start)
                else:
                    self._take(start, end, value)
                last = end
            elif kind == "Start":
                self._start(value, span)
            elif kind == "End":
                self._end(value)
            elif kind == "Code" or kind == "InlineMath" or kind == "DisplayMath":
                self._kept.append((span["start"], span["end"]))
                if self._alt is None:
                    builder.object()
            elif kind == "Html":
                self._html.append((begin + offset(span["start"]), value))
            elif kind == "InlineHtml":
                self._kept.append((span["start"], span["end"]))
                self._feed([(begin + offset(span["start"]), value)])

    def _take(self, start: int, end: int, value: str | None) -> None:
        if self._alt is not None:
            self._alt.append((start, end, value))
        elif value is None:
            self._builder.text(start, end, typed=True)
        else:
            self._builder.unit(start, end, value)

    def _start(self, value: Any, span: dict[str, int]) -> None:
        name = value if type(value) is str else next(iter(value))
        if name in _KEPT or (name in _TITLED and "\n" in value[name]["title"]):
            self._kept.append((span["start"], span["end"]))
        if name == "Heading":
            self._builder.start(value["Heading"]["level"].lower())
        elif name == "Image":
            self._images += 1
            if self._images == 1:
                self._builder.object()
                self._alt = []
        elif name == "HtmlBlock":
            self._html = []
        else:
            tag = _TAGS.get(name)
            if tag:
                self._builder.start(tag)

    def _end(self, value: Any) -> None:
        name = value if type(value) is str else next(iter(value))
        if name == "Heading":
            self._builder.end(value["Heading"].lower())
        elif name == "Image":
            self._images -= 1
            if self._images == 0 and self._alt is not None:
                self._builder.aside("attribute", "", self._alt)
                self._alt = None
        elif name == "HtmlBlock":
            self._builder.flush()
            self._feed(self._html)
            self._html = []
            self._builder.flush()
        else:
            tag = _TAGS.get(name)
            if tag:
                self._builder.end(tag)

    def _feed(self, lines: list[tuple[int, str]]) -> None:
        """Hand raw HTML to its reader; each line begins at its own place."""
        if not lines or self._alt is not None:
            return
        starts: list[int] = []
        apart, end = False, -1
        for at, line in lines:
            apart = apart or (bool(starts) and at != end)
            starts.append(at)
            end = at + len(line)
            cut = normalised(line)
            for match in re.finditer("\n", cut[:-1]):
                starts.append(at + match.end())
        html.feed(self._builder, normalised("".join(line for _, line in lines)), [*starts, end], apart=apart)


_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def _structure(text: str) -> object:
    """All of a Markdown file but its text: events, tags of its HTML, keys of its front matter."""
    front = front_matter(text)
    text = text[front.end :] if front else text
    raw: list[str] = []
    out: list[object] = [[value.key for value in front.values] if front else None]
    for event, _ in _events(without_lone(masked(text, masks_of(text, markdown=True)))):
        kind = event if type(event) is str else next(iter(event))
        if kind in ("Html", "InlineHtml"):
            raw.append(event[kind])
            out.append(kind if kind == "InlineHtml" else "")
        elif kind not in ("Text", "SoftBreak"):
            out.append(repr(event))
    out.append(html.structure("".join(raw)))
    return out
