"""Space on the inner side of a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.model import Edit, Hit
from newslint.rule import Options

_BLANK = " \xa0\u2009\u202f"
_PAIRS = {"(": ")", "[": "]"}
_MOST_INSIDE = 300  # code points looked at for the partner
_FILLING = re.compile(r"[ \xa0x✓✗.…_-]*")  # "( )", "[ ... ]", "[ x ]"


def inside(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """Hits for space on the inner side of a bracket ("( who", "said )"); a padded pair is one hit."""
    if match.string[match.start()] in "([":
        yield from _opener(match)
    else:
        yield from _closer(match)


def _opener(match: re.Match[str]) -> Iterator[Hit]:
    prose, start, begin, mark = match.string, match.start(), match.end(), match["mark"]
    stop = _partner(prose, begin, mark)
    if stop is None or _FILLING.fullmatch(prose, begin, stop):
        return
    edits = [Edit(start + 1, begin, "")]
    end, case = begin, ""
    at = stop
    while at > begin and prose[at - 1] in _BLANK:
        at -= 1
    if at < stop:
        edits.append(Edit(at, stop, ""))
        end, case = stop + 1, "both"
    yield Hit(start, end, case, {"mark": mark}, (tuple(edits),))


def _closer(match: re.Match[str]) -> Iterator[Hit]:
    prose, start, end = match.string, match.start(), match.end()
    mark = prose[end - 1]
    opener = "(" if mark == ")" else "["
    low = max(prose.rfind("\n", 0, start) + 1, start - _MOST_INSIDE)
    at = prose.rfind(opener, low, start)
    if at < 0 or prose.rfind(mark, at, start) >= 0:
        return  # nothing is open: a smiley, a list mark
    if prose[at + 1] in _BLANK or _FILLING.fullmatch(prose, at + 1, start):
        return  # padded on both sides: reported at the opening bracket
    yield Hit(start, end, values={"mark": mark}, fixes=((Edit(start, end - 1, ""),),))


def _partner(prose: str, begin: int, opener: str) -> int | None:
    """Where the bracket closes, on the same line and not too far on."""
    closer = _PAIRS[opener]
    high = min(len(prose), begin + _MOST_INSIDE)
    depth = 0
    for at in range(begin, high):
        char = prose[at]
        if char == "\n":
            return None
        if char == opener:
            depth += 1
        elif char == closer:
            if not depth:
                return at
            depth -= 1
    return None
