"""What a rule is: the typed form of one YAML file of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from newslint.lazy import lazy
from newslint.model import Safety, Severity
from newslint.scout import Weak

FAMILIES = ("words", "case", "space", "quotes", "text", "facts")
PRESETS = ("newsroom", "dataset", "off")
FORMATS = ("text", "markdown", "html", "xml", "json")
VIEWS = ("prose", "lines")
KINDS = ("pattern", "swap", "avoid", "consistent", "lines")

OptionValue = bool | int | str | frozenset[str]
_NOTHING: Mapping[str, Any] = {}


class Options(Mapping[str, OptionValue]):
    """A rule's options as one run has them, with the settings that all rules share as attributes.

    `locale` is a language tag ("en-GB", "" when unset), `quotes` one of consistent, curly, straight,
    `vocab` the words of the house (as written and lower-cased).
    """

    __slots__ = ("_values", "locale", "quotes", "vocab")

    def __init__(
        self,
        values: Mapping[str, OptionValue],
        *,
        locale: str = "",
        quotes: str = "consistent",
        vocab: frozenset[str] = frozenset(),
    ) -> None:
        self._values = dict(values)
        self.locale = locale
        self.quotes = quotes
        self.vocab = vocab

    def __getitem__(self, key: str) -> OptionValue:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def words(self, key: str) -> frozenset[str]:
        """An option of type `words`: its entries, case-folded."""
        value = self._values[key]
        assert isinstance(value, frozenset)
        return value

    def number(self, key: str) -> int:
        """An option of type `int`."""
        value = self._values[key]
        assert isinstance(value, int)
        return value


class Option(NamedTuple):
    """One option a rule declares. `type` is words, int, bool, string or choice."""

    name: str
    type: str
    default: OptionValue
    help: str
    choices: tuple[str, ...] = ()

    def parse(self, value: Any) -> OptionValue:
        """The value as TOML or YAML gave it, typed. Raises ValueError with what was expected."""
        if self.type == "words":
            if isinstance(value, str) or not isinstance(value, list | tuple | set | frozenset):
                raise ValueError("expected a list of words")
            return frozenset(str(word).casefold() for word in value)
        if self.type == "bool":
            if isinstance(value, bool):
                return value
            if value in ("true", "false"):
                return bool(value == "true")
            raise ValueError("expected true or false")
        if self.type == "int":
            if isinstance(value, bool) or not re.fullmatch(r"-?\d+", str(value)):
                raise ValueError("expected a whole number")
            return int(value)
        if not isinstance(value, str):
            raise ValueError("expected a string")
        if self.type == "choice" and value not in self.choices:
            raise ValueError(f"expected one of {', '.join(self.choices)}")
        return value


class Case(NamedTuple):
    """How one case of a rule differs from the rule; None means: as the rule."""

    severity: Severity | None = None
    fix: Safety | None = None
    message: str | None = None


class Variant(NamedTuple):
    """One exact `re` pattern of a rule. `unless`: patterns that, where they overlap a match, excuse it.

    `replace` is a template for the fix (`\\1`, `\\g<name>`); None means the pattern alone gives no fix.
    `group` is the group whose span is the finding.
    """

    pattern: str
    unless: tuple[str, ...] = ()
    replace: str | None = None
    case: str = ""
    group: int | str = 0


_MARK = lazy(r"\[\[(.+?)\]\]", re.DOTALL)


class Example(NamedTuple):
    """A text of a rule file. In `bad` ones `[[…]]` marks each place that must be found."""

    marked: str
    fixed: str | None = None
    alternatives: tuple[str, ...] = ()
    case: str | None = None
    options: Mapping[str, Any] = _NOTHING
    raw: bool = False
    note: str = ""

    @property
    def text(self) -> str:
        """The text without its marks, ended by one newline unless it is raw."""
        text = _MARK.sub(r"\1", self.marked)
        return text if self.raw else text + "\n"

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The marked places, as offsets into `text`."""
        spans, shift = [], 0
        for match in _MARK.finditer(self.marked):
            start = match.start() - shift
            spans.append((start, start + len(match[1])))
            shift += 4
        return spans


class Rule(NamedTuple):
    """One rule, whole. `kind` is one of KINDS, or "check" when `check` names a Python function.

    `also` names a further one that is called once an article where `check` waits for a match. `reads` is one of VIEWS:
    in plain text both are the same.
    """

    name: str
    family: str
    preset: str
    severity: Severity
    fix: Safety
    message: str
    kind: str
    check: str = ""
    also: str = ""
    variants: tuple[Variant, ...] = ()
    when: str | None = None
    swap: Mapping[str, str] = _NOTHING
    terms: tuple[tuple[str, ...], ...] = ()
    ignore_case: bool = False
    cases: Mapping[str, Case] = _NOTHING
    formats: frozenset[str] = frozenset(FORMATS)
    reads: str = "prose"
    info_in: frozenset[str] = frozenset()
    not_in: frozenset[str] = frozenset()
    yields_to: frozenset[str] = frozenset()
    options: Mapping[str, Option] = _NOTHING
    measured: Mapping[str, Any] = _NOTHING
    why: str = ""
    turn_off: str = ""
    source: str = ""
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()
    weak: tuple[Weak, ...] = ()
    path: str = ""

    @property
    def url(self) -> str:
        """Where the rule is documented."""
        return f"https://github.com/newslint/newslint/blob/main/docs/rules/{self.name}.md"

    def severity_of(self, case: str, format: str = "") -> Severity:
        """The severity of a case; no more than info in a format that `info_in` names."""
        if format in self.info_in:
            return Severity.INFO
        found = self.cases.get(case)
        return self.severity if found is None or found.severity is None else found.severity

    def safety_of(self, case: str) -> Safety:
        found = self.cases.get(case)
        return self.fix if found is None or found.fix is None else found.fix

    def message_of(self, case: str) -> str:
        found = self.cases.get(case)
        return self.message if found is None or found.message is None else found.message
