"""`newslint baseline`."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from newslint.cli.checking import results
from newslint.cli.options import choice_options, input_options, paths_argument, session_of
from newslint.cli.output import Teller, report_stream, say
from newslint.cli.running import searched
from newslint.report.summary import count
from newslint.run import baseline
from newslint.run.results import Run


@click.command("baseline")
@paths_argument
@choice_options
@input_options
@click.option(
    "--baseline",
    "--output-file",
    "baseline_file",
    default=baseline.FILE_NAME,
    metavar="FILE",
    help=f"The file to write ({baseline.FILE_NAME}).",
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes to use at most.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the result cache.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")  # fmt: skip
def command(paths: tuple[str, ...], baseline_file: str, **values: Any) -> int:
    """Write the baseline: all findings that are in PATHS today, which `check --baseline FILE` then leaves out.

    The file lists fingerprints by path, relative to itself: keep it under version control.
    """
    with closing(session_of(values)) as session:
        found = searched(session, paths, values)
        made = results(session, found.inputs, found.data, jobs=values["jobs"], cached=not values["no_cache"])
        run = Run(made, found.problems, Teller())
        path = Path(baseline_file)
        text = baseline.render((finding for result in run for finding in result.findings), path.absolute().parent)
    if run.problems and not run.tally.files:
        say("nothing was read, so no baseline is written")
        return run.tally.status
    with report_stream(baseline_file, sys.stdout) as out:
        out.write(text)
    if not values["quiet"]:
        say(f"{count(run.tally.findings, 'finding')} in {baseline_file}; check --baseline {baseline_file} leaves them"
            f' out, and so does baseline = "{path.name}" in newslint.toml')  # fmt: skip
    return run.tally.status
