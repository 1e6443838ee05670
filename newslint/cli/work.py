"""What is done to one batch, in this process or in a worker: read, check or mend, and say so in plain values.

What mends and what reads rows is imported when there is something to mend, or a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.cli.session import Session
from newslint.formats import UnknownShape
from newslint.model import NewslintError
from newslint.run.batches import Batch, Lines
from newslint.run.discover import Input
from newslint.run.files import content_key, read
from newslint.run.pack import Done, pack_all, plain
from newslint.source import Source

if TYPE_CHECKING:
    from newslint.cli.mending import Mending

_session: Session
_mending: Mending | None


def start(session: Session, mending: Mending | None) -> None:
    """Make a process ready to work; `mending` None: only check."""
    global _session, _mending
    _session, _mending = session, mending


def work(batch: Batch) -> list[Done]:
    """Check or mend a batch. Files in folders whose shape newslint does not know are left out."""
    if isinstance(batch, Lines):
        from newslint.cli.row_work import work_on_rows

        return list(work_on_rows(_session, _mending, batch))
    done = (_file(one, batch.data.get(one.path)) for one in batch.inputs)
    return [one for one in done if one is not None]


def _file(one: Input, data: bytes | None) -> Done | None:
    try:
        checker = _session.checker(one.path)
        if _mending is not None:
            from newslint.cli.file_mending import mend_file

            return mend_file(_mending, checker, one, data)
        data = read(one.path) if data is None else data
        checked = checker.check(Source.from_bytes(one.path, data, on_disk=one.on_disk), one.type)
    except NewslintError as error:
        if isinstance(error, UnknownShape) and not one.named:
            return None
        return Done(one.path, [], [(str(error), 2)])
    return Done(one.path, pack_all(checked.findings), plain(checked.problems), content_key(data), size=len(data))
