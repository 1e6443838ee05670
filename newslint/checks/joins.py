"""Words and blocks that run into one another without a mark: "reportersFriday", "ImagesAnd", "saidthe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

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
    """Tokens that are two words: by a capital inside, for each such place; by their halves, once an article."""
    if match.re.pattern.startswith(r"\A"):
        yield from _small_words(document, options)
    else:
        yield from _capitals(match, document, options)


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
    hyphened = document.prose[start - 1 : start] in ("-", "‑") and left in _words()
    figure = start > 0 and document.prose[start - 1].isdigit() and left in _BEHIND_FIGURES
    if in_address(document.prose, start, end, hyphened=hyphened) and not figure:
        return
    kind = "open" if figure else _kind(left, right, token, document.prose, start, end)
    if kind and token.removesuffix("'s").removesuffix("’s").casefold() not in options.words("allow"):
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
        return "open" if left in _CREDITS and known and len(stem) > 2 else ""
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
    # Two names of one person, and a small word before a name: not "BankAmerica", whose halves are words.
    known_both = (left in article.inside or low in names) and (stem in article.inside or plain in names)
    if known_both and plain not in words and low not in words and len(left) > 2 < len(stem):
        return "open" if article.glued else "space"
    if low in FUNCTION_WORDS and (plain in names or (plain not in words and stem in article.inside)):
        return "open" if article.glued else "space"
    if sure:
        return "space"
    both = left in article.inside and stem in article.inside
    return "space" if both and not article.glued and len(left) > 2 < len(stem) else ""


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
    if (
        low not in words
        and left.islower()
        and any(kind == "sure" for _, kind in _ways(left.encode("latin-1", "replace")))
    ):
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
    our your about because into said is are to it if he my new many such very only also just both each between
    before while when how since during against among across around through without being does did says made
    making including more now not whose next last then never always often by two three four five six seven eight
    nine ten million billion"""
)
_FIRST_CAPITAL = _set(
    """the and that from was were have has with this their these those which would could should they our your
    about because both each between while when how since during among across being made including"""
)
_PREFIXES = _set(
    """out over up down off under any every some no so how her after be ever all in on here there where hers"""
)
_LAST = _set(
    """the and of that was were have has had with from they this these those their would could should will which
    when while because than been said to for not who both without about into after before between during against
    among across since also being such very where new says including includes last several together we"""
)
_LAST_INFLECTED = _set("in on at by as is it a")  # only behind a form: "involvedin", "changesin"
_FORMS = ("ed", "ing", "es", "rs", "ts", "ns", "ls", "ds", "ks", "ps", "ms")
_TAILS = _set(  # what forms make compounds with: "laughingstock", "buildingblocks"
    """stock stocks stone stones house houses block blocks board boards room rooms ground grounds point points place
    places field fields bridge party post posts gown pool paper land lands hood hoods suit suits mate mates down"""
)
_COMPOUNDS = re.compile(
    r"(?:here|there|where)(?:with|to|of|in|on|for|from|about|after|by|at|as|not|under|upon)$|(?:else|some|any)where$"
    r"|(?:forth|hence)(?:with|going)$|(?:turn|round|lay|run|walk|knock|gad)about$|(?:good|free|ill)will$|what(?:not|ever)"
    r"|(?:day|morning)after$|(?:hand|home|man|ready)made$|so(?:other|under)|(?:any|every|some|no)(?:how|thing|body)"
    r"|(?:seethe|errand|errands|brigand|garland|the[irs]+|ours?|yours?|hers|gainsays|wellbeing|reformat|personas)$"
    r"|(?:new|first|last)(?:born|room|found|comer|ing)|(?:more|other|how|it|my)(?:over|world|ever|self|selves)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten)(?:fold|some|teen|ties|score|pence|penny|weight|self|sing)"
    r"|(?:around|through|without)(?:about|door|put|way)|notabl|noteb|notif|hers|hear|hein|heir|mya|iff|isom|byli"
    r"|withdraw|withh|withst|off|isth|theo|thes|therm|hist|tow?ard|tomat|inton|toad|tog|toni|toto|thata|album|rough|hehe"
)
_PLAIN_SMALL = FUNCTION_WORDS - _PREFIXES
_ARTICLES = _set("the this that their his its our your which of")
_BEFORE_A = _set("with from that into was")  # not "coulda", "outta", "kinda"
_USUAL = _set(
    """itis isit heis atleast aslong aswell infact ofcourse incase inorder eachother eventhough evenif upto tobe
    ofall atall"""
)
_LEAST_JOIN = 4  # code points of a token that may be two words
_MOST_PLACES = 50  # tokens of one article that are looked for in it


@cache
def _known() -> frozenset[bytes]:
    """Words and names as the view of tokens has them."""
    return frozenset(word.encode("latin-1", "replace") for word in (*common_words(), *proper_names()))


def _small_words(document: Document, options: Options) -> Iterator[Hit]:
    """Two words in small letters, most often with a function word among them: "saidthe", "ofthe"."""
    prose, tokens = document.prose, document.tokens.words
    found = 0
    for data in sorted(set(tokens) - _known()):
        if len(data) < _LEAST_JOIN or not (ways := _ways(data)):
            continue
        low = data.decode("latin-1")
        if low in options.vocab or tokens.count(data) > 1:
            continue
        found += 1
        if found > _MOST_PLACES:
            return  # no English, or no text
        for match in re.finditer(rf"(?<![\w@#/.’'-]){low}(?![\w@/’'-])", prose, re.IGNORECASE):
            token, (start, end) = match[0], match.span()
            at = _best(token, ways, prose)
            if not at or in_address(prose, start, end):
                continue
            block = document.block_at(start)
            if block is None or document.english(block):
                fix = (Edit(start + at, start + at, " "),)
                yield Hit(start, end, values={"left": token[:at], "right": token[at:]}, fixes=(fix,))


def _best(token: str, ways: tuple[tuple[int, str], ...], prose: str) -> int:
    """Where to divide a token, by how it is written and what else stands in the article; 0 for nowhere."""
    if token.islower():
        sure = [at for at, kind in ways if kind == "sure"]
        return sure[0] if len(sure) == 1 else 0
    if not token[1:].islower():
        return 0
    for at, kind in ways:
        left = token[:at].lower()
        name = at > 3 and (left in proper_names() or token[:at] in standing(prose).inside)
        if (kind == "first" and token[at:] in _words()) or (
            kind == "last" and (name or (left in _words() and at > 4 and len(token) - at > 3))
        ):
            return at
    return 0


def _is_form(word: str) -> bool:
    """Whether a word is a form of a verb, an adverb or a superlative: "stabbed", not "hundred"."""
    words = common_words()
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return stem in words or stem + "e" in words or (stem[-1:] == stem[-2:-1] and stem[:-1] in words)
    return word.endswith(("ly", "est"))


@lru_cache(maxsize=1 << 16)
def _ways(data: bytes) -> tuple[tuple[int, str], ...]:
    """Where a token that is no word may divide.

    `sure`: into two words of which one is a function word, or the first a form and the second long; `first`, `last`:
    before or behind a function word, if the token has a capital.
    """
    token = data.decode("latin-1")
    if not token.isalpha() or len(token) > LONGEST or _COMPOUNDS.match(token):
        return ()
    words, out = _words(), []
    for at in range(2, len(token)):
        left, right = token[:at], token[at:]
        if left in _FIRST_CAPITAL and len(right) >= 6 and right in words:
            out.append((at, "first"))
        if right in _LAST:
            out.append((at, "last"))
        if left not in words or (right not in words and right not in _LAST_INFLECTED):
            continue
        if (
            (left in _PLAIN_SMALL and right in _PLAIN_SMALL and len(token) > 4 and (right != "a" or left in _BEFORE_A))
            or (left in _PREFIXES and right in _ARTICLES)
            or token in _USUAL
            or (left in _FIRST and len(right) >= (5 if len(left) < 5 else 4))
            or (right in _LAST and len(left) >= (4 if len(right) > 2 else 5))
            or (right in _LAST_INFLECTED and len(left) >= (6 if right == "on" else 5) and left.endswith(_FORMS))
            or (right in ("in", "on") and len(left) >= 6)
            or (len(left) > 5 <= len(right) and right not in _TAILS and _is_form(left))
        ):
            out.append((at, "sure"))
    return tuple(out)
