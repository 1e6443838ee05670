"""Whether an everyday word in lower case has to be the name that its article writes with a capital everywhere else."""

from __future__ import annotations

from newslint.document.article_names import LEAST_INSIDE, last_words, stands_bare_too, times_inside
from newslint.document.standing import places_of
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, word_set
from newslint.lexicon.persons import TITLES
from newslint.lexicon.saying import SAYING
from newslint.lexicon.word_names import (
    BARE_NAMES,
    CAPITAL_BESIDE_NAMES,
    FAMILY_NAMES,
    GIVEN_NAMES,
    NO_THINGS,
    PARTY_COMPANY,
    SAME_NAMES,
)

_LINKED = lazy(r" (?:of(?: the)?|and|for|to|&) [A-Z]\w+")
_OF = lazy(r" of (?:the )?[A-Z]")
_PLACES = frozenset(
    ["borough", "city", "coast", "county", "district", "island", "port", "province", "state", "town", "village",
     "east", "north", "south", "west"]
)  # fmt: skip
_ENDS = lazy(r"[ \n](?!of [A-Z])[a-z]|[,.;:)”\"]|['’](?:s [a-z]|(?![\w]))")
_NEXT = lazy(r" ([a-z-]+)")
_ROADS = frozenset(["Street", "Avenue"])
_TIES = frozenset(["of", "to", "for", "and", "&"])
_SORTS = frozenset(
    ["band", "chain", "company", "firm", "giant", "group", "maker", "manufacturer", "retailer", "rival", "star"]
)
_BEFORE_SUBJECTS = SAYING | word_set("after although as because before but claims that though when where while why if")
_OF_WORK = frozenset(["of", "and", "for", "in", "with"])  # "the costs of labour", "food and labour"
_BEHIND_PERSON = lazy(r"[,.;:]|['’]s |[ \n](?:was|is|has|had|will|would|could|did|does|asked|told|said|says|and|who)\b")
_DOES = lazy(r" (?:was|is|has|had|will|would|could|did|does|asked|told|said|says)\b")
_CHAMBER = lazy(
    r" (?:and (?:the )?Senate|floor|leadership|GOP|[Ss]peaker|Republicans|Democrats|m(?:aj|in)ority (?:leader|whip))\b"
)
_PASSES = lazy(
    r"\b(?:pass|passed|passes|passing|through|cleared|control of) the $|\b(?:Republicans|Democrats|GOP|members|"
    r"lawmakers|leaders|colleagues|conservatives|liberals|votes?|seats|majority|passage|passed|bills?) in the $"
)
_SITS = lazy(r"\b(?:in|by|that|from|to|before|after|when|while|if|because|as|but) the $")
_ACTS = lazy(r"[,.]|[ \n](?:will|would|has|had|[a-z]+ed\b|on [A-Z])")


def is_twin(prose: str, start: int, end: int, name: str) -> bool:
    """Whether the word at `[start, end)`, the only one of its kind in lower case, is `name` by what stands beside it.

    The same words stand beside the name elsewhere ("the Justice department", "the university of Ashby"), or words
    beside which the everyday word does not stand ("Jack straw", "because turkey is late").
    """
    led = last_words(prose, start)
    places = [(at, at + len(name)) for at in places_of(prose, name)]
    if led is None or times_inside(prose, places) < LEAST_INSIDE:
        return False
    earlier, previous = led
    if name in SAME_NAMES or (name not in CAPITAL_BESIDE_NAMES and _is_linked(prose, end, name)):
        return True
    if previous[0].isupper() and previous.lower() not in FUNCTION_WORDS:
        if name in FAMILY_NAMES and (previous in GIVEN_NAMES or previous.strip(".") in TITLES):
            return name not in NO_THINGS or _BEHIND_PERSON.match(prose, end) is not None
        half = not previous.isupper() and name not in CAPITAL_BESIDE_NAMES and not name.endswith("ed")
        return half and _is_half(prose, earlier, previous, places)
    if name in _ROADS and previous[0].isdigit() and previous.endswith(("st", "nd", "rd", "th")):
        return True
    tied = previous in _TIES and earlier[:1].isupper() and earlier.lower() not in FUNCTION_WORDS
    if tied and name not in CAPITAL_BESIDE_NAMES and _stands_behind(prose, f"{earlier} {previous} ", places):
        return True
    if name == "House":
        return _is_chamber(prose, start, end)
    following = _NEXT.match(prose, end)
    if following is not None and following[1] in PARTY_COMPANY.get(name, ()):
        return True
    if name in NO_THINGS:
        return previous.lower() in _BEFORE_SUBJECTS and _DOES.match(prose, end) is not None
    if name == "Labour" and previous in _OF_WORK:
        return False
    led_bare = previous in FUNCTION_WORDS or previous in SAYING or previous in _SORTS or previous.endswith("ed")
    return name in BARE_NAMES and led_bare and stands_bare_too(prose, end, previous, places)


def _is_half(prose: str, earlier: str, previous: str, places: list[tuple[int, int]]) -> bool:
    """Whether the name stands behind the same word elsewhere, where nothing makes the two a part of a longer name."""
    if previous[-2:] in ("'s", "’s", "s'", "s’"):
        return False  # "the Board's action"
    words = f"{earlier} {previous} " if earlier[:1].isupper() else f"{previous} "
    return any(prose.endswith(words, 0, start) and _ENDS.match(prose, end) for start, end in places)


def _stands_behind(prose: str, words: str, places: list[tuple[int, int]]) -> bool:
    return any(prose.endswith(words, 0, start) for start, _ in places)


def _is_linked(prose: str, end: int, name: str) -> bool:
    """Whether a word is tied to a name behind it as the name is elsewhere: "the university of Ashby"."""
    linked = _LINKED.match(prose, end)
    if linked is None or name.lower() in _PLACES:
        return False
    return f"{name}{linked[0]}" in prose or (name == "University" and _OF.match(prose, end) is not None)


def _is_chamber(prose: str, start: int, end: int) -> bool:
    """Whether "house" is a chamber of a parliament, in an article that writes of the House."""
    if prose.count("the House") < 2 or not ("Senate" in prose or "Congress" in prose or "Commons" in prose):
        return False
    before = prose[max(0, start - 30) : start]
    if _CHAMBER.match(prose, end) or _PASSES.search(before):
        return True
    return _SITS.search(before) is not None and _ACTS.match(prose, end) is not None
