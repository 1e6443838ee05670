"""Paragraphs whose first letters a scraper dropped, with the initial or the link they stood in: "urnout was 21 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from newslint.document import Block, Document
from newslint.document.split_blocks import split_blocks
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, abbreviations, common_words, proper_names, word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

_FIRST = lazy(r"[ \t]*+(?P<token>[a-z][^\W_]*(?:['’-][^\W_]+)*)(?P<next> [^\W\d_]+)?")
_MAY_BE_SMALL = frozenset(" \t" + ascii_lowercase)
_ENDS = lazy(r"""[.!?…]["”’')\]]*\s*$""")
# With these a sentence in small letters may well begin: a slip of the typist, which the case rules know.
_MAY_BEGIN = FUNCTION_WORDS - word_set(
    """
    am are been being could did does had has have is may might must shall should was were will would not than or
    onto themselves himself herself itself can cannot me us him them
    """
)
_PARTICLES = word_set(
    """
    de da di du del della der den des van von vom zu zur al el bin ibn la le les ten ter y e i a i-d iphone http
    https www adidas asos bell blink danah deadmau fka ghd giffgaff flydubai fubotv lululemon npower thredup
    wagamama
    """
)
_FINITE = word_set(
    """
    is are was were has had have will would can could may might must should said says told does did of makes
    made comes came takes took moves shows showed goes went gives gave points added adds also
    """
)
_PAST = word_set("won took led gave became went came lost held fought began")
_DETERMINERS = word_set("a an the his her its their this that these those")
# Nouns that begin a sentence without an article, so that only the capital need be missing.
_PLURALS = word_set("police staff people men women children families media data demand inflation")
_STYLED, _DOMAIN = lazy(r"([a-z]+)[A-Z]\w*"), lazy(r"\.\w")
# "iii Roe, A. (2004)" is numbered, "l Top secret files" has a bullet that was read as a letter.
_LABEL = lazy(r"see also|toggle caption|[a-elnoquvxy] [A-Z]")
_LABEL_WORD = lazy(r"[a-z]+-[a-z]+ [A-Z]")
_NUMERAL = lazy(r"x{0,3}(?:ix|iv|v?i{0,3})")
_CAPITAL = lazy(r"(?<=[\w,.] )[A-Z][a-z]")
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
    """Paragraphs that begin in mid-word, in mid-sentence, or with a word that cannot begin a sentence."""
    prose, blocks = document.prose, document.blocks
    small = [i for i, block in enumerate(blocks) if prose[block.start] in _MAY_BE_SMALL]
    if not small or (document.format == "text" and any(prose.find("\n", b.start, b.end) >= 0 for b in blocks)):
        return  # none, or lines are broken for width
    starts = list(_starts(prose, blocks, small))
    for end, behind, joins in split_blocks(prose, blocks, small):
        token = prose[behind : prose.find(" ", behind)].rstrip(',.;:!?”"’')
        # Where others have lost their start, so may this one, and behind what may be a label.
        fixes = ((Edit(end, behind, " "),),) if joins and not starts else ()
        yield Hit(behind, behind + len(token), "split", {"token": token}, fixes)
    if not starts or _in_small_letters(prose, len(starts)):
        return
    # A small letter behind no stop as well may be an item of a list that has no marks.
    openings = (_FIRST.match(prose, blocks[i].start) for i in small if blocks[i].kind == "paragraph")
    listed = len(starts) < sum(match is not None for match in openings)
    # Words that cannot begin a sentence tell of a scraper as fragments do: where there are several, none is a slip.
    sure = sum(start.fragment or (start.behind_stop and _lacks_start(start, 0, listed)) for start in starts)
    if not sure and len(starts) > 1 and not listed:
        sure = sum(start.behind_stop and start.token not in _MAY_BEGIN for start in starts) // 2
    for start in starts:
        whole = start.behind_stop and not start.fragment and _lacks_start(start, sure, listed)
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
    if token.lower() in _PARTICLES or token in proper_names():
        return False
    name = _STYLED.match(token)
    if name and (len(name[1]) < 4 or name[1] in common_words()) and not re.search(rf"\b[A-Z]\w*{name[0]}", prose):
        return False  # "iPhone", "easyJet"; but "kTok" is the rest of the TikTok that stands elsewhere
    if prose.startswith(" & ", end) and prose[end + 3 : end + 4].islower():
        return False  # "hims & hers"
    if prose[end : end + 1] in ("@", "/", "_", ":", "(") or _DOMAIN.match(prose, end):
        return False
    if _LABEL.match(prose, start) or (
        _LABEL_WORD.match(prose, start) and not _ends_sentence(prose[block.end - 10 : block.end])
    ):
        return False
    if _NUMERAL.fullmatch(token) and not (token == "x" and (found["next"] or "").islower()):
        return False  # but "x office hit" had a box
    if token != token.lower() and f" {token}" in prose:
        return False  # a name that is written so: "wikiHow"
    if _is_fragment(token) and _stands_elsewhere(prose, token):
        return False
    return block.end - start >= 25 and " " in prose[end : block.end]


def _is_fragment(token: str) -> bool:
    low = token.replace("’", "'").lower()
    words = common_words()
    if low in words or (low.removesuffix("'s") in words and len(low) > 3):
        return False
    if "-" in low:
        return _is_fragment(low.split("-")[0])
    return True


def _stands_elsewhere(prose: str, token: str) -> bool:
    """Whether the article has the token in mid-sentence too: a rare word, or a name that is written small."""
    if len(token) <= 3:
        return False
    word = f" {token}"  # no pattern: to compile one for each token takes longer than all the rest
    at = prose.find(word, 1)
    while at > 0:
        before, after = prose[at - 1], prose[at + len(word) : at + len(word) + 1]
        if (before.isalnum() or before in "_,") and not (after.isalnum() or after == "_"):
            return True
        at = prose.find(word, at + 1)
    return False


def _lacks_start(start: _Start, others: int, listed: bool) -> bool:
    """Whether a whole word in front cannot begin its sentence: "was announced", "report said", "group's licence".

    `others`: how many paragraphs of the article have certainly lost their start. `listed`: it may have items.
    """
    token = start.token.replace("’", "'")
    if others >= _LEAST_FRAGMENTS:
        return True
    if token in _MAY_BEGIN:
        return False
    if token in FUNCTION_WORDS:
        return True  # "would also try"
    if others:
        return True
    if token.endswith("'s"):
        return True
    following = start.following
    if token in _PAST or (token.endswith("ed") and following in _DETERMINERS):
        return True  # "won the triple jump"
    # "union wants" lacks its start, "attract firms" is an item.
    verb = following in _FINITE or (not listed and following.endswith("s") and following[:-1] in common_words())
    if token.endswith("ly"):
        return verb or following.endswith("ed")
    return verb and token not in _PLURALS and (not token.endswith("s") or token.endswith("ss"))


def _in_small_letters(prose: str, starts: int) -> bool:
    """Whether the text does without capitals altogether, as some verse and chats do."""
    return starts > 4 and starts > prose.count("\n") * 0.6 and len(_CAPITAL.findall(prose)) < starts
