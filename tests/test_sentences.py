"""Where sentences end: news abbreviations, quotations and names with marks of their own."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.source import Source


def sentences(text: str) -> list[str]:
    document = Document.of_text(Source("a.txt", text))
    return [document.prose[start:end] for start, end in document.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ruth Alder (D-N.Y.) and Rep. Bo Finch (R-Ore.) agreed.",
        "The U.S. Army left at 3 p.m. Monday from Camp Ash, Calif., on Jan. 5.",
        "Acme Inc. Chief Executive J. K. Reed left.",
        "“Why now?” Reed said.",
        "“Why now?” asked the mayor.",
        "Yahoo! shares fell and Yahoo! Finance said so.",
        "1. Wash the rice.",
        "She lived at No. 10 for years.",
        "He waited … and waited ... for a bus.",
        "The firm earned 2.5 percent vs. Ireland's 3.1 percent.",
        "St. Agnes of Mt. Baker.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("She joined Acme Inc. The board met.", 2),
        ("It closed at 3 p.m. Police were called.", 2),
        ("They live in the U.S. He does not.", 2),
        ("“It is over.” The crowd left.", 2),
        ("“It is over!” The crowd left.", 2),
        ("(It is over.) The crowd left.", 2),
        ("It was Yahoo! The crowd left.", 2),
        ("It was he and I. So we went.", 2),
        ("Did they go? No. No one did.", 3),
        ("It was sold. eBay kept it.", 2),
        ("Prices rose 4%. $3 was too much.", 2),
    ],
)
def test_several(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_spans_join_up_and_stay_in_their_blocks() -> None:
    assert sentences("One ran. Two ran.\n\nThree ran.") == ["One ran.", "Two ran.", "Three ran."]


def test_linear() -> None:
    for text in (". " * 20_000, "a" * 100_000, '."' * 20_000, "“" * 40_000, "A. " * 20_000, "?” X " * 10_000):
        assert sentences(text)
