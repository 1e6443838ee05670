"""The options that `check`, `fix` and others share, under the names that every command gives them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from newslint import config as configuration
from newslint.cli.session import Session, Wanted
from newslint.config import Config
from newslint.formats import TYPES
from newslint.report import ALIASES, FORMATS

if TYPE_CHECKING:
    from newslint.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


def _all(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def _names(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for item in value for name in item.split(",") if name.strip())


def _some(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value == "":  # a variable of a script that is not set: to go on as if nothing were asked would mislead
        raise click.BadParameter("it is empty; name something, or leave the option out", context, parameter)
    return value


paths_argument = click.argument("paths", nargs=-1, metavar="[PATHS]...")

choice_options = _all(
    click.option("--select", multiple=True, callback=_names, metavar="RULES",
                 help="Rules or families to run instead of the configured ones; `all` for every rule that is not off."),
    click.option("--ignore", multiple=True, callback=_names, metavar="RULES", help="Rules or families not to run."),
    click.option("--extend-select", multiple=True, callback=_names, metavar="RULES",
                 help="Rules or families to run beside the configured ones."),
    click.option("--preset", type=click.Choice(["newsroom", "dataset"]), help="Which set of rules."),
    click.option("--config", "config_file", type=click.Path(dir_okay=False), metavar="FILE",
                 help="Use this configuration for every file."),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
)  # fmt: skip

input_options = _all(
    click.option("--type", "type_", type=click.Choice(TYPES), help="What the files are, instead of judging by suffix."),
    click.option("--stdin-filename", metavar="NAME", help="The name of standard input, for reports and configuration."),
    click.option("--field", "fields", multiple=True, callback=_names, metavar="NAME",
                 help="Fields of rows to read (title, headline, text, body)."),
)  # fmt: skip

run_options = _all(
    click.option("--output-format", type=click.Choice([*FORMATS, *ALIASES]), default="full",
                 envvar="NEWSLINT_OUTPUT_FORMAT", help="How to report findings."),
    click.option("--output-file", callback=_some, metavar="FILE", help="Write the report there."),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 in spite of findings."),
    click.option("--fail-on", type=click.Choice(["error", "warning", "info"]), default="warning",
                 help="The least severity that makes the exit status 1 (warning)."),
    click.option("--baseline", "baseline_file", callback=_some, metavar="FILE",
                 help="Only findings that are not in this file."),
    click.option("--changed-since", callback=_some, metavar="REV",
                 help="Only lines that changed since a git revision."),
    click.option("--languagetool", is_flag=True, help="Ask LanguageTool too."),
    click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes to use at most."),
    click.option("--no-cache", is_flag=True, help="Neither read nor write the result cache."),
    click.option("--statistics", is_flag=True, help="Counts per rule instead of findings."),
    click.option("--quiet", "-q", is_flag=True, help="Findings only: no summary, no notes."),
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours (auto)."),
)  # fmt: skip


def session_of(values: dict[str, Any]) -> Session:
    """The session that the choice and input options ask for. Raises NewslintError for a wrong --config file."""
    select: tuple[str, ...] = values["select"]
    given = click.get_current_context().get_parameter_source("select") is click.core.ParameterSource.COMMANDLINE
    wanted = Wanted(select if given else None, values["extend_select"], values["ignore"], values["preset"])
    config = fixed_config(values["config_file"], values["isolated"])
    asked, keep = values.get("languagetool", False), not values.get("no_cache", False)
    return Session(config, wanted, values.get("fields", ()), asked, keep)


def settings_here(values: dict[str, Any]) -> Settings:
    """The settings that hold in the current folder."""
    return session_of(values).checker("here").settings


def fixed_config(config_file: str | None, isolated: bool) -> Config | None:
    """The one configuration for every file, if the command line names one or wants none."""
    if config_file is not None and isolated:
        raise click.UsageError("--config and --isolated exclude each other")
    if config_file is not None:
        return configuration.load(config_file)
    return Config() if isolated else None
