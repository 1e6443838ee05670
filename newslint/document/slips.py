"""How likely the capital of an ordinary word inside a sentence is a slip, by the words on either side of it."""

from __future__ import annotations

from functools import lru_cache

from newslint.document.capitals import beside
from newslint.document.standing import places_of, standing
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
    "b": "is was are were be been being am isn't wasn't aren't weren't i'm he's she's it's we're they're you're that's",
    "h": "have has had having i've we've they've you've hasn't haven't hadn't",
    "m": "will would can could may might must should shall do does did don't doesn't didn't won't can't cannot "
    "couldn't wouldn't shouldn't i'll he'll she'll we'll they'll you'll it'll i'd he'd she'd we'd they'd you'd",
    "s": "i he she it they we you them him us me who there",
    "c": "if when while where because though although how why whether so which",
    "v": "not also very too never now then still just only even again already yet here",
    "q": "that",
}
_CLASS = {word: letter for letter, words in _CLASSES.items() for word in words.split()}
_ENDINGS = {"ly": "l", "ed": "e", "ng": "g"}
EVIDENT, SURE, CLEAR, STRONG, LIKELY = 50, 45, 35, 30, -3  # tenths of a natural logarithm
_NEVER = -1000
_VERBAL = "bomshvcq"
_EDGES = "\"“”'‘’()[].,;:?!"


@lru_cache(maxsize=1 << 14)
def _company(token: str) -> str:
    """The class, one letter, of a word beside another: "t" for "the", "e" for words in -ed, "C" with a capital."""
    bare = token.strip(_EDGES).replace("’", "'")
    found = _CLASS.get(bare) or _CLASS.get(bare.lower())  # "The" opens a sentence
    if found:
        return found
    first = bare[:1]
    if first.isupper():
        return "P" if bare.endswith("'s") else "C"
    if first.isdigit() or first in ("$", "£", "€"):
        return "N"
    if not first.isalpha():
        return "?"
    return _ENDINGS.get(bare[-2:], "z" if bare[-1] == "s" else "x") if len(bare) > 3 else "x"


def _class_before(prose: str, start: int) -> str:
    """The class of the word before, or of the mark behind it."""
    if prose[start - 2] in ",;":
        return ","
    low = max(prose.rfind(" ", 0, start - 1), prose.rfind("\n", 0, start - 1)) + 1
    return _company(prose[low : start - 1])


def _class_after(prose: str, end: int) -> str:
    """The class of what follows the word that ends at `end`: a word, a mark, the end of the paragraph."""
    mark = prose[end : end + 1]
    if mark != " ":
        return "," if mark in (",", ";") else "'" if mark in ("'", "’") else "."
    return _company(prose[end + 1 : end + 30].split(" ", 1)[0].split("\n", 1)[0])


def slip_odds(prose: str, start: int, end: int) -> int:
    """How likely the capital of the word at `[start, end)` is a slip: tenths of a natural logarithm.

    As if no name stood near: see `beside_odds`.
    """
    signs = slip_signs(prose[start:end].lower())
    if signs is None:
        return _NEVER
    own, goes_behind, goes_before = signs
    before, after = _class_before(prose, start), _class_after(prose, end)
    weights = slip_weights()
    odds = own + weights["=f"] + weights["<" + before] + weights[">" + after]
    odds += weights.get("<" + before + ">" + after, 0)
    return odds + weights["<<"] * (before in goes_behind) + weights[">>"] * (after in goes_before)


def company_of(prose: str, start: int, end: int) -> tuple[str, str, str]:
    """The classes of what stands before and behind a word, and its place.

    The place is what `newslint.document.capitals.beside` says; "u": small words may tie it to a name, but the word
    before is one behind which no name goes on ("Congress was Told of").
    """
    before, place = _class_before(prose, start), beside(prose, start, end)
    return before, _class_after(prose, end), "u" if place == "t" and before in _VERBAL else place


def beside_odds(prose: str, start: int, end: int) -> int:
    """What to add to `slip_odds` for a name that is near."""
    weights = slip_weights()
    return weights["=" + company_of(prose, start, end)[2]] - weights["=f"]


def met_elsewhere(prose: str, start: int, end: int) -> bool:
    """Whether the word at `[start, end)` has its capital at another place too, and not as the first of a sentence.

    At the start of a sentence it says something only if the article never writes the word in lower case. The plural of
    a name is one, and the other way round.
    """
    word = prose[start:end]
    places, opens = _met(prose, word)
    other = word[:-1] if word[-1] == "s" else word + "s"
    return opens or any(at != start for at in places) or bool(_met(prose, other)[0])


def usually_small(prose: str, word: str) -> bool:
    """Whether the article writes a word, given with a capital, by far more often in lower case."""
    small = sum(1 for _ in places_of(prose, word.lower()))
    return small >= 4 * sum(1 for _ in places_of(prose, word))


@lru_cache(maxsize=32)
def _met(prose: str, word: str) -> tuple[list[int], bool]:
    """The first two places inside a sentence; and whether it opens one, but is never written in lower case."""
    places: list[int] = []
    first = False
    at = prose.find(word)
    while at >= 0:
        after = at + len(word)
        if not prose[after : after + 1].isalnum() and not prose[at - 1 : at].isalnum():
            if _opens_sentence(prose, at):
                first = True
            else:
                places.append(at)
                if len(places) == 2:
                    break
        at = prose.find(word, after)
    return places, first and not standing(prose).count(word.lower())


def _opens_sentence(prose: str, at: int) -> bool:
    before = prose[max(0, at - 4) : at].lstrip()
    return not before or before[-1] in "\n\"“‘'" or before.rstrip()[-1:] in (".", "?", "!", ":", '"', "”", "’", "\r")
