"""What is done to a batch of rows, in this process or in a worker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint import table
from newslint.api import Checker
from newslint.cli.mending import Mending
from newslint.cli.session import Session
from newslint.corpus import Row, mended, rows
from newslint.model import Finding, NewslintError, Problem
from newslint.run.batches import Lines, lines_in
from newslint.run.discover import CSV
from newslint.run.pack import Done, pack_all, plain


def work_on_rows(session: Session, mending: Mending | None, batch: Lines) -> Iterator[Done]:
    """Rows of which there is something to say, then the count of the batch."""
    path = batch.input.path
    if batch.error:
        yield Done(path, [], [(batch.error, 2)])
    seen = 0
    try:
        checker = session.checker(path)
        waiting: list[Row] = []
        for row in rows_of(batch, session.fields):
            if isinstance(row, Problem):
                yield Done(path, [], [(row.message, row.status)])
                continue
            seen += 1
            if waiting and waiting[0].line != row.line:
                yield from _row(checker, mending, waiting, batch)
                waiting = []
            waiting.append(row)
        if waiting:
            yield from _row(checker, mending, waiting, batch)
    except NewslintError as error:
        yield Done(path, [], [(str(error), 2)])
    yield Done(path, [], [], rows=batch.rows, seen=seen, size=sum(map(len, batch.lines)))


def rows_of(batch: Lines, fields: Sequence[str]) -> Iterator[Row | Problem]:
    """The text fields of a batch, and what is no row."""
    if batch.input.type == CSV:
        return table.rows(batch.lines, batch.input.path, fields, batch.head, line=batch.line, row=batch.row)
    return rows(batch.lines, batch.input.path, fields, line=batch.line, row=batch.row)


def _mended(batch: Lines, line: int, texts: Mapping[str, str]) -> bytes:
    raw = batch.lines[line - batch.line]
    return table.mended(raw, texts, batch.head) if batch.input.type == CSV else mended(raw, texts)


def _row(checker: Checker, mending: Mending | None, fields: list[Row], batch: Lines) -> Iterator[Done]:
    """What there is to say of the fields of one row."""
    findings: list[Finding] = []
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    counts: dict[str, int] = {}
    path, line = batch.input.path, fields[0].line
    for field in fields:
        if mending is None:
            checked = checker.check(field, "text")
            findings += checked.findings
            problems += checked.problems
            continue
        fixed = mending.mend(checker, field, "text", line, lines_in(batch.lines[line - batch.line]))
        findings += fixed.findings
        problems += fixed.problems
        if fixed.text != field.text:
            texts[field.field or ""] = fixed.text
            for rule, count in fixed.mended.items():
                counts[rule] = counts.get(rule, 0) + count
    if findings or problems or texts:
        data = _mended(batch, line, texts) if texts else None
        yield Done(path, pack_all(findings), plain(problems), line=line, mended=counts, data=data)
