"""Results of files of rows, put together from what workers say of their batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.cli.mending import Mending, line_diff
from newslint.cli.row_work import rows_of
from newslint.corpus import FIELDS, Row
from newslint.model import Finding, NewslintError, Problem
from newslint.run.batches import Lines, lines_in, lines_of
from newslint.run.discover import Input
from newslint.run.pack import Done, unpack
from newslint.run.results import Result
from newslint.source import Source
from newslint.write import State, replace, state_of

MOST_PROBLEMS = 20  # lines of one file that are reported as malformed one by one


class RowResults:
    """One file after the other: fingerprints unique within it, problems kept few, mended lines written at its end."""

    def __init__(self, fields: Sequence[str], mending: Mending | None) -> None:
        self._fields = fields or FIELDS
        self._mending = mending
        self._begin()

    def _begin(self) -> None:
        self._fingerprints: dict[str, int] = {}
        self._problems = self._seen = self._rows = 0
        self._changed: dict[int, tuple[bytes, bytes]] = {}
        self._before = State()

    def results(self, batch: Lines, done: list[Done]) -> Iterator[Result]:
        """The results of the next batch of a file. Raises no errors: they are problems of results."""
        if self._mending and batch.line == 1 and batch.input.on_disk and not batch.error:
            self._before = state_of(batch.input.path)
        for one in done:
            self._seen += one.seen
            self._rows += one.rows
            yield self._result(batch, one)
        if self._mending and not self._mending.diff and not batch.input.on_disk:
            lines = [self._changed.get(number, (b"", line))[1] for number, line in enumerate(batch.lines, batch.line)]
            yield Result(batch.input.path, data=b"".join(lines))
        if batch.last:
            yield self._end(batch.input)
            self._begin()

    def _result(self, batch: Lines, done: Done) -> Result:
        findings = [unpack(done.path, packed) for packed in done.findings]
        for finding in findings:
            finding.fingerprint = self._unique(finding.fingerprint)
        problems = [Problem(done.path, message, status) for message, status in done.problems]
        self._problems += len(problems)
        if self._problems > MOST_PROBLEMS:
            problems = []
        result = Result(done.path, findings, problems, line=done.line, rows=done.rows, size=done.size)
        result.mended = done.mended or {}
        if done.line:
            raw = batch.lines[done.line - batch.line]
            result.lines = lines_in(raw)
            if done.data is not None:
                self._changed[done.line] = raw, done.data
                raw = done.data
            result.source = lambda finding: _row_source(batch, raw, finding, done.line)
        return result

    def _unique(self, fingerprint: str) -> str:
        count = self._fingerprints[fingerprint] = self._fingerprints.get(fingerprint, 0) + 1
        return fingerprint if count == 1 else f"{fingerprint}-{count}"

    def _end(self, one: Input) -> Result:
        result = Result(one.path)
        if self._problems > MOST_PROBLEMS:
            result.problems.append(Problem(one.path, f"{one.path}: {self._problems - MOST_PROBLEMS} more such lines"))
        elif one.named and self._rows and not self._seen and not self._problems:
            names = ", ".join(self._fields)
            message = f"{one.path}: no row has a text field named {names}; name yours with --field"
            result.problems.append(Problem(one.path, message))
        if self._changed and self._mending and self._mending.diff:
            changes = [(line, _text(old), _text(new)) for line, (old, new) in sorted(self._changed.items())]
            result.diff = line_diff(one.path, changes)
        elif self._changed and one.on_disk:
            try:
                replace(one.path, self._lines(one), self._before)
            except NewslintError as error:
                result.problems.append(Problem(one.path, str(error)))
        return result

    def _lines(self, one: Input) -> Iterator[bytes]:
        with open(one.path, "rb") as file:
            for number, line in enumerate(lines_of(one, file), 1):
                yield self._changed[number][1] if number in self._changed else line


def _text(line: bytes) -> str:
    return line.decode("utf-8", "surrogateescape")


def _row_source(batch: Lines, raw: bytes, finding: Finding, line: int) -> Source | None:
    for row in rows_of(batch._replace(lines=[raw], line=line), (finding.field or "",)):
        return row if isinstance(row, Row) else None
    return None
