"""The picture under a finding in `full`: its line of text with carets under the place."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model import Place, Severity
from newslint.report.style import Style
from newslint.report.visible import NEWLINE, Cell, cells
from newslint.source import Source

_CUT = "…"


def frame(source: Source, place: Place, severity: Severity, style: Style) -> Iterator[str]:
    """The lines of the picture, without line ends."""
    last = place.end_line
    if last > place.line and place.end_column == 1:  # ends with a line end: the next line has no part in it
        last -= 1
    gutter = max(len(str(last)), 2)
    room = style.width - gutter - 4

    def bar(label: str) -> str:
        return style.paint(f"{label:>{gutter + 1}} |", "blue")

    for line in dict.fromkeys((place.line, last)):
        if line == last and last > place.line + 1:
            yield bar(":")
        text, start, end = _part(source, place, line)
        shown, carets = picture(text, start, end, room)
        yield f"{bar(str(line))} {_painted(shown, severity, style)}"
        yield f"{bar('')} {style.severe(carets, severity, 'bold')}"


def picture(text: str, start: int, end: int, room: int) -> tuple[list[Cell], str]:
    """At most `room` terminal cells of a line around `[start, end)`, and the carets to stand below."""
    # A paragraph may be a megabyte long: look only at characters that can come into the window.
    left, right = max(0, start - room), min(len(text), max(min(end, start + room), start) + room)
    line = cells(text[left:right], start - left, end - left)
    if right < len(text) or left > 0 or sum(cell.width for cell in line) > room:
        line = _window(line, room, cut_left=left > 0, cut_right=right < len(text))
    first = next((index for index, cell in enumerate(line) if cell.marked), len(line))
    before = sum(cell.width for cell in line[:first])
    return line, " " * before + "^" * max(1, sum(cell.width for cell in line if cell.marked))


def _window(line: list[Cell], room: int, *, cut_left: bool, cut_right: bool) -> list[Cell]:
    """The marked cells with as much on both sides as there is room for, cut at words where one is near."""
    marked = [index for index, cell in enumerate(line) if cell.marked]
    first, last = (marked[0], marked[-1] + 1) if marked else (len(line), len(line))
    spare = room - 2 - sum(cell.width for cell in line[first:last])
    low, high = first, last
    while spare > 0 and (low > 0 or high < len(line)):
        if low > 0 and (first - low <= high - last or high == len(line)):
            low -= 1
            spare -= line[low].width
        else:
            spare -= line[high].width
            high += 1
    while spare < 0 and high > first + 1:  # the marked cells alone are too wide
        high -= 1
        spare += line[high].width
    cut_left, cut_right = cut_left or low > 0, cut_right or high < len(line)
    if cut_left:
        low = _at_word(line, low, first)
    if cut_right and high > last:
        high = len(line) - _at_word(line[::-1], len(line) - high, len(line) - last)
    cut = [Cell(_CUT, 1, False)]
    return (cut if cut_left else []) + line[low:high] + (cut if cut_right else [])


def _at_word(line: list[Cell], low: int, stop: int) -> int:
    """The first whole word from `low` on, if one begins soon."""
    for index in range(low, min(low + 12, stop)):
        if line[index].text == " ":
            return index + 1
    return low


def _part(source: Source, place: Place, line: int) -> tuple[str, int, int]:
    """The text of a line and the part of the place that lies on it; a line end in the place becomes a sign."""
    text = source.line_text(line)
    start = place.column - 1 if line == place.line else 0
    if line == place.end_line:
        return text, start, place.end_column - 1
    return text + NEWLINE, start, len(text) + 1


def _painted(line: list[Cell], severity: Severity, style: Style) -> str:
    if not style.color:
        return "".join(cell.text for cell in line)
    pieces = []
    index = 0
    while index < len(line):
        upto = index
        while upto < len(line) and line[upto].marked == line[index].marked:
            upto += 1
        text = "".join(cell.text for cell in line[index:upto])
        pieces.append(style.severe(text, severity, "bold") if line[index].marked else text)
        index = upto
    return "".join(pieces)
