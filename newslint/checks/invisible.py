"""Characters that nobody sees: zero-width spaces, marks of direction, soft hyphens, a byte-order mark inside."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.document.lines import line_near
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, is_word, word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

_SET = r"\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2064\u2066-\u206f\ufeff"
_RUN = lazy(f"[{_SET}]+")
_RTL = lazy(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_JOINS = lazy(r"[\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\u2600-\u27bf\u2190-\u21ff\ufe0f\U0001f000-\U0001faff]")
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NEAR = 120  # code points between the members of a cluster
_MOST_CLUSTERS = 8  # more are one hit
_REACH = 200  # code points of a line that are looked at for letters that run from right to left
_LETTERS_BEFORE = lazy(r"[^\W\d_]{1,30}$")
_LETTERS = lazy(r"[^\W\d_]{1,30}")


def invisible(document: Document, options: Options) -> Iterator[Hit]:
    """Hits for clusters of characters without a shape; very many clusters are one hit. The fix removes them."""
    prose = document.prose
    runs = [match.span() for match in _RUN.finditer(prose) if not _needed(prose, *match.span())]
    if not runs:
        return
    clusters: list[list[tuple[int, int]]] = []
    for run in runs:
        if clusters and run[0] - clusters[-1][-1][1] <= _NEAR and "\n" not in prose[clusters[-1][-1][1] : run[0]]:
            clusters[-1].append(run)
        else:
            clusters.append([run])
    if len(clusters) > _MOST_CLUSTERS:
        clusters = [runs]
    for cluster in clusters:
        yield _hit(prose, cluster)


def _hit(prose: str, cluster: Sequence[tuple[int, int]]) -> Hit:
    start, end = cluster[0]
    values = {"name": _name(prose[start]), "count": str(sum(b - a for a, b in cluster))}
    if len(cluster) == 1 and _parts(prose, start, end):
        return Hit(start, end, "parts", values, tuple((Edit(start, end, mark),) for mark in "—-"))
    edits = tuple(Edit(start, end, _instead(prose, start, end)) for start, end in cluster)
    case = ("several" if len(cluster) > 1 or end - start > 1 else "") if not any(e.text for e in edits) else "space"
    if cluster[-1][1] - start <= 1000:
        end = cluster[-1][1]
        return Hit(start, end, case, values, (edits,), tuple(cluster[1:]))
    return Hit(start, end, case, values, (edits,), tuple(cluster[1:]))


def _instead(prose: str, start: int, end: int) -> str:
    """What is put in place: a space where a zero-width space has eaten one between two words."""
    if prose[start:end] in ("\u2028", "\u2029"):  # a break of the line that editors do not count
        inner = start > 0 and end < len(prose) and not prose[start - 1].isspace() and not prose[end].isspace()
        return " " if inner else ""
    if "\u200b" not in prose[start:end]:
        return ""
    before, after = _LETTERS_BEFORE.search(prose, max(0, start - 31), start), _LETTERS.match(prose, end)
    if not before or not after or is_word((before[0] + after[0]).lower()):
        return ""
    if before[0][0].isupper() and after[0].islower():
        return ""  # a name
    return " " if is_word(before[0].lower()) and is_word(after[0].lower()) else ""


_PREFIXES = word_set("anti counter inter over super under")


def _parts(prose: str, start: int, end: int) -> bool:
    """Whether a soft hyphen is all that is left of a dash between two words: "the sea\xadthe river", "1997\xad98"."""
    if prose[start:end] != "\xad":
        return False
    if prose[start - 1 : start].isdigit() and prose[end : end + 1].isdigit():
        return True
    before, after = _LETTERS_BEFORE.search(prose, max(0, start - 31), start), _LETTERS.match(prose, end)
    if not before or not after or is_word((before[0] + after[0]).lower()):
        return False
    words = (
        before[0].lower() not in _PREFIXES and is_word(before[0].lower()) and len(before[0]) > 3 and len(after[0]) > 3
    )
    return after[0].lower() in FUNCTION_WORDS or (words and is_word(after[0].lower()))


def _needed(prose: str, start: int, end: int) -> bool:
    """Whether the characters do their work: joiners in emoji and Indic scripts, direction beside Arabic or Hebrew."""
    run = prose[start:end]
    around = prose[max(0, start - 2) : start] + prose[end : end + 2]
    if _JOINS.search(around):
        return "\u200d" in run or "\u200c" in run or "\u200b" in run
    if start == 0 and run == "\ufeff":
        return False
    if _RTL.search(prose, *line_near(prose, start, end, _REACH)):
        return bool(_DIRECTION.intersection(run)) or "\u200c" in run or "\u200d" in run
    return False


def _name(char: str) -> str:
    return "byte-order mark" if char == "\ufeff" else unicodedata.name(char, f"U+{ord(char):04X}").lower()
