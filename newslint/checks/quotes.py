"""Faults of double quotation marks: each rule yields what pairing found for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.document.marks import TYPED_TWICE
from newslint.document.single_quotes import in_arabic_name, reversed_apostrophes, usual_apostrophe
from newslint.lazy import lazy
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


_REFERENCE = lazy(r"&#?\w+$")
_SPAN = lazy(r"`(?![a-z])|(?<![A-Za-z])`")  # a back-tick that is not between letters sets off code


def accent(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """An accent, a prime or the key beside it that stands for an apostrophe: don`t, don´t, don;t."""
    prose, (start, end) = document.prose, match.span()
    if match[0] == ";" and _REFERENCE.search(prose, max(0, start - 12), start):
        return  # “&rsquo;s”
    if match[0] == "`":
        block = document.block_at(start)
        if block is None or _SPAN.search(prose, block.start, block.end):
            return
    if in_arabic_name(prose, start):
        return
    right = usual_apostrophe(prose, "'")
    yield Hit(start, end, "apostrophe", {"mark": match[0], "right": right}, ((Edit(start, end, right),),))


def nested(document: Document, options: Options) -> Iterable[Hit]:
    """Double marks inside double marks."""
    return document.quotations.problems.get("nested-quote", ())


def shifted(document: Document, options: Options) -> Iterable[Hit]:
    """Straight marks with their space on the wrong side ("We won, "he said), as pairing sees them."""
    return document.quotations.problems.get("shifted-quote", ())


def doubled(document: Document, options: Options) -> Iterable[Hit]:
    """Two single marks for one double. Where an article always writes them, one hit says so."""
    hits = document.quotations.doubled
    twice = list(_twice(document.prose))
    if twice or len(hits) <= MOST_PAIRS:
        return sorted([*hits, *twice])
    first, *others = hits
    edits = tuple(edit for hit in hits for fix in hit.fixes for edit in fix)
    related = (*first.related, *(place for hit in others for place in ((hit.start, hit.end), *hit.related)))
    return [
        first._replace(
            case="throughout", values={**first.values, "count": str(len(hits))}, fixes=(edits,), related=related
        )
    ]


def _twice(prose: str) -> Iterator[Hit]:
    """Apostrophes that were typed twice: don''t."""
    for match in TYPED_TWICE.finditer(prose):
        start, end = match.span()
        yield Hit(start, end, "apostrophe", {"mark": match[0]}, ((Edit(start + 1, end, ""),),))
