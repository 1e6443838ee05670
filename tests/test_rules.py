"""The catalogue: every rule's examples hold, and its file says what a reader needs."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from newslint import docs
from newslint.config import Config
from newslint.examples import check_rule
from newslint.model import Severity
from newslint.registry import Registry, bundled, load_folder, rules_folder
from newslint.rule import Rule
from newslint.rulefile import load
from newslint.settings import Active, resolve

ROOT = Path(__file__).parent.parent
READ = ROOT / "bench" / "read"
REGISTRY = bundled()
RULES = list(REGISTRY.rules.values())

PROMISED = {
    "words": "repeated-word repeated-phrase repeated-sentence repeated-paragraph a-an",
    "case": "lowercase-sentence-start stray-capital shift-slip lowercase-name inconsistent-case",
    "space": "leading-space trailing-space double-space tab odd-space invisible-character space-before-punctuation "
    "missing-space-after-sentence missing-space-after-comma space-inside-quote space-inside-bracket split-possessive "
    "repeated-punctuation blank-lines no-final-newline mixed-line-ends",
    "quotes": "unclosed-quote unopened-quote mixed-pair reversed-quote doubled-single nested-quote mixed-quote-style "
    "mixed-apostrophe-style unbalanced-bracket",
    "text": "mojibake html-entity html-tag control-character metadata-in-lead joined-words lost-opening boilerplate "
    "credit truncation",
    "facts": "weekday-date impossible-date inconsistent-spelling",
}


def named(rules: list[Rule]) -> list[object]:
    return [pytest.param(rule, id=rule.name) for rule in rules]


@pytest.mark.parametrize("rule", named(RULES))
def test_examples_hold(rule: Rule) -> None:
    assert check_rule(REGISTRY, rule) == []


@pytest.mark.parametrize("rule", named(RULES))
def test_file_is_complete(rule: Rule) -> None:
    messages = [rule.message_of(case) for case in ("", *rule.cases)]
    wanted = {
        "a file of its name": load(Path(rule.path)).name == Path(rule.path).stem,
        "the folder of its family": Path(rule.path).parent.name == rule.family,
        "two bad examples": len(rule.bad) >= 2,
        "three good examples": len(rule.good) >= 3,
        "why, in more than 60 letters": len(rule.why) > 60,
        "turn-off": rule.turn_off != "",
        "messages in lower case, without a stop": not any(text.endswith(".") or text[0].isupper() for text in messages),
        "help for each option": all(option.help for option in rule.options.values()),
        "measured: {read, right, on}": set(rule.measured) >= {"read", "right", "on"},
    }
    lacking = [what for what, there in wanted.items() if not there]
    assert not lacking, f"{rule.name} lacks {'; '.join(lacking)}"


@pytest.mark.parametrize("rule", named(RULES))
def test_measured_figure_is_what_was_read(rule: Rule) -> None:
    read = READ / f"{rule.name}.tsv"
    assert read.exists(), f"keep what was read in {read}: see CONTRIBUTING.md"
    with read.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert set(rows[0]) >= {"source", "id", "offset", "verdict"} if rows else True
    assert {row["verdict"] for row in rows} <= {"right", "wrong"}
    assert len({(row["source"], row["id"], row["offset"]) for row in rows}) == len(rows)
    assert int(rule.measured["read"]) == len(rows)
    assert int(rule.measured["right"]) == sum(row["verdict"] == "right" for row in rows)
    if rule.preset != "off" and rule.severity > Severity.INFO and rows:
        assert int(rule.measured["right"]) >= 0.95 * len(rows)


def test_every_promised_rule_is_there() -> None:
    for family, names in PROMISED.items():
        assert set(names.split()) <= {rule.name for rule in REGISTRY.in_family(family)}
    assert [rule.name for rule in RULES if rule.preset == "dataset"] == ["boilerplate", "credit", "truncation"]


def test_yields_to_has_no_cycle() -> None:
    def walk(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, above
        for other in REGISTRY.rules[name].yields_to:
            walk(other, (*above, name))

    for rule in RULES:
        walk(rule.name, ())


def test_no_default_rule_fires_on_what_another_mended() -> None:
    from newslint.engine import Engine
    from newslint.formats import read
    from newslint.source import Source

    settings = resolve(Config(), REGISTRY)
    active = tuple(Active(rule, settings.options[rule.name]) for rule in RULES if rule.preset == "newsroom")
    engine = Engine(active, "text")
    failures = []
    for rule in RULES:
        for example in rule.bad:
            if example.fixed is None or example.raw or example.options:
                continue
            text = example.fixed + "\n"
            findings, _ = engine.check(read(Source("fixed.txt", text, on_disk=True), "text"))
            failures += [
                f"{rule.name}: {example.fixed!r} → {finding.rule} at {text[finding.start : finding.end]!r}"
                for finding in findings
                if finding.severity > Severity.INFO and finding.rule != rule.name
            ]
    assert failures == []


def test_cached_rules_are_the_rules_of_the_files() -> None:
    fresh = load_folder(rules_folder())
    assert list(fresh.rules) == list(REGISTRY.rules)
    for name, rule in fresh.rules.items():
        kept = REGISTRY.rules[name]
        assert (kept.message, kept.variants, kept.bad, kept.good) == (rule.message, rule.variants, rule.bad, rule.good)


def test_docs_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert docs.main(["--check"]) == 0, capsys.readouterr().err


def test_texts_are_single_spaced_and_speak_of_the_copy() -> None:
    for rule in RULES:
        for text in (rule.why, rule.turn_off, rule.message):
            assert not re.search(r"(?<=\S)  +(?=\S)", text), (rule.name, text)


def test_registry_orders_rules_by_family() -> None:
    assert isinstance(REGISTRY, Registry)
    assert REGISTRY.families() == list(PROMISED)
