"""Words and phrases that stand twice in a row: candidates for the repetition rules."""

from __future__ import annotations

from typing import NamedTuple

from newslint.document.words import find_words


class Repeats(NamedTuple):
    """Candidates: `(first word start, first end, second start, second end)`, by phrase length in words."""

    words: list[tuple[int, int, int, int]]
    phrases: list[tuple[int, int, int, int]]


def find_repeats(prose: str) -> Repeats:
    """Every place at which one word, or a phrase of two to four words, stands twice in a row, letter case ignored."""
    starts, ends, texts = find_words(prose)
    folded = [text.casefold() for text in texts]
    found: dict[int, list[tuple[int, int, int, int]]] = {}
    for size in (1, 2, 3, 4):
        spans = found.setdefault(size, [])
        for i in range(len(folded) - 2 * size + 1):
            if folded[i] == folded[i + size] and folded[i : i + size] == folded[i + size : i + 2 * size]:
                spans.append((starts[i], ends[i + size - 1], starts[i + size], ends[i + 2 * size - 1]))
    return Repeats(found[1], [span for size in (2, 3, 4) for span in found[size]])
