"""Control characters: left behind by old wires and wrong encodings, invisible, and never copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.lazy import lazy
from newslint.lexicon import common_words
from newslint.model import Edit, Hit
from newslint.rule import Options


def control(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """One run of control characters. The C1 ones are cp1252 read as Latin-1, which says what they were."""
    prose, (start, end) = document.prose, match.span()
    codes = " ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(match[0]))
    text = "".join(_printed(char) for char in match[0])
    if text:
        yield Hit(start, end, "printed", {"codes": codes, "instead": text}, ((Edit(start, end, text),),))
        return
    yield Hit(start, end, "", {"codes": codes}, ((Edit(start, end, _instead(prose, start, end)),),))


def _printed(char: str) -> str:
    """What a C1 control character is in cp1252, "" for all others."""
    if not "\u0080" <= char <= "\u009f":
        return ""
    return bytes([ord(char)]).decode("cp1252", "ignore")


_BEHIND = lazy(r"[^\W\d_]{0,40}$")
_AHEAD = lazy(r"[^\W\d_]{0,40}")


def _instead(prose: str, start: int, end: int) -> str:
    """A blank where two words met or a line broke, else nothing: what cannot be seen stood for nothing."""
    before, after = _BEHIND.search(prose, max(0, start - 40), start), _AHEAD.match(prose, end)
    if not before or not after or not before[0] or not after[0]:
        return ""
    words = common_words()
    left, right = before[0].lower(), after[0].lower()
    both = left in words and (right in words or len(right) >= 5)
    return " " if both and left + right not in words else ""
