"""Configuration times registry: which rules run on which file, with which options and severities."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from newslint.config import AnyPath, Config, nearest
from newslint.model import NewslintError, Severity
from newslint.registry import Registry, with_folders
from newslint.rule import Options, OptionValue, Rule

OTHERS = ("unused-suppression",)  # names of findings that no rule makes


class Active(NamedTuple):
    """A rule that runs, with its options; `severity` overrides what the rule says."""

    rule: Rule
    options: Options
    severity: Severity | None = None


class Overrides(NamedTuple):
    """What the command line says about the choice of rules; None means: nothing."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preset: str | None = None


class Choice(NamedTuple):
    """A choice of rules, before it is held against the registry. `select` None means the rules of the preset."""

    preset: str = "newsroom"
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Settings:
    """What one configuration means for a run."""

    def __init__(
        self,
        config: Config,
        registry: Registry,
        choice: Choice,
        overrides: Overrides,
        options: Mapping[str, Options],
        severities: Mapping[str, str],
    ) -> None:
        self.config = config
        self.registry = registry
        self.choice = choice
        self.overrides = overrides
        self.options = options
        self.severities = severities
        self._sets: dict[Choice, tuple[Active, ...]] = {}

    @property
    def preset(self) -> str:
        return self.choice.preset

    @property
    def known(self) -> list[str]:
        """All names of rules and families."""
        return self.registry.names()

    def reports(self, name: str) -> bool:
        """Whether findings that no rule makes (those about suppressions) are wanted: selected, and not ignored."""
        select = self.choice.select
        chosen = select is None or name in select or "all" in select or name in self.choice.extend_select
        return chosen and name not in self.choice.ignore

    def rules_for(self, path: AnyPath | None = None) -> tuple[Active, ...]:
        """The rules that run on a file; equal choices give the same object.

        `path` is matched against the globs of `per-file`, relative to the configuration's folder.
        """
        choice = self.choice_for(path)
        if choice not in self._sets:
            self._sets[choice] = self._active(choice)
        return self._sets[choice]

    def choice_for(self, path: AnyPath | None) -> Choice:
        """The choice of rules for a file: that of the configuration, as `per-file` tables change it."""
        choice = self.choice
        if path is not None and self.config.per_file:
            for glob, change in self._per_file:
                if glob.match_file(_relative(path, self.config.folder)):
                    choice = _changed(choice, change, self.overrides)
        return choice

    @cached_property
    def _per_file(self) -> list[tuple[Any, Mapping[str, Any]]]:
        from pathspec import GitIgnoreSpec

        return [(GitIgnoreSpec.from_lines([glob]), change) for glob, change in self.config.per_file.items()]

    def _active(self, choice: Choice) -> tuple[Active, ...]:
        named = {*(choice.select or ()), *choice.extend_select}
        out = []
        for rule in self.registry.rules.values():
            if not chosen(rule, choice):
                continue
            level = self.severities.get(rule.name)
            if level == "off" and rule.name not in named:
                continue
            severity = Severity[level.upper()] if level and level != "off" else None
            out.append(Active(rule, self.options[rule.name], severity))
        return tuple(out)

    def allowed(self, path: AnyPath) -> list[Mapping[str, str]]:
        """The `[[allow]]` entries that hold for a file."""
        if not self.config.allow:
            return []
        from pathspec import GitIgnoreSpec

        relative = _relative(path, self.config.folder)
        return [
            entry
            for entry in self.config.allow
            if "path" not in entry or GitIgnoreSpec.from_lines([entry["path"]]).match_file(relative)
        ]


def chosen(rule: Rule, choice: Choice) -> bool:
    """Whether a choice takes a rule. A rule's own name, selected or ignored, outweighs its family and `all`."""
    in_preset = rule.preset == "newsroom" or rule.preset == choice.preset
    if rule.name in choice.ignore:
        return False
    selected = choice.extend_select if choice.select is None else (*choice.select, *choice.extend_select)
    if rule.name in selected:
        return True
    if rule.family in choice.ignore or "all" in choice.ignore:
        return False
    if "all" in selected:
        return rule.preset != "off"
    return in_preset and (choice.select is None or rule.family in selected)


def resolve(config: Config, registry: Registry, overrides: Overrides | None = None) -> Settings:
    """Hold a configuration and the command line against the catalogue.

    Raises NewslintError for unknown rules, families, options or severities (with the line of the file and the
    nearest match), for files of words that cannot be read, and for rule folders outside the configuration's folder.
    """
    overrides = overrides or Overrides()
    if config.rule_paths:
        registry = with_folders(registry, _rule_folders(config))
    known = [*registry.names(), *OTHERS]
    for key, names in (("select", config.select), ("ignore", config.ignore), ("extend-select", config.extend_select)):
        _check_names(config, (key,), names or (), known)
    for glob, change in config.per_file.items():
        for key in ("select", "ignore", "extend-select"):
            _check_names(config, ("per-file", glob, key), change.get(key) or (), known)
    for i, entry in enumerate(config.allow):
        if "rule" in entry:
            _check_names(config, ("allow", i, "rule"), (entry["rule"],), known)
    for option, asked in (
        ("--select", overrides.select),
        ("--ignore", overrides.ignore),
        ("--extend-select", overrides.extend_select),
    ):
        for name in _unknown(asked or (), known):
            raise NewslintError(f"{option}: there is no rule or family “{name}”{nearest(name, known)}")
    _check_fields(config)
    choice = Choice(
        config.preset or "newsroom",
        None if config.select is None else tuple(config.select),
        tuple(config.extend_select or ()),
        tuple(config.ignore or ()),
    )
    severities, options = _rule_tables(config, registry)
    return Settings(config, registry, _overridden(choice, overrides), overrides, options, severities)


def _overridden(choice: Choice, overrides: Overrides) -> Choice:
    """The command line wins: `--select` replaces the configured choice, the others add to it."""
    preset = overrides.preset or choice.preset
    if overrides.select is not None:
        return Choice(preset, overrides.select, overrides.extend_select, overrides.ignore)
    return Choice(
        preset,
        choice.select,
        (*choice.extend_select, *overrides.extend_select),
        (*choice.ignore, *overrides.ignore),
    )


def _changed(choice: Choice, change: Mapping[str, Any], overrides: Overrides) -> Choice:
    """A choice as a `per-file` table changes it."""
    if overrides.select is not None:
        return choice
    return Choice(
        overrides.preset or change.get("preset") or choice.preset,
        tuple(change["select"]) if "select" in change else choice.select,
        (*choice.extend_select, *change.get("extend-select", ())),
        (*choice.ignore, *change.get("ignore", ())),
    )


def _check_names(config: Config, key: tuple[str | int, ...], names: Sequence[str], known: list[str]) -> None:
    for name in _unknown(names, known):
        raise config.error(key, f"there is no rule or family “{name}”{nearest(name, known)}", name)


def _unknown(names: Sequence[str], known: Sequence[str]) -> Iterator[str]:
    """The names that are none; those of LanguageTool's rules are known to its server only."""
    return (name for name in names if name not in known and not name.startswith("languagetool"))


def _check_fields(config: Config) -> None:
    for path, words in config.json_fields.items():
        from newslint.formats.json_maps import own_map

        try:
            own_map({path: words})
        except NewslintError as error:
            raise config.error(("json-fields", path), f"json-fields: {error}") from None


def _rule_tables(config: Config, registry: Registry) -> tuple[dict[str, str], dict[str, Options]]:
    severities: dict[str, str] = {}
    vocab = vocabulary(config)
    options: dict[str, Options] = {}
    for name in config.rules:
        if name not in registry.rules:
            raise config.error(("rules", name), f"there is no rule “{name}”{nearest(name, registry.rules)}")
    for rule in registry.rules.values():
        values: dict[str, OptionValue] = {key: option.default for key, option in rule.options.items()}
        for key, value in config.rules.get(rule.name, {}).items():
            at = ("rules", rule.name, key)
            if key == "severity":
                if value not in ("off", "info", "warning", "error"):
                    raise config.error(at, f"severity is off, info, warning or error, not “{value}”")
                severities[rule.name] = value
            elif key in rule.options:
                try:
                    values[key] = rule.options[key].parse(value)
                except ValueError as error:
                    raise config.error(at, f"option “{key}” of {rule.name}: {error}") from None
                if isinstance(values[key], frozenset):  # a user's words are added to those of the rule
                    values[key] = values[key] | rule.options[key].default  # type: ignore[operator]
            else:
                near = nearest(key, [*rule.options, "severity"])
                raise config.error(at, f"{rule.name} has no option “{key}”{near}")
        options[rule.name] = Options(
            values, locale=config.locale or "", quotes=config.quotes or "consistent", vocab=vocab
        )
    return severities, options


def vocabulary(config: Config) -> frozenset[str]:
    """The words of the house, as written and case-folded. Raises NewslintError for a file that cannot be read."""
    words: set[str] = set()
    for name in config.vocab:
        try:
            with open(config.below(name), encoding="utf-8") as file:
                text = file.read()
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            raise config.error(("vocab",), f"cannot read the words of {name}: {why}") from None
        for line in text.split("\n"):
            word = line.strip()
            if word and not word.startswith("#"):
                words |= {word, word.casefold()}
    return frozenset(words)


def _rule_folders(config: Config) -> list[str]:
    out = []
    for name in config.rule_paths:
        folder = config.inside(name)
        if folder is None:
            raise config.error(("rule-paths",), f"“{name}” leads outside the folder of the configuration")
        if not os.path.isdir(folder):
            raise config.error(("rule-paths",), f"“{name}” is no folder")
        out.append(folder)
    return out


def _relative(path: AnyPath, folder: AnyPath) -> str:
    inside = os.path.join(os.path.realpath(folder), "")
    full = os.path.realpath(path)
    found = full.removeprefix(inside) if full.startswith(inside) else os.path.normpath(path)
    return found.replace(os.sep, "/")
