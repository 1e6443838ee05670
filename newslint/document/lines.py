"""The line that a place stands in: as far as most rules look around a hit."""

from __future__ import annotations


def line_at(prose: str, start: int, end: int) -> tuple[int, int]:
    """Where the line around `[start, end)` begins and ends, its newline left out."""
    stop = prose.find("\n", end)
    return prose.rfind("\n", 0, start) + 1, len(prose) if stop < 0 else stop


def line_near(prose: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """The same, at most `reach` code points on either side: a whole article may be one line, asked for at each hit."""
    least, most = max(0, start - reach), min(len(prose), end + reach)
    stop = prose.find("\n", end, most)
    return max(prose.rfind("\n", least, start) + 1, least), most if stop < 0 else stop
