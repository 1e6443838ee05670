"""`newslint test-rules`."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cli.output import say
from newslint.examples import run_examples
from newslint.model import NewslintError
from newslint.places import rules_folder
from newslint.registry import bundled, with_folders
from newslint.report.summary import count
from newslint.rule import Rule


@click.command("test-rules")
@click.argument("folder", required=False, metavar="[DIR]")
def command(folder: str | None) -> int:
    """Run the examples of the rule files in DIR (default: the bundled rules). Exit with 1 when one fails."""
    registry = bundled()
    if folder is not None:
        path = Path(folder)
        if path.is_file():
            raise NewslintError(f"{folder}: this is a file; name the folder it is in")
        if not path.resolve().is_relative_to(Path(rules_folder()).resolve()):
            registry = with_folders(registry, [path])
    names = [rule.name for rule in registry.rules.values() if folder is None or _lies_in(rule, folder)]
    if not names:
        raise NewslintError(f"{folder}: no rule files (*.yaml) there")
    failures = run_examples(registry, names)
    for failure in failures:
        say(failure)
    rules = [registry.rules[name] for name in names]
    examples = sum(len(rule.bad) + len(rule.good) + len(rule.todo) for rule in rules)
    verdict = f"{count(len(failures), 'failure')}" if failures else "all as they should be"
    click.echo(f"{count(len(rules), 'rule')}, {count(examples, 'example')}: {verdict}")
    return 1 if failures else 0


def _lies_in(rule: Rule, folder: str) -> bool:
    return Path(rule.path).resolve().is_relative_to(Path(folder).resolve())
