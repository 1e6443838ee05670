"""One article, one style: curly or straight quotation marks, curly or straight apostrophes; reported once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.document import Document
from newslint.document.marks import CLOSE, CURLY, OPEN, STRAIGHT
from newslint.document.pairing import NESTS, OPENS, REOPENS, UNIT
from newslint.document.quote_faults import GLYPHS
from newslint.model import Edit, Hit
from newslint.rule import Options

Way = tuple[int, str]  # where a mark stands, and what it would be in the other style

_OTHER = {CURLY: STRAIGHT, STRAIGHT: CURLY}


def quotes(document: Document, options: Options) -> Iterable[Hit]:
    """Double quotation marks of two styles, or of another than the configured one (single ones too then)."""
    prose = document.prose
    straight, curly = '"' in prose, "“" in prose or "”" in prose
    if options.quotes in _OTHER:
        if '"' in prose or "'" in prose if options.quotes == CURLY else curly or "‘" in prose or "’" in prose:
            return _mix(_doubles(document, singles=True), options.quotes)
    elif straight and curly:
        return _mix(_doubles(document, singles=False))
    return ()


def apostrophes(document: Document, options: Options) -> Iterable[Hit]:
    """Apostrophes of two styles, or of another than the configured one."""
    prose = document.prose
    if options.quotes in _OTHER:
        if ("'" if options.quotes == CURLY else "’") in prose:
            return _mix(_apostrophes(document), options.quotes)
    elif "'" in prose and "’" in prose:
        found = _apostrophes(document)
        even = len(found[CURLY]) == len(found[STRAIGHT])
        return _mix(found, tie=_only_style(document) if even else "")
    return ()


def _only_style(document: Document) -> str:
    """The style of all quotation marks, which says what its apostrophes would be; "" for none or two."""
    styles = {style for style, ways in _doubles(document, singles=True).items() if ways}
    return styles.pop() if len(styles) == 1 else ""


def _mix(found: dict[str, list[Way]], wanted: str = "", tie: str = "") -> Iterator[Hit]:
    """One hit at the first mark of the rarer style, or of the one not wanted; `tie`: what is usual of two as common.

    Without `tie`, the style of the earliest mark is.
    """
    commoner = max(found, key=lambda style: (len(found[style]), -found[style][0][0] if found[style] else 0))
    usual = wanted or tie or commoner
    wrong = found[_OTHER[usual]]
    if not wrong or (not wanted and not found[usual]):
        return
    (first, _), *rest = wrong
    values = {"count": str(len(wrong)), "style": _OTHER[usual], "others": str(len(found[usual])), "usual": usual}
    edits = tuple(Edit(at, at + 1, right) for at, right in wrong)
    yield Hit(first, first + 1, "configured" if wanted else "", values, (edits,), tuple((at, at + 1) for at, _ in rest))


def _doubles(document: Document, *, singles: bool) -> dict[str, list[Way]]:
    """Marks by style. Those in pairs of two styles are left out: another finding speaks of them."""
    problems = document.quotations.problems
    faulty = {hit.start for rule in ("mixed-pair", "reversed-quote") for hit in problems.get(rule, ())}
    found: dict[str, list[Way]] = {CURLY: [], STRAIGHT: []}
    for paragraph in document.quotations.paragraphs:
        if paragraph.block.kind == "attribute":
            continue  # no reader sees it beside the text, and HTML gives it marks of its own
        for mark, role in zip(paragraph.marks, paragraph.reading.roles, strict=True):
            if role != UNIT and mark.style in found and mark.start not in faulty:
                way = OPEN if role in (OPENS, REOPENS, NESTS) else CLOSE
                if mark.face == OPEN and way == CLOSE:
                    continue  # „so“
                found[mark.style].append((mark.start, GLYPHS[_OTHER[mark.style], way]))
    if singles:
        _add_singles(document.prose, document.quotations.singles.pairs, found)
    return found


def _add_singles(prose: str, pairs: Sequence[tuple[int, int]], found: dict[str, list[Way]]) -> None:
    for pair in pairs:
        for at, glyph in zip(pair, "‘’", strict=True):
            straight = prose[at] == "'"
            found[STRAIGHT if straight else CURLY].append((at, glyph if straight else "'"))
    for ways in found.values():
        ways.sort()


def _apostrophes(document: Document) -> dict[str, list[Way]]:
    found: dict[str, list[Way]] = {CURLY: [], STRAIGHT: []}
    markup = document.format != "text"
    for at in document.quotations.singles.apostrophes:
        if markup and (block := document.block_at(at)) and block.kind == "attribute":
            continue
        straight = document.prose[at] == "'"
        found[STRAIGHT if straight else CURLY].append((at, "’" if straight else "'"))
    return found
