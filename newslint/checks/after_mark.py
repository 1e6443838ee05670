"""No space behind a stop, a comma, a colon or a semicolon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.inline import in_two_elements
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, abbreviations, common_words
from newslint.lexicon.saying import SAYING_PATTERN
from newslint.model import Edit, Hit
from newslint.rule import Options

# What ends an address or a file name: in any case, or in capitals only ("Gov.UK", but "last year.In").
_ENDINGS_LIST = """
    aspx biz co com css csv dll doc docx edu exe fm gif gov htm html info io jpeg jpg js json jsp mil mp3 mp4 net
    org pdf php png ppt svg tv txt uk xls xlsx xml zip
"""
_ENDINGS = frozenset(_ENDINGS_LIST.split())
_COUNTRIES = frozenset(["AI", "AU", "CA", "DE", "EU", "FR", "IE", "IN", "INT", "LY", "ME", "NZ", "UK", "US", "ZA"])
_BRANDS = frozenset([("E", "On"), ("Dr", "Ph"), ("Will", "I"), ("TL", "DR"), ("tl", "dr")])
_ENTITY = lazy(r"&#?\w+$")
_ROMAN = lazy(r"[IVXLC]+|[ivxl]+")
_CLIPPED = frozenset(["s", "t", "d", "m", "re", "ve", "ll"])  # what stands behind a lost apostrophe ("don?t")
_EXCHANGES_LIST = """
    amex asx bse frankfurt hkg lon lse nasdaq nse nyse otc otcqb otcqx sehk sgx tsx tsxv
"""
_EXCHANGES = frozenset(_EXCHANGES_LIST.split())
# What is written with a colon and no space: "mailto:…", "doi:…", the title "CSI:…".
_NO_LABEL_LIST = """
    csi doi file ftp http https isbn issn javascript mailto ncis re tel url urn xml xmlns
"""
_NO_LABEL = frozenset(_NO_LABEL_LIST.split())
_CODE = lazy(r"\{[^{}\n]{0,120}$")
_URL = lazy(r"@|://|www\.|[=\\{}<>|]|\w/\w*\.|&#?\w+;|%[0-9A-F]{2}|(?-i:[a-z]_[a-z])", re.IGNORECASE)
_HOST = lazy(r"(?:\.\w+)?\.(?:gov|edu|org|net|mil|uk|eu|us)\b", re.IGNORECASE)  # behind a name: "vote.Leeds.gov"
_CAMEL = lazy(r"(?!Ma?c[A-Z]|O['’])[A-Z][a-z]+[A-Z][a-z]+")
_TERM = lazy(r"\w:\S+ $")  # "from:Orr sort:date"
_DOTTED = lazy(r"(?:[^\W\d_]\.)+[^\W\d_]|[A-Z][a-z]\.[A-Z]")  # U.S, a.m, Ph.D
_DOTTED_NAME = lazy(r"[A-Z]\.[A-Z]?")
_LONE_LETTER = lazy(r"[A-Z]\.[A-Z]?|[DIR]-[A-Z]")  # "U.S.", "R-Ariz."
_NUMBER = lazy(r"[(\"“'‘]*[$£€]?\d[\d,]*(?:\.\d+)?[%pmbn]?")
_NEXT_MARK = lazy(r'[^"\n]{0,600}"')
_WORD = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEFT_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*$")
_ATTRIBUTION = lazy(
    rf"""["”’'][^"“”.!?\n]{{0,25}}\b{SAYING_PATTERN}\b[^"“”.!?\n]{{0,60}}$   # “…” said X / “…” X said
       |[,?!]["”’'][ ][^"“”\n]{{0,70}}\b{SAYING_PATTERN}\b[^"“”\n]{{0,30}}$""",
    re.VERBOSE,
)
_NEAR = 4000  # code points in which a name with a stop inside recurs
_MOST_TOKEN = 200  # code points looked at on either side of a mark


def after_stop(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit where a sentence's stop runs into the next word ("in Washington.House", "so far.”The")."""
    yield from _hit(match, document, _is_stop)


def after_comma(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit where a comma, colon or semicolon runs into the next word ("a liar,rampant", "twice;a", "bank,”said")."""
    if "number" in match.re.groupindex:  # "Ms Orr,31, left"
        mark, number = match[0], match["number"]
        yield Hit(match.start(), match.end(), "number", {"mark": mark, "word": number}, ((_space(match.end()),),))
        return
    yield from _hit(match, document, _is_pause)


class _Join:
    """The surroundings of a mark that has no space behind it."""

    def __init__(self, match: re.Match[str], document: Document) -> None:
        prose, start = document.prose, match.start("mark")
        self.prose, self.document = prose, document
        self.mark, self.marks, self.quotes = match["mark"][0], match["mark"], match["quotes"]
        self.start, self.end = start, match.end("quotes")
        low = max(0, start - _MOST_TOKEN)
        begin = max(prose.rfind(space, low, start) for space in " \n\t\xa0")
        self.before = prose[max(begin + 1, low) : start]  # the rest of the token
        found = _LEFT_WORD.search(self.before)
        self.left = found[0] if found else ""
        found = _WORD.match(prose, self.end)
        self.right = found[0] if found else ""
        high = self.end + _MOST_TOKEN
        ends = [at for at in (prose.find(space, self.end, high) for space in " \n\t\xa0") if at >= 0]
        self.after = prose[self.end : min(ends, default=min(high, len(prose)))]
        self.follows = self.after[len(self.right) : len(self.right) + 1]
        self.line_start = begin + 1 == 0 or prose[begin] == "\n"

    @property
    def known_left(self) -> bool:
        return _known(self.left)

    @property
    def known_right(self) -> bool:
        return _known(self.right)

    @property
    def titled(self) -> bool:
        """Whether the right word begins with a capital and ends in lower case, as sentences and names do."""
        return len(self.right) > 1 and self.right[0].isupper() and self.right[-1].islower()


def _known(word: str) -> bool:
    lower = word.lower().replace("’", "'")
    return lower in common_words() or lower in FUNCTION_WORDS or lower.endswith("'s")


def _hit(match: re.Match[str], document: Document, is_join: object) -> Iterator[Hit]:
    assert callable(is_join)
    join = _Join(match, document)
    if not join.right or not is_join(join):
        return
    at, case = _gap(join)
    if in_two_elements(document, at):
        return
    mark, word = join.prose[join.start : at], join.prose[at : join.end + len(join.right)]
    yield Hit(join.start, at, case, {"mark": mark, "word": word}, ((_space(at),),))


def _space(at: int) -> Edit:
    return Edit(at, at, " ")


def _is_stop(join: _Join) -> bool:
    """Whether a sentence ends at the mark."""
    left, right = join.left, join.right
    if (
        _URL.search(join.before)
        or _URL.search(join.after[: len(right) + 30])
        or len(join.marks) > 3
        or ".." in join.marks
    ):
        return False
    if right in _CLIPPED or (join.follows in ("(", "_", "@", "=", ")") and not join.quotes):
        return False
    closed = not left and join.before[-1:] in ")]%”’\"'®™…"
    if join.quotes:
        return (bool(left) or closed) and _apart(join)
    if join.mark != ".":
        if right[0].islower():  # "?" in lower-case surroundings is a dash that an encoding could not hold
            return join.mark == "!" and len(right) > 2 and join.known_right and len(left) > 2 and join.known_left
        return len(left) > 1 and (join.known_right or join.titled) and left[-1].islower()
    if right[0].islower() or right.lower() in _ENDINGS or (right in _COUNTRIES and not join.known_left):
        return False
    if closed:
        return join.titled or right in ("A", "I")
    return _is_full_stop(join)


def _apart(join: _Join) -> bool:
    """Whether what stands behind a stop and a quotation mark is a word of its own, not an ending ("Jr.'s")."""
    right = join.right
    if right[0].islower():
        return len(right) > 1 and join.known_right
    return True


def _is_full_stop(join: _Join) -> bool:
    """Whether a point between two words ends a sentence: not in addresses, initials, file names, brands."""
    left, right = join.left, join.right
    if (left, right) in _BRANDS or _HOST.match(join.after, len(right)):
        return False
    if left[:1].isupper() and right.lower() not in FUNCTION_WORDS and right not in _BEGINS:
        near = join.prose[max(0, join.start - _NEAR) : join.end + _NEAR]
        if near.count(f" {left}.{right}") > 1:  # Roof.Tile
            return False
        if _CAMEL.fullmatch(right) and f" {right}" not in near:  # Hub.MainStreet
            return False
    number = _NUMBER.fullmatch(join.before) is not None
    chained = "." in join.before and not number
    begins = join.known_right and (join.titled or right in ("A", "I"))
    if chained:
        # "U.S.The", "at 9 a.m.He", "bbc.co.uk.The": only what surely begins a sentence.
        return right in _BEGINS and join.follows != "."
    if number and "." in join.before:  # “at $9.25.Bondholders”
        return not join.line_start and join.follows != "." and len(right) > 1 and (join.titled or right.isupper())
    if left.isdigit():
        word = begins or join.titled or (right.isupper() and len(right) > 2)
        return word and len(right) > 1 and not (join.line_start and len(left) < 3)
    if len(left) < 2:
        return right in _BEGINS and join.follows != "."
    if _ROMAN.fullmatch(right) and right not in ("I", "C"):
        return False
    if len(right) == 1:
        plain = left.isalpha() and left[1:].islower() and len(left) > 2
        if right in "AI" and join.follows in ("", "’", "'"):
            return plain
        return plain and left.islower() and join.known_left and bool(_DOTTED_NAME.match(join.after))
    if right.isupper():
        return left.islower() and join.known_left and len(left) > 2
    if not right[1:].replace("'", "").replace("’", "").isalpha() or not right[0].isupper():
        return False
    if join.follows == "." and re.match(r"\.[\w]", join.after[len(right) :]) and not join.known_left:
        return False
    return (
        join.known_right
        or join.known_left
        or left.islower()
        or left + "." in abbreviations()
        or (join.titled and left[0].isupper() and left[1:].islower() and len(left) > 2)
    )


# Words that begin a sentence even where initials or an address stand before the stop.
_BEGINS_LIST = """
    After Although An And Another As At Because Before Both But By During Earlier For From He Her Here His How
    However If In It It's It’s Its Last Many Meanwhile More Most Mr Mrs Ms No Not Now On One Only Other Our Over
    People Police President Several She Since So Some Such That The Their Then There These They This Those Today Two
    Under Until We What When Where While Who With Yet You Your
"""
_BEGINS = frozenset(_BEGINS_LIST.split())


def _is_pause(join: _Join) -> bool:
    """Whether a comma, colon or semicolon stands between two words of running text."""
    left, right, mark = join.left, join.right, join.mark
    if (right in _CLIPPED and not join.quotes) or join.after.startswith("external-link"):
        return False
    link = mark == ":" and right.lower() in ("http", "https") and join.after.startswith("://", len(right))
    if _URL.search(join.before) or (not link and _URL.search(join.after[: len(right) + 30])):
        return False
    closed = not left and join.before[-1:] in ")]%”’\"'®™."
    if (not left and not closed) or _CODE.search(join.prose, max(0, join.start - 120), join.start):
        return False
    if join.quotes:
        return closed or len(left) > 1 or left.isdigit() or left in "AI"
    if mark == ":":
        return _is_colon(join, link=link)
    marked = (left, right) in _BRANDS or _ENTITY.search(join.before) or ":" in join.before
    if mark == ";" and (marked or join.follows in (":", "}", "=")):
        return False
    if _ROMAN.fullmatch(right) and right not in ("I",):
        return False
    if left.isdigit() and not right.strip("Oo"):  # "660,OOO"
        return False
    if left.isdigit() or not left[-1:].isalpha():
        return len(right) > 2 or right in FUNCTION_WORDS or right == "I"
    if len(right) == 1:
        if len(left) > 2 and _LONE_LETTER.match(join.after):
            return True
        return right in ("a", "I", "A") and len(left) > 2 and join.follows in ("", "’", "'")
    return len(left) > 1 and join.follows not in ("(", "_", "=")


def _is_colon(join: _Join, *, link: bool) -> bool:
    left, right = join.left, join.right
    if not left.isalpha() and not left.replace("’", "").replace("'", "").isalpha():
        return False
    if len(left) < 2 or left.lower() in _NO_LABEL or left.lower() in _EXCHANGES:
        return False
    if link:
        return join.known_left or left.istitle()
    if ":" in join.before or ":" in join.after or join.follows in (";", "}", "(", "="):
        return False
    if right[0].islower():
        if _TERM.search(join.prose, max(0, join.start - len(left) - 40), join.start - len(left)):
            return False
        ratio = join.prose.startswith(" ratio", join.end + len(right))
        known = join.known_left and join.known_right and not ratio
        return known and (len(right) > 1 or (right == "a" and len(left) > 2))
    if right.isupper() and len(right) > 1:
        return left[1:].islower() and join.known_left
    return len(right) > 1 or right in ("A", "I")


def _gap(join: _Join) -> tuple[int, str]:
    """Where the lost space stood, and the case: `quote` where a straight mark may open or close."""
    start, quotes = join.end - len(join.quotes), join.quotes
    if not quotes:
        return join.end, ""
    for i, mark in enumerate(quotes):
        if mark in "“‘([" or (mark in "\"'" and _opens(join, start + i, i)):
            return start + i, "quote" if mark in "\"'" else ""
    return join.end, "quote" if "'" in quotes or '"' in quotes else ""


def _opens(join: _Join, at: int, index: int) -> bool:
    """Whether a straight mark behind a stop or comma opens a quotation."""
    prose = join.prose
    if index:
        return False
    if join.mark in ":" or (join.mark in ",;" and re.search(rf"\b{SAYING_PATTERN}$", join.left)):
        return True
    if prose[at] == '"' and join.right[0].isupper():
        following = _closes_next(prose, at)
        if following is not None:
            return following
    begin = max(prose.rfind("\n", 0, at) + 1, at - 160)
    if join.mark == "." and _ATTRIBUTION.search(prose, begin, join.start):
        return True
    if prose[at] == "'":
        return join.right[0].isupper() and prose.count("'", max(begin, at - 80), at) % 2 == 0 and join.mark != "."
    return join.document.quotations.begins(at)


def _closes_next(prose: str, at: int) -> bool | None:
    """Whether the next straight mark closes, so that the one at `at` opens; None when its neighbours do not tell."""
    found = _NEXT_MARK.match(prose, at + 1)
    if found is None:
        return None
    following = found.end() - 1
    before, after = prose[following - 1], prose[following + 1 : following + 2]
    starts, ends = before in " (—–", after in ("", " ", "\n", ".", ",", ";", ":", "?", "!", ")")
    return None if starts == ends else ends
