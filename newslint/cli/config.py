"""`newslint config`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import click

from newslint.cli.options import choice_options, session_of
from newslint.cli.output import prepared
from newslint.cli.session import Wanted
from newslint.config import OPTIONS, Config
from newslint.report.style import style_for


@click.command("config")
@click.argument("file", required=False, default="here.txt", metavar="[FILE]")
@choice_options
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to show it.")
@click.option("--schema", is_flag=True, help="Print the JSON schema of newslint.toml, for editors, and nothing else.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours (auto).")
def command(file: str, format_: str, schema: bool, color: str, **values: Any) -> int:
    """Show the configuration that holds for FILE (it need not exist), and where each value comes from."""
    session = session_of(values)
    settings = session.checker(file).settings
    out = prepared(sys.stdout)
    if schema:
        from newslint.schema import schema as made

        json.dump(made(settings.registry), out, ensure_ascii=False, indent=2)
        out.write("\n")
        return 0
    config = settings.config
    rows = list(_rows(config, session.wanted))
    rules = [one.rule.name for one in settings.rules_for(file)]
    excluded = session.configs.excludes(file)
    if format_ == "json":
        shown = {
            "config": None if config.path is None else str(config.path),
            "excluded": excluded,
            "values": {name: {"value": value, "from": origin} for name, value, origin in rows},
            "rules": rules,
        }
        json.dump(shown, out, ensure_ascii=False, indent=1)
        out.write("\n")
        return 0
    style = style_for(out, color)
    out.write(f"# {file}: " + (f"{config.path}" if config.path else "no configuration file") + "\n")
    if excluded:
        out.write(f"# {style.paint('excluded', 'bold')}: newslint does not read this file\n")
    width = max(len(f"{name} = {_toml(value)}") for name, value, _ in rows)
    for name, value, origin in rows:
        line = f"{name} = {_toml(value)}"
        out.write(line.ljust(min(width, 60)) + style.paint(f"  # {origin}", "dim") + "\n")
    out.write(f"\n# {len(rules)} rules run: {', '.join(rules)}\n")
    return 0


def _rows(config: Config, wanted: Wanted) -> Iterator[tuple[str, Any, str]]:
    """Each value with the place it comes from; tables are flattened to dotted keys."""
    given = {
        "select": list(wanted.select) if wanted.select is not None else None,
        "extend-select": list(wanted.extend_select) or None,
        "ignore": list(wanted.ignore) or None,
        "preset": wanted.preset,
    }
    for option in OPTIONS:
        if given.get(option.name):
            yield option.name, given[option.name], f"command line, --{option.name}"
            if option.name in ("preset", "select"):
                continue
        if option.name in ("select", "extend-select", "ignore") and wanted.select is not None:
            continue  # --select replaces the configured choice
        if option.name in config.given and config.path is not None:
            value = getattr(config, option.name.replace("-", "_"))
            for key, inner in _flat((option.name,), value):
                yield _dotted(key), inner, f"{os.path.basename(config.path)}:{config.where(key)}"
        else:
            yield option.name, option.default, "default"


def _flat(key: tuple[str | int, ...], value: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _flat((*key, name), inner)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for index, inner in enumerate(value):
            yield from _flat((*key, index), inner)
    else:
        yield key, value


def _dotted(key: tuple[str | int, ...]) -> str:
    bare = (isinstance(part, str) and part.replace("-", "").isalnum() for part in key)
    return ".".join(str(part) if plain else json.dumps(part) for part, plain in zip(key, bare, strict=True))


def _toml(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
