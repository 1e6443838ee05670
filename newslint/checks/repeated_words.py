"""One word twice in a row: which of them are typing errors. What is known here was read off real copy, pair by pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.doubled_words import Doubled, may_stand_twice
from newslint.document.inline import closes_behind
from newslint.document.repeated_names import (
    WORD_AFTER,
    WORD_BEFORE,
    capitals_twice,
    is_name,
    may_begin_anew,
    number_twice,
    parted,
)
from newslint.document.repeats import Repeat, drop_copy
from newslint.document.sentences import BEFORE_FIRST
from newslint.document.words import is_english, is_foreign
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, common_words, doubling
from newslint.model import Edit, Hit
from newslint.rule import Options

_ON_PURPOSE = doubling.FINE | doubling.SPOKEN
_AROUND = 500  # code points on either side that tell the language
_CAPTION = lazy(r"(?i)(?:\bcaption|\benlarge this image|\bphotos:)[ \t\n\xa0]+$")
_CALLS = lazy(r"\bcall(?:s|ed|ing)?(?: [\w-]+){1,2} $")
_DOTTED = lazy(r"\w\.\Z")
_PRONOUN_NEXT = lazy(r"[ \t\n\xa0]+(?:the|a|an|this|that|these|those|he|she|it|they|we|you|I|there|his|her|[A-Z])\b")
_MARK_IN_QUOTES = lazy(r"[\"“‘']$")
_CRY = lazy(r"[!?]+[\"”’']")
_CODE_NEXT = lazy(r" \w*[a-z]_[a-z]")


def repeated_word(document: Document, options: Options) -> Iterator[Hit]:
    """Hits for words that stand twice by mistake. Cases: function-word, word, name, run-in."""
    found = document.repeats.words
    if not found:
        return
    prose = document.prose
    for repeat in found:
        one, two = prose[repeat.start : repeat.first_end], prose[repeat.second_start : repeat.end]
        if one.lower() in options.vocab or f"{one} {two}".lower() in options.vocab or not one[-1].isalnum():
            continue
        gap = prose[repeat.first_end : repeat.second_start]
        if "   " in gap or "\t" in gap:
            continue  # columns
        if "\n" in gap and closes_behind(document, repeat.first_end):
            continue  # a label on a line of its own
        before, after = prose[max(0, repeat.start - 120) : repeat.start], prose[repeat.end : repeat.end + 40]
        before = before[before.rfind("\n\n") + 1 :]  # no words of another paragraph
        if one[-1].isdigit():
            case = "number" if number_twice(repeat, one, before, after) else ""
        else:
            case = _case(document, repeat, one, two, before, after)
        if case:
            fixes = () if case == "run-in" else tuple((edit,) for edit in _mends(prose, repeat, before))
            yield Hit(repeat.start, repeat.end, case, {"word": two if one.istitle() else one}, fixes)


def _mends(prose: str, repeat: Repeat, before: str) -> Iterator[Edit]:
    """Dropping one copy; before it the other reading, if there is one: "up the the" for "up to the"."""
    word = prose[repeat.second_start : repeat.end]
    previous = WORD_BEFORE.search(before)
    other = doubling.FOR_THE.get(previous[0].lower()) if word == "the" and previous is not None else None
    if other is not None:
        yield Edit(repeat.start, repeat.first_end, other)
    if word == "The" and prose[repeat.start] == "t":  # a title may begin with it
        yield Edit(repeat.start, repeat.second_start, "")
    if may_begin_anew(prose, repeat, word):
        yield parted(repeat)
    yield drop_copy(prose, repeat)


def _case(document: Document, repeat: Repeat, one: str, two: str, before: str, after: str) -> str:
    """Which case of the rule a repeated word is; "" if it is no defect."""
    word = two.lower()
    if _CAPTION.search(before) or word == "advertisement":
        return "run-in"
    if _MARK_IN_QUOTES.search(before) and _CRY.match(after):
        return ""  # ‘Garam garam!’
    if _DOTTED.search(before):
        return ""  # "a.k.a a", "E.ON on"
    if one == two.lower() != two:
        # "the The Daily Post" is wrong, "the new New Leeds seat" right.
        if word in ("the", "that", "and", "with", "to"):
            return "word" if after[1:2].isupper() else ""
        # "More about migraines Migraines are …": a heading or a link run into the text.
        runs_in = len(word) > 3 and word not in FUNCTION_WORDS and re.match(r"\s+[a-z]|:", after)
        return "run-in" if runs_in and _english(document, repeat) else ""
    if two == word and one != word:
        # A capital on the first: the start of a sentence or of a field.
        if one in ("Rose", "Drew") or (one in ("Will", "May") and not _PRONOUN_NEXT.match(after)):
            return ""  # Will will be there
        if (
            not BEFORE_FIRST.search(before)
            or one[1:] != word[1:]
            or word in _ON_PURPOSE
            or not _english(document, repeat)
        ):
            return ""
    elif two != word and two != "I":
        return capitals_twice(document, repeat, one, before, after) if one == two else ""
    if repeat.times > 2:
        thrice = repeat.times == 3 and word in FUNCTION_WORDS and word not in _ON_PURPOSE
        return "word" if word in doubling.SURE or thrice else ""
    previous = WORD_BEFORE.search(before)
    previous_word = previous[0].lower().replace("’", "'") if previous else ""
    following = WORD_AFTER.match(after)
    next_word = following[1] if following else ""
    if may_stand_twice(Doubled(document, repeat.start, word, previous_word, next_word, before, after)):
        return ""
    if word not in FUNCTION_WORDS and not _likely(document, repeat, word, before, after):
        return ""
    if word in doubling.SURE and _is_safe(word, previous_word, next_word):
        return "function-word"
    return "word"


def _is_safe(word: str, previous: str, following: str) -> bool:
    """Whether the second copy can only be one too many: not "leading up the the vote", "as much a a report"."""
    if word == "the":
        return previous not in doubling.AFTER_THE and previous not in doubling.FOR_THE
    if word in ("a", "an"):
        return previous not in ("much", "such", "as", "many", "was", "is", "not")
    if word == "and":
        return following[:1].lower() not in set("aeiou")
    return True


def _english(document: Document, repeat: Repeat) -> bool:
    """Whether the text around is English; a single sentence full of names may look foreign."""
    return is_english(document.prose[max(0, repeat.start - _AROUND) : repeat.end + _AROUND])


def _likely(document: Document, repeat: Repeat, word: str, before: str, after: str) -> bool:
    """Whether a word that is no function word is likely to be a slip: in English, and not a Latin name."""
    if len(word) < 3 or not _english(document, repeat) or is_foreign(document.prose, repeat.start, repeat.first_end):
        return False
    if closes_behind(document, repeat.first_end) and closes_behind(document, repeat.end):
        return False  # two things set apart by markup
    if after[:1] == "." and after[1:2].isalpha():
        return False  # via ftp ftp.example.org
    if _CODE_NEXT.match(after) and _latin(word):
        return False  # dcop kate kate reload_config
    if _MARK_IN_QUOTES.search(before) and after[:1] in "\"”’'":
        return False  # “there there”, ‘chew chew’: named for themselves
    previous = WORD_BEFORE.search(before)
    # Pan troglodytes troglodytes: a genus, then species and subspecies.
    if _CALLS.search(before) and not word.startswith("call"):
        return False  # “called spying spying”
    genus = previous is not None and is_name(previous[0]) and previous[0].lower() not in FUNCTION_WORDS
    return not (genus and _latin(word))


def _latin(word: str) -> bool:
    return word not in common_words()
