"""Lines whose marks do not pair and are right all the same: most often paragraphs of a quotation that runs on.

What is said here must be what a full reading would say; where that is not plain, the line stays doubtful.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.document.blocks import LONGEST_LINE, Block
from newslint.document.marks import CURLY, OPEN, Mark, find_marks
from newslint.document.pairing import plain_turns
from newslint.document.quoted_blocks import FINAL, MOST_MARKS, OPENS_BLOCK, STARTS_TEXT, runs_on
from newslint.lazy import lazy

_TEXT = r"""(?:[^“”"„‟<>`â'’‘\n]++|['’‘](?!['’‘“”"]))*+"""  # with nothing in it that may be part of a mark
_CURLY = rf"“(?=[^\W_]){_TEXT}"
_CURLY_LINE = lazy(rf"{_TEXT}(?:{_CURLY}(?<![\s(\[{{])”{_TEXT})*+{_CURLY}")
_STRAIGHT = rf"""(?:(?<![^\n]")(?=[^\W_])|(?<=[^,.?!\s] ")(?=[^\W_])|(?<=[.?!] ")(?=[A-Z0-9])){_TEXT}"""
_CLOSES = r"""(?:(?<=[\w.?!]")(?=[ .,;:?!)]|\n|\Z)|(?<=,")(?= [a-z]))"""
_STRAIGHT_LINE = lazy(rf'''{_TEXT}(?:"{_STRAIGHT}"{_CLOSES}{_TEXT})*+"{_STRAIGHT}''')


def doubtful(prose: str, odd: Sequence[int]) -> list[int]:
    """Those of the odd lines of a plain text whose marks a look at the line and the next one does not explain.

    Only where lines surely are blocks: one of them is too long for wrapped text.
    """
    if not odd or max(map(len, prose.split("\n"))) <= LONGEST_LINE:
        return list(odd)
    return [at for at in odd if not _explained(prose, at)]


def _explained(prose: str, at: int) -> bool:
    """Whether the line whose first character is at `at` is a block of its own whose marks are all right."""
    start, end = prose.rfind("\n", 0, at) + 1, prose.find("\n", at)
    if end < 0:
        end = len(prose)
    after = end
    while after < len(prose) and prose[after] in "\n ":
        after += 1
    after = prose.rfind("\n", end, after) + 1 or len(prose)  # the start of the next line with text
    if not (_parted(prose, start, at) and _parted(prose, after, after)):
        return False
    opener = _left_open(prose, start, end) if OPENS_BLOCK.match(prose, after) else None
    if opener is None:
        marks = find_marks(prose, start, end)[: MOST_MARKS + 1]
        if len(marks) > MOST_MARKS or not plain_turns(marks):
            return False
        if not len(marks) % 2:
            return True
        if not OPENS_BLOCK.match(prose, after):
            return False
        opener = marks[-1]
    stop = prose.find("\n", after)
    blocks = [Block(start, end), Block(after, len(prose) if stop < 0 else stop)]
    return runs_on(prose, blocks, 0, opener)


def _left_open(prose: str, start: int, end: int) -> Mark | None:
    """The last mark of a line, if it opens and all before it plainly open and close in turn."""
    sign = "“" if prose.find("“", start, end) >= 0 else '"'
    line = _CURLY_LINE if sign == "“" else _STRAIGHT_LINE
    if prose.count(sign, start, end) > MOST_MARKS // 2 or not line.fullmatch(prose, start, end):
        return None
    at = prose.rfind(sign, start, end)
    return Mark(at, at + 1, CURLY, OPEN, OPEN, 2, False, False, False)


def _parted(prose: str, start: int, first: int) -> bool:
    """Whether the line at `start`, its first character at `first`, surely goes on with nothing before it."""
    if start >= len(prose) or not (prose[first].isalpha() or prose[first].isspace()):
        return True
    before = start - 1
    while before >= 0 and prose[before] == "\n":
        before -= 1
    return before < 0 or (prose[before] in FINAL and prose[start] in STARTS_TEXT)
