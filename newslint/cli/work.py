"""What is done to one batch, in this process or in a worker: read, check or mend, and say so in plain values."""

from __future__ import annotations

import os
from collections.abc import Iterator

from newslint.api import Checker
from newslint.cli.mending import Mending, unified
from newslint.cli.session import Session
from newslint.corpus import Row, mended, rows
from newslint.formats import UnknownShape
from newslint.model import Finding, NewslintError, Problem
from newslint.run.batches import Batch, Lines
from newslint.run.discover import Input
from newslint.run.files import content_key, read
from newslint.run.pack import Done, Packed, pack
from newslint.source import Source
from newslint.write import State, replace, state_of

_session: Session
_mending: Mending | None


def start(session: Session, mending: Mending | None) -> None:
    """Make a process ready to work; `mending` None: only check."""
    global _session, _mending
    _session, _mending = session, mending


def work(batch: Batch) -> list[Done]:
    """Check or mend a batch. Files in folders whose shape newslint does not know are left out."""
    if isinstance(batch, Lines):
        return list(_rows(batch))
    done = (_file(one, batch.data.get(one.path)) for one in batch.inputs)
    return [one for one in done if one is not None]


def _file(one: Input, data: bytes | None) -> Done | None:
    try:
        checker = _session.checker(one.path)
        before = state_of(one.path) if _mending and one.on_disk and os.path.exists(one.path) else State()
        data = read(one.path) if data is None else data
        source = Source.from_bytes(one.path, data, on_disk=one.on_disk)
        if _mending is not None:
            return _mend_file(_mending, checker, one, source, data, before)
        checked = checker.check(source, one.type)
    except NewslintError as error:
        if isinstance(error, UnknownShape) and not one.named:
            return None
        return Done(one.path, [], [(str(error), 2)])
    return Done(one.path, _packed(checked.findings), _plain(checked.problems), content_key(data), size=len(data))


def _mend_file(mending: Mending, checker: Checker, one: Input, source: Source, data: bytes, before: State) -> Done:
    fixed = mending.mend(checker, source, one.type)
    findings, problems, now, diff = fixed.findings, _plain(fixed.problems), data, ""
    counts = dict(fixed.mended)
    if fixed.text != source.text:
        try:
            now = source.encode(fixed.text)
            if mending.diff:
                diff = unified(one.path, source.text, fixed.text)
            elif one.on_disk:
                replace(one.path, [now], before)
        except NewslintError as error:
            problems.append((str(error), 2))
            findings, now, counts = checker.check(source, one.type).findings, data, {}
    shown = None if one.on_disk else now
    return Done(
        one.path, _packed(findings), problems, content_key(now), mended=counts, diff=diff, data=shown, size=len(data)
    )


def _rows(batch: Lines) -> Iterator[Done]:
    """Rows of which there is something to say, then the count of the batch."""
    path = batch.input.path
    if batch.error:
        yield Done(path, [], [(batch.error, 2)])
    seen = 0
    try:
        checker = _session.checker(path)
        waiting: list[Row] = []
        for row in rows(batch.lines, path, _session.fields, line=batch.line, row=batch.row):
            if isinstance(row, Problem):
                yield Done(path, [], [(row.message, row.status)])
                continue
            seen += 1
            if waiting and waiting[0].line != row.line:
                yield from _row(checker, waiting, batch)
                waiting = []
            waiting.append(row)
        if waiting:
            yield from _row(checker, waiting, batch)
    except NewslintError as error:
        yield Done(path, [], [(str(error), 2)])
    count, size = sum(not line.isspace() for line in batch.lines), sum(map(len, batch.lines))
    yield Done(path, [], [], rows=count, seen=seen, size=size)


def _row(checker: Checker, fields: list[Row], batch: Lines) -> Iterator[Done]:
    """What there is to say of the fields of one row."""
    findings: list[Finding] = []
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    counts: dict[str, int] = {}
    path, line = batch.input.path, fields[0].line
    for field in fields:
        if _mending is None:
            checked = checker.check(field, "text")
            findings += checked.findings
            problems += checked.problems
            continue
        fixed = _mending.mend(checker, field, "text", line)
        findings += fixed.findings
        problems += fixed.problems
        if fixed.text != field.text:
            texts[field.field or ""] = fixed.text
            for rule, count in fixed.mended.items():
                counts[rule] = counts.get(rule, 0) + count
    if findings or problems or texts:
        data = mended(batch.lines[line - batch.line], texts) if texts else None
        yield Done(path, _packed(findings), _plain(problems), line=line, mended=counts, data=data)


def _packed(findings: list[Finding]) -> list[Packed]:
    return [pack(finding) for finding in findings]


def _plain(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.message, problem.status) for problem in problems]
