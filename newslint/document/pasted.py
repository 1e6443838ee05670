"""Copies that stand far from each other: pasted twice, or repeated on purpose.

A pull quote, an embedded post, a live page, a letter that the article has quoted before, entries of a list and
captions repeat what the text says; they show it by their surroundings or their form, and are left alone here. What was
pasted twice by mistake is a plain piece of the body with nothing in common around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newslint.document.blocks import Block
from newslint.document.lines import line_near
from newslint.lazy import lazy
from newslint.lexicon.saying import REPORTING_PATTERN

_LIVE = lazy(
    r"(?im)^(?:_{3,}\.?|(?:updated |posted )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|GMT|BST|E[SD]?T)?\b.{0,25}"
    r"|\d{1,2} [ap]\.m\..{0,20}"
    r"|[QA][.:] ?.{0,400}|[A-Z]{3,}(?: [A-Z]+)?: .{0,400})$"
)
_LEAST_LIVE = 3  # lines that make a live page, an interview or a transcript
_POST = lazy(r"\(@\w+\)|https?://t\.co/|pic\.twitter\.com|#\w{3,}.* pic\.")
_PAGE = lazy(
    r"(?im)^(?:advertisement|story continues below.{0,20}|hide caption.*)$|\b(?:toggle|hide|image|media) caption\b"
)
# A press release quotes, then shows, a letter, a speech or a statement.
_RELEASE = lazy(
    r"(?m)^[ \t]*(?:#(?: ?#)+|-30-|-end-|Dear [A-Z].*|Sincerely.*|ABSTRACT\.?|Contact:.*)[ \t]*$"
    r"|(?i:\bfull (?:text|statement|letter|remarks)"
    r"|\b(?:text|copy) of (?:the|his|her|their) (?:letter|speech|statement|remarks)"
    r"|\b(?:statement|letter|remarks|speech|testimony)\b.{0,40}\b(?:below|follows?)\b"
    r"|\bprepared (?:for delivery|remarks)|\bas delivered\b)"
)
_ABSTRACT = lazy(r"(?im)(?:abstract|summary)[.:]?[ \t]*$")
_PERSON = lazy(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|[Yy]ou|[Yy]our|I['’](?:m|ve|d|ll)|[Ww]e['’](?:re|ve|d|ll))\b")
_SAID = lazy(rf"\b{REPORTING_PATTERN}\b")
_SAYS_WITHIN, _SAYS_BEHIND = 320, 106  # code points before and behind a sentence in which its author may be named
_QUOTED = lazy(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_MARKS = "“\"‘'"
_LOWER = lazy(r"\b[a-z]{2,}")
_NOTE = lazy(
    r"(?i)(?:please|editor['’]?s['’]? note|notes?|corrections?|updated?|sources?|contact|for more|read more|watch"
    r"|listen|this (?:story|article|report|piece|post|poll)|the (?:survey|poll|study)|click|sign up|follow|subscribe)\b"
)
_STOP_INSIDE = lazy(r"[a-z0-9%)][.!?][”\"’']?[ \n]+[“\"]?[A-Z]")
_AROUND = 25  # letters beside a copy that tell whether its surroundings were copied as well
_LEAST_SENTENCE, _LEAST_NAMING = 57, 45  # code points; one that names something or somebody may be shorter
_NAMES = lazy(r"[a-z,] [“\"‘']?[A-Z][a-z]")
_SET_PHRASE = lazy(r"\b(?:comments?|respon(?:d|se)\w*|repl(?:y|ied)|reached|clear|available|contributed|according)\b")
_CAPTION = lazy(
    r"(?i)\b(?:toggle|hide|image|media|photo) (?:caption|illustration|by|credit)\b|[a-z] ?/ ?(?:AP|Getty|Reuters)\b"
    r"|\bGetty Images\b"
)
_SAME_WORDS = 0.35  # of the words before two copies; more: two entries of one form
_LEAD = 2  # index of the last block that may show a quotation, or sum up what a later paragraph begins with
_MOST_ARTICLE = 25_000  # code points; longer ones are pages of many parts


class Copy(NamedTuple):
    """One or more sentences in a row `[start, end)` that stand elsewhere as well, in the block of that index."""

    start: int
    end: int
    block: int
    quoted: bool


def repeats_itself(prose: str) -> bool:
    """Whether an article is a live page, an interview, a transcript, shows posts, or is a page of many parts."""
    return in_parts(prose) or _POST.search(prose) is not None


@lru_cache(maxsize=2)
def in_parts(prose: str) -> bool:
    """Whether an article is a live page, an interview, a transcript, or a page of many parts."""
    if len(prose) > _MOST_ARTICLE:
        return True
    return sum(1 for _ in zip(_LIVE.finditer(prose), range(_LEAST_LIVE), strict=False)) == _LEAST_LIVE


def pasted_paragraphs(prose: str, blocks: Sequence[Block], first: int, later: int, size: int) -> bool:
    """Whether `size` successive blocks from `later` on, copies of those from `first` on, were pasted by mistake."""
    text = prose[blocks[later].start : blocks[later + size - 1].end].strip()
    if text.endswith("?") or not (text[0].isupper() or text[0] in _MARKS) or _NOTE.match(text):
        return False
    if size >= 3:
        return True  # the whole article was scraped twice
    beside = [(first - 1, later - 1), (first + size, later + size)]
    near = [[_block(prose, blocks, i) for i in pair] for pair in beside]
    if any(_alike(one[-60:], other[-60:]) for one, other in near[:1]) or _alike(near[1][0][:60], near[1][1][:60]):
        return False
    opening = text.split()[:3]
    if any(other.split()[:3] == opening for pair in near for other in pair if other != text):
        return False  # entries of a list, captions
    outside = _QUOTED.sub(" ", text)
    quoted = len(outside) < len(text)
    goes_on = _goes_on(text)
    if quoted and _LOWER.search(outside) is None and not goes_on:
        return False
    personal = _PERSON.search(outside) is not None
    if _STOP_INSIDE.search(text) is None and (personal or _is_page(prose)):
        return False  # a pull quote
    shown = text[0] in _MARKS and not goes_on
    return first > _LEAD or not (personal or shown or (quoted and first == 0))


def _goes_on(text: str) -> bool:
    """Whether a paragraph ends inside a quotation: a piece of a speech of several paragraphs is no pull quote."""
    last = ""
    for quotation in _QUOTED.finditer(text):
        last = quotation[0]
    return text.endswith(last) and last[:1] in ("“", '"') and (len(last) == 1 or last[-1] not in '”"')


def pasted_sentences(prose: str, blocks: Sequence[Block], first: Copy, later: Copy) -> bool:
    """Whether a sentence, or several, were pasted by mistake; both copies stand among others in their paragraphs."""
    text = prose[later.start : later.end]
    if not _is_plain(text) or in_parts(prose) or any(_in_caption(prose, blocks, copy.block) for copy in (first, later)):
        return False
    if _is_shown(prose, text, first, later) or _ABSTRACT.match(prose, blocks[max(0, first.block - 1)].start):
        return False
    before = [prose[max(0, copy.start - 160) : copy.start] for copy in (first, later)]
    after = [prose[copy.end : copy.end + 60] for copy in (first, later)]
    if _alike(before[0][-60:], before[1][-60:]) or _alike(after[0], after[1], start=True):
        return False  # a letter that is quoted and then shown, a version of the article
    one, other = (set(_LOWER.findall(text)) for text in before)
    return len(one & other) < _SAME_WORDS * max(1, len(one | other))


def _is_shown(prose: str, text: str, first: Copy, later: Copy) -> bool:
    """Whether the lead sums up what the text says later, or a statement may be quoted and then shown."""
    opens = _opens(prose, later.start)
    if _PERSON.search(text) and (opens or _opens(prose, first.start)):
        return True
    if _is_release(prose):
        if opens or first.quoted or later.quoted or first.block == 0:
            return True
        if _is_said(prose, first) or (_PERSON.search(text) and _is_said(prose, later)):
            return True
    if first.block == 0:
        return _opens(prose, first.start)
    return first.block <= _LEAD and opens


def _is_plain(text: str) -> bool:
    """Whether sentences are running copy, too long or too particular to be a set phrase."""
    if text.endswith("?") or not text[0].isupper() or '"' in text or "“" in text or "”" in text or _NOTE.match(text):
        return False
    if len(text) >= _LEAST_SENTENCE:
        return True
    return len(text) >= _LEAST_NAMING and _NAMES.search(text) is not None and _SET_PHRASE.search(text) is None


def _in_caption(prose: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether a block holds the words of a caption, or stands right behind them."""
    start = blocks[max(0, index - 1)].start
    return _CAPTION.search(prose, start, blocks[index].end) is not None


def _opens(prose: str, start: int) -> bool:
    """Whether a sentence is the first of its paragraph."""
    return prose[max(0, start - 40) : start].rstrip(" ")[-1:] in ("", "\n")


def _is_said(prose: str, copy: Copy) -> bool:
    """Whether the paragraph says near a sentence that somebody says it."""
    start, end = copy.start, copy.end
    low, _ = line_near(prose, start, end, _SAYS_WITHIN)
    _, high = line_near(prose, start, end, _SAYS_BEHIND)
    return _SAID.search(prose, low, start) is not None or _SAID.search(prose, end, high) is not None


@lru_cache(maxsize=2)
def _is_page(prose: str) -> bool:
    """Whether furniture of a web page stands in the text, and so pull quotes may."""
    return _PAGE.search(prose) is not None


@lru_cache(maxsize=2)
def _is_release(prose: str) -> bool:
    return _RELEASE.search(prose) is not None


def _block(prose: str, blocks: Sequence[Block], index: int) -> str:
    return prose[blocks[index].start : blocks[index].end].strip() if 0 <= index < len(blocks) else ""


def _alike(one: str, other: str, *, start: bool = False) -> bool:
    """Whether texts end (or start) in the same letters, quotation marks and other signs apart."""
    ends = ["".join(char for char in text if char.isalpha()) for text in (one, other)]
    if start:
        return len(ends[0]) >= _AROUND <= len(ends[1]) and ends[0][:_AROUND] == ends[1][:_AROUND]
    return len(ends[0]) >= _AROUND <= len(ends[1]) and ends[0][-_AROUND:] == ends[1][-_AROUND:]
