"""Every article of the corpus gives just its labelled findings: warnings and errors, each at its place."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from newslint.api import Checker
from newslint.config import Config
from newslint.model import Finding, Severity
from newslint.settings import Overrides
from newslint.source import Source

CORPUS = Path(__file__).parent.parent / "corpus"
ARTICLES = sorted(CORPUS.glob("*.txt"))
CHECKERS = {preset: Checker(Config(), Overrides(preset=preset)) for preset in ("newsroom", "dataset")}
ESCAPES = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "\\\\": "\\"}


@dataclass(frozen=True)
class Label:
    rule: str
    line: int
    column: int
    text: str
    preset: str


def unescape(text: str) -> str:
    out, at = "", 0
    while at < len(text):
        pair = text[at : at + 2]
        out += ESCAPES.get(pair, text[at])
        at += 2 if pair in ESCAPES else 1
    return out


def labels(article: Path) -> list[Label]:
    with article.with_suffix(".labels.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Label(row["rule"], int(row["line"]), int(row["column"]), unescape(row["text"]), row.get("preset") or "newsroom")
        for row in rows
    ]


def found(article: Path, preset: str) -> tuple[Source, list[Finding]]:
    source = Source.from_bytes(article.name, article.read_bytes(), on_disk=True)
    checked = CHECKERS[preset].check(source)
    assert checked.problems == []
    return source, [finding for finding in checked.findings if finding.severity > Severity.INFO]


def span(source: Source, label: Label) -> tuple[int, int]:
    start = source.line_starts[label.line - 1] + label.column - 1
    return start, start + len(label.text)


def answers(source: Source, label: Label, finding: Finding) -> bool:
    start, end = span(source, label)
    return (
        label.rule == finding.rule
        and finding.start < max(end, start + 1)
        and start < max(finding.end, finding.start + 1)
    )


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_labels_name_their_text(article: Path) -> None:
    source = Source.from_bytes(article.name, article.read_bytes())
    for label in labels(article):
        start, end = span(source, label)
        assert source.text[start:end] == label.text


@pytest.mark.parametrize("preset", ["newsroom", "dataset"])
@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_findings_are_the_labels(article: Path, preset: str) -> None:
    source, findings = found(article, preset)
    wanted = [label for label in labels(article) if label.preset in ("newsroom", preset)]
    missed = [label for label in wanted if not any(answers(source, label, finding) for finding in findings)]
    extra = [
        f"{finding.line}:{finding.column} {finding.rule} {source.text[finding.start : finding.end]!r}"
        for finding in findings
        if not any(answers(source, label, finding) for label in wanted)
    ]
    assert (missed, extra) == ([], [])


def test_half_of_the_corpus_is_clean() -> None:
    clean = [article for article in ARTICLES if not labels(article)]
    assert len(ARTICLES) >= 30
    assert len(clean) * 2 >= len(ARTICLES) - 1


LABELLED = Counter(label.rule for article in ARTICLES for label in labels(article))


@pytest.mark.parametrize("rule", [active.rule.name for active in CHECKERS["dataset"].settings.rules_for()])
def test_every_rule_is_labelled_twice(rule: str) -> None:
    assert LABELLED[rule] >= 2, f"put {rule} into two articles of the corpus: see corpus/README.md"
