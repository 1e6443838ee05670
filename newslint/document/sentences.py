"""Where sentences begin and end, with news abbreviations known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.document.blocks import Block
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, abbreviations, titles, word_set
from newslint.lexicon.saying import REPORTING_PATTERN

OPENERS = "\"“‘'«(["

#: Searched for up to a word: whether it may be the first of a sentence, behind a mark or at the start of the text.
BEFORE_FIRST = lazy(r"(?:^|[.!?:;…—–\n\"“”'‘’(\[•])[ \t\xa0]*$")
# The start of each run of stops is pinned; closers are part of one match only, so the scan is linear.
_STOP = lazy(r"""(?<![.!?…])[.!?…]+(?P<close>["”’'»)\]*_]*)(?P<gap>\s+)""")
_WORD = lazy(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 40  # code points of the word before a stop that are looked at

# Names that end in a mark of their own: "Yahoo! shares fell".
_MARKED = word_set("yahoo jeopardy oklahoma jeb wham panic airplane moulin hello oliver e mia")

_INITIALS = lazy(r"(?:[A-Z]\.-?)*[A-Z]")
_SINGLE = lazy(r"[^\W\d_]")
_CLOCK = word_set("a.m. p.m. am. pm.")
_AFTER_CLOCK = word_set("""
    monday tuesday wednesday thursday friday saturday sunday mon tues wed thurs fri sat sun et est edt ct cst cdt mt
    mst mdt pt pst pdt gmt bst cet cest utc ist aest aedt eastern central mountain pacific
""")
_MONTHS = word_set("january february march april june july august september october november december")
# Function words, capitalised, that after an abbreviation begin a sentence; as parts of names these would mislead.
_NO_STARTERS = word_set("an may will us of more over one down")
_STARTERS = (FUNCTION_WORDS | word_set("meanwhile today yesterday last also according even")) - _NO_STARTERS
# Abbreviations that stand before the word they belong to, as titles do: "No. 10", "vs. Ireland", "Mt. Baker".
_BEFORE = word_set("""
    vs. v. Vs. Mt. Ft. St. Ste. art. Art. Sec. sec. ca. e.g. i.e. E.g. I.e. cf. Cf. viz. approx. Op. op. Ave. Blvd.
    Cmdr. Pres. Hon. Bros. ed. eds. Dept. dept. al.
""")
_NUMBERED = word_set("No. no. Nos. nos. Fig. fig. Vol. vol. p. pp. c. b. d. m. r. ch. Ch. n.")  # before digits
_REPORTING = lazy(
    rf"(?:I|(?:[A-Z][\w.'’-]*\s+){{0,3}}[A-Z][\w.'’-]*)\s+"
    rf"{REPORTING_PATTERN}\b"
)
_LISTED = lazy(r"\s*[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})$")


class Stop(NamedTuple):
    """A run of full stops or marks with white space behind it.

    `word`: what stands before it without opening marks; `marks`: the run; `closed`: offset behind the run and its
    closing marks; `next`: offset of what follows the white space; `letter`: offset of its first letter or digit,
    opening marks passed.
    """

    start: int
    word: str
    marks: str
    closed: int
    next: int
    letter: int


def stops(prose: str, start: int, end: int) -> Iterator[Stop]:
    """The stops inside `prose[start:end]` behind which something follows."""
    for match in _STOP.finditer(prose, start, end):
        at = following = match.end()
        if at >= end:
            return
        while at < end and prose[at] in OPENERS and at < following + 4:
            at += 1
        first = match.start()
        low = max(start, first - _LONGEST)
        word = prose[low:first].rpartition("\n")[2].split(" ")[-1].lstrip(OPENERS + "—–*_")
        marks = prose[first : match.start("close")]
        yield Stop(first, word, marks, match.end("close"), following, min(at, end - 1))


def find_sentences(prose: str, blocks: Sequence[Block]) -> Sequence[tuple[int, int]]:
    """Spans of sentences in order, surrounding white space left out; none crosses a block."""
    out = []
    for block in blocks:
        start = block.start
        for stop in stops(prose, block.start, block.end):
            if ends_sentence(prose, stop, block.start):
                out.append((start, stop.closed))
                start = stop.next
        out.append((start, block.end))
    return out


def ends_sentence(prose: str, stop: Stop, begin: int) -> bool:
    """Whether a stop ends a sentence; `begin` is the offset at which its block starts."""
    first = prose[stop.letter]
    match = _WORD.match(prose, stop.letter)
    word = match[0] if match else ""
    if first.islower() and word == word.lower():  # not “eBay”
        bracket = prose[stop.next] in "([" and stop.marks == "." and stop.closed == stop.start + 1
        return bracket and not is_abbreviation(stop.word)
    closed = stop.closed > stop.start + len(stop.marks)
    if stop.marks != ".":
        return _mark_ends(prose, stop, word, closed)
    if closed and prose[stop.closed - 1] in "\"”’'":
        return _REPORTING.match(prose, stop.next) is None or stop.next < stop.letter
    if stop.start - begin <= 4 and _LISTED.fullmatch(prose, begin, stop.start):
        return False  # "1. Wash the rice."
    if first.isdigit() and stop.word + "." in _NUMBERED:
        return False
    if stop.word == "I" and prose[max(begin, stop.start - 3) : stop.start - 2].islower():
        return True  # "he and I. So"
    return (not closed and not is_abbreviation(stop.word)) or _ends_anyway(prose, stop, word, closed)


def is_abbreviation(word: str) -> bool:
    """Whether a word that has a full stop behind it (not given) is an abbreviation or an initial."""
    whole = word + "."
    if whole in abbreviations() or _INITIALS.fullmatch(word) or whole in _BEFORE:
        return True
    tail = word.rpartition("-")[2].rpartition("/")[2].rpartition("—")[2]
    return tail != word and (tail + ".") in abbreviations()


_FIRST = lazy(
    r"""(?<![\w.&'’-])(?P<word>[\w.&'’-]*)(?P<stop>[.!?])(?P<close>["”’')\]]*)\s+(?=["“‘'(]*(?P<first>[^\W\d_]\w?))"""
)


def first_letters(text: str) -> list[str]:
    """The first letters, two at most, behind stops that may end a sentence: whether a text uses capitals at all.

    Small letters behind an abbreviation, an ellipsis or a quotation ("Who?" he asked) begin none.
    """
    out = []
    for match in _FIRST.finditer(text):
        word, stop = match["word"], match["stop"]
        small = match["first"][0].islower()
        if not (small and (match["close"] or (stop == "." and (word.endswith((".", "…")) or is_abbreviation(word))))):
            out.append(match["first"])
    return out


def _mark_ends(prose: str, stop: Stop, word: str, closed: bool) -> bool:
    """A run of marks other than one full stop, before a capital, a digit or a sign."""
    if closed and prose[stop.closed - 1] in "\"”’'" and stop.next == stop.letter:
        return _REPORTING.match(prose, stop.next) is None
    if stop.marks == "!" and stop.word.casefold() in _MARKED and not closed:
        return word.casefold() in _STARTERS
    return stop.word != "" or stop.marks[0] not in ".…"


def _ends_anyway(prose: str, stop: Stop, word: str, closed: bool) -> bool:
    """Whether a sentence ends at an abbreviation, judged by the word that follows."""
    whole = stop.word + "."
    if closed:
        return bool(word) or prose[stop.letter] in "$£€#@"
    folded = word.casefold()
    if whole in titles() or whole in _BEFORE:
        return False
    if word[:1].isdigit() or not word:
        return not word and stop.next < stop.letter and whole in ("etc.", "U.S.", "Inc.")
    if whole in _CLOCK or whole == "etc.":
        return folded not in _AFTER_CLOCK and folded not in _MONTHS
    if _SINGLE.fullmatch(stop.word):
        return folded in _STARTERS and folded not in ("he", "few", "her", "do", "can", "so")
    return folded in _STARTERS
