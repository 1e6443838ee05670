"""A or an: by the sound of what follows, and silent where the sound is not certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.sentences import BEFORE_FIRST
from newslint.document.words import is_english, is_foreign
from newslint.lazy import lazy
from newslint.lexicon import common_words, irregular_articles, proper_names, word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

_SAID_WITH_A_VOWEL = "AEFHILMNORSX"  # letters whose names begin with one
_AROUND = 300  # code points on either side that tell the language

# Abbreviations with a vowel in them that are spelt out all the same: an MRI, an SUV.
_SPELT = word_set("""
    FA FAA FAI FAO FAQ FAQS FBI FCA FDA FDI FIR FOI FOMC FSA FTA HBO HCA HIV HMO HPA IPO LA LAPD LEA LGA LSE LSO
    MA MBA MBE MEP MEPS MEPP MI MIA MIT MLA MLAS MOD MOT MOU MRI MRIS MRSA MSP NAACP NBA NCAA NDA NEA NGO NGOS NIH NRA
    NSA NSAID NUT NWA RAC RAF RCA RIAA RIBA RNA RPI RSPCA RUC SAS SAT SATS SDI SEC SEO SIU SOE SOS SRA SUV SUVS
    FIDE FCDO FCO FDIC FEC FHA FIA HMICFRS HRA LEA LNER LTA MCA MHRA MPHIL MSA MSC MTA NAO NEC NEU NFU NPA NUJ NUM NUS
    RFU RIC ROI RTA RTE SBU SDA SEA SFA SFO SLA SSA STI
""")
_STATES = word_set("NC ND NH NJ NM NY RI SC SD")  # often read in full
# Those that are read as a word: a NASA, a FIFA.
_READ = word_set("""
    FARC FEMA FICA FIFA FISA FTSE HAMAS HAZMAT HEPA HUD LASER LASIK LIBOR MERS MOMA NAFTA NASA NASCAR NASDAQ NATO
    NICE NIMBY NIST NOAA RADAR RAND RICO ROM SAG SALT SARS SCUBA SEAL SIDS SIM SNAP SONAR SPAC STEM SWAT SWIFT SMART
""")
_U_WITH_VOWEL = lazy(r"u(?:[dgh]|l(?!y)|m(?!l|ask|ount)|n(?!i|a[nk])|p|r[bgnd]|sh|tt|tm|ni[mndlr])")
# "An historic day", "an hotel": both ways are in use.
_EITHER_H = lazy(
    r"h(?:istor(?:ic|ian)|ilari|otel|abit[au]|allucin|eredit|eroic|orr(?:if|end)|yst|yp|ispan|egemon|omag|omog|erb|armon|umong)"
)
_NOT_NOUNS = word_set("""
    and or in is as at of on it if are am an i into its our us upon any each every either else all also a e the that
    this these those he she they we you to was were which who whom when with what then there than from for by but be
    been has have had can could would should his her their my your how why where whether because thus another der
    den dem des und la el los por que del
""")
_PRONOUN = lazy(r"\b(?:we|he|she|they|I|who|the|an|your|my)[ \n]$")
_QUALIFIED = lazy(r"(?:only|about|around|almost|over|all)[ \n]an?\b")
_NUMBER = lazy(r"(\d+)")
_HUNDREDS = lazy(r"1,[18]\d\d(?![,\d])")
# Signs of currencies that are said as words or as letters: "a R500m fine", "a N2.5bn bond".
_SUM = lazy(r"(?:[NRLK]|RM|RMB) ?(?:\d{3}|\d{1,2}(?:[,.]\d|[ -]?(?:k|m|mn|bn|trn|tn|million|billion|trillion)\b))")
_DOTTED = lazy(r"(?:[A-Z]\.){2}")
_PEOPLE = lazy(r"[a-z](?:ian|ish|ese|ocrat)$|^(?:German|French|Muslim|Catholic)$")
_PARTIES = word_set("Labour Tory Republican Democratic")
_GAELIC = lazy(r"(?:^|[ \n])[A-Z][\w’'-]*[ \n]$")
# Consonants that begin no English word: their first letter is said by its name.
_SPELT_START = lazy(r"f[^aeiouylr]|l[^aeiouyl]|m[^aeiouyn]|n[^aeiouy]|r[^aeiouyh]|s[bdfgrsvxz]")
# "An a cappella group", "the a element".
_BORROWED = lazy(r"a[ \n](?:cap?pella|la|priori|posteriori|fortiori|tempo|deux|gogo|element|tag|attribute)\b")
_WORD = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SIGNS = ("$", "£", "€")


def a_or_an(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit where an article does not go with the sound of the next word, or two articles stand in a row."""
    if "other" in match.re.groupindex:
        yield from _two(match)
        return
    article, rest = match["article"], match.string[match.start("next") : match.start("next") + 60]
    prose = match.string
    start, end = match.span("article")
    if article[0] == "A" and not BEFORE_FIRST.search(prose, max(0, start - 40), start):
        return  # influenza A infections
    if (article[0].isupper() and _names(article, rest)) or (article == "A" and _in_capitals(prose, start, rest)):
        return
    if article == "an" and rest[:1].isupper() and _GAELIC.search(prose, max(0, start - 30), start) and not _known(rest):
        return  # Gob an Choire
    if _PRONOUN.search(prose, max(0, start - 12), start) or _QUALIFIED.match(rest):
        return  # "so that we an act" lacks a letter; "a only a few" has a word too many
    wanted = sound(rest)
    if wanted is None or wanted == article.lower():
        return
    if not is_english(prose[max(0, start - _AROUND) : end + _AROUND]) or is_foreign(prose, start, end, itself=False):
        return
    new = article[0] + ("n" if wanted == "an" else "")
    stop = match.start("next") + len(_shown(rest))
    values = {"article": article, "wanted": new, "word": _shown(rest)}
    one = (Edit(start, end, new),)
    if article == "an" and _may_join(prose[max(0, start - 30) : start], rest):
        yield Hit(start, stop, "and", values, (one, (Edit(start, end, "and"),)))
    else:
        yield Hit(start, stop, values=values, fixes=(one,))


_SMALL = lazy(r"[a-z]+\b")
_WORD_BEFORE = lazy(r"([\w'’]+)[ \n]$")
# Verbs that are no nouns: "go ahead an create".
_VERBS = word_set("""
    see do get give join replace create discuss let say said keep send tell write bring choose speak sell add ensure
    provide remove become began came ran went took gave saw told made found left told kept said had has was were are is
    does did begin began know knew think thought understand decide agree ask enjoy explain carry
""")
_NO_PLURALS = word_set("news series species means sports goods arms sales business bus plus class access process")


def _may_join(before: str, rest: str) -> bool:
    """Whether "an" may be a clipped "and": before a verb, a plural, or the like of the word before it."""
    following, previous = _SMALL.match(rest), _WORD_BEFORE.search(before)
    if following is None or previous is None:
        return False
    word = following[0]
    plural = word.endswith("s") and word not in _NO_PLURALS and word[:-1] in common_words() and not word.endswith("ss")
    alike = word.endswith("ed") and previous[1].endswith("ed")
    return word in _VERBS or plural or alike


def _two(match: re.Match[str]) -> Iterator[Hit]:
    """Two articles in a row, or one and a determiner: "a the vote", "the their plan". If the sound tells, one goes."""
    prose = match.string
    first, second, end = match.start("article"), match.start("other"), match.end("other")
    if _PRONOUN.search(prose, max(0, first - 12), first) or _BORROWED.match(prose, second):
        return
    # The capital of a sentence stays.
    kept = match["other"].capitalize() if match["article"][0].isupper() else match["other"]
    rest = prose[end + 1 : end + 60]
    one, other = ((Edit(first, end, text),) for text in (match["article"], kept))
    if match["article"] == "an" and match["other"] == "a" and re.match(r"half\b", rest):
        fixes: tuple[tuple[Edit, ...], ...] = ((Edit(first, second - 1, "and"),),)  # "two an a half years"
    elif {match["article"].lower(), match["other"]} == {"a", "an"}:
        wanted = sound(rest)
        fixes = (one,) if wanted == match["article"].lower() else (other,) if wanted else (other, one)
    else:
        fixes = (other, one)
    case = "two" if match["other"] in ("a", "an", "the") else "determiner"
    yield Hit(first, end, case, {"article": match["article"], "word": match["other"]}, fixes)


def _shown(rest: str) -> str:
    found = re.match(r"[$£€]?[\w.,&'’/-]*\w", rest)
    return found[0] if found else rest[:1]


def _names(article: str, rest: str) -> bool:
    """“An Garda” is Irish, “A Ibrahim” an initial, and “An said” has a surname."""
    if article == "An" and re.match(r"(?:said|says|added|told|noted|went|was|is|had)\b", rest):
        return True
    word = rest.split(" ", 1)[0]
    takes_a, _ = irregular_articles()
    if _DOTTED.match(rest) or _is_spelt(word) or (article == "An" and (word.lower() in takes_a or _is_people(word))):
        return False  # An U.S. judge, An European judge, An British judge
    named = (article == "An" and not rest[1:2].isupper()) or (
        not rest[1:2].isupper() and proper_names().get(word.lower()) != word
    )
    return rest[:1].isupper() and named


def _is_people(word: str) -> bool:
    return word in _PARTIES or (proper_names().get(word.lower()) == word and _PEOPLE.search(word) is not None)


def _is_spelt(word: str) -> bool:
    """Whether a word with small letters among its capitals is spelt out: MoD, MSc."""
    mixed = word[:1].isupper() and not word[1:].islower() and not word[1:].isupper()
    return mixed and re.sub("['’]?s$", "", word).upper() in _SPELT


def _known(rest: str) -> bool:
    found = _WORD.match(rest)
    word = found[0].lower() if found else ""
    return word in common_words() or word in proper_names() or (found is not None and found[0].isupper())


def _in_capitals(prose: str, start: int, rest: str) -> bool:
    """Whether the article stands in a line of capitals, where words and abbreviations look alike."""
    words = _WORD.findall(prose[max(0, start - 30) : start])[-1:] + _WORD.findall(rest)[:2]
    return len([word for word in words if word.isupper() and len(word) > 1]) > 1


def sound(rest: str) -> str | None:
    """“a” or “an” for the text that follows an article; None where it is not certain."""
    if rest[:1] in _SIGNS:
        rest = rest[1:]
    if number := _NUMBER.match(rest):
        return _number(number)
    found = _WORD.match(rest)
    if found is None or _SUM.match(rest):
        return None
    word, after = found[0], rest[found.end() :]
    if after[:1] in (".", "@", "_") and after[1:2].isalpha() and word.islower():
        return None  # an address
    if after[:1] in _SIGNS:
        return "a" if word == "US" else None  # a HK$8m deal
    if len(word) == 1:
        return _letter(word, after)
    if word[:2].isupper():
        return _abbreviation(word)
    takes_a, takes_an = irregular_articles()
    if word.lower() in takes_an:
        return "an"  # an Xbox
    if _is_spelt(word):
        return "an"  # an MoD plan
    if any(char.isupper() for char in word[1:]) and not word.startswith(("Mc", "Mac")):
        if word.lower() in takes_a:
            return "a"  # a YouTube clip
        return "an" if word[0] in "eiEI" and word[1].isupper() else None  # an iPhone, an eBay
    if _SPELT_START.match(word.lower()) and word.lower() not in common_words() and not word.startswith(("Mc", "Sri")):
        return None  # an rsync, an Mbeki aide
    if len(word) > 1 and word[0] in "FHLMNRSX" and word[1] not in "aeiouyhlrwcmnpqtkv'’":
        return None  # Fstatistic
    return _plain(word, hyphened=after[:1] == "-" and after[1:2].isalnum())


def _number(number: re.Match[str]) -> str | None:
    first = number[1]
    if first[0] == "0":
        return None
    if (len(first) > 3 and first[:2] in ("11", "18")) or _HUNDREDS.match(number.string):
        return None  # eleven hundred or one thousand one hundred
    if first[0] == "8" or (first in ("11", "18")):
        return "an"
    return "a"


def _letter(letter: str, after: str) -> str | None:
    if letter.islower() and not (after[:1] == "-" and after[1:2].isalpha()):
        return None
    if letter in "AIO" and after[:1] not in "-&" and not (letter == "A" and after[:1].isdigit()):
        return None
    if after[:1] == "(" or (letter == "M" and (after[1:2].isdigit() if after[:1] == " " else "." in after[:3])):
        return None  # a "H(app)y" day, a M 8.2 quake
    if letter in "Hh":
        return None if letter == "h" else "an"
    return "an" if letter.upper() in _SAID_WITH_A_VOWEL else "a"


def _abbreviation(word: str) -> str | None:
    takes_a, takes_an = irregular_articles()
    word = re.sub("['’]s$", "", word)
    folded = word.lower()
    if folded in takes_a or folded.removesuffix("s") in takes_a:
        return "a"
    if folded in takes_an:
        return "an"
    if folded == "sql" or word in _STATES:
        return None  # a sequel, an S-Q-L; a New York issue
    capitals = re.match(r"[A-Z]+", word)
    letters = capitals[0] if capitals else word
    if letters[0] in "AEIO":
        return "an"
    if letters[0] not in _SAID_WITH_A_VOWEL and letters[0] != "U":
        return "a"  # spelt out or read as a word: a WHO team, a PIN
    if folded in common_words() and len(folded) > 2:
        return None  # a “SPY”
    if letters[0] == "U":
        return None if re.search("[AEIO]", letters[1:]) else "a"
    if word.upper() in _READ:
        return "a"
    if word.upper() in _SPELT or (not re.search("[AEIOU]", letters) and len(letters) < 7 and not _roman(letters)):
        return "an"
    return None


def _roman(letters: str) -> bool:
    return re.fullmatch("[XVIL]+", letters) is not None


def _plain(word: str, *, hyphened: bool) -> str | None:
    folded = word.lower().replace("’", "'")
    if folded in _NOT_NOUNS and not hyphened:
        return None
    takes_a, takes_an = irregular_articles()
    base = folded.removesuffix("'s")
    if folded in takes_a or base in takes_a:
        return "a"
    if folded in takes_an or base in takes_an:
        return "an"
    first = folded[0]
    if first == "u":
        return "an" if _U_WITH_VOWEL.match(folded) and (word.islower() or folded in common_words()) else None
    if first in "aeio":
        return None if folded.startswith(("eu", "ew", "oui", "oua", "one-")) else "an"
    if not first.isascii() or not re.search("[aeiouy]", folded):
        return None  # Å, Mrs, mph
    if first == "h":
        if re.match("hon(?:est|ou?r)|heir(?!lo)|hour", folded):
            return "an"
        return None if word[0] == "H" or _EITHER_H.match(folded) else "a"
    if first == "y":
        return "a" if folded[1] in "aeiou" else None
    if first == "x":
        return None
    return "a"
