"""Places at which only the markup shows that there is no defect: each was a false alarm in an editorial repository."""

from __future__ import annotations

import pytest

from newslint.api import check_text

QUIET = {
    "a capital in a linked title": ("markdown", "Read [how boats are Mended](/boats/) before it is too late to go.\n"),
    "a capital in a stressed title": ("markdown", "He wrote that *the boat was Mended* is on sale at the pier.\n"),
    "a capital in the title of a paper": (
        "html",
        "<p>She wrote the <em>boats that were Mended at sea</em> paper for the board.</p>",
    ),
    "the mark of a title in the sentence": (
        "html",
        "<p>First write the <em>Hello harbour!</em> program in a file.</p>",
    ),
    "the mark of a linked title": ("markdown", "See [Who runs the port?](/port/) to learn more about the crew.\n"),
    "the name of a program, linked": ("html", "<p>We cannot host. <a href='/man/nice'>nice</a> that Ada can.</p>"),
    "a name as its linked site writes it": ("html", "<p>He tried <a href='/kate/'>kate</a> and two other tools.</p>"),
    "a title in small letters": (
        "markdown",
        "The show was good.\n\n**so long, leeds** It is sweet and slight, and it lasts for an hour on most days.\n",
    ),
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
    "what an actor does": ("html", "<p>Keep the gate shut at all times! <em>sighs deeply</em></p>"),
    "a term as such": ("markdown", "The table shows the gain, which is good. _confidence_ says how sure it is.\n"),
    "two terms side by side": (
        "html",
        "<p>A range is <i><a href='#a'>const</a></i> <i><a href='#a'>const</a></i> here.</p>",
    ),
    "a label on a line of its own": (
        "html",
        "<p><b>The order of Harbour</b><br>Harbour keeps to the order. It took Harbour long, and Harbour is glad.</p>",
    ),
    "sections of one form": (
        "markdown",
        "# Terms\n\nThese are the words that the board uses.\n\n### Hull\n\nThe body of a ship, down to its keel. "
        "A longer text on this stands in the chapter on ships and boats.\n\n### Mast\n\nIt carries the sails and "
        "the lamps. A longer text on this stands in the chapter on ships and boats.\n",
    ),
    "paragraphs that differ in code": (
        "markdown",
        "The `inline` mark may only be put before a function that has a body of its own.\n\nIt is old.\n\nIt is "
        "seldom seen in new files of the board.\n\nThe `cold` mark may only be put before a function that has a body "
        "of its own.\n\nIt is new.\n",
    ),
    "paragraphs below headings of nothing but code": (
        "markdown",
        "# Faults\n\n## `E1`\n\nThis mark is not known to the version of the board.\n\n## `E2`\n\nThis mark is not "
        "known to the version of the board.\n",
    ),
    "two elements that a style sheet sets apart": (
        "html",
        "<p><span class='caption'>The pier at dawn.</span><span class='credit'>Ada Finch for the board</span></p>",
    ),
    "a label and its value, set apart by a style sheet": (
        "html",
        "<p><span class='place'>Brackenridge</span><span class='tab'>View of the harbour from the pier</span></p>",
    ),
    "key words for a picture": ("html", "<p>We met <img src='1.jpg' alt='christmas in gaza'> there in May.</p>"),
    "what a page makes of a picture's name": (
        "html",
        "<p>It is <img src='1.jpg' alt='Now that it is here, will they come? image'> here.</p>",
    ),
    "a label of two words": ("html", "<p>About Us</p>\n<p>We met the mayor, who said no.</p>"),
    "columns of a list": ("markdown", "* Ada Finch, guild member\t\t\tGuild Member for life\n"),
}


@pytest.mark.parametrize("name", QUIET)
def test_nothing_is_found(name: str) -> None:
    type, text = QUIET[name]
    assert [(f.rule, text[f.start : f.end]) for f in check_text(text, type=type) if f.severity.label != "info"] == []


def test_a_line_of_two_capitals_is_not_even_remarked_on() -> None:
    text = "The mayor said no to it.\n\n<center>Works Cited</center>\n\nThe plan of the mayor was read to the town.\n"
    assert check_text(text, type="markdown") == []


def test_a_small_letter_behind_a_stop_is_found_in_a_link_of_many_words() -> None:
    text = "The gate was shut. [the board said](/board/) that it was over.\n"
    assert [(f.rule, text[f.start : f.end]) for f in check_text(text, type="markdown")] == [
        ("lowercase-sentence-start", "the")
    ]


def test_a_function_word_on_both_sides_of_a_tag_is_found() -> None:
    text = "<p>It is part of <b>of the</b> plan, and in the <i>in the</i> report.</p>"
    assert [f.rule for f in check_text(text, type="html")] == ["repeated-word", "repeated-phrase"]


@pytest.mark.parametrize(
    "text", ["**Where it is.** the gate stands at the pier.\n", "It is *late.* the gate is shut.\n"]
)
def test_a_small_letter_behind_stressed_words_is_found(text: str) -> None:
    found = [f.rule for f in check_text(text, type="markdown")]
    assert found == (["lowercase-sentence-start"] if text.startswith("**") else [])
