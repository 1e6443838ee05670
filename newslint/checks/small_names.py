"""Names in lower case: monday, france, and the pronoun i."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newslint.document import Document
from newslint.document.article_names import is_half, is_name_here
from newslint.document.inline import is_whole_link
from newslint.document.lines import line_at
from newslint.document.messages import SIGN
from newslint.document.sentences import first_letters
from newslint.document.standing import places_of
from newslint.document.telling import met_among
from newslint.document.word_twins import is_twin
from newslint.document.words import is_english, is_foreign
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, common_words, is_word, proper_names, word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

_MESSAGE = lazy(SIGN)
_ENUMERATED = lazy(r"\b(?:item|part|type|phase|section|figure|chapter|letter|the|a|an|class|vitamin) $")
_WORD_BEFORE = lazy(r"\b[a-z]+ $")
_WORD_AFTER = lazy(r" [a-z]+")
_LABEL = lazy(r"[a-z]+(?: [a-z]+){1,2}")
_EVERYDAY = frozenset(
    ["bloody mary", "boston terrier", "brussels sprout", "chelsea boot", "double dutch", "double gloucester",
     "dutch oven", "easter egg", "english muffin", "go dutch", "going dutch", "went dutch", "great dane",
     "jack russell", "murray cod", "norfolk jacket", "red leicester", "scots pine", "tom collins", "wellington boot",
     "windsor knot", "yorkshire pudding", "yorkshire terrier", "young turk"]
)  # fmt: skip
_NEIGHBOUR = lazy(r"[ \n](?:de|del|la|el|le|des|du|und|der|die|das|et|y|van|von|di|da|e)$")


_ADDRESS = lazy(r" (?:at|AT|from|\(at\)|\[at\]) [\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}\b")  # "paul at example.org"
_SIGNS = lazy(r"\b(?:by|By|From:) $")
_PEOPLE = lazy(r"(?:an|ish|ese|ch)$")
_GIVEN = lazy(r"(?:(?<![\w.])(?![ap]\.m\.)[a-z]\.(?:[a-z]\.)*|(?<=[ \n])([^\W\d_A-Z]{3,})) $")
_SURNAME = lazy(r" ([a-z]+)\b(?![.'’-])")
# "whether i falls within the range": a letter with a verb of the third person.
_THIRD = lazy(r" (?:is|has|does|(?!was\b)[a-z]*[^\Wsuy]s)\b")
_CATALAN = lazy(r" (?:la|el|les|els|del)\b")
_NO_VERB = frozenset([" always", " sometimes", " perhaps", " besides", " cos", " has"])
_OBJECT = lazy(r" (?:me|us|him|them)\b")  # "it leeds me to think"

_AROUND = 500  # code points on either side that tell the language
_QUOTED_BEFORE = lazy(r"(?<!\w)(['\"‘“])(?=\w)[^'\"‘’“”\n]*$")
_QUOTED_AFTER = lazy(r"[^'\"‘’“”\n.]*(['\"’”])(?!\w)")
_NAME_BEHIND = lazy(r"\.? ([A-Z][^\W\d_]+)")
_MOST_LOOKED_FOR = 200  # names of one article, so that the time stays linear
_LEAST_NAMED = 3  # times that the article writes a name with its capital

_PARTS = {"i": "I", "ii": "II", "de": "de"}  # parts of a name of several words
# Brands whose capital inside no paper drops on purpose, as some do in WikiLeaks or PlayStation.
_BRANDS = {
    brand.lower(): brand
    for brand in word_set("YouTube YouTuber YouTubers LinkedIn PayPal TikTok WhatsApp GitHub iPhone iPhones iPad iPads")
}


def check(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """The pronoun i, or a word that may be no name, but is one where the pattern finds it: may, china."""
    for group, word in match.groupdict().items():
        if group == "half" and not is_half(document.prose, *match.span(group)):
            continue
        yield from _judged(document, options, group, match.start(group), word)


def names(document: Document, options: Options) -> Iterator[Hit]:
    """Names of the lexicon in lower case."""
    prose = document.prose
    for word in sorted(name.decode("latin-1") for name in document.telling.names):
        for at in places_of(prose, word):
            yield from _judged(document, options, "name", at, word)
    written, data = document.written, document.written.data
    for name in sorted(met_among(map(bytes.capitalize, document.telling.rare)))[:_MOST_LOOKED_FOR]:
        if name in data and written.count(name) >= _LEAST_NAMED:
            yield from _of_the_article(document, options, name.decode("latin-1").lower(), is_name_here)
    for name in sorted(document.telling.twins)[:_MOST_LOOKED_FOR]:
        if data.count(name) < _LEAST_NAMED:
            continue
        low = b" %b " % name.lower()
        once = data.find(low, data.find(low) + 1) < 0
        if once and written.count(name) >= _LEAST_NAMED:  # the list is dear to ask
            yield from _of_the_article(document, options, name.decode("latin-1").lower(), is_twin)


def _of_the_article(
    document: Document, options: Options, word: str, is_name: Callable[[str, int, int, str], bool]
) -> Iterator[Hit]:
    """A name of the article that stands once in lower case, where a name may stand."""
    prose = document.prose
    found = list(places_of(prose, word))
    if len(found) == 1 and is_name(prose, found[0], found[0] + len(word), word.capitalize()):
        yield from _judged(document, options, "person", found[0], word)


def _judged(document: Document, options: Options, group: str, start: int, word: str) -> Iterator[Hit]:
    end, prose = start + len(word), document.prose
    block = document.block_at(start)
    if block is None or word in options.vocab:
        return
    if block.kind == "attribute" and prose[block.start : block.end].islower():
        return  # key words for a picture
    # A sentence full of names has few words that tell its language: more of the text around does.
    wide = group in ("title", "person") and is_english(prose[max(0, start - _AROUND) : end + _AROUND])
    if not (wide or document.english(block)) or (group == "title" and not _before_name(prose, end)):
        return
    if prose[start - 1 : start] == "(" and re.match(r" [a-z]+\)", prose[end : end + 30]):
        return  # a label in small letters: "recording (donald ash)"
    if document.zones.at(start) in ("table", "credit", "boilerplate"):
        return
    if _is_everyday(prose, start, end) or _is_label(prose, start, end):
        return
    if _stands_for_itself(document, group, start, end) or is_foreign(prose, start, end, itself=False):
        return
    around = prose[max(block.start, start - 200) : min(block.end, end + 200)]
    if _in_small_letters(around, prose[block.start], start == block.start) or _NEIGHBOUR.search(
        prose[max(0, start - 5) : start - 1]
    ):
        return
    if " " in word:
        normal = " ".join(_PARTS.get(part) or part.capitalize() for part in word.split())
    else:
        normal = "I" if group == "pronoun" else _BRANDS.get(word.lower()) or proper_names().get(word, word.capitalize())
    if (
        group == "name"
        and word not in document.capitalised
        and prose.count(word, max(0, start - 9_000), end + 9_000) > 3
    ):
        return  # a brand that is written so
    # A post quoted in its own paragraph, too: the one who wrote it may be named behind that.
    shown = prose[max(0, start - 100) : end + 400] if start == block.start else around
    posted = start == block.start or document.quotations.holds(start)
    message = (posted and _MESSAGE.search(shown) is not None) or (group == "pronoun" and _is_query(prose, start, end))
    case = "message" if message else group
    yield Hit(start, end, case, {"word": word, "normal": normal}, ((Edit(start, end, normal),),))


def _is_query(prose: str, start: int, end: int) -> bool:
    """Whether quotation marks hold nothing but small letters around a word: what somebody typed into a search."""
    before, after = _QUOTED_BEFORE.search(prose, max(0, start - 80), start), _QUOTED_AFTER.match(prose, end, end + 80)
    if before is None or after is None or before.end(1) == start:
        return False
    held = prose[before.end(1) : after.start(1)]
    return held.islower() and held[-1] not in ",.!?"


def _before_name(prose: str, end: int) -> bool:
    """Whether a title that ends at `end` stands before a name, and not at the end of a sentence: "mobile gov. The"."""
    following = _NAME_BEHIND.match(prose, end)
    if following is None or following[1].lower() in FUNCTION_WORDS:
        return False
    return prose[end] != "." or following[1].lower() not in common_words()


def _stands_for_itself(document: Document, group: str, start: int, end: int) -> bool:
    """Whether a word is no name here, or is written as its bearer does: a variable, a user, a host, a program."""
    prose = document.prose
    if group == "pronoun":
        if _CATALAN.match(prose, end):
            return True  # Vilanova i la Geltrú
        verb = _THIRD.match(prose, end)
        enumerated = _ENUMERATED.search(prose, max(0, start - 9), start) is not None  # "the i reported it", "item i"
        return enumerated or (verb is not None and verb[0] not in _NO_VERB)
    before, after = prose[start - 1 : start] if start else "\n", prose[end : end + 1] or "\n"
    if before == "[" or (before == "\n" == after) or (before in "\"'“‘" and after in "\"'”’"):
        return True
    if is_whole_link(document, start, end):
        return True
    if _ADDRESS.match(prose, end) or _OBJECT.match(prose, end):
        return True
    given = _GIVEN.search(prose, max(0, start - 20), start)
    if given is not None and (given[1] is None or not is_word(given[1])):
        return True  # e.e. cummings, danah boyd
    surname = _SURNAME.match(prose, end)
    signed = surname is not None and _SIGNS.search(prose, max(0, start - 6), start) is not None
    person = signed and not _PEOPLE.search(prose, start, end)
    return person and surname is not None and surname[1] not in common_words()


def _is_everyday(prose: str, start: int, end: int) -> bool:
    """Whether a name is part of an everyday word: "bloody mary", "easter eggs"."""
    before, after = _WORD_BEFORE.search(prose, max(0, start - 20), start), _WORD_AFTER.match(prose, end)
    word = prose[start:end]
    return (before is not None and before[0] + word.removesuffix("s") in _EVERYDAY) or (
        after is not None and word + after[0].removesuffix("s") in _EVERYDAY
    )


def _is_label(prose: str, start: int, end: int) -> bool:
    """Whether the line around a name says who speaks, in a transcript that has no capitals there."""
    return _LABEL.fullmatch(prose, *line_at(prose, start, end)) is not None


def _in_small_letters(around: str, first: str, opening: bool) -> bool:
    """Whether the sentences around begin in lower case, as in verse and in messages.

    `first` is the first letter of the paragraph, `opening` says that the word in question is there. A sentence that
    begins with the pronoun i says nothing where others begin otherwise: that may be the slip.
    """
    begun = first_letters(around)
    firsts = [first, *([start[0] for start in begun if start != "i"] or [start[0] for start in begun])]
    small = len([letter for letter in firsts if letter.islower()])
    return (small == len(firsts) and not opening) or (small > 1 and small * 2 > len(firsts))
