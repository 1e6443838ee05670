"""Where a lost quotation mark stood, as far as that is certain."""

from __future__ import annotations

from newslint.document.reporting import CLAUSE, SAID, WRITER_SPEAKS
from newslint.lazy import lazy
from newslint.lexicon.saying import SAYING_PATTERN

_SENTENCE = lazy(r"""[.!?…]["”’')\]]*\s+(?=["“‘'(\[]*[A-Z0-9$£€])""")
_WORD_BEFORE = lazy(r"\w ?[\"“„‟'`’‘]{1,2}$")
_GLUED = lazy(r"[.!?,][\"„‟]$")  # a mark right behind a stop may have closed what came before
# No reporting clause: "said the order had failed", "said no", "I have stressed", "a crisis that continues", "told the
# board", "he continues to fail", "a rise in jobless claims".
_TELLS = lazy(
    r"(?:I|[Ww]e|[Yy]ou) |said (?:no|yes|so|little|nothing)\b|an? (?:[\w'’-]+ ){1,5}?(?:that|which) |told "
    r"|(?:[\w.'’&-]+ ){0,8}?(?:continue[sd]?|claim(?:s|ed)|add(?:s|ed)|admit(?:s|ted)|respond(?:s|ed)) to\b"
    r"|an? (?:[\w'’-]+ ){2,6}?claims\b"
    r"|\w+ (?:(?:to [\w.]+ )?that\b|(?:[\w'’-]+ ){1,5}?"
    r"(?:that|would|will|had|has|have|was|were|is|are|could|can|should|may|might|must)\b)"
)
_ENDS = lazy(r"[.!?…]['’)\]]*$")
# What begins a sentence of the writer, or of a speaker who speaks on: "Late last year, the firm asked for help".
_ADVERBIAL = lazy(
    r"(?:Actually|After|Again|At|Before|By|Despite|During|Earlier|Finally|For|Furthermore|However|In|Indeed|Instead|Just"
    r"|Last|Late|Later|Meanwhile|Moreover|Now|On|Over|Recently|Since|Some|Still|This|Today|Tonight|Until|Well|Yesterday)\b"
)
_MOST_ADVERBIAL = 7  # words
_LONG = 230  # code points of a paragraph in which a quotation may have ended before
# A clause that nothing follows, or one with a pronoun or the verb in front, is the writer's whatever it stands behind.
_CLOSED = lazy(rf"(?:he|she|they|it) |{SAYING_PATTERN} |[^.?!;:\n]{{0,120}}\b{SAYING_PATTERN}(?=[.,;]|\s*$|\n)")
_SPEECH = lazy(
    r"(?:\b(?:I|[Ww]e|[Mm]e|[Uu]s|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our|must|should|need)\b|n['’]t\b|['’](?:re|ve|ll|m)\b)"
)


def place_of_close(
    prose: str, start: int, end: int, paragraph: int | None = None, *, outside: bool = False
) -> tuple[int | None, bool]:
    """Where the closing mark of a quotation that opens before `start` was lost, and whether a reporting clause says so.

    It stood before the one reporting clause ("We won, he said.") unless the mark opens some words of a sentence (called
    it "a mess, he said: how many is anybody's guess), or, if `paragraph` (the offset at which it begins) is given, at
    the end of a paragraph that the quotation fills from its opening mark on in full sentences. `outside`: the article
    puts commas behind closing marks.
    """
    found = list(SAID.finditer(prose, start, end))
    if _GLUED.search(prose, max(0, start - 3), start) or any(_TELLS.match(prose, one.end("end") + 1) for one in found):
        return None, True
    if found and _WORD_BEFORE.search(prose, max(0, start - 4), start):
        return None, True
    if found and _speaks_on(prose, start, found[0].start("end"), found[0].end("end") + 1):
        return None, True
    if found:
        place = found[0].start("end") if outside and found[0]["end"] == "," else found[0].end("end")
        return (place, True) if len(found) == 1 else (None, True)
    if paragraph is None or WRITER_SPEAKS.search(prose, start, end):
        return None, False
    text = prose[start:end].rstrip()
    before = prose[paragraph : start - 1].rstrip()
    full = text[:1].isupper() and _ENDS.search(text) and (not before or before[-1] in ":.!?") and not _runs_on(text)
    return (start + len(text), False) if full else (None, False)


def _speaks_on(prose: str, start: int, end: int, clause: int) -> bool:
    """Whether no more than "Late last year" stands in the sentence up to `end`, and what follows may be said too."""
    text = prose[start:end]
    begin = max((match.end() for match in _SENTENCE.finditer(text)), default=0)
    words = text[begin:].split()
    return len(words) <= _MOST_ADVERBIAL and bool(_ADVERBIAL.match(text, begin)) and not _CLOSED.match(prose, clause)


def _runs_on(text: str) -> bool:
    """Whether the last of three and more long sentences has nothing of speech, so that the writer may speak there."""
    begins = [match.end() for match in _SENTENCE.finditer(text)]
    return len(text) > _LONG and len(begins) > 1 and _SPEECH.search(text, begins[-1]) is None


def place_of_open(prose: str, paragraph: int, low: int, start: int, end: int) -> int | None:
    """Where the opening mark was lost of a quotation that the mark `[start, end)` closes.

    `paragraph` is where its paragraph begins, `low` where the marks before it end.
    """
    before = prose[low:start]
    last = before.rstrip()[-1:]
    said = last in {",", "?", "!"} and CLAUSE.match(prose, end + 1)
    starts = [low + match.end() for match in _SENTENCE.finditer(before)]
    if low == paragraph:
        starts.insert(0, low + len(before) - len(before.lstrip()))
    colon = before.rfind(": ")
    if colon >= 0 and before[colon + 2 : colon + 3].isupper() and not said and last in {".", "!", "?"}:
        return low + colon + 2
    if said and len(starts) == 1 and prose[starts[0]].isupper():
        return starts[0]
    return None
