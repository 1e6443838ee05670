"""Sources: bytes to text and back, and places."""

from __future__ import annotations

import codecs

import pytest

from newslint.model import NewslintError
from newslint.source import Source


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"caf\xc3\xa9\n", "café\n", "utf-8"),
        (codecs.BOM_UTF8 + b"caf\xc3\xa9\n", "café\n", "utf-8"),
        ("café\r\n".encode("utf-16"), "café\r\n", "utf-16-le"),
        (codecs.BOM_UTF16_BE + "café\n".encode("utf-16-be"), "café\n", "utf-16-be"),
        (codecs.BOM_UTF32_LE + "café\n".encode("utf-32-le"), "café\n", "utf-32-le"),
        (b"caf\xe9 \x93yes\x94\n", "café “yes”\n", "cp1252"),
        (b"", "", "utf-8"),
    ],
)
def test_bytes_come_back(data: bytes, text: str, encoding: str) -> None:
    source = Source.from_bytes("a.txt", data)
    assert (source.text, source.encoding) == (text, encoding)
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a\0b", "binary"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"%PDF-1.7", "PDF"),
        (b"PAR1\x15", "a Parquet file, not text; write it as JSON Lines"),
        (b"(\xb5/\xfd", "a Zstandard file, not text; unpack it first"),
        (b"\x1f\x8b\x08", "a gzip file, not text; unpack it first"),
        (b"{\\rtf1\\ansi Text}", "an RTF file, not text; export it as plain text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x81\x8d", "neither UTF-8"),
        (codecs.BOM_UTF8 + b"\xff", "not valid utf-8"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(NewslintError, match=words):
        Source.from_bytes("a.txt", data)


def test_docx_gets_advice() -> None:
    with pytest.raises(NewslintError, match="export it"):
        Source.from_bytes("a.docx", b"PK\x03\x04")


def test_lines_end_where_editors_end_them() -> None:
    source = Source("a.txt", "one\r\ntwo\u2028still two\x0cstill\rthree\nfour 😀x")
    assert source.line_starts == [0, 5, 25, 31]
    assert source.position(6) == (2, 2)
    assert source.position(len(source.text)) == (4, 8)
    assert source.line_text(2) == "two\u2028still two\x0cstill"
    place = source.place(5, 8)
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 1, 2, 4)


def test_newline_of_the_majority() -> None:
    assert Source("a", "a\r\nb\r\nc\n").newline == "\r\n"
    assert Source("a", "a\nb\rc\n").newline == "\n"


def test_character_that_the_encoding_lacks() -> None:
    with pytest.raises(NewslintError, match="cp1252 has no"):
        Source.from_bytes("a.txt", b"caf\xe9").encode("日本")
