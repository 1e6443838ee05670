"""Names in lower case: monday, france, and the pronoun i."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.lexicon import proper_names
from newslint.model import Edit, Hit
from newslint.rule import Options

_START = re.compile(r"[.!?][\"”’')\]]*\s+[\"“‘'(]*([^\W\d_])")
_MESSAGE = re.compile(r"@\w|#\w|\btweet|\bposted\b|\btexted\b|\bt\.co/|\bemail", re.IGNORECASE)
_ENUMERATED = re.compile(r"\b(?:item|part|type|phase|section|figure|chapter|letter|the|a|an|class|vitamin) $")
_NEIGHBOUR = re.compile(r"[ \n](?:de|del|la|el|le|des|du|und|der|die|das|et|y|van|von|di|da|e)$")


def check(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A name of the lexicon in lower case, or the pronoun i."""
    group = "pronoun" if "pronoun" in match.re.groupindex else "name"
    start, end = match.span(group)
    word = match[group]
    prose = document.prose
    block = document.block_at(start)
    if block is None or word in options.vocab or not document.english(block):
        return
    if prose[start - 1 : start] == "(" and re.match(r" [a-z]+\)", prose[end : end + 30]):
        return  # a label in small letters: "recording (donald ash)"
    if document.zones.at(start) in ("table", "credit", "boilerplate"):
        return
    around = prose[max(block.start, start - 200) : min(block.end, end + 200)]
    if _in_small_letters(around, prose[block.start], start == block.start) or _NEIGHBOUR.search(
        prose[max(0, start - 5) : start - 1]
    ):
        return
    normal = "I" if group == "pronoun" else proper_names().get(word, word.capitalize())
    if (
        group == "name"
        and word not in document.capitalised
        and prose.count(word, max(0, start - 9_000), end + 9_000) > 3
    ):
        return  # a brand that is written so
    message = document.quotations.holds(start) and _MESSAGE.search(around) is not None
    case = "message" if message else group
    yield Hit(start, end, case, {"word": word, "normal": normal}, ((Edit(start, end, normal),),))


def _in_small_letters(around: str, first: str, opening: bool) -> bool:
    """Whether the sentences around begin in lower case, as in verse and in messages.

    `first` is the first letter of the paragraph, `opening` says that the word in question is there.
    """
    firsts = [first, *_START.findall(around)]
    small = len([letter for letter in firsts if letter.islower()])
    return (small == len(firsts) and not opening) or (small > 1 and small * 2 > len(firsts))
