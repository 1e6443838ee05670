"""Lines of the page around an article: adverts, buttons, links to other stories, bylines, credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.model import Edit, Hit
from newslint.rule import Options

_LETTER = re.compile(r"\s*(?:Dear |To the |Re: )")
_DATES = re.compile(r"(?m)^[ \t]*[^\n]{0,14}(?:19|20)\d\d[ \t]*$")
_LONG = 40  # code points of a line that was broken for width
_MANY_DATES = 4  # headings of a timeline


def line(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A whole line of furniture, or the furniture in front of a line; the fix deletes it."""
    prose, (start, end) = document.prose, match.span("line")
    text = match["line"]
    groups = match.groupdict()
    if groups.get("weak") is not None and not prose[:start].strip():
        return  # an opening line is a headline
    if groups.get("date") is not None and not _stray_date(prose, start, end):
        return
    if _in_broken_lines(document, start, end):
        return
    yield _hit(prose, start, end)
    if text.rstrip(":.…").lower() in _HEADS:
        yield from _links(prose, end)


def _hit(prose: str, start: int, end: int) -> Hit:
    text = prose[start:end]
    shown = text if len(text) <= 60 else text[:57] + "…"
    return Hit(start, end, values={"line": shown}, fixes=((_deletion(prose, start, end),),))


_HEADS = frozenset(
    (
        "more",
        "read more",
        "related",
        "related stories",
        "related articles",
        "you may also be interested in",
        "you might also be interested in",
        "you may also like",
        "you might also like",
        "more on this story",
        "more on this",
        "see also",
        "also see",
        "also read",
        "recommended",
        "most read",
        "trending",
        "top stories",
    )
)
_LINK = re.compile(r"\s*(?P<link>[A-Z0-9“‘\"'](?:[^\n]{14,139})(?<![.!,:;”\"]))[ \t]*(?=\n|\Z)")
_MOST_LINKS = 6


def _links(prose: str, at: int) -> Iterator[Hit]:
    """The headlines under a "Read more": they are links too. A line that ends a sentence ends them."""
    for _ in range(_MOST_LINKS):
        found = _LINK.match(prose, at)
        if found is None or len(found["link"].split()) < 4:
            return
        yield _hit(prose, *found.span("link"))
        at = found.end()


def _deletion(prose: str, start: int, end: int) -> Edit:
    """The line with its newline, and one of the blank lines around it; or the front of a line with its blank."""
    stop = prose.find("\n", end)
    stop = len(prose) if stop < 0 else stop
    if prose[end:stop].strip():
        while prose[end] in " \t":
            end += 1
        return Edit(start, end, "")
    begin = prose.rfind("\n", 0, start) + 1
    if prose[begin:start].strip():
        while start > begin and prose[start - 1] in " \t":
            start -= 1
        return Edit(start, end, "")
    if stop == len(prose):  # the last line: the newline before it goes
        while begin and prose[begin - 1] == "\n":
            begin -= 1
        return Edit(begin, stop, "")
    stop += 1
    if begin == 0:
        while prose.startswith("\n", stop):
            stop += 1
    elif prose.endswith("\n\n", 0, begin):
        while stop < len(prose) and prose[stop] == "\n":
            stop += 1
        if stop == len(prose):
            return Edit(begin - 1, stop, "")
    return Edit(begin, stop, "")


def _stray_date(prose: str, start: int, end: int) -> bool:
    """Whether a date alone on a line is a field of the page: not the head of a letter or an entry of a timeline."""
    before, after = prose[max(0, start - 200) : start].rstrip(), prose[end : end + 60]
    if (before.endswith(":") and not before.endswith("RELEASE:")) or _LETTER.match(after):
        return False
    return sum(1 for _ in _DATES.finditer(prose[:20_000])) < _MANY_DATES


def _in_broken_lines(document: Document, start: int, end: int) -> bool:
    """Whether a line stands between long lines of one hard-wrapped paragraph."""
    block = document.block_at(start)
    prose = document.prose
    if block is None or prose.find("\n", block.start, block.end) < 0:
        return False
    begin, stop = prose.rfind("\n", 0, start), prose.find("\n", end)
    long_before = begin > block.start and begin - prose.rfind("\n", 0, begin) > _LONG
    long_after = 0 <= stop < block.end and prose.find("\n", stop + 1) - stop > _LONG
    return long_before or long_after
