"""Character references that nobody decoded: "AT&amp;T", "caf&#233;"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.lazy import lazy
from newslint.model import Edit, Hit
from newslint.rule import Options

_MOST_ROUNDS = 8  # "&amp;amp;amp;" was escaped again and again
_BLANKS = frozenset("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\n\r ")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


def reference(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """One whole reference, decoded to the end; a run of blanks is one."""
    prose, (start, end) = document.prose, match.span()
    text = match[0]
    char = _decoded(text)
    if not char:
        return
    if all(c in _BLANKS or c in _UNSEEN for c in char):
        yield from _blank(prose, start, end, char)
        return
    if char == "¿" and prose[start - 1 : start].isalpha() and prose[end : end + 1].isalpha():
        char = "’"  # "don&#191;t": the mark that a conversion put for what it did not know
    values = {"reference": text, "char": char}
    if char in "<>" and _makes_markup(prose, start, end, char):
        yield Hit(start, end, "markup", values)
        return
    fixes = ((Edit(start, end, char),),) if char.isprintable() else ()
    yield Hit(start, end, "bracket" if char in "<>" else "", values, fixes=fixes)


_WHOLE = lazy(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|([A-Za-z][A-Za-z0-9]{1,31}));")


def _decoded(text: str) -> str | None:
    """What one reference, or a run of references to blanks, stands for; None if its name is none."""
    from html import unescape
    from html.entities import html5

    text = text.replace(" ", "")
    for _ in range(_MOST_ROUNDS):
        for found in _WHOLE.finditer(text):
            if found[1] and found[1] + ";" not in html5:
                return None
        now = _WHOLE.sub(lambda found: unescape(found[0]), text)  # C1 numbers are read as cp1252, as browsers do
        if now == text:
            return text
        text = now
    return None


def _blank(prose: str, start: int, end: int, char: str) -> Iterator[Hit]:
    values = {"reference": prose[start:end], "char": "a blank"}
    before = prose[start - 1] if start else "\n"
    after = prose[end] if end < len(prose) else "\n"
    new = "" if all(c in _UNSEEN for c in char) else " "
    if new and (before.isspace() or after.isspace()):
        new = ""
    yield Hit(start, end, values=values, fixes=((Edit(start, end, new),),))


def _makes_markup(prose: str, start: int, end: int, char: str) -> bool:
    """Whether decoding a bracket would make a tag of its surroundings."""
    if char == "<":
        return re.match(r"[A-Za-z/!]", prose[end : end + 1]) is not None
    return re.search(r"(?:<|&lt;)[^<>\n]{1,80}$|\b(?:br|hr|p) ?/?$", prose[max(0, start - 90) : start]) is not None
