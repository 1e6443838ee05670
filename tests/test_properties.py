"""What holds of every text: generated ones, news-like with every fault, and wild ones."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from news_text import articles, clean_quotations, wild

from newslint.api import Checker
from newslint.config import Config
from newslint.model import Finding, Safety
from newslint.settings import Overrides
from newslint.source import Source

CHECKER = Checker(Config(), Overrides(select=("all",), preset="dataset"))
LINE_END = re.compile(r"\r\n|\n|\r")

few = settings(
    max_examples=100, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


def check(text: str) -> list[Finding]:
    checked = CHECKER.check(Source("a.txt", text, on_disk=True))
    assert checked.problems == []
    return checked.findings


def fixed(text: str, *, unsafe: bool) -> str:
    made = CHECKER.fix(Source("a.txt", text, on_disk=True), unsafe=unsafe)
    assert made.problems == []
    least = Safety.UNSAFE if unsafe else Safety.SAFE
    assert [one for one in made.findings if one.fix is not None and one.fix.safety >= least] == []
    return made.text


def holds_everywhere(text: str) -> None:
    findings = check(text)
    places = [place for one in findings for place in (one.place, *one.related)]
    assert all(0 <= place.start <= place.end <= len(text) for place in places)
    for place in places:
        before = LINE_END.split(text[: place.start])
        assert (place.line, place.column) == (len(before), len(before[-1]) + 1) or text[: place.start].endswith("\r")
    for one in findings:
        for fix in (*([one.fix] if one.fix else []), *one.alternatives):
            edits = sorted(fix.edits)
            assert edits
            assert all(0 <= edit.start <= edit.end <= len(text) for edit in edits)
            assert all(first.end <= second.start for first, second in pairwise(edits))
            assert any(text[edit.start : edit.end] != edit.text for edit in edits), one
    assert len({one.fingerprint for one in findings}) == len(findings)
    for unsafe in (False, True):
        once = fixed(text, unsafe=unsafe)
        assert fixed(once, unsafe=unsafe) == once
        if not findings:
            assert once == text


@few
@given(articles())
def test_news_text(text: str) -> None:
    holds_everywhere(text)


@few
@given(wild())
def test_wild_text(text: str) -> None:
    holds_everywhere(text)


@pytest.mark.parametrize(
    "text", ["", "\n", " ", "\ud800 ,b\n", "a \udfff", "\ufeff", "\x00", "’", "“", "\r", "\r\n\r\n\r\n"]
)
def test_odd_text(text: str) -> None:
    holds_everywhere(text)


@few
@given(articles())
def test_line_ends_do_not_matter(text: str) -> None:
    def places(text: str) -> list[tuple[object, ...]]:
        found = check(text)
        return [
            (one.rule, one.severity, one.line, one.column, one.place.end_line, one.place.end_column) for one in found
        ]

    crlf = text.replace("\n", "\r\n")
    assert places(crlf) == places(text)
    assert fixed(crlf, unsafe=True).replace("\r\n", "\n") == fixed(text, unsafe=True)


@few
@given(clean_quotations())
def test_safe_fixes_change_no_letter_of_a_quotation(made: tuple[str, str]) -> None:
    text, marks = made
    quotation = re.compile(f"{marks[0]}([^{marks}]*){marks[1]}")

    def letters(text: str) -> list[str]:
        return ["".join(filter(str.isalnum, match[1])) for match in quotation.finditer(text)]

    assert letters(fixed(text, unsafe=False)) == letters(text)
