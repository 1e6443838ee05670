"""Capitals that slipped in or out."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from injections.base import COMMON_CAPITALS, FUNCTION, Broken, kind, listed, paragraphs, pick, put, swapped, wrapped

_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|April|June|July|September|October|November|December"
_COUNTRIES = (
    "France|Germany|Spain|Italy|Britain|England|Scotland|Wales|Ireland|Russia|China|Japan|India|Brazil|Canada|Mexico|"
    "Australia|Iraq|Iran|Israel|Syria|Afghanistan|Pakistan|Ukraine|Poland|Nigeria|Kenya|Egypt|Greece|Portugal|America|"
    "Europe|Africa|Asia|London|Washington|Paris|Chicago|California|Texas|Florida"
)
_PEOPLES = (
    "American|British|French|German|Spanish|Italian|Russian|Chinese|Japanese|Indian|Canadian|Mexican|Australian|"
    "Israeli|European|African|Iranian|Irish|Scottish|Ukrainian|Brazilian"
)
_NOT_CAPITAL = listed("a an is was were are be been has have had will would could can if")


def _capital(match: re.Match[str], random: Random) -> str:
    return match[0][0].upper() + match[0][1:]


def _small(match: re.Match[str], random: Random) -> str:
    return match[0][0].lower() + match[0][1:]


_FUNCTION = "|".join(word for word in FUNCTION if word not in _NOT_CAPITAL)
swapped("capital-function-word", ("case", "text"), rf"(?<=[a-z] )(?:{_FUNCTION})(?= [a-z])", _capital)
swapped("capital-after-comma", ("case", "text"), rf"(?<=[a-z], )(?:several|{_FUNCTION})(?= [a-z])", _capital)


@kind("capital-ordinary-word", "case")
def capital_ordinary_word(text: str, random: Random) -> Broken | None:
    pattern = re.compile(r"(?<=[a-z] )[a-z]{4,12}(?= [a-z])")
    match = pick(pattern, text, random, lambda m: m[0] not in FUNCTION)
    return match and put(text, match.start(), match.end(), match[0].capitalize())


@kind("lowercase-sentence-start", "case", "text")
def lowercase_sentence_start(text: str, random: Random) -> Broken | None:
    lower = set(re.findall(r"\b[a-z]+\b", text))
    pattern = re.compile(r"(?<=[a-z]{3}[.?!] )[A-Z][a-z]*(?=,? [a-z])")
    match = pick(pattern, text, random, lambda m: m[0] != "I" and (m[0] in COMMON_CAPITALS or m[0].lower() in lower))
    return match and put(text, match.start(), match.end(), match[0].lower())


@kind("lowercase-paragraph-start", "case", "text", articles=True)
def lowercase_paragraph_start(text: str, random: Random) -> Broken | None:
    if wrapped(text):
        return None
    found = []
    for start, end in paragraphs(text)[1:]:
        match = re.match(r"[A-Z][a-z]*(?=,? [a-z])", text[start:end])
        if match and match[0] in COMMON_CAPITALS and text[:start].rstrip()[-1:] in '."”':
            found.append((start, match[0]))
    if not found:
        return None
    start, word = random.choice(found)
    return put(text, start, start + len(word), word.lower())


@kind("shift-slip", "case", "text")
def shift_slip(text: str, random: Random) -> Broken | None:
    counts = Counter(re.findall(r"\b[A-Z][a-z]+\b", text))
    match = pick(
        re.compile(r"\b(?!Mc|Mac)[A-Z][a-z]{2,}\b(?![’'.-])"),
        text,
        random,
        lambda m: m[0] in COMMON_CAPITALS or counts[m[0]] > 1,
    )
    return match and put(text, match.start(), match.end(), match[0][:2].upper() + match[0][2:])


swapped("lowercase-day", ("case",), rf"(?<=[a-z] )(?:{_DAYS})(?=[ ,.])", _small)
swapped("lowercase-month", ("case",), rf"(?<=[a-z0-9] )(?:{_MONTHS})(?=[ ,.])", _small)
swapped("lowercase-country", ("case",), rf"(?<=[a-z] )(?:{_COUNTRIES})(?=[ ,.])(?! [A-Z])", _small)
swapped("lowercase-people", ("case",), rf"(?<=[a-z] )(?:{_PEOPLES})(?= [a-z])", _small)
swapped("lowercase-i", ("case",), r"(?<=[a-z,“] )I(?= [a-z])", lambda m, r: "i")


@kind("acronym-casing", "case", articles=True)
def acronym_casing(text: str, random: Random) -> Broken | None:
    pattern = re.compile(r"(?<=[a-z] )[A-Z]{3,6}(?= [a-z])")
    counts = Counter(pattern.findall(text))
    match = pick(pattern, text, random, lambda m: counts[m[0]] > 2)
    return match and put(text, match.start(), match.end(), match[0].capitalize())


_OPENERS = "The|This|In|It|But|And|He|She|They|We|If|When"
swapped("lowercase-after-question", ("case", "text"), rf"(?<=[a-z][?!] )(?:{_OPENERS})(?= [a-z])", _small)
swapped("lowercase-after-quotation", ("case", "text"), rf"(?<=[a-z][.][\"”] )(?:{_OPENERS})(?= [a-z])", _small)
swapped("lowercase-courtesy", ("case",), r"(?<=[a-z] )(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)(?=\.? [A-Z])", _small)


@kind("lowercase-name-twin", "case", articles=True)
def lowercase_name_twin(text: str, random: Random) -> Broken | None:
    pattern = re.compile(r"(?<=[a-z] )[A-Z][a-z]{4,}(?=[ ,.][a-z ])")
    counts = Counter(pattern.findall(text))
    lower = set(re.findall(r"\b[a-z]+\b", text))
    match = pick(pattern, text, random, lambda m: counts[m[0]] > 3 and m[0].lower() not in lower)
    return match and put(text, match.start(), match.end(), match[0].lower())


@kind("capital-inside", "case")
def capital_inside(text: str, random: Random) -> Broken | None:
    """One capital somewhere behind the first letter: "goVernment", "worD"."""
    match = pick(re.compile(r"(?<=[a-z] )[a-z]{4,10}(?= [a-z])"), text, random)
    if match is None:
        return None
    at = random.randrange(2, len(match[0]))
    return put(text, match.start(), match.end(), match[0][:at] + match[0][at].upper() + match[0][at + 1 :])


swapped("capital-at-end", ("case",), r"(?<=[a-z] )[a-z]{4,8}(?= [a-z])", lambda m, r: m[0][:-1] + m[0][-1].upper())
