"""A capital inside a sentence on a function word: "Meanwhile, Several thousand"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

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
_REFERENCE = lazy(r"&#?\w+;$")
_STOPS = (".", "?", "!", ",", ";", "\n", ":")
_AFTER = lazy(r"[,;:)]? (\S+)")


class _Capital(NamedTuple):
    """A word with a capital inside a sentence, and what is around it.

    `place`: what `newslint.document.capitals.beside` says. `before`, `after`: the text of the line there. `previous`,
    `following`: the words beside it with the marks behind them, "" where there is none.
    """

    prose: str
    start: int
    end: int
    word: str
    place: str
    before: str
    after: str
    previous: str
    following: str

    @property
    def folded(self) -> str:
        return self.word.lower()

    @property
    def before_mark(self) -> bool:
        """Whether a mark or the end of the line follows at once."""
        return self.after[:1] in _STOPS

    def lowered(self, case: str) -> Verdict:
        """Lower case; or a stop before the word, if a sentence may end before it and another begin with it."""
        fixes = lowered(self.start, self.word)
        if self.previous[-1] not in ",;" and may_part(self.prose, self.start, self.folded, self.previous.lower()):
            return "either", (*fixes, *at_break(self.start))
        return case, fixes


def function_word(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit if the capital of a function word, found by the pattern, is a slip."""
    (start, end), word, prose = match.span(), match[0], document.prose
    if named(prose, start, end, word.lower()) or word in options.vocab:
        return
    case, fixes = _judge(_capital(prose, start, end, word))
    if case and in_copy(document, start, case):
        yield Hit(start, end, case, {"word": word}, fixes)


def _capital(prose: str, start: int, end: int, word: str) -> _Capital:
    before, after = line_before(prose, start), prose[end : end + 60]
    previous = before[before.rfind(" ", 0, -1) + 1 : -1].lstrip("\"“‘'([")
    match = _AFTER.match(after)
    following = match[1] if match else ""
    return _Capital(prose, start, end, word, beside(prose, start, end), before, after, previous, following)


def _judge(one: _Capital) -> Verdict:
    """Which case of the rule a capital is, and how it is mended."""
    prose, start, folded, previous, following = one.prose, one.start, one.folded, one.previous, one.following
    if not previous or not (following or one.after[:1] in _STOPS):
        return _FINE
    places = lower_places().get(folded, "")
    capital = following[:1].isupper() and following[:2] not in ("I", "I'", "I’")
    if capital and (previous[0].isupper() or ("n" not in places and folded not in ("the", "a", "an"))):
        return _FINE  # "in The Ashby Times"
    if behind_front(one.before, one.word):
        return ("front", at_break(start)) if following[:1].islower() else _FINE
    if _begins_part(one) or _has_reason(one):
        return _FINE
    if names_work(one.before[:-1], one.after, function=_ENDS.match(one.after) is None, small=folded in PLAIN_SMALL):
        return _FINE
    if in_title(prose, start, one.end):
        return _FINE
    runs_in = one.place == "p" and previous.lower() not in FUNCTION_WORDS
    if runs_in and runs_on(prose, start, folded, following, one.before):
        return "run-in", at_break(start)
    if one.place in "ft" or the_before_name(folded, one.place, one.after):
        return _alone(one)
    return _beside_name(one, places)


def _begins_part(one: _Capital) -> bool:
    """Whether what stands before the word is no word of copy, or a mark behind which a capital may begin something."""
    previous, mark = one.previous, one.previous[-1]
    if mark not in ",;":
        return not _PLAIN_TOKEN.fullmatch(previous)
    bare = previous[:-1].strip("”\"’')")
    if not bare or bare[0].isdigit():
        return True
    if mark == ";":  # “LEEDS &mdash; After”: what is left undecoded may end the sentence
        return _REFERENCE.search(previous) is not None or list_style(one.prose, one.start)
    return (
        bare.lower() in _DIRECT
        or addressed(one.prose, one.start)
        or _TOLD.search(one.before) is not None
        or (one.word in _ASKING and _QUESTION.match(one.prose, one.end) is not None)
        or (one.word in _STATES and _STATE_NEXT.match(one.prose, one.end) is not None)
    )


def _has_reason(one: _Capital) -> bool:
    """Whether the word is a letter, an abbreviation, a name, a label here: "vitamin A", "told Will", "in May"."""
    word, previous, following, after = one.word, one.previous, one.following, one.after
    if is_letter(word, previous, following, after) or (word == "A" and among_letters(one.prose, one.start)):
        return True
    if word + after[:1] in abbreviated():
        return True
    if previous[-1] in "’'s" and _POSSESSIVE.search(previous) and one.folded in _TITLE_WORDS:
        return True
    if word in _MODAL and not _MODAL["May" if previous[0].isupper() else word].match(after):
        return True
    if (word == "May" and previous.lower() in _BEFORE_MAY) or (word == "Will" and previous in _BEFORE_WILL):
        return True
    if (word == "It" and following in ("girl", "girls", "boy", "bag")) or (
        word == "Which" and previous in _BEFORE_WHICH
    ):
        return True
    if word in _LABELS and after[:1] == ":":
        return True
    return word == "Down" and re.match(r" (?:synd|und)|['’]", after) is not None


def _alone(one: _Capital) -> Verdict:
    """No name is beside the word: its capital is stray, or starts a sentence whose stop or break was lost."""
    prose, start, word, folded, previous = one.prose, one.start, one.word, one.folded, one.previous
    after_mark = one.before_mark
    if (
        (previous, word) in _TERMS
        or (word == "One" and after_mark)
        or (word in _OBJECTS and after_mark and _BE_BEFORE.search(one.before))
        or (word in ("His", "Him", "He") and _HOLY.search(prose, max(0, start - 200), one.end + 200))
    ):
        return _FINE
    if word == "No" and previous.lower().strip(",") in _BEFORE_NO:
        return _FINE
    if after_mark and (folded in _PREPOSITIONS or previous in ("of", "in", "from", "by", "for", "at")):
        return _FINE
    if (
        _times(prose, word) > 2
        or ((folded not in PLAIN_SMALL or after_mark) and tied_before(prose, start))
        or begins_title(folded, prose, one.end)
    ):
        return _FINE
    whole = previous[-1] == "," and folded in SUBJECTS and one.following.strip(".,").lower() not in LEADS_IN
    if whole and not _SUBORDINATE.search(one.before):
        return "splice", ((Edit(start - 2, start - 1, "."),), *lowered(start, word))
    if previous[-1] not in ",;" and opens(folded, previous.lower(), prose[start : start + 90]):
        return "run-in", at_break(start)
    return one.lowered("stray")


def _beside_name(one: _Capital, places: str) -> Verdict:
    """A name is beside the word: it may be a part of it, unless copy writes the word small in such `places`."""
    word, previous, after = one.word, one.previous, one.after
    if (
        (previous, word) in _TERMS
        or _times(one.prose, word) > 1
        or (word in _SURNAMES and _PERSON_DOES.match(after) and previous.lower() not in common_words())
        or APPOSED.match(after)
        or TIED.match(after)
        or one.following.strip(".,;") in LEADS_IN
        or previous in LEADS_IN
    ):
        return _FINE
    if one.place == "n":  # "late In Cairo"
        plain = is_known_name(after) and not (one.folded in _BARE_PREPOSITIONS and previous in _BARE_PREPOSITIONS)
    else:
        plain = (
            one.place == "p" and not in_name(one.before) and not ends_title(one.folded, previous, one.prose, one.end)
        )
    return one.lowered("beside") if plain and one.place in places else _FINE


@lru_cache(maxsize=32)
def _times(prose: str, word: str) -> int:
    """How often `word` has its capital before a word in lower case: a name is met again and again, a slip is not."""
    size = len(word)
    return sum(prose[at + size + 1 : at + size + 2].islower() for at in inner_places(prose, word))
