"""Whether the double quotation marks of a block open or close, by what stands beside each and which came before."""

from __future__ import annotations

from typing import NamedTuple

from newslint.document.blocks import Block
from newslint.lazy import lazy

_MARK = lazy(r"[\"“”]")
_BEFORE_OPENER = frozenset(" \n\t\xa0\u2009\u202f([{—–-/‘'")
AFTER_CLOSER = frozenset(" \n\t\xa0\u2009\u202f.,;:?!)]}—–-/’'…*")


class Side(NamedTuple):
    """A double mark, whether it `opens`, and whether that was `guessed` from the marks before it."""

    at: int
    opens: bool
    guessed: bool


def sides(prose: str, block: Block) -> list[Side]:
    """The double marks of a block with what each does. Curly ones say it; straight ones go by their neighbours."""
    out: list[Side] = []
    opened = False
    for match in _MARK.finditer(prose, block.start, block.end):
        at, char = match.start(), match[0]
        if char != '"':
            opened = char == "“"
            out.append(Side(at, opened, False))
            continue
        before = prose[at - 1] if at > block.start else "\n"
        after = prose[at + 1] if at + 1 < block.end else "\n"
        starts, ends = before in _BEFORE_OPENER, after in AFTER_CLOSER
        if starts and ends and not opened and prose[at - 2 : at - 1].isdigit() and at - 2 >= block.start:
            continue  # inches
        nested = _nested(prose, at) if starts and ends else 0
        if nested:
            opened = nested > 0
            out.append(Side(at, opened, False))
        elif at + 1 == block.end and starts and at > block.start:
            opened = False
            out.append(Side(at, False, True))
        elif starts != ends:
            opened = starts
            out.append(Side(at, opened, False))
        else:
            opened = not opened or (starts and prose[at - 2 : at - 1] == ":")
            out.append(Side(at, opened, True))
    for i in range(len(out) - 1):
        # "… today. " What … again." closes behind it: the paragraph's quotation is opened anew.
        if out[i].guessed and not out[i].opens and not (out[i + 1].guessed or out[i + 1].opens):
            at = out[i].at
            if prose[at - 2 : at - 1] in (".", "!", "?") and prose[at + 2 : at + 3].isupper():
                out[i] = Side(at, True, True)
    return out


def _nested(prose: str, at: int) -> int:
    """1 where a single mark opens behind a spaced double one (" 'We), -1 where one closes before it (him,' ")."""
    if at + 2 < len(prose) and prose[at + 2] in "'‘" and prose[at + 3 : at + 4].isalnum():
        return 1
    return -1 if at >= 2 and prose[at - 2] in "'’" else 0


def doubtful(mark: Side, following: Side | None) -> bool:
    """Whether the next mark contradicts a guess: two openers or two closers in a row."""
    return mark.guessed and following is not None and not following.guessed and following.opens == mark.opens
