"""No space behind the stop of a sentence: "in Washington.House", "so far.”The"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.unspaced import Unspaced
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, abbreviations, word_set
from newslint.model import Hit
from newslint.rule import Options

# What ends an address or a file name: in any case, or in capitals only ("Gov.UK", but "last year.In").
_ENDINGS = word_set("""
    aspx biz co com css csv dll doc docx edu exe fm gif gov htm html info io jpeg jpg js json jsp mil mp3 mp4 net
    org pdf php png ppt svg tv txt uk xls xlsx xml zip
""")
_COUNTRIES = word_set("AI AU CA DE EU FR IE IN INT LY ME NZ UK US ZA")
_HOST = lazy(r"(?:\.\w+)?\.(?:gov|edu|org|net|mil|uk|eu|us)\b", re.IGNORECASE)  # behind a name: "vote.Leeds.gov"
_CAMEL = lazy(r"(?!Ma?c[A-Z]|O['’])[A-Z][a-z]+[A-Z][a-z]+")
_DOTTED_NAME = lazy(r"[A-Z]\.[A-Z]?")
_NUMBER = lazy(r"[(\"“'‘]*[$£€]?\d[\d,]*(?:\.\d+)?[%pmbn]?")
_NEAR = 4000  # code points in which a name with a stop inside recurs
# Words that begin a sentence even where initials or an address stand before the stop.
_BEGINS = word_set("""
    After Although An And Another As At Because Before Both But By During Earlier For From He Her Here His How
    However If In It It's It’s Its Last Many Meanwhile More Most Mr Mrs Ms No Not Now On One Only Other Our Over
    People Police President Several She Since So Some Such That The Their Then There These They This Those Today Two
    Under Until We What When Where While Who With Yet You Your
""")


def check(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit where the stop of a sentence runs into the next word."""
    gap = Unspaced(match, document)
    if gap.right and _is_stop(gap):
        yield from gap.hits()


def _is_stop(gap: Unspaced) -> bool:
    """Whether a sentence ends at the mark."""
    left, right = gap.left, gap.right
    if gap.led_by_address or gap.leads_address or len(gap.marks) > 3 or ".." in gap.marks:
        return False
    if gap.clipped or (gap.follows in ("(", "_", "@", "=", ")") and not gap.quotes):
        return False
    if gap.quotes:
        return (bool(left) or gap.closed) and _apart(gap)
    if gap.mark != ".":
        if right[0].islower():  # "?" in lower-case surroundings is a dash that an encoding could not hold
            return gap.mark == "!" and len(right) > 2 and gap.known_right and len(left) > 2 and gap.known_left
        return len(left) > 1 and (gap.known_right or gap.titled) and left[-1].islower()
    if right[0].islower() or right.lower() in _ENDINGS or (right in _COUNTRIES and not gap.known_left):
        return False
    if gap.closed:
        return gap.titled or right in ("A", "I")
    return _is_full_stop(gap)


def _apart(gap: Unspaced) -> bool:
    """Whether what stands behind a stop and a quotation mark is a word of its own, not an ending ("Jr.'s")."""
    right = gap.right
    if right[0].islower():
        note = gap.quotes[-1] == "[" and right in ("note", "citation", "nb")  # “It did.[note 1]”
        return len(right) > 1 and gap.known_right and not note
    return True


def _is_full_stop(gap: Unspaced) -> bool:
    """Whether a point between two words ends a sentence: not in addresses, initials, file names, brands."""
    left, right = gap.left, gap.right
    if gap.styled or _HOST.match(gap.after, len(right)):
        return False
    if left[:1].isupper() and right.lower() not in FUNCTION_WORDS and right not in _BEGINS:
        near = gap.prose[max(0, gap.start - _NEAR) : gap.end + _NEAR]
        if near.count(f" {left}.{right}") > 1:  # Roof.Tile
            return False
        if _CAMEL.fullmatch(right) and f" {right}" not in near:  # Hub.MainStreet
            return False
    number = _NUMBER.fullmatch(gap.before) is not None
    chained = "." in gap.before and not number
    begins = gap.known_right and (gap.titled or right in ("A", "I"))
    if chained:
        # "U.S.The", "at 9 a.m.He", "bbc.co.uk.The": only what surely begins a sentence.
        return right in _BEGINS and gap.follows != "."
    if number and "." in gap.before:  # “at $9.25.Bondholders”
        return not gap.line_start and gap.follows != "." and len(right) > 1 and (gap.titled or right.isupper())
    if left.isdigit():
        word = begins or gap.titled or (right.isupper() and len(right) > 2)
        return word and len(right) > 1 and not (gap.line_start and len(left) < 3)
    if len(left) < 2:
        return right in _BEGINS and gap.follows != "."
    if gap.numeral and right not in ("I", "C"):
        return False
    if len(right) == 1:
        plain = left.isalpha() and left[1:].islower() and len(left) > 2
        if right in "AI" and gap.follows in ("", "’", "'"):
            return plain
        return plain and left.islower() and gap.known_left and bool(_DOTTED_NAME.match(gap.after))
    if right.isupper():
        return left.islower() and gap.known_left and len(left) > 2
    if not right[1:].replace("'", "").replace("’", "").isalpha() or not right[0].isupper():
        return False
    if gap.follows == "." and re.match(r"\.[\w]", gap.after[len(right) :]) and not gap.known_left:
        return False
    return (
        gap.known_right
        or gap.known_left
        or left.islower()
        or left + "." in abbreviations()
        or (gap.titled and left[0].isupper() and left[1:].islower() and len(left) > 2)
    )
