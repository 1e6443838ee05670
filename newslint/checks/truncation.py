"""Articles that stop in mid-sentence, or at the cut of a feed: "… [+2361 chars]"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.document import Block, Document
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

# Words that no sentence ends with, unless it is cut.
_NEVER_LAST = (
    word_set("""a an the and or but nor because although unless whether than if my your our their its whose every
    would could should must may might will shall cannot was were am are been has have had does did
    of from into onto upon toward towards at with by for as to between among against during despite""")
    & FUNCTION_WORDS
)
_LAST_WORD = lazy(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)(?:[,;–—-][\"”]?)?\s*\Z")
_NOTE = lazy(
    r"^(?:More|Read more|Related|Watch|READ MORE|MORE|RELATED):"
    r"|@|https?:|www\.|[Cc]opyright|©|[Ff]ollow |[Cc]ontact|(?:[Ee]dit|[Rr]eport)(?:ed|ing) by|[Ss]ource:|\|"
    r"|[—–-] ?[A-Z][^.!?\n]{2,60}\Z"
)
_SENTENCE = lazy(r"\w[.!?][\"”’')]*\s+[\"“‘'(]?[A-Z]")
_MORE = r"(?:[Rr]ead [Mm]ore|READ MORE|[Cc]ontinue [Rr]eading)(?: here| the (?:story|article|full story))?[.…»→:]*"
_MARK = lazy(
    r"(?:(?P<count>\[(?:\+ ?)?\d+ (?:more )?(?:chars|characters|words)\])"
    rf"|(?P<dots>(?:\[(?:…|\.{{3}})\]|\((?:…|\.{{3}})\))(?:\s*{_MORE})?)"
    rf"|(?:…|\.{{3}}|(?<=[a-z,;]))[ \t]*(?P<more>{_MORE}))\s*\Z"
)
# Writers end with dots as well, but set them to the word; feeds put a space before them, or leave a word that leans.
_DOTS = lazy(r"(?P<word>[a-z]+)(?P<gap>[ \t]+)?(?P<mark>…|\.{3})\s*\Z")
_LEAST_CUT = 45
_STOP = lazy(r"[.!?…:;\"”’')\]]\s*$")
_CLOSINGS = word_set("Sincerely Regards Respectfully Yours")
_SIGNED = lazy(r"[.!?][\"”’')]* [A-Z]\w+\s*\Z")
_LOOK_BACK = 30  # paragraphs
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
    found = _DOTS.search(prose, max(0, len(prose) - 40))
    blocks = document.blocks
    if not blocks:
        return
    block = blocks[-1]
    if found:
        sure = found["word"] in _NEVER_LAST or (found["gap"] and block.end - block.start >= _LEAST_CUT)
        if sure and block.kind == "paragraph" and len(blocks) > 1:
            start, end = found.span("mark")
            yield Hit(start, end, "mark", {"word": found["mark"]}, ((Edit(found.end("word"), end, ""),),))
        return
    text = prose[block.start : block.end]
    last = _LAST_WORD.search(text[-60:])
    if last is None or block.kind != "paragraph":
        return
    word = last[1]
    at = block.end - len(text[-60:]) + last.start(1)
    if word.isupper() or word in _CLOSINGS or "  " in text.strip():
        return
    if _SIGNED.search(text) and word not in _NEVER_LAST:
        return  # "… he said. Xinhua": an agency signs
    if not prose[at - 1].isspace() and prose[at - 1] not in "\"“‘'(":
        return  # an address, a hyphened word
    if word in _NEVER_LAST and (len(text) >= _LEAST_CUT or (" " in text and _others_end(prose, blocks))):
        yield Hit(at, at + len(word), "word", {"word": word})
    elif (
        len(text) >= _LEAST
        and len(blocks) > 1
        and _STOP.search(prose, blocks[-2].end - 5, blocks[-2].end)
        and not _NOTE.search(text)
        and (_SENTENCE.search(text) or _others_end(prose, blocks))
    ):
        yield Hit(at, at + len(word), "open" if word.islower() else "name", {"word": word})


def _others_end(prose: str, blocks: Sequence[Block]) -> bool:
    """Whether the paragraphs before the last one all end their sentences, headings left out."""
    long = [block for block in blocks[-_LOOK_BACK:-1] if block.end - block.start >= _LEAST]
    return len(long) > 2 and all(_STOP.search(prose, block.end - 5, block.end) for block in long)
