"""Paragraphs that break off in mid-sentence and go on in the next."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.document.blocks import Block
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, common_words, word_set

_LEAST, _LEAST_BOTH = 20, 60  # code points of the first part, which may be a heading or a label, and of the two
_MOST = 2  # in an article; more are a list, verse, or lines that are broken for width
_RAGGED = 25  # code points that a line broken for width may lack
_EMPTY_LINE = 2  # newlines
_WIDEST = 120  # code points of a line in a text that is broken for width
_LAST = lazy(r"(?<![^\s\"“‘(-])(?P<word>[A-Za-z][a-z]+(?:['’][a-z]+)?|a)[ \t]*$")
_NEXT = lazy(r"[ \t]*(?P<word>[a-z]+(?:['’][a-z]+)?),? [“\"‘]?(?:[a-z]{2}|[A-Z\d$£€])")
_SENTENCE = lazy(r"[.!?][\"”’')\]]*[ \t]*$")
_BEGINS = lazy(r"[ \t]*[\"“‘'(]?[A-Z]")
_SMALL = lazy(r"(?<!\S)[a-z]")
_ITEM = lazy(r"[;,] (?:and|or)[ \t]*$")
# With these no heading, label or item ends.
_LEANS = word_set("""a an the my your its our their every of to for with from by into and or but which who
    whose whom is are was were be been has have had will would could should must can may might very more most than
    because if when while""")


def split_blocks(prose: str, blocks: Sequence[Block], small: Sequence[int]) -> list[tuple[int, int]]:
    """Places of breaks in mid-sentence: the end of the last word before and the start of the first one behind.

    `small`: indexes of the blocks that begin with a small letter. The first part begins with a capital and ends in a
    known word without a stop; the second begins with one. Where the word does not lean on the next (of, the), the two
    must be long, the second end in a stop, and no other begin so, as the items of a list without marks do.
    """
    pairs = [(blocks[i - 1], blocks[i]) for i in small if i and not _stops(prose, blocks[i - 1])]
    if not pairs or len(pairs) > _MOST:
        return []
    widest = max(block.end - block.start for block in blocks)
    if widest <= _WIDEST:
        pairs = [pair for pair in pairs if not _full(prose, *pair, widest)]
    alone = len(pairs) == 1
    return [place for before, block in pairs if (place := _place(prose, before, block, alone=alone))]


def _full(prose: str, before: Block, block: Block, widest: int) -> bool:
    """Whether a line is about as long as the widest and the next follows it at once: broken for width."""
    return before.end - before.start > widest - _RAGGED and prose.count("\n", before.end, block.start) < _EMPTY_LINE


def _stops(prose: str, block: Block) -> bool:
    return _SENTENCE.search(prose, max(block.start, block.end - 12), block.end) is not None


def _place(prose: str, before: Block, block: Block, *, alone: bool) -> tuple[int, int] | None:
    if before.kind != "paragraph" or block.kind != "paragraph":
        return None
    last = _LAST.search(prose, max(before.start, before.end - 40), before.end)
    following = _NEXT.match(prose, block.start, block.end)
    if last is None or following is None or _ITEM.search(prose, before.start, before.end):
        return None
    if not all(_known(word) for word in (last["word"], following["word"])):
        return None
    if not _BEGINS.match(prose, before.start):
        return None
    if last["word"] not in _LEANS:
        length = before.end - before.start
        if not alone or length < _LEAST or length + block.end - block.start < _LEAST_BOTH or not _stops(prose, block):
            return None
        if len(_SMALL.findall(prose, before.start, before.end)) <= prose.count(" ", before.start, before.end) / 2:
            return None  # a heading
    return last.end("word"), following.start("word")


def _known(word: str) -> bool:
    return word in common_words() or word in FUNCTION_WORDS or word[0].isupper()
