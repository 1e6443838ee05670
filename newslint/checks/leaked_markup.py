"""Tags and shortcodes of a page that stand in plain text: "<br />", "</p>", "[caption id=…]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def tag(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """One leaked tag. The fix takes it out, and the line or the blank that would be left over with it."""
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
    edit = _taken_out(prose, start, end, block=name in _BLOCKS)
    yield Hit(start, end, values=values, fixes=(edit,) if edit else ())


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
