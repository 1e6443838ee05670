"""newslint from Python: check a text, mend a text, or keep a Checker for many."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from newslint import formats
from newslint.config import Config
from newslint.document import Document
from newslint.engine import MOST_HITS, Engine
from newslint.model import Finding, Problem, Safety
from newslint.registry import Registry, bundled
from newslint.settings import Active, Overrides, Settings, resolve
from newslint.source import Source
from newslint.suppress import UNUSED, filtered, unused

if TYPE_CHECKING:
    from newslint.languagetool import Tool


@cache
def _catalogue() -> Registry:
    return bundled(examples=False)


@dataclass(slots=True)
class Checked:
    """The findings in one input, sorted by place, and what went wrong while looking."""

    findings: list[Finding]
    problems: list[Problem]


@dataclass(slots=True)
class Fixed:
    """A mended text, the findings left in it, how many fixes of each rule went in, and what went wrong."""

    text: str
    findings: list[Finding] = field(default_factory=list)
    mended: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


class Checker:
    """Checks and mends any number of inputs under one configuration.

    It pickles as its configuration, so that worker processes can take it. `plain` runs without the scout.
    With a `tool`, LanguageTool is asked too; worker processes have to be given theirs.
    Raises NewslintError for a configuration that names unknown rules or options.
    """

    def __init__(
        self, config: Config | None = None, overrides: Overrides | None = None, *, plain: bool = False
    ) -> None:
        self.config = config or Config()
        self.overrides = overrides or Overrides()
        self.plain = plain
        self.settings: Settings = resolve(self.config, _catalogue(), self.overrides)
        self.tool: Tool | None = None
        self._engines: dict[tuple[int, str], Engine] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return _checker, (self.config, self.overrides, self.plain)

    def check(self, source: Source, type: str = "text", *, most: int = MOST_HITS) -> Checked:
        """Findings of a source read as `type`, at most `most` of each rule.

        Raises NewslintError for input its format refuses.
        """
        documents = formats.articles(source, type, self.config.json_fields)
        if len(documents) == 1:
            return self.check_document(documents[0], most)
        whole = Checked([], [])
        seen: Counter[str] = Counter()
        for document in documents:
            checked = self.check_document(document, most)
            for finding in checked.findings:  # those of equal posts in one file have to be told apart
                seen[finding.fingerprint] += 1
                if seen[finding.fingerprint] > 1:
                    finding.fingerprint += f"-{seen[finding.fingerprint]}"
            whole.findings += checked.findings
            whole.problems += checked.problems
        whole.findings.sort(key=lambda finding: finding.order)
        return whole

    def check_document(self, document: Document, most: int = MOST_HITS) -> Checked:
        """Findings of a document, suppression applied."""
        source = document.source
        active = self.settings.rules_for(source.path)
        findings, problems = self._engine(active, document.format).check(document, most)
        if self.tool is not None:
            more, trouble = self.tool.check(document, findings)
            findings = sorted([*findings, *more], key=lambda finding: finding.order)
            problems += trouble
        allowed = self.settings.allowed(source.path)
        if document.directives or (findings and allowed):
            findings, idle = filtered(findings, document, allowed)
            if self.settings.reports(UNUSED):
                ran = {name for one in active for name in (one.rule.name, one.rule.family)}
                findings += unused(document, idle, ran, self.settings.known)
                findings.sort(key=lambda finding: finding.order)
        return Checked(findings, problems)

    def fix(self, source: Source, type: str = "text", *, unsafe: bool = False) -> Fixed:
        """The text of a source after its fixes, and what is left. Nothing is written.

        Among the problems are rules whose fixes do not settle, and fixes that the file's encoding cannot hold.
        """
        from newslint import fixer

        least = Safety.UNSAFE if unsafe else Safety.SAFE

        def check(text: str) -> Sequence[Finding]:
            return self.check(_with_text(source, text), type, most=sys.maxsize - 1).findings

        mended = fixer.settle(source.text, check, least, source.holds)
        mended.text = formats.finished(source, mended.text, type, self.config.json_fields)
        last = self.check(_with_text(source, mended.text), type)
        for rule in sorted(mended.unsettled):
            last.problems.append(Problem(source.path, f"the fixes of {rule} did not settle and were left alone", 0))
        for finding in last.findings:
            if finding.fix is not None and not fixer.held(finding.fix, source.holds):
                place = f"{source.path}:{finding.line}:{finding.column}"
                note = f"{place}: {finding.rule} is not mended: {source.encoding} lacks a character of the fix"
                last.problems.append(Problem(source.path, f"{note}; convert the file to UTF-8 first", 0))
                finding.fix = None
        return Fixed(mended.text, last.findings, mended.counts, last.problems)

    def _engine(self, active: tuple[Active, ...], format: str) -> Engine:
        key = (id(active), format)
        if key not in self._engines:
            self._engines[key] = Engine(active, format, plain=self.plain)
        return self._engines[key]


def _checker(config: Config, overrides: Overrides, plain: bool) -> Checker:
    return Checker(config, overrides, plain=plain)


def _with_text(source: Source, text: str) -> Source:
    other = Source(source.path, text, encoding=source.encoding, bom=source.bom, on_disk=source.on_disk)
    other.row, other.field = source.row, source.field
    return other


def check_text(text: str, *, type: str = "text", config: Config | None = None) -> list[Finding]:
    """Findings in a text read as `type` (text, markdown, html, xml or json), sorted by place.

    Raises NewslintError for a wrong configuration, or markup that its format refuses.
    """
    return _checker_for(config).check(Source("<text>", text), type).findings


def fix_text(text: str, *, type: str = "text", config: Config | None = None, unsafe: bool = False) -> Fixed:
    """A text with its safe findings mended (`unsafe`: those too that need a look), and the findings left in it.

    Raises NewslintError as `check_text` does.
    """
    return _checker_for(config).fix(Source("<text>", text), type, unsafe=unsafe)


def _checker_for(config: Config | None) -> Checker:
    return _usual() if config is None else Checker(config)


@cache
def _usual() -> Checker:
    """The checker without a configuration, made once in a process."""
    return Checker()
