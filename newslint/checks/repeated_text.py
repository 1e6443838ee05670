"""Sentences and paragraphs that stand twice in one article: pasted twice, or a caption or pull quote run into it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.model import Edit, Hit
from newslint.rule import Options

_MOST_COPIES = 3  # more are a refrain, or furniture
_NEAR = 2  # blocks between two copies of a sentence that still look like one slip
_LEAST_PARAGRAPH = 60  # code points; shorter ones are labels, answers, entries of a list
_LEAST_LOWER = 4  # words in lower case
_ZONES = frozenset({"body", "quote"})
_ZONES_ADJACENT = _ZONES | {"heading", "headline", "caption", "item"}
_LOWER_WORDS = re.compile(r"\b[a-z]{2,}")
_ENDS = re.compile(r"[.!?…][\"”’'»)\]]*$")
_ODD_START = re.compile(r"[—–(\[*•#@-]|https?:|[A-Z]+:")


def repeated_paragraph(document: Document, options: Options) -> Iterator[Hit]:
    """A hit for each later copy of a paragraph of the body. Cases: adjacent, apart."""
    for found in document.duplicates.paragraphs:
        block, first = document.blocks[found.later], document.blocks[found.first]
        text = document.prose[block.start : block.end]
        zone = document.zones.names[found.later]
        adjacent = found.later == found.first + 1
        if found.copies > _MOST_COPIES or zone not in (_ZONES_ADJACENT if adjacent else _ZONES):
            continue
        if len(text) < _LEAST_PARAGRAPH or len(_LOWER_WORDS.findall(text)) < _LEAST_LOWER:
            continue
        if not adjacent and (_ODD_START.match(text) or not _ENDS.search(text.rstrip())):
            continue
        before = document.blocks[found.later - 1]
        yield Hit(
            block.start,
            block.end,
            "adjacent" if adjacent else "apart",
            {"opening": _opening(text)},
            ((Edit(before.end, block.end, ""),),),
            ((first.start, first.end),),
        )


def repeated_sentence(document: Document, options: Options) -> Iterator[Hit]:
    """A hit for each later copy of a sentence. Cases: adjacent, near, far."""
    sentences, zones = (document.sentences, document.zones) if document.duplicates.sentences else ((), None)
    for found in document.duplicates.sentences:
        assert zones is not None
        (start, end), first = sentences[found.later], sentences[found.first]
        text = document.prose[start:end].rstrip()
        end = start + len(text)
        here, there = zones.index_at(start), zones.index_at(first[0])
        if found.copies > _MOST_COPIES or here is None or there is None or not _is_copy(text):
            continue
        if zones.names[here] not in _ZONES or zones.names[there] not in _ZONES:
            continue
        if found.later == found.first + 1 and here == there:
            case = "adjacent"
        elif here - there <= _NEAR:
            case = "near"
        else:
            case = "far"
        edit = _delete(document, found.later, here)
        yield Hit(start, end, case, {"opening": _opening(text)}, ((edit,),), (first,))


def _is_copy(text: str) -> bool:
    """Whether a sentence is running copy: whole, and no credit, post, label or entry of a list."""
    if _ODD_START.match(text) or not _ENDS.search(text):
        return False
    return len(_LOWER_WORDS.findall(text)) >= _LEAST_LOWER


def _delete(document: Document, index: int, block: int) -> Edit:
    """The edit that deletes a sentence with the space before it, or after it at the start of a paragraph."""
    start, end = document.sentences[index]
    end = start + len(document.prose[start:end].rstrip())
    inside = document.blocks[block]
    if index and document.sentences[index - 1][0] >= inside.start:
        return Edit(document.sentences[index - 1][1], end, "")
    if index + 1 < len(document.sentences) and document.sentences[index + 1][0] < inside.end:
        return Edit(start, document.sentences[index + 1][0], "")
    return Edit(document.blocks[block - 1].end if block else start, end, "")


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
