"""Articles in rows of CSV: a first line that names the columns, then a record a row, quoted as RFC 4180 says.

Pieces of a file are numbered as its lines are, though a record may take several: `newslint.run.batches` makes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newslint.corpus import FIELDS, Row
from newslint.model import Problem
from newslint.run.batches import is_row
from newslint.run.records import delimiter_of


class Head(NamedTuple):
    """What parts the fields, and the names of the columns."""

    delimiter: str
    names: tuple[str, ...]


def rows(
    records: Iterable[bytes], path: str, fields: Sequence[str], head: bytes, *, line: int = 2, row: int = 0
) -> Iterator[Row | Problem]:
    """A Row for every text field of every record; a Problem for a broken record, after which all goes on.

    `fields` are the columns to read, default FIELDS, in this order; a table that has none of them is passed over.
    `head` is the record that names the columns, `line` and `row` number the first of `records`.
    """
    delimiter, names = head_of(head)
    columns = [(name, names.index(name)) for name in fields or FIELDS if name in names]
    for raw in records:
        if line > 1 and is_row(raw):
            if columns:
                yield from _of_record(raw, path, columns, delimiter, len(names), line, row)
            row += 1
        line += 1


def mended(raw: bytes, texts: Mapping[str, str], head: bytes) -> bytes:
    """A record with new values for the named columns and everything else byte for byte as it was."""
    delimiter, names = head_of(head)
    text = raw.decode("utf-8")
    spans = _spans(text, delimiter)
    pieces, at = [], 0
    for start, end, name in sorted((*spans[names.index(name)], name) for name in texts):
        pieces += [text[at:start], _literal(texts[name], text[start:end], delimiter)]
        at = end
    return "".join([*pieces, text[at:]]).encode("utf-8")


@lru_cache(maxsize=8)  # heads of tables; one with an open quotation mark is long
def head_of(record: bytes) -> Head:
    """The head of a table; without names where the record is none."""
    delimiter = delimiter_of(record).decode()
    try:
        text = record.decode("utf-8-sig")
        return Head(delimiter, tuple(_value(text[start:end]).strip() for start, end in _spans(text, delimiter)))
    except ValueError:
        return Head(delimiter, ())


def _of_record(
    raw: bytes, path: str, columns: list[tuple[str, int]], delimiter: str, width: int, line: int, row: int
) -> Iterator[Row | Problem]:
    try:
        text = raw.decode("utf-8")
        spans = _spans(text, delimiter)
        if len(spans) > width:
            raise ValueError(f"{len(spans)} fields where the first line names {width}")
    except ValueError as error:
        why = f"byte {error.start} is not valid UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        yield Problem(path, f"{path}:{line}: not a row of CSV: {why}")
        return
    for name, column in columns:
        if column < len(spans):
            start, end = spans[column]
            made = Row(path, _value(text[start:end]))
            made.row, made.field, made.line = row, name, line
            yield made


@cache
def _field(delimiter: str) -> re.Pattern[str]:
    return re.compile(rf'"[^"]*+(?:""[^"]*+)*+"|(?!")[^{re.escape(delimiter)}\r\n]*+')


def _spans(text: str, delimiter: str) -> list[tuple[int, int]]:
    """Where the fields of a record stand, quotation marks included. Raises ValueError for what is none."""
    field, end = _field(delimiter), len(text.rstrip("\r\n"))
    spans, at = [], 0
    while True:
        match = field.match(text, at, end)
        if match is None:
            raise ValueError("a quotation mark that nothing closes")
        spans.append(match.span())
        at = match.end()
        if at == end:
            return spans
        if text[at] != delimiter:
            raise ValueError("text behind a closing quotation mark, or a line end outside of them")
        at += 1


def _value(literal: str) -> str:
    return literal[1:-1].replace('""', '"') if literal.startswith('"') else literal


def _literal(new: str, old: str, delimiter: str) -> str:
    """`new` as a field, quoted if the literal `old` was, or where it has to be."""
    if old.startswith('"') or new.startswith('"') or any(char in new for char in (delimiter, "\r", "\n")):
        doubled = new.replace('"', '""')
        return f'"{doubled}"'
    return new
