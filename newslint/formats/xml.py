"""XML that newsrooms exchange (NITF, NewsML-G2, XHTML), by expat."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import unescape
from typing import Any

from newslint.document import Document
from newslint.document.offsets import Characters
from newslint.formats import UnknownShape, html
from newslint.formats.builder import Builder, Writer
from newslint.formats.comments import directive
from newslint.formats.prose import normalised
from newslint.formats.templates import masked, masks_of
from newslint.formats.xml_shapes import G2_INSIDE, G2_PROSE, NITF, NITF_SKIPPED, ROOTS, Mode
from newslint.lazy import lazy
from newslint.model import NewslintError
from newslint.source import Source

_TAG = lazy(r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")


def articles(source: Source) -> list[Document]:
    """A document for each item of an XML file: a NewsML message may hold several.

    Raises NewslintError with line and column (1-based, code points) for XML that is not well-formed, UnknownShape for
    a root element other than those of NITF, NewsML-G2 and XHTML.
    """
    return _read(source, apart=True)


def read(source: Source) -> Document:
    """All items of an XML file as one document. Raises as `articles` does."""
    return _read(source, apart=False)[0]


def _read(source: Source, *, apart: bool) -> list[Document]:
    masks = masks_of(source.text, templates=False)
    text = normalised(masked(source.text, masks))
    reader = _Reader(source, lambda: Builder(text, masks), text, apart=apart)
    reader.read()
    write = html.writer(html.declared(source))
    return [builder.document(source, "xml", write, None) for builder in reader.builders]


class _Reader:
    """Gives what expat reports to a builder; with `apart`, to one for each item."""

    def __init__(self, source: Source, make: Callable[[], Builder], text: str, *, apart: bool) -> None:
        self._source = source
        self._make = make
        self._apart = apart
        self._builder = make()
        self.builders = [self._builder]
        self._text = text
        self._offset = Characters(text).offset
        self._open: list[tuple[str, Mode]] = []
        self._mode = Mode.START
        self._cdata = -1
        self._encoding = html.declared(source)

    def read(self) -> None:
        from xml.parsers import expat

        parser = self._parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
        parser.UseForeignDTD(True)  # names of entities that nobody declared are skipped, not fatal
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.SkippedEntityHandler = self._entity
        parser.CommentHandler = self._comment
        parser.StartCdataSectionHandler = self._cdata_start
        parser.EndCdataSectionHandler = self._cdata_end
        parser.ExternalEntityRefHandler = self._external
        parser.DefaultHandler = lambda _: None  # internal entities are skipped, not expanded
        data = self._text.encode("utf-8")
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            line, column = self._source.position(self._offset(max(0, min(parser.ErrorByteIndex, len(data)))))
            why = expat.ErrorString(error.code)
            message = f"{self._source.path}:{line}:{column}: XML that is not well-formed: {why}"
            raise NewslintError(message) from None

    def _at(self) -> int:
        return self._offset(self._parser.CurrentByteIndex)

    def _start(self, name: str, attributes: Mapping[str, Any]) -> None:
        tag = name.rpartition(":")[2]
        outer = self._mode
        self._open.append((tag, outer))
        if outer in (Mode.OUT, Mode.TEXT):
            return
        if outer is Mode.START:
            mode = ROOTS.get(tag)
            if mode is None:
                raise UnknownShape(f"{self._source.path}: XML of a shape newslint does not know (<{name}>)")
            self._mode = mode
        elif outer is Mode.INLINE:
            self._mode = ROOTS.get(tag, Mode.OUT)
        if self._mode is Mode.G2:
            self._g2(tag, attributes)
        elif self._mode is Mode.NITF:
            self._nitf(tag)
        elif self._mode is Mode.HTML:
            self._html(tag)

    def _g2(self, tag: str, attributes: Mapping[str, Any]) -> None:
        parent = self._open[-2][0] if len(self._open) > 1 else ""
        if tag == "newsItem" and self._apart and self._builder.blocks:
            self._builder = self._make()
            self.builders.append(self._builder)
        if (parent, tag) in G2_PROSE:
            self._builder.enter(tag, *G2_PROSE[parent, tag])
            self._mode = Mode.TEXT
        elif tag == "inlineXML":
            self._mode = Mode.INLINE
        elif tag == "inlineData" and attributes.get("contenttype", "text/plain") == "text/plain":
            self._builder.enter(tag, "paragraph", "")
            self._mode = Mode.TEXT
        elif tag not in G2_INSIDE:
            self._mode = Mode.OUT

    def _nitf(self, tag: str) -> None:
        if tag in NITF_SKIPPED:
            self._mode = Mode.OUT
            self._builder.flush()
        elif tag in NITF:
            self._builder.enter(tag, *NITF[tag])
        else:
            self._builder.start(tag)

    def _html(self, tag: str) -> None:
        self._builder.start(tag)
        at = self._at()
        match = _TAG.match(self._text, at)
        if match:
            html.attributes(self._builder, tag, match[0], lambda index: at + index)

    def _end(self, name: str) -> None:
        tag, outer = self._open.pop()
        mode, self._mode = self._mode, outer
        if (mode is Mode.TEXT and outer is Mode.G2) or (mode is Mode.NITF and tag in NITF):
            self._builder.leave(tag)
        elif mode in (Mode.NITF, Mode.HTML):
            self._builder.end(tag)

    def _characters(self, data: str) -> None:
        if self._mode not in (Mode.TEXT, Mode.NITF, Mode.HTML):
            return
        at = self._at()
        if self._cdata < 0 and self._text.startswith("&", at):
            self._builder.unit(at, self._text.index(";", at) + 1, data)
        else:
            self._builder.text(at, at + len(data))

    def _entity(self, name: str, is_parameter: bool) -> None:
        if not is_parameter and self._mode in (Mode.TEXT, Mode.NITF, Mode.HTML):
            at = self._at()
            value = unescape(f"&{name};")
            if value == f"&{name};":
                self._builder.object()
            else:
                self._builder.unit(at, at + len(name) + 2, value)

    def _external(self, *_: object) -> int:
        """An entity that another file holds: it is not read, and something stands there."""
        if self._mode in (Mode.TEXT, Mode.NITF, Mode.HTML):
            self._builder.object()
        return 1

    def _comment(self, data: str) -> None:
        at = self._at()
        found = directive(data, at, at + len(data) + len("<!---->"))
        if found:
            self._builder.directives.append(found)

    def _cdata_start(self) -> None:
        self._cdata = self._at() + len("<![CDATA[")

    def _cdata_end(self) -> None:
        self._builder.written(self._cdata, self._at(), _in_cdata(self._encoding))
        self._cdata = -1


def _in_cdata(encoding: str) -> Writer:
    def write(text: str) -> str | None:
        try:
            text.encode(encoding)
        except UnicodeEncodeError:
            return None
        return None if "]" in text or ">" in text else text

    return write
