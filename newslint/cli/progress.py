"""A bar on standard error for runs that take longer than a second and have nothing else to show for it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

import click

from newslint.run.results import Result

_PATIENCE = 1.0  # seconds


def with_progress(results: Iterable[Result], total: int, values: dict[str, Any]) -> Iterator[Result]:
    """The results as they are; a bar of `total` bytes where a terminal would otherwise stay silent."""
    findings_show = sys.stdout.isatty() and not values["output_file"] and not values["statistics"]
    if not sys.stderr.isatty() or findings_show or values["quiet"] or total == 0:
        yield from results
        return
    begin = time.monotonic()
    bar: Any = None
    done = 0
    try:
        for result in results:
            yield result
            done += result.size
            if bar is not None:
                bar.update(result.size)
            elif time.monotonic() - begin > _PATIENCE:
                bar = click.progressbar(length=total, file=sys.stderr, label="newslint", show_pos=False)
                bar.update(done)
    finally:
        if bar is not None:
            sys.stderr.write("\r\x1b[K\x1b[?25h")
            sys.stderr.flush()
