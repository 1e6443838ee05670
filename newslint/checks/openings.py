"""Paragraphs whose first letters a scraper dropped, with the initial or the link they stood in: "urnout was 21 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from newslint.document import Block, Document
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, abbreviations, common_words, proper_names
from newslint.model import Hit
from newslint.rule import Options

_FIRST = lazy(r"[ \t]*+(?P<token>[a-z][^\W_]*(?:['’-][^\W_]+)*)(?P<next> [^\W\d_]+)?")
_MAY_BE_SMALL = frozenset(" \t" + ascii_lowercase)
_ENDS = lazy(r"""[.!?…]["”’')\]]*\s*$""")
# With these a sentence in small letters may well begin: a slip of the typist, which the case rules know.
_MAY_BEGIN = FUNCTION_WORDS - frozenset(
    """am are been being could did does had has have is may might must shall should was were will would not than or
    onto themselves himself herself itself can cannot""".split()  # noqa: SIM905
)
_PARTICLES = frozenset(
    """de da di du del della der den des van von vom zu zur al el bin ibn la le les ten ter y e i a iphone http https
    www""".split()  # noqa: SIM905
)
_FINITE = frozenset(
    """is are was were has had have will would can could may might must should said says told does did of makes made
    comes came takes took moves shows showed goes went gives gave points added adds also""".split()  # noqa: SIM905
)
# Nouns that begin a sentence without an article, so that only the capital need be missing.
_PLURALS = frozenset("police staff people men women children families media data demand inflation".split())  # noqa: SIM905
_STYLED, _DOMAIN = lazy(r"[a-z]{1,3}[A-Z]"), lazy(r"\.\w")
_LABEL = lazy(r"see also|[a-z](?:[a-z]*-[a-z]+)? [A-Z]")
_NUMERAL = lazy(r"x{0,3}(?:ix|iv|v?i{0,3})")
_LEAST_BLOCKS = 2
_LONGEST_HEADING, _LEAST_PARAGRAPH = 100, 80  # code points
_LEAST_FRAGMENTS = 2  # so many paragraphs without their first letters, and a whole word is no typist's slip either


class _Start(NamedTuple):
    """A paragraph that begins with a small letter. `fragment`: its first token is no word."""

    start: int
    end: int
    token: str
    following: str
    fragment: bool
    behind_stop: bool


def lost(document: Document, options: Options) -> Iterator[Hit]:
    """Paragraphs that begin in mid-word, or with a word that cannot begin a sentence."""
    prose, blocks = document.prose, document.blocks
    small = [i for i, block in enumerate(blocks) if prose[block.start] in _MAY_BE_SMALL]
    if not small or (document.format == "text" and any(prose.find("\n", b.start, b.end) >= 0 for b in blocks)):
        return  # none, or lines are broken for width
    starts = list(_starts(prose, blocks, small))
    if not starts or _broken(prose, len(starts)):
        return
    fragments = sum(start.fragment for start in starts)
    for start in starts:
        whole = start.behind_stop and not start.fragment and _lacks_start(start, fragments)
        if start.fragment or whole:
            yield Hit(start.start, start.end, "word" if whole else "", {"token": start.token})


def _starts(prose: str, blocks: Sequence[Block], small: Sequence[int]) -> Iterator[_Start]:
    for i in small:
        block = blocks[i]
        found = _FIRST.match(prose, block.start, block.end) if block.kind == "paragraph" else None
        if found and _is_copy(prose, found, block):
            before = blocks[i - 1] if i else None
            if before is None and len(blocks) < _LEAST_BLOCKS:
                break  # a line by itself, not an article
            last = "" if before is None else prose[max(before.start, before.end - 40) : before.end]
            token = found["token"]
            fragment = _is_fragment(token)
            if not last or _ends_sentence(last) or (fragment and _is_heading(prose, before, block)):
                following = (found["next"] or "").strip().lower()
                yield _Start(*found.span("token"), token, following, fragment, bool(last))


def _ends_sentence(text: str) -> bool:
    found = _ENDS.search(text)
    return found is not None and text[: found.end()].split()[-1] not in abbreviations()


def _is_heading(prose: str, before: Block | None, block: Block) -> bool:
    """Whether the block before is a headline or a subhead of this one, by its length and its first letter."""
    if before is None or before.end - before.start > _LONGEST_HEADING or block.end - block.start < _LEAST_PARAGRAPH:
        return False
    text = prose[before.start : before.end].strip()
    return not text[:1].islower() and text[-1:] not in tuple(",;:-–—0123456789")


def _is_copy(prose: str, found: re.Match[str], block: Block) -> bool:
    """Whether a start belongs to a sentence: not to an address, a name written so, a label or a short line."""
    token, (start, end) = found["token"], found.span("token")
    if token.lower() in _PARTICLES or token in proper_names() or _STYLED.match(token):
        return False
    if prose[end : end + 1] in ("@", "/", "_", ":", "(") or _DOMAIN.match(prose, end):
        return False
    if _NUMERAL.fullmatch(token) or _LABEL.match(prose, start, start + 40):
        return False  # "iii Roe, A. (2004)", and a bullet that was read as a letter: "l Top secret files"
    if token != token.lower() and f" {token}" in prose:
        return False  # a name that is written so: "wikiHow"
    return block.end - start >= 25 and " " in prose[end : block.end]


def _is_fragment(token: str) -> bool:
    low = token.replace("’", "'").lower()
    words = common_words()
    if low in words or (low.removesuffix("'s") in words and len(low) > 3):
        return False
    if "-" in low:
        return _is_fragment(low.split("-")[0])
    return True


def _lacks_start(start: _Start, fragments: int) -> bool:
    """Whether a whole word in front cannot begin its sentence: "was announced", "report said", "group's licence"."""
    token = start.token.replace("’", "'")
    if fragments >= _LEAST_FRAGMENTS:
        return True
    if token in _MAY_BEGIN:
        return False
    if token in FUNCTION_WORDS:
        return True  # "would also try"
    if fragments:
        return True
    if token.endswith("'s"):
        return True
    following = start.following
    verb = following in _FINITE or (following.endswith("s") and following[:-1] in common_words())
    if token.endswith("ly"):
        return verb or following.endswith("ed")
    return verb and token not in _PLURALS and (not token.endswith("s") or token.endswith("ss"))


def _broken(prose: str, starts: int) -> bool:
    """Whether lines end in mid-sentence all over the text, so that a small letter at a start says nothing."""
    lines = prose.count("\n")
    return starts > 4 and starts > lines * 0.6
