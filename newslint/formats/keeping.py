"""Tells whether edits leave the structure of markup as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newslint.lazy import lazy
from newslint.model import Edit

# Whether an edit of a text cannot change its structure, by a look at what stands around it.
Harmless = Callable[[str, Edit], bool]
# The part of a text that has to be parsed to know what an edit does: start and end, and text to parse along with it.
Part = Callable[[str, Edit], tuple[int, int, str]]

_OPENS = lazy(r"[<&]|003[cC]|0026")  # the latter: in an escape of JSON
_OPEN = lazy(r"(?:[<&]|003[cC]|0026)[^<>&;]{0,5}\Z")  # a tag or reference that may go on
_MOST = 40  # times the length of a text that may be parsed to see what its edits do
_LEAST = 2_000_000  # code points that may be parsed in any case


def harmless_in_html(text: str, edit: Edit) -> bool:
    """No tag or reference can begin where no `<` and `&` stands."""
    inside, before = text[edit.start : edit.end], text[max(edit.start - 6, 0) : edit.start]
    return not _OPEN.search(before) and not _OPENS.search(inside) and "<" not in edit.text


def _whole(text: str, edit: Edit) -> tuple[int, int, str]:
    return 0, len(text), ""


class Keeper:
    """Compares the structure of a text before and after edits.

    `structure(text)` is anything that is equal for equal structures. It is asked only for edits that are not
    `harmless`, for the `part` of the text around them.
    """

    def __init__(self, text: str, structure: Callable[[str], object], harmless: Harmless, part: Part = _whole) -> None:
        self._text = text
        self._structure = structure
        self._harmless = harmless
        self._part = part
        self._left = max(_LEAST, _MOST * len(text))

    def keeps(self, edits: Sequence[Edit]) -> bool:
        """Whether the structure stays the same under all of `edits` (source offsets, not overlapping).

        False too when a text has so many doubtful edits that asking for each would take too long.
        """
        text = self._text
        doubtful = [edit for edit in edits if not self._harmless(text, edit)]
        if not doubtful:
            return True
        parts = [self._part(text, edit) for edit in doubtful]
        first, last = min(part[0] for part in parts), max(part[1] for part in parts)
        self._left -= last - first
        if self._left < 0:
            return False
        pieces, at = [], first
        for start, end, new in sorted(edit for edit in edits if first <= edit.start and edit.end <= last):
            pieces += [text[at:start], new]
            at = end
        beside = parts[0][2]
        after = "".join([*pieces, text[at:last], beside])
        return self._structure(after) == self._structure(text[first:last] + beside)
