"""LanguageTool: what is sent, which rules are wanted, and which answers count."""

from __future__ import annotations

import re
from typing import Any

import pytest

from newslint.document import Document
from newslint.languagetool.answers import Answer
from newslint.languagetool.choice import Wanted, mentions
from newslint.languagetool.counts import Counts
from newslint.languagetool.server import reason
from newslint.languagetool.slips import near
from newslint.languagetool.text import Piece, pieces, sendable
from newslint.settings import Choice
from newslint.source import Source

HAT, FACE = "\U0001f3a9", "\U0001f600"


def document(text: str) -> Document:
    return Document.of_text(Source("a.txt", text))


# Text


def test_what_is_sent_is_as_long_as_the_prose() -> None:
    text = f"A {HAT}b\nc\x00 \ud800 “d” é \u2028e"
    sent = sendable(text)
    assert sent == "A \ufffdb c\ufffd \ufffd “d” é \ufffde"
    assert len(sent) == len(text)
    assert all(ord(char) < 0x10000 for char in sent)


def test_paragraphs_are_joined_and_lead_back() -> None:
    text = f"The first one is here.\r\n\r\nThe {FACE} second one is over there.\r\n\r\nThe third one, of course.\r\n"
    made = document(text)
    (piece,) = pieces(made)
    assert piece.text.count("\n\n") == 2
    at = piece.text.index("second")
    span = piece.prose(at, at + 6)
    assert span is not None
    assert made.prose[slice(*span)] == "second"
    start, end = made.offsets.span(*span)
    assert text[start:end] == "second"
    assert piece.prose(at, piece.text.index("third")) is None, "not over paragraphs"
    assert piece.prose(at, at) is None
    assert Piece("", ()).prose(0, 1) is None


def test_pieces_are_of_limited_length() -> None:
    paragraph = "The house was on the hill and it was there for all of them. " * 30
    made = document("\n\n".join([paragraph.strip()] * 4) + "\n")
    found = list(pieces(made, 500))
    assert len(found) > 12
    assert all(len(piece.text) <= 560 for piece in found)
    joined = "".join(made.prose[at : at + size] for piece in found for _, at, size in piece.spans)
    assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", made.prose), "nothing is lost, nothing twice"


def test_a_sentence_without_an_end_is_not_sent() -> None:
    whole = "The house was on the hill and it was there for all of them."
    endless = "The house and all of it " * 60 + "was there."
    made = document(" ".join([whole] * 3 + [endless] + [whole] * 12) + "\n")
    found = list(pieces(made, 500))
    assert all(len(piece.text) <= 500 for piece in found)
    assert "".join(piece.text for piece in found).count("for all of them.") == 15
    assert not any("and all of it" in piece.text for piece in found)
    for piece in found:
        for at, prose, size in piece.spans:
            assert piece.text[at : at + size] == made.prose[prose : prose + size]


def test_what_holds_no_sentences_is_not_sent() -> None:
    french = "Il a dit que la ville est à nous et que les gens sont là pour la voir de près dans la rue."
    english = "The council met on Monday to talk about it."
    made = document(f"{english}\n\nBy Jane Smith\n\n{french}\n")
    assert [piece.text for piece in pieces(made)] == [english]


# Choice


@pytest.mark.parametrize(
    ("table", "choice", "wanted"),
    [
        ({}, Choice(), "DT_DT/GRAMMAR"),
        ({"disabled-rules": ["DT_DT"]}, Choice(), ""),
        ({"disabled-categories": ["GRAMMAR"]}, Choice(), ""),
        ({}, Choice(select=("languagetool/RARE",)), ""),
        ({"enabled-rules": ["WORDY"]}, Choice(), "DT_DT/GRAMMAR WORDY/STYLE"),
        ({}, Choice(select=("languagetool",)), "DT_DT/GRAMMAR"),
        ({}, Choice(select=("quotes",)), "DT_DT/GRAMMAR"),
        ({}, Choice(select=("languagetool/STYLE",)), "WORDY/STYLE"),
        ({}, Choice(extend_select=("languagetool/STYLE",)), "DT_DT/GRAMMAR WORDY/STYLE"),
        ({}, Choice(select=("languagetool/DT_DT",)), "DT_DT/GRAMMAR"),
        ({}, Choice(ignore=("languagetool",)), ""),
        ({}, Choice(ignore=("languagetool/DT_DT",)), ""),
        ({}, Choice(ignore=("languagetool/GRAMMAR",)), ""),
        ({}, Choice(ignore=("languagetool",), extend_select=("languagetool/DT_DT",)), "DT_DT/GRAMMAR"),
    ],
)
def test_what_is_wanted(table: dict[str, Any], choice: Choice, wanted: str) -> None:
    holds = Wanted(table, choice)
    rules = ("DT_DT/GRAMMAR", "WORDY/STYLE")
    assert [rule for rule in rules if holds(*rule.split("/"))] == wanted.split()


def test_the_server_is_told() -> None:
    asked = Wanted({"picky": True}, Choice(ignore=("languagetool/DT_DT",), extend_select=("languagetool/STYLE",))).asked
    assert asked.picky
    assert "DT_DT" in asked.disabled
    assert "STYLE" in asked.enabled_categories
    assert "STYLE" not in asked.disabled_categories
    assert "TYPOGRAPHY" in asked.disabled_categories


def test_names_that_mention_it() -> None:
    assert mentions(["quotes", "languagetool/DT_DT"])
    assert not mentions(["quotes", "languagetools"])


# What counts


@pytest.mark.parametrize(
    ("word", "other", "near_it"),
    [
        ("occured", "occurred", True), ("occurred", "occured", True), ("recieve", "receive", True),
        ("analsyts", "analysts", True), ("spirt", "spirit", True), ("billon", "billion", True),
        ("tobacoo", "tobacco", True), ("theranostic", "therapeutic", False), ("abdc", "badc", True),
        ("badc", "abcd", False), ("a", "abc", False),
    ],
)  # fmt: skip
def test_near(word: str, other: str, near_it: bool) -> None:
    assert near(word, other) is near_it


@pytest.mark.parametrize(
    ("text", "word", "replacement", "counts"),
    [
        ("It occured to them.", "occured", "occurred", True),
        ("It occured to them, and occured again.", "occured", "occurred", False),  # twice: meant, or a term
        ("It [[occured]] to them.", "occured", "occurred", False),
        ("The “occured” word.", "occured", "occurred", False),
        ("Call them bilaterals.", "bilaterals", "bilateral", False),
        ("A comedy of improv.", "improv", "improve", False),  # clipped
        ("The sentencers of it.", "sentencers", "sentences", False),  # they sentence
        ("A foldout screen.", "foldout", "holdout", False),
        ("A wakeup call.", "wakeup", "wake up", False),
        ("A wholescale change.", "wholescale", "wholesale", False),
        ("They destock now.", "destock", "restock", False),
        ("The partiers of it.", "partiers", "parties", False),
        ("A multibillionaire.", "multibillionaire", "multimillionaire", False),
        ("They restack now.", "restack", "restock", False),  # a letter for another, in a short word
        ("The restauration of it.", "restauration", "restoration", False),
        ("The responsability of it.", "responsability", "responsibility", True),
        ("They restokc now.", "restokc", "restock", True),
        ("A clatch of them.", "clatch", "clutch|catch", False),  # as near to two words
        ("They aquire it.", "aquire", "acquire|squire", True),
        ("Ginkgo biloba is a tree.", "biloba", "blob", False),
        ("An o’clokc of it.", "clokc", "clock", False),  # half of a word
        ("A coördinated effort.", "coördinated", "coordinated", False),
        ("Mr Ocured was there.", "Ocured", "occurred", False),
        ("An mln of them.", "mln", "man", False),
    ],
)
def test_strange_words_are_slips_or_not(text: str, word: str, replacement: str, counts: bool) -> None:
    made = document(text + "\n")
    start = text.index(word)
    answer = Answer(start, start + len(word), "SPELL", "TYPOS", "", tuple(replacement.split("|")))
    assert Counts(made, frozenset())(start, start + len(word), answer) is counts
    assert not Counts(made, frozenset({word}))(start, start + len(word), answer), "a word of the house"


def test_what_the_dictionary_of_another_english_has_is_no_slip() -> None:
    text = "The fossilised bones.\n"
    answer = Answer(4, 14, "SPELL", "TYPOS", "‘fossilised’ is British English.", ("fossilized",))
    assert not Counts(document(text), frozenset())(4, 14, answer)


def test_strange_words_beside_each_other_are_a_foreign_phrase() -> None:
    text = "A recieve and a beleive, and in the end of it all of Zelenski recieve.\n"
    spans = [(match.start(), match.end()) for match in re.finditer("recieve|beleive|Zelenski", text)]
    assert Counts(document(text), frozenset()).lonely(spans) == {spans[3]}, "a name is no company"
    assert Counts(document(text), frozenset({"beleive"})).lonely(spans) == {spans[0], spans[3]}


def test_names_and_compounds_have_no_grammar() -> None:
    text = "They went to the This and had side-effects, and to the a one.\n"
    counts = Counts(document(text), frozenset())
    for words, expected in (("the This", False), ("side-effects", False), ("the a", True)):
        at = text.index(words)
        assert counts(at, at + len(words), Answer(0, 0, "DT_DT", "GRAMMAR", "", ())) is expected


def test_grammar_of_headlines_and_speech_is_its_own() -> None:
    text = "Man Bite Dog\n\n“They goes there,” he said, and they goes home.\n"
    made = document(text)
    counts = Counts(made, frozenset())
    for at, expected in ((text.index("Bite"), False), (text.index("They"), False), (text.rindex("they"), True)):
        answer = Answer(at, at + 4, "DT_DT", "GRAMMAR", "", ())
        assert counts(at, at + 4, answer) is expected
        assert counts.all(at, at + 4, answer)


def test_reasons_are_short() -> None:
    pool = "HTTPSConnectionPool(host='x', port=443): Max retries (Caused by E(\"HTTPSConnection(host='x', port=443)\"))"
    assert reason(OSError(pool)) == "no connection to x:443"
    assert reason(ValueError()) == "ValueError"
