"""The text family where its examples cannot say it: square brackets, other formats, long hostile texts."""

from __future__ import annotations

import time

import pytest

from newslint import check_text, fix_text
from newslint.config import Config

DATASET = Config(preset="dataset")


def found(text: str, rule: str) -> list[str]:
    """The places a rule finds, as text."""
    return [text[f.start : f.end] for f in check_text(text, config=DATASET) if f.rule == rule]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('[caption id="a1" width="300"]The pier[/caption] is shut.\n', ['[caption id="a1" width="300"]', "[/caption]"]),
        ("Write to her at [email protected] now.\n", ["[email protected]"]),
        ("“They [the council] said [and] did nothing,” he said [sic].\n", []),
    ],
)
def test_square_brackets(text: str, places: list[str]) -> None:
    assert found(text, "html-tag") == places


def test_cut_of_a_feed() -> None:
    text = "The vote is over.\n\nThe council has said that the pools of th… [+2361 chars]\n"
    assert found(text, "truncation") == ["[+2361 chars]"]


def test_entities_belong_to_the_formats_that_decode_them() -> None:
    assert [f.rule for f in check_text("Shares of AT&amp;T rose.\n", type="text")] == ["html-entity"]
    assert check_text("Shares of AT&amp;T rose.\n", type="markdown") == []


def test_one_defect_one_finding() -> None:
    text = "A caf\u00c3\u0083\u00c2\u00a9 opened.\n"
    assert [f.rule for f in check_text(text)] == ["mojibake"]
    assert fix_text(text).text == "A café opened.\n"


@pytest.mark.parametrize(
    "unit",
    [
        "fooBar ",
        "saidthe ",
        "<a b=",
        "&amp;",
        "Ã©",
        "\x01",
        "Advertisement\n",
        "date 2020-08-17 ",
        "(Reporting by ",
        "brbr",
        "x",
    ],
)
def test_hostile_texts_take_no_more_than_their_share(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    start = time.perf_counter()
    check_text(text, config=DATASET)
    assert time.perf_counter() - start < 10
