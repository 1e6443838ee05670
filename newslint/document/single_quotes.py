"""Single quotation marks and apostrophes: which ' or ’ quotes, which one stands for letters left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newslint.document.blocks import Block
from newslint.lazy import lazy

_MARK = lazy(r"['‘’](?!['‘’])(?<!['‘’]{2})")
_INNER = lazy(r"['‘’](?<=[^\W_]['‘’])(?=[^\W_])(?<!\d['‘’](?=\d))")
_ELIDED = lazy(r"['‘’](?:em|til|till|cause|cos|coz|tis|twas|twill|bout|round|neath|nuff|ave|er|im|ere|n|\d\ds?)\b")
_AND = lazy(r"['‘’][nN]['’](?!\w)(?<![^\s(]['‘’][nN]['’])")  # rock 'n' roll
_BEFORE = '([{—–-/"“”,'  # besides space, what an opening mark may follow ("He said,'Go'")


class Singles(NamedTuple):
    """`pairs`: single quotation marks `(opening, closing)`; `apostrophes`: offsets of ' and ’ that are apostrophes."""

    pairs: list[tuple[int, int]]
    apostrophes: list[int]


def find_singles(prose: str, blocks: Sequence[Block]) -> Singles:
    """The single marks of an article, block by block. Marks that may be either are in neither list."""
    found = Singles([], [])
    signs = [sign for sign in "'’‘" if sign in prose]
    find = prose.find
    for block in blocks:
        start, end = block.start, block.end
        for sign in signs:
            if find(sign, start, end) >= 0:
                _read_block(prose, start, end, found)
                break
    return found


def _read_block(prose: str, start: int, end: int, found: Singles) -> None:
    inner = [match.start() for match in _INNER.finditer(prose, start, end)]
    if len(inner) == sum(prose.count(sign, start, end) for sign in "'’‘"):
        found.apostrophes.extend(inner)
        return
    loose: list[int] = []  # ends of words that may close a quotation or be possessives ("the players' strike")
    opened = -1
    weak = -1
    ands = {at for match in _AND.finditer(prose, start, end) for at in (match.start(), match.end() - 1)}
    for match in _MARK.finditer(prose, start, end):
        at = match.start()
        before = prose[at - 1] if at > start else "\n"
        after = prose[at + 1] if at + 1 < end else "\n"
        if at in ands or (before.isalnum() and after.isalnum()):
            if not (before.isdigit() and after.isdigit()):  # 6'2"
                found.apostrophes.append(at)
        elif _opens(prose, at, before, after):
            if opened >= 0 and weak >= 0:
                found.pairs.append((opened, weak))
                loose = [other for other in loose if other != weak]
            opened, weak = at, -1
        elif match[0] != "‘" and _ELIDED.match(prose, at) and not before.isalnum():
            found.apostrophes.append(at)
        elif match[0] != "‘" and not before.isspace() and not before.isdigit() and before != "\n":
            if opened < 0:
                loose.append(at)
            elif _may_be_apostrophe(prose, at, after):
                loose.append(at)
                weak = at
            else:
                found.pairs.append((opened, at))
                opened = weak = -1
    if opened >= 0 and weak >= 0:
        found.pairs.append((opened, weak))
        loose = [other for other in loose if other != weak]
    found.apostrophes.extend(at for at in loose if prose[at - 1].isalpha())
    found.apostrophes.sort()


def _opens(prose: str, at: int, before: str, after: str) -> bool:
    if prose[at] == "’" or after.isspace() or not (before.isspace() or before in _BEFORE):
        return False
    if before == "," and prose[at] != "‘":
        return False
    return not (_ELIDED.match(prose, at) and (prose[at] == "'" or not _closed(prose, at)))


def _closed(prose: str, at: int, *, loosely: bool = False) -> bool:
    """Whether a ‘ before what may be an elision has a mark that closes it, so that it quotes after all.

    `loosely`: what may be a possessive ("‘90 days’ notice") closes too.
    """
    stop = prose.find("\n", at)
    stop = len(prose) if stop < 0 else min(stop, at + 400)
    for match in _MARK.finditer(prose, at + 1, stop):
        if match[0] == "‘":
            return False
        if match[0] == "’" and not prose[match.end() : match.end() + 1].isalnum():
            after = prose[match.end() : match.end() + 1]
            return loosely or not _may_be_apostrophe(prose, match.start(), after)
    return False


def _may_be_apostrophe(prose: str, at: int, after: str) -> bool:
    """Whether a mark behind a word may be a possessive or a dropped g ("the players' strike", "goin' home")."""
    if after != " " or not prose[at + 2 : at + 3].islower():
        return False
    return prose[at - 1] in "sSxz" or prose[at - 2 : at] in ("in", "an", " o")


def usual_apostrophe(prose: str, otherwise: str) -> str:
    """The apostrophe of a text, ’ or ', by its apostrophes or else by its quotation marks; `otherwise` without any."""
    for straight, curly in (("'", "’"), ('"', "”")):
        straights, curls = prose.count(straight), prose.count(curly)
        if straights != curls:
            return "'" if straights > curls else "’"
    return otherwise


def reversed_apostrophes(prose: str) -> list[int]:
    """Offsets of ‘ that should be an apostrophe: ‘90s, ‘em, don‘t (but not Hawai‘i)."""
    return [
        match.start()
        for match in _REVERSED.finditer(prose)
        if not in_arabic_name(prose, match.start())
        and (match["word"] is not None or not _closed(prose, match.start(), loosely=match["year"] is not None))
    ]


_NO_PRONOUN = lazy(r"\b(?!(?:I|He|She|It|They|We|You|Who|That|There)\b)[A-Z][a-z]*$")


def in_arabic_name(prose: str, at: int) -> bool:
    """Whether a mark before a last d stands for a sound: Sa‘d, Sa`d; not "he‘d"."""
    if prose[at + 1 : at + 2] != "d" or prose[at + 2 : at + 3].isalpha():
        return False
    return _NO_PRONOUN.search(prose, max(0, at - 20), at) is not None


_REVERSED = lazy(
    r"‘(?:(?<=[A-Za-z]‘)(?P<word>)(?=(?:s|t|re|ve|ll|d|m)\b(?!’))"  # the mark first: `re` leaps to it
    r"|(?<![^\s(—–-]‘)(?=(?:(?P<year>\d\d)|\d\ds|em|til|[Tt]is|[Tt]was|Til|cause|bout|n’)(?!\w)))"
)
