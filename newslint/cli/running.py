"""The frame of `check` and `fix`: which inputs, which findings count as new, the report, the exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import click

from newslint.cli.options import stdin_bytes
from newslint.cli.output import problem_printer, report_stream, say
from newslint.cli.session import Session
from newslint.formats import SUFFIXES
from newslint.model import Finding, Problem, Severity
from newslint.report import writer
from newslint.report.style import style_for
from newslint.run import baseline
from newslint.run.discover import Input, discover
from newslint.run.results import Result, Run

Keep = Callable[[Finding, int], bool]
"""Whether a finding is reported; the number is the line of its row, 0 in whole files."""


class Found(NamedTuple):
    """What a run reads: inputs, the bytes of standard input by its path, and what went wrong while looking."""

    inputs: list[Input]
    data: dict[str, bytes]
    problems: list[Problem]


def searched(session: Session, paths: Iterable[str], values: dict[str, Any]) -> Found:
    """The inputs of the paths (none: the current folder). Says so where there are none, or named ones are excluded."""
    name = values["stdin_filename"]
    found = discover(
        paths or (".",), suffixes=SUFFIXES, configs=session.configs, type=values["type_"], stdin_name=name
    )
    if not values["quiet"]:
        for note in found.notes:
            say(note)
    if not found.inputs:
        session.checker("here")  # so that a wrong --select is an error even where there is nothing to read
        if not found.notes and not found.problems:
            say(f"no articles found in {', '.join(paths) or 'this folder'}")
    data = {one.path: stdin_bytes() for one in found.inputs if not one.on_disk}
    return Found(found.inputs, data, found.problems)


def keep_new(session: Session, values: dict[str, Any]) -> Keep | None:
    """The test of --baseline (or the configuration's) and --changed-since; None where everything counts.

    Raises NewslintError for a baseline that cannot be read.
    """
    tests: list[Keep] = []
    if values["changed_since"]:
        from newslint.run.git import Changes

        changes = Changes(values["changed_since"])
        tests.append(lambda finding, row: changes.touches(finding.path, row, row) if row else changes.keeps(finding))
    if values["baseline_file"]:
        named = baseline.read(Path(values["baseline_file"]))
        tests.append(lambda finding, row: not named.holds(finding))
    else:
        configured = _Configured(session)
        tests.append(lambda finding, row: not configured.holds(finding))
    return lambda finding, row: all(test(finding, row) for test in tests)


class _Configured:
    """The baselines that configurations name."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: dict[int, baseline.Baseline | None] = {}

    def holds(self, finding: Finding) -> bool:
        config = self._session.configs.of(finding.path)
        if id(config) not in self._read:
            path = config.folder / config.baseline if config.baseline else None
            self._read[id(config)] = baseline.read(path) if path else None
        known = self._read[id(config)]
        return known is not None and known.holds(finding)


def report(
    session: Session, found: Found, results: Iterable[Result], values: dict[str, Any], out: TextIO | None = None
) -> int:
    """Report the results and return the exit status. `out`: there, and not on standard output."""
    name = values["output_format"]
    try:
        write = writer(name, statistics=values["statistics"])
    except KeyError:
        raise click.UsageError(f"--statistics knows full, concise, json and jsonl, not {name}") from None
    keep = keep_new(session, values)
    run = Run(_only(results, keep, found.problems), problem_printer(), _rules(session) if name == "sarif" else None)
    with report_stream(values["output_file"]) as stream:
        stream = out or stream
        try:
            write(run, stream, style_for(stream, values["color"], quiet=values["quiet"]))
            stream.flush()
        except BrokenPipeError:
            _mute(stream)
    status = run.tally.status
    if run.tally.fails_on(Severity[values["fail_on"].upper()]) and not values["exit_zero"]:
        status = max(status, 1)
    return status


def _only(results: Iterable[Result], keep: Keep | None, problems: list[Problem]) -> Iterator[Result]:
    for problem in problems:
        yield Result(problem.path, problems=[problem])
    for result in results:
        if keep is not None and result.findings:
            result.findings = [finding for finding in result.findings if keep(finding, result.line)]
        yield result


def _rules(session: Session) -> Any:
    return session.checker("here").settings.registry.rules


def _mute(stream: TextIO) -> None:
    """Nobody reads on (`| head`): what is still buffered goes nowhere."""
    import os

    if stream is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
