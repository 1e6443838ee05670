"""Fixes on their way into files: which are wanted, and what they look like as a diff."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.api import Checked, Checker, Fixed
from newslint.cli.newness import LineOf, NewOnly
from newslint.engine import MOST_HITS
from newslint.source import Source


class Mending(NamedTuple):
    """What `fix` is to do: `unsafe` fixes too, a `diff` instead of writing, `new` findings only."""

    unsafe: bool = False
    diff: bool = False
    new: NewOnly | None = None

    def mend(self, checker: Checker, source: Source, type: str, row_line: int = 0, row_lines: int = 1) -> Fixed:
        """The mended text and what is left of it. Raises NewslintError as `Checker.check` does."""
        if self.new is not None:
            checker = _Choosy(checker, self.new, source.text, row_line, row_lines)
        return checker.fix(source, type, unsafe=self.unsafe)


class _Choosy(Checker):
    """A checker that sees only new findings, in a text and in what fixes make of it."""

    def __init__(self, checker: Checker, new: NewOnly, original: str, row_line: int, row_lines: int) -> None:
        self.__dict__.update(vars(checker))
        self._new = new
        self._original = original
        self._row = row_line, row_lines

    def check(self, source: Source, type: str = "text", *, most: int = MOST_HITS) -> Checked:
        checked = super().check(source, type, most=most)
        line_of = None if source.text == self._original else _line_map(self._original, source.text)
        checked.findings = [one for one in checked.findings if self._new.keeps(one, *self._row, line_of)]
        return checked


def _line_map(old: str, new: str) -> LineOf:
    """Leads from lines of `new` to those of `old` (1-based), by what stayed the same around them."""
    before, after = old.split("\n"), new.split("\n")
    if len(before) == len(after):
        return lambda line: line
    from difflib import SequenceMatcher

    lines: list[int] = []
    for _, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        lines += [min(start + i, max(end - 1, start)) + 1 for i in range(last - first)]
    return lambda line: lines[min(line, len(lines)) - 1]


def unified(path: str, old: str, new: str) -> str:
    """A unified diff that `patch` can read. Lines end at newlines only, so carriage returns stay where they are."""
    from difflib import unified_diff

    return "".join(_marked(unified_diff(_lines(old), _lines(new), path, path)))


def line_diff(path: str, changes: list[tuple[int, str, str]]) -> str:
    """A unified diff without context of single rows (number of the first line, 1-based, old, new): for files too long
    to compare.
    """
    pieces = [f"--- {path}\n", f"+++ {path}\n"]
    shift = 0
    for number, old, new in changes:
        was, now = _lines(old), _lines(new)
        pieces.append(f"@@ -{_hunk(number, was)} +{_hunk(number + shift, now)} @@\n")
        pieces += _marked([*("-" + line for line in was), *("+" + line for line in now)])
        shift += len(now) - len(was)
    return "".join(pieces)


def _hunk(number: int, lines: list[str]) -> str:
    return str(number) if len(lines) == 1 else f"{number},{len(lines)}"


def _lines(text: str) -> list[str]:
    return [line + "\n" for line in text.split("\n")[:-1]] + ([rest] if (rest := text.rpartition("\n")[2]) else [])


def _marked(lines: Iterator[str] | list[str]) -> Iterator[str]:
    for line in lines:
        yield line
        if not line.endswith("\n"):
            yield "\n\\ No newline at end of file\n"
