"""Whether marks open and close in turn, told by the pieces of the text between them: faster than any pattern."""

from __future__ import annotations


def pairs_in_turn(prose: str, opener: str, closer: str) -> bool:
    """Whether one `closer` follows each `opener`, on the same line and before the next; none stands alone."""
    first, *parts = prose.split(opener)
    if closer in first:
        return False
    for part in parts:
        at = part.find(closer)
        if at < 0 or part.find("\n", 0, at) >= 0 or part.find(closer, at + 1) >= 0:
            return False
    return True


def straight_in_turn(prose: str) -> bool:
    """Whether each odd straight double mark follows a space or newline and each even one closes it on the same line."""
    parts = prose.split('"')
    if not len(parts) % 2:
        return False
    if not all(parts[2:-1:2]):
        return False  # ""
    for before, inside in zip(parts[:-1:2], parts[1::2], strict=True):
        if before[-1:] not in " \n":
            return False
        if inside[-1:] == " " or "\n" in inside:
            return False
    return True
