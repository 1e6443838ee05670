"""`newslint new-rule`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from newslint.cli.templates import CHECK_MODULE, TEMPLATES
from newslint.config import AnyPath, Config
from newslint.model import NewslintError
from newslint.places import rules_folder
from newslint.registry import bundled
from newslint.rule import FAMILIES, KINDS
from newslint.run.configs import Configs

_OWN = "house-rules"  # where rules go as long as the configuration names no folder
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@click.command("new-rule")
@click.argument("name")
@click.option(
    "--kind",
    type=click.Choice([*KINDS, "check"]),
    default="pattern",
    show_default=True,
    help="How it finds: by a pattern, words to swap or avoid, a mix of spellings, whole lines, or Python.",
)
@click.option("--family", help="The family it belongs to (house; in newslint's own catalogue the folder's).")
@click.option("--dir", "folder", type=click.Path(file_okay=False), help="The folder to write it to.")
def command(name: str, kind: str, family: str | None, folder: str | None) -> int:
    """Write a rule file NAME.yaml that works and passes its own tests, to be changed to what you need.

    It goes to the first folder of rule-paths in the configuration, or to house-rules/, unless --dir names another.
    Name a rule for the fault it finds, in lower case with hyphens: double-space.
    """  # fmt: skip
    if not _NAME.fullmatch(name):
        raise NewslintError(f"“{name}” is no name for a rule: lower case with hyphens, such as {_kebab(name)}")
    if name in bundled().rules:
        raise NewslintError(f"there is a rule “{name}” already; `newslint explain {name}` shows it")
    config = Configs().above(str(Path.cwd()))
    place = _check_folder(family) if kind == "check" else _folder(folder, config)
    catalogue = place.resolve().is_relative_to(Path(rules_folder()).resolve())
    path = place / f"{name}.yaml"
    family = family or (place.name if catalogue else "house")
    _write(path, TEMPLATES[kind].format(name=name, family=family, function=_snake(name)))
    click.echo(f"wrote {_shown(path)}")
    if kind == "check":
        module = Path(__file__).parents[1] / "checks" / f"{_snake(name)}.py"
        _write(module, CHECK_MODULE.format(function=_snake(name)))
        click.echo(f"wrote {_shown(module)}")
    given = {Path(config.below(one)).resolve() for one in config.rule_paths}
    if not catalogue and place.resolve() not in given:
        named = _shown(place, config.folder)
        click.echo(f'to use it, write in newslint.toml: rule-paths = ["{named}"]')
    click.echo(f"change it to what you need, then: newslint test-rules{'' if catalogue else f' {_shown(place)}'}")
    return 0


def _folder(folder: str | None, config: Config) -> Path:
    if folder is not None:
        return Path(folder)
    return Path(config.below(config.rule_paths[0] if config.rule_paths else _OWN))


def _check_folder(family: str | None) -> Path:
    catalogue = Path(rules_folder())
    if (Path(__file__).parents[1] / "rules") == catalogue:
        raise NewslintError("--kind check is for newslint's own rules, in a checkout; yours are of the other kinds")
    if family is not None and family not in FAMILIES:
        raise NewslintError(f"--family {family}: newslint's own families are {', '.join(FAMILIES)}")
    return catalogue / (family or "words")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise NewslintError(f"{path} exists already and is left as it is") from None
    except OSError as error:
        raise NewslintError(f"{path}: cannot be written: {error.strerror}") from None


def _kebab(name: str) -> str:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()
    return re.sub(r"[^a-z0-9]+", "-", spaced).strip("-0123456789") or "my-rule"


def _snake(name: str) -> str:
    return name.replace("-", "_")


def _shown(path: Path, folder: AnyPath | None = None) -> str:
    """The path as seen from a folder, the working folder if none is given."""
    try:
        return path.resolve().relative_to(Path(folder or Path.cwd()).resolve()).as_posix() or "."
    except ValueError:
        return path.as_posix()
