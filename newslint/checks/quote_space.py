"""Space on the wrong side of a quotation mark: inside the quotation, or missing outside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.document import Block, Document
from newslint.document.code_signs import in_code
from newslint.document.mark_sides import AFTER_CLOSER, Side, doubtful, sides
from newslint.document.marks import SPOKEN_OF
from newslint.lazy import lazy
from newslint.lexicon import is_word, word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

# A single mark with space on both sides; an apostrophe or a quotation is told by what stands near. One pattern a mark,
# with its look-behind last: `re` leaps to the mark.
_SINGLES = {mark: lazy(rf"""{mark}(?=[\s.,;:?!)”"]|\Z)(?<![^\s(\[“"]{mark})""") for mark in "'‘’"}
_SINGLE_OPENS = lazy(r"""(?:^|(?<=[\s(\[“"]))['‘](?=\w)""")
_SINGLE_CLOSES = lazy(r"""(?<=[\w.,?!])['’](?=[\s.,;:?!)”"]|\Z)""")
_REACH = 300  # code points to the other mark of a pair
# Double marks that may be odd (see _is_odd).
_MAY_BE_ODD = {
    '"': lazy(r""""(?:(?=[ \xa0])(?<![^\s(\[—–]")|(?<=[ \xa0]")(?=[\s.,;:?!)\]—–]|\Z)|(?=[^\W\d_])(?<=[\w…%)]"))"""),
    "“": lazy(r"“(?:(?=[ \xa0])(?<![^\s(\[—–\w]“)|(?=[^\W\d_])(?<=\w“))"),
    "”": lazy(r"”(?:(?=[\s.,;:?!)\]—–]|\Z)(?<=[ \xa0]”)|(?=[^\W\d_])(?<=[\w…%) \xa0]”))"),
}
_HIGH = ("!", "?", ":", ";", ",")
_SPACES = frozenset(" \xa0")
_BEFORE_GLUED = frozenset("…%)")
_BLANK = " \xa0\u2009\u202f\t"
_ENDINGS = word_set("able ed er ers ing ish ism ist like ly ness ship ward wise")
_LETTERS = lazy(r"[^\W\d_]+")
_LETTERS_BEFORE = lazy(r"[^\W\d_]+$")
_MOST_SPAN = 300  # code points of a padded quotation shown whole


def padded(document: Document, options: Options) -> Iterator[Hit]:
    """A hit for each quotation mark with space inside ("“ Not so ”"), or without space outside ("to“take")."""
    prose = document.prose
    odd = (at for at in _places(prose, _MAY_BE_ODD) if _is_odd(prose, at) and not in_code(prose, at, at + 1))
    for block in _blocks(document, odd):
        yield from _in_block(prose, block)
    places = _places(prose, _SINGLES)
    for block in _blocks(document, places):
        held = places[bisect_left(places, block.start) : bisect_right(places, block.end)]
        yield from _single(prose, block, held)


def _places(prose: str, patterns: Mapping[str, re.Pattern[str]]) -> list[int]:
    """Where patterns match, each of which begins with its key."""
    places = [match.start() for mark, pattern in patterns.items() if mark in prose for match in pattern.finditer(prose)]
    return sorted(places) if len(places) > 1 else places


def _blocks(document: Document, offsets: Iterable[int]) -> Iterator[Block]:
    """The blocks that hold some offsets, given in order; each once."""
    last = None
    for offset in offsets:
        if last is not None and offset < last.end:
            continue
        block = document.block_at(offset)
        if block is not None and block is not last:
            last = block
            yield block


def _is_odd(prose: str, at: int) -> bool:
    """Whether a double mark has space, or letters, on both sides."""
    mark, before, after = prose[at], prose[at - 1 : at] if at else "", prose[at + 1 : at + 2]
    if after in _SPACES:
        opens = mark != "”" and (not before or before.isspace() or before in "([—–")
        return opens or (mark == "“" and before.isalpha()) or (mark != "“" and before in _SPACES)
    if not after.isalpha():
        return mark != "“" and before in _SPACES and (not after or after.isspace() or after in ".,;:?!)]—–")
    if before.isalpha() or (mark == "“" and before.isdigit()):
        return True
    return mark != "“" and (before in _BEFORE_GLUED or (mark == "”" and before in _SPACES))


def _in_block(prose: str, block: Block) -> Iterator[Hit]:
    marks = sides(prose, block)
    taken = -1
    for i, mark in enumerate(marks):
        if i == taken:
            continue
        following = marks[i + 1] if i + 1 < len(marks) else None
        previous = marks[i - 1] if i else None
        if mark.opens:
            edit = _pad_behind(prose, block, mark.at)
            sure = not doubtful(mark, following) or _begins(prose, block, mark.at)
            if edit is not None and sure and not _turned(prose, mark, previous):
                partner = _pad_before(prose, block, following.at) if following and not following.opens else None
                if partner is not None and following is not None:
                    taken = i + 1
                    yield _both(mark, following, edit, partner)
                else:
                    yield Hit(mark.at, edit.end, values={"mark": prose[mark.at]}, fixes=((edit,),))
        else:
            edit = _pad_before(prose, block, mark.at)
            if edit is not None and not doubtful(mark, following) and _closes(prose, mark, previous, edit.start):
                yield Hit(edit.start, mark.at + 1, values={"mark": prose[mark.at]}, fixes=((edit,),))
        yield from _glued(prose, block, mark, previous, following)
        if prose[mark.at] != '"':
            yield from _shifted(prose, block, mark, previous, following)


def _both(opener: Side, closer: Side, first: Edit, second: Edit) -> Hit:
    """One hit for a quotation padded on both sides."""
    values = {"mark": "“"}
    if closer.at - opener.at <= _MOST_SPAN:
        return Hit(opener.at, closer.at + 1, "both", values, ((first, second),))
    return Hit(opener.at, first.end, "both", values, ((first, second),), ((second.start, closer.at + 1),))


def _begins(prose: str, block: Block, at: int) -> bool:
    """Whether a sentence begins behind the mark and its space (added: " We won)."""
    before = prose[at - 2] if at - 2 >= block.start else "."
    return before in ".!?:" and prose[at + 2 : at + 3].isupper()


def _pad_behind(prose: str, block: Block, at: int) -> Edit | None:
    """The edit that removes the space behind an opening mark."""
    end = at + 1
    while end < block.end and prose[end] in _BLANK:
        end += 1
    if end == at + 1 or end >= block.end or prose[end] in "‘'“\"”\n.,…" or SPOKEN_OF.match(prose, at + 1):
        return None
    if at > block.start and prose[at - 1] not in " \n\t\xa0([—–-":
        return None  # “said“ he”: the mark is turned, its space is right
    return Edit(at + 1, end, "")


def _pad_before(prose: str, block: Block, at: int) -> Edit | None:
    """The edit that removes the space before a closing mark."""
    start = at
    while start > block.start and prose[start - 1] in _BLANK:
        start -= 1
    if start == at or start == block.start or prose[start - 1] in "’'”\"“\n":
        return None
    after = prose[at + 1] if at + 1 < block.end else "\n"
    if after not in AFTER_CLOSER:
        return None  # with a ”word: the mark is turned, its space is right
    return Edit(start, at, "")


def _turned(prose: str, mark: Side, previous: Side | None) -> bool:
    """Whether a curly opener is a closer drawn the wrong way (“Not so, “ he said)."""
    return prose[mark.at] == "“" and previous is not None and previous.opens and prose[mark.at - 2] in ",.?!"


def _closes(prose: str, mark: Side, previous: Side | None, start: int) -> bool:
    """Whether a closer has something to close; a quotation may have begun in an earlier paragraph."""
    if previous is None:
        return mark.guessed or prose[start - 1] in ".,?!…"
    return previous.opens


def _shifted(prose: str, block: Block, mark: Side, previous: Side | None, following: Side | None) -> Iterator[Hit]:
    """A hit for a curly mark with its space on the wrong side (“We won, ”he said); straight ones need pairing."""
    at = mark.at
    if at <= block.start or at + 1 >= block.end:
        return
    before, after, values = prose[at - 1], prose[at + 1], {"mark": prose[at]}
    if mark.opens:
        if (
            before.isalpha()
            and after in _BLANK
            and following
            and not following.opens
            and not (previous and previous.opens)
        ):
            edits = (Edit(at, at, " "), Edit(at + 1, at + 2, ""))
            yield Hit(at, at + 2, "shifted", values, (edits,))
    elif (
        before in _BLANK and after.isalpha() and previous and previous.opens and (following is None or following.opens)
    ):
        edits = (Edit(at - 1, at, ""), Edit(at + 1, at + 1, " "))
        yield Hit(at - 1, at + 1, "shifted", values, (edits,))


def _glued(prose: str, block: Block, mark: Side, previous: Side | None, following: Side | None) -> Iterator[Hit]:
    """A hit for a word that runs into a quotation mark from outside ("said“yes”", "“yes”he said")."""
    at = mark.at
    if at == block.start or at + 1 >= block.end:
        return
    before, after = prose[at - 1], prose[at + 1]
    if not after.isalpha() or not (
        before.isalpha() or (before in "…%)" and not mark.opens) or (before.isdigit() and prose[at] == "“")
    ):
        return
    found = _LETTERS_BEFORE.search(prose, max(block.start, at - 30), at)
    left = found[0] if found else ""
    found = _LETTERS.match(prose, at + 1)
    right = found[0] if found else ""
    if before > "\u2e80" or after > "\u2e80":
        return  # Chinese, Japanese and Korean set no space there
    if right in ("s", "t") or prose.startswith(" -", at - len(left) - 2) or doubtful(mark, following):
        return
    if mark.opens:
        if following is None or following.opens:
            if prose[at] != "“" or not _known(left):
                return
        elif " " not in prose[at : following.at] and left.islower() and left != "s" and not _known(left):
            return  # un“happy”
        yield Hit(at - 1, at + 1, "outside", {"mark": prose[at]}, ((Edit(at, at, " "),),))
        return
    if previous is None or not previous.opens:
        return
    word = prose[previous.at + 1 : at]
    if " " not in word and (right in _ENDINGS or _known(word + right)):
        return  # “news”letter
    if len(right) > 1 and (right[0].isupper() or _known(right)):
        yield Hit(at, at + 2, "outside", {"mark": prose[at]}, ((Edit(at + 1, at + 1, " "),),))


def _single(prose: str, block: Block, places: Sequence[int]) -> Iterator[Hit]:
    """Hits for padded single marks that have their partner near, and no other mark between."""
    for at in places:
        low, high = max(block.start, at - _REACH), min(block.end, at + _REACH)
        before = [found.start() for found in _SINGLE_OPENS.finditer(prose, low, at)]
        closed = [found.start() for found in _SINGLE_CLOSES.finditer(prose, low, max(low, at - 1))]
        open_before = bool(before) and not (closed and closed[-1] > before[-1])
        values = {"mark": prose[at]}
        if prose[at + 1 : at + 2] in _HIGH and prose[at + 2 : at + 3].strip(' )”"\n'):
            continue  # opens: '!x' and '?'
        if open_before and at > block.start and prose[at - 1] in _BLANK and prose[at] != "‘":
            yield Hit(at - 1, at + 1, "single", values, ((Edit(at - 1, at, ""),),))
            continue
        padded_word = prose[at + 1 : at + 2] in _BLANK and prose[at + 2 : at + 3].isalpha()
        if open_before or closed or prose[at] == "’" or not padded_word:
            continue
        if _SINGLE_CLOSES.search(prose, at + 2, high):
            yield Hit(at, at + 2, "single", values, ((Edit(at + 1, at + 2, ""),),))


def _known(word: str) -> bool:
    return word in ("a", "I") or (len(word) > 1 and is_word(word.lower()))
