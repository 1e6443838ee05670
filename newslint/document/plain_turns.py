"""Paragraphs whose quotation marks plainly open and close in turn, the last one perhaps open: told by one pattern.

Of all readings the plain one is then the cheapest, whether or not the quotation runs on: taking a mark against its
neighbours, as nested, as one too many or as inches costs more than one mark that is lost.
"""

from __future__ import annotations

from newslint.document.marks import CURLY, EITHER, OPEN, STRAIGHT, Mark
from newslint.lazy import lazy

_TEXT = r"""(?:[^“”"„‟<>`â'’‘]++|['’‘](?!['’‘“”"]))*+"""  # with nothing in it that may be part of a mark
_CURLY = rf"“(?=[^\W_]){_TEXT}"
_CURLY_TURNS = lazy(rf"{_TEXT}(?:{_CURLY}(?<![\s(\[{{])”{_TEXT})*+(?:{_CURLY})?")
_STRAIGHT = rf"""(?:(?<![^\n]")(?=[^\W_])|(?<=[^,.?!\s] ")(?=[^\W_])|(?<=[.?!] ")(?=[A-Z0-9])){_TEXT}"""
_CLOSES = r"""(?:(?<=[\w.?!]")(?=[ .,;:?!)]|\n|\Z)|(?<=,")(?= [a-z]))"""
_STRAIGHT_TURNS = lazy(rf'''{_TEXT}(?:"{_STRAIGHT}"{_CLOSES}{_TEXT})*+(?:"{_STRAIGHT})?''')


def plain_turns(prose: str, start: int, end: int) -> list[Mark] | None:
    """The marks of `prose[start:end]` where they plainly open and close in turn; what they may be else is not told."""
    curly = prose.find("“", start, end) >= 0
    if not (_CURLY_TURNS if curly else _STRAIGHT_TURNS).fullmatch(prose, start, end):
        return None
    out, style = [], CURLY if curly else STRAIGHT
    way, sign = OPEN, "“" if curly else '"'
    at = prose.find(sign, start, end)
    while at >= 0:
        out.append(Mark(at, at + 1, style, way if curly else EITHER, way, 2, False, False, False))
        way = -way
        if curly:
            sign = "“" if way == OPEN else "”"
        at = prose.find(sign, at + 1, end)
    return out
