"""Configuration files: finding, reading and checking them, with the line of every key.

One table of options, `OPTIONS`, drives validation, `newslint init`, the documentation and the JSON schema.
Names of rules and families are not known here: settings check them and ask `Config.where` for the line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from newslint.lazy import lazy
from newslint.model import NewslintError

FILE_NAME = "newslint.toml"
AnyPath = str | os.PathLike[str]  # pathlib itself is not imported at start-up: it takes 2 ms
_KINDS = {
    "strings": "a list of strings",
    "string": "a string",
    "bool": "true or false",
    "number": "a whole number",
    "table": "a table",
    "tables": "an array of tables",
}


class Option(NamedTuple):
    """One key of the configuration. `kind` is a key of `_KINDS`; `keys` are those of a table (empty: any)."""

    name: str
    kind: str
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    keys: tuple[Option, ...] = ()


_CHOICE_OF_RULES = (
    Option("select", "strings", [], "Rules and families to run; without it those of the preset. `all`: all but off."),
    Option("ignore", "strings", [], "Rules and families not to run."),
    Option("extend-select", "strings", [], "Rules and families to run beside the selected ones."),
    Option("preset", "string", "newsroom", "newsroom: copy people write. dataset: scraped articles too.",
           ("newsroom", "dataset")),
)  # fmt: skip

OPTIONS = (
    *_CHOICE_OF_RULES,
    Option("quotes", "string", "consistent", "House style of quotation marks.", ("consistent", "curly", "straight")),
    Option("locale", "string", "", "The English of the house, en-GB, en-US, en-AU …: LanguageTool is asked for it."),
    Option("vocab", "strings", [], "Files of words that are right in your copy, one a line; they are not checked."),
    Option("exclude", "strings", [], "Paths never read, in the syntax of .gitignore, even when named."),
    Option("rule-paths", "strings", [], "Folders with rule files of your own, inside this configuration's folder."),
    Option("baseline", "string", "", "A baseline file: findings in it are not reported."),
    Option("json-fields", "table", {}, "Prose in JSON of your own shape: a path to text, html, headline, body …"),
    Option("root", "bool", False, "Stop the search for a configuration at this folder."),
    Option("rules", "table", {}, "Options of one rule, and its severity (off, info, warning, error)."),
    Option("per-file", "table", {}, "Another choice of rules for the paths that match.", keys=_CHOICE_OF_RULES),
    Option("allow", "tables", [], "Findings that are right as they stand.", keys=(
        Option("path", "string", "", "Paths it holds for, in the syntax of .gitignore."),
        Option("rule", "string", "", "The rule it silences; every rule when left out."),
        Option("text", "string", "", "The words of the finding as they stand in the copy."),
        Option("reason", "string", "", "Why it is right, for whoever reads this next."),
    )),
    Option("languagetool", "table", {}, "Findings of a LanguageTool server.", keys=(
        Option("enabled", "bool", False, "Ask LanguageTool too."),
        Option("server", "string", "http://127.0.0.1:8081", "Where the server listens."),
        Option("language", "string", "", "The language tag to send; the locale, else en-US, when left out."),
        Option("enabled-rules", "strings", [], "LanguageTool rules to switch on."),
        Option("disabled-rules", "strings", [], "LanguageTool rules to switch off."),
        Option("disabled-categories", "strings", [], "LanguageTool categories to switch off."),
        Option("picky", "bool", False, "LanguageTool's stricter rules too."),
        Option("timeout", "number", 30, "Seconds to wait for an answer."),
    )),
)  # fmt: skip


@dataclass
class Config:
    """What one configuration file says; None where it is silent. Globs and paths are relative to `folder` ("": the
    working folder).

    `given` names the keys at the top that the file sets.
    """

    path: AnyPath | None = None
    folder: AnyPath = ""
    select: list[str] | None = None
    ignore: list[str] | None = None
    extend_select: list[str] | None = None
    preset: str | None = None
    quotes: str | None = None
    locale: str | None = None
    vocab: list[str] = field(default_factory=list)
    exclude: list[str] = field(default_factory=list)
    rule_paths: list[str] = field(default_factory=list)
    baseline: str | None = None
    json_fields: dict[str, str] = field(default_factory=dict)
    root: bool = False
    rules: dict[str, dict[str, Any]] = field(default_factory=dict)
    per_file: dict[str, dict[str, Any]] = field(default_factory=dict)
    allow: list[dict[str, str]] = field(default_factory=list)
    languagetool: dict[str, Any] = field(default_factory=dict)
    text: str = field(default="", repr=False)
    prefix: tuple[str, ...] = ()
    given: frozenset[str] = frozenset()

    def below(self, name: str) -> str:
        """The path that the configuration names so."""
        return os.path.join(self.folder, name)

    def inside(self, name: str) -> str | None:
        """The real path of what the configuration names so, links followed; None where it lies outside its folder."""
        base = os.path.realpath(self.folder)
        found = os.path.realpath(os.path.join(base, name))
        return found if found == base or found.startswith(os.path.join(base, "")) else None

    def where(self, key: Sequence[str | int], value: str | None = None) -> int:
        """The line (1-based) that sets `key`, such as ("rules", "tab", "severity") or ("allow", 2, "rule").

        With `value`, the line of that string in the key's list. The nearest table's line when the key itself
        is not to be found (inline tables), 1 when nothing is.
        """
        return _line_of(self.text, (*self.prefix, *key), value)

    def error(self, key: Sequence[str | int], message: str, value: str | None = None) -> NewslintError:
        """A NewslintError about `key`, with this file's name and the key's line in front of `message`."""
        if self.path is None:
            return NewslintError(message)
        return NewslintError(f"{_shown(self.path)}:{self.where(key, value)}: {message}")


EMPTY = Config()


def find(start: AnyPath) -> str | None:
    """The configuration file nearest above `start` (a file or a folder): newslint.toml before pyproject.toml.

    A pyproject.toml counts when it has a table [tool.newslint].
    """
    folder = os.path.abspath(start)
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        found = in_folder(folder)
        parent = os.path.dirname(folder)
        if found is not None or parent == folder:
            return found
        folder = parent


def in_folder(folder: str) -> str | None:
    """The configuration file that lies in `folder` itself, if any."""
    own = os.path.join(folder, FILE_NAME)
    if os.path.isfile(own):
        return own
    project = os.path.join(folder, "pyproject.toml")
    try:
        with open(project, "rb") as file:
            data = file.read()
    except OSError:
        return None
    return project if re.search(rb"^\s*\[+\s*tool\s*\.\s*[\"']?newslint\b", data, re.MULTILINE) else None


def load(path: AnyPath) -> Config:
    """Read and check a configuration file. Raises NewslintError with file and line."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise NewslintError(f"{_shown(path)}: cannot read the configuration: {error.strerror}") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NewslintError(f"{_shown(path)}:{line}: not UTF-8; TOML files have to be") from None
    return parse(text, path)


def parse(text: str, path: AnyPath) -> Config:
    """Check the text of a configuration file. Raises NewslintError with file and line."""
    import tomllib

    config = Config(path=path, folder=os.path.dirname(os.path.abspath(path)), text=text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"^(.*) \(at line (\d+), column \d+\)$", str(error))
        line, why = (found[2], found[1]) if found else (text.count("\n") + 1, str(error).partition(" (at ")[0])
        raise NewslintError(f"{_shown(path)}:{line}: not valid TOML: {why[:1].lower()}{why[1:]}") from None
    if os.path.basename(path) == "pyproject.toml":
        config.prefix = ("tool", "newslint")
        data = data.get("tool", {}).get("newslint", {})
    _check_table(config, data, OPTIONS, ())
    for name, value in data.items():
        setattr(config, name.replace("-", "_"), value)
    config.given = frozenset(data)
    return config


def nearest(word: str, known: Iterable[str]) -> str:
    """`, did you mean “x”?` for the nearest of the known names, or nothing."""
    import difflib

    near = difflib.get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)
    return f", did you mean “{near[0]}”?" if near else ""


def _check_table(config: Config, data: Any, options: tuple[Option, ...], at: tuple[str | int, ...]) -> None:
    known = {option.name: option for option in options}
    for name, value in data.items():
        key = (*at, name)
        option = known.get(name)
        if option is None:
            inside = f" in [{'.'.join(str(part) for part in at)}]" if at else ""
            hint = nearest(name, known) or f"; known are {', '.join(known)}"
            raise config.error(key, f"unknown key “{name}”{inside}{hint}")
        _check_value(config, value, option, key)


def _check_value(config: Config, value: Any, option: Option, key: tuple[str | int, ...]) -> None:
    if not _is_of_kind(value, option.kind):
        hint = f'; write {option.name} = ["{value}"]' if option.kind == "strings" and isinstance(value, str) else ""
        raise config.error(key, f"“{option.name}” must be {_KINDS[option.kind]}{hint}")
    if option.choices and value not in option.choices:
        hint = nearest(value, option.choices)
        raise config.error(key, f"“{option.name}” cannot be “{value}”: it is one of {', '.join(option.choices)}{hint}")
    if option.name in ("rules", "per-file"):
        for name, table in value.items():
            if not isinstance(table, Mapping):
                raise config.error((*key, name), f"“{option.name}.{name}” must be a table")
            if option.keys:
                _check_table(config, table, option.keys, (*key, name))
    elif option.name == "json-fields":
        for name, words in value.items():
            if not isinstance(words, str):
                raise config.error((*key, name), f"“json-fields.{name}” must be a string")
    elif option.kind == "table":
        _check_table(config, value, option.keys, key)
    elif option.kind == "tables":
        for index, table in enumerate(value):
            _check_table(config, table, option.keys, (*key, index))
            if not table.keys() & {"path", "rule", "text"}:
                raise config.error((*key, index), "an [[allow]] needs a path, a rule or a text")


def _is_of_kind(value: Any, kind: str) -> bool:
    if kind == "strings":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if kind == "tables":
        return isinstance(value, list) and all(isinstance(item, Mapping) for item in value)
    if kind == "number":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, {"string": str, "bool": bool, "table": Mapping}[kind])


_HEADER = lazy(r"\s*\[(\[)?\s*([^\]]+?)\s*\]")
_SETTING = lazy(r"""\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_KEY_PART = lazy(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


def _line_of(text: str, key: tuple[str | int, ...], value: str | None) -> int:
    """Only asked on errors: a scan of the raw lines for `[table]` and `key =`."""
    table: tuple[str | int, ...] = ()
    seen: dict[tuple[str | int, ...], int] = {}
    best, length = 1, 0
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            here = table = _parts(header[2])
            if header[1]:
                seen[here] = seen.get(here, -1) + 1
                here = table = (*here, seen[here])
        elif setting := _SETTING.match(line):
            here = (*table, *_parts(setting[1]))
        else:
            continue
        if len(here) > length and here == key[: len(here)]:
            best, length = number, len(here)
    if value is not None:
        for number in range(best, len(lines) + 1):
            if f'"{value}"' in lines[number - 1] or f"'{value}'" in lines[number - 1]:
                return number
    return best


def _parts(dotted: str) -> tuple[str | int, ...]:
    return tuple(match[match.lastindex or 0] for match in _KEY_PART.finditer(dotted))


def _shown(path: AnyPath) -> str:
    """The path as a message names it: relative to the working folder where it lies inside it."""
    name = os.fspath(path)
    return name.removeprefix(os.path.join(os.getcwd(), "")).replace(os.sep, "/")
