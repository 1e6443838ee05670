"""Names that differ in nothing but their last vowel: "Miroshenko" and "Miroshenka", "Zelensky" and "Zelenskyy"."""

from __future__ import annotations

from collections.abc import Iterable

_VOWELS = frozenset(b"aeiouy")
_LEAST = 7  # letters
# Endings of one name in several alphabets; other changes of length make other words (Slovenia, Slovene).
_SAME = frozenset(map(frozenset, ({"y", "yy"}, {"y", "iy"}, {"y", "ii"}, {"i", "iy"}, {"i", "ii"}, {"yy", "iy"})))
# The women of a family are not a slip (Zelenska, Kovalenkova), nor are plurals and peoples.
_FEMININE = ("ska", "aya", "aia", "ina", "ova", "eva")


def may_pair(word: bytes) -> bool:
    """Whether a word has the shape of a name that is looked at: a capital, seven letters, a vowel at the end."""
    return word[-1] in _VOWELS and len(word) >= _LEAST and word[0] < 91


def name_pairs(words: Iterable[bytes]) -> list[tuple[str, str]]:
    """Pairs among words that `may_pair`, are ASCII, and differ in their last vowels only."""
    stems: dict[bytes, list[bytes]] = {}
    for word in words:
        stems.setdefault(word.rstrip(b"aeiouy"), []).append(word)
    if len(stems) == sum(map(len, stems.values())):
        return []
    out = []
    for stem, group in sorted(stems.items()):
        names = sorted(word.decode("latin-1") for word in group if word.isascii() and word[1:].islower())
        for i, one in enumerate(names):
            out += [(one, other) for other in names[i + 1 :] if _are_one(one, other, len(stem))]
    return out


def _are_one(one: str, other: str, stem: int) -> bool:
    if one.endswith(_FEMININE) or other.endswith(_FEMININE):
        return False
    if len(one) == len(other):
        return one[:-1] == other[:-1]
    return frozenset((one[stem:], other[stem:])) in _SAME
