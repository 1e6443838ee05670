"""Reads a source as a document, by its type; each format is a module of its own, imported when first met."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from newslint.model import NewslintError

if TYPE_CHECKING:  # whoever asks only for types and suffixes does not wait for the rest
    from newslint.document import Document
    from newslint.source import Source

TYPES = ("text", "markdown", "html", "xml", "json", "jsonl", "csv")
SUFFIXES = {
    **dict.fromkeys((".txt", ".text"), "text"),
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mdx"), "markdown"),
    **dict.fromkeys((".html", ".htm"), "html"),
    **dict.fromkeys((".xml", ".nitf", ".newsml", ".xhtml"), "xml"),
    **dict.fromkeys((".json", ".ninjs"), "json"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
}


class UnknownShape(NewslintError):
    """JSON or XML that is well-formed, but of no shape in which newslint knows where the prose is."""


def read(source: Source, type: str = "text", fields: Mapping[str, str] | None = None) -> Document:
    """The document of a source; the articles of one that holds several, as one.

    `fields` names prose in JSON of a shape of one's own: a path to "html", "headline text" or the like (see
    `json_maps`). Raises NewslintError for input that its format refuses, and for rows, which are documents each.
    """
    if type == "text":
        from newslint.document import Document

        return Document.of_text(source)
    if type == "json":
        from newslint.formats import json

        return json.read(source, json.own_maps(fields))
    if type not in TYPES:
        raise NewslintError(f"{source.path}: there is no type “{type}”: it is one of {', '.join(TYPES)}")
    if type in ("jsonl", "csv"):
        raise NewslintError(f"{source.path}: newslint reads {type} row by row, not as one document")
    document: Document = import_module(f"newslint.formats.{type}").read(source)
    return document


def articles(source: Source, type: str = "text", fields: Mapping[str, str] | None = None) -> list[Document]:
    """The documents of a source, one an article: JSON and XML may hold many. Raises as `read` does."""
    if type == "json":
        from newslint.formats import json

        return json.articles(source, json.own_maps(fields))
    if type == "xml":
        from newslint.formats import xml

        return xml.articles(source)
    return [read(source, type, fields)]


def finished(source: Source, text: str, type: str, fields: Mapping[str, str] | None = None) -> str:
    """`text`, a mended form of a source, with whatever the format says about its own length brought up to date."""
    if type != "json" or text == source.text:
        return text
    from newslint.formats import json

    return json.finished(source.text, text, json.own_maps(fields))
