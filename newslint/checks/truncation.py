"""Articles that stop in mid-sentence, or at the cut of a feed: "… [+2361 chars]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.lexicon import FUNCTION_WORDS, common_words
from newslint.model import Edit, Hit
from newslint.rule import Options

# Words that no sentence ends with, unless it is cut.
_NEVER_LAST = (
    frozenset(
        """a an the and or but nor because although unless whether than if my your our their its whose every
    would could should must may might will shall cannot was were am are been has have had does did
    of from into onto upon toward towards at with by for as to between among against during despite""".split()  # noqa: SIM905
    )
    & FUNCTION_WORDS
)
_LAST_WORD = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)*)[,;–—-]?\s*\Z")
_SENTENCE = re.compile(r"[a-z][.!?][\"”’')]*\s+[\"“‘'(]?[A-Z]")
_MORE = r"(?:[Rr]ead [Mm]ore|READ MORE|[Cc]ontinue [Rr]eading)[^\n]{0,30}"
_MARK = re.compile(
    r"(?:(?P<count>\[(?:\+ ?)?\d+ (?:more )?(?:chars|characters|words)\])"
    rf"|(?P<dots>(?:\[(?:…|\.{{3}})\]|\((?:…|\.{{3}})\))(?:\s*{_MORE})?)"
    rf"|(?:…|\.{{3}}|(?<=[a-z,;]))\s*(?P<more>{_MORE}))\s*\Z"
)
_LEAST_CUT = 45
_LEAST = 90  # code points of a paragraph that is no heading, caption or entry of a list


def cut(document: Document, options: Options) -> Iterator[Hit]:
    """A last paragraph that ends without a mark, in mid-sentence."""
    prose = document.prose
    found = _MARK.search(prose, max(0, len(prose) - 300))
    if found:
        name = found.lastgroup or "more"
        start, end = found.span(name)
        begin = start
        while begin and prose[begin - 1] in " \t":
            begin -= 1
        yield Hit(start, end, "mark", {"word": found[name]}, ((Edit(begin, end, ""),),))
        return
    blocks = document.blocks
    if not blocks:
        return
    block = blocks[-1]
    text = prose[block.start : block.end]
    last = _LAST_WORD.search(text[-60:])
    if last is None or block.kind != "paragraph":
        return
    word = last[1]
    at = block.end - len(text[-60:]) + last.start(1)
    if not word.islower() or not prose[at - 1].isspace():
        return  # a name, an address
    if word in _NEVER_LAST and len(text) >= _LEAST_CUT:
        yield Hit(at, at + len(word), "word", {"word": word})
    elif len(text) >= _LEAST and len(blocks) > 1 and word in common_words() and _SENTENCE.search(text):
        yield Hit(at, at + len(word), "open", {"word": word})
