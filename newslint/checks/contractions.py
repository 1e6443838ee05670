"""Contractions that have lost their apostrophe: dont, theyre, thats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.messages import SIGN
from newslint.document.single_quotes import usual_apostrophe
from newslint.document.words import is_foreign
from newslint.document.zones import OFF_COPY
from newslint.lazy import lazy
from newslint.model import Edit, Hit
from newslint.rule import Options

_INSIDE = lazy(r"[a-z] $")
_AROUND = 200  # code points on either side that tell of a post or a message
_TYPED = lazy(rf"{SIGN}|\bi\b|\b[uU]\b|\bgonna\b|(?i:\bmessaged?\b)")


def lost(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A word that the patterns know to be a contraction without its apostrophe."""
    prose, (start, end), at = document.prose, match.span(), match.end("at")
    word = match[0]
    if word[0].isupper() and _INSIDE.search(prose, max(0, start - 2), start):
        return  # the group Theres no Time
    block = document.block_at(start)
    if block is None or word.lower() in options.vocab or document.zones.at(start) in OFF_COPY:
        return
    if not document.english(block) or is_foreign(prose, start, end, itself=False):
        return
    around = prose[max(block.start, start - _AROUND) : min(block.end, end + _AROUND)]
    typed = document.quotations.holds(start) and _TYPED.search(around) is not None
    mark = usual_apostrophe(prose, "'")
    values = {"word": word, "normal": prose[start:at] + mark + prose[at:end]}
    yield Hit(start, end, "typed" if typed else "", values, ((Edit(at, at, mark),),))
