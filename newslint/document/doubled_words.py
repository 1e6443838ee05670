"""Whether a word in small letters stands twice on purpose, or because one clause ends and another begins there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from newslint.document import Document
from newslint.document.clauses import may_end_clause, may_end_in_to, may_join_clauses, plain_subject
from newslint.document.repeated_names import is_name
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, doubling, word_set


class Doubled(NamedTuple):
    """A word in small letters that stands twice, and what is around it.

    `previous` and `following`: the words beside it, "" where there is none; the first in lower case, the second also as
    `next`. `before` and `after`: the text there.
    """

    document: Document
    start: int
    word: str
    previous: str
    following: str
    before: str
    after: str

    @property
    def next(self) -> str:
        return self.following.lower()

    @property
    def spoken(self) -> bool:
        """Whether it stands in a quotation."""
        return self.document.quotations.holds(self.start)


def may_stand_twice(pair: Doubled) -> bool:
    """Whether copy may well say the word twice here."""
    by_itself = _BY_THEMSELVES.get(pair.word)
    if by_itself is not None:
        return by_itself(pair)
    if _is_stressed(pair) or _ends_clause(pair):
        return True
    if pair.after[:1] in _ENDS and pair.word not in FUNCTION_WORDS and pair.spoken:
        return _is_mere(pair)
    if pair.word in _BEFORE_ONE:
        return pair.previous in _BEFORE_ONE[pair.word]
    return _is_particle(pair)


def _had(pair: Doubled) -> bool:
    # "Those crops had had been stored"; but "the talks they had had been useful", "the car he had had needed it".
    return not ((pair.next in doubling.PARTICIPLE or _ED.match(pair.after)) and plain_subject(pair.before))


def _pronoun_i(pair: Doubled) -> bool:
    return not (pair.following[:1].islower() and not pair.before[-3:-1].isdigit())


def _that(pair: Doubled) -> bool:
    wrong = pair.next in doubling.SUBJECT or pair.next in doubling.PLURAL_VERB or _PLURAL.match(pair.after)
    return pair.previous == "like" or not (wrong or is_name(pair.following))


def _there(pair: Doubled) -> bool:
    previous = pair.previous
    opens = not previous or previous in doubling.CLAUSE_END or pair.before.rstrip()[-1:] in {".", ",", ";"}
    return not (opens and pair.next in doubling.AFTER_THERE)


def _this(pair: Doubled) -> bool:
    return pair.next in doubling.TIME_NOUN  # "if you do this this year"


def _to(pair: Doubled) -> bool:
    # "The friend he turned to to pay the rent".
    plain = pair.following.islower() and pair.next not in doubling.DETERMINER
    verb = pair.previous
    return plain and verb in doubling.TO and may_end_in_to(pair.before[: -len(verb) - 1], verb)


def _her(pair: Doubled) -> bool:
    return (pair.previous in doubling.GIVES or not pair.previous) and pair.next not in doubling.DETERMINER


_BY_THEMSELVES: dict[str, Callable[[Doubled], bool]] = {
    "had": _had, "i": _pronoun_i, "that": _that, "there": _there, "this": _this, "to": _to, "her": _her,
}  # fmt: skip
"""Words that stand twice for reasons of their own."""

_ED = lazy(rf"[ \t\n]+\w+ed[ \t\n]+(?:{'|'.join(sorted(doubling.DETERMINER))})\b")
_PLURAL = lazy(r"[ \t\n]+\w+[^s\W]s[ \t\n]+(?:are|were|have|do)\b")


def _is_stressed(pair: Doubled) -> bool:
    """Whether saying it twice makes it stronger: "much much more", "we do do that", "a long long time ago"."""
    word, following = pair.word, pair.next
    if word in ("much", "far", "way") and (following in doubling.MORE or following.endswith("er")):
        return True
    if word in doubling.FINE or (word in doubling.SPOKEN and pair.spoken):
        return True
    if word in doubling.EMPHATIC and following not in doubling.AFTER_DO:
        return True
    if word == "my" and pair.after[:1] in {",", ".", "!", ";"}:
        return True  # "oh my my"
    if (
        word in doubling.PRONOUN_OBJECT
        and pair.previous in doubling.MAKES
        and (not following or pair.after[:1] in _ENDS)
    ):
        return True  # "what makes us us"
    if word == "not" and _CONTRACTED.search(pair.before) and pair.spoken:
        return True  # “It’s not not a problem”
    return following in _STRESSED_BEFORE.get(word, ())


_CONTRACTED = lazy(r"['’](?:s|re|m) $")
_STRESSED_BEFORE = {
    "far": word_set("away below above beyond from"),
    "long": word_set("ago way time while"),
    "too": word_set("much many few little late soon often"),
}


def _ends_clause(pair: Doubled) -> bool:
    """Whether one clause may end with the first, and another begin with the second: "whatever happens happens"."""
    word, previous = pair.word, pair.previous
    if word in doubling.AUXILIARY and may_end_clause(pair.before, word):
        return True
    if word in ("it", "you") and may_join_clauses(pair.before, pair.after):
        return True
    if word == "record" and previous in doubling.BEFORE_VERB:
        return True  # to record record profits
    if previous in _WHATEVER and word[-1] == "s" and word not in FUNCTION_WORDS:
        return True
    past = word.endswith("ed") or (word in doubling.AUXILIARY and pair.after[:1] in _ENDS)  # what was was
    return past and _WHAT.search(pair.before) is not None


_WHATEVER = word_set("what whatever who whoever whichever wherever how however")
_WHAT = lazy(r"(?i)(?:^|[.!?;,:—–\"“‘'] ?|\b(?:and|but|because|so) )(?:what|who)(?:ever)? $")
_ENDS = frozenset(".,!?;…")


def _is_mere(pair: Doubled) -> bool:
    """Whether the first says which kind of the second is meant: “He’s no friend friend.”, “A freak. A freak freak.”"""
    if _NO_MERE.search(pair.before):
        return True
    return re.search(rf"\b{pair.word}[.?!,] [^\n]{{0,40}}$", pair.before) is not None


_NO_MERE = lazy(r"(?:\b[Nn]ot|n['’]t)(?: [\w’'-]+){0,3} $")
# Words that stand twice only after these: "by then then", "for all all".
_BEFORE_ONE = {
    "you": doubling.YOU,
    "before": doubling.ADVERB_BEFORE,
    "then": word_set("by until till since back from just right even and for"),
    "now": word_set("by until from just right even for"),
    "all": word_set("after at above us them we they you"),
    "one": word_set("at level drew no"),
    "two": word_set("at level drew"),
    "here": word_set("be is are was were"),
    "will": word_set("the a his her their my your own iron political"),
    "can": word_set("the a his her"),
    "no": word_set("a big"),
}


def _is_particle(pair: Doubled) -> bool:
    """Whether a verb has the first as its particle, and the second is a preposition: "moved in in 2016"."""
    word, previous, following = pair.word, pair.previous, pair.next
    if word == "in" and _PHRASES.match(pair.after):
        return True
    if word == "at" and following in ("least", "most"):
        return previous in doubling.RECKON  # put the cost at at least
    verbs = doubling.PARTICLES.get(word)
    if verbs is None:
        return False
    if previous in doubling.OBJECT:  # "log them in in May"
        verb = _VERB_BEFORE.search(pair.before)
        previous = verb[1].lower() if verb else ""
    if previous not in verbs:
        return False
    if word == "for" and following not in doubling.AFTER_FOR and following.islower() and not following.endswith("s"):
        return False  # asked for for bail
    gerund = following.endswith("ing") and following not in _NO_GERUNDS
    return not (gerund or following in doubling.NO_OBJECT or _MONEY_NEXT.match(pair.after))


_PHRASES = lazy(r"[ \t\n\xa0]+(?:vitro|vivo|situ|utero|absentia|camera|silico|memoriam|flagrante|loco|extremis)\b")
_VERB_BEFORE = lazy(r"([\w'’]+)[ \t\n\xa0]+\w+[ \t\n\xa0]+$")
_NO_GERUNDS = word_set("morning evening spring beginning beijing")
_MONEY_NEXT = lazy(r"\s+[$£€]")
