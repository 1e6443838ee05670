"""Tags and shortcodes of a page that stand in plain text: "<br />", "</p>", "[caption id=…]"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Document
from newslint.lazy import lazy
from newslint.lexicon import word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

_NAME = lazy(r"(?:<|&lt;)\s*/?\s*([A-Za-z][\w:-]*)")
_BLOCKS = word_set(
    """
    address article aside blockquote br center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 head
    header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul
    """
)
_RAISED = frozenset(("sup", "sub"))
_PAIRED = word_set("b big cite em font i p q s small span strike strong tt u")
_WIDEST = 1000  # code points between two tags that are one finding


def tag(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """One leaked tag, or the two around some words of a line. The fix takes them out with what would be left over."""
    prose, (start, end) = document.prose, match.span()
    text = match[0]
    if text.startswith("[email"):
        yield Hit(start, end, "address", {"tag": text})
        return
    found = _NAME.match(text)
    name = found[1].lower() if found else ("br" if text.lower().startswith("br") else "")
    values = {"tag": text if len(text) <= 60 else text[:57] + "…"}
    if name in _RAISED and _holds_figure(prose, start, end, text):
        yield Hit(start, end, values=values)
        return
    other = _other(prose, start, end, name) if name in _PAIRED else None
    if other is not None and other[0] < start:
        return  # spoken of with the tag that opens
    edits = _taken_out(prose, start, end, block=name in _BLOCKS)
    if other is not None:
        more = _taken_out(prose, *other, block=name in _BLOCKS)
        edits = (*edits, *(one._replace(start=max(one.start, edits[0].end)) for one in more)) if edits and more else ()
    yield Hit(start, end, values=values, fixes=(edits,) if edits else (), related=() if other is None else (other,))


def _other(prose: str, start: int, end: int, name: str) -> tuple[int, int] | None:
    """The tag that makes a pair with this one, in its line."""
    if prose.startswith("</", start):
        low = max(prose.rfind("\n", 0, start) + 1, end - _WIDEST)
        tags = list(_pair(name).finditer(prose, low, start))
        return tags[-1].span() if tags and tags[-1]["opens"] else None
    if _pair(name).match(prose, start) is None:
        return None
    line = prose.find("\n", end)
    high = len(prose) if line < 0 else line
    found = _pair(name).search(prose, end, min(high, start + _WIDEST))
    return None if found is None or found["opens"] else found.span()


@cache
def _pair(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<opens><{name}(?:\s[^<>]*[\w-]=[\"'\w][^<>]*)?>)|</{name}\s?>")


def _holds_figure(prose: str, start: int, end: int, text: str) -> bool:
    """Whether what is raised or lowered is a figure: taken out of 10<sup>6</sup>, the tag would make 106."""
    around = prose[start - 1 : start] if "/" in text[:6] else prose[end : end + 1]
    return around.isdigit() or around in "+-−"


def _taken_out(prose: str, start: int, end: int, *, block: bool) -> tuple[Edit, ...]:
    before = prose[start - 1] if start else "\n"
    after = prose[end] if end < len(prose) else "\n"
    if before == "\n" and after == "\n" and end < len(prose):
        stop = end + 1  # a line of its own goes whole, with one of two blank lines
        while start > 1 and prose.startswith("\n\n", start - 2) and prose.startswith("\n", stop):
            stop += 1
        return (Edit(start, stop, ""),)
    if before == " " and (after in " \n" or end == len(prose)):
        return (Edit(start - 1, end, ""),) if after != " " else (Edit(start, end + 1, ""),)
    if before == "\n" and after == " ":
        return (Edit(start, end + 1, ""),)
    if block and not before.isspace() and not after.isspace() and after not in "<&" and before not in ">;":
        # "the end.<br>The next": a line ended here; inside a word nothing did
        if before.isalnum() and after.isalnum():
            return () if after.isupper() else (Edit(start, end, " "),)
        if after.isalnum() or after in "\"“‘'":
            return (Edit(start, end, "\n"),)
    return (Edit(start, end, ""),)
