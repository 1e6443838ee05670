"""One word twice in a row: which of them are typing errors. What is known here was read off real copy, pair by pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.clauses import may_end_clause, may_end_in_to, may_join_clauses, plain_subject
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
from newslint.lexicon import FUNCTION_WORDS, common_words, doubling, word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

_ON_PURPOSE = doubling.FINE | doubling.SPOKEN
_AROUND = 500  # code points on either side that tell the language
_CAPTION = lazy(r"(?i)(?:\bcaption|\benlarge this image|\bphotos:)[ \t\n\xa0]+$")
_CALLS = lazy(r"\bcall(?:s|ed|ing)?(?: [\w-]+){1,2} $")
_DOTTED = lazy(r"\w\.\Z")
_VERB_BEFORE = lazy(r"([\w'’]+)[ \t\n\xa0]+\w+[ \t\n\xa0]+$")
_PRONOUN_NEXT = lazy(r"[ \t\n\xa0]+(?:the|a|an|this|that|these|those|he|she|it|they|we|you|I|there|his|her|[A-Z])\b")
_PHRASES = lazy(r"[ \t\n\xa0]+(?:vitro|vivo|situ|utero|absentia|camera|silico|memoriam|flagrante|loco|extremis)\b")
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
    if _fine(document, repeat, word, previous_word, next_word, after, before):
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


def _fine(
    document: Document, repeat: Repeat, word: str, previous: str, following: str, after: str, before: str
) -> bool:
    """Whether a lower-case word may well stand twice here."""
    next_word = following.lower()
    if word == "had":
        # "Those crops had had been stored"; but "the talks they had had been useful", "the car he had had needed it".
        return not ((next_word in doubling.PARTICIPLE or _ED.match(after)) and plain_subject(before))
    if word == "i":
        return not (following[:1].islower() and not before[-3:-1].isdigit())
    if word == "that":
        wrong = next_word in doubling.SUBJECT or next_word in doubling.PLURAL_VERB or _PLURAL.match(after)
        return previous == "like" or not (wrong or is_name(following))
    if word == "there":
        opens = not previous or previous in doubling.CLAUSE_END or before.rstrip()[-1:] in {".", ",", ";"}
        return not (opens and next_word in doubling.AFTER_THERE)
    if word in ("much", "far", "way") and (next_word in doubling.MORE or next_word.endswith("er")):
        return True  # much much more
    if word in doubling.FINE or (word in doubling.SPOKEN and document.quotations.holds(repeat.start)):
        return True
    if word in doubling.EMPHATIC and next_word not in doubling.AFTER_DO:
        return True  # we do do that
    if word in doubling.AUXILIARY and may_end_clause(before, word):
        return True
    if word in ("it", "you") and may_join_clauses(before, after):
        return True
    if word == "this":
        return next_word in doubling.TIME_NOUN  # "if you do this this year"
    if word in _SELVES and previous in doubling.MAKES and (not following or after[:1] in _ENDS):
        return True  # "what makes us us"
    if word == "not" and _CONTRACTED.search(before) and document.quotations.holds(repeat.start):
        return True  # “It’s not not a problem”
    if word == "my" and after[:1] in {",", ".", "!", ";"}:
        return True  # "oh my my"
    if word == "to":
        # "The friend he turned to to pay the rent".
        plain = following.islower() and next_word not in doubling.DETERMINER
        return plain and previous in doubling.TO and may_end_in_to(before[: -len(previous) - 1], previous)
    if word == "her":
        return (previous in doubling.GIVES or not previous) and next_word not in doubling.DETERMINER
    if word == "in" and _PHRASES.match(after):
        return True
    if word == "at" and next_word in ("least", "most"):
        return previous in doubling.RECKON  # put the cost at at least
    if word == "record" and previous in doubling.BEFORE_VERB:
        return True  # to record record profits
    if next_word in _STRESSED.get(word, ()):
        return True  # far far away, a long long time ago
    if _says_itself(word, previous, before, after):
        return True
    if word == "too" and next_word in ("much", "many", "few", "little", "late", "soon", "often"):
        return True
    if after[:1] in _ENDS and word not in FUNCTION_WORDS and document.quotations.holds(repeat.start):
        # “He’s not a friend friend.”, “He’s a freak. A freak freak.”
        mere = _NO_MERE.search(before) or re.search(rf"\b{word}[.?!,] [^\n]{{0,40}}$", before)
        return mere is not None
    verbs = _BEFORE_ONE.get(word)
    if verbs is not None:
        return previous in verbs
    verbs = doubling.PARTICLES.get(word)
    if verbs is None:
        return False
    if previous in doubling.OBJECT:  # "log them in in May"
        verb = _VERB_BEFORE.search(before)
        previous = verb[1].lower() if verb else ""
    if previous not in verbs:
        return False
    if word == "for" and next_word not in doubling.AFTER_FOR and next_word.islower() and not next_word.endswith("s"):
        return False  # asked for for bail
    gerund = next_word.endswith("ing") and next_word not in ("morning", "evening", "spring", "beginning", "beijing")
    return not (gerund or next_word in doubling.NO_OBJECT or re.match(r"\s+[$£€]", after))


_STRESSED = {"far": word_set("away below above beyond from"), "long": word_set("ago way time while")}
_ED = lazy(rf"[ \t\n]+\w+ed[ \t\n]+(?:{'|'.join(sorted(doubling.DETERMINER))})\b")
_PLURAL = lazy(r"[ \t\n]+\w+[^s\W]s[ \t\n]+(?:are|were|have|do)\b")
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


_SELVES = word_set("me us you him her them it")
_CONTRACTED = lazy(r"['’](?:s|re|m) $")
_NO_MERE = lazy(r"(?:\b[Nn]ot|n['’]t)(?: [\w’'-]+){0,3} $")
_ENDS = frozenset(".,!?;…")


_WHATEVER = word_set("what whatever who whoever whichever wherever how however")
_WHAT = lazy(r"(?i)(?:^|[.!?;,:—–\"“‘'] ?|\b(?:and|but|because|so) )(?:what|who)(?:ever)? $")


def _says_itself(word: str, previous: str, before: str, after: str) -> bool:
    """Whether a clause is the subject of its own verb: "whatever happens happens", "what happened happened"."""
    if previous in _WHATEVER and word[-1] == "s" and word not in FUNCTION_WORDS:
        return True
    past = word.endswith("ed") or (word in doubling.AUXILIARY and after[:1] in _ENDS)  # what was was
    return past and _WHAT.search(before) is not None


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
