"""`newslint completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from newslint.cli import cli


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print the completion script for a shell, to be sourced: `eval "$(newslint completion bash)"`."""
    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(cli, {}, "newslint", "_NEWSLINT_COMPLETE").source())
    return 0
