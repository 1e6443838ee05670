"""The engine: same findings with the scout and without it, hostile text stays linear, a crash is contained."""

from __future__ import annotations

import gc
import time
import weakref
from importlib import import_module
from pathlib import Path

import pytest

from newslint.api import Checker
from newslint.config import Config
from newslint.engine import Engine
from newslint.formats import read
from newslint.kinds import plan
from newslint.model import Hit
from newslint.registry import bundled
from newslint.scout import _usable
from newslint.settings import Active, Overrides, resolve
from newslint.source import Source

CORPUS = Path(__file__).parent.parent / "corpus"
REGISTRY = bundled()
RULES = list(REGISTRY.rules.values())


def checker(*, plain: bool = False) -> Checker:
    return Checker(Config(), Overrides(select=("all",), preset="dataset"), plain=plain)


FAST, PLAIN = checker(), checker(plain=True)


def everything(checker: Checker, text: str) -> list[tuple[object, ...]]:
    found = checker.check(Source("a.txt", text, on_disk=True))
    assert found.problems == []
    return [(f.rule, f.start, f.end, f.message, f.fix, f.alternatives, f.related) for f in found.findings]


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in RULES])
def test_scout_changes_no_finding_on_examples(rule: object) -> None:
    for example in (*rule.bad, *rule.good, *rule.todo):  # type: ignore[attr-defined]
        assert everything(FAST, example.text) == everything(PLAIN, example.text)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_scout_changes_no_finding_on_the_corpus(path: Path) -> None:
    text = Source.from_bytes(path.name, path.read_bytes()).text
    assert everything(FAST, text) == everything(PLAIN, text)


def test_every_trigger_has_a_weak_form() -> None:
    pytest.importorskip("re2")
    for rule in RULES:
        assert len(rule.weak) == len(plan(rule).triggers), rule.name
        for found in rule.weak:
            assert found.pattern, f"{rule.name} runs everywhere: its pattern cannot be weakened"
            assert _usable(found.pattern)
            assert _usable(found.loose)


HOSTILE = {
    "one long line": "word and another word, then more of it ",
    "the the": "the the ",
    "straight marks": '"',
    "curly openers": "“",
    "single marks": "'",
    "apostrophes": "’",
    "spaces": " ",
    "tabs": "\t",
    "newlines": "\n",
    "brackets": "(",
    "entities": "&amp;",
    "tags": "<b>",
    "stops": ".",
    "commas": ",",
    "capitals": "A",
    "letters": "a",
    "capital words": "Ab ",
    "acronyms": "AB Ab ",
    "joined": "abCd",
    "mojibake": "â€™",
    "odd spaces": "\u00a0",
    "zero width": "a\u200b",
    "sentences": "He said so. ",
    "quotes with stops": '"So." ',
    "lines": "advertisement\n",
    "capitals inside": "went to the house and saw the council of all The man ",
    "capitals that open": "Surprised. The man was Surprised at The",
    "dates": "Monday, 3 May 2021 ",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("plain", [False, True], ids=["scout", "plain"])
def test_time_grows_no_faster_than_the_text(name: str, plain: bool) -> None:
    """Four times the text may take at most nine times as long (quadratic would be sixteen), rule by rule."""
    piece = HOSTILE[name]
    small = piece * (20_000 // len(piece))
    slow = []
    for active in (PLAIN if plain else FAST).settings.rules_for():
        engine = Engine((active,), "text", plain=plain)
        # Below this the clock measures noise; what is over it at four times the size is looked at again.
        if _seconds(engine, small * 4) < 0.05:
            continue
        ratio = min(_seconds(engine, small * 4) / max(_seconds(engine, small), 1e-4) for _ in range(3))
        if ratio > 9:
            slow.append((active.rule.name, round(ratio, 1)))
    assert slow == []


@pytest.mark.parametrize("piece", ["a  b ", " — — "])
def test_fixes_in_a_line_of_markdown_without_words_stay_linear(piece: str) -> None:
    """Each fix looks for a word before it in its line, to see whether it may make a list or a heading."""
    engine = Engine(tuple(FAST.settings.rules_for()), "markdown")
    small, large = piece * 5000, piece * 20_000
    assert min(_seconds(engine, large, "markdown") / _seconds(engine, small, "markdown") for _ in range(2)) < 9


def _seconds(engine: Engine, text: str, type: str = "text") -> float:
    start = time.process_time()
    engine.check(read(Source("hostile.txt", text), type))
    return time.process_time() - start


def test_rule_that_crashes_is_named_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[Hit]:
        raise ZeroDivisionError("boom")

    rule = REGISTRY.rules["repeated-word"]
    module, _, function = rule.check.rpartition(".")
    monkeypatch.setattr(import_module(f"newslint.checks.{module}"), function, broken)
    settings = resolve(Config(), REGISTRY)
    active = [Active(REGISTRY.rules[name], settings.options[name]) for name in ("repeated-word", "trailing-space")]
    findings, problems = Engine(active, "text").check(
        read(Source("a.txt", "He lost the the vote. \nIt rained.\n"), "text")
    )
    assert [finding.rule for finding in findings] == ["trailing-space"]
    assert "repeated-word" in problems[0].message
    assert problems[0].status == 3


def test_a_rule_is_cut_off_after_a_thousand_findings() -> None:
    found = FAST.check(Source("a.txt", "One ,two.\n" * 1500))
    assert sum(finding.rule == "space-before-punctuation" for finding in found.findings) == 1000
    assert any("more than 1000" in problem.message for problem in found.problems)


def test_sic_excuses_what_stands_before_it() -> None:
    for sic in ("[sic]", "[SIC]", "[Sic]", "(SIC)"):
        assert everything(FAST, f"He wrote “I lost the the {sic} vote” to her.\n") == []


@pytest.mark.parametrize(
    ("type", "text"),
    [
        ("text", 'He said "we won" at the the gate.\n\n"It is over, she said.\n'),
        ("markdown", "# Polls\n\nHe said “we won at the the [gate](a.md).\n"),
        ("html", "<p>He said “we won at the the gate.</p>"),
    ],
)
def test_an_article_is_let_go_with_its_last_mention(type: str, text: str) -> None:
    gc.collect()
    gc.disable()  # articles that wait for the collector fill memory and take a tenth of the time of a run
    try:
        document = read(Source("a", text), type)
        assert FAST.check_document(document).findings
        left = weakref.ref(document)
        del document
        assert left() is None
    finally:
        gc.enable()
