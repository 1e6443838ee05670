"""One article, two spellings of one word: realise and realize, adviser and advisor, Zelensky and Zelenskyy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newslint.document import Document
from newslint.document.hands import of_several_hands
from newslint.document.name_pairs import name_pairs
from newslint.document.sentences import BEFORE_FIRST
from newslint.document.standing import spans_of
from newslint.lazy import lazy
from newslint.lexicon import common_words, proper_names, spelling_variants, word_set
from newslint.lexicon.partners import name_spellings, spelling_partners
from newslint.mix import cased
from newslint.model import Edit, Hit
from newslint.rule import Options

_BEFORE = lazy(r"([\w.'’-]+)[ \n]$")
_CAPITAL_NEXT = lazy(r"[ \n](?:[a-z]{2,3}[ \n])?[A-Z]\w")
_PERCENT = lazy(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|half))[ \n-]"
    r"(per cent|percent)\b"
)


class _Place(NamedTuple):
    start: int
    end: int
    way: str


def inconsistent_spelling(document: Document, options: Options) -> Iterator[Hit]:
    """A hit for each word spelt in two ways, at the first place of the rarer. Cases: "", name, judgment."""
    telling = document.telling
    if len(telling.spellings) > 1:
        words = {spelling.decode("ascii").lower() for spelling in telling.spellings} - options.vocab
        yield from _words(document, [word for word in words if word in spelling_variants()])
        yield from _names(document, [word for word in words if word in name_spellings()])
    for one, other in name_pairs(telling.pairs):
        listed = one.lower() in name_spellings() and other.lower() in name_spellings()
        if not listed and options.vocab.isdisjoint((one, other)):
            yield from _slip(document, one, other)
    prose = document.prose
    if "per cent" in prose and "percent" in prose:
        places = [_Place(*match.span(1), match[1]) for match in _PERCENT.finditer(prose)]
        places = [place for place in places if not document.quotations.holds(place.start)]
        if of_several_hands(prose):
            return
        yield from _mixed(prose, places, Counter(), "", lambda word, way: way)


def _words(document: Document, words: list[str]) -> Iterator[Hit]:
    variants = spelling_variants()
    by_key: dict[str, list[str]] = {}
    for word in words:
        by_key.setdefault(variants[word][0], []).append(word)
    house = Counter(variants[word][1] for word in words)
    for key, group in sorted(by_key.items()):
        if len({variants[word][1] for word in group}) > 1:
            places = [
                _Place(start, end, variants[document.prose[start:end].lower()][1])
                for start, end in spans_of(document.prose, group)
                if not _is_name(document.prose, start, end)
            ]
            if of_several_hands(document.prose):
                return
            case = "judgment" if key == "judgment" else ""
            yield from _mixed(document.prose, places, house, case, _respelt)


def _names(document: Document, words: list[str]) -> Iterator[Hit]:
    names = name_spellings()
    by_name: dict[str, list[str]] = {}
    for word in words:
        by_name.setdefault(names[word], []).append(word)
    for _, group in sorted(by_name.items()):
        if len(group) > 1:
            prose = document.prose
            places = [
                _Place(start, end, prose[start:end].lower())
                for start, end in spans_of(prose, group)
                if prose[start].isupper() and prose[start + 1].islower()
            ]
            yield from _mixed(prose, places, Counter(), "name", _renamed)


_FEW_FOLLOW = 4  # one place in so many may have a capital behind it
_SLIP_LEAST = 3  # places of the usual spelling of a name against one of the other
_IN = word_set("in In across near outside inside around")
_AT_A_PLACE = word_set("in at from near to of outside around into through across")


def _slip(document: Document, one: str, other: str) -> Iterator[Hit]:
    """A name of which the last letter was written otherwise once: "Miroshenka" for "Miroshenko"."""
    prose = document.prose
    places = {word: spans_of(prose, [word]) for word in (one, other)}
    usual, rare = sorted((one, other), key=lambda word: -len(places[word]))
    if len(places[rare]) != 1 or len(places[usual]) < _SLIP_LEAST or proper_names().get(rare.lower()) == rare:
        return
    if rare.lower() in common_words() and usual.lower() in common_words():
        return  # two words of a heading
    start, end = places[rare][0]
    around = [(_word_before(prose, place[0]), _name_follows(prose, place[1])) for place in places[usual]]
    firsts = {before for before, _ in around if before[:1].isupper()}
    before = _word_before(prose, start)
    block = document.block_at(start)
    if _name_follows(prose, end) or sum(follows for _, follows in around) * _FEW_FOLLOW > len(around):
        return  # a given name, or a part of a longer one
    first = before if before[:1].isupper() else ""
    if not firsts and (not first or proper_names().get(usual.lower()) == usual):
        return  # no person
    if firsts and first and first not in firsts:
        return  # another person
    if before in _AT_A_PLACE or any(before in _IN for before, _ in around):
        return  # a place, or a country in another language: "Slava Ukraini"
    if block is None or not document.english(block) or document.zones.at(start) in ("table", "credit", "byline"):
        return
    values = {"word": rare, "usual": usual, "count": "1", "others": str(len(places[usual]))}
    yield Hit(start, end, "name", values, ((Edit(start, end, usual),),), (places[usual][0],))


def _word_before(prose: str, start: int) -> str:
    """The word right before a place; "" at the start of a sentence."""
    found = _BEFORE.search(prose, max(0, start - 30), start)
    return found[1] if found else ""


def _name_follows(prose: str, end: int) -> bool:
    return _CAPITAL_NEXT.match(prose, end) is not None


_PARTIES = frozenset(("labor", "labour"))  # Australia writes of its Labor party and of the labour market


def _is_name(prose: str, start: int, end: int) -> bool:
    """Whether a word has the capital of a name: no sentence begins there, or a further capital follows."""
    if not prose[start].isupper():
        return False
    if prose[start:end].lower() in _PARTIES:
        return True
    opens = BEFORE_FIRST.search(prose, max(0, start - 12), start) is not None
    return not opens or re.match(r" (?:of |for |and )?[A-Z]", prose[end : end + 6]) is not None


def _mixed(
    prose: str, places: Iterable[_Place], house: Counter[str], case: str, respell: Callable[[str, str], str]
) -> Iterator[Hit]:
    """The hit for a word in several ways, if it is: the rarer give way.

    In a tie that goes for the way the article's other words are spelt least, then for the later.
    """
    places = list(places)
    counts = Counter(place.way for place in places)
    if len(counts) < 2:
        return
    first = {way: next(place.start for place in places if place.way == way) for way in counts}
    usual = min(counts, key=lambda way: (-counts[way], -house[way], first[way]))
    rest = [place for place in places if place.way != usual]
    kept = next(place for place in places if place.way == usual)
    values = {
        "word": prose[rest[0].start : rest[0].end],
        "usual": prose[kept.start : kept.end],
        "count": str(len(rest)),
        "others": str(counts[usual]),
    }
    edits = tuple(Edit(place.start, place.end, respell(prose[place.start : place.end], usual)) for place in rest)
    related = tuple((place.start, place.end) for place in (*rest[1:], kept))
    yield Hit(rest[0].start, rest[0].end, case, values, (edits,), related)


def _respelt(word: str, way: str) -> str:
    return cased(spelling_partners()[word.lower()], word)


def _renamed(word: str, way: str) -> str:
    return cased(way, word)
