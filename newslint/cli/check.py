"""`newslint check`."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import click

from newslint.cli.checking import results
from newslint.cli.options import choice_options, input_options, paths_argument, run_options, session_of
from newslint.cli.running import new_only, only, report, searched
from newslint.cli.session import Session


@click.command("check")
@paths_argument
@choice_options
@input_options
@run_options
def command(paths: tuple[str, ...], **values: Any) -> int:
    """Report what is wrong in PATHS: files, folders, or `-` for standard input; the current folder when none is given.

    Nothing is changed.
    """
    with closing(session_of(values)) as session:
        return _check(session, paths, values)


def _check(session: Session, paths: tuple[str, ...], values: dict[str, Any]) -> int:
    found = searched(session, paths, values)
    made = results(session, found.inputs, found.data, jobs=values["jobs"], cached=not values["no_cache"])
    return report(session, found, only(made, new_only(session, found, values)), values)
