"""Faults of double quotation marks: each rule yields what pairing found for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.document.single_quotes import reversed_apostrophes
from newslint.model import Edit, Hit
from newslint.rule import Options

MOST_PAIRS = 4  # of two single marks that are reported one by one


def unclosed(document: Document, options: Options) -> Iterable[Hit]:
    """Quotations that open and do not close."""
    return document.quotations.problems.get("unclosed-quote", ())


def unopened(document: Document, options: Options) -> Iterable[Hit]:
    """Closing marks that nothing opened."""
    return document.quotations.problems.get("unopened-quote", ())


def mixed(document: Document, options: Options) -> Iterable[Hit]:
    """Pairs whose two marks differ in style."""
    return document.quotations.problems.get("mixed-pair", ())


def turned(document: Document, options: Options) -> Iterable[Hit]:
    """Curly marks that look the wrong way: double ones, and ‘ for an apostrophe."""
    found = document.quotations.problems.get("reversed-quote", ())
    if "‘" not in document.prose:
        return found
    return [*found, *_apostrophes(document.prose)]


def _apostrophes(prose: str) -> Iterator[Hit]:
    for at in reversed_apostrophes(prose):
        yield Hit(at, at + 1, "apostrophe", {"mark": "‘", "right": "’"}, ((Edit(at, at + 1, "’"),),))


def nested(document: Document, options: Options) -> Iterable[Hit]:
    """Double marks inside double marks."""
    return document.quotations.problems.get("nested-quote", ())


def shifted(document: Document, options: Options) -> Iterable[Hit]:
    """Straight marks with their space on the wrong side ("We won, "he said), as pairing sees them."""
    return document.quotations.problems.get("shifted-quote", ())


def doubled(document: Document, options: Options) -> Iterable[Hit]:
    """Two single marks for one double. Where an article always writes them, one hit says so."""
    hits = document.quotations.doubled
    if len(hits) <= MOST_PAIRS:
        return hits
    first, *others = hits
    edits = tuple(edit for hit in hits for fix in hit.fixes for edit in fix)
    related = (*first.related, *(place for hit in others for place in ((hit.start, hit.end), *hit.related)))
    return [
        first._replace(
            case="throughout", values={**first.values, "count": str(len(hits))}, fixes=(edits,), related=related
        )
    ]
