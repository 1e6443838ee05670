"""No space behind a comma, colon or semicolon: "a liar,rampant", "twice;a", "bank,”said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.unspaced import Unspaced, space_at
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, word_set
from newslint.model import Hit
from newslint.rule import Options

_ENTITY = lazy(r"&#?\w+$")
_EXCHANGES = word_set("amex asx bse frankfurt hkg lon lse nasdaq nse nyse otc otcqb otcqx sehk sgx tsx tsxv")
# What is written with a colon and no space: "mailto:…", "doi:…", the title "CSI:…".
_NO_LABEL = word_set("csi doi file ftp http https isbn issn javascript mailto ncis re tel url urn xml xmlns")
_CODE = lazy(r"\{[^{}\n]{0,120}$")
_TERM = lazy(r"\w:\S+ $")  # "from:Orr sort:date"
_LONE_LETTER = lazy(r"[A-Z]\.[A-Z]?|[DIR]-[A-Z]")  # "U.S.", "R-Ariz."


def check(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit where a comma, colon or semicolon runs into the next word, or into a number ("Ms Orr,31, left")."""
    if "number" in match.re.groupindex:
        end = match.end()
        yield Hit(match.start(), end, "number", {"mark": match[0], "word": match["number"]}, ((space_at(end),),))
        return
    gap = Unspaced(match, document)
    if gap.right and _is_pause(gap):
        yield from gap.hits()


def _is_pause(gap: Unspaced) -> bool:
    """Whether a comma, colon or semicolon stands between two words of running text."""
    left, right, mark = gap.left, gap.right, gap.mark
    if (gap.clipped and not gap.quotes) or gap.after.startswith("external-link"):
        return False
    link = mark == ":" and right.lower() in ("http", "https") and gap.after.startswith("://", len(right))
    if gap.led_by_address or (not link and gap.leads_address):
        return False
    if (not left and not gap.closed) or _CODE.search(gap.prose, max(0, gap.start - 120), gap.start):
        return False
    if gap.quotes:
        return gap.closed or len(left) > 1 or left.isdigit() or left in "AI"
    if mark == ":":
        return _is_colon(gap, link=link)
    marked = gap.styled or _ENTITY.search(gap.before) or ":" in gap.before
    if mark == ";" and (marked or gap.follows in (":", "}", "=")):
        return False
    if gap.numeral and right not in ("I",):
        return False
    if left.isdigit() and not right.strip("Oo"):  # "660,OOO"
        return False
    if left.isdigit() or not left[-1:].isalpha():
        return len(right) > 2 or right in FUNCTION_WORDS or right == "I"
    if len(right) == 1:
        if len(left) > 2 and _LONE_LETTER.match(gap.after):
            return True
        return right in ("a", "I", "A") and len(left) > 2 and gap.follows in ("", "’", "'")
    return len(left) > 1 and gap.follows not in ("(", "_", "=")


def _is_colon(gap: Unspaced, *, link: bool) -> bool:
    left, right = gap.left, gap.right
    if not left.isalpha() and not left.replace("’", "").replace("'", "").isalpha():
        return False
    if len(left) < 2 or left.lower() in _NO_LABEL or left.lower() in _EXCHANGES:
        return False
    if link:
        return gap.known_left or left.istitle()
    if ":" in gap.before or ":" in gap.after or gap.follows in (";", "}", "(", "="):
        return False
    if right[0].islower():
        if _TERM.search(gap.prose, max(0, gap.start - len(left) - 40), gap.start - len(left)):
            return False
        ratio = gap.prose.startswith(" ratio", gap.end + len(right))
        known = gap.known_left and gap.known_right and not ratio
        return known and (len(right) > 1 or (right == "a" and len(left) > 2))
    if right.isupper() and len(right) > 1:
        return left[1:].islower() and gap.known_left
    return len(right) > 1 or right in ("A", "I")
