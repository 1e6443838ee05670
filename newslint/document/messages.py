"""What somebody typed: posts, texts, notes. Their capitals, stops and apostrophes are the writer's own."""

from __future__ import annotations

from newslint.document import Document
from newslint.lazy import lazy

SIGN = r"(?:@\w|#\w|\bt\.co/|(?i:\btweet|\bposted\b|\btexted\b|\bemail))"
"""A pattern of what stands in a post or beside it."""

_TYPED = lazy(
    r"\b(?:ur?(?![.'’])|thx|pls|plz|lol|omg|tbh|idk|2(?:nite|day|moro|morrow)|b4|gr8|l8r)\b|[\U0001f300-\U0001faff]"
)
_POSTED = lazy(r"[\"”’']*,? (?:[\w.’-]+ ){0,5}?(?:posted|tweeted|texted|messaged|typed|captioned|commented\b|@\w)")
_NEAR = 60  # code points behind a quotation that say whose it is


def in_message(document: Document, start: int) -> bool:
    """Whether a quotation around a place is a post or a text, or begins in lower case behind a colon as notes do."""
    prose = document.prose
    for low, high in document.quotations.near(start):
        if low < start < high:
            if _TYPED.search(prose, low, high) or _POSTED.match(prose, high, high + _NEAR):
                return True
            return prose[low + 1 : low + 2].islower() and prose[max(0, low - 2) : low].rstrip()[-1:] == ":"
    return False
