"""The frame of `check` and `fix`: which inputs there are, the report, the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

import click

from newslint.cli.output import Teller, report_stream, say
from newslint.cli.progress import with_progress
from newslint.cli.session import Session
from newslint.formats import SUFFIXES
from newslint.model import NewslintError, Problem, Severity
from newslint.report import Writer, writer
from newslint.report.style import style_for
from newslint.run.discover import ROWS, Input, discover
from newslint.run.files import read
from newslint.run.results import Result, Run

if TYPE_CHECKING:
    from newslint.cli.newness import NewOnly


class Found(NamedTuple):
    """What a run reads, and what went wrong while looking.

    `data` has the bytes of standard input and pipes by path, unless they hold rows, which are read as they come.
    `piped`: there are such inputs; `passed_by`: standard input was named, but is excluded.
    """

    inputs: list[Input]
    data: dict[str, bytes]
    problems: list[Problem]
    piped: bool = False
    passed_by: bool = False


def searched(session: Session, paths: tuple[str, ...], values: dict[str, Any]) -> Found:
    """The inputs of the paths (none: the current folder). Says so where there are none, or named ones are excluded."""
    found = discover(
        paths or (".",),
        suffixes=SUFFIXES,
        configs=session.configs,
        type=values["type_"],
        stdin_name=values["stdin_filename"],
    )
    if not values["quiet"]:
        for note in found.notes:
            say(note)
    session.check_wanted(found.inputs[0].path if found.inputs else "here")
    if not found.inputs and not found.notes and not found.problems:
        say(f"no articles found in {', '.join(paths) or 'this folder'}")
    piped = [one for one in found.inputs if not one.on_disk]
    data = {one.path: sys.stdin.buffer.read() if one.stdin else read(one.path) for one in piped if one.type not in ROWS}
    passed_by = "-" in paths and not any(one.stdin for one in piped)
    problems = [*found.problems, *_servers(session, found.inputs, quiet=values["quiet"])]
    return Found(found.inputs, data, problems, bool(piped), passed_by)


def _servers(session: Session, inputs: list[Input], *, quiet: bool) -> list[Problem]:
    """Find or start the LanguageTool servers of the inputs. A missing one is a problem; the rest goes on without."""
    problems, seen = [], set()
    for one in inputs:
        try:
            config = session.configs.of(one.path)
        except NewslintError:
            continue  # that is said of the file
        address = config.languagetool.get("server", "")
        if address in seen or not session.asks(config):
            continue
        seen.add(address)
        from newslint.languagetool import find

        try:
            server = find(config.languagetool, say if sys.stderr.isatty() and not quiet else _unsaid)
            session.use(address, server)
        except NewslintError as error:
            problems.append(Problem(one.path, str(error)))
    return problems


def _unsaid(message: str) -> None:
    """Where nobody waits before a terminal."""


def new_only(session: Session, found: Found, values: dict[str, Any]) -> NewOnly | None:
    """The test of --baseline (or the configurations' baselines) and --changed-since; None where everything counts.

    Raises NewslintError for a baseline that cannot be read.
    """
    asked = values["baseline_file"] or values["changed_since"]
    if asked or any(session.configs.of(one.path).baseline for one in found.inputs):
        from newslint.cli.newness import NewOnly

        return NewOnly(session, values["baseline_file"], values["changed_since"])
    return None


def only(results: Iterable[Result], new: NewOnly | None) -> Iterator[Result]:
    """The results with their new findings only."""
    for result in results:
        if new is not None and result.findings:
            result.findings = [finding for finding in result.findings if new.keeps(finding, result.line, result.lines)]
        yield result


def report_writer(values: dict[str, Any]) -> Writer:
    """The function for --output-format and --statistics."""
    name: str = values["output_format"]
    try:
        return writer(name, statistics=values["statistics"])
    except KeyError:
        raise click.UsageError(f"--statistics knows full, concise, json and jsonl, not {name}") from None


def report(
    session: Session,
    found: Found,
    results: Iterable[Result],
    values: dict[str, Any],
    *,
    fixing: bool = False,
    out: TextIO | None = None,
) -> int:
    """Report the results and return the exit status. `out` takes the place of standard output."""
    write = report_writer(values)
    rules = session.checker("here").settings.registry.rules if values["output_format"] == "sarif" else None
    teller = Teller()
    shown = with_progress(results, sum(one.size for one in found.inputs), values)
    run = Run(shown, found.problems, teller, rules, fixing)
    with report_stream(values["output_file"], out or sys.stdout) as stream:
        try:
            write(run, stream, style_for(stream, values["color"], quiet=values["quiet"]))
            stream.flush()
        except BrokenPipeError:
            unread(stream)
    teller.finish()
    return exit_status(run, values)


def exit_status(run: Run, values: dict[str, Any]) -> int:
    """0, 1, 2 or 3: the highest that applies."""
    if run.tally.fails_on(Severity(values["fail_on"])) and not values["exit_zero"]:
        return max(run.tally.status, 1)
    return run.tally.status


def unread(stream: TextIO) -> None:
    """Nobody reads on (`| head`): let what is still buffered go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
