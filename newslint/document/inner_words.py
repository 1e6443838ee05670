"""What is asked of a capital inside a sentence, whatever the word: is it a name, is it in running text; the mends."""

from __future__ import annotations

from functools import cache

from newslint.document import Document
from newslint.document.inline import in_title_markup
from newslint.document.run_ins import FRONT_ENDS
from newslint.document.zones import OFF_COPY
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, abbreviations, lower_places, proper_names, word_set
from newslint.model import Edit

_ARTICLES = ("the", "a", "an")
_PRONOUN = ("I ", "I'", "I’", "I\n")
APPOSED = lazy(r"[,;] (?:a|an|the|who|whose|which|and|or|\d+|[A-Z]\w*)\b|[!?:]|['’]s\b|\.\w")  # "Little, a nurse"
TIED = lazy(r" (?:is|are|was) [A-Z]|[ \n](?:of|and) [A-Z\d]")  # "Friends of 9/11"
_LABEL = lazy(r"(?:Image|Media|Photo|Video) caption ")
_SALUTATION = lazy(r"[\"“‘']?(?:(?P<dear>Dear|Hi|Hello) (?:[\w.]+ ){0,3})?(?P<name>[\w.]+)(?: (?:and|&) [A-Z]\w+)?, $")
_ADDRESSED = word_set("sir sirs madam editor gentlemen ladies friends colleagues")
_REACH = 90  # code points


def line_before(prose: str, start: int) -> str:
    """What stands before a place on its line, at most 90 code points of it."""
    before = prose[max(0, start - _REACH) : start]
    return before[before.rfind("\n") + 1 :]


@cache
def abbreviated() -> frozenset[str]:
    return abbreviations() | {"No.", "Nos."}


def named(prose: str, start: int, end: int, folded: str) -> bool:
    """Whether another capital stands beside a word that has none in such a place: by far the most do."""
    places = lower_places().get(folded, "")
    before_capital = prose[end + 1 : end + 2].isupper() and prose[end] == " "
    if before_capital and prose[end + 1 : end + 3] not in _PRONOUN:
        if "n" not in places and folded not in _ARTICLES:
            return True
    elif "p" in places or folded in FUNCTION_WORDS:
        return False
    if prose[start - 2] in ",;":
        return False
    low = prose.rfind(" ", 0, start - 1) + 1
    if not prose[low].isupper():
        return False
    previous = prose[low : start - 1]
    if "\n" in previous:
        return False
    return before_capital or (previous not in FRONT_ENDS and previous.lower() not in FUNCTION_WORDS)


def addressed(prose: str, start: int) -> bool:
    """Whether only those whom a letter is for stand before a place: "Dear sir, As you know", "Jane, In May"."""
    found = _SALUTATION.match(prose, prose.rfind("\n", 0, start) + 1, start)
    if found is None:
        return False
    name = found["name"].lower()
    return found["dear"] is not None or name in _ADDRESSED or name in proper_names()


def in_copy(document: Document, offset: int, case: str) -> bool:
    zone = document.zones.at(offset)
    if zone in OFF_COPY and (case != "front" or zone == "table"):
        return False
    block = document.block_at(offset)
    if block is None or in_title_markup(document, offset):
        return False
    if case == "front":  # a caption that only has its label before it is a matter of boilerplate
        return _LABEL.fullmatch(document.prose, block.start, offset) is None
    return document.english(block)


def lowered(start: int, word: str) -> tuple[tuple[Edit, ...], ...]:
    return ((Edit(start, start + 1, word[0].lower()),),)


def at_break(start: int) -> tuple[tuple[Edit, ...], ...]:
    """A paragraph break, or a full stop."""
    return ((Edit(start - 1, start, "\n\n"),), (Edit(start - 1, start - 1, "."),))
