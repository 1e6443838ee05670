"""Words and phrases that stand twice in a row: candidates for the repetition rules.

This view is made of every article, so it says "nothing here" without looking at a word twice: the article becomes
one byte a character, everything but letters and digits blanked, and the lengths of its words are compared with those
one to six places on, all at C speed; where they agree, the words are. That splits and joins too much ("don't
don't" is four words here), on purpose: what is left is then looked at in the prose itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newslint.document.blocks import Block
from newslint.document.tokens import LOWER, Tokens
from newslint.lazy import lazy
from newslint.model import Edit
from newslint.spans import apart

_LONGEST = 6  # tokens of a phrase; words with an apostrophe or a hyphen are more than one
_FEW = 4  # repeats; above, the places of all tokens are made at once


class Repeat(NamedTuple):
    """A word or phrase and its next copy, as spans of prose, and how often it stands in a row (2 or more).

    `words` counts the words of one copy, by white space.
    """

    start: int
    first_end: int
    second_start: int
    end: int
    words: int
    times: int


def drop_copy(prose: str, repeat: Repeat) -> Edit:
    """The edit that leaves one copy: the second goes.

    If a line ends between them, it goes with the space behind it, so that the lines end where they did; but the first
    goes with the space before it if its line is longer than all others: there the copy was put in.
    """
    start, first_end, second_start, end = repeat.start, repeat.first_end, repeat.second_start, repeat.end
    if "\n" in prose[first_end:second_start]:
        if prose[start - 1 : start] == " " and (prose[end : end + 1] != " " or _is_longest_line(prose, first_end)):
            return Edit(start - 1, first_end, "")
        if prose[end : end + 1] == " ":
            return Edit(second_start, end + 1, "")
    return Edit(first_end, end, "")


def _is_longest_line(prose: str, at: int) -> bool:
    """Whether the line that ends at `at` is longer than every other one."""
    longest = max(map(len, (prose[:at].rpartition("\n")[0] + prose[at:]).split("\n")))
    return at - prose.rfind("\n", 0, at) - 1 > longest


class Repeats(NamedTuple):
    """Repeats in order of place: of one word, and of a phrase of several. No two in one list overlap."""

    words: list[Repeat]
    phrases: list[Repeat]


_TOKEN = lazy(rb"[^ ]+")
# A copy may hold no punctuation but what belongs to words ("don't", "U.S.", "AT&T", "face-to-face").
_PART = r"(?:\w|(?<=\w)['’.&/-](?=\w))+(?:(?<=s)['’])?"
_COPY = lazy(rf"{_PART}(?:[ \t\n\xa0]+{_PART})*")
_JOINS = "'’&/-@_\xad"  # such a sign between a copy and a letter makes it a part of a word
_NEVER_LAST = frozenset(
    ["the", "a", "an", "of", "and", "or", "from", "into", "than", "their", "our", "my", "your", "with", "to", "for",
     "by", "as", "at", "is", "are", "was", "were", "be", "been", "has", "have", "its", "his", "which", "who", "he",
     "she", "it", "they", "we", "not", "THE", "OF", "AND"]
)  # fmt: skip
_MONEY = ("$", "£", "€")  # "a A$5m deal"


def find_repeats(prose: str, written: Tokens, blocks: Callable[[], Sequence[Block]]) -> Repeats:
    """Every place at which a word, or a phrase of a few words, stands twice in a row, letter case ignored.

    Only white space may lie between two copies, and both lie in one block (`blocks` is asked for only if a newline is
    among it). A phrase that is itself a repetition is given by its shortest part.
    """
    data, tokens = written.data, written.words
    runs = list(_runs(tokens))
    if not runs:
        return Repeats([], [])
    found = []
    starts: list[int] = []
    place = _places(data, len(runs))
    for first, size, length in runs:
        for shift in range(1 + min(length - size, size - 1)):
            start = second = end = place(first + shift)
            for i, token in enumerate(tokens[first + shift : first + shift + 2 * size]):
                at = data.index(token, end)
                end = at + len(token)
                if i == size:
                    second = at
            if prose[start] == prose[second]:
                break  # rather "board hopes the" than "The board hopes"
        gap = prose[start:second]
        copy = gap.rstrip(" \t\n\xa0")
        if copy[-1:] in ("'", "’") and prose[end : end + 1] == copy[-1]:
            end += 1
        if (
            len(copy) == len(gap)
            or not _same(copy, prose[second:end])
            or not _COPY.fullmatch(copy)
            or _inside_word(prose, start, end)
        ):
            continue
        if "\n" in gap or "\n" in prose[second:end]:
            if not starts:
                starts = [block.start for block in blocks()]
            if bisect_right(starts, start) != bisect_right(starts, end - 1) and not _ends_no_block(copy, gap):
                continue
        found.append(Repeat(start, start + len(copy), second, end, len(copy.split()), length // size + 1))
    return Repeats(apart(r for r in found if r.words == 1), apart(r for r in found if r.words > 1))


def _ends_no_block(copy: str, gap: str) -> bool:
    """Whether a block cannot end here, so that a line was broken by hand: "the⏎the"."""
    return copy.split()[-1] in _NEVER_LAST and gap.count("\n") == 1


def _runs(tokens: list[bytes]) -> Iterator[tuple[int, int, int]]:
    """Every repetition of `tokens`: index of the first, tokens of a copy, and how many equal those a copy further on.

    The lengths of all tokens, one byte each, compared with themselves a few places on as one long number, show where
    copies may be; most places are none, and need no look at the tokens.
    """
    count = len(tokens)
    try:
        lengths = bytes(map(len, tokens))
    except ValueError:  # a token of 256 and more
        lengths = bytes(len(token) & 255 for token in tokens)
    number = int.from_bytes(lengths, "little")
    for size in range(1, min(_LONGEST, count // 2) + 1):
        differences = (number ^ (number >> (8 * size))).to_bytes(count, "little")
        last, zeros, done = count - size, bytes(size), 0
        find = differences.find
        at = find(zeros, 0, last)
        while at >= 0:
            one, other = tokens[at], tokens[at + size]
            if one == other or (not (one[0] ^ other[0]) & _LETTER and one.translate(LOWER) == other.translate(LOWER)):
                first, end = _run(tokens, at, size, done)
                if end - first >= size and not _periodic([t.translate(LOWER) for t in tokens[first : first + size]]):
                    yield first, size, end - first
                done = at = end
            at = find(zeros, at + 1, last)


_LETTER = 223  # the bits in which a capital and its small letter do not differ, in ASCII and in Latin-1


def _run(tokens: list[bytes], at: int, size: int, done: int) -> tuple[int, int]:
    """The run of tokens, from `done` on, that equal those `size` places on and hold `at`: its start and end."""
    low, high, count = at, at + 1, len(tokens)
    while low > done and tokens[low - 1].translate(LOWER) == tokens[low - 1 + size].translate(LOWER):
        low -= 1
    while high + size < count and tokens[high].translate(LOWER) == tokens[high + size].translate(LOWER):
        high += 1
    return low, high


def _periodic(tokens: list[bytes]) -> bool:
    """Whether the tokens are a shorter sequence several times."""
    size = len(tokens)
    return any(size % part == 0 and tokens[part:] == tokens[:-part] for part in range(1, size // 2 + 1))


def _places(data: bytes, runs: int) -> Callable[[int], int]:
    """A function from the index of a token to its offset."""
    if runs > _FEW:
        starts = [match.start() for match in _TOKEN.finditer(data)]
        return starts.__getitem__

    def place(index: int) -> int:
        return len(data) - len(data.split(None, index)[-1]) if index else len(data) - len(data.lstrip())

    return place


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    return one.lower().split() == other.lower().split()


def _inside_word(prose: str, start: int, end: int) -> bool:
    """Whether the first copy begins, or the second ends, in the middle of a word ("opt-in in", "at AT&T")."""
    before, after = prose[max(0, start - 2) : start], prose[end : end + 2]
    return (
        before[-1:].isalnum()
        or after[:1].isalnum()
        or (before[-1:] in _JOINS and before[:-1].isalnum())
        or (after[:1] in _JOINS and after[1:].isalnum())
        or "_" in (before[-1:], after[:1])
        or after[:1] in _MONEY
    )
