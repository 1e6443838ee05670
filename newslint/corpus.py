"""Articles in rows: JSON Lines, one object a line, each text field an article of its own. Never a whole file."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.lazy import lazy
from newslint.model import Problem
from newslint.run.batches import is_row
from newslint.source import Source

FIELDS = ("title", "headline", "text", "body")
_LONE = lazy("[\ud800-\udfff]")
_BLANK = lazy(r"[ \t\r\n]*")


class Row(Source):
    """The value of one field of one row. Places count inside the value; `line` is the line of the file (1-based)."""

    line = 0


def rows(
    lines: Iterable[bytes], path: str, fields: Sequence[str] = (), *, line: int = 1, row: int = 0
) -> Iterator[Row | Problem]:
    """A Row for every text field of every line; a Problem for a line that is no JSON object, after which all goes on.

    `fields` are the fields to read, default FIELDS, in this order. `line` and `row` number the first line (blank
    lines are lines, but no rows).
    """
    fields = fields or FIELDS
    for raw in lines:
        if is_row(raw):
            text = raw.removeprefix(BOM_UTF8) if line == 1 else raw
            try:
                value = json.loads(text.decode("utf-8"))  # given bytes, it guesses at UTF-16 and lets surrogates in
            except (ValueError, RecursionError) as error:
                yield Problem(path, f"{path}:{line}: not a row of JSON: {_why(error)}")
            else:
                if isinstance(value, dict):
                    yield from _of_row(value, path, fields, line, row)
                else:
                    yield Problem(path, f"{path}:{line}: not a JSON object, so it has no fields")
            row += 1
        line += 1


def mended(raw: bytes, texts: Mapping[str, str]) -> bytes:
    """A line with new values for the named fields and everything else byte for byte as it was.

    Raises ValueError when the line is no JSON object or lacks a field.
    """
    text = raw.decode("utf-8")
    spans = _value_spans(text)
    pieces, at = [], 0
    for start, end, name in sorted((*spans[name], name) for name in texts):
        pieces += [text[at:start], _literal(texts[name], text[start:end])]
        at = end
    return "".join([*pieces, text[at:]]).encode("utf-8")


def _of_row(value: Mapping[str, object], path: str, fields: Sequence[str], line: int, row: int) -> Iterator[Row]:
    for name in fields:
        text = value.get(name)
        if isinstance(text, str):
            made = Row(path, text)
            made.row, made.field, made.line = row, name, line
            yield made


def _why(error: ValueError | RecursionError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is not valid UTF-8"
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg[:1].lower()}{error.msg[1:]} (column {error.colno})"
    return "nested too deeply" if isinstance(error, RecursionError) else "a number of too many digits"


def _value_spans(text: str) -> dict[str, tuple[int, int]]:
    """Where the value of each key of a one-line object stands; of a key given twice, the last counts."""
    decoder = json.JSONDecoder()
    at = _skip(text, 1 if text.startswith("\ufeff") else 0)
    if text[at : at + 1] != "{":
        raise ValueError("not a JSON object")
    spans: dict[str, tuple[int, int]] = {}
    at = _skip(text, at + 1)
    while text[at : at + 1] == '"':
        key, at = decoder.raw_decode(text, at)
        start = _skip(text, _skip(text, at) + 1)
        _, at = decoder.raw_decode(text, start)
        spans[key] = start, at
        at = _skip(text, _skip(text, at) + 1)
    return spans


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _literal(new: str, old: str) -> str:
    """`new` as JSON, escaped the way the literal `old` was."""
    made = json.dumps(new, ensure_ascii=old.isascii() or _LONE.search(new) is not None)
    return made.replace("/", "\\/") if "\\/" in old else made
