"""Double quotation marks, and which way each of them looks by its neighbours."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.document.reporting import CLAUSE
from newslint.lazy import lazy

CURLY, STRAIGHT, DOUBLED, LOW = "curly", "straight", "doubled", "low"
OPEN, CLOSE, EITHER = 1, -1, 0

SPOKEN_OF = lazy(r" (?:characters?|marks?|signs?|symbols?)\b")  # behind a mark: 'put it between " marks'
_MARK = lazy(
    r"""<[a-zA-Z/!][^<>\n]{0,500}>|(?<=\w)="[^"<>\n]{0,300}"?|"[ \n]?>|â€.|“¦"""  # leaked tags, mojibake
    r"""|[“”"„‟]|(?<!')''(?!')|(?<!`)``(?!`)|(?<!’)’’(?!’)|(?<!‘)‘‘(?!‘)"""
)
TYPED_TWICE = lazy(r"['’]['’](?<=[A-Za-z]..)(?=(?:s|t|re|ve|ll|d|m)(?![\w'’]))")  # don''t
_SPECIAL = ("<", ">", '="', "â€", "“¦", "''", "``", "’’", "‘‘")  # where none stands, marks are single characters
_PLAIN_MARK = lazy('[“”"„‟]')
_FACES = {
    "“": (CURLY, OPEN), "”": (CURLY, CLOSE), '"': (STRAIGHT, EITHER), "„": (LOW, OPEN), "‟": (CURLY, OPEN),
    "''": (DOUBLED, EITHER), "``": (DOUBLED, OPEN), "’’": (DOUBLED, CLOSE), "‘‘": (DOUBLED, OPEN),
}  # fmt: skip
_QUOTES = "\"“”„‟'‘’`"
_OPENS_TEXT = "$£€¥#@[({&¿¡*_<…"  # what a quotation may begin with beside a letter or a figure
_CLOSED = _QUOTES + ")]"  # what may stand between a stop and the gap behind it
_STOPS = frozenset(".!?…")
_GAPS = " \u00a0\u200b\u200d\n"
_DIGITS = lazy(r"\d['’′]? ?\d{0,2}(?:[½¼¾]|\.\d)?$")


class Mark(NamedTuple):
    """One double quotation mark `[start, end)` of prose (two code points if it is made of two single marks).

    `style`: curly, straight, doubled (two single marks) or low („). `face`: what its shape says, `lean` what its
    neighbours say (OPEN, CLOSE or EITHER), `sure` how strongly (0 to 2). `inch`: it follows a figure and may be a unit.
    `fresh`: a sentence ends before it and a capital or figure follows. `shifted`: it stands right behind a letter and
    a space follows, so that it may be an opening mark on the wrong side of that space (was" a mess").
    """

    start: int
    end: int
    style: str
    face: int
    lean: int
    sure: int
    inch: bool
    fresh: bool
    shifted: bool


def find_marks(prose: str, start: int, end: int) -> list[Mark]:
    """The double quotation marks of `prose[start:end]`, in order, those in leaked tags and mojibake left out."""
    for sign in _SPECIAL:
        if prose.find(sign, start, end) >= 0:
            found = _MARK.finditer(prose, start, end)
            return [
                _mark(prose, match, start, end)
                for match in found
                if match[0] in _FACES and not (match[0] in ("''", "’’") and TYPED_TWICE.match(prose, match.start()))
            ]
    return [_mark(prose, match, start, end) for match in _PLAIN_MARK.finditer(prose, start, end)]


_DOUBLED = lazy(r"''|``|‘‘|’’")


def doubled_marks(prose: str) -> list[int]:
    """Offsets of what may be double marks made of two single ones."""
    return [match.start() for match in _DOUBLED.finditer(prose)]


def _mark(prose: str, match: re.Match[str], start: int, end: int) -> Mark:
    style, face = _FACES[match[0]]
    at, stop = match.span()
    low, high = at, stop  # beyond single marks beside it
    while low > start and at - low < 3 and prose[low - 1] in _QUOTES:
        low -= 1
    while high < end and high - stop < 3 and prose[high] in _QUOTES:
        high += 1
    before = prose[low - 1] if low > start else "\n"
    after = prose[high] if high < end else "\n"
    if before in _GAPS:
        inch = shifted = False
        fresh = _fresh(prose, start, low, high)
    else:
        inch = (
            before.isdigit()
            and (style == STRAIGHT or match[0] == "”")
            and bool(_DIGITS.search(prose[max(start, at - 8) : at]))
        )
        shifted = before.isalpha() and after in " \u00a0" and prose[high + 1 : high + 2].isalnum()
        fresh = False
    return Mark(at, stop, style, face, *_leaning(prose, before, after, low, high), inch, fresh, shifted)


def _leaning(prose: str, before: str, after: str, low: int, high: int) -> tuple[int, int]:
    """Which way the characters beside a mark say it looks, and how surely."""
    if before == "\n" and after != "\n":
        return OPEN, 2
    if after == "\n":
        return (CLOSE, 2) if before != "\n" and not before.isspace() else (CLOSE, 1)
    left = "space" if before.isspace() or before in "([{" else "dash" if before in "—–-/" else "word"
    if left == "space" and (after == "…" or (after == "." and prose[high + 1 : high + 2] not in ("", " ", "\n"))):
        right = "word"  # "...and so on"
    elif after in "—–-/":
        right = "dash"
    else:
        right = "word" if after.isalnum() or after in _OPENS_TEXT else "space"
    if left == "space" and right == "word":
        # "We won, "he said: the space stands on the wrong side
        last = prose[max(0, low - 8) : low].rstrip(" \u00a0")[-1:]
        wrong = last == "," or (last in {".", "?", "!"} and after.islower())
        return (EITHER, 0) if wrong and CLAUSE.match(prose, high) else (OPEN, 2)
    if left == "word" and right == "word" and before in ".?!" and after.isupper():
        return OPEN, 0  # he said."We
    if left == "word" and right == "space":
        unsure = before in ":," and prose[high + 1 : high + 2].isupper() and not CLAUSE.match(prose, high + 1)
        return (EITHER, 0) if unsure else (CLOSE, 2)
    if left == "dash" and right == "word":
        return OPEN, 1
    if (right == "dash" and left == "word") or (left == "dash" and right == "space"):
        return CLOSE, 1
    return EITHER, 0


def _fresh(prose: str, start: int, low: int, high: int) -> bool:
    """Whether a sentence ends before the mark, and the gap that is there, and another may begin behind it."""
    after = prose[high : high + 2].lstrip()
    if not after or after[0].islower():
        return False
    if low == start:
        return True
    before = prose[max(start, low - 4) : low].rstrip(_GAPS)
    return before.rstrip(_CLOSED)[-1:] in _STOPS
