"""Where messages and reports go: standard error, standard output or a file, and what happens when nobody reads them."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
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
        print(f"newslint: {message}", file=sys.stderr, flush=True)
    except OSError:
        pass  # nobody listens


def problem_printer() -> Callable[[Problem], None]:
    """Says each problem once, however many files have it (a wrong configuration)."""
    said: set[str] = set()

    def show(problem: Problem) -> None:
        text = problem.message
        if not text.startswith(problem.path):
            text = f"{problem.path}: {text}" if problem.status != 2 else text
        if text not in said:
            said.add(text)
            say(text)
            for note in problem.notes:
                say(note)

    return show


@contextmanager
def report_stream(path: str | None, out: TextIO) -> Iterator[TextIO]:
    """The stream for a report: a file that is in place once all is written, else `out`.

    Lone surrogates, which no encoding has, become escapes (in JSON, the right ones). Raises NewslintError when the
    file cannot be written.
    """
    if path is None or path == "-":
        yield prepared(out)
        return
    beside = f"{path}.{os.getpid()}"
    try:
        with open(beside, "w", encoding="utf-8", errors="backslashreplace", newline="") as out:
            yield out
        os.replace(beside, path)
    except OSError as error:
        raise NewslintError(f"--output-file {path}: cannot be written: {error.strerror}") from None
    finally:
        if os.path.exists(beside):
            os.unlink(beside)


def prepared(stream: TextIO) -> TextIO:
    """The stream, set to UTF-8 unless a terminal says otherwise."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    return stream
