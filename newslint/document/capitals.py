"""Words with a capital in the middle of a sentence, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newslint.document.lines import line_near
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, proper_names, slip_signs, word_set

_INNER = frozenset("abcdefghijklmnopqrstuvwxyz,;’'")
_GOES_ON = ("-", "_")
_CAPITAL_NEXT = lazy(" [A-Z]")
_SPACED_WORD = lazy(r" ([A-Z][^\W_]*)")
_LONG = 50_000  # code points from which on all places are looked for at once, so that the time stays linear
_SHORT = 4  # letters; of longer words only verb forms are looked at before another capital: others are names there
_TOKEN = lazy(r"\S+")
_EDGES = "\"“”'‘’()[].,;:?!…—–-*_"
_REACH = 100  # code points that are looked at on either side

# Small words that tie the parts of a name: "Bank of England", "Friends of the Earth".
_TIES = word_set("of for the and & or de la le du von a an to")
# Small words that stand inside names as well, but before a place or a day begin an adjunct: "people in London".
_ADJUNCTS = word_set("""
    in on at from by with into during since until after before near against between over under through without as
    than about
""")
_PRONOUN = lazy(r"I(?:$|[ '’,])")
_POSSESSIVES = word_set("its their his her our my your")


def inner_places(prose: str, word: str) -> Iterator[int]:
    """Where a word with a capital stands behind a space and a small letter, a comma, a semicolon or an apostrophe.

    `word` begins with A to Z and is letters only.
    """
    spaced = " " + word
    for at in _places(prose, spaced) if len(prose) < _LONG else _all_spaced(prose).get(word, ()):
        end = at + len(spaced)
        after = prose[end : end + 2]
        found = prose[at - 1 : at] in _INNER and not (after[:1].isalnum() or after[:1] in _GOES_ON)
        if found and (len(word) <= _SHORT or not _CAPITAL_NEXT.match(after) or word.endswith(("ed", "ing"))):
            yield at + 1


def _places(prose: str, spaced: str) -> Iterator[int]:
    at = prose.find(spaced)
    while at >= 0:
        yield at
        at = prose.find(spaced, at + len(spaced))


@lru_cache(maxsize=1)
def _all_spaced(prose: str) -> dict[str, list[int]]:
    """The spaces before each word with a capital."""
    found: dict[str, list[int]] = {}
    for match in _SPACED_WORD.finditer(prose):
        found.setdefault(match[1], []).append(match.start())
    return found


def beside(prose: str, start: int, end: int) -> str:
    """What stands beside the word at `[start, end)`, which has a space before it.

    "p" a word with a capital right before it, "n" a capital or a digit right behind it, "b" both, "t" a name to which
    small words may tie it ("Friends of the Earth"), "f" none of these. A mark behind the word ends the look ahead.
    """
    near = max(0, start - _REACH)
    low = max(prose.rfind(" ", near, start - 1), prose.rfind("\n", near, start - 1), near - 1) + 1
    previous = prose[low : start - 1].lstrip(_EDGES)
    capital = previous[:1].isupper() and previous[-1:] not in (",", ";") and not _opens(prose, low, previous)
    stop = prose[end : end + 1]
    after = prose[end + 1 : end + 5].lstrip("\"“‘'($£€") if stop in (" ", "\n") else ""
    if after[:1].isdigit() or (after[:1].isupper() and not _PRONOUN.match(after)):
        return "b" if capital else "n"
    if capital:
        return "p"
    return "t" if tied_after(prose, end) or tied_before(prose, start) else "f"


def _opens(prose: str, start: int, word: str) -> bool:
    """Whether the capital of `word` is that of a sentence's first word: "What a year", not "Brazil has"."""
    if start and prose[start - 1] != "\n" and prose[start - 2 : start - 1] not in tuple(".?!:\"”’'"):
        return False
    return word.lower() in FUNCTION_WORDS and word != "I"


def tied_after(prose: str, end: int) -> bool:
    """Whether small words tie the word that ends at `end` to a capital behind it: "For the People Act"."""
    if prose[end : end + 1] in tuple(",.;:?!)\n"):
        return False
    adjunct = article = False
    for i, match in enumerate(_TOKEN.finditer(prose, end, end + _REACH)):
        token = match[0]
        bare = token.strip(_EDGES)
        if i == 0 and bare[:2] in ("s", ""):
            continue
        if bare in _TIES or bare in _ADJUNCTS or bare in _POSSESSIVES:
            adjunct = adjunct or bare in _ADJUNCTS
            article = i == 0 and (bare == "the" or bare in _POSSESSIVES)
            if token[-1] in ".?!;:,":
                return False
        elif bare[:1].isupper():
            return not ((adjunct or article) and _is_known(bare))
        else:
            return False
        if i > 4:
            return False
    return False


def tied_before(prose: str, start: int) -> bool:
    """Whether small words tie the word at `start` to a capital before it: "Get Me Out of Here"."""
    low = max(prose.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH)
    tokens = prose[low:start].split()
    tied = False
    for i in range(len(tokens) - 1, max(-1, len(tokens) - 6), -1):
        token = tokens[i]
        if token[-1] in '.?!;:,"”':
            return False
        if token in _TIES or token in ("in", "on", "at", "with", "by", "from"):
            tied = tied or token not in ("the", "a", "an")
            continue
        if not token.strip(_EDGES)[:1].isupper() or token in ("I", "“I", '"I'):
            return False
        # "Playing the biggest match": the capital of a sentence's first word makes no name.
        return tied or (i > 0 and tokens[i - 1][-1] not in '.?!:"”')
    return False


def _is_known(word: str) -> bool:
    bare = re.sub(r"['’]s$", "", word)
    return bare.isupper() or bare.lower() in proper_names()


_OPENING = lazy(r"(?<![\w.,!?])[\"“‘'](?=\w)")
_CLOSING = {
    "'": lazy(r"(?<=\S)['’](?!\w)"),
    "‘": lazy(r"(?<=\S)['’](?!\w)"),
    '"': lazy(r"(?<=\S)[\"”]"),
    "“": lazy(r"(?<=\S)[\"”]"),
}
_TITLE_REACH = 60  # code points
_LONG_WORD = lazy(r"[^\W\d_]{4,}")


def in_title(prose: str, start: int, end: int, *, plain: bool = False) -> bool:
    """Whether the words around `[start, end)` are mostly capitalised, or the place is in a short quoted title.

    `plain`: words that copy puts into lower case have to be among the capitalised ones, as they are in titles, not in
    a row of names.
    """
    low, high = line_near(prose, start, end, _TITLE_REACH)
    around = _LONG_WORD.findall(prose[low:start]) + _LONG_WORD.findall(prose[end:high])
    capital = [word.lower() for word in around if word[0].isupper()]
    if prose[low - 1 : low] in ("", "\n") and prose[high : high + 1] in ("", "\n") and prose[low:high].istitle():
        return True  # a line "About Us"
    if (
        len(around) > 2
        and len(capital) >= len(around) * 0.6
        and not (plain and all(slip_signs(word) is None for word in capital))
    ):
        return True
    inside = _quoted_words(prose, start, end, low, high)
    most, least = (13, 3) if plain else (9, 2)
    return 1 < len(inside) < most and sum(word[:1].isupper() for word in inside) >= least


def _quoted_words(prose: str, start: int, end: int, low: int, high: int) -> list[str]:
    """The words between the quotation marks around `[start, end)`; none without such marks in `[low, high)`."""
    opening = None
    for match in _OPENING.finditer(prose, low, start):
        opening = match
    if opening is None:
        return []
    closing = _CLOSING[opening[0]].search(prose, opening.end(), high)
    return prose[opening.end() : closing.start()].split() if closing is not None and closing.start() >= end else []
