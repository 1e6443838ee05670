"""Brackets: which closes which, over the whole article, with list marks and faces left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newslint.document.blocks import Block
from newslint.document.code_signs import in_code
from newslint.document.turns import pairs_in_turn
from newslint.lazy import lazy

PARTNER = {"(": ")", "[": "]", "{": "}", ")": "(", "]": "[", "}": "{"}

_DELETE = bytes(b for b in range(256) if b not in b"()[]{}\n")
_PAIRED = lazy(rb"(?:\(\)|\[\]|\{\}|\n)*+")
# ":-)", "=(", "8-)", leaked tags and style sheets, addresses
_ASIDE = lazy(
    r"(?<=[a-z])[:;]-[()\[\]]|(?<![\w(\[])(?:[:;=]['’]?[-^o~]?|[Xx8]-|&lt;|<|\^_?\^? ?|;\^)[()\[\]{}]+"
    r"|<[a-zA-Z/!][^<>\n]{0,500}>|(?:https?://|www\.)(?:[^\s()]|\([^\s()]*\)?)*"
    r"|\[-?[\d.]+, ?[-∞\d.]+\)|\([-∞\d.]+, ?-?[\d.]+\]"  # the interval [0, 1)
    r"|(?:\{|[:=][ \t]*\[)[ \t]*$|^[ \t\xa0]*(?:\}[.;, \t\xa0]*|[\[{\]][;, \t\xa0]*)$",
    re.MULTILINE,
)
# "1) act", "a) report", "2a) If"
_LIST = lazy(
    r"""(?:(?<=[\s;:(“"‘'])|(?<=[A-Za-z][.?!])|^)"""
    r"""(?:\d{1,2}[a-z]?|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})\.?\)(?=[\s,]|[A-Z“"]|$)""",
    re.MULTILINE,
)
# "in Section 1a)." speaks of such a mark.
_REFERENCE = lazy(
    r"(?:\d{1,2}|[A-Za-z])\),? (?:or|and|not) (?:\d{1,2}|[A-Za-z])\)|"
    r"\b(?:[Cc]hapters?|[Ss]ections?|[Cc]lauses?|[Pp]aragraphs?|[Pp]oints?|[Ii]tems?|[Pp]arts?|[Rr]ules?|[Oo]ptions?|[Ss]teps?|"
    r"[Nn]umbers?|[Qq]uestions?|[Aa]rticles?)[ \xa0](?:\d{1,2}[a-z]?|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})\)"
)
_NUMBER = lazy(r"(?<=[a-z] )\d{1,2}$")  # in mid-sentence
_BRACKET = lazy(r"[()\[\]{}]")
_MOST_MARK, _MOST_REFERENCE = 6, 24  # code points before the bracket that ends it
_NEAR = 300  # and one over two lines of a paragraph
_FAR = 4000  # code points that a parenthesis over several paragraphs may hold


class Stray(NamedTuple):
    """A bracket without a partner at `at`. `other` is the bracket that it closes in a wrong shape (-1: none)."""

    at: int
    other: int = -1


def all_pair(prose: str) -> bool:
    """Whether a glance shows that brackets open and close in turn."""
    if "[" not in prose and "]" not in prose and "{" not in prose and "}" not in prose:
        return pairs_in_turn(prose, "(", ")")
    return _PAIRED.fullmatch(prose.encode("utf-8", "replace").translate(None, _DELETE)) is not None


def find_strays(prose: str, blocks: Sequence[Block]) -> list[Stray]:
    """The brackets that do not pair, in order."""
    found: list[Stray] = []
    left: list[tuple[int, int]] = []  # brackets no paragraph could pair, with the index of their block
    for i, block in enumerate(blocks):
        if all_pair(prose[block.start : block.end]):
            continue
        brackets = [match.start() for match in _BRACKET.finditer(prose, block.start, block.end)]
        asides = [match.span() for match in _ASIDE.finditer(prose, block.start, block.end)]
        if asides:
            aside = {at for span in asides for at in range(*span)}
            brackets = [at for at in brackets if at not in aside]
            if not brackets:
                continue
        strays, open_ = _pair(prose, brackets)
        if strays or open_:  # list marks close nothing: does all pair without them?
            lists = {at for at in brackets if _ends_mark(prose, block, at)}
            fewer = _pair(prose, [at for at in brackets if at not in lists]) if lists else (strays, open_)
            if len(fewer[0]) + len(fewer[1]) < len(strays) + len(open_):
                strays, open_ = fewer
            open_ = [at for at in open_ if at not in lists and not _ends_reference(prose, block, at)]
        if asides and open_:  # "(no news :-)": the face closes
            faces = {prose[end - 1]: end for _, end in asides}
            open_ = [at for at in open_ if at > faces.get(PARTNER[prose[at]], 0)]
        found += strays
        left += [(at, i) for at in open_]
    left.sort()
    return [stray for stray in sorted(found + _over_paragraphs(prose, blocks, left)) if not _other_sign(prose, stray)]


def _ends_mark(prose: str, block: Block, at: int) -> bool:
    """Whether a bracket ends a mark of a list."""
    if prose[at] != ")":
        return False
    found = (_LIST.match(prose, k, block.end) for k in range(max(block.start, at - _MOST_MARK), at))
    if not any(match is not None and match.end() == at + 1 for match in found):
        return False
    number = _NUMBER.search(prose, max(block.start, at - _MOST_MARK), at)
    return number is None or number[0] == "1" or f"{int(number[0]) - 1})" in prose  # "page 3)" has no 2) before it


def _ends_reference(prose: str, block: Block, at: int) -> bool:
    """Whether a bracket ends the name of such a mark."""
    if prose[at] != ")":
        return False
    found = _REFERENCE.finditer(prose, max(block.start, at - _MOST_REFERENCE), at + 1)
    return any(match.end() == at + 1 for match in found)


def _other_sign(prose: str, stray: Stray) -> bool:
    """Whether a stray bracket is part of a face ("so there:)") or of code ("}}", "a[i-")."""
    at, before = stray.at, prose[stray.at - 1 : stray.at]
    if prose[at] == ")" and before and before in ":;-" and stray.other < 0:
        return True
    if prose[at] * 3 in prose[max(0, at - 2) : at + 3]:
        return True  # ":-)))", the band Sunn O)))
    doubled = prose[at] in "{}" and prose[at] in (before, prose[at + 1 : at + 2])
    return doubled or in_code(prose, at, at + 1)


def _pair(prose: str, brackets: Sequence[int]) -> tuple[list[Stray], list[int]]:
    """Pairs of another kind than they should be, and brackets without a partner."""
    opened: list[int] = []
    found: list[Stray] = []
    left: list[int] = []
    for at in brackets:
        char = prose[at]
        if char in "([{":
            opened.append(at)
        elif opened and prose[opened[-1]] == PARTNER[char]:
            opened.pop()
        elif len(opened) > 1 and prose[opened[-2]] == PARTNER[char]:
            left.append(opened.pop())  # an outer pair closes: the inner one never did
            opened.pop()
        elif opened:
            found.append(Stray(at, opened.pop()))
        else:
            left.append(at)
    turned: set[int] = set()  # "[U.S.[ force"
    for first, second in pairwise(opened):
        alike = prose[first] == prose[second]
        if (
            alike
            and first not in turned
            and not prose[second - 1].isspace()
            and not prose[second + 1 : second + 2].isalnum()
        ):
            found.append(Stray(second, first))
            turned |= {first, second}
    opened = [at for at in opened if at not in turned]
    return found, left + opened


def _over_paragraphs(prose: str, blocks: Sequence[Block], left: Sequence[tuple[int, int]]) -> list[Stray]:
    """What is left when pairs over several paragraphs are taken out: one side stands at the edge of its paragraph."""
    out: list[Stray] = []
    k = 0
    while k < len(left):
        at, block = left[k]
        if prose[at] in "([{" and k + 1 < len(left):
            end, other = left[k + 1]
            if prose[end] == PARTNER[prose[at]] and other > block and end - at < _FAR:
                wrapped = end - at < _NEAR and "\n\n" not in prose[at:end]
                edge = wrapped or not prose[blocks[block].start : at].strip(" \t\"“‘'*_-–—•")
                # whole sentences: "(It rained.\n\nThen it snowed.) They left"
                first = prose[at : blocks[block].end].rstrip()
                full = prose[at + 1].isupper() and prose[end - 1] in '.!?”"' and first[-1] in '.!?”"'
                if edge or full or not prose[end + 1 : blocks[other].end].strip(" \t.,;:!?\"”’'*_"):
                    k += 2
                    continue
        out.append(Stray(at))
        k += 1
    return out
