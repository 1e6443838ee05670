"""Quotations with a double mark on one side and a single one on the other ('We won," he said)."""

from __future__ import annotations

import re

from newslint.document.reporting import CLAUSE
from newslint.lazy import lazy

# The mark first, and what stands before it by a look back: `re` is slow at patterns that begin with one.
_OPENS = lazy(r"""['‘](?<![^\s(\[—–:"“]['‘])(?=["“]?[^\W_])""")
_CLOSES = lazy(r"['’](?<=[\w.,!?…]['’])(?!\w)")
_ELIDED = lazy(r"['‘](?:em|til|cause|tis|twas|n|round|bout|cos|\d\ds?)\b", re.IGNORECASE)
_AFTER_MARK = lazy(r"['’](?<=[,.!?…]['’])(?=[\s—–]|$)", re.MULTILINE)
# Behind a word that can hardly be a plural, a name in s or a clipped form: "a joke’ and left".
_AFTER_WORD = lazy(r"['’](?=[ ,.;:?!)\n])(?<=[a-z]{3}[a-rt-wy]['’])(?<!in['’])(?<!th['’])")
_WHOLE = lazy(r"['‘](?<![^\s(\[—–]['‘])\w[^'‘’\"“”\n]{2,300}[,.?!]['’](?=\s|$)", re.MULTILINE)
_SHORT = 60  # code points of some words inside a quotation


def opener(prose: str, low: int, high: int) -> int | None:
    """A single mark in `[low, high)` that opens what a double one at `high` closes."""
    found = [match.start() for match in _OPENS.finditer(prose, low, high) if not _ELIDED.match(prose, match.start())]
    if not found or _CLOSES.search(prose, found[-1] + 1, high):
        return None
    closed = sum(1 for _ in _CLOSES.finditer(prose, low, found[-1]))
    return found[-1] if len(found) == 1 or closed >= len(found) - 1 else None


def closer(prose: str, low: int, high: int) -> int | None:
    """A single mark in `[low, high)` that closes what a double one before `low` opens."""
    if prose.find("'", low, high) < 0 and prose.find("’", low, high) < 0:
        return None
    if any(not _ELIDED.match(prose, match.start()) for match in _OPENS.finditer(prose, low, high)):
        return None
    found = [match.start() for match in _AFTER_MARK.finditer(prose, low, high)]
    if len(found) == 1:
        at = found[0]
        behind = prose[at + 1 : at + 3]
        sure = prose[at - 1] != "." or not behind.strip() or behind[1:2].isupper() or CLAUSE.match(prose, at + 2)
        return at if sure else None
    if found:
        return None
    words = [match.start() for match in _AFTER_WORD.finditer(prose, low, min(high, low + _SHORT))]
    return words[0] if len(words) == 1 else None


def singles_are_usual(prose: str, doubles: int) -> bool:
    """Whether an article with `doubles` double marks quotes with single ones: the double one is then the odd one."""
    return doubles == 1 and _WHOLE.search(prose) is not None
