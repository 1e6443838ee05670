"""Records of CSV put together from lines: a line end inside quotation marks ends none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

_MOST_OPEN = 1 << 24  # bytes: a quotation mark that nothing closes takes no more of the file with it
_DELIMITERS = (b",", b"\t", b";", b"|")


class _Patterns(NamedTuple):
    """A field with what parts it from the next, from its start, and from behind its closing mark."""

    field: re.Pattern[bytes]
    rest: re.Pattern[bytes]


_TO_CLOSING_MARK = re.compile(rb'[^"]*+(?:""[^"]*+)*+"')


def delimiter_of(line: bytes) -> bytes:
    """What parts the fields of a table, judged by its first line: the commonest of comma, tab, semicolon and bar."""
    bare = re.sub(rb'"[^"]*"', b"", line)
    return max(_DELIMITERS, key=bare.count)


def records(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Each record in one piece, and an empty piece for every further line it takes: pieces count as lines do.

    Where a quotation mark is closed nowhere, its line is a piece, and the next begins another record.
    """
    delimiter = b""
    held: list[bytes] = []
    size = 0
    for line in lines:
        delimiter = delimiter or delimiter_of(line)
        if not held:
            is_open = _opens(line, 0, delimiter)
        else:
            is_open = _goes_on(line, delimiter)
        if is_open:
            held.append(line)
            size += len(line)
            if size > _MOST_OPEN:
                yield from held
                held, size = [], 0
        elif held:
            yield b"".join([*held, line])
            yield from [b""] * len(held)
            held, size = [], 0
        else:
            yield line
    yield from held


@cache
def _patterns(delimiter: bytes) -> _Patterns:
    mark = re.escape(delimiter)
    rest = rb"[^" + mark + rb"]*+" + mark + rb"?"
    return _Patterns(re.compile(rb'(?:"[^"]*+(?:""[^"]*+)*+"|(?!"))' + rest), re.compile(rest))


def _opens(line: bytes, at: int, delimiter: bytes) -> bool:
    """Whether a quotation mark is open at the end of a line of which a field begins at `at`."""
    if line.find(b'"', at) < 0:
        return False
    field = _patterns(delimiter).field
    while at < len(line):
        match = field.match(line, at)
        if match is None:
            return True
        at = match.end()
    return False


def _goes_on(line: bytes, delimiter: bytes) -> bool:
    """Whether the mark that was open before a line is open, or another one, at its end."""
    closed = _TO_CLOSING_MARK.match(line)
    if closed is None:
        return True
    rest = _patterns(delimiter).rest.match(line, closed.end())
    return rest is not None and _opens(line, rest.end(), delimiter)
