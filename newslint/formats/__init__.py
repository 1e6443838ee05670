"""Reads a source as a document, by its type; each format is a module of its own, imported when first met."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newslint.model import NewslintError

if TYPE_CHECKING:  # whoever asks only for types and suffixes does not wait for the rest
    from newslint.document import Document
    from newslint.source import Source

TYPES = ("text", "markdown", "html", "xml", "json", "jsonl")
SUFFIXES = {
    **dict.fromkeys((".txt", ".text"), "text"),
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mdx"), "markdown"),
    **dict.fromkeys((".html", ".htm"), "html"),
    **dict.fromkeys((".xml", ".nitf", ".newsml", ".xhtml"), "xml"),
    **dict.fromkeys((".json", ".ninjs"), "json"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
}


class UnknownShape(NewslintError):
    """JSON or XML that is well-formed, but of no shape in which newslint knows where the prose is."""


def read(source: Source, type: str = "text") -> Document:
    """The document of a source.

    Raises NewslintError for input that its format refuses, and for a type that newslint does not read yet.
    """
    if type == "text":
        from newslint.document import Document

        return Document.of_text(source)
    try:
        module = import_module(f"newslint.formats.{type}")
    except ModuleNotFoundError:
        raise NewslintError(f"{source.path}: newslint does not read {type} yet") from None
    document: Document = module.read(source)
    return document
