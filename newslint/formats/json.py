"""JSON of wire services and content management systems: text and HTML in the fields that `json_maps` names."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from newslint.document import Block, Directive, Document
from newslint.document.blocks import text_blocks
from newslint.document.offsets import Piece, Segments, composed, newlines
from newslint.formats import UnknownShape, html
from newslint.formats.builder import Builder, Writer
from newslint.formats.json_counts import updated
from newslint.formats.json_maps import ZONES, FieldMap, Place, find, own_map
from newslint.formats.keeping import Keeper, harmless_in_html
from newslint.formats.prose import normalised
from newslint.formats.templates import masked, masks_of
from newslint.lazy import lazy
from newslint.model import NewslintError
from newslint.source import Source

_ESCAPE = lazy(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
_LONE = lazy("[\ud800-\udfff]")


class Spanned(str):
    """A string of a JSON text that knows where it stands: `start`, `end` of its literal, quotation marks included."""

    start: int
    end: int


def articles(source: Source, maps: Sequence[FieldMap] = ()) -> list[Document]:
    """A document for each item of a JSON file; `maps` are a user's own.

    Raises NewslintError with line and column (1-based, code points) for malformed JSON, UnknownShape when no map
    knows the file or it has comments.
    """
    items = find(_parsed(source), maps)
    if items is None:
        raise UnknownShape(f"{source.path}: JSON of a shape newslint does not know")
    return [_document(source, places, maps) for places in items]


def read(source: Source, maps: Sequence[FieldMap] = ()) -> Document:
    """All items of a JSON file as one document. Raises as `articles` does."""
    items = find(_parsed(source), maps)
    if items is None:
        raise UnknownShape(f"{source.path}: JSON of a shape newslint does not know")
    return _document(source, [place for places in items for place in places], maps)


def _document(source: Source, places: Sequence[Place], maps: Sequence[FieldMap]) -> Document:
    assembly = _Assembly(source)
    for place in sorted(places, key=lambda place: place.value.start):  # type: ignore[attr-defined]
        assembly.add(place)
    return assembly.document(maps)


def own_maps(fields: Mapping[str, str] | None) -> Sequence[FieldMap]:
    """A user's fields as maps. Raises NewslintError for a word that names neither a zone nor a reading."""
    return [own_map(fields)] if fields else []


def _parsed(source: Source) -> Any:
    try:
        return decoded(source.text)
    except json.JSONDecodeError as error:
        line, column = source.position(error.pos)
        where = f"{source.path}:{line}:{column}"
        if source.text.startswith(("//", "/*"), error.pos):
            raise UnknownShape(
                f"{where}: JSON with comments, which is a configuration rather than an article"
            ) from None
        raise NewslintError(f"{where}: malformed JSON: {error.msg[:1].lower()}{error.msg[1:]}") from None
    except RecursionError:
        raise NewslintError(f"{source.path}: JSON nested too deeply to be read") from None


def decoded(text: str) -> Any:
    """The value of a JSON text, in which every string that is no key is Spanned.

    Raises json.JSONDecodeError and RecursionError as the standard library does.
    """

    def parse_string(text: str, start: int, strict: bool = True) -> tuple[str, int]:
        value, end = json.decoder.scanstring(text, start, strict)  # type: ignore[attr-defined]
        spanned = Spanned(value)
        spanned.start, spanned.end = start - 1, end
        return spanned, end

    decoder: Any = json.JSONDecoder()
    decoder.parse_string = parse_string
    decoder.scan_once = json.scanner.py_make_scanner(decoder)  # type: ignore[attr-defined]
    return decoder.decode(text)


def pieces_of(text: str, start: int, end: int) -> list[Piece]:
    """How the value of a literal, its quotation marks at `start` and before `end`, comes from the text."""
    if "\\" not in text[start:end]:
        return [(0, end - start - 2, start + 1, end - start - 2)]
    pieces: list[Piece] = []
    value, at = 0, start + 1
    for match in _ESCAPE.finditer(text, start + 1, end - 1):
        width = match.start() - at
        if width:
            pieces.append((value, width, at, width))
        pieces.append((value + width, 1, match.start(), match.end() - match.start()))
        value += width + 1
        at = match.end()
    if at < end - 1:
        pieces.append((value, end - 1 - at, at, end - 1 - at))
    return pieces


def is_html(place: Place) -> bool:
    """Whether the value of a place is read as HTML."""
    if place.field.reading != "auto":
        return place.field.reading == "html"
    holder = place.holder if isinstance(place.holder, dict) else {}
    said = str(holder.get("contenttype") or holder.get("contentType") or "")
    return "html" in said if said else place.value.lstrip().startswith("<")


def finished(before: str, after: str, maps: Sequence[FieldMap] = ()) -> str:
    """`after`, a mended form of `before`, with the counts that stand beside its bodies brought up to date."""
    return updated(before, after, lambda text: _all_places(text, maps), _said)


def _all_places(text: str, maps: Sequence[FieldMap]) -> list[Place]:
    return [place for places in find(decoded(text), maps) or () for place in places]


def _said(place: Place) -> str:
    return _Assembly.fragment(str(place.value), "", "").prose() if is_html(place) else str(place.value)


class _Assembly:
    """Prose of several fields, one behind the other, with the way back to the file."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._parts: list[str] = []
        self._at = 0
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._directives: list[Directive] = []
        self._quotes: list[tuple[int, int]] = []
        self._writers = Builder("")
        self._html = False

    def add(self, place: Place) -> None:
        """Add the value of a field."""
        spanned: Any = place.value
        outer = Segments(pieces_of(self._source.text, spanned.start, spanned.end))
        write = _escaped(self._source.text, spanned.start, spanned.end)
        kind, zone = ZONES[place.field.zone]
        if place.again and not zone:
            zone = "rendition"  # so that its paragraphs are no repeats of the other one's
        value = _LONE.sub("\ufffd", str(spanned))
        shift = self._at + 2 if self._at else 0
        if is_html(place):
            self._html = True
            builder = self.fragment(value, kind, zone)
            prose = builder.prose()
            inner, blocks = builder.pieces, builder.blocks
            self._quotes += [(start + shift, end + shift) for start, end in builder.quotes]
            for found in builder.directives:
                for made in _in_value(found, value):
                    start, end = outer.span(made.start, made.end)
                    self._directives.append(made._replace(start=start, end=end))
            self._writers.written(spanned.start, spanned.end, _both(html.writer(), write))
            for start, end, other in builder.writers:
                self._writers.written(*outer.span(start, end), _both(other, write))
        else:
            prose, back = newlines(value)
            inner = back.pieces if isinstance(back, Segments) else [(0, len(prose), 0, len(prose))]
            zone_of = zone if zone != "" else ""
            blocks = [
                Block(*block[:2], kind if kind != "paragraph" else block.kind, zone_of) for block in text_blocks(prose)
            ]
            self._writers.written(spanned.start, spanned.end, write)
        if blocks:
            self._parts += ["\n\n"] * (shift > 0) + [prose]
            self._pieces += [(at + shift, *rest) for at, *rest in composed(inner, outer)]  # type: ignore[misc]
            self._blocks += [Block(start + shift, end + shift, *rest) for start, end, *rest in blocks]
            self._at = shift + len(prose)

    @staticmethod
    def fragment(value: str, kind: str, zone: str) -> Builder:
        """The prose of a piece of HTML."""
        masks = masks_of(value)
        text = normalised(masked(value, masks))
        builder = Builder(text, masks)
        builder.within(kind, zone)
        html.feed(builder, text, html.line_starts(text))
        return builder

    def document(self, maps: Sequence[FieldMap]) -> Document:
        source, prose = self._source, "".join(self._parts)
        encode = self._writers.writer(lambda text: None)
        keeps = Keeper(source.text, _structure(maps), harmless_in_html).keeps if self._html else None
        offsets = Segments(self._pieces)
        return Document(source, "json", prose, offsets, self._blocks, self._directives, encode, keeps, self._quotes)


def _in_value(found: Directive, value: str) -> list[Directive]:
    """A directive as it is in JSON, where the lines of a value are not lines of the file."""
    if found.action != "disable-next-line":
        return [found]
    below = value.find("\n", found.end)
    stop = value.find("\n", below + 1) if below >= 0 else -1
    disable = found._replace(action="disable")
    return [disable] if stop < 0 else [disable, Directive("enable", found.rules, stop, stop + 1)]


def _structure(maps: Sequence[FieldMap]) -> Callable[[str], object]:
    """The tags of all HTML in a JSON text; None when it is no longer JSON."""

    def structure(text: str) -> object:
        try:
            places = _all_places(text, maps)
        except (ValueError, RecursionError):
            return None
        return [html.structure(place.value) if is_html(place) else None for place in places]

    return structure


def _escaped(text: str, start: int, end: int) -> Writer:
    """Writes text into a literal, escaped the way the file does it."""
    ascii_, slash = text.isascii(), "\\/" in text[start:end]

    def write(new: str) -> str:
        made = json.dumps(new, ensure_ascii=ascii_)[1:-1]
        return made.replace("/", "\\/") if slash else made

    return write


def _both(inner: Writer, outer: Writer) -> Writer:
    def write(text: str) -> str | None:
        made = inner(text)
        return None if made is None else outer(made)

    return write
