"""A capital inside a sentence on an ordinary word that is part of no name: "the board was Surprised"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.capitals import in_title, inner_places
from newslint.document.inner_words import (
    APPOSED,
    TIED,
    abbreviated,
    addressed,
    at_break,
    in_copy,
    line_before,
    lowered,
    named,
)
from newslint.document.no_name_places import no_name_stands
from newslint.document.run_ins import behind_front
from newslint.document.slips import (
    CLEAR,
    EVIDENT,
    LIKELY,
    STRONG,
    SURE,
    beside_odds,
    company_of,
    met_elsewhere,
    slip_odds,
    usually_small,
)
from newslint.document.title_signs import list_style, names_work
from newslint.lazy import lazy
from newslint.lexicon import common_words, proper_names, word_set
from newslint.lexicon.house_capitals import HOUSE_CAPITALS
from newslint.lexicon.saying import LEADS_IN
from newslint.lexicon.word_names import GIVEN_NAMES
from newslint.model import Hit
from newslint.rule import Options

_PLAIN_TOKEN = lazy(  # not “iPod”
    r"(?:(?:Mc|Mac)?[A-Z]?[^\W\d_A-Z]+|[A-Z]+|[$£€]?\d[\d,.]*[a-z%]*)(?:['’-][^\W\d_A-Z]+)*['’]?"
)
_TITLE = lazy(r"[a-z,’'] (?:How|What|Why|Where|When|Who) (?:[a-z]+ )?$")  # "Reeve’s How to Draw a Sheep"
# Classes of `newslint.document.slips`.
_VERBAL = frozenset("bhmsv")
_AUXILIARY = frozenset("bms")  # "is", "will", "she": hardly ever before a name
_LISTED = frozenset(",.n")  # what follows a name in a list
_TO_BEHIND = lazy(r" to ([A-Z][a-z]+)\b")
_TO_BEFORE = lazy(r"[ (\"“‘'][A-Z][a-z]+ to $")
_LEAST_STYLED = 3  # words of one article
_OTHER_TONGUES = word_set("de des du del della di le les la las los el y et und der das dos da")
_AT = word_set("at in on of from to through after before by until past into")
_NUMBERED = lazy(r" \d{1,3}[A-Z]?(?!\w|[.,]\d|%)")
_NEXT = lazy(r"[,;:)]? (\S+)")


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Hits for ordinary words; function words are found by a pattern."""
    prose = document.prose
    found: list[Hit] = []
    for data in document.telling.ordinary:
        word = data.decode("ascii")
        if word in options.vocab:
            continue
        for at in inner_places(prose, word):
            case = _case(prose, word, at)
            if case and in_copy(document, at, case):
                fixes = at_break(at) if case == "front" else lowered(at, word)
                found.append(Hit(at, at + len(word), case, {"word": word}, fixes))
    nouns = {hit.values["word"] for hit in found if hit.case != "front" and not hit.values["word"].endswith("ed")}
    # The terms that a contract defines, a law of old, a list of titles: nobody slips so often.
    styled = nouns if len(nouns) >= _LEAST_STYLED else ()
    yield from (hit for hit in found if hit.case == "front" or hit.values["word"] not in styled)


def _case(prose: str, word: str, start: int) -> str:
    """Which case of the rule the capital of `word` at `start` is; "" for none."""
    end = start + len(word)
    if prose[end : end + 2] in ("'t", "’t"):
        return ""  # half of a word: "the Don't Ask Me tour"
    odds = slip_odds(prose, start, end)
    if odds < LIKELY or (odds < STRONG and named(prose, start, end, word.lower())):
        return "front" if _behind_front(prose, word, start) else ""
    odds += beside_odds(prose, start, end)
    if _behind_front(prose, word, start):
        return "front"
    if odds < LIKELY or word + prose[end : end + 1] in abbreviated():
        return ""
    before = line_before(prose, start)
    previous = before[before.rfind(" ", 0, -1) + 1 : -1].lstrip("\"“‘'([")
    bare = previous.rstrip(",;").rpartition("...")[2]
    if not _PLAIN_TOKEN.fullmatch(bare) or (previous[-1] == ";" and list_style(prose, start)):
        return ""
    if previous[-1] == "," and addressed(prose, start):
        return ""
    after = prose[end : end + 60]
    following = _NEXT.match(after)
    if bare in _OTHER_TONGUES or (following and following[1] in _OTHER_TONGUES):
        return ""  # "the first Course des Garçons"
    if prose[end : end + 1] == "&":
        return ""  # "the Beans&Boats party"
    if bare in _AT and _NUMBERED.match(after):
        return ""  # "at Turn 1"
    if (
        APPOSED.match(after)
        or (odds < CLEAR and TIED.match(after))
        or _TITLE.search(before)
        or (not (odds >= SURE and word.endswith("ed")) and names_work(before[:-1], after, function=False, small=False))
        or in_title(prose, start, end, plain=odds >= STRONG)
    ):
        return ""
    to = _TO_BEHIND.match(after)
    if (to and to[1].lower() in common_words() and to[1].lower() not in proper_names()) or _TO_BEFORE.search(before):
        return ""  # Back to School, the Right to Buy, the League to Save the Swans
    if odds < STRONG and (bare in LEADS_IN or (following and following[1].strip(".,;") in LEADS_IN)):
        return ""
    if met_elsewhere(prose, start, end) and not (odds >= CLEAR and usually_small(prose, word)):
        return ""
    if odds < SURE and word.lower() in HOUSE_CAPITALS:
        return "weak" if usually_small(prose, word) else ""
    sure = word not in GIVEN_NAMES and (_is_sure(prose, start, end, odds) or no_name_stands(prose, start, end))
    return "plain" if sure else "weak"


def _is_sure(prose: str, start: int, end: int, odds: int) -> bool:
    """Whether a capital is wrong: no name stands behind "was", "has", "will", "she" or a comma.

    Elsewhere it may be a shop, a party, a song, however ordinary the word (Target, Remain, Snap): in articles of
    sources that no count was taken from, most such capitals were right, unless the article writes the word small, or
    all around says that none is in its place.
    """
    if prose[end : end + 1] in ('"', "”"):
        return False  # the sign "Seats to be Added"
    before, after, _ = company_of(prose, start, end)
    first = prose[prose.rfind(" ", 0, start - 1) + 1 : start]
    if before == ",":
        goes_on = after not in _LISTED and prose[end + 1 : end + 2].islower()
        return odds >= STRONG and goes_on and not first[0].isdigit()
    if not (first[0].islower() or first == "I "):
        return False  # "I Will Survive", "She Said"
    if odds >= EVIDENT and re.match(r" [a-z]", prose[end : end + 2]) and prose[start:end].lower() not in HOUSE_CAPITALS:
        return True
    if odds >= STRONG and before in _AUXILIARY and "\n" not in first:
        return True
    if odds >= SURE and before in _VERBAL:
        return True
    return odds >= CLEAR and usually_small(prose, prose[start:end])


def _behind_front(prose: str, word: str, start: int) -> bool:
    end = start + len(word)
    if prose[end : end + 1] != " " or not prose[end + 1 : end + 2].islower():
        return False
    return behind_front(line_before(prose, start), word)
