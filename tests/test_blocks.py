"""Paragraphs of plain text: one a line, or a run of lines that somebody broke for width."""

from __future__ import annotations

from newslint.document import Document
from newslint.source import Source


def blocks(text: str) -> list[str]:
    document = Document.of_text(Source("a.txt", text))
    return [document.prose[block.start : block.end] for block in document.blocks]


WRAPPED = """The harbour board said on Friday that
it would close the northern quay for
six weeks while divers look at cracks
in the wall.
    The cracks were found in March by
Rowan Teller, who runs the ferry and
had complained of them for years.
"""


def test_wrapped_lines_make_one_paragraph() -> None:
    assert [block.split()[0] for block in blocks(WRAPPED)] == ["The", "The"]


def test_a_blank_line_ends_a_paragraph_in_wrapped_text() -> None:
    assert len(blocks(WRAPPED.replace("    The", "\nThe"))) == 2


def test_a_short_last_line_ends_a_paragraph_in_wrapped_text() -> None:
    assert len(blocks(WRAPPED.replace("    The", "The"))) == 2


def test_one_line_a_paragraph() -> None:
    text = (
        "The board met.\nthe quay was closed for good.\nDivers came from the whole county to look at the wall of it.\n"
    )
    assert len(blocks(text)) == 3


def test_lists_and_verse_are_not_wrapped() -> None:
    assert len(blocks("flour\nsalt\nbutter\na spoon of sugar and a pinch of pepper\neggs\n")) == 5
    assert len(blocks("Roses grew\nalong the wall that nobody had painted\nand we\nwere glad of it.\n")) == 4


def test_lost_openings_do_not_look_wrapped() -> None:
    line = "The board said it would look at the wall again in the autumn and report.\n"
    assert len(blocks(line + "rbour staff were told on Monday that the work would go on until then.\n" + line)) == 3


def test_items() -> None:
    document = Document.of_text(Source("a.txt", "He asked for:\n• tea\n- milk\n1. sugar\n"))
    assert [block.kind for block in document.blocks] == ["paragraph", "item", "item", "item"]


def test_linear() -> None:
    assert len(blocks("a b\n" * 20_000)) >= 1
    assert len(blocks("x" * 100_000)) == 1
