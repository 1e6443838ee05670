"""Tells whether edits leave the structure of markup as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newslint.model import Edit

_CALM = re.compile(r"""(?:[^\W_]|[ .,;?’‘“”–—\xa0])*""")
_BEGUN = re.compile(r"[^\W\d_]{2}")


class Keeper:
    """Compares the structure of a text before and after edits.

    `structure(text)` is anything that is equal for equal structures. It is asked only for edits at places where
    letters, spaces and everyday marks do not stand among themselves.
    """

    def __init__(self, text: str, structure: Callable[[str], object]) -> None:
        self._text = text
        self._structure = structure
        self._now: object = None

    def keeps(self, edits: Sequence[Edit]) -> bool:
        """Whether the structure stays the same under all of `edits` (source offsets, not overlapping)."""
        if all(self._harmless(edit) for edit in edits):
            return True
        if self._now is None:
            self._now = self._structure(self._text)
        parts, at = [], 0
        for start, end, new in sorted(edits):
            parts += [self._text[at:start], new]
            at = end
        return self._structure("".join([*parts, self._text[at:]])) == self._now

    def _harmless(self, edit: Edit) -> bool:
        text, start, end = self._text, edit.start, edit.end
        around = text[max(start - 1, 0) : end + 1]
        if len(around) < end - start + 2 or not _CALM.fullmatch(around) or not _CALM.fullmatch(edit.text):
            return False
        line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        return _BEGUN.search(text, line, start) is not None
