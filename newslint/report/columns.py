"""Columns in the unit that a consumer counts in. Findings themselves count code points."""

from __future__ import annotations

from newslint.model import Place
from newslint.source import Source


def utf8_column(source: Source | None, line: int, column: int) -> int:
    """A column (1-based, code points) as 1-based UTF-8 bytes; as it is when the text is not at hand."""
    if source is None:
        return column
    return len(source.line_text(line)[: column - 1].encode("utf-8", "surrogatepass")) + 1


def in_file(place: Place, row_line: int) -> Place:
    """The place as viewers of the file show it: a row's findings all stand at the start of the row's line."""
    return Place(0, 0, row_line, 1, row_line, 1) if row_line else place
