"""Lines of the page around an article: adverts, buttons, links to other stories, bylines, credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Document
from newslint.document.lines import line_at
from newslint.lazy import lazy
from newslint.lexicon import word_set
from newslint.lexicon.furniture import Line
from newslint.lexicon.furniture_notes import CREDITS, NOTE_LINES
from newslint.lexicon.furniture_page import PAGE_LINES
from newslint.model import Edit, Hit
from newslint.rule import Options

_LETTER = lazy(r"\s*(?:Dear |To the |Re: )")
_DATES = lazy(r"(?m)^[ \t]*[^\n]{0,14}(?:19|20)\d\d[ \t]*$")
_LONGEST = 420  # code points of a line of furniture
_SHORT = 90
_LONG = 40  # code points of a line that was broken for width
_MANY_DATES = 4  # headings of a timeline


class _Kinds:
    """Kinds of lines made ready: by the first letters of a line, by what must stand in the article."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.by_head: dict[str, list[re.Pattern[str]]] = {}
        self.short: list[re.Pattern[str]] = []
        self.words: dict[bytes, list[int]] = {}  # by word: the indexes of `needled`
        self.signs: dict[str, list[int]] = {}
        self.needled: list[tuple[re.Pattern[str], bool]] = []  # and whether it is searched for anywhere
        for line in lines:
            pattern = re.compile(line.pattern)
            for head in line.heads:
                self.by_head.setdefault(head, []).append(pattern)
            if line.needles == ("short",):
                self.short.append(pattern)
                continue
            for needle in line.needles:
                if needle.isalnum():
                    self.words.setdefault(needle.encode(), []).append(len(self.needled))
                else:
                    self.signs.setdefault(needle, []).append(len(self.needled))
            self.needled.append((pattern, line.anywhere))
        self.all_words = frozenset(self.words)

    def wanted(self, document: Document) -> list[tuple[re.Pattern[str], bool]]:
        """Those patterns of which a needle stands in the article."""
        found: set[int] = set()
        for word in self.all_words.intersection(document.tokens.words):
            found.update(self.words[word])
        for sign, indexes in self.signs.items():
            if sign in document.prose:
                found.update(indexes)
        return [self.needled[index] for index in sorted(found)]


@cache
def _kinds(name: str) -> _Kinds:
    return _Kinds((*PAGE_LINES, *NOTE_LINES) if name == "boilerplate" else CREDITS)


def boilerplate(document: Document, options: Options) -> Iterator[Hit]:
    """Whole lines of a page, or what stands in front of a line; the fix deletes them."""
    yield from _lines(document, _kinds("boilerplate"))


def credit(document: Document, options: Options) -> Iterator[Hit]:
    """Lines, brackets and line ends that say who made something."""
    yield from _lines(document, _kinds("credit"))


def _lines(document: Document, kinds: _Kinds) -> Iterator[Hit]:
    prose = document.prose
    wanted = kinds.wanted(document)
    needled = [pattern for pattern, anywhere in wanted if not anywhere]
    by_head, at = kinds.by_head, 0
    for text in prose.split("\n"):
        if text and len(text) <= _LONGEST and (bare := text.strip(" \t(*[>•⦁·–—-{")):
            possible = by_head.get("0  " if bare[0].isdigit() else bare[:3].lower().ljust(3), _NONE) + needled
            if len(bare) <= _SHORT and bare[-1] not in '.!?:;,”"':
                possible = possible + kinds.short
            for pattern in possible:
                match = pattern.match(prose, at)
                if match:
                    yield from _found(match, document)
        at += len(text) + 1
    for pattern, anywhere in wanted:
        if anywhere:
            for match in pattern.finditer(prose):
                yield from _found(match, document)


_NONE: list[re.Pattern[str]] = []


def _found(match: re.Match[str], document: Document) -> Iterator[Hit]:
    prose, (start, end) = document.prose, match.span("line")
    groups = match.groupdict()
    if groups.get("weak") is not None and not prose[:start].strip():
        return  # an opening line is a headline
    if groups.get("weak") is not None and _among_labels(document, start, end):
        return
    if groups.get("date") is not None and not _stray_date(prose, start, end):
        return
    if _in_broken_lines(document, start, end):
        return
    yield _hit(prose, start, end)
    if match["line"].rstrip(":.…").lower() in _HEADS:
        yield from _links(document, end)


def _among_labels(document: Document, start: int, end: int) -> bool:
    """Whether an item stands in a list whose other items have labels of their own: "Skip: …", "Cook: …"."""
    block, prose = document.block_at(start), document.prose
    if block is None or block.kind != "item":
        return False
    begin, stop = line_at(prose, start, end)
    above = prose[prose.rfind("\n", 0, max(0, begin - 1)) + 1 : max(0, begin - 1)]
    below = prose[stop + 1 : stop + 41]
    labels = (_LABELLED.match(line) for line in (above, below))
    return any(label is not None and label["label"].lower() not in _WEAK for label in labels)


def _hit(prose: str, start: int, end: int) -> Hit:
    text = prose[start:end]
    shown = text if len(text) <= 60 else text[:57] + "…"
    return Hit(start, end, values={"line": shown}, fixes=((_deletion(prose, start, end),),))


_LABELLED = lazy(r"[ \t]*(?:[•*–—-][ \t]+)?(?P<label>[A-Z][a-z]+(?: [a-z]+)?): ")
_WEAK = word_set("read more related listen watch video gallery recommended trending")
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
_LINK = lazy(r"\s*(?P<link>[A-Z0-9“‘\"'](?:[^\n]{14,139})(?<![.!,:;”\"]))[ \t]*(?=\n|\Z)")
_MOST_LINKS = 6


def _links(document: Document, at: int) -> Iterator[Hit]:
    """The headlines under a "Read more": they are links too. A line that ends a sentence ends them."""
    prose = document.prose
    for _ in range(_MOST_LINKS):
        found = _LINK.match(prose, at)
        if found is None or len(found["link"].split()) < 4 or _in_broken_lines(document, *found.span("link")):
            return
        yield _hit(prose, *found.span("link"))
        at = found.end()


def _deletion(prose: str, start: int, end: int) -> Edit:
    """The line with its newline, and one of the blank lines around it; or a part of a line with a blank beside it."""
    begin, stop = line_at(prose, start, end)
    inside, more = bool(prose[begin:start].strip()), bool(prose[end:stop].strip())
    if inside and more and prose[start - 1] not in " \t":
        return Edit(start, end, "")
    if more and not (inside and prose[end] not in " \t"):
        while prose[end] in " \t":
            end += 1
        return Edit(start, end, "")
    if inside:
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
