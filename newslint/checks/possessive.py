"""Apostrophes that are cut off from their word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.model import Edit, Hit
from newslint.rule import Options


def split(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit for "Romney 's", "Romney' s", "do n't" and "workers ' rights"."""
    start, end = match.span()
    gap = match.span("gap")
    edits = [Edit(*gap, "")]
    yield Hit(start, end, values={"part": match["part"]}, fixes=(tuple(edits),))
