"""A mix of ways to write one thing, as one hit."""

from __future__ import annotations

from newslint.model import Edit, Hit


def minority(prose: str, ways: dict[str, list[tuple[int, int]]]) -> Hit:
    """One hit for a mix: at the first place of the rarer ways (ties: the later one gives way), the others related."""
    ranked = sorted(ways.items(), key=lambda way: (-len(way[1]), way[1][0]))
    usual = ranked[0][0]
    places = sorted(span for _, spans in ranked[1:] for span in spans)
    (start, end), *rest = places
    edits = tuple(Edit(a, b, cased(usual, prose[a])) for a, b in places)
    values = {"word": prose[start:end], "usual": usual, "count": str(len(places)), "others": str(len(ranked[0][1]))}
    return Hit(start, end, values=values, fixes=(edits,), related=tuple(rest))


def cased(word: str, like: str) -> str:
    """The word with a capital in front if `like` has one, else as it is."""
    return word[0].upper() + word[1:] if like[0].isupper() else word
