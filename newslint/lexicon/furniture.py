"""Lines of a page that are no copy: what they look like, and how to tell quickly that none is there.

Each entry is a pattern over the whole prose, with the group `line` for what is furniture. `heads`: the first three
letters of a line, in lower case, brackets and bullets left out, "0" for a figure; `needles`: words in lower case, or
signs, of which one must stand in the article ("short": the line need only be short and end without a stop).
`anywhere`: the pattern may match in a line of copy, mostly at its end, so it is searched for in all of them. A group
`weak` means that the line is none if it opens the article, a group `date` that it is a date.
"""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One kind of line."""

    pattern: str
    heads: tuple[str, ...] = ()
    needles: tuple[str, ...] = ()
    anywhere: bool = False
