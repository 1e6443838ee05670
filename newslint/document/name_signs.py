"""Signs beside a capital that tell a name or a title from a slip."""

from __future__ import annotations

import re

from newslint.lazy import lazy
from newslint.lexicon import common_words, proper_names

_MEDIA = frozenset(["AP", "BBC", "FT", "WSJ", "NYT", "LA", "NY", "US"])  # "told The AP", "in The US Review"
_HONORIFICS = frozenset(["Mr", "Mrs", "Ms", "Dr"])
# Endings of verb forms, adverbs, adjectives and collective nouns, which are hardly ever names.
_ENDINGS = (
    "ed", "ly", "able", "ible", "ful", "less", "ous", "ish", "iest", "ize", "ise", "ate", "ists", "ism", "ments",
    "ings",
)  # fmt: skip
# A sentence's first words before the comma behind which its subject stands: "Meanwhile, ", "On Tuesday, ".
_INTRODUCED = lazy(
    r"(?:^|[.!?][\"”’']? )[\"“‘']?(?:Meanwhile|However|Moreover|Furthermore|Nevertheless|Nonetheless|Instead|Later|"
    r"Earlier|Elsewhere|Overnight|Yesterday|Today|Still|Also|Indeed|Similarly|Likewise|Separately|Recently|Finally|"
    r"Eventually|(?:On|In|By|At|After|Since|Until|During|Over|Before|Last|This|Earlier|Late|For)"
    r" [\w’'-]+(?: [\w’'-]+){0,4}), $"
)


def introduced(before: str) -> bool:
    """Whether text that ends in a comma and a space is no more than the introduction of a sentence."""
    return _INTRODUCED.search(before) is not None


def in_name(before: str) -> bool:
    """Whether two words with capitals stand right before, the first not at the start: "and An Inspector"."""
    words = before.split()[-3:]
    return len(words) == 3 and words[1][:1].isupper() and words[2][:1].isupper() and words[0][-1] not in ".!?:"


def is_verbal(word: str) -> bool:
    """Whether a word in lower case is a verb form, an adverb or the like by its ending."""
    known, bare = common_words(), word[:-3]
    return word.endswith(_ENDINGS) or (word.endswith("ing") and (bare in known or bare + "e" in known))


def is_known_name(after: str) -> bool:
    """Whether a place, a day, an acronym or a number follows, no word of a title: "In Cairo", not "In Touch"."""
    match = re.match(r" \"?(?:([A-Z][a-z]+)|([A-Z]{2,5})|\d{4}|[\d$£€][\d.,]*[\d%]\w*)(?:['’]s)?(?![\w-])", after)
    if match is None or match[2] in _MEDIA:
        return False
    return not match[1] or match[1].lower() in proper_names() or match[1] in _HONORIFICS
