"""Spans, and which of them overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Protocol, TypeVar


class _Span(Protocol):
    """What has a span `[start, end)`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_S = TypeVar("_S", bound=_Span)


def apart(spans: Iterable[_S]) -> list[_S]:
    """In order of place, the longer first where several begin at one place, none overlapping the one before."""
    out: list[_S] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not out or span.start >= out[-1].end:
            out.append(span)
    return out


class Spans:
    """Spans `[start, end)`, given in order of their starts; they may overlap one another."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []  # the farthest end up to here
        self._all: set[tuple[int, int]] = set()
        for span in spans:
            self.add(*span)

    def add(self, start: int, end: int) -> None:
        self._starts.append(start)
        self._ends.append(max(end, self._ends[-1]) if self._ends else end)
        self._all.add((start, end))

    def overlap(self, start: int, end: int) -> bool:
        """Whether `[start, end)` shares a character with one of them, or equals one. Spans that touch do not overlap.

        An empty span is a place between two characters: it overlaps what holds both.
        """
        before = bisect_left(self._starts, end)
        return (before > 0 and self._ends[before - 1] > start) or (start, end) in self._all
