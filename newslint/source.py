"""A source file: bytes, text, encoding, byte-order mark and line starts."""

from __future__ import annotations

import codecs
from bisect import bisect_right

from newslint.lazy import lazy, view
from newslint.model import NewslintError, Place

_BOMS = (  # UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EXPORT = "; export it as plain text, Markdown or HTML first (pandoc does)"
_UNPACK = "; unpack it first"
_MAGIC = (  # how a file begins, what it is, and what to do about it
    (b"PK\x03\x04", "a ZIP archive (or .docx, .odt, .epub)", ""),
    (b"%PDF-", "a PDF file", "; extract its text first (pdftotext does)"),
    (b"\x89PNG\r\n", "a picture", ""),
    (b"\xff\xd8\xff", "a picture", ""),
    (b"GIF8", "a picture", ""),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file", _EXPORT),
    (b"{\\rtf", "an RTF file", _EXPORT),
    (b"\x1f\x8b", "a gzip file", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", _UNPACK),
    (b"PAR1", "a Parquet file", "; write it as JSON Lines first"),
)
# Only the line ends that editors count; str.splitlines also breaks at U+2028, form feeds and others.
_LINE_END = lazy(r"\r\n|\n|\r")


class Source:
    """One decoded input.

    `path` is what reports name. `text` has newlines as they stand in the file and no byte-order mark;
    `bom + text.encode(encoding)` gives the bytes back.
    """

    def __init__(
        self, path: str, text: str, *, encoding: str = "utf-8", bom: bytes = b"", on_disk: bool = False
    ) -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.bom = bom
        self.on_disk = on_disk
        self.row: int | None = None
        self.field: str | None = None

    @classmethod
    def from_bytes(cls, path: str, data: bytes, *, on_disk: bool = False) -> Source:
        """Decode `data`: byte-order mark, then UTF-8, then cp1252.

        Raises NewslintError when the bytes are no text or fit none of these. No detector guesses: on English
        cp1252 news they are wrong in a quarter of the cases.
        """
        for magic, what, advice in _MAGIC:
            if data.startswith(magic):
                advice = _EXPORT if path.lower().endswith((".docx", ".odt")) else advice
                raise NewslintError(f"{path}: this is {what}, not text{advice}")
        for bom, encoding in _BOMS:
            if data.startswith(bom):
                try:
                    return cls(path, data[len(bom) :].decode(encoding), encoding=encoding, bom=bom, on_disk=on_disk)
                except UnicodeDecodeError as error:
                    raise NewslintError(f"{path}: byte {error.start + len(bom)} is not valid {encoding}") from None
        if b"\0" in data:
            raise NewslintError(f"{path}: this is binary (NUL at byte {data.index(0)}), not text")
        try:
            return cls(path, data.decode("utf-8"), on_disk=on_disk)
        except UnicodeDecodeError as utf8:
            try:
                return cls(path, data.decode("cp1252"), encoding="cp1252", on_disk=on_disk)
            except UnicodeDecodeError as error:
                raise NewslintError(
                    f"{path}: neither UTF-8 (byte {utf8.start}) nor cp1252 (byte {error.start}); save it as UTF-8"
                ) from None

    def encode(self, text: str) -> bytes:
        """`text` as bytes of this file, byte-order mark included.

        Raises NewslintError when the file's encoding has no such character.
        """
        try:
            return self.bom + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            raise NewslintError(
                f"{self.path}: {self.encoding} has no {text[error.start]!r}; convert the file to UTF-8 first"
            ) from None

    def holds(self, text: str) -> bool:
        """Whether the file's encoding has every character of `text`."""
        if text.isascii():
            return True
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    @view
    def line_starts(self) -> list[int]:
        """Offsets at which lines start; the first is 0."""
        text = self.text
        if "\r" in text:
            return [0, *(match.end() for match in _LINE_END.finditer(text))]
        starts, find, at = [0], text.find, text.find("\n") + 1
        while at:
            starts.append(at)
            at = find("\n", at) + 1
        return starts

    @view
    def newline(self) -> str:
        """The line end that most lines of this file use."""
        text = self.text
        if "\r" not in text:
            return "\n"
        crlf = text.count("\r\n")
        counts = {"\n": text.count("\n") - crlf, "\r\n": crlf, "\r": text.count("\r") - crlf}
        return max(counts, key=lambda end: counts[end])

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (1-based, code points) of an offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def place(self, start: int, end: int) -> Place:
        """The span `[start, end)` with its lines and columns."""
        starts = self.line_starts
        line = last = bisect_right(starts, start)
        if last < len(starts) and end >= starts[last]:
            last = bisect_right(starts, end)
        return Place(start, end, line, start - starts[line - 1] + 1, last, end - starts[last - 1] + 1)

    def line_text(self, line: int) -> str:
        """The text of a line (1-based) without its line end."""
        starts = self.line_starts
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")
