"""Space before a stop, comma, colon, semicolon, question or exclamation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.code_signs import in_code
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, is_word, proper_names
from newslint.model import Edit, Hit
from newslint.rule import Options

_WORD = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# What is no mark of the sentence: smileys (":-)", ";D"), emoji codes (":wave:"), "::", ":=".
_FACE = lazy(r"[:;](?:['’]?[-^o]?[()\[\]DPpOo3*/\\|](?!\w)|\w+:|[:=/-])")
# "The ; (semicolon) parts them."
_NAMED = lazy(r" \((?:semi-?colon|colon|comma|dot|period|full stop|point|question mark|exclamation (?:mark|point))\)")
_NOTE = lazy(r"<(?:su[pb]|del)\b|~~|\[\^", re.IGNORECASE)  # a sign of reference or struck-out text stands in the space
_LOST = lazy(r"\?(?: [a-z\d]|[ \xa0]?[#?])")  # a dash or a mark of direction that no encoding could hold
_LOST_BEFORE = lazy(r"(?<![^\s“\"(])(?:a|an|the|his|her|their|its|our)$")  # "laid out a , long runway"
_GUILLEMET = lazy(r"[ \xa0\u202f]?»")
_INITIAL = lazy(r"(?<!\w)[A-Z]$")
_CAPITALS = lazy(r"\b[A-Z]{2}$")
_ELLIPSIS_BEFORE = lazy(r"[.…][\"”’'] *$|[.…] *$")
_BEFORE = frozenset("®™©°%$£€…+*>}")
_CLOSERS = frozenset(")]”’\"'»")


def space_before(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit for space between a word, a closing mark or a number and the mark behind it ("Mr Hale , who")."""
    prose, (start, end) = document.prose, match.span()
    mark, before = prose[end - 1], prose[start - 1]
    if mark == "-":
        yield Hit(start, end, values={"mark": mark}, fixes=((Edit(start, end - 1, ""),),))
        return
    after = prose[end] if end < len(prose) else "\n"
    gap = prose[start : end - 1]
    if before == mark == "," and len(gap) == 1 and after == " " and prose[start - 2].isalnum():
        return  # “, ,” is one comma too many
    if before in ",;:" and mark in ".,;" and after in " \n\"”’'":
        if prose[start - 2 : start - 1] in ("”", '"'):  # “key”: ,
            return
        yield Hit(start, end, "word-lost", values={"mark": mark})
        return
    if not (before.isalnum() or before in _CLOSERS or before in _BEFORE or (before in "!?." and mark != ".")):
        return
    if _is_style(document, match, mark, before, after, gap):
        return
    if document.format != "text" and _NOTE.search(document.source_of(start, end)):
        return
    if mark == "," and _LOST_BEFORE.search(prose, max(0, start - 6), start):
        yield Hit(start, end, "word-lost", values={"mark": mark})
        return
    edits = [Edit(start, end - 1, "")]
    if after.isalnum():
        behind = _glued(prose, mark, start, end, plain=document.format == "text")
        if behind is None:
            return
        edits += behind
    yield Hit(start, end, values={"mark": mark}, fixes=(tuple(edits),))


def _is_style(document: Document, match: re.Match[str], mark: str, before: str, after: str, gap: str) -> bool:
    """Whether the space belongs there: an ellipsis, a smiley, a score, an aligned list, another language."""
    prose, (start, end) = document.prose, match.span()
    if mark == ".":
        # ". . .", " ..", “over". . .”: the whole run is one ellipsis.
        if after in ".@_/\\" or prose.startswith((" .", "\xa0."), end):
            return True
        if before in ".…" or _ELLIPSIS_BEFORE.search(prose, max(0, start - 4), start):
            return True
    elif (
        before == "…"
        or prose.startswith((" . .", " .."), end)
        or (before == "." and mark in "?!" and prose[start - 2 : start - 1] in (".", " ", ""))
        or (mark == ":" and len(gap) > 1)  # a list with its colons in one column
    ):
        return True
    if _GUILLEMET.match(prose, end) or before == "»":
        return True  # « On y va ! », « C’est tout » :
    if mark in ":;" and _FACE.match(prose, end - 1):
        return True
    if mark in "?!" and (after.isalnum() or after in "=/&"):
        return True
    if mark == "?" and (_LOST.match(prose, end - 1) or _CAPITALS.search(prose, max(0, start - 3), start)):
        return True
    if mark == ":" and before.isdigit() and re.match(r" ?\d", prose[end : end + 2]):
        return True  # a score or a ratio
    if before in "\"'" and _opens(document, start - 1):
        return True
    return _NAMED.match(prose, end) is not None or in_code(prose, start, end) or not _english(document, start, mark)


def _english(document: Document, at: int, mark: str) -> bool:
    """French sets a space before high marks."""
    if mark in ",.":
        return True
    block = document.block_at(at)
    return block is None or document.english(block)


def _opens(document: Document, at: int) -> bool:
    """Whether a straight mark opens a quotation."""
    prose = document.prose
    if at and prose[at - 1] not in " \n\t\xa0([":
        return False
    return prose[at] == "'" or document.quotations.begins(at)


def _glued(prose: str, mark: str, start: int, end: int, *, plain: bool) -> list[Edit] | None:
    """How to mend what stands right behind the mark ("Hale ,who"); None if this is no misplaced mark (" .png")."""
    if prose[end].isdigit():
        if mark == "," and prose[start - 1].isdigit() and re.match(r"\d{3}(?!\d)", prose[end : end + 4]):
            return []  # "10 ,000"
        return [Edit(end, end, " ")] if mark in ",;" else None
    found = _WORD.match(prose, end)
    word = found[0] if found else ""
    if mark == "." and _INITIAL.search(prose, max(0, start - 2), start) and re.match(r"[A-Z]\.", prose[end : end + 2]):
        return []  # "U .S."
    if mark == ".":
        if re.match(r"\.\w", prose[end + len(word) : end + len(word) + 2]):
            return None  # .about.yml
        lower = word.lower()
        if word[1:].islower() and word[0].isupper():
            known = word != "Net" and (is_word(lower) or lower in proper_names())
        else:
            known = plain and len(word) > 2 and word in FUNCTION_WORDS  # in markup more often the method .then
        if not known:
            return None
    return [Edit(end, end, " ")]
