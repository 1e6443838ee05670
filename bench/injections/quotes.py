"""Quotation marks, apostrophes and brackets: lost, turned round, of two styles."""

from __future__ import annotations

import re
from random import Random

from injections.base import Broken, kind, pick, put

_PAIR = re.compile(
    r'(?:(?<=[ \n])|^)(?:"\w[^"“”\n]{8,200}[\w,.?!]"|“\w[^"“”\n]{8,200}[\w,.?!]”)(?=[ \r\n,.]|$)', re.MULTILINE
)
_APOSTROPHE = re.compile(r"(?<=[a-z])['’](?=[a-z])")
_CURLED = str.maketrans({"“": '"', "”": '"'})
_QUOTES = re.compile(r'["“”]')


def _pair(text: str, random: Random, marks: str = '"“') -> re.Match[str] | None:
    """A quotation that stands for itself: its paragraph's marks pair, and no quotation runs over paragraphs there."""

    def fits(match: re.Match[str]) -> bool:
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        block = text[start:end]
        found = _QUOTES.findall(block)
        if match[0][0] not in marks or len(found) % 2 or len(set(found) & {'"', "“"}) > 1:
            return False
        here = len(_QUOTES.findall(text, start, match.start()))
        if here % 2:  # from one closer to the next opener
            return False
        follows = text[end:].lstrip()[:1]
        return not (match.end() >= len(text[:end].rstrip()) and follows in ('"', "“"))

    return pick(_PAIR, text, random, fits)


@kind("deleted-closing-quote", "quotes")
def deleted_closing_quote(text: str, random: Random) -> Broken | None:
    match = _pair(text, random)
    return match and Broken(text[: match.end() - 1] + text[match.end() :], match.start(), match.end())


@kind("deleted-opening-quote", "quotes")
def deleted_opening_quote(text: str, random: Random) -> Broken | None:
    match = _pair(text, random)
    return match and Broken(text[: match.start()] + text[match.start() + 1 :], match.start(), match.end())


@kind("mixed-pair-closer", "quotes")
def mixed_pair_closer(text: str, random: Random) -> Broken | None:
    match = _pair(text, random)
    if match is None:
        return None
    new = "”" if match[0][0] == '"' else '"'
    return Broken(text[: match.end() - 1] + new + text[match.end() :], match.start(), match.end())


@kind("mixed-pair-opener", "quotes")
def mixed_pair_opener(text: str, random: Random) -> Broken | None:
    match = _pair(text, random)
    if match is None:
        return None
    new = "“" if match[0][0] == '"' else '"'
    return Broken(text[: match.start()] + new + text[match.start() + 1 :], match.start(), match.end())


@kind("reversed-closer", "quotes")
def reversed_closer(text: str, random: Random) -> Broken | None:
    match = _pair(text, random, "“")
    return match and put(text, match.end() - 1, match.end(), "“", around=1)


@kind("reversed-opener", "quotes")
def reversed_opener(text: str, random: Random) -> Broken | None:
    match = _pair(text, random, "“")
    return match and put(text, match.start(), match.start() + 1, "”", around=1)


@kind("doubled-singles", "quotes")
def doubled_singles(text: str, random: Random) -> Broken | None:
    match = _pair(text, random)
    if match is None:
        return None
    opener, closer = ("''", "''") if match[0][0] == '"' else ("‘‘", "’’")
    inner = match[0][1:-1]
    if random.random() < 0.5:
        opener = match[0][0]
    return put(text, match.start(), match.end(), opener + inner + closer)


@kind("quotation-in-other-style", "quotes", articles=True)
def quotation_in_other_style(text: str, random: Random) -> Broken | None:
    if len(_QUOTES.findall(text)) < 8:
        return None
    match = _pair(text, random)
    if match is None:
        return None
    marks = "“”" if match[0][0] == '"' else '""'
    return put(text, match.start(), match.end(), marks[0] + match[0][1:-1] + marks[1])


@kind("apostrophe-in-other-style", "quotes", articles=True)
def apostrophe_in_other_style(text: str, random: Random) -> Broken | None:
    if len(_APOSTROPHE.findall(text)) < 4:
        return None
    match = pick(_APOSTROPHE, text, random)
    return match and put(text, match.start(), match.end(), "’" if match[0] == "'" else "'")


@kind("accent-for-apostrophe", "quotes", "text")
def accent_for_apostrophe(text: str, random: Random) -> Broken | None:
    match = pick(_APOSTROPHE, text, random)
    return match and put(text, match.start(), match.end(), random.choice("`´"))


@kind("doubled-apostrophe", "quotes")
def doubled_apostrophe(text: str, random: Random) -> Broken | None:
    match = pick(_APOSTROPHE, text, random)
    return match and put(text, match.start(), match.end(), match[0] * 2)


_BRACKETS = re.compile(r"(?<= )\([A-Za-z][^()\n]{3,80}\)(?=[ ,.])")


@kind("deleted-closing-bracket", "quotes")
def deleted_closing_bracket(text: str, random: Random) -> Broken | None:
    match = pick(_BRACKETS, text, random)
    return match and Broken(text[: match.end() - 1] + text[match.end() :], match.start(), match.end())


@kind("deleted-opening-bracket", "quotes")
def deleted_opening_bracket(text: str, random: Random) -> Broken | None:
    match = pick(_BRACKETS, text, random)
    return match and Broken(text[: match.start()] + text[match.start() + 1 :], match.start(), match.end())
