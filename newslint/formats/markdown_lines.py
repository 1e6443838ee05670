"""The lines of a Markdown file as they stand, for rules about what is at their ends and shows nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newslint.document import Document
from newslint.document.offsets import newlines
from newslint.formats.prose import OBJECT
from newslint.lazy import lazy
from newslint.model import Edit
from newslint.source import Source

_BLANK = r" \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LOOSE = lazy(rf"\n(?<=[{_BLANK}]\n)")  # the newline first: `re` leaps to it
# Lines that stay: those with nothing to be read in them (gaps, rules, items still to be written); where a link leads.
_LEFT = lazy(rf"(?m)^(?:[^\w\n{OBJECT}]*(?:\d+[.)])?[{_BLANK}]+|[ \t>]*\[(?!\^)[^\]\n]+\]:[^\n]*)$")
# The last of several lines that end in two spaces: its own break nothing, but are of the habit.
_LAST_BROKEN = lazy(rf"(?m)(?<={OBJECT}\n)[^\n]*[^\s{OBJECT}]  $")
_SHOWING = lazy(r"[^\r\n]")


def lines(
    source: Source,
    begin: int,
    kept: Callable[[], Iterable[tuple[int, int]]],
    keeps: Callable[[Sequence[Edit]], bool],
) -> Document | None:
    """A document whose prose is the source line by line, with U+FFFC for each character that has to stay as it is.

    The front matter ends at `begin`; `kept` gives the spans behind it that are no text or whose white space means
    something. None where there is nothing to be seen: no line ends in white space, and all ends are "\\n".
    """
    text = source.text
    prose, offsets = newlines(text)
    loose = _LOOSE.search(prose) is not None or not prose[-1:].strip(" \t\xa0")
    if loose:
        prose, offsets = newlines(_covered(text, [(0, begin), *sorted(kept())]))
        for pattern in (_LEFT, _LAST_BROKEN):
            prose = pattern.sub(lambda match: OBJECT * len(match[0]), prose)
    elif "\r" not in text:
        return None
    return Document(source, "markdown", prose, offsets, keeps=keeps)


def _covered(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with U+FFFC in place of what the spans hold, line ends excepted."""
    parts, at = [], 0
    for start, end in spans:
        if end > at:
            start = max(start, at)
            parts += [text[at:start], _SHOWING.sub(OBJECT, text[start:end])]
            at = end
    return "".join([*parts, text[at:]])
