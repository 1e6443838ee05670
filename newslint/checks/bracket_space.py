"""Space on the inner side of a bracket, or none on its outer side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.code_signs import in_code
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, is_word, word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

_BLANK = " \xa0\u2009\u202f"
_PAIRS = {"(": ")", "[": "]"}
_MOST_INSIDE = 300  # code points looked at for the partner
_FILLING = lazy(r"[ \xa0x✓✗.…_-]*")  # "( )", "[ ... ]", "[ x ]"


def inside(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """Hits for space on the inner side of a bracket ("( who", "said )"); a padded pair is one hit.

    And for none on the outer side ("Leeds(England)and"), or for one that slipped from there to the inner side.
    """
    if in_code(match.string, *match.span()):
        return
    if match["glued"]:
        yield from _glued(match)
    elif match.string[match.start()] in "([":
        yield from _opener(match, document)
    else:
        yield from _closer(match)


def _opener(match: re.Match[str], document: Document) -> Iterator[Hit]:
    prose, start, begin, mark = match.string, match.start(), match.end(), match["mark"]
    stop = _partner(prose, begin, mark)
    if stop is None or prose[begin] == "\ufffc" or _FILLING.fullmatch(prose, begin, stop):
        return  # a picture or code keeps its distance
    edits = [Edit(start + 1, begin, "")]
    end, case = begin, ""
    at = stop
    while at > begin and prose[at - 1] in _BLANK:
        at -= 1
    if at < stop:
        if mark == "[" and document.format in ("markdown", "html"):
            return  # who writes for the web pads notes, links and what is to be filled in: [ Ed. ]
        edits.append(Edit(at, stop, ""))
        end, case = stop + 1, "both"
    yield Hit(start, end, case, {"mark": mark}, (tuple(edits),))


def _closer(match: re.Match[str]) -> Iterator[Hit]:
    prose, start, end = match.string, match.start(), match.end()
    mark = prose[end - 1]
    opener = "(" if mark == ")" else "["
    low = max(prose.rfind("\n", 0, start) + 1, start - _MOST_INSIDE)
    at = prose.rfind(opener, low, start)
    if at < 0 or prose.rfind(mark, at, start) >= 0:
        return  # nothing is open: a smiley, a list mark
    if prose[at + 1] in _BLANK or _FILLING.fullmatch(prose, at + 1, start):
        return  # padded on both sides: reported at the opening bracket
    yield Hit(start, end, values={"mark": mark}, fixes=((Edit(start, end - 1, ""),),))


_WORD = lazy(r"[^\W\d_]+")
_WORD_BEFORE = lazy(r"(?<![\w@#$/.&=-])[^\W\d_]+(?:['’]s)?$")
_NUMERAL = lazy(r"[IVX]+")
_CAPTIONED = word_set("left right above below centre center middle front back pictured top inset")
_ARGUMENTS = lazy(r"[a-z]\w*(?:, [a-z]\w*)+")
_CODE = lazy(r"[\"'=;<>{}_]|\)\s*[{;]")


def _glued(match: re.Match[str]) -> Iterator[Hit]:
    """A letter right before an opening or behind a closing bracket: "Orr(Ohio) said", "Orr (Ohio)said"."""
    prose = match.string
    at = match.start("glued")
    blank = match["glued"].strip("()") != ""
    if prose[at] == "(":
        begin = match.end("glued")
        stop = _partner(prose, begin, "(")
        before = _WORD_BEFORE.search(prose, max(0, at - 30), at)
        if stop is None or before is None or len(before[0]) < 2 or _CODE.search(prose, begin, stop + 3):
            return
        held = prose[begin:stop]
        # candidate(s), print(x), Title II(A), iron(III), left(right): no word of its own; but Ash(left)
        if before[0].isupper() and held.isupper() and held.isalpha() and not is_word(before[0].lower()):
            return  # a word within a word: LENN(ON)
        captioned = held in _CAPTIONED and before[0].istitle()
        named = held[0].isupper() and not _NUMERAL.fullmatch(held)
        own = blank or captioned or (len(held) > 1 and (named or " " in held))
        if not own or prose[stop + 1 : stop + 2].isalnum() or _call(before[0], held, prose[stop + 1 : stop + 2]):
            return
        edits = [Edit(at, at, " ")] + ([Edit(at + 1, begin, "")] if blank else [])
        yield Hit(at - 1, begin, "shifted" if blank else "outside", {"mark": "("}, (tuple(edits),))
        return
    end = match.end("glued")
    opener = prose.rfind("(", max(prose.rfind("\n", 0, at) + 1, at - _MOST_INSIDE), at)
    found = _WORD.match(prose, end)
    word = found[0] if found else ""
    if opener < 0 or prose.rfind(")", opener, at) >= 0 or (opener and prose[opener - 1] not in ' \n\xa0“"'):
        return
    held = prose[opener + 1 : at]
    # (re)open, (T)he, (group-)think
    small = held.isalpha() and held.islower() and not (held in _CAPTIONED and word in FUNCTION_WORDS)
    part = len(held) < 2 or held[-1] == "-" or small or (held.isalpha() and is_word((held + word).lower()))
    if part or not is_word(word):
        return
    edits = ([Edit(at, end - 1, "")] if blank else []) + [Edit(end, end, " ")]
    yield Hit(at if blank else end - 1, end + 1, "shifted" if blank else "outside", {"mark": ")"}, (tuple(edits),))


def _call(word: str, held: str, after: str) -> bool:
    """Whether the bracket holds what a name of code takes: repr(Tile), write(tile, roof), docs(README):."""
    one = " " not in held and word.islower()
    named = one and (after == ":" or not (held.isupper() or is_word(word)))
    return "|" in held or named or _ARGUMENTS.fullmatch(held) is not None


def _partner(prose: str, begin: int, opener: str) -> int | None:
    """Where the bracket closes, on the same line and not too far on."""
    closer = _PAIRS[opener]
    high = min(len(prose), begin + _MOST_INSIDE)
    depth = 0
    for at in range(begin, high):
        char = prose[at]
        if char == "\n":
            return None
        if char == opener:
            depth += 1
        elif char == closer:
            if not depth:
                return at
            depth -= 1
    return None
