"""Mends one file, in this process or in a worker."""

from __future__ import annotations

import os

from newslint.api import Checker
from newslint.cli.mending import Mending, unified
from newslint.model import NewslintError
from newslint.run.discover import Input
from newslint.run.files import content_key, read
from newslint.run.pack import Done, pack_all, plain
from newslint.source import Source
from newslint.write import State, replace, state_of


def mend_file(mending: Mending, checker: Checker, one: Input, data: bytes | None) -> Done:
    """What came of a file, which holds its mended text now. Raises NewslintError when it cannot be read or checked."""
    before = state_of(one.path) if one.on_disk and os.path.exists(one.path) else State()
    data = read(one.path) if data is None else data
    source = Source.from_bytes(one.path, data, on_disk=one.on_disk)
    fixed = mending.mend(checker, source, one.type)
    findings, problems, now, diff = fixed.findings, plain(fixed.problems), data, ""
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
        one.path, pack_all(findings), problems, content_key(now), mended=counts, diff=diff, data=shown, size=len(data)
    )
