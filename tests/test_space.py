"""Space rules: what their examples cannot show (line ends, inputs made to be slow, one defect one finding)."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from newslint.api import Checker
from newslint.config import Config
from newslint.settings import Overrides
from newslint.source import Source

RULES = tuple(sorted(path.stem for path in (Path(__file__).parent.parent / "rules" / "space").glob("*.yaml")))
CHECKER = Checker(Config(), Overrides(select=RULES))


def found(text: str, *, on_disk: bool = True) -> list[tuple[str, str]]:
    """Rule and text of each finding."""
    findings = CHECKER.check(Source("a.txt", text, on_disk=on_disk)).findings
    return [(finding.rule, text[finding.start : finding.end]) for finding in findings]


def fixed(text: str) -> str:
    return CHECKER.fix(Source("a.txt", text, on_disk=True), unsafe=True).text


def test_eighteen_rules() -> None:
    assert len(RULES) == 18


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("One.\r\nTwo.\nThree.\r\n", "One.\r\nTwo.\r\nThree.\r\n"),
        ("One.\nTwo.\r\nThree.\n", "One.\nTwo.\nThree.\n"),
        ("One.\nTwo.\rThree.\nFour.\n", "One.\nTwo.\nThree.\nFour.\n"),
        ("One.\rTwo.\rThree.\nFour.\r", "One.\rTwo.\rThree.\rFour.\r"),
        ("😀 One.\r\n“Two.”\nThree.\r\n", "😀 One.\r\n“Two.”\r\nThree.\r\n"),
    ],
)
def test_mixed_line_ends(text: str, mended: str) -> None:
    assert [rule for rule, _ in found(text)] == ["mixed-line-ends"]
    assert fixed(text) == mended


def test_fixes_keep_the_line_ends_of_the_file() -> None:
    assert (
        fixed("It rained .\r\nShe  left. \r\n\r\n\r\nHe slept,who")
        == "It rained.\r\nShe left.\r\n\r\nHe slept, who\r\n"
    )


def test_words_left_out_are_three_dots_whatever_pauses_are() -> None:
    text = "“The mayor [..] slept,” he said. A lot of goo .. his lords had it.\n"
    assert fixed(text) == text.replace("..", "...")


def test_final_newline_is_for_files() -> None:
    assert found("It rained.", on_disk=False) == []
    assert found("", on_disk=True) == []
    assert found("It rained.\r", on_disk=True) == []
    assert found("It rained.") == [("no-final-newline", ".")]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("It rained ,which was bad.\n", ["space-before-punctuation"]),
        ("It rained. \n", ["trailing-space"]),
        ("It rained.\n \nShe left.\n", ["trailing-space"]),
        ("It rained.\n\n \nShe left.\n", ["blank-lines"]),
        ("It\u00a0 rained.\n", ["double-space"]),
        ("It \t rained.\n", ["tab"]),
        ("She called it “ a day ” then.\n", ["space-inside-quote"]),
        ("“It rained,”said Ms Orr.\n", ["missing-space-after-comma"]),
        ("It rained , .\n", ["space-before-punctuation", "space-before-punctuation"]),
    ],
)
def test_one_defect_one_finding(text: str, rules: list[str]) -> None:
    assert [rule for rule, _ in found(text)] == rules


HOSTILE = [
    " .", " ,", ". ", "a.B", 'a."B', 'a,"b', '" ', ' "', '"a', "“ ", " ”", "( ", " )", "(a ", "a )", "  ", "a  ", "\t",
    "a\t", "\u00a0", "a\u00a0", "\u200b", "a\u200b", "\n", " \n", "a \n", "\r\n", "a\r\nb\n", ",,", "..", " .. ", "'s ",
    "a 's ", "{:", "a:b", "http://a,b ", "1,2", "said.\"A", ". . . ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_text(unit: str) -> None:
    """Twice the text takes no more than three times as long, in CPU time; a busy machine gets three tries."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        CHECKER.check(Source("a.txt", text, on_disk=True))
        return time.process_time() - start

    seconds(1000)
    tries = ((seconds(20_000), seconds(40_000)) for _ in range(3))
    assert any(twice < max(once * 3, 0.25) for once, twice in tries)
