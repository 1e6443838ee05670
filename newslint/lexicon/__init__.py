"""What newslint knows about words: lists of abbreviations, names, common words and spellings.

The lists are text files beside this module, one entry a line, sorted. ``common.txt``, ``names.txt``, ``lower.txt`` and
``slips.txt`` come from counts over news copy (``bench/build_lexicon.py``, ``build_capitals.py`` and ``build_slips.py``
make them and say how); the others are written by hand and were checked against the same copy. A list is read when it
is first asked for, and only once.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, lru_cache

__all__ = [
    "FUNCTION_WORDS",
    "abbreviations",
    "common_words",
    "irregular_articles",
    "is_word",
    "lower_places",
    "proper_names",
    "slip_signs",
    "slip_weights",
    "spelling_variants",
    "titles",
    "word_set",
]

_FUNCTION_WORDS = """
    a about above across after against all along although am among an and another any anybody anyone anything are
    aren't around as at be because been before behind being below beneath beside besides between beyond both but
    by can can't cannot could couldn't despite did didn't do does doesn't doing don't done down during each either
    every everybody everyone everything except few fewer for from had hadn't has hasn't have haven't having he
    he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in inside instead
    into is isn't it it's its itself less many may me might mine more most much must my myself near neither no
    nobody none nor not nothing of off on once one only onto or other others ought our ours ourselves out outside
    over own per perhaps same several shall she she'd she'll she's should shouldn't since so some somebody someone
    something such than that that's the their theirs them themselves then there there's these they they'd they'll
    they're they've this those though through throughout to together too toward towards under unless until up upon
    us very was wasn't we we'd we'll we're we've were weren't what what's whatever when whenever where whereas
    wherever whether which whichever while who who's whoever whom whose why will with within without won't would
    wouldn't yet you you'd you'll you're you've your yours yourself yourselves
"""


def word_set(text: str) -> frozenset[str]:
    """The words of a text: how lists of words are written in code."""
    return frozenset(text.split())


FUNCTION_WORDS: frozenset[str] = word_set(_FUNCTION_WORDS)
"""The closed classes of English, in lower case: determiners, pronouns, prepositions, conjunctions, auxiliaries and the
commonest adverbs. Copy in English is a third to a half such words, which is how a paragraph's language is told."""

_HERE = os.path.dirname(__file__)
_STYLES = {
    "ise": ("ise", "ize"),
    "uk": ("british", "american"),
    "er": ("er", "or"),
    "long": ("long", "short"),
}


def _text(name: str) -> str:
    """A data file without the comment at its head."""
    with open(f"{_HERE}/{name}", encoding="utf-8") as file:
        text = file.read()
    start = 0
    while text.startswith("#", start):
        start = text.index("\n", start) + 1
    return text[start:]


def _entries(name: str) -> list[str]:
    """The lines of a data file."""
    return _text(name).rstrip("\n").split("\n")


def columns(name: str) -> Iterator[str]:
    """What stands between blanks in a data file, in order: the quickest way to take one apart."""
    return iter(_text(name).split())


@cache
def common_words() -> frozenset[str]:
    """Words that copy uses in lower case, inflected forms and contractions (with ') among them.

    Counted over news copy: in several articles of several sources, so that typing errors, joined words and fragments
    stay out. A word that is missing may still be a word; a word that is here is one.
    """
    return frozenset(_entries("common.txt"))


def is_word(word: str) -> bool:
    """Whether copy uses a word, given in lower case, so."""
    return word in common_words() or word in FUNCTION_WORDS


@cache
def lower_places() -> dict[str, str]:
    """Words that keep their small letter beside a capital, and what often follows them: letters by word.

    "n": before a capital or a figure copy does not capitalise it; "p": nor behind a word with a capital. A capital in
    such a place is a slip, or two blocks were run together. "d", "s": a determiner, a pronoun often follows the word.
    """
    cells = columns("lower.txt")
    return dict(zip(cells, cells, strict=True))


@cache
def _slips() -> str:
    return "\n" + _text("slips.txt")


@cache
def slip_weights() -> dict[str, int]:
    """What each kind of company tells of a capital, tenths of a natural logarithm: the "+" lines of slips.txt."""
    text = _slips()
    signs = text[: text.rfind("\n+") + 20].split("\n")
    return {name[1:]: int(weight) for name, _, weight in (line.partition(" ") for line in signs) if name[:1] == "+"}


@lru_cache(maxsize=20_000)
def slip_signs(word: str) -> tuple[int, str, str] | None:
    """A word in lower case: how likely its capital is a slip, and the classes before and behind it that go with it.

    None where a capital says nothing; "-" is no class. The classes (``newslint.document.slips``) are those beside which
    copy writes the word in lower case more than elsewhere, counted over news copy (``bench/build_slips.py``). The
    file is sorted and asked by halving: a list of it would cost each start.
    """
    text = _slips()
    low, high = 0, len(text) - 1
    while low < high:
        middle = text.rfind("\n", 0, (low + high) // 2 + 1)
        if middle < low:
            break
        end = text.find("\n", middle + 1)
        entry = text[middle + 1 : end]
        found = entry[: entry.find(" ")]
        if found == word:
            own, before, after = entry.split(" ")[1:]
            return int(own), before, after
        low, high = (end, high) if found < word else (low, middle)
    return None


@cache
def proper_names() -> dict[str, str]:
    """Names of one word that copy practically always capitalises: the lower-case form leads to the right one.

    Counted over news copy (at most 3 in 1,000 in lower case) and read; countries, peoples, languages and cities were
    added by hand. No name is here whose lower-case form is a word in use, an abbreviation, a unit, or part of a name in
    another language. Only one capital and lower case ("Britain"). A lower-case form inside an address, a handle, a
    hashtag or a hyphened word says nothing.
    """
    return {name.lower(): name for name in _entries("names.txt")}


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations with their full stops, as they are written ("Inc.", "a.m.", "Calif.", "D-Va.").

    After one of them neither a capital nor a lower-case word tells whether a sentence ends. Single initials ("J.") and
    most runs of them ("J.K.") are not listed, nor is what is a word as well ("in.", "no.", "Sun."). Written by hand for
    US, British and Australian news, checked against the words with a full stop that copy puts before a lower-case
    word. Of a hyphened word look up the last part too ("Sino-U.S."). Units that copy writes without a stop (km, mph,
    pct) are not here: one before a capital ends the sentence. Includes `titles`.
    """
    return frozenset(_entries("abbreviations.txt")) | titles()


@cache
def titles() -> frozenset[str]:
    """The abbreviations that stand before a name ("Sen.", "Dr."): the capital after one starts no sentence.

    Written by hand, with the full stop.
    """
    return frozenset(_entries("titles.txt"))


@cache
def spelling_variants() -> dict[str, tuple[str, str]]:
    """Words with two right spellings of which an article should use one: spelling -> (word, style).

    Spellings of one word, its inflected forms included, share the first string ("realised" and "realizing" have
    "realize"), and differ in the second if they do not go together: "ise" or "ize", "british" or "american", "er" or
    "or" (adviser, advisor), "long" or "short" (judgement, judgment; neither tells a country). Words of
    which both spellings may be right in one article (licence and license, practice and practise, meter and metre,
    program and programme) are not here. Written by hand.
    """
    found: dict[str, tuple[str, str]] = {}
    cells = columns("spelling.txt")
    for key, kind, first, second in zip(cells, cells, cells, cells, strict=True):
        one, other = _STYLES[kind]
        found[first] = (key, one)
        found[second] = (key, other)
    return found


@cache
def irregular_articles() -> tuple[frozenset[str], frozenset[str]]:
    """Words whose first letter misleads: those with a vowel letter after "a", with a consonant letter after "an".

    In lower case; look a hyphened word ("one-off") up by its first part. Written by hand, checked against every pair
    of article and word in news copy. What goes both ways ("historic", "herb") is in neither set, nor are names of
    letters (an FBI agent, an X-ray) and numerals (an 8-year-old), which go by their form.
    """
    takes_a: list[str] = []
    takes_an: list[str] = []
    cells = columns("articles.txt")
    for article, word in zip(cells, cells, strict=True):
        (takes_a if article == "a" else takes_an).append(word)
    return frozenset(takes_a), frozenset(takes_an)
