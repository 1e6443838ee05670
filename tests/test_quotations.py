"""Pairing of quotation marks: spans, faults and where lost marks are put back."""

from __future__ import annotations

import re
import time

import pytest

from newslint.document import Document, Quotations
from newslint.document.brackets import find_strays
from newslint.document.marks import find_marks
from newslint.document.pairing import in_turn, read
from newslint.document.plain_turns import plain_turns
from newslint.document.single_quotes import reversed_apostrophes
from newslint.fixer import apply
from newslint.source import Source


def quotations(text: str) -> Quotations:
    return Document.of_text(Source("a.txt", text)).quotations


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text).spans]


def faults(text: str) -> dict[str, list[str]]:
    return {rule: [text[hit.start : hit.end] for hit in hits] for rule, hits in quotations(text).problems.items()}


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("“Yes,” he said. “No.”", ["“Yes,”", "“No.”"]),
        ("“The harbour is full.\n\n“It is a mess.”", ["“The harbour is full.", "“It is a mess.”"]),
        ("“He said ‘go’ to me,” she said.", ["“He said ‘go’ to me,”"]),
        ("“He said “go” to me,” she said.", ["“He said “go” to me,”"]),
        ('He is 6\'2" tall, "and proud".', ['"and proud"']),
        ("'We won,' he said.", ["'We won,'"]),
        ("The 'goats' rights' case closed.", ["'goats' rights'"]),
        ("The players' strike lasted a day.", []),
        ("''We won,'' he said.", ["''We won,''"]),
        ("The notice said „Verboten“ in red.", ["„Verboten“"]),
        ('He said "yes and left.', ['"yes and left.']),
    ],
)
def test_spans(text: str, spans: list[str]) -> None:
    assert quoted(text) == spans


def test_holds_is_true_inside_only() -> None:
    text = 'He said "yes" twice.'
    found = quotations(text)
    assert [found.holds(at) for at in (7, 8, 12, 13)] == [False, True, True, False]


def test_the_quotations_near_a_place_are_those_of_its_block() -> None:
    text = "“We won.\n\n“We did,” she said; 'yes' too.\n\nA harbour\n\nThe “harbour” is full."
    found, every = quotations(text), quotations(text).spans
    near = {span for at in range(len(text)) for span in found.near(at)}
    assert sorted(near) == every
    assert found.near(text.index("did")) == every[1:3]


def test_plain_turns_are_read_as_every_other_way_to_read_them() -> None:
    lines = [
        "He said “yes” and “no", "“Yes,” he said. “No.", '"We won," he said. "We did', 'He is 6\'2" tall, "and proud',
        "She has the “players’ strike” and “more", 'A "word" here', "“yes”no “go",
    ]  # fmt: skip
    for line in lines:
        marks = plain_turns(line, 0, len(line))
        if marks is not None:
            read_all = find_marks(line, 0, len(line))
            assert [(m.start, m.style, m.face) for m in marks] == [(m.start, m.style, m.face) for m in read_all]
            for runs_on in (True, False):
                assert read(read_all, lambda _mark, runs_on=runs_on: runs_on) == in_turn(len(marks)), line


@pytest.mark.parametrize(
    "text",
    [
        "“A.\n\n“B.\n\n“C.”",
        '"A," he said. "B.\n\n"C."',
        "“A.\n\nADVERTISEMENT\n\n“B.”",
        '("A") and "B" and ["C"].',
        '"A" — "B" — "C".',
        '"If this," he said, "who will pay?"',
        'He asked: "Who?" "Me?" "You!"',
        '"A.""B."',
        "“A.”“B.”",
        '".@marlow says so," he wrote.',
        '"...and so on," he said.',
        "The text broke off “in the\nmiddle” of a line.",
    ],
)
def test_right_copy_is_silent(text: str) -> None:
    assert faults(text) == {}


def test_one_wrong_mark_makes_no_cascade() -> None:
    text = '“A,” he said. “B," she said. “C,” he said. “D.”'
    assert faults(text) == {"mixed-pair": ['"']}


def test_two_mixed_pairs_are_two_findings() -> None:
    assert faults('“A," he said. “B," she said. “C.”') == {"mixed-pair": ['"', '"']}


CLEAN = (
    "The ferry was late again on Tuesday.\n\n"
    "“We waited for an hour,” said Ada Marsh, who keeps the goats. “Nobody told us why.”\n\n"
    "The harbour master called it “a small delay” in a letter.\n\n"
    "“It won’t happen again,” she added.\n"
)


@pytest.mark.parametrize("straight", [False, True])
@pytest.mark.parametrize("at", [m.start() for m in re.finditer("[“”]", CLEAN)])
def test_a_swapped_mark_is_found_and_mended(at: int, straight: bool) -> None:
    clean = re.sub("[“”]", '"', CLEAN) if straight else CLEAN
    other = ("“" if CLEAN[at] == "“" else "”") if straight else '"'
    hits = quotations(clean[:at] + other + clean[at + 1 :]).problems
    assert list(hits) == ["mixed-pair"]
    assert apply(clean[:at] + other + clean[at + 1 :], hits["mixed-pair"][0].fixes[0]) == clean


@pytest.mark.parametrize("at", [m.start() for m in re.finditer("[“”]", CLEAN)])
def test_a_reversed_mark_is_found_and_mended(at: int) -> None:
    bad = CLEAN[:at] + ("”" if CLEAN[at] == "“" else "“") + CLEAN[at + 1 :]
    hits = quotations(bad).problems
    assert list(hits) == ["reversed-quote"]
    assert apply(bad, hits["reversed-quote"][0].fixes[0]) == CLEAN


@pytest.mark.parametrize("at", [m.start() for m in re.finditer("[“”]", CLEAN)])
def test_a_lost_mark_is_found_and_put_back_or_left(at: int) -> None:
    bad = CLEAN[:at] + CLEAN[at + 1 :]
    hits = [hit for found in quotations(bad).problems.values() for hit in found]
    assert len(hits) == 1
    if len(hits[0].fixes) == 1:
        assert apply(bad, hits[0].fixes[0]) == CLEAN


def test_a_lost_opening_mark_of_a_later_paragraph() -> None:
    clean = "“The harbour is full.\n\n“It is a mess, and nobody in this town of ours knows why it is.”\n"
    bad = clean.replace("\n\n“", "\n\n")
    (hit,) = quotations(bad).problems["unopened-quote"]
    assert apply(bad, hit.fixes[0]) == clean


def test_reversed_apostrophes() -> None:
    text = "In the ‘90s they don‘t tell ‘em. In Hawai‘i ‘90 days’ is long, ‘em’ is a width."
    assert [text[at : at + 3] for at in reversed_apostrophes(text)] == ["‘90", "‘t ", "‘em"]


@pytest.mark.parametrize(
    ("text", "strays"),
    [
        ("a (b [c] d) e", ""),
        ("a (b [c d) e", "["),
        ("a (b] c", "]"),
        ("a [U.S.[ force", "["),
        ("1) a\n\n2) b (c)", ""),
        ("(All of it.\n\nAnd more.)", ""),
        ("a :-) b", ""),
        ("a (b", "("),
        ("a b)", ""),
        ("all b)", ""),
        ("all of it)", ")"),
    ],
)
def test_brackets(text: str, strays: str) -> None:
    document = Document.of_text(Source("a.txt", text))
    assert "".join(text[stray.at] for stray in find_strays(text, document.blocks)) == strays


@pytest.mark.parametrize(
    "piece", ['"', "“", "”", "'", "''", '"a ', ' "a', "(", "(]", '"A\n', '"A.\n\nB.\n\n', " ‘90s", '"We won, he said. ']
)
def test_hostile_text_stays_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.process_time()
        found = quotations(text)
        _ = found.problems, found.spans, found.singles
        find_strays(text, Document.of_text(Source("a.txt", text)).blocks)
        return time.process_time() - started

    seconds(1000)
    assert seconds(40_000) < 12 * seconds(10_000) + 0.1
