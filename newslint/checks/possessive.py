"""Apostrophes that are cut off from their word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.lazy import lazy
from newslint.model import Edit, Hit
from newslint.rule import Options

# What n't belongs to.
_CUT = lazy(r"(?i)\b(?:do|is|wo|ca|did|are|was|has|had|does|were|have|must|need|would|could|should)n\Z")
_CONTRACTED = lazy(r"(?i)\b(?:do|is|wo|ca|did|are|was|has|had|does|were|have|must|need|would|could|should)\Z")

_OPENER = lazy(r"‘|(?<!\w)'(?=\w)")
_LONE = lazy(r"(?<!\S)['’](?!\w)")


def split(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit for "Romney 's", "Romney' s", "do n't" and "workers ' rights"."""
    start, end = match.span()
    gap = match.span("gap")
    if match["part"][0] in "nN" and not _CONTRACTED.search(match.string, max(0, start - 8), start):
        return
    if match["part"][1:].strip() in ("t", "T") and not _CUT.search(match.string, max(0, start - 8), start):
        return  # 'tis, 'til
    plural = match["part"] in ("'", "’")
    if plural and _quotes(match, document):
        return
    edits = [Edit(*gap, "")]
    yield Hit(start, end, "plural" if plural else "", values={"part": match["part"]}, fixes=(tuple(edits),))


def _quotes(match: re.Match[str], document: Document) -> bool:
    """Whether a lone mark between two words may open or close a quotation: its paragraph has an opener or its like."""
    block = document.block_at(match.start("part"))
    if block is None or _OPENER.search(document.prose, block.start, block.end):
        return True
    return len(_LONE.findall(document.prose, block.start, block.end)) > 1
