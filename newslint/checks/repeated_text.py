"""Sentences and paragraphs that stand twice in one article: pasted twice, or a caption or pull quote run into it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.document.pasted import pasted_paragraphs, pasted_sentences, repeats_itself
from newslint.lazy import lazy
from newslint.model import Edit, Hit
from newslint.rule import Options

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
        adjacent = document.prose[before.start : before.end] == text
        if found.copies > _MOST_COPIES or zone not in (_ZONES_ADJACENT if adjacent else _ZONES):
            continue
        if document.zones.names[found.first] == "summary":  # front matter that repeats the opening of the article
            continue
        if len(text) < _LEAST_PARAGRAPH or len(_LOWER_WORDS.findall(text)) < _LEAST_LOWER:
            continue
        if not adjacent and (_ODD_START.match(text) or not _ENDS.search(text.rstrip())):
            continue
        case = "adjacent" if adjacent else "apart" if found.later in pasted else "shown"
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
        if later == first + size and here == there:
            case = "adjacent"
        elif _pasted_apart(
            document, (sentences[first][0], _end(document, first + size - 1)), (start, end), there, here
        ):
            case = "apart"
        elif here - there > _NEAR or later - first > _NEAR_SENTENCES or (here != there and size == 1):
            case = "far"  # in two entries of a list one sentence may be a set phrase
        elif _stands_out(document, here, text) or _stands_out(document, there, text):
            case = "shown"
        else:
            case = "near"
        edit = _delete(document, later, later + size - 1, here)
        yield Hit(start, end, case, {"opening": _opening(text)}, ((edit,),), (copied,))


def _pasted_apart(document: Document, first: tuple[int, int], later: tuple[int, int], there: int, here: int) -> bool:
    """Whether sentences were pasted once more into another paragraph, in plain text."""
    text = document.prose[later[0] : later[1]]
    if here == there or _stands_out(document, here, text) or _stands_out(document, there, text):
        return False
    if repeats_itself(document.prose) or not pasted_sentences(document.prose, first, later, there):
        return False
    return not (document.quotations.holds(first[0]) or document.quotations.holds(later[0]))


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
