"""White space in Markdown and HTML: what a browser collapses or a writer sets out by references is no defect."""

from __future__ import annotations

import pytest

from newslint.api import Checker
from newslint.config import Config
from newslint.settings import Overrides
from newslint.source import Source

CHECKER = Checker(Config(), Overrides(select=("space",)))


@pytest.mark.parametrize(
    ("type", "text", "found"),
    [
        ("html", "<p>The  mayor\n went  home.", []),
        ("html", "<p><a>Prev</a>&nbsp;&nbsp;|&nbsp;&nbsp;<a>Next</a>", []),
        ("html", "<p>The book &nbsp; [49 KB] is long.", []),
        ("html", "<p>The mayor&nbsp; went home.", ["double-space"]),
        ("html", "<p>The mayor&nbsp;went home.", []),
        ("html", "<p>The mayor\u00a0went home.", ["odd-space"]),
        ("html", "<p>[ Here is a note on tiles. -- Ed. ]", []),
        ("html", "<p>The mayor ( a tiler ) went home.", ["space-inside-bracket"]),
        ("markdown", "*As a [ person ], I want to [ goal ].*", []),
        ("html", "<p>It was built in 1931 <sup><a>2</a></sup>.", []),
        ("markdown", "It was built in 1931 ~~or 1932~~.", []),
        ("markdown", "It was built in 1931 [^1].\n\n[^1]: Orr.", []),
        ("markdown", "The mayor\u00a0 went home.", ["double-space"]),
        ("markdown", "The mayor  went home.", ["double-space"]),
        ("markdown", "The mayor saw [it](/a)  and **left  for** home.", ["double-space", "double-space"]),
        ("markdown", "-   The mayor\n\n1.  The vicar\n\n> # The  end", ["double-space"]),
        ("markdown", "The mayor  \n  went home  ", []),
        ("markdown", "<p>The  mayor</p>\n\n`a  b`\n\n| a  | b  |\n|---|---|\n| 1  | 2  |\n", []),
        ("markdown", "It rained.\n\u00a0\nThe mayor went home.", ["double-space"]),
        ("markdown", "---\ntitle: The mayor\u2009&mdash;\u2009a tiler\n---\n", []),
        ("markdown", "11 May\n: It rained.\n: The mayor went home.", []),
    ],
)
def test_findings(type: str, text: str, found: list[str]) -> None:
    assert [finding.rule for finding in CHECKER.check(Source("a", text), type).findings] == found


def test_several_double_spaces_of_markdown_are_one_finding() -> None:
    text = "The  mayor saw *the*  vicar and the  [clerk](/a).  It rained.\n"
    (finding,) = CHECKER.check(Source("a.md", text), "markdown").findings
    assert finding.message == "two or more spaces between words in 4 places"
    fixed = CHECKER.fix(Source("a.md", text), "markdown").text
    assert fixed == "The mayor saw *the* vicar and the [clerk](/a). It rained.\n"


def test_no_fix_joins_paragraphs() -> None:
    text = "It rained.\n\u00a0\nThe mayor went home.\n"
    assert CHECKER.fix(Source("a.md", text), "markdown", unsafe=True).text == text
