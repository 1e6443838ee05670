"""Places at which only the markup shows that there is no defect: each was a false alarm in an editorial repository."""

from __future__ import annotations

import pytest

from newslint.api import check_text

QUIET = {
    "the mark of a title in the sentence": (
        "html",
        "<p>First write the <em>Hello harbour!</em> program in a file.</p>",
    ),
    "the mark of a linked title": ("markdown", "See [Who runs the port?](/port/) to learn more about the crew.\n"),
    "the name of a program, linked": ("html", "<p>We cannot host. <a href='/man/nice'>nice</a> that Ada can.</p>"),
    "a name as its linked site writes it": ("html", "<p>He tried <a href='/kate/'>kate</a> and two other tools.</p>"),
    "a sentence around code": (
        "html",
        "<p>I made the new file in that folder. Then I looked for the key, and entered</p>\n<pre>wlan 00</pre>\n"
        "<p>into it, which is all that one has to do for the card to be seen.</p>",
    ),
    "the text of a note": (
        "markdown",
        "We hope that you come back to look.\n\n<sup>1</sup> as the plan says in its part on the tools of the board.\n",
    ),
    "a headword and how it is said": ("html", "<p><b>false dawn</b> <i>false dawn (fols don) 1. a light.</i></p>"),
    "commands on lines of their own": ("html", "<p>Install the modules<br> make modules<br> make modules_all</p>"),
    "a linked name": ("markdown", "Ask the [Harbour Group Harbour Group](/groups/) about it, or the board.\n"),
    "columns of a list": ("markdown", "* Ada Finch, guild member\t\t\tGuild Member for life\n"),
}


@pytest.mark.parametrize("name", QUIET)
def test_nothing_is_found(name: str) -> None:
    type, text = QUIET[name]
    assert [(f.rule, text[f.start : f.end]) for f in check_text(text, type=type) if f.severity.label != "info"] == []


def test_a_small_letter_behind_a_stop_is_found_in_a_link_of_many_words() -> None:
    text = "The gate was shut. [the board said](/board/) that it was over.\n"
    assert [(f.rule, text[f.start : f.end]) for f in check_text(text, type="markdown")] == [
        ("lowercase-sentence-start", "the")
    ]


def test_a_function_word_on_both_sides_of_a_tag_is_found() -> None:
    text = "<p>It is part of <b>of the</b> plan, and in the <i>in the</i> report.</p>"
    assert [f.rule for f in check_text(text, type="html")] == ["repeated-word", "repeated-phrase"]
