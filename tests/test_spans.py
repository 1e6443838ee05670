"""Which spans overlap: those that touch do not, and an empty one is a place."""

from __future__ import annotations

import pytest

from newslint.spans import Spans

HELD = Spans([(2, 9), (3, 4), (12, 15), (20, 20)])


@pytest.mark.parametrize("span", [(0, 3), (8, 9), (8, 30), (5, 5), (12, 15), (13, 14), (14, 16), (19, 21), (20, 20)])
def test_overlap(span: tuple[int, int]) -> None:
    assert HELD.overlap(*span)


@pytest.mark.parametrize("span", [(0, 2), (9, 12), (10, 11), (15, 20), (20, 25), (2, 2), (9, 9), (12, 12), (15, 15)])
def test_beside(span: tuple[int, int]) -> None:
    assert not HELD.overlap(*span)


def test_nothing_overlaps_no_spans() -> None:
    assert not Spans().overlap(0, 9)
