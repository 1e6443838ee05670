"""Signs beside a capital that tell a name or a title from a slip."""

from __future__ import annotations

import re

from newslint.lexicon import proper_names, word_set
from newslint.lexicon.persons import SHORT_TITLES

_MEDIA = word_set("AP BBC FT WSJ NYT LA NY US")  # "told The AP", "in The US Review"


def in_name(before: str) -> bool:
    """Whether two words with capitals stand right before, the first not at the start: "and An Inspector"."""
    words = before.split()[-3:]
    return len(words) == 3 and words[1][:1].isupper() and words[2][:1].isupper() and words[0][-1] not in ".!?:"


def is_known_name(after: str) -> bool:
    """Whether a place, a day, an acronym or a number follows, no word of a title: "In Cairo", not "In Touch"."""
    match = re.match(r" \"?(?:([A-Z][a-z]+)|([A-Z]{2,5})|\d{4}|[\d$£€][\d.,]*[\d%]\w*)(?:['’]s)?(?![\w-])", after)
    if match is None or match[2] in _MEDIA:
        return False
    return not match[1] or match[1].lower() in proper_names() or match[1] in SHORT_TITLES
