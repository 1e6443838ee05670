"""Which edits of Markdown cannot change its structure, and how much of a file has to be parsed for the others."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from newslint.formats.keeping import Part
from newslint.lazy import lazy
from newslint.model import Edit

_CALM = lazy(r"""(?:[^\W_]|[ .,;?’‘“”–—\xa0])*""")
_BEGUN = lazy(r"[^\W\d_]{2}")
_BLANK = lazy(r"(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)")
_DEFINITION = lazy(r"^ {0,3}\[[^\]\r\n]+\]:[^\r\n]*", re.MULTILINE)
_DEEP = lazy(r"(?: {4}| {0,3}\t)")
_FRONT = 1000  # code points of a line in which its first word is looked for


def harmless(text: str, edit: Edit) -> bool:
    """Letters, spaces and everyday marks among themselves, behind a word of the same line.

    So is a space alone before the end of the line, when it goes: two would break the line, and so would a backslash.
    """
    around = text[max(edit.start - 1, 0) : edit.end + 1]
    if around[1:] in (" \n", " \r") and around[0] not in "\\ " and not edit.text:
        around = "   "
    if len(around) < edit.end - edit.start + 2 or not _CALM.fullmatch(around) or not _CALM.fullmatch(edit.text):
        return False
    line = max(text.rfind("\n", 0, edit.start), text.rfind("\r", 0, edit.start)) + 1
    return _BEGUN.search(text, line, min(edit.start, line + _FRONT)) is not None


def part_of(text: str, body: int) -> Part:
    """How to find the part of `text` that an edit bears on; the front matter ends at `body`.

    It is the lines between blank ones, with the link definitions of the file; all of it where those lines are deep in
    a list.
    """
    starts: list[int] = []
    ends: list[int] = []
    definitions: list[str] = []

    def look() -> None:
        for match in _BLANK.finditer(text, body):
            ends.append(match.start())
            starts.append(match.end())
        definitions.append("\n\n" + "\n".join(_DEFINITION.findall(text)))

    def part(text: str, edit: Edit) -> tuple[int, int, str]:
        if edit.start < body:
            return 0, body, ""
        if not definitions:
            look()
        i = bisect_right(starts, edit.start)
        first = starts[i - 1] if i else body
        j = bisect_left(ends, edit.end)
        last = ends[j] if j < len(ends) else len(text)
        if _DEEP.match(text, first):
            return 0, len(text), ""
        return first, last, definitions[0] if "[" in text[first:last] else ""

    return part
