"""Fixes of all rules together, over every example and every article of the corpus."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from newslint.api import Checker, Fixed
from newslint.config import Config
from newslint.model import Finding, Safety, Severity
from newslint.registry import bundled
from newslint.settings import Overrides
from newslint.source import Source

CORPUS = Path(__file__).parent.parent / "corpus"
REGISTRY = bundled()
CHECKER = Checker(Config(), Overrides(preset="dataset"))
# Each text once, under the name of the first rule that has it.
TEXTS = {
    example.text: rule.name
    for rule in reversed(REGISTRY.rules.values())
    for example in (*rule.bad, *rule.good, *rule.todo)
    if not example.options
}
ARTICLES = {path.stem: Source.from_bytes(path.name, path.read_bytes()).text for path in sorted(CORPUS.glob("*.txt"))}
CASES = [
    *(pytest.param(text, id=f"{name}-{i}") for i, (text, name) in enumerate(TEXTS.items())),
    *(pytest.param(text, id=name) for name, text in ARTICLES.items()),
]


def check(text: str) -> list[Finding]:
    return CHECKER.check(Source("a.txt", text, on_disk=True)).findings


def fix(text: str, *, unsafe: bool) -> Fixed:
    return CHECKER.fix(Source("a.txt", text, on_disk=True), unsafe=unsafe)


def faults(findings: list[Finding]) -> Counter[str]:
    return Counter(finding.rule for finding in findings if finding.severity > Severity.INFO)


@pytest.mark.parametrize("text", CASES)
def test_fixes_settle_and_make_no_new_findings(text: str) -> None:
    before = check(text)
    if not before:
        return
    for unsafe in (False, True):
        fixed = fix(text, unsafe=unsafe)
        assert fixed.problems == []  # among them: rules whose fixes undo one another or never end
        least = Safety.UNSAFE if unsafe else Safety.SAFE
        assert [one.rule for one in fixed.findings if one.fix and one.fix.safety >= least] == []
        assert fix(fixed.text, unsafe=unsafe).text == fixed.text
        made = faults(fixed.findings) - faults(before)
        assert not made, f"mending {dict(fixed.mended)} made {dict(made)} of {text!r}: {fixed.text!r}"
