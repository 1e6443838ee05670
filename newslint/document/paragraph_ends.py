"""Where paragraphs end and the next begin: in mid-sentence, in small letters, in lines that are broken anywhere."""

from __future__ import annotations

import re
from functools import lru_cache

from newslint.document import Block, Document
from newslint.document.sentences import is_abbreviation
from newslint.lazy import lazy

_STOP = lazy(r"""[.!?…]["”’')\]]*\s*$""")


def has_stop(prose: str, block: Block) -> bool:
    """Whether a paragraph ends with a stop, be it that of an abbreviation."""
    return _STOP.search(prose, block.end - 10, block.end) is not None


def ends_whole(prose: str, block: Block) -> bool:
    """Whether a paragraph ends with the stop of a sentence, not with an abbreviation."""
    found = _STOP.search(prose, max(block.start, block.end - 10), block.end)
    if found is None:
        return False
    word = prose[max(block.start, found.start() - 40) : found.start()].rpartition(" ")[2]
    return prose[found.start()] != "." or not is_abbreviation(word)


def breaks_off(prose: str, block: Block, start: int) -> bool:
    """Whether a paragraph of several sentences stops in the middle of one, behind a blank line."""
    text = prose[block.start : block.end].rstrip()
    return (
        len(text) > 60
        and "\n\n" in prose[block.end : start]
        and re.search(r"[.!?][”\"]? [A-Z“\"]", text) is not None
        and text[-1] not in ":;-–—"
    )


@lru_cache(maxsize=1)
def small_openings(document: Document) -> int:
    """How many paragraphs small letters open: with several, lines are broken or openings were lost."""
    prose, zones = document.prose, document.zones
    small = [i for i, block in enumerate(zones.blocks) if prose[block.start : block.start + 1].islower()]
    return sum(zones.name(i) == "body" for i in small)


def in_broken_lines(document: Document) -> bool:
    """Whether a paragraph begins with a small letter so often that breaks stand anywhere."""
    small = small_openings(document)
    return small >= 4 and small * 2 >= len(document.zones.blocks)
