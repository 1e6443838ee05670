"""The shift key held too long, or the caps lock left on: THe, MOnday, mONDAY."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.standing import standing
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, common_words, is_word, proper_names, word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

# Words that brands, handles and codes begin with, or that are made of an acronym and an ending: OKed, PCs, DJing.
_BUILT = lazy(r"[A-Z]{2,4}(?:s|ed|d|ing|er|ers|y|ish|ism|ite|ites)")
_STYLED = word_set("usaid curl glib ukip unaids medred umass uconn afib dream dreamer dreamers maga goper gopers")
_PLURAL = lazy(r"[A-Z]{2,4}s")  # MPs, BRITs
_NO_PLURALS = word_set("his was has")  # "HIs vote"
_GLOSS = lazy(r"\b[A-Z]{2,} \([^()\n]{0,30}$")  # "ADAM (ADvanced …", "JAR (Java ARchive)"
_EXPANDS = lazy(r"(?: [A-Z]\w+){1,4} \([A-Z]{3,}\)")  # GRand Unified Bootloader (GRUB)
# "KIrkuk": a vowel behind a consonant, as in no brand of a letter and a name (UConn, QAnon, ZMapp).
_SYLLABLE = lazy(r"[BCDFGHJKLMNPRSTVWZ][AEIOU][a-z]{4,}")
_LEET = lazy(r"\b[a-z]+[A-Z]+[a-z]*\b|\b[a-z]+\d[a-z]*\b")
_TRIAL = lazy(r" (?:[Tt]rial|[Ss]tudy|and [A-Z]\w+ [Ss]tudy)\b")
_PLACE = r"(?<![\w@#/._$&'’\\-]){}(?![\w@/_(=]|['’](?!s\b)\w|\.\w|-\w)"
_BEFORE_ENDING = lazy(r"(?<![\w@#/._$&'’-])(?:I|[A-Za-z][a-z]+)['’]\Z")
_NAME_NEXT = lazy(r" [A-Z][a-z]+ [A-Z]")
_MOST_WORD = 40  # code points
_INSIDE = lazy(r"[a-z\d,] $")  # of a sentence
_START = lazy(r"(?:[.!?:]|^|\n)[\"”’')\]]*\s*[\"“‘'(\[]*$")


def check(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A word whose capitals are in the wrong place, and whose normal form is a word or stands in the article."""
    if "ending" in match.re.groupindex:
        yield from _ending(match, document)
        return
    word = match["word"]
    start, end = match.span("word")
    prose = document.prose
    key = word.lower()
    if word in options.vocab or key in _STYLED:
        return
    if word[0].isupper():
        inside = key in FUNCTION_WORDS and _INSIDE.search(prose, max(0, start - 20), start)
        normal = key if inside else word[0] + key[1:]
        if _PLURAL.fullmatch(word) and not (key in _NO_PLURALS and re.match(r" [a-z]", prose[end : end + 2])):
            return
        built = _BUILT.fullmatch(word) or word[2].isupper()
        if built and key not in FUNCTION_WORDS and not standing(prose).count(normal):
            return
        if _GLOSS.search(prose[max(0, start - 40) : start]):
            return
        if not _is_word(key, document) and (
            not _SYLLABLE.fullmatch(word) or prose[start - 1 : start] == "(" or prose.count(word) > 1
        ):
            return
        if key not in FUNCTION_WORDS and _TRIAL.match(prose, end):
            return
    else:
        caps_lock = word[1:].isupper() and len(word) > 2 and word[0] not in "ie" and key in common_words()
        late = word[2:].islower() and len(word) > 3 and word[0] not in "ie" and key in common_words()  # "the pRize"
        late = late and prose.count(word) == 1
        if key not in FUNCTION_WORDS and key not in proper_names() and not caps_lock and not late:
            return
        normal = proper_names().get(key, key)
        if _START.search(prose[max(0, start - 5) : start]):
            normal = normal[0].upper() + normal[1:]
    if prose.count(word, max(0, start - 20_000), start + 20_000) > 2:
        return  # a brand or an acronym that the article is about
    if prose[start - 1 : start] == "\\" or _EXPANDS.match(prose, end) or _is_leet(prose, start, end):
        return
    if document.zones.at(start) not in ("table", "credit"):
        # "AWe" may have lost what the letter stood for, a quotation mark.
        doubtful = word[0].isupper() and key not in FUNCTION_WORDS and key[1:] in FUNCTION_WORDS
        fixes = () if doubtful else ((Edit(start, end, normal),),)
        yield Hit(start, end, values={"word": word, "normal": normal}, fixes=fixes)


def _ending(match: re.Match[str], document: Document) -> Iterator[Hit]:
    """The capital behind an apostrophe: "don'T", "Women'S"."""
    prose, (at, end) = match.string, match.span("ending")
    found = _BEFORE_ENDING.search(prose, max(0, at - _MOST_WORD), at)
    ending = match["ending"].lower()
    if found is None or (ending == "t" and prose[at - 2] != "n"):
        return
    if document.zones.at(at) != "table":
        values = {"word": prose[found.start() : end], "normal": found[0] + ending}
        yield Hit(found.start(), end, values=values, fixes=((Edit(at, end, ending),),))


def inside(document: Document, options: Options) -> Iterator[Hit]:
    """A common word that stands once, with one capital behind two small letters and more: "goVernment", "worD"."""
    prose = document.prose
    for data in document.telling.slipped:
        word = data.decode("ascii")
        normal = word.lower()
        at = next(place for place, letter in enumerate(word) if letter.isupper())
        if normal not in FUNCTION_WORDS and at + 2 < len(word) and {normal[:at], normal[at:]} <= common_words():
            continue  # a name of two words: "inSight"
        found = list(re.finditer(_PLACE.format(word), prose))
        if word in options.vocab or len(found) != 1 or prose.count(word) > 1:
            continue
        start, end = found[0].span()
        if word[0].islower() and _START.search(prose[max(0, start - 5) : start]):
            continue  # two faults in one word: a name, "reMark"
        if word[0].islower() and _NAME_NEXT.match(prose, end):
            continue  # "the reMark Paper Pro": a product
        if document.zones.at(start) not in ("table", "credit") and not _is_leet(prose, start, end):
            values = {"word": word, "normal": normal}
            yield Hit(start, end, values=values, fixes=((Edit(start, end, normal),),))


def _is_leet(prose: str, start: int, end: int) -> bool:
    """Whether odd capitals and digits in words are the style of the place: "cAN u h4ck"."""
    return len(_LEET.findall(prose[max(0, start - 40) : start])) + len(_LEET.findall(prose[end : end + 40])) > 1


def _is_word(key: str, document: Document) -> bool:
    return is_word(key) or key in proper_names() or key in document.capitalised
