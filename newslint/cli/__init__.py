"""The command line. A command's module is imported when the command is called, not before."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

# Articles are let go by reference counts; looking for cycles among them took a tenth of the time of a run, and looking
# for them among the modules while these are loaded 2 ms of 90.
gc.set_threshold(100_000, 30, 100)

import click  # noqa: E402

from newslint.model import NewslintError  # noqa: E402

# Command → its module, the function in it, and its line in `newslint --help`.
_COMMANDS = {
    "check": ("check", "Report what is wrong in files, folders or standard input."),
    "fix": ("fix", "Mend what can be mended safely, report what is left."),
    "rules": ("rules", "List the rules."),
    "explain": ("explain", "Explain one rule."),
    "config": ("config", "Show the configuration for a file, and where it comes from."),
    "init": ("init", "Write a starter configuration."),
    "baseline": ("baseline", "Write the baseline: findings that are there today."),
    "new-rule": ("new_rule", "Write a new rule file."),
    "test-rules": ("test_rules", "Run the examples of rule files."),
    "completion": ("completion", "Print the completion script for a shell."),
}


class _Group(click.Group):
    """A group that knows its commands by name and imports them when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"newslint.cli.{_COMMANDS[name][0]}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name in _COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        if os.path.exists(name):
            raise click.UsageError(f"there is no command “{name}”; did you mean `newslint check {name}`?", ctx)
        from newslint.config import nearest

        raise click.UsageError(f"there is no command “{name}”{nearest(name, _COMMANDS)}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


def _print_version(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value:
        from newslint import __version__

        click.echo(f"newslint {__version__}")
        ctx.exit()


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version,
              help="Show the version and exit.")  # fmt: skip
def cli() -> None:
    """newslint finds and mends data defects in news copy.

    Exit status: 0 nothing to report, 1 findings, 2 wrong usage or input, 3 a defect in newslint itself.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status. Never raises, never shows a traceback."""
    from newslint.cli.output import say

    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever called
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w"))  # noqa: SIM115
    try:
        status: Any = cli.main(arguments, prog_name="newslint", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.UsageError as error:
        say(error.format_message())
        say(f"try `{error.ctx.command_path if error.ctx else 'newslint'} --help`")
        return 2
    except (click.ClickException, NewslintError) as error:
        say(error.format_message() if isinstance(error, click.ClickException) else str(error))
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        _drop_output()  # whoever read this went away
        return 0
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _FULL and error.filename is None:
            _drop_output()
            say(f"the output cannot be written: {error.strerror}")
            return 2
        if os.environ.get("NEWSLINT_TRACEBACK"):
            raise
        say(f"a defect in newslint: {type(error).__name__}: {error}{_place(error)}")
        say("please report it with the output of the same command under NEWSLINT_TRACEBACK=1")
        return 3
    finally:
        gc.freeze()  # what is left goes with the process; the interpreter's last look at it took 10 ms


_FULL = (errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EDQUOT)


def _drop_output() -> None:
    """Let what is still buffered, and the interpreter's last flush, go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    return f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})"
