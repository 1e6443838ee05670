"""Words and phrases twice in a row: the quick view against one that looks at every place."""

from __future__ import annotations

import random
import time

import pytest

from newslint.document import Document
from newslint.document.blocks import text_blocks
from newslint.document.duplicates import repeated_parts
from newslint.document.repeats import _LONGEST, Repeats, _periodic, _runs, find_repeats
from newslint.document.tokens import find_written
from newslint.source import Source


def repeats(text: str) -> Repeats:
    return find_repeats(text, find_written(text), lambda: text_blocks(text))


def slow_runs(tokens: list[bytes]) -> list[tuple[int, int, int]]:
    """Every maximal run of tokens that equal those `size` places on, if it holds a whole copy."""
    out = []
    for size in range(1, _LONGEST + 1):
        at = 0
        while at + size < len(tokens):
            high = at
            while high + size < len(tokens) and tokens[high] == tokens[high + size]:
                high += 1
            if high - at >= size and not _periodic(tokens[at : at + size]):
                out.append((at, size, high - at))
            at = max(high, at + 1)
    return out


@pytest.mark.parametrize("letters", [2, 3, 5, 40])
def test_finds_what_a_look_at_every_place_finds(letters: int) -> None:
    dice = random.Random(letters)
    for _ in range(800):
        tokens = [
            b"%c%d" % (97 + dice.randrange(letters) % 26, dice.randrange(letters)) for _ in range(dice.randrange(60))
        ]
        if letters < 40:
            tokens = [token[:1] for token in tokens]
        elif dice.randrange(9) == 0:
            tokens = [token + b"x" * 300 for token in tokens]
        assert sorted(_runs(tokens)) == sorted(slow_runs(tokens))


def spans(text: str) -> list[str]:
    found = repeats(text)
    return [text[r.start : r.end] for r in (*found.words, *found.phrases)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He lost the the vote.", ["the the"]),
        ("The the vote.", ["The the"]),
        ("He swam in the\nthe sea.", ["the\nthe"]),
        ("He swam in the\n\nthe sea.", []),
        ("He said “the the” twice", ["the the"]),
        ("the, the", []),
        ("the\n\nthe", []),
        ("angers farmers\nFarmers say", []),
        ("the opt-in in May", []),
        ("at AT&T", []),
        ("a A$5 note", []),
        ("he did didn't", []),
        ("they don't don't", ["don't don't"]),
        ("a face-to-face face-to-face talk", ["face-to-face face-to-face"]),
        ("part of the of the plan", ["of the of the"]),
        ("café café", ["café café"]),
        ("café cafe", []),
        ("Erdoğan Erdoğan said", ["Erdoğan Erdoğan"]),
        ("in London, in London,", []),
        ("no no no no", ["no no"]),
        ("to the to the to the end", ["to the to the"]),
        ("the the\xa0the", ["the the"]),
        ("The board hopes the board hopes the move", ["board hopes the board hopes the"]),
        ("the fathers' fathers' rights", ["fathers' fathers'"]),
        ("\n\n  the the", ["the the"]),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


def test_counts_copies() -> None:
    (repeat,) = repeats("a no no no no b").words
    assert repeat.times == 4


@pytest.mark.parametrize("text", ["the ", "to the ", "a b a c ", "x", "é ", ". ", "the the\n"])
def test_stays_linear(text: str) -> None:
    def took(times: int) -> float:
        long = text * times
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            repeats(long)
            best = min(best, time.process_time() - start)
        return best

    assert took(40_000) < 6 * took(10_000) + 0.05


def naive_duplicate(prose: str) -> bool:
    """Whether a paragraph or sentence that counts stands twice, by looking at all of them."""
    document = Document.of_text(Source("x.txt", prose))
    spans = [(block.start, block.end) for block in document.blocks] + list(document.sentences)
    for kind in (spans[: len(document.blocks)], spans[len(document.blocks) :]):
        texts = [" ".join(prose[start:end].split()) for start, end in kind if end - start >= 40]
        if len(set(texts)) < len(texts):
            return True
    return False


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Monday at the town hall. It rained. The council met on Monday at the town hall. So.",
        "So. “The council met on Monday at the town hall,” he said.\nThe council met on Monday at the town hall.",
        "One.\n\nThe council met on Monday at the town hall\n\nThe council met on Monday at the town hall\n",
        "He said the council’s vote wasn’t fair to all of us. He said the council’s vote wasn’t fair to all of us.",
    ],
)
def test_duplicates_are_not_missed(text: str) -> None:
    assert repeated_parts(text) or not naive_duplicate(text)
