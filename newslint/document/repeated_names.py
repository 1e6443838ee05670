"""A name or a number twice in a row: a slip, or a name that is doubled by nature (Duran Duran), a score, a table."""

from __future__ import annotations

import re
from itertools import islice

from newslint.document import Document
from newslint.document.repeats import Repeat
from newslint.document.sentences import BEFORE_FIRST
from newslint.document.standing import places_of
from newslint.document.title_signs import names_work
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, common_words, doubling, proper_names, word_set
from newslint.lexicon.persons import HONORIFICS
from newslint.lexicon.saying import SAYING_PATTERN
from newslint.model import Edit

WORD_BEFORE = lazy(r"(?:[\w'’.&-]*[\w'’&-])(?=[ \t\n\xa0]+$)")
WORD_AFTER = lazy(r"[ \t\n\xa0]+([\w'’-]+)")
_PLAIN_BEFORE = lazy(r"(?:^|[ \n(“\"])([A-Za-z][a-z-]*)[ \n]$")
_GOES_ON = lazy(r"[ \n][a-z]{2,}\b|[.,;][\"”]?(?:\s|$)|\s*$")
_SAID = lazy(
    rf" (?:{SAYING_PATTERN}|(?:do|did|would|could|will|can|who)(?:es)?(?:n['’]t)?|was|is|has|had|"
    r"[a-z]{2,}(?:ed|[^\Wus]s)|won|ran|took|left)\b"
)
_BEFORE_NOUNS = word_set("the a an this that its his her their our my both all another any every each no other some")
_BEFORE_SCORES = word_set("level tied drew draw won lost beat led score scored call dial phone tel")
_DATE_WORD = lazy(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
)
_CLAUSE_NEXT = lazy(
    r", | (?:can|could|did|does|had|has|is|may|might|must|should|was|were|will|would)\b| [a-z]+(?:ed|ing|[^\Wus]s)\b"
    r"| [A-Z][a-z]+:"
)
_LEAST_BLOCK = 4  # words
_REACH = 120  # code points
_MOST_ALONE = 9  # places of a word that are counted


def is_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and not word.isupper()


def number_twice(repeat: Repeat, number: str, before: str, after: str) -> bool:
    """Whether a number stands twice in the middle of plain words: no score, no telephone number, no cell of a table."""
    if repeat.times > 2 or not number.isdecimal() or len(number) < 2 or _GOES_ON.match(after) is None:
        return False
    if f"{number}{after}".startswith(("20 vision", "50 split", "50 chance")):
        return False
    previous = _PLAIN_BEFORE.search(before)
    if previous is None or previous[1] in _BEFORE_SCORES:
        return False
    word = previous[1]
    return word.islower() or word.lower() in FUNCTION_WORDS or _DATE_WORD.fullmatch(word) is not None


_OPENERS = tuple("\"“‘'")
_CLOSED = lazy(r"[,.!?]?[\"”’']")


def capitals_twice(document: Document, repeat: Repeat, one: str, before: str, after: str) -> str:
    """Two capitalised words: a name that is doubled by nature, or a name, title or date typed twice."""
    word = one.lower()
    if repeat.times > 2 or word in doubling.NAMES_TWICE or word in doubling.FINE or len(one) < 2:
        return ""
    if before[-1:] in _OPENERS and _CLOSED.match(after):
        return ""  # “Ya Ya”: named as a whole
    prose = document.prose
    if one in HONORIFICS and is_name(after.strip().split(" ")[0] if after.strip() else ""):
        return "name"
    block = document.block_at(repeat.start)
    if block is not None and (block.start, block.end) == (repeat.start, repeat.end):
        return "capitals"
    previous = WORD_BEFORE.search(before)
    following = WORD_AFTER.match(after)
    lower_before = previous is not None and previous[0].islower()
    lower_after = following is not None and following[1].islower()
    if previous is not None and previous[0].lower() in doubling.NAMING:
        return "capitals"
    if _DATE_WORD.fullmatch(one) and (lower_before or (following is not None and following[1].isdigit())):
        return "name"
    if word in doubling.SURE and one.isupper() and _shouted(previous, following):
        return "word"
    if word in FUNCTION_WORDS and word not in ("us", "who", "it", "may", "will"):
        return "capitals"
    known = proper_names().get(word) == one or one in doubling.ALSO_NAMES or (one.isupper() and one.isalpha())
    opens = lower_before or BEFORE_FIRST.search(before) is not None or _leads(previous)
    if not (lower_after or (known and opens)):
        return "capitals"
    alone = _alone(prose, one, repeat)
    if lower_after and alone >= 0:
        if known or (previous is not None and previous[0] in HONORIFICS):
            return "name"  # "to London London to", "Mr Jones Jones said"
        if previous is not None and _ends_name(previous[0], word, after):
            return "name"
        plain = previous is not None and (lower_before or _opening(previous, before))
        if previous is not None and plain and _stands_once(previous[0].lower(), word, alone, before, after):
            return "name"
    if alone >= (2 if known and opens else 5 if word in common_words() else 3):
        return "name"
    return "capitals"


def _ends_name(previous: str, word: str, after: str) -> bool:
    """Whether a doubled word ends a longer name: "Stuart Marlow Marlow says"; not "Xu Ling Ling"."""
    if not is_name(previous) or previous.lower() in FUNCTION_WORDS or "'" in previous or "’" in previous:
        return False
    if word in common_words():
        return len(word) > 3
    return len(word) > (4 if _SAID.match(after) else 5)


def _stands_once(previous: str, word: str, alone: int, before: str, after: str) -> bool:
    """Whether a doubled word between words in lower case is one name: "the Gulf Gulf region"; not "in Drung Drung as".

    Names that are doubled by nature are short, or titles, and are seldom met by halves.
    """
    if names_work(before.rstrip(), after, function=False, small=False):
        return alone > 2
    if word in common_words():
        return alone > 0 or len(word) > (3 if previous in _BEFORE_NOUNS else 5)
    return alone > 0 or len(word) > (5 if previous in _BEFORE_NOUNS else 8)


def _shouted(previous: re.Match[str] | None, following: re.Match[str] | None) -> bool:
    """Whether the words around are in capitals: "QUITS THE THE RACE", but not the band THE THE."""
    return bool(previous and following and previous[0].isupper() and following[1].isupper())


def _opening(previous: re.Match[str], before: str) -> bool:
    """Whether a small word, the first of its sentence, stands before a pair: "The Gulf Gulf region"."""
    return previous[0].lower() in FUNCTION_WORDS and BEFORE_FIRST.search(before, 0, previous.start()) is not None


def _leads(previous: re.Match[str] | None) -> bool:
    """Whether the word before a pair may stand before one name: "But British", "Mr Blair"."""
    return previous is not None and (previous[0].lower() in FUNCTION_WORDS or previous[0] in HONORIFICS)


def _alone(prose: str, word: str, repeat: Repeat) -> int:
    """How often the word stands elsewhere in the article by itself; -1 if it is doubled there as well."""
    doubled = re.compile(rf"\b{re.escape(word)}\s+{re.escape(word)}\b")
    if any(match.start() != repeat.start for match in doubled.finditer(prose)):
        return -1
    return sum(1 for _ in islice(places_of(prose, word, hyphened=True), _MOST_ALONE)) - 2


def may_begin_anew(prose: str, repeat: Repeat, name: str) -> bool:
    """Whether one block may end with a name and the next, run into it, begin with it: "a talk with Roe Roe wins"."""
    parts = name.split()
    before = re.split(r"[.!?:;,]\W*\s|\n", prose[max(0, repeat.start - _REACH) : repeat.start])[-1].split()
    if len(before) < _LEAST_BLOCK or not all(part[:1].isupper() for part in parts):
        return False
    if len(parts) == 1 and before[-1][:1].isupper():
        return False  # "the Finance Ministry Ministry"
    return _CLAUSE_NEXT.match(prose, repeat.end) is not None


def parted(repeat: Repeat) -> Edit:
    """The edit that puts a paragraph break between the two."""
    return Edit(repeat.first_end, repeat.second_start, "\n\n")
