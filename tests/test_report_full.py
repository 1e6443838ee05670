"""The picture under a finding: what is invisible shows, carets stand where they should, long lines are cut."""

from __future__ import annotations

import io

import pytest

from newslint.model import Edit, Finding, Fix, Safety, Severity
from newslint.report import writer
from newslint.report.frame import frame, picture
from newslint.report.style import Style, style_for
from newslint.report.visible import plain, quoted, width_of
from newslint.run.results import Result, Run
from newslint.source import Source


def drawn(text: str, start: int, end: int, width: int = 80) -> list[str]:
    source = Source("a.txt", text)
    return [line[6:] for line in frame(source, source.place(start, end), Severity.ERROR, Style(width=width))]


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "carets"),
    [
        ("a the the b", 2, 9, "a the the b", "  ^^^^^^^"),
        ("漢字 the", 3, 6, "漢字 the", "     ^^^"),  # wide characters
        ("e\u0301te\u0301 x", 6, 7, "e\u0301te\u0301 x", "    ^"),  # combining marks
        ("a\tthe", 2, 5, "a    the", "     ^^^"),  # a tab outside the place
        ("a\tthe", 1, 2, "a<TAB>the", " ^^^^^"),  # and inside
        ("a\u00a0b \u00a0c", 4, 5, "a b <U+00A0>c", "    ^^^^^^^^"),
        ("a\u200bb", 1, 2, "a<U+200B>b", " ^^^^^^^^"),
        ("a\x1b[31mb", 6, 7, "a<U+001B>[31mb", "             ^"),  # nothing reaches the terminal
        ("end  ", 3, 5, "end··", "   ^^"),
        ("a  b", 1, 3, "a··b", " ^^"),
        ("a , b", 1, 3, "a·, b", " ^^"),
        ("ab", 1, 1, "ab", " ^"),  # an insertion
        ("ab", 2, 2, "ab", "  ^"),
        ("a\u202eb", 0, 1, "a<U+202E>b", "^"),
    ],
)
def test_lines(text: str, start: int, end: int, line: str, carets: str) -> None:
    assert drawn(text, start, end) == [line, carets]


def test_emoji_stay_whole() -> None:
    assert drawn("👩\u200d👧 x", 4, 5)[0] == "👩\u200d👧 x"


def test_a_long_line_becomes_a_window() -> None:
    text = "word " * 1000 + "the the" + " more" * 1000
    line, carets = drawn(text, 5000, 5007, width=60)
    assert len(line) <= 60 - 6
    assert line.startswith("…word ")
    assert line.endswith(" more…")
    assert line[carets.index("^") : carets.rindex("^") + 1] == "the the"


def test_the_window_uses_all_room_at_the_ends() -> None:
    text = "the the" + " more" * 50
    line, carets = drawn(text, 0, 7, width=60)
    assert carets == "^" * 7
    assert line.startswith("the the more")
    assert line.endswith("…")
    assert len(line) > 44
    line, carets = drawn("more " * 50 + "the the", 250, 257, width=60)
    assert line.endswith("the the")
    assert line.startswith("…")


def test_a_place_wider_than_the_window() -> None:
    line, carets = drawn("x" * 500, 0, 500, width=60)
    assert len(line) <= 54
    assert set(carets) == {"^"}


def test_a_megabyte_of_line_costs_nothing() -> None:
    cells, carets = picture("a " * 500_000, 400_000, 400_003, 70)
    assert len(cells) <= 70
    assert carets.count("^") == 3


def test_places_over_several_lines() -> None:
    assert drawn("one\ntwo\nthree\n", 1, 6) == ["one⏎", " ^^^", "two", "^^"]
    source = Source("a.txt", "one\ntwo\nthree\nfour\n")
    lines = list(frame(source, source.place(1, 16), Severity.ERROR, Style()))
    assert [line.strip() for line in lines] == ["1 | one⏎", "|  ^^^", ": |", "4 | four", "| ^^"]
    assert drawn("one\n\n\nb\n", 3, 6)[:2] == ["one⏎", "   ^"], "blank lines end where the next text starts"


def test_hints() -> None:
    source = Source("a.txt", "He said  the the vote.\nHe said “no”.\n")
    place = source.place(9, 16)

    def hints(**changes: object) -> list[str]:
        finding = Finding("a.txt", None, None, "r", "f", Severity.INFO, "m", place)
        for name, value in changes.items():
            setattr(finding, name, value)
        out = io.StringIO()
        writer("full")(Run([Result("a.txt", [finding], source=lambda one: source)]), out, Style())
        return [line[6:] for line in out.getvalue().splitlines() if line.startswith("    =")]

    delete, double = Edit(12, 16, ""), Edit(7, 9, " ")
    assert hints() == []
    assert hints(fix=Fix(Safety.SAFE, (delete,))) == ["fix available: delete “·the”"]
    assert hints(fix=Fix(Safety.UNSAFE, (double,))) == ["fix available with --unsafe: replace “··” by “·”"]
    assert hints(fix=Fix(Safety.SAFE, (Edit(8, 8, "x"),))) == ["fix available: insert “x”"]
    assert hints(fix=Fix(Safety.SAFE, (double, delete))) == ["fix available: replace “··the the” by “·the”"]
    assert hints(fix=Fix(Safety.SAFE, (Edit(31, 32, '"'),))) == ['fix available: replace "“" by “"”']
    both = Fix(Safety.UNSAFE, (delete,)), Fix(Safety.UNSAFE, (Edit(13, 16, "that"),))
    assert hints(alternatives=both) == ["to be mended by hand, either: delete “·the”; or: replace “the” by “that”"]
    assert hints(related=(source.place(0, 2), source.place(23, 25))) == ["see also 1:1, 2:1"]


def test_summaries() -> None:
    def summary(*found: tuple[Severity, Safety], files: int = 1, rows: int = 0, fixing: bool = False) -> str:
        results = [Result(f"{i}.txt", rows=rows) for i in range(files)]
        for severity, safety in found:
            fix = Fix(safety, (Edit(0, 0, ""),)) if safety > Safety.NONE else None
            place = Source("a", "a").place(0, 1)
            results[0].findings.append(Finding("0.txt", None, None, "r", "f", severity, "m", place, fix))
        if fixing:
            results[0].mended = {"r": 2}
        out = io.StringIO()
        writer("concise")(Run(results, fixing=fixing), out, Style())
        return out.getvalue().splitlines()[-1]

    error, warning, info = Severity.ERROR, Severity.WARNING, Severity.INFO
    assert summary() == "No findings in 1 file."
    assert summary(files=3, rows=1000) == "No findings in 3 files (3,000 rows)."
    assert summary((error, Safety.SAFE), (warning, Safety.UNSAFE), (warning, Safety.NONE), files=3) == (
        "Found 3 findings (1 error, 2 warnings) in 1 of 3 files; `newslint fix` mends 1, with --unsafe 1 more."
    )
    assert summary((info, Safety.UNSAFE)) == "Found 1 finding (1 info) in 1 file; `newslint fix --unsafe` mends 1."
    assert summary((info, Safety.NONE)).endswith("; none can be mended by `newslint fix`.")
    assert summary(fixing=True) == "Mended 2 findings in 1 file; none are left."
    assert summary((error, Safety.UNSAFE), fixing=True, files=2) == (
        "Mended 2 findings in 1 of 2 files; 1 finding (1 error) is left, --unsafe mends 1."
    )


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("color", "env", "terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colours(color: str, env: dict[str, str], terminal: bool, expected: bool) -> None:
    assert style_for(Terminal() if terminal else io.StringIO(), color, env=env).color is expected


def test_width() -> None:
    assert style_for(io.StringIO(), env={"COLUMNS": "72"}).width == 72
    assert style_for(io.StringIO(), env={"COLUMNS": "x"}).width == 100
    assert style_for(io.StringIO(), env={"COLUMNS": "3"}).width == 40
    assert [width_of(char) for char in "aé漢😀\u0301\u200d"] == [1, 1, 2, 2, 0, 0]


def test_text_for_one_line() -> None:
    assert plain("a\nb\tc\x07") == "a⏎b    c<U+0007>"
    assert quoted("  a b ") == "“··a b·”"
    assert quoted("\n") == "“⏎”"
    assert quoted("\r\n") == "“<CR>⏎”"
