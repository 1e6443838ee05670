"""`check`, from inputs to results: what the cache knows, and the rest in batches, here or in worker processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from heapq import merge
from typing import NamedTuple

from newslint.cli.session import Session
from newslint.corpus import FIELDS, Row, rows
from newslint.model import Finding, NewslintError, Problem
from newslint.run.batches import ROWS, Batch, Lines, batches
from newslint.run.cache import Cache, digest_of, key_of
from newslint.run.discover import Input
from newslint.run.pack import Packed, pack, unpack
from newslint.run.pool import ordered, workers
from newslint.run.results import Result
from newslint.source import Source

MOST_PROBLEMS = 20  # lines of one file that are reported as malformed one by one


class Done(NamedTuple):
    """What a worker found out about one file, or one row of a file of rows, in plain values.

    `key` tells the bytes that were read; `line` is that of the row; `seen` how many fields the rows of a batch had.
    """

    path: str
    findings: list[Packed]
    problems: list[tuple[str, int]]
    key: str = ""
    line: int = 0
    rows: int = 0
    seen: int = 0


def check(
    session: Session, inputs: Sequence[Input], data: Mapping[str, bytes], *, jobs: int | None = None, cached: bool = True
) -> Iterator[Result]:
    """A result for each file and each row with findings or problems, in the order of `inputs`.

    `data` has the bytes of inputs that are not on disk. Files in folders whose shape is unknown are passed over.
    """
    cache = _Known(session) if cached else None
    known = [(i, result) for i, one in enumerate(inputs) if cache and (result := cache.look_up(one, data))]
    hit = {i for i, _ in known}
    rest = [one for i, one in enumerate(inputs) if i not in hit]
    number = {one.path: i for i, one in enumerate(inputs)}
    try:
        fresh = ((number[result.path], result) for result in _fresh(session, rest, data, jobs, cache))
        for _, result in merge(known, fresh, key=lambda pair: pair[0]):
            yield result
    finally:
        if cache:
            cache.save()


def _fresh(
    session: Session, inputs: Sequence[Input], data: Mapping[str, bytes], jobs: int | None, cache: _Known | None
) -> Iterator[Result]:
    count = workers(sum(one.size for one in inputs), jobs)
    rows_of = _Rows(session.fields or FIELDS)
    for batch, done in ordered(work, batches(inputs, data), count, start, (session,)):
        if isinstance(batch, Lines):
            yield from rows_of.results(batch, done)
            continue
        for one in done:
            if cache and not one.problems:
                cache.keep(one)
            yield _result(one, batch.data.get(one.path))


_session: Session


def start(session: Session) -> None:
    """Make a process ready to work."""
    global _session
    _session = session


def work(batch: Batch) -> list[Done]:
    """Check a batch."""
    if isinstance(batch, Lines):
        return list(_rows(_session, batch))
    checked = (check_file(_session, one, batch.data.get(one.path)) for one in batch.inputs)
    return [done for done in checked if done is not None]


def check_file(session: Session, one: Input, data: bytes | None) -> Done | None:
    """Check one file; None when it is of no shape that newslint knows and nobody named it."""
    key = ""
    try:
        checker = session.checker(one.path)
        data = read(one.path) if data is None else data
        key = content_key(data)
        source = Source.from_bytes(one.path, data, on_disk=one.on_disk)
        checked = checker.check(source, one.type)
    except NewslintError as error:
        if type(error).__name__ == "UnknownShape" and not one.named:
            return None
        return Done(one.path, [], [(str(error), 2)])
    problems = [(problem.message, problem.status) for problem in checked.problems]
    return Done(one.path, [pack(finding) for finding in checked.findings], problems, key)


def read(path: str) -> bytes:
    """The bytes of a file. Raises NewslintError when it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise NewslintError(f"{path}: cannot be read: {error.strerror}") from None


def content_key(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _rows(session: Session, batch: Lines) -> Iterator[Done]:
    """Rows with findings or problems, then the count of the batch."""
    path = batch.input.path
    if batch.error:
        yield Done(path, [], [(batch.error, 2)])
    seen = 0
    try:
        checker = session.checker(path)
        for row in rows(batch.lines, path, session.fields, line=batch.line, row=batch.row):
            if isinstance(row, Problem):
                yield Done(path, [], [(row.message, row.status)])
                continue
            seen += 1
            checked = checker.check(row, "text")
            if checked.findings or checked.problems:
                problems = [(problem.message, problem.status) for problem in checked.problems]
                yield Done(path, [pack(finding) for finding in checked.findings], problems, line=row.line)
    except NewslintError as error:
        yield Done(path, [], [(str(error), 2)])
    yield Done(path, [], [], rows=sum(not line.isspace() for line in batch.lines), seen=seen)


class _Rows:
    """Results of files of rows: fingerprints made unique within the file, problems kept few, unknown shapes noticed."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = fields
        self._begin()

    def _begin(self) -> None:
        self._fingerprints: dict[str, int] = {}
        self._problems = 0
        self._seen = 0
        self._rows = 0

    def results(self, batch: Lines, done: list[Done]) -> Iterator[Result]:
        path = batch.input.path
        for one in done:
            self._seen += one.seen
            self._rows += one.rows
            result = _result(one, None)
            result.problems = [problem for problem in result.problems if self._is_news(problem)]
            if one.line:
                raw = batch.lines[one.line - batch.line]
                result.source = lambda finding, raw=raw, line=one.line: _row_source(raw, finding, line)  # type: ignore[misc]
                for finding in result.findings:
                    finding.fingerprint = self._unique(finding.fingerprint)
            yield result
        if batch.last:
            yield Result(path, problems=self._at_end(batch.input))
            self._begin()

    def _is_news(self, problem: Problem) -> bool:
        self._problems += 1
        return self._problems <= MOST_PROBLEMS

    def _unique(self, fingerprint: str) -> str:
        count = self._fingerprints[fingerprint] = self._fingerprints.get(fingerprint, 0) + 1
        return fingerprint if count == 1 else f"{fingerprint}-{count}"

    def _at_end(self, one: Input) -> list[Problem]:
        if self._problems > MOST_PROBLEMS:
            return [Problem(one.path, f"{one.path}: {self._problems - MOST_PROBLEMS} more lines like these")]
        if one.named and self._rows and not self._seen and not self._problems:
            names = ", ".join(self._fields)
            return [Problem(one.path, f"{one.path}: no row has a text field named {names}; name yours with --field")]
        return []


def _row_source(raw: bytes, finding: Finding, line: int) -> Source | None:
    for row in rows([raw], finding.path, (finding.field or "",), line=line):
        return row if isinstance(row, Row) else None
    return None


def _result(done: Done, data: bytes | None) -> Result:
    """The result again, with the text to be read anew when a report asks for it, if it is still the same."""
    source: list[Source | None] = []

    def again(finding: Finding) -> Source | None:
        if not source:
            try:
                now = read(done.path) if data is None else data
                source.append(Source.from_bytes(done.path, now) if content_key(now) == done.key else None)
            except NewslintError:
                source.append(None)
        return source[0]

    findings = [unpack(done.path, packed) for packed in done.findings]
    problems = [Problem(done.path, message, status) for message, status in done.problems]
    return Result(done.path, findings, problems, again, done.line, done.rows)


class _Known:
    """The result cache as this run uses it: whole files on disk under settings that are told apart by a digest."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._cache = Cache()
        self._digests: dict[int, bytes] = {}
        self._settings: dict[str, bytes] = {}
        self._types: dict[str, str] = {}

    def look_up(self, one: Input, data: Mapping[str, bytes]) -> Result | None:
        if one.type == ROWS or one.path in data:
            return None
        try:
            config = self._session.configs.of(one.path)
            content = content_key(read(one.path))
        except NewslintError:
            return None
        digest = self._digests.get(id(config))
        if digest is None:
            digest = self._digests[id(config)] = digest_of(config, [self._session.overrides])
        self._settings[one.path] = digest
        self._types[one.path] = one.type
        found = self._cache.get(one.path, key_of(content.encode(), one.type, digest))
        return None if found is None else _result(Done(one.path, found, [], content), None)

    def keep(self, done: Done) -> None:
        digest = self._settings.get(done.path)
        if digest is not None and done.key:
            self._cache.put(done.path, key_of(done.key.encode(), self._types[done.path], digest), done.findings)

    def save(self) -> None:
        self._cache.save()
