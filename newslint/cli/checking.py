"""From inputs to results: what the cache knows, and the rest in batches, here or in worker processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newslint.cli.session import Session
from newslint.model import Finding, NewslintError, Problem, Safety
from newslint.run.cache import Cache, digest_of, key_of
from newslint.run.discover import ROWS, Input
from newslint.run.files import content_key, read
from newslint.run.pack import Done, unpack
from newslint.run.results import Result

if TYPE_CHECKING:  # the engine is imported when something is new to the cache, not before
    from newslint.cli.mending import Mending
    from newslint.cli.row_results import RowResults
    from newslint.source import Source


def results(
    session: Session,
    inputs: Sequence[Input],
    data: Mapping[str, bytes],
    *,
    mending: Mending | None = None,
    jobs: int | None = None,
    cached: bool = True,
) -> Iterator[Result]:
    """A result for each file and each row with findings or problems, in the order of `inputs`.

    `data` has the bytes of inputs that are not on disk. Files in folders whose shape is unknown are passed over.
    With `mending`, files are mended and the results say what is left.
    """
    cache = _Known(session) if cached and (mending is None or mending.new is None) else None
    known: list[tuple[int, Result]] = []
    rest: list[Input] = []
    number: dict[str, int] = {}
    for i, one in enumerate(inputs):
        number[one.path] = i
        found = cache.look_up(one) if cache and one.on_disk and one.type not in ROWS else None
        if found is None or (mending is not None and _mendable(found, mending)):
            rest.append(one)
        else:
            known.append((i, found))
    fresh = _fresh(session, rest, data, mending, jobs, cache)
    try:
        yield from _merged(known, fresh, number) if known else fresh
    finally:
        if cache:
            cache.save()


def _merged(known: list[tuple[int, Result]], fresh: Iterator[Result], number: Mapping[str, int]) -> Iterator[Result]:
    """All results in the order of their numbers; those of one file stay together."""
    from heapq import merge

    numbered = ((number[result.path], result) for result in fresh)
    for _, result in merge(known, numbered, key=lambda pair: pair[0]):
        yield result


def _mendable(result: Result, mending: Mending) -> bool:
    least = Safety.UNSAFE if mending.unsafe else Safety.SAFE
    return any(finding.fix is not None and finding.fix.safety >= least for finding in result.findings)


def _fresh(
    session: Session,
    inputs: Sequence[Input],
    data: Mapping[str, bytes],
    mending: Mending | None,
    jobs: int | None,
    cache: _Known | None,
) -> Iterator[Result]:
    if not inputs:
        return
    from newslint.cli.work import start, work
    from newslint.run.batches import MOST_SLOW, Lines, batches
    from newslint.run.pool import ordered, workers

    count = workers(sum(one.size for one in inputs), jobs, slow=bool(session.servers))
    rows: RowResults | None = None
    most = MOST_SLOW if session.servers else 0
    for batch, done in ordered(work, batches(inputs, data, most), count, start, (session, mending)):
        if isinstance(batch, Lines):
            if rows is None:
                from newslint.cli.row_results import RowResults

                rows = RowResults(session.fields, mending)
            yield from rows.results(batch, done)
            continue
        for one in done:
            if cache and not one.problems and not one.diff:
                cache.keep(one)
            yield _result(one, batch.data.get(one.path) if one.data is None else one.data)


def _result(done: Done, data: bytes | None = None) -> Result:
    """The result of a whole file, its text read anew when a report asks for it, if it is still the same."""
    source: list[Source | None] = []

    def again(finding: Finding) -> Source | None:
        from newslint.source import Source

        if not source:
            try:
                now = read(done.path) if data is None else data
                source.append(Source.from_bytes(done.path, now) if content_key(now) == done.key else None)
            except NewslintError:
                source.append(None)
        return source[0]

    findings = [unpack(done.path, packed) for packed in done.findings]
    problems = [Problem(done.path, message, status) for message, status in done.problems]
    result = Result(done.path, findings, problems, again, diff=done.diff, data=done.data, size=done.size)
    result.mended = done.mended or {}
    return result


class _Known:
    """The result cache as a run uses it: whole files on disk, under settings that are told apart by a digest."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._cache = Cache()
        self._digests: dict[int, bytes] = {}
        self._settings: dict[str, tuple[str, bytes]] = {}

    def look_up(self, one: Input) -> Result | None:
        try:
            config = self._session.configs.of(one.path)
            content = content_key(read(one.path))
        except NewslintError:
            return None
        if self._session.server_of(config) is not None:
            return None  # answers of LanguageTool are kept by themselves
        digest = self._digests.get(id(config))
        if digest is None:
            digest = self._digests[id(config)] = digest_of(config, self._session.wanted)
        self._settings[one.path] = one.type, digest
        found = self._cache.get(one.path, key_of(content.encode(), one.type, digest))
        return None if found is None else _result(Done(one.path, found, [], content, size=one.size))

    def keep(self, done: Done) -> None:
        if done.path in self._settings and done.key:
            type, digest = self._settings[done.path]
            self._cache.put(done.path, key_of(done.key.encode(), type, digest), done.findings)

    def save(self) -> None:
        self._cache.save()
