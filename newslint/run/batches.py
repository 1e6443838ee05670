"""The work of a run cut into batches: paths of files, or lines of a file of rows. Small enough to share out."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newslint.run.discover import CSV, ROWS, Input
from newslint.run.records import records

_MOST_FILES = 64
_MOST_BYTES = 400_000
MOST_SLOW = 10_000  # where a server has to be waited for


class Files(NamedTuple):
    """Files to read. `data` has the bytes of those that are at hand already (standard input)."""

    inputs: list[Input]
    data: dict[str, bytes]


class Lines(NamedTuple):
    """Some lines of a file of rows, as bytes with their ends; of CSV records, as `records` makes them.

    `line` (1-based) and `row` (0-based) are those of the first; blank lines are no rows. `last`: the file ends here.
    `error` says why it could not be read, or read on. `head` is the record that names the columns of CSV.
    """

    input: Input
    lines: list[bytes]
    line: int
    row: int
    last: bool
    error: str = ""
    head: bytes = b""

    @property
    def rows(self) -> int:
        """How many rows there are in these lines."""
        heads = int(self.line == 1 and is_row(self.head))
        return sum(map(is_row, self.lines)) - heads


Batch = Files | Lines


def is_row(line: bytes) -> bool:
    """Whether there is a row in a line: not in a blank one, nor in a byte-order mark alone."""
    return bool(line) and not line.isspace() and (len(line) > len(BOM_UTF8) + 2 or line.strip() != BOM_UTF8)


def lines_in(record: bytes) -> int:
    """How many lines of its file a record takes."""
    return max(1, record.count(b"\n"))


def lines_of(one: Input, file: Iterable[bytes]) -> Iterable[bytes]:
    """The lines of an open file of rows; of CSV the records, with an empty piece for each further line of one."""
    return records(file) if one.type == CSV else file


def batches(inputs: Iterable[Input], data: Mapping[str, bytes], most: int = 0) -> Iterator[Batch]:
    """The batches of all inputs, in order, of about `most` bytes (0: as many as are done soon).

    `data` has the bytes of those inputs that cannot be read twice, but for rows.
    """
    most = most or _MOST_BYTES
    waiting: list[Input] = []
    size = 0
    for one in inputs:
        if one.type in ROWS:
            if waiting:
                yield _files(waiting, data)
                waiting, size = [], 0
            yield from _lines(one, most)
            continue
        waiting.append(one)
        size += one.size
        if len(waiting) >= _MOST_FILES or size >= most:
            yield _files(waiting, data)
            waiting, size = [], 0
    if waiting:
        yield _files(waiting, data)


def _files(inputs: list[Input], data: Mapping[str, bytes]) -> Files:
    return Files(inputs, {one.path: data[one.path] for one in inputs if one.path in data} if data else {})


def _lines(one: Input, most: int) -> Iterator[Lines]:
    try:
        if one.stdin:
            yield from _cut(one, sys.stdin.buffer, most)
        else:
            with open(one.path, "rb") as file:
                yield from _cut(one, file, most)
    except OSError as error:
        yield Lines(one, [], 1, 0, True, f"{one.path}: cannot be read: {error.strerror}")


def _cut(one: Input, file: Iterable[bytes], most: int) -> Iterator[Lines]:
    lines: list[bytes] = []
    size = row = rows = 0
    first = number = 1
    head = b""
    for line in lines_of(one, file):
        if number == 1 and one.type == CSV:
            head = line
        else:
            rows += is_row(line)
        lines.append(line)
        size += len(line)
        number += 1
        if size >= most:
            yield Lines(one, lines, first, row, False, head=head)
            lines, size, first, row = [], 0, number, rows
    yield Lines(one, lines, first, row, True, head=head)
