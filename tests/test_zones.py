"""What a block of an article is, guessed from its text."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.source import Source

BODY = "The harbour board said on Friday that it would close the quay for six weeks while divers look at the wall."


def zone(line: str) -> str:
    document = Document.of_text(Source("a.txt", f"Board closes quay\n{BODY}\n{line}\n{BODY}\n"))
    return document.zones.at(document.prose.index(line) + len(line) - 1)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (BODY, "body"),
        ("A long autumn", "heading"),
        (
            "What the Divers of the County Found on the North Wall of the Old Quay When They Came Back in March",
            "heading",
        ),
        ("By Rowan Teller", "byline"),
        ("By Rowan Teller, harbour correspondent", "byline"),
        ("By Friday the board had met.", "body"),
        ("Photograph: Ines Ward/Quay News", "credit"),
        ("(Reporting by Ines Ward; editing by Bo Finch)", "credit"),
        ("Additional reporting by Bo Finch", "credit"),
        ("Image caption The wall has cracks", "caption"),
        ("Enlarge this image toggle caption Ines Ward Ines Ward", "caption"),
        ("Sterling       1,466     2,223    18,191", "table"),
        ("- two boats", "item"),
        ("He said:", "body"),
        ("Will it hold?", "body"),
    ],
)
def test_zone(line: str, name: str) -> None:
    assert zone(line) == name


def test_headline_is_the_first_line() -> None:
    document = Document.of_text(Source("a.txt", f"Board closes quay\n{BODY}\n"))
    assert document.zones.names == ["headline", "body"]


def test_a_line_alone_is_body_unless_in_title_case() -> None:
    assert Document.of_text(Source("a.txt", "the quay was closed by Rowan")).zones.names == ["body"]
    assert Document.of_text(Source("a.txt", "Board Closes North Quay")).zones.names == ["heading"]


def _dateline(document: Document) -> str:
    return "".join(char for at, char in enumerate(document.prose) if document.zones.at(at) == "dateline")


@pytest.mark.parametrize(
    "dateline",
    [
        "LONDON (Reuters) - ",
        "BURLINGTON, Vt. (AP) — ",
        "NEW YORK, July 19 (UPI) — ",
        "WASHINGTON, D.C. – ",
        "PORT ASH -- ",
        "Washington (CNN) ",
        "Geneva (AFP) - ",
    ],
)
def test_datelines(dateline: str) -> None:
    document = Document.of_text(Source("a.txt", f"{dateline}{BODY}\n"))
    assert _dateline(document) == dateline


@pytest.mark.parametrize("start", ["EBU - which runs it - ", "The board - not ", "Ash (a village) "])
def test_no_dateline(start: str) -> None:
    assert _dateline(Document.of_text(Source("a.txt", f"{start}{BODY}\n"))) == ""


def test_offsets_between_blocks_have_no_zone() -> None:
    document = Document.of_text(Source("a.txt", f"{BODY}\n\n\n{BODY}\n"))
    assert document.zones.at(len(BODY) + 1) == ""
