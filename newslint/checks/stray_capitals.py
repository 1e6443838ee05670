"""A capital inside a sentence on a function word: "Meanwhile, Several thousand"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newslint.document import Document
from newslint.document.capitals import beside, in_title, inner_places, tied_before
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
from newslint.document.name_signs import in_name, is_known_name
from newslint.document.run_ins import SUBJECTS, behind_front, may_part, opens, runs_on
from newslint.document.title_signs import (
    PLAIN_SMALL,
    among_letters,
    begins_title,
    ends_title,
    is_letter,
    list_style,
    names_work,
    the_before_name,
)
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, common_words, lower_places, word_set
from newslint.lexicon.saying import LEADS_IN
from newslint.model import Edit, Hit
from newslint.rule import Options

Verdict = tuple[str, tuple[tuple[Edit, ...], ...]]  # the case of the rule, "" for none, and the fixes
_FINE: Verdict = ("", ())


_TERMS = {
    ("the", "Who"),
    ("The", "Who"),
    ("the", "So"),
    ("of", "A"),
    ("the", "Up"),
    ("the", "One"),
    ("you", "You"),
    ("Take", "That"),
}
# Surnames that are function words, behind a given name: "Dov Or was held".
_SURNAMES = word_set("An Be Can Do Few He Many My No Or So To")
_PERSON_DOES = lazy(r",? (?:was|is|has|had|said|says|told|who|whose|will|also)\b")
_HOLY = lazy(r"\b(?:God|Lord|Jesus|Christ|Almighty|Saviou?r)\b")
_BEFORE_NO = word_set("a an the of and or vote voted votes voting say said saying yes to big strong")
_MODAL = {  # "it Will begin", not "said Will Ash" or "Will said"; "which May be", not "in May"
    "Will": lazy(r" (?!said|says|told|was|is|has|had|and|of|who|did|[a-z]+ed\b|[A-Z])"),
    "May": lazy(r" (?:be|have|not|also|still|well|need|take|make|get|come|help|give|see|use|now|only|never|seem)\b"),
}
_PREPOSITIONS = word_set(
    "beyond over up out off in on under down through above below inside outside around together what why"
)
_DIRECT = LEADS_IN | word_set("question read is was")  # "the question is, How long": direct speech without marks
_TITLE_WORDS = word_set("how what why where when who all in on the")  # "Reeve’s How to draw": a title
_PLAIN_TOKEN = lazy(r"(?:[A-Z][^\W\d_]*|[^\W\d_A-Z]+)(?:['’-][^\W\d_A-Z]+)*['’]?")  # not “iPod”, “mid-Jurassic”
_POSSESSIVE = lazy(r"['’]s$|s['’]$")
_BEFORE_MAY = word_set(
    "in of since by until till early late mid last next this every from through to before after and or"
)
_BEFORE_WILL = word_set("to with from by for of about told asked met like named than")
_BEFORE_WHICH = word_set("association body group magazine organisation watchdog")
_BARE_PREPOSITIONS = word_set("at by for from in of on to with")  # no two of them meet: "in For Ada"
_STATES = {"In", "Me", "Or"}  # "Portland, Me."
_STATE_NEXT = lazy(r"[.)]| [-–—] ")
_LABELS = word_set("When Where What Who Why How")  # "Where: the town hall"
_ASKING = word_set("Are Can Did Do Does How Is What When Where Who Why Will")
_QUESTION = lazy(r"[^.!:\n]{0,150}\?")  # "He asked himself, Why me?"
_TOLD = lazy(r"\b(?:tells?|told|asks?|asked) [\w’']+, $")  # "She told reporters, The": speech without marks
_ENDS = lazy(r" ?[.,;?!]")
_OBJECTS = word_set("It Me Them Us You")
_BE_BEFORE = lazy(r"(?:^| )[A-Z][\w'’]+ (?:is|are|was) $")  # "All I Want is You"
_SUBORDINATE = lazy(
    r"(?:^|[.!?”\"] )(?:When|While|After|Before|If|As|Although|Though|Because|In|On|At|For|Since|With|By|From)\b[^.]*$"
)
_STOPS = (".", "?", "!", ",", ";", "\n", ":")
_AFTER = lazy(r"[,;:)]? (\S+)")


def function_word(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit if the capital of a function word, found by the pattern, is a slip."""
    (start, end), word, prose = match.span(), match[0], document.prose
    if named(prose, start, end, word.lower()) or word in options.vocab:
        return
    case, fixes = _judge(prose, word, start, beside(prose, start, end))
    if case and in_copy(document, start, case):
        yield Hit(start, end, case, {"word": word}, fixes)


def _judge(prose: str, word: str, start: int, place: str) -> Verdict:
    """Which case of the rule the capital of `word` at `start`, with `place` beside it, is, and how it is mended."""
    end, folded = start + len(word), word.lower()
    places = lower_places().get(folded, "")
    before = line_before(prose, start)
    after = prose[end : end + 60]
    previous = before[before.rfind(" ", 0, -1) + 1 : -1].lstrip("\"“‘'([")
    match = _AFTER.match(after)
    following = match[1] if match else ""
    if not previous or not (match or after[:1] in _STOPS):
        return _FINE
    capital = following[:1].isupper() and following[:2] not in ("I", "I'", "I’")
    if capital and (previous[0].isupper() or ("n" not in places and folded not in ("the", "a", "an"))):
        return _FINE  # "in The Ashby Times"
    if behind_front(before, word):
        return ("front", at_break(start)) if following[:1].islower() else _FINE
    mark = previous[-1]
    if mark in ",;":
        bare = previous[:-1].strip("”\"’')")
        if not bare or bare[0].isdigit() or (mark == "," and bare.lower() in _DIRECT):
            return _FINE
        if mark == ";" and list_style(prose, start):
            return _FINE
    elif not _PLAIN_TOKEN.fullmatch(previous):
        return _FINE
    if is_letter(word, previous, following, after) or (word == "A" and among_letters(prose, start)):
        return _FINE
    if word + after[:1] in abbreviated() or (mark in "’'s" and _POSSESSIVE.search(previous) and folded in _TITLE_WORDS):
        return _FINE
    if word in _MODAL and not _MODAL["May" if previous[0].isupper() else word].match(after):
        return _FINE
    if word == "May" and previous.lower() in _BEFORE_MAY:
        return _FINE
    if (word == "Will" and previous in _BEFORE_WILL) or (word == "It" and following in ("girl", "girls", "boy", "bag")):
        return _FINE  # "talked to Will about it"
    if mark == "," and _right_behind_comma(prose, word, start, before):
        return _FINE
    if (word in _LABELS and after[:1] == ":") or (word == "Which" and previous in _BEFORE_WHICH):
        return _FINE
    if word == "Down" and re.match(r" (?:synd|und)|['’]", after):
        return _FINE
    if names_work(before[:-1], after, function=_ENDS.match(after) is None, small=folded in PLAIN_SMALL):
        return _FINE
    if in_title(prose, start, end):
        return _FINE
    if place == "p" and previous.lower() not in FUNCTION_WORDS and runs_on(prose, start, folded, following, before):
        return "run-in", at_break(start)
    if place in "ft" or the_before_name(folded, place, after):
        return _function(prose, start, folded, previous, following, before)
    if (
        (previous, word) in _TERMS
        or _times(prose, word) > 1
        or (word in _SURNAMES and _PERSON_DOES.match(after) and previous.lower() not in common_words())
        or APPOSED.match(after)
        or TIED.match(after)
        or following.strip(".,;") in LEADS_IN
        or previous in LEADS_IN
    ):
        return _FINE
    if place == "n":  # "late In Cairo"
        plain = is_known_name(after) and not (folded in _BARE_PREPOSITIONS and previous in _BARE_PREPOSITIONS)
    else:
        plain = place == "p" and not in_name(before) and not ends_title(folded, previous, prose, end)
    return _mended("beside", prose, start, word, previous) if plain and place in places else _FINE


def _mended(case: str, prose: str, start: int, word: str, previous: str) -> Verdict:
    """Lower case; or a stop before the word, if a sentence may end before it and another begin with it."""
    if previous[-1] not in ",;" and may_part(prose, start, word.lower(), previous.lower()):
        return "either", (*lowered(start, word), *at_break(start))
    return case, lowered(start, word)


def _right_behind_comma(prose: str, word: str, start: int, before: str) -> bool:
    """Whether speech without marks, or the short form of a state, is behind the comma; or a letter begins there."""
    end = start + len(word)
    return (
        addressed(prose, start)
        or _TOLD.search(before) is not None
        or (word in _ASKING and _QUESTION.match(prose, end) is not None)
        or (word in _STATES and _STATE_NEXT.match(prose, end) is not None)
    )


def _function(prose: str, start: int, folded: str, previous: str, following: str, before: str) -> Verdict:
    """A closed-class word: stray, or the start of a sentence whose stop or break was lost."""
    word = prose[start : start + len(folded)]
    end = start + len(word)
    after_mark = prose[end : end + 1] in _STOPS
    if (
        (previous, word) in _TERMS
        or (word == "One" and after_mark)
        or (word in _OBJECTS and after_mark and _BE_BEFORE.search(before))
        or (word in ("His", "Him", "He") and _HOLY.search(prose, max(0, start - 200), end + 200))
    ):
        return _FINE
    if word == "No" and previous.lower().strip(",") in _BEFORE_NO:
        return _FINE
    if after_mark and (folded in _PREPOSITIONS or previous in ("of", "in", "from", "by", "for", "at")):
        return _FINE
    if (
        _times(prose, word) > 2
        or ((folded not in PLAIN_SMALL or after_mark) and tied_before(prose, start))
        or begins_title(folded, prose, end)
    ):
        return _FINE
    whole = previous[-1] == "," and folded in SUBJECTS and following.strip(".,").lower() not in LEADS_IN
    if whole and not _SUBORDINATE.search(before):
        return "splice", ((Edit(start - 2, start - 1, "."),), *lowered(start, word))
    if previous[-1] not in ",;" and opens(folded, previous.lower(), prose[start : start + 90]):
        return "run-in", at_break(start)
    return _mended("stray", prose, start, word, previous)


@lru_cache(maxsize=32)
def _times(prose: str, word: str) -> int:
    """How often `word` has its capital before a word in lower case: a name is met again and again, a slip is not."""
    size = len(word)
    return sum(prose[at + size + 1 : at + size + 2].islower() for at in inner_places(prose, word))
