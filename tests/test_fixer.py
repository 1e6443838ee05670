"""Edits go in whole, apart from one another, until nothing changes; what will not settle is left alone."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newslint import check_text, fix_text
from newslint.api import Checker
from newslint.config import Config
from newslint.fixer import MOST_PASSES, apply, choose, settle
from newslint.model import Edit, Finding, Fix, Place, Safety, Severity
from newslint.settings import Overrides
from newslint.source import Source

SAFE, UNSAFE = Safety.SAFE, Safety.UNSAFE


def finding(rule: str, *edits: tuple[int, int, str], safety: Safety = SAFE) -> Finding:
    start, end = edits[0][0], edits[-1][1]
    made = Fix(safety, tuple(Edit(*edit) for edit in edits))
    return Finding("a.txt", None, None, rule, "house", Severity.ERROR, "", Place(start, end, 1, 1, 1, 1), made)


def swaps(**pairs: str) -> Callable[[str], Sequence[Finding]]:
    """A check in which each rule (a letter) swaps a word for another."""

    def check(text: str) -> Sequence[Finding]:
        out = []
        for rule, pair in pairs.items():
            old, new = pair.split(">")
            out += [finding(rule, (*match.span(), new)) for match in re.finditer(re.escape(old), text)]
        return sorted(out, key=lambda one: one.start)

    return check


def test_apply_takes_edits_in_any_order() -> None:
    assert apply("abcdef", [Edit(4, 5, "E"), Edit(0, 1, ""), Edit(2, 2, "-")]) == "b-cdEf"
    assert apply("abc", []) == "abc"


def test_edits_that_overlap_or_touch_wait_for_the_next_pass() -> None:
    first, touching, apart = finding("a", (0, 2, "")), finding("b", (2, 3, "")), finding("c", (4, 5, ""))
    edits, counts = choose([first, touching, apart], SAFE)
    assert edits == [Edit(0, 2, ""), Edit(4, 5, "")]
    assert counts == {"a": 1, "c": 1}
    assert choose([finding("a", (3, 3, "x")), finding("b", (3, 3, "y"))], SAFE)[1] == {"a": 1}
    assert choose([finding("a", (1, 5, "x")), finding("b", (2, 3, "y"))], SAFE)[1] == {"a": 1}


def test_a_fix_goes_in_whole_or_not_at_all() -> None:
    pair = finding("pair", (0, 1, "“"), (9, 10, "”"))
    assert choose([finding("a", (9, 10, "")), pair], SAFE)[0] == [Edit(9, 10, "")]
    assert choose([pair, finding("a", (10, 11, "")), finding("b", (4, 5, ""))], SAFE)[0] == [
        Edit(0, 1, "“"),
        Edit(4, 5, ""),
        Edit(9, 10, "”"),
    ]


def test_a_fix_whose_own_edits_overlap_is_refused() -> None:
    assert choose([finding("a", (0, 3, ""), (2, 4, ""))], SAFE) == ([], {})
    assert choose([finding("a", (0, 2, ""), (2, 4, "x"))], SAFE)[1] == {"a": 1}


def test_safety_is_a_threshold() -> None:
    found = [finding("a", (0, 1, ""), safety=UNSAFE), finding("b", (4, 5, ""))]
    assert choose(found, SAFE)[1] == {"b": 1}
    assert choose(found, UNSAFE)[1] == {"a": 1, "b": 1}


def test_settling_goes_on_until_nothing_changes() -> None:
    mended = settle("a x", swaps(one="a>b", two="b>c", three="c>d"), SAFE)
    assert (mended.text, mended.unsettled) == ("d x", set())
    assert mended.counts == {"one": 1, "two": 1, "three": 1}


def test_rules_that_undo_one_another_are_left_alone_and_the_rest_goes_in() -> None:
    mended = settle("yes no typo", swaps(one="yes>yea", two="yea>yes", typo="typo>type"), SAFE)
    assert (mended.text, mended.unsettled) == ("yes no type", {"one", "two"})
    assert mended.counts == {"typo": 1}


def test_a_rule_that_never_ends_is_left_alone() -> None:
    mended = settle("a typo", swaps(more="a>ab", typo="typo>type"), SAFE)
    assert (mended.text, mended.unsettled) == ("a type", {"more"})
    again = settle(mended.text, swaps(more="a>ab", typo="typo>type"), SAFE)
    assert again.text == mended.text


def test_a_rule_that_writes_what_stands_there_is_left_alone() -> None:
    mended = settle("same typo", swaps(same="same>same", typo="typo>type"), SAFE)
    assert (mended.text, mended.unsettled) == ("same type", {"same"})


@pytest.mark.parametrize("steps", [1, MOST_PASSES, MOST_PASSES + 1, 3 * MOST_PASSES])
def test_settling_a_settled_text_changes_nothing(steps: int) -> None:
    """A chain of more than ten passes is taken up again where it was left, if that leads to an end."""
    check = swaps(**{f"s{n:02}": f"{n:02}_>{n + 1:02}_" for n in range(steps)})
    mended = settle("00_", check, SAFE)
    assert mended.text == f"{steps:02}_"
    assert settle(mended.text, check, SAFE).text == mended.text


def test_no_more_than_ten_passes_in_a_row() -> None:
    texts = []
    grows = swaps(more="a>ab")

    def check(text: str) -> Sequence[Finding]:
        texts.append(text)
        return grows(text)

    assert settle("a", check, SAFE).unsettled == {"more"}
    assert max(map(len, texts)) == 1 + MOST_PASSES


def test_damage_is_mended_before_the_rest() -> None:
    """What stands beside an entity was judged by damaged text."""

    def check(text: str) -> Sequence[Finding]:
        damage = [finding("entity", (at, at + 5, "&"))] if (at := text.find("&amp;")) >= 0 else []
        for one in damage:
            one.family = "text"
        return [
            *damage,
            *([finding("case", (text.find("Electric"), text.find("Electric") + 1, "e"))] if damage else []),
        ]

    assert settle("Gas &amp; Electric", check, SAFE).text == "Gas & Electric"


def test_marks_are_mended_before_the_words_on_the_lines_about_them() -> None:
    """Until its opening mark is back, a sentence seems to start in lower case; far away it does not matter."""
    mark, word, far = finding("mark", (0, 0, "“")), finding("word", (9, 10, "H")), finding("word", (90, 91, "H"))
    mark.family, far.place = "quotes", Place(90, 91, 9, 1, 9, 2)
    assert choose([mark, word, far], SAFE)[0] == [Edit(0, 0, "“"), Edit(90, 91, "H")]
    assert choose([word, far], SAFE)[1] == {"word": 2}


def test_what_the_encoding_lacks_is_withheld() -> None:
    mended = settle("a b", swaps(one="a>ł", two="b>“"), SAFE, lambda text: "ł" not in text)
    assert (mended.text, mended.counts) == ("a “", {"two": 1})


@pytest.fixture
def house(tmp_path: Path) -> Checker:
    """A catalogue of swaps beside one bundled rule."""
    folder = tmp_path / "house"
    folder.mkdir()
    for name, pattern, new in (("l-stroke", "Lodz", "Łódź"), ("dash", " -- ", " – "), ("alot", "alot", "a lot")):
        (folder / f"{name}.yaml").write_text(
            f"name: {name}\nfamily: house\nseverity: error\nfix: safe\nmessage: m\nkind: pattern\n"
            f"pattern: '{pattern}'\nreplace: '{new}'\nwhy: It is so.\n",
            encoding="utf-8",
        )
    config = Config(folder=tmp_path, path=tmp_path / "newslint.toml", rule_paths=("house",))
    return Checker(config, Overrides(select=("house", "space-before-punctuation")))


TEXT = "Lodz lost alot -- “so”, she said ,then left.\r\nIt was 1 € more ,they say.\n\rEnd ,now.\x85"
MENDED = "Łódź lost a lot – “so”, she said, then left.\r\nIt was 1 € more, they say.\n\rEnd, now.\x85"


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"),
     ("utf-32-le", b"\xff\xfe\0\0"), ("utf-32-be", b"\0\0\xfe\xff")],
)  # fmt: skip
def test_untouched_bytes_stay(house: Checker, encoding: str, bom: bytes) -> None:
    source = Source.from_bytes("a.txt", bom + TEXT.encode(encoding))
    fixed = house.fix(source)
    assert source.encode(fixed.text) == bom + MENDED.encode(encoding)


def test_fixes_that_cp1252_cannot_hold_are_withheld_and_said(house: Checker) -> None:
    text = "Lodz lost alot -- “so”, she said.\r\nLodz again: 1 €.\n"
    source = Source.from_bytes("a.txt", text.encode("cp1252"))
    assert source.encoding == "cp1252"
    fixed = house.fix(source)
    expected = text.replace("alot", "a lot").replace("--", "–")
    assert source.encode(fixed.text) == expected.encode("cp1252")
    assert [(one.rule, one.line, one.fix) for one in fixed.findings] == [("l-stroke", 1, None), ("l-stroke", 2, None)]
    assert [problem.message for problem in fixed.problems] == [
        f"a.txt:{line}:1: l-stroke is not mended: cp1252 lacks a character of the fix; convert the file to UTF-8 first"
        for line in (1, 2)
    ]
    assert all(problem.status == 0 for problem in fixed.problems)


def test_a_file_of_many_defects_is_mended_in_one_go_and_in_linear_time() -> None:
    """More than one check would report of a rule, and more than ten passes of that many could mend."""
    piece = "It rained ,then it stopped .\n"
    seconds = []
    for count in (3_000, 12_000):
        started = time.process_time()
        fixed = fix_text(piece * count)
        seconds.append(time.process_time() - started)
        assert fixed.text == "It rained, then it stopped.\n" * count
        assert fixed.problems == []
    assert seconds[1] < 9 * seconds[0]


def test_suppressed_findings_are_not_mended() -> None:
    text = "He wrote “I lost the the [sic] vote” to her.\n"
    assert fix_text(text, unsafe=True).text == text


def test_mark_the_wrong_way_between_two_sentences_is_one_finding_and_gets_its_space() -> None:
    text = "“I saw it,” she said.”It was huge.” The boat sank an hour later.\n"
    assert [finding.rule for finding in check_text(text)] == ["reversed-quote"]
    assert fix_text(text, unsafe=True).text == text.replace(".”It", ". “It")
