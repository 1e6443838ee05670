"""What is done to a batch of rows, in this process or in a worker."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Checker
from newslint.cli.mending import Mending
from newslint.cli.session import Session
from newslint.corpus import Row, mended, rows
from newslint.model import Finding, NewslintError, Problem
from newslint.run.batches import Lines, is_row
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
        for row in rows(batch.lines, path, session.fields, line=batch.line, row=batch.row):
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
    count, size = sum(map(is_row, batch.lines)), sum(map(len, batch.lines))
    yield Done(path, [], [], rows=count, seen=seen, size=size)


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
        fixed = mending.mend(checker, field, "text", line)
        findings += fixed.findings
        problems += fixed.problems
        if fixed.text != field.text:
            texts[field.field or ""] = fixed.text
            for rule, count in fixed.mended.items():
                counts[rule] = counts.get(rule, 0) + count
    if findings or problems or texts:
        data = mended(batch.lines[line - batch.line], texts) if texts else None
        yield Done(path, pack_all(findings), plain(problems), line=line, mended=counts, data=data)
