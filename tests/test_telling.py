"""The words that may tell something: each in the right list, the rest in none, however often they were met."""

from __future__ import annotations

import pytest

from newslint.document import telling
from newslint.document.telling import Telling, find_telling
from newslint.lexicon import common_words
from newslint.lexicon.word_names import BARE_NAMES, FAMILY_NAMES, NO_THINGS

WORDS = [
    b"the",
    b"mayor",
    b"realised",
    b"france",
    b"ofthe",
    b"NATO",
    b"TikTok",
    b"worD",
    b"Police",
    b"Miroshenko",
    b"The",
    b"The",
]


def lists(found: Telling) -> dict[str, set[bytes]]:
    return {name: set(words) for name, words in found._asdict().items()}


def test_names_that_are_words_are_words() -> None:
    """Others come to no check of names that are words as well, so that they stand in these lists for nothing."""
    names = BARE_NAMES | FAMILY_NAMES | NO_THINGS
    assert {name for name in names if name.lower() not in common_words()} == set()


def test_each_word_is_in_the_lists_it_belongs_to() -> None:
    assert lists(find_telling(WORDS)) == {
        "spellings": {b"realised"},
        "pairs": {b"Miroshenko"},
        "names": {b"france"},
        "joins": {b"ofthe"},
        "inside": {b"NATO", b"TikTok", b"worD"},
        "ordinary": {b"Police"},
        "rare": {b"ofthe"},
        "slipped": {b"worD"},
        "twins": set(),
    }


def test_a_word_is_given_once_and_again_in_the_next_article() -> None:
    first, second = find_telling([b"Police", b"mayor", b"Police"]), find_telling([b"mayor", b"Police"])
    assert first.ordinary == second.ordinary == [b"Police"]


def test_what_is_remembered_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "_MOST_KEPT", 3)
    monkeypatch.setattr(telling, "_dull", set())
    monkeypatch.setattr(telling, "_known", {})
    assert find_telling(WORDS).names == [b"france"]
    assert find_telling([b"france", b"mayor"]).names == [b"france"]
    assert len(telling._dull) + len(telling._known) == 2


def test_a_word_is_a_twin_where_its_small_form_stands_too() -> None:
    assert find_telling([b"Turkey", b"turkey", b"Labour", b"Police", b"police"]).twins == [b"Turkey"]
