"""Words and blocks that run into one another without a mark: "reportersFriday", "ImagesAnd", "saidthe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.inline import in_two_elements
from newslint.document.joined_tokens import ways
from newslint.document.standing import in_address, spans_of, standing, token_at
from newslint.document.title_signs import LETTERED
from newslint.document.tokens import LOWER
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, common_words, proper_names, word_set
from newslint.lexicon.persons import OFFICES, SHORT_TITLES
from newslint.lexicon.saying import SAYING
from newslint.model import Edit, Hit
from newslint.rule import Options

# Words that begin a sentence or a caption: behind another word, with a capital, a block of its own began there.
_STARTERS = word_set(
    """The This These Those That There They They've They're He He's She She's We We're We've You You're It It's
    Its But And When While Why What Who Where How If As For From Since So After Before Some Although Though
    Because With Without His Her Their Our My Here Then Yet Among Despite During Until Whether Not Many Most
    Such Should Could Would Can Did Does Don't Isn't There's That's Here's"""
)
_LOOSE_STARTERS = word_set("In On At To An A One Two More Have Has Is Are Was Were Do All Over Under Only")
# What captions end in: whatever follows is another block.
_CREDITS = word_set(
    """Images Getty Reuters Alamy Shutterstock Guardian Observer Features Corbis Associates Rex Photograph PA AP
    AFP EPA"""
)
_PHOTOGRAPH = lazy(r"\bPhotograph: (?:[A-Z][\w.’'-]*[ /]){0,5}$")
_TITLES = SHORT_TITLES | OFFICES
_MONTHS_AND_DAYS = word_set(
    """January February March April June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday"""
)
_HALVES = lazy(r"((?:[A-Z]?[a-zà-ÿ'’]+|[A-Z]{2,20}(?=[A-Z][a-z])))([A-Z][^\W\d_]*(?:['’][a-z]+)?)")
_PREFIXED = lazy(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|O['’]|D['’]|L['’]|Al)(?=[A-Z])")

_OF_BRANDS = word_set("All For My Our We You")  # ForAmerica
_NAME_ENDS = lazy(r"[A-Z][\w.’'-]+$")
_CAPITALS = lazy(r"(?:[A-Z(][\w.()’'-]* ){1,4}")


def capitals(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """Tokens with a capital right behind a small letter (or the capitals of a credit), whose first half is a word."""
    found = token_at(document.prose, match.start() if match.end() - match.start() < 3 else match.end() - 2)
    if found is None:
        return
    token, start, end = found
    if token.removesuffix("'s").removesuffix("’s").casefold() in options.words("allow"):
        return
    prefix = _PREFIXED.match(token)
    parts = _HALVES.match(token, prefix.end() if prefix else 0)
    if parts is None or token.isupper():
        return
    left, right = token[: parts.end(1)], parts[2]
    hyphened = document.prose[start - 1 : start] in ("-", "‑") and left in common_words()
    figure = start > 0 and document.prose[start - 1].isdigit() and left in _BEHIND_FIGURES
    if figure and right == "Ld":
        return  # "1stLd-Writethru": an agency counts the leads of a story so
    if in_address(document.prose, start, end, hyphened=hyphened) and not figure:
        return
    kind = "open" if figure else _kind(left, right, token, document.prose, start, end)
    if kind:
        at = start + len(left)
        if in_two_elements(document, at):
            return
        yield Hit(start, end, values={"left": left, "right": right}, fixes=_mends(kind, at))


def _mends(kind: str, at: int) -> tuple[tuple[Edit, ...], ...]:
    if kind == "space":
        return ((Edit(at, at, " "),),)
    return ((Edit(at, at, " "),), (Edit(at, at, ". "),))


def _kind(left: str, right: str, token: str, prose: str, start: int, end: int) -> str:
    """The mend: "space" if a blank between the halves is certain, "open" if there are other readings, "" if no join."""
    low, bare = left.replace("’", "'").lower(), right.replace("’", "'")
    words, names = common_words(), proper_names()
    stem = bare.removesuffix("'s")
    acronym, plain = stem.isupper(), stem.lower()
    known = plain in words or plain in names
    if len(stem) == 1 and not (bare in ("A", "I") and prose.startswith(" ", end)):
        return ""  # a shift that slipped ("concludeD"), a code
    whole = acronym or stem[1:].islower() or "'" in stem
    if left.isupper():
        if not stem[1:].islower():
            return ""
        if bare in _STARTERS or bare in _MONTHS_AND_DAYS or bare == "Today":
            return "open"
        if known and (len(left) >= 10 or (len(left) > 5 and low in words)):
            return "open"  # "FOR IMMEDIATE RELEASEContact"
        credited = left in _CREDITS and known and len(stem) > 2
        more = prose[end : end + 1] not in ("", "\n", ".", ",", ")")  # "Photograph: PRNewswire" ends there
        return "open" if credited or (more and _PHOTOGRAPH.search(prose, max(0, start - 70), start)) else ""
    if left[0].islower():
        return _behind_small(left, low, bare, stem, token, prose)
    if not whole:
        return ""
    article = standing(prose)
    if left in _CREDITS and known and article.count(left):
        return "open"
    if bare in _STARTERS:
        return "open" if len(left) > 3 or (len(left) == 3 and (low in words or low in names)) else ""
    if bare in _LOOSE_STARTERS and len(left) >= 7 and (low in words or low in names):
        return "open"
    if acronym or article.count(token) > 1:
        return ""
    if low == plain and (len(low) > 5 or (len(low) > 3 and plain not in words)):
        return "open"
    if _behind_label(prose[max(0, start - 70) : start], left):
        return "open"  # "Jane Marlow Jane Ann MarlowVoters wary of plan": a label and the link behind it
    if left in _TITLES and stem[1:].islower() and len(stem) > 2:
        return "space"
    sure = stem in _MONTHS_AND_DAYS or f"{left} {right}" in prose
    # Two names of one person, and a small word before a name: not "BankAmerica", whose halves are words.
    known_both = (article.inside(left) or low in names) and (article.inside(stem) or plain in names)
    if known_both and plain not in words and low not in words and len(left) > 2 < len(stem):
        return "open" if article.glued else "space"
    opens = low in FUNCTION_WORDS and left not in _OF_BRANDS
    if opens and (plain in names or (plain not in words and article.inside(stem))):
        return "open" if article.glued else "space"
    if sure:
        return "space"
    if low in words and known:
        return ""  # as brands are made: SolarCity
    both = article.inside(left) and article.inside(stem)
    return "space" if both and not article.glued and len(left) > 2 < len(stem) else ""


def _behind_label(before: str, name: str) -> bool:
    """Whether text ends in a name that ends in `name`, then in one to four words with capitals."""
    at = before.find(f" {name} ")
    while at >= 0:
        if _NAME_ENDS.search(before, 0, at) and _CAPITALS.fullmatch(before, at + len(name) + 2):
            return True
        at = before.find(f" {name} ", at + 1)
    return False


def _behind_small(left: str, low: str, bare: str, stem: str, token: str, prose: str) -> str:
    """The same for a first half in small letters."""
    words, names, plain = common_words(), proper_names(), stem.lower()
    article = standing(prose)
    if len(left) < 2:
        known = plain in words or plain in names
        return "space" if left == "a" and known and plain not in FUNCTION_WORDS and article.count(token) == 1 else ""
    if token.lower() in words and not stem.isupper() and (len(stem) < 3 or plain not in words):
        return ""  # a shift that slipped: "heLping"
    if low in FUNCTION_WORDS or low in SAYING:
        return "space" if len(stem) > 1 and not (low == "my" and stem.isupper()) else ""  # myRA
    if bare == "A":  # a block that begins with the article; not "the vitaminA"
        return "open" if low in words and len(low) > 2 and low not in LETTERED else ""
    if stem.isupper() and len(stem) > 1:
        return "space" if low in words and (article.count(stem) or stem == "OK") and article.count(token) == 1 else ""
    if not (stem[1:].islower() or "'" in stem or _DAY_INSIDE.match(bare)):
        return ""
    if (
        low not in words
        and left.islower()
        and any(kind == "sure" for _, kind in ways(left.encode("latin-1", "replace")))
    ):
        return "space"  # "totheFood": the other join shows when this one is mended
    if low not in words:
        fits = bare in _STARTERS or (plain in words and len(plain) >= 4)
        return "open" if len(left) >= 7 and fits and article.count(token) == 1 else ""
    if bare in _STARTERS:
        return "open"
    if article.count(token) > 1:
        return ""  # a name that is written so: "creditWatch"
    if plain in words and plain not in names and bare not in _TITLES and f" {bare}" not in prose:
        return "open"  # "plaqueSimilar": the capital says that a sentence begins, and its full stop may be lost
    return "open" if article.glued and not _DAY_INSIDE.match(bare) else "space"


_BEHIND_FIGURES = word_set("am pm st nd rd th")  # "at 9pmYes", "113thCongress"
_DAY_INSIDE = lazy(rf"(?:{'|'.join(sorted(_MONTHS_AND_DAYS))})[a-z]+$")


_INVISIBLE = frozenset("\u200b\u200c\u200d\u00ad\u2060\ufeff\ufffc")  # the word has a first half behind one of these
_MOST_PLACES = 50  # tokens of one article that are looked for in it


def halves(document: Document, options: Options) -> Iterator[Hit]:
    """Tokens that are two words in small letters, most often with a function word among them: "saidthe", "ofthe"."""
    prose = document.prose
    found = 0
    for data in sorted({word.translate(LOWER) for word in document.telling.joins}):
        low = data.decode("latin-1")
        if low in options.vocab or document.tokens.count(data) > 1:
            continue
        found += 1
        if found > _MOST_PLACES:
            return  # no English, or no text
        for start, end in spans_of(prose, [low]):
            token = prose[start:end]
            at = _best(token, ways(data), prose)
            if not at or in_address(prose, start, end) or prose[start - 1 : start] in _INVISIBLE:
                continue
            block = document.block_at(start)
            if block is None or document.english(block):
                fix = (Edit(start + at, start + at, " "),)
                yield Hit(start, end, values={"left": token[:at], "right": token[at:]}, fixes=(fix,))


def _best(token: str, places: tuple[tuple[int, str], ...], prose: str) -> int:
    """Where to divide a token, by how it is written and what else stands in the article; 0 for nowhere."""
    if token.islower():
        sure = [at for at, kind in places if kind == "sure"]
        return sure[0] if len(sure) == 1 else 0
    if not token[1:].islower():
        return 0
    for at, kind in places:
        left = token[:at].lower()
        name = at > 3 and (left in proper_names() or standing(prose).inside(token[:at]))
        if (kind == "first" and token[at:] in common_words()) or (
            kind == "last" and (name or (left in common_words() and at > 4 and len(token) - at > 3))
        ):
            return at
    return 0
