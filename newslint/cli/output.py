"""Where messages and reports go: standard error, standard output or a file, and what happens when nobody reads them."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from newslint.model import NewslintError, Problem


def say(message: str) -> None:
    """One message on standard error, after whatever standard output has so far."""
    if not message.isprintable():
        from newslint.report.visible import plain

        message = plain(message)
    try:
        sys.stdout.flush()
        over = "\r\x1b[K" if sys.stderr.isatty() else ""  # there may be a progress bar on the line
        print(f"{over}newslint: {message}", file=sys.stderr, flush=True)
    except OSError:
        pass  # nobody listens


class Teller:
    """Says each problem once: a wrong configuration or a crashing rule however many files have it."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def __call__(self, problem: Problem) -> None:
        """Say a problem, unless it was said before."""
        times = self._times[problem.message] = self._times.get(problem.message, 0) + 1
        if times == 1:
            named = problem.status == 2 or problem.message.startswith(problem.path)
            say(problem.message if named else f"{problem.path}: {problem.message}")
            for note in problem.notes:
                say(note)

    def finish(self) -> None:
        """Say how often the crashes came again. (Problems with inputs name their file and come once.)"""
        from newslint.report.summary import count

        for message, times in self._times.items():
            if times > 1 and message.startswith("rule "):
                say(f"{message.partition(' (')[0]} on {count(times - 1, 'more text')} in the same way")


@contextmanager
def report_stream(path: str | None, out: TextIO) -> Iterator[TextIO]:
    """The stream for a report: a file that is in place once all is written, else `out`.

    Lone surrogates, which no encoding has, become escapes (in JSON, the right ones). Raises NewslintError when the
    file cannot be written.
    """
    if path is None or path == "-":
        yield prepared(out)
        return
    real = os.path.realpath(path)
    special = os.path.exists(real) and not os.path.isfile(real)  # a pipe or a device is written to, never replaced
    beside = real if special else f"{real}.{os.getpid()}"
    try:
        with open(beside, "w", encoding="utf-8", errors="backslashreplace", newline="") as out:
            yield out
        if not special:
            os.replace(beside, real)
    except OSError as error:
        raise NewslintError(f"{path}: cannot be written: {error.strerror}") from None
    finally:
        if not special and os.path.exists(beside):
            os.unlink(beside)


def prepared(stream: TextIO) -> TextIO:
    """The stream, set to UTF-8 unless a terminal says otherwise."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    return stream
