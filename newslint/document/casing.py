"""The words of an article that hold capitals: a cheap look for two casings of one name."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.document.telling import met
from newslint.document.tokens import Tokens
from newslint.lazy import lazy

_CAPITAL = lazy(r"[A-Z][A-Za-z]+")
_RUN = lazy(rb"[A-Z]{3,}")
# Letters by class, everything else as a space: "aA" then shows a capital behind a small letter.
_CLASSES = bytes(65 if 65 <= c <= 90 else 97 if 97 <= c <= 122 else 32 for c in range(256))
_LEAST = 3  # letters, as in `_RUN`; US and us, UN and un are different words


def find_capitals(prose: str) -> frozenset[str]:
    """Every run of ASCII letters that begins with a capital: of "iPhone" that is "Phone"."""
    return frozenset(_CAPITAL.findall(prose))


def find_casings(inside: Sequence[bytes], written: Tokens) -> dict[str, set[str]]:
    """Words in lower case that stand in the text in several casings with a capital, and what these are.

    At least one of them is in capitals or has a capital behind a small letter (NATO, TikTok, iPhone): `inside` are
    such words of the text, `written` all of its words. The places are still to be looked at.
    """
    data = b" ".join(inside)
    classes = data.translate(_CLASSES)
    found: dict[str, set[str]] = {}
    for token in set(_RUN.findall(data)):
        others = [token.capitalize()]
        if token.endswith(b"S"):
            others.append(token[:-1] + b"s")  # RPGS and RPGs
        for other in others:
            if met(other) and written.holds(other) and written.holds(token):
                found.setdefault(token.decode().lower(), set()).update((token.decode(), other.decode()))
    camels = _camels(data, classes)
    for word in camels:
        key = word.lower()
        if len(key) < _LEAST:
            continue
        others = [key.capitalize(), key.upper(), word[:1].upper() + word[1:]]
        same = {other for other in others if other != word and met(other) and written.holds(other)}
        same.update(other for other in camels if other != word and other.lower() == key) if len(camels) < 50 else None
        if same:
            found.setdefault(key.decode(), set()).update(form.decode() for form in (word, *same))
    return found


def _camels(data: bytes, classes: bytes) -> set[bytes]:
    """The words with a capital behind a small letter."""
    words = set()
    at = classes.find(b"aA")
    while at >= 0:
        start, end = at, at + 2
        while start and classes[start - 1] != 32 and at - start < 40:
            start -= 1
        while end < len(classes) and classes[end] != 32 and end - at < 40:
            end += 1
        words.add(data[start:end])
        at = classes.find(b"aA", end)
    return words
