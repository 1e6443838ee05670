"""Sentences and paragraphs that stand twice in one article: pasted twice, or a caption or pull quote run into it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Block, Document
from newslint.document.inline import is_markup, source_between
from newslint.document.pasted import Copy, pasted_paragraphs, pasted_sentences, repeats_itself
from newslint.lazy import lazy
from newslint.model import Edit, Hit
from newslint.rule import Options

_NO_TEXT = "\ufffc"  # what formats write for code or a picture
_MOST_COPIES = 3  # more are a refrain, or furniture
_NEAR = 2  # blocks between two copies of a sentence that still look like one slip
_NEAR_SENTENCES = 8
_LEAST_PARAGRAPH = 60  # code points; shorter ones are labels, answers, entries of a list
_LEAST_LOWER = 4  # words in lower case
_ZONES = frozenset({"body", "quote"})
_ZONES_ADJACENT = _ZONES | {"heading", "headline", "caption", "item"}
_LOWER_WORDS = lazy(r"\b[a-z]{2,}")
_ENDS = lazy(r"[.!?…][\"”’'»)\]]*$")
_POST = lazy(r"\(@\w+\)|https?://t\.co/|pic\.twitter\.com")
# In the source: a heading of nothing but code is no block.
_HEADING = lazy(r"<h[1-6]\b|^ {0,3}#{1,6} |^ {0,3}(?:={3,}|-{3,})$", re.IGNORECASE | re.MULTILINE)
_DAY = lazy(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?(?:\d{1,2} )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m"
)
_ODD_START = lazy(r"[—–(\[*•#@-]|https?:|[A-Z]+:")


def repeated_paragraph(document: Document, options: Options) -> Iterator[Hit]:
    """A hit for each later copy of a paragraph of the body. Cases: adjacent, apart, shown (worth a look)."""
    if not document.duplicates.paragraphs:
        return
    pasted = _pasted(document)
    for found in document.duplicates.paragraphs:
        block, first = document.blocks[found.later], document.blocks[found.first]
        text = document.prose[block.start : block.end]
        zone = document.zones.names[found.later]
        before = document.blocks[found.later - 1]
        same = document.prose[before.start : before.end] == text
        adjacent = same and not _HEADING.search(source_between(document, before.end, block.start))
        if found.copies > _MOST_COPIES or zone not in (_ZONES_ADJACENT if adjacent else _ZONES):
            continue
        if document.zones.names[found.first] == "summary":  # front matter that repeats the opening of the article
            continue
        if len(text) < _LEAST_PARAGRAPH or len(_LOWER_WORDS.findall(text)) < _LEAST_LOWER:
            continue
        if not adjacent and (_ODD_START.match(text) or not _ENDS.search(text.rstrip())):
            continue
        if _differ(document, (first.start, first.end), (block.start, block.end)):
            continue
        case = "adjacent" if adjacent else "apart" if found.later in pasted else "shown"
        if case == "apart" and _in_sections(document, found.first, found.later):
            case = "shown"
        edit = Edit(before.end, block.end, "")
        yield Hit(block.start, block.end, case, {"opening": _opening(text)}, ((edit,),), ((first.start, first.end),))


def _pasted(document: Document) -> set[int]:
    """The blocks that are later copies, pasted by mistake somewhere else."""
    if repeats_itself(document.prose):
        return set()
    runs: list[list[tuple[int, int]]] = []
    for found in document.duplicates.paragraphs:
        if runs and runs[-1][-1] == (found.later - 1, found.first - 1):
            runs[-1].append((found.later, found.first))
        else:
            runs.append([(found.later, found.first)])
    out: set[int] = set()
    for run in runs:
        later, first = run[0]
        if pasted_paragraphs(document.prose, document.blocks, first, later, len(run)):
            out.update(index for index, _ in run)
    return out


def repeated_sentence(document: Document, options: Options) -> Iterator[Hit]:
    """A hit for each later copy of a sentence, or of several in a row. Cases: adjacent, near, apart, far, shown."""
    if not document.duplicates.sentences:
        return
    sentences, zones = document.duplicates.among, document.zones
    for run in _runs(document):
        (later, first), size = run[0], len(run)
        start, end = sentences[later][0], _end(document, later + size - 1)
        here, there = zones.index_at(start), zones.index_at(sentences[first][0])
        if here is None or there is None or not {zones.names[here], zones.names[there]} <= _ZONES:
            continue
        if here != there and size == 1 and _in_calendar(document, there, here):
            continue
        text, copied = document.prose[start:end], (sentences[first][0], _end(document, first + size - 1))
        if _differ(document, copied, (start, end)):
            continue
        if later == first + size and here == there:
            case = "adjacent"
        elif _in_sections(document, there, here, alone=size == 1):
            case = "far"
        elif _pasted_apart(document, (*copied, there), (start, end, here)):
            case = "apart"
        elif here - there > _NEAR or later - first > _NEAR_SENTENCES or (here != there and size == 1):
            case = "far"  # in two entries of a list one sentence may be a set phrase
        elif _stands_out(document, here, text) or _stands_out(document, there, text):
            case = "shown"
        else:
            case = "near"
        edit = _delete(document, later, later + size - 1, here)
        yield Hit(start, end, case, {"opening": _opening(text)}, ((edit,),), (copied,))


def _pasted_apart(document: Document, *spans: tuple[int, int, int]) -> bool:
    """Whether sentences were pasted once more into another paragraph; `spans`: start, end and block of the copies."""
    first, later = (Copy(*span, quoted=document.quotations.holds(span[0])) for span in spans)
    text = document.prose[later.start : later.end]
    if first.block == later.block or any(_stands_out(document, copy.block, text) for copy in (first, later)):
        return False
    return pasted_sentences(document.prose, document.blocks, first, later)


def _runs(document: Document) -> list[list[tuple[int, int]]]:
    """Repeated sentences, later and first, those together that follow one another in both places and in one block."""
    runs: list[list[tuple[int, int]]] = []
    for found in document.duplicates.sentences:
        start, end = document.duplicates.among[found.later]
        if found.copies > _MOST_COPIES or not _is_copy(document.prose[start:end].rstrip()):
            continue
        before = runs[-1][-1] if runs else (-9, -9)
        together = (found.later - 1, found.first - 1) == before
        if together and "\n" not in document.prose[document.duplicates.among[before[0]][1] - 1 : start]:
            runs[-1].append((found.later, found.first))
        else:
            runs.append([(found.later, found.first)])
    return runs


def _end(document: Document, index: int) -> int:
    start, end = document.duplicates.among[index]
    return start + len(document.prose[start:end].rstrip())


def _stands_out(document: Document, block: int, text: str) -> bool:
    """Whether a block shows the sentence to readers once more: a pull quote that is all of it, or an embedded post."""
    whole = document.prose[document.blocks[block].start : document.blocks[block].end]
    return len(whole.strip()) < len(text) + 4 or _POST.search(whole) is not None


def _is_copy(text: str) -> bool:
    """Whether a sentence is running copy: whole, and no credit, post, label or entry of a list."""
    if _ODD_START.match(text) or not _ENDS.search(text) or "forward-looking statement" in text:
        return False
    return len(_LOWER_WORDS.findall(text)) >= _LEAST_LOWER


def _in_calendar(document: Document, one: int, other: int) -> bool:
    """Whether both blocks begin with a day, as the events of a calendar do, whose notes are set phrases."""
    return all(_DAY.match(document.prose, document.blocks[index].start) for index in (one, other))


def _in_sections(document: Document, one: int, other: int, *, alone: bool = False) -> bool:
    """Whether markup puts two blocks in two sections, of which one opens or ends: sections of one form say alike.

    For a sentence `alone` it is enough that they are two.
    """
    if not is_markup(document):
        return False
    blocks = [Block(0, 0), *document.blocks, Block(len(document.prose), len(document.prose))]
    one, other = one + 1, other + 1

    def heads(before: int, after: int) -> bool:
        between = source_between(document, blocks[before].end, blocks[after].start)
        return _HEADING.search(between) is not None

    if not heads(one, other):
        return False
    return alone or any(heads(i - 1, i) or heads(i, i + 1) for i in (one, other)) or other + 2 == len(blocks)


def _differ(document: Document, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the code or the pictures in two spans of the same words differ."""
    if _NO_TEXT not in document.prose[slice(*one)]:
        return False
    spans = [document.offsets.span(*span) for span in (one, other)]
    sources = [" ".join(document.source.text[start:end].split()) for start, end in spans]
    return sources[0] != sources[1]


def _delete(document: Document, index: int, last: int, block: int) -> Edit:
    """The edit that deletes sentences with the space before them, or after them at the start of a paragraph."""
    sentences, inside = document.duplicates.among, document.blocks[block]
    end = _end(document, last)
    if index and sentences[index - 1][0] >= inside.start:
        return Edit(_end(document, index - 1), end, "")
    if last + 1 < len(sentences) and sentences[last + 1][0] < inside.end:
        return Edit(sentences[index][0], sentences[last + 1][0], "")
    return Edit(document.blocks[block - 1].end if block else sentences[index][0], end, "")


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
