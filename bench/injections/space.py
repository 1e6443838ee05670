"""White space and marks: too much, too little, of a strange sort, on the wrong side."""

from __future__ import annotations

import re
from random import Random

from injections.base import Broken, kind, pick, put, swapped, wrapped

_S = ("space",)
_BETWEEN = r"(?<=[a-z]{2}) (?=[a-z]{2})"
_OPENER = r'(?:(?<=[ \n])["“](?=\w[^"“”\n]{4,}["”])|^["“](?=\w[^"“”\n]{4,}["”]))'
_CLOSER = r'(?<=[a-z,.?!])["”](?= [a-z]|\r?\n|$)'


@kind("leading-space", "space")
def leading_space(text: str, random: Random) -> Broken | None:
    if wrapped(text):
        return None
    match = pick(re.compile(r"^(?=[A-Z\"“])", re.MULTILINE), text, random)
    return match and put(text, match.start(), match.start(), " " * random.randint(1, 3))


swapped("trailing-space", _S, r"(?<=\S)(?=\r?$)(?!\r?\Z)", lambda m, r: " " * r.randint(1, 2))
swapped("double-space", _S, _BETWEEN, lambda m, r: "  ")
swapped("tab", _S, _BETWEEN, lambda m, r: "\t")
swapped("no-break-space", _S, _BETWEEN, lambda m, r: "\u00a0")
swapped("thin-space", _S, _BETWEEN, lambda m, r: r.choice("\u2009\u202f\u2003\u2002"))
swapped(
    "zero-width-space",
    (*_S, "text"),
    r"(?<=[a-z]{2})(?=[a-z]{2})|(?<= )(?=[a-z])",
    lambda m, r: r.choice("\u200b\ufeff"),
)
swapped("soft-hyphen", (*_S, "text"), r"(?<=[a-z]{3})(?=[a-z]{3})", lambda m, r: "\u00ad")
swapped("space-before-comma", _S, r"(?<=[a-z]),(?= )", lambda m, r: " ,")
swapped("space-before-full-stop", _S, r"(?<=[a-z]{2})\.(?= [A-Z]|\r?\n)", lambda m, r: " .")
swapped("space-before-colon", _S, r"(?<=[a-z])[:;](?= )", lambda m, r: " " + m[0])
swapped("space-before-question", _S, r"(?<=[a-z])[?!](?=[ \n\"”])", lambda m, r: " " + m[0])
swapped("missing-space-after-stop", (*_S, "text"), r"(?<=[a-z]{3})\. (?=[A-Z][a-z])", lambda m, r: ".")
swapped("missing-space-after-comma", _S, r"(?<=[a-z]{2}), (?=[A-Za-z][a-z])", lambda m, r: ",")
swapped("missing-space-after-semicolon", _S, r"(?<=[a-z]{2})[;:] (?=[A-Za-z][a-z])", lambda m, r: m[0][0])
swapped("missing-space-after-quote", (*_S, "quotes"), r'(?<=[a-z][,.?!])["”] (?=[a-z]{2,} )', lambda m, r: m[0][0])
swapped("space-inside-opening-quote", (*_S, "quotes"), _OPENER, lambda m, r: m[0] + " ")
swapped("space-inside-closing-quote", (*_S, "quotes"), _CLOSER, lambda m, r: " " + m[0])
swapped("space-inside-opening-bracket", _S, r"(?<= )\((?=[A-Za-z])", lambda m, r: "( ")
swapped("space-inside-closing-bracket", _S, r"(?<=[A-Za-z])\)(?=[ ,.])", lambda m, r: " )")
swapped("split-possessive", (*_S, "quotes"), r"(?<=[a-z])['’]s(?= [a-z])", lambda m, r: " " + m[0])
swapped("doubled-comma", _S, r"(?<=[a-z]),(?= )", lambda m, r: ",,")
swapped("comma-stop", _S, r"(?<=[a-z]{3})\.(?= [A-Z]|\r?\n)", lambda m, r: ",.")
swapped("stop-comma", _S, r"(?<=[a-z]),(?= [a-z])", lambda m, r: ".,")
swapped("spaced-comma-twice", _S, r"(?<=[a-z]),(?= [a-z])", lambda m, r: ", ,")
swapped("spaced-stop-twice", _S, r"(?<=[a-z]{3})\.(?= [A-Z]|\r?\n)", lambda m, r: ". .")
swapped("split-plural-possessive", (*_S, "quotes"), r"(?<=[a-z]s)['’](?= [a-z])", lambda m, r: " " + m[0])
swapped("split-score", _S, r"(?<=[a-z] \d)[-–](?=\d\b(?![-–/.%]))", lambda m, r: r.choice((" " + m[0], m[0] + " ")))
swapped("split-abbreviation", _S, r"(?<= U)\.(?=S\.)", lambda m, r: " .")
swapped("doubled-stop", _S, r"(?<=[a-z]{3})\.(?= [A-Z]|\r?\n)", lambda m, r: "..")


@kind("extra-blank-line", "space", articles=True)
def extra_blank_line(text: str, random: Random) -> Broken | None:
    end = "\r\n" if "\r\n" in text else "\n"
    match = pick(re.compile(rf"(?<=[^\r\n])(?:{end}){{2}}(?=[^\r\n])"), text, random)
    return match and put(text, match.start(), match.end(), end * random.randint(3, 5))


@kind("no-final-newline", "space")
def no_final_newline(text: str, random: Random) -> Broken | None:
    bare = text.removesuffix("\n").removesuffix("\r")
    return Broken(bare, len(bare) - 1, len(bare))


@kind("one-crlf", "space", articles=True)
def one_crlf(text: str, random: Random) -> Broken | None:
    if "\r" in text or text.count("\n") < 4:
        return None
    match = pick(re.compile(r"\n"), text, random)
    return match and put(text, match.start(), match.end(), "\r\n")


@kind("one-lf", "space", articles=True)
def one_lf(text: str, random: Random) -> Broken | None:
    if text.count("\r\n") < 4:
        return None
    match = pick(re.compile(r"\r\n"), text, random)
    return match and put(text, match.start(), match.end(), "\n")
