"""Punctuation marks that stand twice, or beside one they exclude."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.reporting import CLAUSE
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, abbreviations, common_words, proper_names
from newslint.model import Edit, Hit
from newslint.rule import Options

_ENTITY = lazy(r"&#?\w+$")
_EMOJI = lazy(r"(?<![\w:]):[a-z0-9_+-]+$")  # ":rocket:."
_TOKEN = lazy(r"[\w.&'’-]*$")


def repeated(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit for “,,”, “;;”, “::”, “,.”, “..”, “?.” and the like; never for ellipses, “?!” or “!!”."""
    prose, (start, end) = document.prose, match.span()
    marks = match[0]
    if marks[1] in " \u00a0":  # “. .”, “, ,”
        yield Hit(start, end, "unsure", {"marks": marks, "instead": marks[0]}, ((Edit(start + 1, end, ""),),))
        return
    if prose[start - 1] in '"”' or marks == ",,," or marks[0] in "—–-":  # “so”.., so,,, — —
        if marks[0] != "." or not prose[end + 1 : end + 2].islower():
            right = marks[: marks.find(" ")] if " " in marks else marks[0]
            yield Hit(start, end, "unsure", {"marks": marks, "instead": right}, ((Edit(start, end, right),),))
        return
    after = prose[end] if end < len(prose) else "\n"
    token = _TOKEN.search(prose, max(0, start - 30), start)
    before = token[0] if token else ""
    if marks[0] == ":" and _EMOJI.search(prose, max(0, start - 40), start):
        return
    if marks[0] == ";" and _ENTITY.search(prose, max(0, start - 12), start):
        return
    if marks[1] in ("”", '"'):
        # One stop too many about a closing mark; the stop of an abbreviation is its own.
        if marks[0] == "," or before.rpartition(" ")[2] + "." not in abbreviations():
            text = marks[:2] if marks[0] == marks[2] else marks[2] + marks[1] if marks[2] == "." else marks[1:]
            yield Hit(start, end, "unsure", {"marks": marks, "instead": text}, ((Edit(start, end, text),),))
        return
    made = _mend(prose, marks, before, after, end)
    if made is None:
        return
    case, text = made
    yield Hit(start, end, case, {"marks": marks, "instead": text}, ((Edit(start, end, text),),))


def _mend(prose: str, marks: str, before: str, after: str, end: int) -> tuple[str, str] | None:
    """The case and what is right instead; None if the marks may stand so."""
    if marks in (",,", ";;"):
        return ("", marks[0]) if after in " \n\"”'’" else None
    if marks == "::":
        return ("unsure", ":") if before in common_words() else None
    if marks in (",.", ";.", ":."):
        going_on = after == " " and prose[end + 1 : end + 2].islower()
        return ("unsure", marks[0] if going_on else ".") if after in " \n\"”'’)" else None
    if marks in (",;", ";,", ",:", ":,"):
        if after in '"”':
            return "unsure", "," if "," in marks else marks[0]
        return ("unsure", marks[1] if marks[0] == "," else marks[0]) if after == " " else None
    if marks in ("?,", "!,"):  # “Is it?,” he said; not “I like Yahoo!,” he said
        said = before.islower() and CLAUSE.match(prose, end + 2) is not None
        return ("unsure", marks[0]) if said else None
    if marks in (",?", ",!"):
        return ("unsure", marks[1]) if after in " \n\"”'’)" else None
    if marks == ".,":
        return _stop_and_comma(prose, before, after, end)
    if marks == "..":
        return _two_stops(prose, before, after, end)
    if marks in ("?.", "!."):
        plain = before.islower() and before in common_words()  # a name may end so: Yahoo!
        return ("unsure", marks[0]) if after in " \n\"”'’)" and plain else None
    return None


def _stop_and_comma(prose: str, before: str, after: str, end: int) -> tuple[str, str] | None:
    """“.,” is right behind an abbreviation, wrong behind a plain word or a name that is written out."""
    word = before.rsplit("-", 1)[-1]
    if (
        "." in before
        or word + "." in abbreviations()
        or word.capitalize() + "." in abbreviations()
        or after not in ' "”'
    ):
        return None
    if word.islower():
        known = word in FUNCTION_WORDS if len(word) < 4 else word in common_words()
    else:
        known = word.istitle() and (len(word) > _MOST_SHORT or (len(word) == _MOST_SHORT and _is_name(prose, word)))
    if not known:
        return None
    return "unsure", "." if word.islower() and prose[end + 1 : end + 2].isupper() else ","


_MOST_SHORT = 5  # letters of an abbreviation of one word: Calif., Assoc.


def _is_name(prose: str, word: str) -> bool:
    """Whether a word with a capital is written out: known so, or without a stop elsewhere in the text."""
    lower = word.lower()
    return lower in proper_names() or lower in common_words() or f" {word} " in prose or f" {word}, " in prose


def _two_stops(prose: str, before: str, after: str, end: int) -> tuple[str, str] | None:
    if prose[end - 3] == "[":
        return "unsure", "..."
    if prose[end - 3] == " ":  # transcripts write pauses so
        again = prose.find(" .. ", end) >= 0 or prose.rfind(" .. ", 0, end - 2) >= 0
        return None if again else ("unsure", "...")
    if after not in " \n\"”'’)" or not before[-1:].isalnum():
        return None
    following = prose[end + 1 : end + 2] if after == " " else prose[end + 2 : end + 3] if after in "\"”'’)" else ""
    if before + "." in abbreviations() or (len(before.rsplit(".", 1)[-1]) == 1 and before[-1].isupper()):
        return "", "."
    return "unsure", "..." if following.islower() else "."
