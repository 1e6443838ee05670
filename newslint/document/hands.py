"""Whether an article is a page of letters: what two people write needs not agree in spelling."""

from __future__ import annotations

import re
from functools import lru_cache

from newslint.lazy import lazy

_HEADER = lazy(
    r"^(?:(?:From|Subject|Date|To|Sent)(?:: |:\t)\S|[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d)",
    re.MULTILINE,
)
_SPEAKER = lazy(r"^\[([A-Z][\w.’' -]{1,30})\]", re.MULTILINE)
_LEAST_HEADERS = 3
_LEAST_SPEAKERS = 2
_LEAST_TURNS = 4


@lru_cache(maxsize=1)
def of_several_hands(prose: str) -> bool:
    """Whether a text holds the letters of several people, by their heads, or posts with their writers in brackets."""
    if sum(1 for _ in _HEADER.finditer(prose)) >= _LEAST_HEADERS:
        return True
    speakers = _SPEAKER.findall(prose)
    return len(speakers) >= _LEAST_TURNS and len(set(speakers)) >= _LEAST_SPEAKERS
