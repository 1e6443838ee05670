"""The white space that lays out lines: at their starts and ends, between paragraphs, at the end of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.lazy import lazy
from newslint.model import Edit, Hit
from newslint.rule import Options

_BLANK = r" \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LEADING = lazy(rf"\n[{_BLANK}]++(?=[^\s])")
_LEADING_FIRST = lazy(rf"[{_BLANK}]++(?=[^\s])")
_TRAILING = lazy(rf"\n(?<=[{_BLANK}]\n)")  # the newline first: `re` leaps to it
_BLANKS = " \t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_ITEM = lazy(r"(?:[•·‣▪●○*>|+–—-]|\(?\w{1,3}[.)])\s")
_BLANKS_AND_NEWLINE = _BLANKS + "\n"
_LEAST_HABIT = 5  # lines or gaps


def leading(document: Document, options: Options) -> Iterator[Hit]:
    """Hits for a line that alone begins with space; indents that many lines share are a style."""
    prose = document.prose
    found = [(match.start() + 1, match.end()) for match in _LEADING.finditer(prose)]
    first = _LEADING_FIRST.match(prose)
    if first:
        found.insert(0, first.span())
    if not found:
        return
    lines = sum(1 for line in prose.split("\n") if line.strip())
    if len(found) > max(1, lines * options.number("most") // 100):
        return
    wrapped = _wrapped(document)
    for start, end in found:
        if _ITEM.match(prose, end) or _in_table(document, start, end):
            continue
        if (wrapped and end - start > 1) or _SIGN_OFF.match(prose, end):
            continue  # wire copy indents its paragraphs, and its last line (" Reuter")
        yield Hit(start, end, fixes=((Edit(start, end, ""),),))


_SIGN_OFF = lazy(r"\w+[\s\x00-\x1f]*\Z")
_COLUMNS = lazy(r"\S(?:   +|\t[ \t]*)\S")


def _in_table(document: Document, start: int, end: int) -> bool:
    """Whether the line, or the one before or behind it, is set out in columns."""
    prose = document.prose
    if document.zones.at(end) == "table":
        return True
    low = max(prose.rfind("\n", 0, max(0, start - 1)) + 1, start - 200)
    stop = prose.find("\n", end)
    high = len(prose) if stop < 0 else prose.find("\n", stop + 1)
    return _COLUMNS.search(prose, low, min(len(prose) if high < 0 else high, end + 400)) is not None


def trailing(document: Document, options: Options) -> Iterator[Hit]:
    """Hits for space before a line end; where most lines have it, or in Markdown several, one hit for all."""
    prose = document.prose
    found = [(_back(prose, match.start()), match.start()) for match in _TRAILING.finditer(prose)]
    if prose and prose[-1] in _BLANKS:
        found.append((_back(prose, len(prose)), len(prose)))
    if len(found) >= _LEAST_HABIT:
        lines = sum(1 for line in prose.split("\n") if line)
        if len(found) * 2 > lines or document.format != "text":  # nobody sees it in Markdown, so once is enough
            edits = tuple(Edit(start, end, "") for start, end in found)
            yield Hit(*found[0], "many", {"count": str(len(found))}, (edits,), tuple(found[1:]))
            return
    for start, end in found:
        yield Hit(start, end, fixes=((Edit(start, end, ""),),))


def _back(prose: str, end: int) -> int:
    """Where the blanks before `end` begin."""
    while end and prose[end - 1] in _BLANKS:
        end -= 1
    return end


_BREAK = lazy(rf"\n(?:[{_BLANK}]*\n)+|\n")
_LEAST_BREAKS = 4  # so many show whether an article leaves blank lines between paragraphs


def blank_lines(document: Document, options: Options) -> Iterable[Hit]:
    """Hits for more blank lines than the article leaves elsewhere; several such places are one hit.

    Cases: "", many, and only for the one blank line of an article that has no others: it may part two sections.
    """
    most = options.number("most")
    return () if most == 1 and _evenly_broken(document.prose) else _blank_lines(document, most)


def _blank_lines(document: Document, most: int) -> Iterator[Hit]:
    prose = document.prose
    gaps = [(match.start(), match.end(), match[0].count("\n") - 1) for match in _BREAK.finditer(prose)]
    inner = [gap for gap in gaps if gap[0] > 0 and gap[1] < len(prose)]
    usual = most
    single = [gap for gap in inner if gap[2] == 1]
    if (
        len(inner) >= _LEAST_BREAKS
        and len(single) == 1
        and single[0] != inner[0]
        and not _wrapped(document)
        and not _beside_rows(prose, *single[0][:2])
    ):
        usual = 0  # the only blank line of an article whose paragraphs stand on lines of their own
    places = [_surplus(prose, gap, usual) for gap in gaps if _too_many(prose, gap, usual)]
    if not places:
        return
    if len(places) >= _LEAST_HABIT:
        edits = tuple(Edit(start, end, "") for start, end in places)
        yield Hit(*places[0], "many", {"count": str(len(places))}, (edits,), tuple(places[1:]))
        return
    for start, end in places:
        case = "only" if usual == 0 and start > 0 and end < len(prose) else ""
        values = {"count": str(prose.count("\n", start, end))}
        yield Hit(start, end, case, values, ((Edit(start, end, ""),),))


_ROW = 90  # code points that a row of a listing has at most
_LEAST_ROWS = 3


def _beside_rows(prose: str, start: int, end: int) -> bool:
    """Whether the lines before or behind a gap are rows with figures: a table or a diary, which it may close."""
    for part in (prose[:start].split("\n")[-6:], prose[end:].split("\n")[:6]):
        rows = [line for line in part if line.strip()]
        figures = sum(len(line) < _ROW and any(map(str.isdigit, line)) for line in rows)
        if len(rows) >= _LEAST_ROWS and figures * 3 >= len(rows) * 2:
            return True
    return False


_BLANK_LINE = lazy(rf"\n[{_BLANK}]*+\n")
_WIDE_BREAK = lazy(rf"\n(?:\n\n|[{_BLANK}]++\n)")


def _evenly_broken(prose: str) -> bool:
    """Whether a glance shows one blank line between all paragraphs or none, so that there is nothing to report."""
    if prose[:1] in _BLANKS_AND_NEWLINE or (prose[-1:] == "\n" and prose[-2:-1] in _BLANKS_AND_NEWLINE):
        return False
    first = prose.find("\n")
    if first < 0:
        return True
    return not (_WIDE_BREAK if prose.startswith("\n", first + 1) else _BLANK_LINE).search(prose, first)


def _wrapped(document: Document) -> bool:
    """Whether paragraphs run over several lines."""
    return len(document.blocks) < sum(1 for line in document.prose.split("\n") if line.strip())


def _too_many(prose: str, gap: tuple[int, int, int], usual: int) -> bool:
    start, end, count = gap
    if start == 0:
        return True
    if end == len(prose):
        return count > 0
    return count > usual


def _surplus(prose: str, gap: tuple[int, int, int], usual: int) -> tuple[int, int]:
    """The part of a run of line ends that goes: at the start of the file all, at its end all but one."""
    start, end, _ = gap
    if start == 0:
        return start, end
    keep = 1 if end == len(prose) else usual + 1
    at = start
    for _ in range(keep):
        at = prose.index("\n", at) + 1
    return at, end


def final_newline(document: Document, options: Options) -> Iterable[Hit]:
    """A hit for a file on disk whose last line does not end; the fix ends it as the others do."""
    end = len(document.prose)
    if not end or document.prose[-1] == "\n" or not document.source.on_disk:
        return ()
    return (Hit(end - 1, end, fixes=((Edit(end, end, "\n"),),)),)


_LINE_END = lazy(r"\r\n|\r(?!\r*\n)|\r|\n")
_NEWLINE = lazy(r"\n")
_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


def mixed_line_ends(document: Document, options: Options) -> Iterable[Hit]:
    """One hit for line ends of several kinds, at the first of the rarer ones.

    Reads the source, for prose has one kind of newline. The n-th line end of the source is the n-th newline of prose,
    and the engine writes a newline as the file's usual one, so an edit of a newline by a newline mends it.
    """
    return _line_ends(document) if "\r" in document.source.text else ()


def _line_ends(document: Document) -> Iterator[Hit]:
    text = document.source.text
    both = text.count("\r\n")
    if (text.count("\r") > both) + (text.count("\n") > both) + (both > 0) < 2:
        return  # all of one kind
    ends = _LINE_END.findall(text)
    kinds = Counter(ends)
    usual = document.source.newline
    newlines = [match.start() for match in _NEWLINE.finditer(document.prose)]
    rare = [(at, at + 1) for at, end in zip(newlines, ends, strict=True) if end != usual]
    edits = tuple(Edit(start, end, "\n") for start, end in rare)
    counts = ", ".join(f"{_NAMES[end]} {count}" for end, count in kinds.most_common())
    values = {"count": str(len(rare)), "usual": _NAMES[usual], "counts": counts}
    yield Hit(*rare[0], "", values, (edits,), tuple(rare[1:]))
