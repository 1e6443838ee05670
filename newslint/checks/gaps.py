"""Wrong space between two words of a line: too much of it, tabs, or space of another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.document.lines import line_at, line_near
from newslint.lazy import lazy
from newslint.lexicon import titles, word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

_DOUBLE = lazy(r"  ++")  # `re` leaps to a pattern's first letters
_DOUBLE_ANY = lazy(r"(?<=\S)(?<![ \xa0])[ \xa0]{2,}(?=\S)")
_AFTER_STOP = lazy(r"""[.?!:]["”’')\]]{0,2}$""")
_SINGLE_AFTER_STOP = lazy(r"""[a-z)][.?!]["”’')\]]{0,2} (?=[A-Z"“‘'])""")
_MARKER = lazy(r"[ \t]*(?:[•·‣▪●○*>#–—-]+|\(?\w{1,3}[.)])$")
_WIDE = 3  # spaces: so many are layout if they are not alone
_NEAR = 60  # code points to the next gap of a row
_LEAST_STYLE = 3  # gaps behind stops that make a habit
_LEAST_UNSEEN = 3  # gaps that a page does not show and that are reported together
_LEAST_SET_OUT = 5  # no-break spaces
_MANY = 4  # odd spaces that are reported together


def doubled(document: Document, options: Options) -> Iterator[Hit]:
    """Hits for two or more spaces between words; those behind every stop are one hit, for they are a habit.

    So are several of Markdown, which shows one space for each.
    """
    prose = document.prose
    if "\xa0" in prose and prose.count("\xa0") > max(_LEAST_SET_OUT, prose.count(" ")):
        return  # a listing, set out with no-break spaces
    found = [match.span() for match in (_DOUBLE_ANY if "\xa0" in prose else _DOUBLE).finditer(prose)]
    gaps = [gap for gap in found if _between(prose, *gap) and not _marker(prose, gap[0])]
    if document.format != "text" and "\xa0" in prose:
        gaps = [gap for gap in gaps if "\xa0" not in prose[slice(*gap)] or not _set_out(document.source_of(*gap))]
    layout = _layout(prose, gaps)
    stops: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for gap in gaps:
        if gap in layout or prose[gap[0] - 1] in "#*_=~" or prose[gap[1]] in "#*_=~":
            continue  # "#  #  #" closes a release
        behind_stop = _AFTER_STOP.search(prose, max(0, gap[0] - 3), gap[0]) is not None
        (stops if behind_stop and gap[1] - gap[0] == 2 else others).append(gap)
    if options["after-sentence"] == "two":
        stops = []
    elif len(stops) >= _LEAST_STYLE and len(stops) > sum(1 for _ in _SINGLE_AFTER_STOP.finditer(prose)):
        yield _together(stops, "habit")
        stops = []
    gaps = sorted(stops + others)
    unseen = [gap for gap in gaps if "\xa0" not in prose[slice(*gap)]] if document.format == "markdown" else []
    if len(unseen) >= _LEAST_UNSEEN:
        sure = all(_surely_one(prose, *gap) for gap in unseen)
        yield _together(unseen, "many" if sure else "many-lost")
        gaps = [gap for gap in gaps if "\xa0" in prose[slice(*gap)]]
    for start, end in gaps:
        if document.source_of(start, end).count("\n") > 1:  # a blank line that a no-break space has undone
            yield Hit(start, end, "break")
        else:
            yield _hit(start, end, "" if _surely_one(prose, start, end) else "lost")


def _set_out(written: str) -> bool:
    """Whether somebody wrote no-break spaces as references to set words apart: several, or one behind a space.

    Programs that write HTML put one before the space for a space that was typed twice: that is a double space.
    """
    return written.count("&") > 1 or ("&" in written and (written[0].isspace() or "<" in written))


def _between(prose: str, start: int, end: int) -> bool:
    return start > 0 and end < len(prose) and not prose[start - 1].isspace() and not prose[end].isspace()


def _hit(start: int, end: int, case: str) -> Hit:
    return Hit(start, end, case, {"count": str(end - start)}, ((Edit(start, end, " "),),))


def _together(gaps: Sequence[tuple[int, int]], case: str) -> Hit:
    edits = tuple(Edit(start, end, " ") for start, end in gaps)
    values = {"count": "2", "places": str(len(gaps))}
    return Hit(*gaps[0], case, values, (edits,), tuple(gaps[1:]))


def _marker(prose: str, at: int) -> bool:
    """Whether nothing but a list mark stands before the gap."""
    begin = prose.rfind("\n", 0, at) + 1
    return at - begin < 8 and _MARKER.match(prose, begin, at) is not None


def _layout(prose: str, gaps: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """The gaps that set out a row: wide ones near one another, and those between figures."""
    out = set()
    for i, (start, end) in enumerate(gaps):
        if _sentence_gap(prose, start, end) or _in_sentence(prose, start, end):
            continue
        figures = prose[start - 1].isdigit() and (prose[end].isdigit() or prose[end] in "-+$£€(")
        wide = end - start >= _WIDE
        for other in (gaps[i - 1] if i else None, gaps[i + 1] if i + 1 < len(gaps) else None):
            if other is None:
                continue
            low, high = min(end, other[1]), max(start, other[0])
            if high - low > _NEAR or "\n" in prose[low:high]:
                continue
            if (wide and other[1] - other[0] >= _WIDE) or ((wide or other[1] - other[0] >= _WIDE) and high - low < 25):
                out.add((start, end))
        if figures or (wide and _row(prose, start, end)):
            out.add((start, end))
    return out


_LABEL = lazy(r"[^\s.?!,]+(?: [^\s.?!,]+){0,2}")
_VALUE = lazy(r"[-+$£€(]?\d")


def _row(prose: str, start: int, end: int) -> bool:
    """Whether a wide gap stands in a short line between a label and its value ("Yes    33%"), or between two names."""
    begin, stop = line_at(prose, start, end)
    if end - start > _WIDE + 1 and stop - begin < 120 and prose[stop - 1] not in ".!?”\"’'":
        return True
    return start - begin < 40 and bool(_LABEL.fullmatch(prose, begin, start) and _VALUE.match(prose, end))


def _sentence_gap(prose: str, start: int, end: int) -> bool:
    """Whether a sentence ends before the gap and another begins behind it."""
    after = prose[end]
    return end - start <= _WIDE and prose[start - 1] in '.?!”"' and (after.isupper() or after in "“\"'‘")


_LEAST_SMALL = 4  # words in small letters that make a line a sentence
_SMALL_WORD = lazy(r"(?<!\S)[a-z]+\b")
_WIDEST = 4  # spaces


def _in_sentence(prose: str, start: int, end: int) -> bool:
    """Whether a gap stands between two words in small letters of a line that is a sentence: no row is that."""
    if not (prose[start - 1].islower() and prose[end].islower()) or end - start > _WIDEST:
        return False
    begin, stop = line_at(prose, start, end)
    if not prose[begin].isupper() or prose[begin:stop].rstrip()[-1:] not in '.!?”"':
        return False
    return len(_SMALL_WORD.findall(prose, begin, stop)) >= _LEAST_SMALL


_JOINED_BEFORE = lazy(
    r"""(?:\b(?:[Tt]he|[Aa]n?|of|to|in|on|at|by|for|with|from|and|or|but|as|his|her|their|its|our|my|your)|[,;.?!:]
       ["”’')\]]{0,2})$""",
    re.VERBOSE,
)
_INITIALS = lazy(r"[A-Z]\.[A-Z]\.?\]?$")
_JOINED_BEHIND = lazy(r"(?:of|to|said|says)\b")


def _surely_one(prose: str, start: int, end: int) -> bool:
    """Whether one space is right: no dash or name was lost between "the" and its noun, or behind a comma."""
    if _JOINED_BEFORE.search(prose, max(0, start - 8), start):
        # "WASHINGTON, D.C.  The": a dash stood behind a dateline.
        return not (prose[end].isupper() and _INITIALS.search(prose, max(0, start - 6), start))
    return _JOINED_BEHIND.match(prose, end) is not None


_ROW_REACH = 1000  # code points on either side of a tab in which a row has another
_TABS = lazy(r"(?<=\S)(?<![ \t\xa0])[ \xa0]*\t[ \t\xa0]*(?=\S)")


def tabs(document: Document, options: Options) -> Iterator[Hit]:
    """Hits for a tab between two words; lines with several, and neighbours with tabs, are tables."""
    prose = document.prose
    for match in _TABS.finditer(prose):
        start, end = match.span()
        low, high = line_near(prose, start, end, _ROW_REACH)
        if prose.find("\t", low, start) >= 0 or prose.find("\t", end, high) >= 0 or _marker(prose, start):
            continue
        begin, stop = line_at(prose, start, end)
        if _has_tab_inside(prose, begin - 1, -1) or _has_tab_inside(prose, stop, 1):
            continue
        yield Hit(start, end, fixes=((Edit(start, end, " "),),))


def _has_tab_inside(prose: str, newline: int, step: int) -> bool:
    """Whether the nearest line with text before (-1) or behind (1) a newline holds a tab between words."""
    for _ in range(2):  # over one blank line
        if newline < 0 or newline >= len(prose):
            return False
        at = newline + 1 if step > 0 else newline
        begin, stop = line_at(prose, at, at)
        newline = stop if step > 0 else begin - 1
        line = prose[begin : min(stop, begin + 2 * _ROW_REACH)].strip()
        if line:
            return "\t" in line
    return False


_ODD = lazy(r"(?<=\S)[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000](?=\S)")
_FIXED_BEFORE = frozenset("—–-―…/«§¶#№$£€©®™&=<>|·•×+±~“‘(*'\"")
_FIXED_AFTER = frozenset("—–-―…/»%:;!?°&=<>|·•×+±~”’)*")
_WORD_BEFORE = lazy(r"[\w.]+$")
# Words that keep the next one with them: "No. 5", "Dr Hale".
_KEPT = word_set("No. No Nos. p. pp. vol. Vol. fig. Fig. Mr Mrs Ms Dr St Prof")


def odd(document: Document, options: Options) -> Iterator[Hit]:
    """Hits for a no-break, thin, em or ideographic space between two ordinary words; many are one hit."""
    prose = document.prose
    found = [match.start() for match in _ODD.finditer(prose) if not _belongs(prose, match.start())]
    if document.format != "text":  # who writes &nbsp; means it
        found = [at for at in found if not document.source_of(at, at + 1).startswith("&")]
    if len(found) < _MANY:
        for at in found:
            yield Hit(at, at + 1, "", {"name": _name(prose[at])}, ((Edit(at, at + 1, " "),),))
        return
    edits = tuple(Edit(at, at + 1, " ") for at in found)
    values = {"name": _name(prose[found[0]]), "count": str(len(found))}
    yield Hit(found[0], found[0] + 1, "many", values, (edits,), tuple((at, at + 1) for at in found[1:]))


def _belongs(prose: str, at: int) -> bool:
    """Whether the space keeps things together that belong together, or stands in another script or language."""
    before, after = prose[at - 1], prose[at + 1]
    if before in " \xa0\t" or after in " \xa0\t":
        return True  # a double space
    if before.isdigit() or after.isdigit() or before in _FIXED_BEFORE or after in _FIXED_AFTER:
        return True
    if prose[at] == "\u3000" or not (before.isascii() or before in "”’" or "À" <= before <= "ɏ"):
        return prose[at] != "\u3000" or before > "\u2e80" or after > "\u2e80"
    if after in ".," or prose.startswith((". .", "...", "()"), at + 1):
        return True
    found = _WORD_BEFORE.search(prose, max(0, at - 12), at)
    word = found[0] if found else ""
    if word.endswith(".") and word.replace(".", "").isdigit():
        return True  # 2.1. Roofs
    return (len(word) == 2 and word[0].isupper() and word[1] == ".") or word in _KEPT or word in titles()


def _name(char: str) -> str:
    import unicodedata

    return unicodedata.name(char, f"U+{ord(char):04X}").lower()
