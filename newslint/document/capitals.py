"""Words with a capital in the middle of a sentence, and whether a name beside them explains it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.lexicon import proper_names

# A literal space first: `re` then leaps from space to space, three times as fast as from any letter.
_LONE = re.compile(r" ([A-Z][a-z]*)(?:['’](?:s|re|ve|ll|d|t))?[,;:.?!)]?[ \n][a-z]")
_TOKEN = re.compile(r"\S+")
_EDGES = "\"“”'‘’()[].,;:?!…—–-*_"
_REACH = 100  # code points that are looked at on either side

# Small words that tie the parts of a name: "Bank of England", "Friends of the Earth".
_TIES = frozenset(["of", "for", "the", "and", "&", "or", "de", "la", "le", "du", "von", "a", "an", "to"])
# Small words that stand inside names as well, but before a place or a day begin an adjunct: "people in London".
_ADJUNCTS = frozenset(
    ["in", "on", "at", "from", "by", "with", "into", "during", "since", "until", "after", "before", "near", "against",
     "between", "over", "under", "through", "without", "as", "than", "about"]
)  # fmt: skip
_POSSESSIVES = frozenset(["its", "their", "his", "her", "our", "my", "your"])


def lone_words(prose: str) -> Iterator[tuple[int, int, str]]:
    """Capitalised words between a space and a lower-case word: start, end and the word without ’s and the like."""
    for match in _LONE.finditer(prose):
        yield match.start(1), match.end(1), match[1]


def lone_set(prose: str) -> set[str]:
    """The words of `lone_words`, quickly."""
    return set(_LONE.findall(prose))


def beside_name(prose: str, start: int, end: int) -> bool:
    """Whether the word at `[start, end)` may be part of a name: small words tie it to another capital."""
    return _name_after(prose, end) or _name_before(prose, start)


def _name_after(prose: str, end: int) -> bool:
    if prose[end : end + 1] in tuple(",.;:?!)"):
        return False
    adjunct = False
    for i, match in enumerate(_TOKEN.finditer(prose, end, end + _REACH)):
        token = match[0]
        bare = token.strip(_EDGES)
        if i == 0 and bare[:2] in ("s", ""):
            continue
        if bare in _TIES or bare in _ADJUNCTS or bare in _POSSESSIVES:
            adjunct = adjunct or bare in _ADJUNCTS
            if token[-1] in ".?!;:,":
                return False
        elif bare[:1].isupper():
            return not (adjunct and _is_known(bare))
        else:
            return False
        if i > 4:
            return False
    return False


def _name_before(prose: str, start: int) -> bool:
    low = max(prose.rfind("\n", 0, start) + 1, start - _REACH)
    for i, token in enumerate(reversed(prose[low:start].split())):
        if token[-1] in ".?!;:,\"”" or i > 4:
            return False
        if token in _TIES or token in ("in", "on", "at", "with", "by", "from"):
            continue
        return token.strip(_EDGES)[:1].isupper()
    return False


def _is_known(word: str) -> bool:
    bare = re.sub(r"['’]s$", "", word)
    return bare == "I" or bare.lower() in proper_names()
