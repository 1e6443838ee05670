"""How likely the capital of an ordinary word inside a sentence is a slip, by the words on either side of it."""

from __future__ import annotations

import re

from newslint.lexicon import slip_signs, slip_weights

_CLASSES = {
    "t": "the",
    "a": "a an",
    "p": "its their his her our my your whose",
    "d": "this that these those some any no all every each another both many most several few more such other own same "
    "what one two three",
    "o": "to",
    "f": "of",
    "i": "in on at",
    "r": "for with by from into about after before over under between during against through without within as than "
    "like since until despite among near behind towards across around off up out down",
    "n": "and or but nor",
    "b": "is was are were be been being am isn't wasn't",
    "h": "have has had having",
    "m": "will would can could may might must should shall do does did don't doesn't didn't won't can't cannot",
    "s": "he she it they we you i them him us me who there",
    "c": "if when while where because though although how why whether so which",
    "v": "not also very too never now then still just only even again already yet here",
    "q": "that",
}
_CLASS = {word: letter for letter, words in _CLASSES.items() for word in words.split()}
_ENDINGS = {"ly": "l", "ed": "e", "ng": "g"}
STRONG, SURE, LIKELY = 30, 5, -5  # tenths of a natural logarithm
_NEVER = -1000
_EDGES = "\"“”'‘’()[].,;:?!"


def company(token: str) -> str:
    """The class, one letter, of a word beside another: "t" for "the", "e" for words in -ed, "C" with a capital."""
    bare = token.strip(_EDGES).replace("’", "'")
    found = _CLASS.get(bare)
    if found:
        return found
    first = bare[:1]
    if first.isupper():
        return "s" if bare == "I" else "P" if bare.endswith("'s") else "C"
    if first.isdigit() or first in ("$", "£", "€"):
        return "N"
    if not first.isalpha():
        return "?"
    return _ENDINGS.get(bare[-2:], "z" if bare[-1] == "s" else "x") if len(bare) > 3 else "x"


def class_before(previous: str) -> str:
    """The class of the word before, with the mark that may stand behind it."""
    return "," if previous[-1:] in (",", ";") else company(previous)


def class_after(prose: str, end: int) -> str:
    """The class of what follows the word that ends at `end`: a word, a mark, the end of the paragraph."""
    mark = prose[end : end + 1]
    if mark != " ":
        return "," if mark in (",", ";") else "'" if mark in ("'", "’") else "."
    return company(prose[end + 1 : end + 30].split(" ", 1)[0].split("\n", 1)[0])


def slip_odds(prose: str, start: int, end: int) -> int:
    """How likely the capital of the word at `[start, end)` is a slip: tenths of a natural logarithm.

    As if no name stood near: see `beside_odds`.
    """
    signs = slip_signs(prose[start:end].lower())
    if signs is None:
        return _NEVER
    own, goes_behind, goes_before = signs
    low = max(prose.rfind(" ", 0, start - 1), prose.rfind("\n", 0, start - 1)) + 1
    before, after = class_before(prose[low : start - 1]), class_after(prose, end)
    weights = slip_weights()
    odds = own + weights["=f"] + weights["<" + before] + weights[">" + after]
    return odds + weights["<<"] * (before in goes_behind) + weights[">>"] * (after in goes_before)


def beside_odds(place: str) -> int:
    """What to add for a name that is near, by what `newslint.document.capitals.beside` says."""
    weights = slip_weights()
    return weights["=" + place] - weights["=f"]


def met_elsewhere(prose: str, start: int, end: int) -> bool:
    """Whether the word at `[start, end)` has its capital at another place too, and not as the first of a sentence.

    At the start of a sentence it says something only if the article never writes the word in lower case.
    """
    word = prose[start:end]
    first = False
    at = prose.find(word)
    while at >= 0:
        after = at + len(word)
        if at != start and not prose[after : after + 1].isalnum() and not prose[at - 1 : at].isalnum():
            if not _opens_sentence(prose, at):
                return True
            first = True
        at = prose.find(word, after)
    return first and re.search(rf"(?<![\w-]){word.lower()}(?![\w-])", prose) is None


def _opens_sentence(prose: str, at: int) -> bool:
    before = prose[max(0, at - 4) : at].lstrip()
    return not before or before[-1] in "\n\"“‘'" or before.rstrip()[-1:] in (".", "?", "!", ":", '"', "”", "’", "\r")
