"""One article, two spellings of one word: realise and realize, adviser and advisor, Zelensky and Zelenskyy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from newslint.document import Document
from newslint.lexicon import spelling_variants
from newslint.lexicon.partners import name_spellings, spelling_partners
from newslint.model import Edit, Hit
from newslint.rule import Options

_OPENS = re.compile(r"(?:^|[.!?:;…—–\n\"“”'‘’(\[•])[ \t\xa0]*$")
_ADDRESS = frozenset("@#/._\\")  # beside a word: an address, a handle, a hashtag, a file
_PERCENT = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|half))[ \n-]"
    r"(per cent|percent)\b"
)


class _Place(NamedTuple):
    start: int
    end: int
    way: str


def inconsistent_spelling(document: Document, options: Options) -> Iterator[Hit]:
    """A hit for each word spelt in two ways, at the first place of the rarer. Cases: "", name, judgment."""
    found = _all_spellings() & document.vocabulary
    if len(found) > 1:
        words = list({spelling.decode("ascii").lower() for spelling in found})
        yield from _words(document, [word for word in words if word in spelling_variants()], options)
        yield from _names(document, [word for word in words if word in name_spellings()], options)
    prose = document.prose
    if "per cent" in prose and "percent" in prose:
        places = [_Place(*match.span(1), match[1]) for match in _PERCENT.finditer(prose)]
        yield from _mixed(prose, places, Counter(), "", lambda word, way: way)


@cache
def _all_spellings() -> frozenset[bytes]:
    """Every spelling in lower case, with a capital, and in capitals."""
    words = [word.encode("ascii") for word in (*spelling_variants(), *name_spellings())]
    return frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))


def _words(document: Document, words: list[str], options: Options) -> Iterator[Hit]:
    variants = spelling_variants()
    by_key: dict[str, list[str]] = {}
    for word in words:
        by_key.setdefault(variants[word][0], []).append(word)
    house = Counter(variants[word][1] for word in words)
    for key, group in sorted(by_key.items()):
        if len({variants[word][1] for word in group}) > 1:
            places = [
                _Place(start, end, variants[document.prose[start:end].lower()][1])
                for start, end in _stands(document.prose, group, options.vocab)
                if not _is_name(document.prose, start, end)
            ]
            case = "judgment" if key == "judgment" else ""
            yield from _mixed(document.prose, places, house, case, _respelt)


def _names(document: Document, words: list[str], options: Options) -> Iterator[Hit]:
    names = name_spellings()
    by_name: dict[str, list[str]] = {}
    for word in words:
        by_name.setdefault(names[word], []).append(word)
    for _, group in sorted(by_name.items()):
        if len(group) > 1:
            prose = document.prose
            places = [
                _Place(start, end, prose[start:end].lower())
                for start, end in _stands(prose, group, options.vocab)
                if prose[start].isupper() and prose[start + 1].islower()
            ]
            yield from _mixed(prose, places, Counter(), "name", _renamed)


def _stands(prose: str, words: list[str], vocab: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand by themselves: not in addresses, compounds with a hyphen or lines of capitals."""
    pattern = rf"(?i)(?<![\w-])(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?![\w-])"
    for match in re.finditer(pattern, prose):
        start, end = match.span()
        after = prose[end : end + 2]
        address = prose[start - 1 : start] in _ADDRESS or (after[:1] in _ADDRESS and after[1:].isalnum())
        if not (match[0].isupper() or address or match[0].lower() in vocab):
            yield start, end


def _is_name(prose: str, start: int, end: int) -> bool:
    """Whether a word has the capital of a name: no sentence begins there, or a further capital follows."""
    if not prose[start].isupper():
        return False
    opens = _OPENS.search(prose, max(0, start - 12), start) is not None
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
    return _cased(spelling_partners()[word.lower()], word)


def _renamed(word: str, way: str) -> str:
    return _cased(way, word)


def _cased(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[0].isupper() else word
