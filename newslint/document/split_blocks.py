"""Paragraphs that break off in mid-sentence and go on in the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newslint.document.blocks import Block
from newslint.lazy import lazy
from newslint.lexicon import is_word, word_set
from newslint.lexicon.saying import SAYING

_LABEL, _LEAST_BOTH = 20, 60  # code points of a first part that may be a label, and of the two parts
_OPEN, _OPEN_BOTH = 55, 90  # code points of a second part without a stop, and of the two: no item is so long
_MOST = 2  # in an article; more are a list, verse, or lines that are broken for width
_RAGGED = 25  # code points that a line broken for width may lack
_EMPTY_LINE = 2  # newlines
_WIDEST = 120  # code points of a line in a text that is broken for width
_LAST = lazy(r"(?<![^\s\"“‘(-])(?P<word>[A-Za-z][a-z]+(?:['’][a-z]+)?|a)[ \t]*$")
_NEXT = lazy(r"[ \t]*(?P<word>[a-z]+(?:['’][a-z]+)?)(?:,|[.;:!?][”\"’]?)? [“\"‘]?(?:[a-z]{2}|a |[A-Z\d$£€])")
_SENTENCE = lazy(r"[.!?][\"”’')\]]*[ \t]*$")
_STOPS = lazy(r"[.!?:][\"”’')\]]*[ \t]*$")
_BEGINS = lazy(r"[ \t]*[\"“‘'(]?[A-Z\d$£€]")
_SMALL = lazy(r"(?<!\S)[a-z]")
_CREDIT = lazy(r"[ \t]*(?:toggle|hide|image) caption\b")
_ITEM = lazy(r"[;,] (?:and|or)[ \t]*$")
# With these no heading, label or item ends.
_LEANS = word_set("""a an the my your its our their every of to for with from by into and or but which who
    whose whom is are was were be been has have had will would could should must can may might very more most than
    because if when while""")
_VERBS = SAYING | word_set("is was are were has have had will would can could may must won")  # behind a name


class Split(NamedTuple):
    """A break in mid-sentence, from the end of a word to the start of the next. `sure`: the first part is no label."""

    end: int
    start: int
    sure: bool


def split_blocks(prose: str, blocks: Sequence[Block], small: Sequence[int]) -> list[Split]:
    """Breaks in mid-sentence.

    `small`: indexes of the blocks that begin with a small letter. The first part begins as a sentence does and ends in
    a word without a stop; the second begins with a known word. Where the last word does not lean on the next (of, the),
    the two must be long and no heading, and no other may begin so, as the items of a list without marks do.
    """
    pairs = [(blocks[i - 1], blocks[i]) for i in small if i and not _stops(prose, blocks[i - 1])]
    if not pairs or len(pairs) > _MOST:
        return []
    widest = max(block.end - block.start for block in blocks)
    narrow = widest <= _WIDEST
    if narrow and any(_full(prose, *pair, widest) for pair in pairs):
        return []
    alone = len(pairs) == 1
    return [split for before, block in pairs if (split := _split(prose, before, block, alone=alone, narrow=narrow))]


def _full(prose: str, before: Block, block: Block, widest: int) -> bool:
    """Whether a line is about as long as the widest and the next follows it at once: broken for width."""
    return before.end - before.start > widest - _RAGGED and prose.count("\n", before.end, block.start) < _EMPTY_LINE


def _stops(prose: str, block: Block) -> bool:
    return _SENTENCE.search(prose, max(block.start, block.end - 12), block.end) is not None


def _split(prose: str, before: Block, block: Block, *, alone: bool, narrow: bool) -> Split | None:
    if before.kind != "paragraph" or block.kind != "paragraph":
        return None
    last = _LAST.search(prose, max(before.start, before.end - 40), before.end)
    following = _NEXT.match(prose, block.start, block.end)
    if last is None or following is None or _ITEM.search(prose, before.start, before.end):
        return None
    if not is_word(following["word"]) or not _BEGINS.match(prose, before.start):
        return None
    leans, label = last["word"] in _LEANS, before.end - before.start < _LABEL
    if not leans and not (alone and _goes_on(prose, before, block, narrow=narrow)):
        return None
    name = not leans and last["word"][0].isupper()
    if name and following["word"] not in _VERBS and (label or not _in_small_letters(prose, before)):
        return None  # a heading
    return Split(last.end("word"), following.start("word"), leans or not label)


def _goes_on(prose: str, before: Block, block: Block, *, narrow: bool) -> bool:
    """Whether two parts are long enough for a sentence that goes on from one to the other.

    In a `narrow` text, whose lines may all be broken for width, the second part must end in a stop.
    """
    length, both = block.end - block.start, block.end - before.start
    if both >= _LEAST_BOTH and _STOPS.search(prose, max(block.start, block.end - 12), block.end):
        return True
    return not narrow and length >= _OPEN and both >= _OPEN_BOTH and not _CREDIT.match(prose, block.start)


def _in_small_letters(prose: str, block: Block) -> bool:
    small = len(_SMALL.findall(prose, block.start, block.end))
    return small > prose.count(" ", block.start, block.end) / 2
