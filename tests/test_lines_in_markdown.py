"""The ends of the lines of Markdown: what means nothing may go, and no page looks different for it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyromark import html

from newslint.api import Checker
from newslint.config import Config
from newslint.formats import read
from newslint.formats.front_matter import front_matter
from newslint.formats.markdown import extensions
from newslint.model import Edit
from newslint.settings import Overrides
from newslint.source import Source

CHECKER = Checker(Config(), Overrides(select=("trailing-space", "mixed-line-ends")))

LEFT = {
    "a hard break": "It rained  \nall day.\n",
    "a hard break of three spaces": "It rained   \nall day.\n",
    "the last of several broken lines": "Ada Finch  \n4 Pier Road  \nHarbour  \n\nIt rained.\n",
    "fenced code": "```\nx \n```\n",
    "indented code": "It rained.\n\n    x \n    y\n",
    "code in a sentence": "It is `a \nb` here.\n",
    "raw HTML": "<pre>\nx \n</pre>\n",
    "raw HTML, whose own white space is as wide as one likes": "<p>It rained. \nShe left.</p> \n",
    "a tag over two lines": 'It <a \nhref="/">rained</a>.\n',
    "front matter": "---\ntitle: The mayor \ntext: |\n  It rained. \n  She left.\n---\n\nIt rained.\n",
    "a template tag over two lines": "It {{ rains \n| here }} today.\n",
    "a template's code": "{% highlight c %}\nx \n{% endhighlight %}\n",
    "the title of a link over two lines": 'It [rained](/a "all \nday") here.\n',
    "a gap between paragraphs": "It rained.\n  \nShe left.\n \n",
    "a rule": "It rained.\n\n*** \n\nShe left.\n",
    "where a link leads": "[a]: /pier \n\nSee [a].\n",
    "an item still to be written": "- \n- It rained.\n\n1. \n2. It rained.\n",
    "a gap in a quotation": "> It rained.\n> \n> She left.\n",
    "a no-break space that keeps paragraphs apart": "It rained.\n\n\u00a0\n\nShe left.\n",
    "nothing at a line end": "It rained.\nShe left.\n",
    "line ends of one kind": "It rained.\r\nShe left.\r\n",
}


@pytest.mark.parametrize("name", LEFT)
def test_left(name: str) -> None:
    checked = CHECKER.check(Source("a.md", LEFT[name]), "markdown")
    assert checked.findings == []
    assert checked.problems == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("It rained.[[ ]]\nShe left.\n", "It rained.\nShe left.\n"),
        ("It rained.[[\t]]\nShe left.\n", "It rained.\nShe left.\n"),
        ("It rained.[[\u00a0]]\nShe left.\n", "It rained.\nShe left.\n"),
        ("It rained.[[  ]]\n\nShe left.\n", "It rained.\n\nShe left.\n"),
        ("# The mayor[[  ]]\n\nShe left.\n", "# The mayor\n\nShe left.\n"),
        ("- It rained.[[  ]]\n- She left.\n", "- It rained.\n- She left.\n"),
        ("> It rained.[[ ]]\n> She left.\n", "> It rained.\n> She left.\n"),
        ("| a | b |[[ ]]\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"),
        ("It is `code`[[ ]]\nor [not](/a)[[ ]]\nand.\n", "It is `code`\nor [not](/a)\nand.\n"),
        ("It rained.[[ ]]\r\nShe left.\r\n", "It rained.\r\nShe left.\r\n"),
        ("---\ntitle: A \n---\n\nNaïve 😀 words.[[ ]]", "---\ntitle: A \n---\n\nNaïve 😀 words."),
    ],
)
def test_found_and_mended(text: str, fixed: str) -> None:
    plain = text.replace("[[", "").replace("]]", "")
    places = [match.start() - 4 * i for i, match in enumerate(re.finditer(r"\[\[", text))]
    found = CHECKER.check(Source("a.md", plain), "markdown").findings
    assert [finding.start for finding in found] == places
    assert {finding.rule for finding in found} == {"trailing-space"}
    assert CHECKER.fix(Source("a.md", plain), "markdown").text == fixed


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_would_make_a_heading_is_no_fix(end: str) -> None:
    document = read(Source("a.md", f"> It rained.{end}> ===\u00a0{end}"), "markdown")
    at = document.source.text.index("\u00a0")
    assert document.keeps is not None
    assert not document.keeps([Edit(at, at + 1, "")])


def test_five_lines_are_one_finding() -> None:
    text = "It rained. \n" * 5 + "She left.\n" * 20
    (finding,) = CHECKER.check(Source("a.md", text), "markdown").findings
    assert finding.message == "space at the end of 5 lines"
    assert len(finding.related) == 4


def test_line_ends_of_two_kinds() -> None:
    text = "---\r\ntitle: A\r\n---\r\n\r\n```\nx\r\n```\r\n\r\nIt rained.\r\n"
    (finding,) = CHECKER.check(Source("a.md", text), "markdown").findings
    assert (finding.rule, finding.line) == ("mixed-line-ends", 5)
    assert CHECKER.fix(Source("a.md", text), "markdown").text == text.replace("```\nx", "```\r\nx")


def test_suppressed_like_any_other() -> None:
    text = "<!-- newslint-disable-next-line trailing-space -->\nIt rained. \nShe left.\n"
    assert CHECKER.check(Source("a.md", text), "markdown").findings == []


_STARTS = ["", "", "", "- ", "  ", "    ", "> ", "# ", "1. ", "| a | ", "    - ", "\t", "<div>", "</div>", "[a]: "]
_WORDS = ["It rained.", "`x", "y`", "**bold**", "```", "---", "===", "$x", "a$", '[b](/c "d', 'e")', "|-|-|"]
_ENDS = ["", "", " ", "  ", "   ", "\t", "\\", " \t", "\u00a0", "\u00a0 ", "  \u00a0"]
_LINES = st.lists(
    st.one_of(st.sampled_from(_ENDS), st.tuples(*map(st.sampled_from, (_STARTS, _WORDS, _ENDS))).map("".join)),
    max_size=9,
)


def page(text: str) -> str:
    """What a text shows: but for code, space at the end of a line or element is not to be seen."""
    front = front_matter(text)
    shown = html(text[front.end :] if front else text, options=extensions())
    return _UNSEEN.sub(lambda match: match[1] or "", shown)


_UNSEEN = re.compile("(<(pre|code)\\b.*?(?:</\\2>|\\Z))|[ \\t\u00a0]+(?=\n|</|<br|\\Z)", re.DOTALL)


@settings(max_examples=300, deadline=None)
@given(_LINES, st.sampled_from(["\n", "\r\n"]))
def test_a_safe_fix_changes_no_page(lines: list[str], end: str) -> None:
    text = end.join(lines) + end
    fixed = CHECKER.fix(Source("a.md", text), "markdown").text
    assert page(fixed) == page(text)
