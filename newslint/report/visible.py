"""Text as a terminal shows it: what cannot be seen is spelt out, what takes two cells or none is counted so."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

TAB = "    "
_JOINERS = "\u200d\ufe0e\ufe0f"  # part of an emoji or a script when they follow something, else invisible
NEWLINE = "⏎"


class Cell(NamedTuple):
    """One character with the marks on it: what to print, how many terminal cells wide, and whether it is marked."""

    text: str
    width: int
    marked: bool


def cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of one line; the characters of `[start, end)` are marked and all visible.

    Where `start` equals `end`, an empty marked cell stands there.
    """
    made: list[Cell] = []
    blank_from = len(text.rstrip(" \t"))
    blank_mark = text[start:end].strip(" ") == ""
    for index, char in enumerate(text):
        if start == end == index:
            made.append(Cell("", 0, True))
        marked = start <= index < end
        shown = char if " " < char < "\x7f" else _shown(char, marked, index, text)
        if char == " " and (index >= blank_from or (marked and (blank_mark or index in (start, end - 1)))):
            shown = "·"
        width = len(shown) if len(shown) > 1 else width_of(shown)
        if width == 0 and made and made[-1].text:
            before = made[-1]
            made[-1] = Cell(before.text + shown, before.width, before.marked or marked)
        else:
            made.append(Cell(shown, max(width, 1), marked))
    if start == end >= len(text):
        made.append(Cell("", 0, True))
    return made


def width_of(char: str) -> int:
    """Terminal cells that a character takes: 0, 1 or 2."""
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def plain(text: str) -> str:
    """A text for one line of a terminal: controls and other invisible characters spelt out, the rest as it is."""
    if text.isprintable():
        return text
    return "".join(_spelt_out(text))


def evident(text: str) -> str:
    """A piece of one line with all that is blank at its ends, or cannot be seen, visible."""
    inside = text.strip(" ")
    if not inside:
        return "·" * len(text)
    middle = "".join(char if " " <= char < "\x7f" else _shown(char, True, 0, char) for char in inside)
    return "·" * (len(text) - len(text.lstrip(" "))) + middle + "·" * (len(text) - len(text.rstrip(" ")))


def quoted(text: str) -> str:
    """The same in quotation marks."""
    shown = evident(text)
    return f'"{shown}"' if "“" in shown or "”" in shown else f"“{shown}”"


def _spelt_out(text: str) -> Iterator[str]:
    for index, char in enumerate(text):
        yield char if char.isprintable() else _shown(char, False, index, text)


def _shown(char: str, marked: bool, index: int, text: str) -> str:
    if char == " ":
        return " "
    if char == "\t":
        return "<TAB>" if marked else TAB
    if char == "\n":
        return NEWLINE
    if char == "\r":
        return "<CR>"  # a mend of mixed line ends tells it from a newline
    category = unicodedata.category(char)
    if category == "Zs":
        return f"<U+{ord(char):04X}>" if marked else " "
    if char in _JOINERS and not marked and index and ord(text[index - 1]) > 0x2000:
        return char
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return f"<U+{ord(char):04X}>"
    return char
