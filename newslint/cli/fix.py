"""`newslint fix`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any

import click

from newslint.cli.checking import results
from newslint.cli.mending import Mending
from newslint.cli.options import choice_options, input_options, paths_argument, run_options, session_of
from newslint.cli.output import Teller, prepared, say
from newslint.cli.running import Found, new_only, report, searched, unread
from newslint.cli.session import Session
from newslint.report.style import Style, style_for
from newslint.report.summary import count
from newslint.run.results import Result, Run


@click.command("fix")
@paths_argument
@choice_options
@input_options
@run_options
@click.option("--unsafe", is_flag=True, help="Apply the fixes too that need a look afterwards.")
@click.option("--diff", is_flag=True, help="Print a unified diff and write nothing; exit with 1 when there is one.")
def command(paths: tuple[str, ...], unsafe: bool, diff: bool, **values: Any) -> int:
    """Mend the safe findings in PATHS in place and report what is left.

    `-` mends standard input and writes the text to standard output; what is left goes to standard error.
    """
    with closing(session_of(values)) as session:
        return _fix(session, paths, unsafe, diff, values)


def _fix(session: Session, paths: tuple[str, ...], unsafe: bool, diff: bool, values: dict[str, Any]) -> int:
    found = searched(session, paths, values)
    mending = Mending(unsafe, diff, new_only(session, found, values))
    made = results(
        session, found.inputs, found.data, mending=mending, jobs=values["jobs"], cached=not values["no_cache"]
    )
    if diff:
        return _diff(found, made, values)
    if found.passed_by:  # excluded: an editor that sends its buffer here gets it back as it is
        sys.stdout.buffer.write(sys.stdin.buffer.read())
    return report(
        session, found, _written(made), values, fixing=True, out=sys.stderr if found.piped or found.passed_by else None
    )


def _written(made: Iterable[Result]) -> Iterator[Result]:
    """The results, with mended standard input on its way to standard output."""
    for result in made:
        if result.data is not None:
            sys.stdout.buffer.write(result.data)
            sys.stdout.buffer.flush()
        yield result


def _diff(found: Found, made: Iterable[Result], values: dict[str, Any]) -> int:
    teller = Teller()
    run = Run(made, found.problems, teller, fixing=True)
    out = prepared(sys.stdout)
    style = style_for(out, values["color"])
    differs = False
    try:
        for result in run:
            if result.diff:
                differs = True
                out.write("\n".join(_painted(line, style) for line in result.diff.split("\n")))
        out.flush()
    except BrokenPipeError:
        unread(out)
    teller.finish()
    if not values["quiet"]:
        files = run.tally.files_mended
        say(f"would mend {count(run.tally.mended, 'finding')} in {files} of {count(run.tally.files, 'file')}")
    return max(run.tally.status, int(differs and not values["exit_zero"]))


def _painted(line: str, style: Style) -> str:
    if not style.color:
        return line
    looks = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
    if line.startswith(("---", "+++")):
        looks = "bold"
    return style.paint(line, looks) if looks else line
