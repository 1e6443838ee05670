"""One name in two casings in one article: NATO and Nato, TikTok and TiKTok."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.casing import find_casings
from newslint.document.hands import of_several_hands
from newslint.document.standing import places_of
from newslint.document.zones import OFF_COPY
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, abbreviations, common_words, is_word, proper_names, word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

Ways = dict[str, list[tuple[int, int]]]

_ROMAN = lazy(r"(?:x[lc]|l?x{0,3})(?:i[vx]|v?i{0,3})")  # no DVD, no CDC
# eXtensible Markup Language (XML), "UpaS" stands for upper atmosphere
_EXPANDS = lazy(r"(?: [A-Z]\w+){1,4} \([A-Z]{3,}\)|[\"”’']? stands for\b")
_JOINED = lazy(r"([a-z]{3,})([A-Z][a-z]{2,})")
# A surname of which the majority may be wrong: DesJarlais, MacDonald.
_PREFIXED = lazy(r"(?:De|Des|Del|Di|Du|Fitz|La|Le|Mac|Mc|San|Van|Von)[A-Z][a-z]+")
_KEY_ENDS = lazy(r"[,.]?[\"”’']")
_QUOTE_MARKS = tuple("\"“‘'")
_NAME_BEFORE = lazy(r"(?<![\w'’-])[A-Z][a-z]+ $")
_COMPOUND = lazy(r"-[a-z]+-[A-Z]")  # Rom-o-Matic
# Acronyms that some papers write as words (Nato) and some in capitals; capitals on other words are emphasis.
_ACRONYMS = word_set(
    """
    acas aids afcon apec asean asio aukus bafta basf bric brics caricom cern cites cobra cop cosatu covid defra
    dfid ebitda ecowas eftpos ehic eta europol fema fifa frontex gatt hiv hmrc icann icao ifad ifor imax iosco
    ipcc isil isis istat jpeg lgbt lgbtq mercosur mers mri nafta nasa nasdaq nato nimby ocha ofcom ofgem ofqual
    ofsted ofwat oecd opec osce pac quango radar saarc sars seato sepa tefl temu uefa unaids unctad undp unep
    unesco unhcr unicef unifil unprofor unrwa usaid usda wada wimax zanu zapu
    """
)
# Units are written in one way, whatever an article does.
_UNITS = {unit.lower(): unit for unit in ("mmHg", "kWh", "MWh", "GWh", "TWh", "kHz", "MHz", "GHz", "THz", "mAh", "dBA")}


def check(document: Document, options: Options) -> Iterator[Hit]:
    """One hit for each name that stands in two casings in running text."""
    inside = document.telling.inside
    if not inside:
        return
    prose = document.prose
    found = find_casings(inside, document.written)
    for key, words in sorted(found.items()):
        if _is_other_word(key):
            continue
        ways = _ways(document, words)
        if len(ways) < 2 or options.vocab.intersection(ways):
            continue
        if of_several_hands(prose):
            return
        right = _UNITS.get(key)
        ranked = sorted(ways.items(), key=lambda way: (way[0] != right, -len(way[1]), way[1][0]))
        usual, spans = ranked[0]
        places = sorted(span for _, others in ranked[1:] for span in others)
        (start, end), *rest = places
        values = {"word": prose[start:end], "usual": usual, "count": str(len(spans)), "others": str(len(places))}
        case = "pair"
        fixes: tuple[tuple[Edit, ...], ...] = ()
        if usual == right or len(spans) > len(places):
            case = "minority" if usual == right or len(spans) > 1 else "pair"
            if not any(_PREFIXED.fullmatch(word) for word, _ in ranked[1:]):
                fixes = (tuple(Edit(a, b, usual) for a, b in places),)
        elif len(ranked) == 2 and len(spans) == 1:
            rest = [spans[0]]
            if spans[0] < (start, end):
                (start, end), rest = spans[0], [places[0]]
                values = {**values, "word": usual, "usual": ranked[1][0]}
        if key not in _ACRONYMS and not _is_slip([word for word, _ in ranked]):
            case = "emphasis" if case == "minority" else "emphasis-pair"
        yield Hit(start, end, case, values, fixes, tuple(rest))


def _is_slip(words: list[str]) -> bool:
    """Whether no emphasis explains the rarer casings: a capital inside, or a small letter where others are capitals."""
    usual, rare = words[0], words[1:]
    if usual.isupper():
        return len(usual) < 7  # Istat where the others are ISTAT; longer words are names in capitals
    return not any(word.isupper() for word in rare) or not (usual[:1].isupper() and usual[1:].islower())


def _is_other_word(key: str) -> bool:
    """Whether the capitals may make another word of it, or mere emphasis: AID and Aid, CHICAGO and Chicago."""
    if key in _ACRONYMS:
        return False
    return (
        key in common_words()
        or key in FUNCTION_WORDS
        or key in proper_names()
        or _ROMAN.fullmatch(key) is not None
        or (key.capitalize() + "." in abbreviations())
    )


def _ways(document: Document, words: set[str]) -> Ways:
    """Casings of a word in running text, with their places; those that other reasons explain are left out."""
    prose = document.prose
    ways: Ways = {}
    for word in words:
        if _is_identifier(word):
            continue
        for start in places_of(prose, word, hyphened=True):
            end = start + len(word)
            if _EXPANDS.match(prose, end) or _COMPOUND.match(prose, end):
                continue
            if word[0].islower() and prose[start - 1 : start] in _QUOTE_MARKS and _KEY_ENDS.match(prose, end):
                continue  # the “commonName” of a certificate
            if prose[start - 1 : start] == "{" and prose[end : end + 1] == "}":
                continue
            if word.isupper() and (_is_shouted(prose, start, end) or _is_code(prose, start, end)):
                continue
            if document.zones.at(start) not in OFF_COPY:
                ways.setdefault(word, []).append((start, end))
    if len(ways) > 1:
        _drop_first_letters(prose, ways)
    if len(ways) == 2:
        for one, other in (tuple(ways.values()), tuple(ways.values())[::-1]):
            if (
                len(one) > 1
                and all(_is_surname(prose, a) for a, _ in one)
                and not any(_is_surname(prose, a) for a, _ in other)
            ):
                return {}  # what users of a site add to their names is not the site
    return ways


def _is_identifier(word: str) -> bool:
    """Whether a word is two that code joins with a capital: fileName, newLines; not iPhone, macOS."""
    joined = _JOINED.fullmatch(word)
    return joined is not None and joined[1] in common_words() and joined[2].lower() in common_words()


def _is_surname(prose: str, start: int) -> bool:
    """Whether a word that may be a given name, as it is no word, stands before a place."""
    before = _NAME_BEFORE.search(prose, max(0, start - 20), start)
    return before is not None and not is_word(before[0].strip().lower())


def _is_code(prose: str, start: int, end: int) -> bool:
    """Whether a word in capitals is a ticker, a telephone number, a speaker's label or alone on its line."""
    before, after = prose[max(0, start - 3) : start], prose[end : end + 4]
    if before[-1:] == "<" or before[-2:] == ": " or after[:1] == ":" or re.search(r"\d-$", before):
        return True
    if re.match(r",? [+-]\d|\W*\n", after) and (start == 0 or prose[start - 1] == "\n"):
        return True
    return re.match(r",? [+-]\d", after) is not None


def _is_shouted(prose: str, start: int, end: int) -> bool:
    """Whether a word in capitals stands among others: a label, a line of emphasis, a dateline."""
    before = re.search(r"([\w.'’]+)[,;:]?[ \n](?:[A-Z]\.?[ \n])?$", prose[max(0, start - 40) : start])
    after = re.match(r"[,;:]?[ \n](?:[A-Z]\.?[ \n])?([\w.'’]+)", prose[end : end + 40])
    for match in (before, after):
        if (
            match
            and len(match[1]) > 1
            and match[1].isupper()
            and not match[1].isdigit()
            and not re.search(r"\d", match[1])
        ):
            return True
    opening = start == 0 or prose[start - 1] == "\n"
    return opening and re.match(r"\s*(?:[:(–—]|-{1,2} |, )", prose[end : end + 4]) is not None


def _drop_first_letters(prose: str, ways: Ways) -> None:
    """At the start of a sentence a brand with a small first letter may take a capital: "EBay said" beside "eBay"."""
    for word in list(ways):
        if word[0].isupper() and any(other != word and other[1:] == word[1:] for other in ways):
            kept = [
                (a, b)
                for a, b in ways[word]
                if not (a == 0 or re.search(r"(?:[.!?:][\"”’')]*\s|\n)[\"“‘']*$", prose[max(0, a - 5) : a]))
            ]
            if kept:
                ways[word] = kept
            else:
                del ways[word]
