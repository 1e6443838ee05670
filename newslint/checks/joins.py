"""Words and blocks that run into one another without a mark: "reportersFriday", "ImagesAnd", "saidthe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Document
from newslint.document.standing import LONGEST, in_address, standing, token_at
from newslint.lexicon import FUNCTION_WORDS, common_words, proper_names
from newslint.model import Edit, Hit
from newslint.rule import Options


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that begin a sentence or a caption: behind another word, with a capital, a block of its own began there.
_STARTERS = _set(
    """The This These Those That There They They've They're He He's She She's We We're We've You You're It It's
    Its But And When While Why What Who Where How If As For From Since So After Before Some Although Though
    Because With Without His Her Their Our My Here Then Yet Among Despite During Until Whether Not Many Most
    Such Should Could Would Can Did Does Don't Isn't There's That's Here's"""
)
_LOOSE_STARTERS = _set("In On At To An A One Two More Have Has Is Are Was Were Do All Over Under Only")
# What captions end in: whatever follows is another block.
_CREDITS = _set(
    """Images Getty Reuters Alamy Shutterstock Guardian Observer Features Corbis Associates Rex Photograph PA AP
    AFP EPA"""
)
_TITLES = _set(
    """President Senator Senators Congressman Congresswoman Representative Representatives Mayor Minister
    Secretary General Governor Chairman Chairwoman Judge Justice Professor Sheriff Ambassador Councillor
    Chancellor Rep Sen Gov Mr Mrs Ms Dr"""
)
_MONTHS_AND_DAYS = _set(
    """January February March April June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday"""
)
_HALVES = re.compile(r"((?:[A-Z]?[a-zà-ÿ'’]+|[A-Z]{2,20}(?=[A-Z][a-z])))([A-Z][^\W\d_]*(?:['’][a-z]+)?)")
_PREFIXED = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|O['’]|D['’]|L['’]|Al)(?=[A-Z])")


@cache
def _words() -> frozenset[str]:
    return frozenset(word for word in common_words() if len(word) > 1) | {"a"}


def run_together(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A token that may be two words: by a capital inside it, or by a function word at one end."""
    hits = _small_words if match[0].islower() or match[0][1:].islower() else _capitals
    yield from hits(match, document, options)


def _capitals(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A capital right behind a small letter (or behind the capitals of a credit), where the first half is a word."""
    found = token_at(document.prose, match.start() if match.end() - match.start() < 3 else match.end() - 2)
    if found is None:
        return
    token, start, end = found
    prefix = _PREFIXED.match(token)
    halves = _HALVES.match(token, prefix.end() if prefix else 0)
    if halves is None or token.isupper():
        return
    left, right = token[: halves.end(1)], halves[2]
    figure = start > 0 and document.prose[start - 1].isdigit() and left in _BEHIND_FIGURES
    if in_address(document.prose, start, end) and not figure:
        return
    kind = "open" if figure else _kind(left, right, token, document.prose, start, end)
    if kind:
        at = start + len(left)
        yield Hit(start, end, values={"left": left, "right": right}, fixes=_mends(kind, at))


def _mends(kind: str, at: int) -> tuple[tuple[Edit, ...], ...]:
    if kind == "space":
        return ((Edit(at, at, " "),),)
    return ((Edit(at, at, " "),), (Edit(at, at, ". "),))


def _kind(left: str, right: str, token: str, prose: str, start: int, end: int) -> str:
    """The mend: "space" if a blank between the halves is certain, "open" if there are other readings, "" if no join."""
    low, bare = left.replace("’", "'").lower(), right.replace("’", "'")
    words, names = _words(), proper_names()
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
        return "open" if left in _CREDITS and known else ""
    if left[0].islower():
        return _behind_small(left, low, bare, stem, token, prose)
    if not whole:
        return ""
    article = standing(prose)
    if left in _CREDITS and known and article.counts[left]:
        return "open"
    if bare in _STARTERS:
        return "open" if len(left) > 3 or (len(left) == 3 and (low in words or low in names)) else ""
    if bare in _LOOSE_STARTERS and len(left) >= 7 and (low in words or low in names):
        return "open"
    if acronym or article.counts[token] > 1:
        return ""
    if low == plain and len(low) > 3 and plain not in words:
        return "open"
    if re.search(rf"[A-Z][\w.’'-]+ {left} (?:[A-Z(][\w.()’'-]* ){{1,4}}$", prose[max(0, start - 70) : start]):
        return "open"  # "Jane Marlow Jane Ann MarlowVoters wary of plan": a label and the link behind it
    if left in _TITLES and stem[1:].islower() and len(stem) > 2:
        return "space"
    sure = stem in _MONTHS_AND_DAYS or f"{left} {right}" in prose
    # Two names of one person: not "BankAmerica", whose halves are words.
    names_both = (low not in words and plain not in words) and stem in article.inside
    if sure or (names_both and (left in article.inside or low in names) and len(left) > 2 < len(stem)):
        return "open" if article.glued and not sure else "space"
    return ""


def _behind_small(left: str, low: str, bare: str, stem: str, token: str, prose: str) -> str:
    """The same for a first half in small letters."""
    words, names, plain = _words(), proper_names(), stem.lower()
    article = standing(prose)
    if len(left) < 2:
        known = plain in words or plain in names
        return "space" if left == "a" and known and plain not in FUNCTION_WORDS and article.counts[token] == 1 else ""
    if low in FUNCTION_WORDS or low in _SAYING:
        return "space" if len(stem) > 1 else ""
    if stem.isupper() and len(stem) > 1:
        return "space" if low in words and (article.counts[stem] or stem == "OK") and article.counts[token] == 1 else ""
    if not (stem[1:].islower() or "'" in stem or _DAY_INSIDE.match(bare)):
        return ""
    if low not in words and _split(low, words, capital=False, token=left, prose=prose):
        return "space"  # "totheFood": the other join shows when this one is mended
    if low not in words:
        fits = bare in _STARTERS or (plain in words and len(plain) >= 4)
        return "open" if len(left) >= 7 and fits and article.counts[token] == 1 else ""
    if bare in _STARTERS:
        return "open"
    if article.counts[token] > 1:
        return ""  # a name that is written so: "creditWatch"
    return "open" if article.glued and not _DAY_INSIDE.match(bare) else "space"


_BEHIND_FIGURES = _set("am pm st nd rd th")  # "at 9pmYes", "113thCongress"
_SAYING = _set("said says told")
_DAY_INSIDE = re.compile(rf"(?:{'|'.join(sorted(_MONTHS_AND_DAYS))})[a-z]+$")


# Small words that hardly any word begins or ends with: two halves of which one is such a word are a join, if the whole
# is no word. Words such as in, over, out, less or able make compounds ("overpay", "lockout") and are not here.
_FIRST = _set(
    """of the and that from was were have has with this their these those which would could should been they his
    our your about because into said is are to"""
)
_LAST = _set(
    """the and of that was were have has had with from they this these those their would could should will which
    when while because than been said to for not who both without about into"""
)
_LAST_INFLECTED = _set("in on at by as is it")  # only behind a form: "involvedin", "changesin"
_COMPOUNDS = re.compile(
    r"(?:here|there|where|forth|so|any|every|some|no|out|over|under|up|down|un|non|re|pre|semi|anti|self|never|good|free"
    r"|ill|round|turn|lay|run|walk|knock|gad|what|whom)"
    r"(?:with|to|of|in|on|for|from|about|not|this|that|will|said|and|than|the|others?)$"
    r"|(?:seethe|errand|errands|brigand|garland|the[irs]+|ours?|yours?|hers)$"
    r"|withdraw|withh|withst|off|isth|theo|thes|therm|hist|tow?ard|tomat|inton|toad|tog|toni|toto|thata"
)


def _small_words(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """Two words in small letters of which one is a function word: "saidthe", "ofthe"."""
    prose, (start, end) = document.prose, match.span()
    token = match[0]
    low = token.lower()
    words = _words()
    if low in words or low in proper_names() or low in options.vocab or len(token) > LONGEST or _COMPOUNDS.match(low):
        return
    at = _split(low, words, capital=token[0].isupper(), token=token, prose=prose)
    if not at or in_address(prose, start, end):
        return
    article = standing(prose)
    if article.counts[token] > 1 or article.counts[low] > 1:
        return
    block = document.block_at(start)
    if block is not None and not document.english(block):
        return
    yield Hit(
        start,
        end,
        values={"left": token[:at], "right": token[at:]},
        fixes=((Edit(start + at, start + at, " "),),),
    )


def _split(low: str, words: frozenset[str], *, capital: bool, token: str, prose: str) -> int:
    """Where a token that is no word divides into a word and a function word; 0 for nowhere, or for several places."""
    places = []
    for at in range(2, len(low) - 1):
        left, right = low[:at], low[at:]
        if right not in words and right not in _LAST_INFLECTED:
            continue
        if capital:
            name = len(left) > 3 and (token[:at] in standing(prose).inside or left in proper_names())
            if (left in _FIRST and len(left) > 2 and len(right) >= 6) or (
                right in _LAST and (name or (left in words and len(left) > 4 and len(right) > 3))
            ):
                places.append(at)
            continue
        if left not in words:
            continue
        both = left in FUNCTION_WORDS and right in FUNCTION_WORDS
        first = left in _FIRST and len(right) >= 5
        last = right in _LAST and len(left) >= (4 if len(right) > 2 else 5)
        form = right in _LAST_INFLECTED and len(left) >= 6 and left.endswith(("ed", "ing", "ies", "ers", "ges", "nts"))
        if both or first or last or form:
            places.append(at)
    return places[0] if len(places) == 1 else 0
