"""The lines of a Markdown file as they stand, for rules about what is at their ends and shows nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newslint.document import Document
from newslint.document.offsets import newlines
from newslint.formats.prose import OBJECT
from newslint.lazy import lazy
from newslint.model import Edit
from newslint.source import Source

Span = tuple[int, int]

_BLANKS = " \t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LOOSE = lazy(rf"\n(?<=[{_BLANKS}]\n)")  # the newline first: `re` leaps to it
# Lines that stay: those with nothing to be read in them (gaps, rules, items still to be written); where a link leads.
_LEFT = lazy(r"[^\w\r\n]*(?:\d+[.)])?|[ \t>]*\[(?!\^)[^\]\r\n]+\]:[^\r\n]*")


def lines(
    source: Source, begin: int, kept: Callable[[], Iterable[Span]], keeps: Callable[[Sequence[Edit]], bool]
) -> Document | None:
    """A document whose prose is the source line by line, with U+FFFC for white space at their ends that has to stay.

    The front matter ends at `begin`; `kept` gives the spans behind it that are no text or whose white space means
    something. None where there is nothing to be seen: no line ends in white space, and all ends are "\\n".
    """
    text = source.text
    prose, offsets = newlines(text)
    if _LOOSE.search(prose) is not None or not prose[-1:].strip(_BLANKS):
        prose, offsets = newlines(_covered(text, [(0, begin), *sorted(kept())]))
    elif "\r" not in text:
        return None
    return Document(source, "markdown", prose, offsets, keeps=keeps)


def _covered(text: str, kept: Sequence[Span]) -> str:
    """`text` with U+FFFC in place of the white space at line ends that has to stay. `kept` is in order."""
    parts, at = [], 0
    i = reach = last = 0
    broken = False  # whether the line end before was that of a line that two spaces break
    flat = text.replace("\r", "\n") + "\n"
    for match in _LOOSE.finditer(flat):
        start = end = match.start()
        while start and flat[start - 1] in _BLANKS:
            start -= 1
        while i < len(kept) and kept[i][0] < end:
            reach = max(reach, kept[i][1])
            i += 1
        begin = flat.rfind("\n", last, start) + 1
        stays = reach > start
        # The last of several broken lines: its own spaces break nothing, but are of the habit.
        closing = broken and text[start:end] == "  " and text[last:begin] in ("\n", "\r\n", "\r")
        if stays or closing or _LEFT.fullmatch(text, begin, start):
            parts += [text[at:start], OBJECT * (end - start)]
            at = end
        broken, last = stays, end
    return "".join([*parts, text[at:]])
