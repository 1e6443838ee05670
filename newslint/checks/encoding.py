"""Text that was read in the wrong encoding: "â€™" for ’, "Ã©" for é, and what is left where bytes were lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.single_quotes import usual_apostrophe
from newslint.lazy import lazy
from newslint.lexicon import common_words, proper_names, word_set
from newslint.model import Edit, Hit
from newslint.rule import Options

# Spacing accents that compatibility normalisation takes apart into a blank and a combining accent.
_TAKEN_APART = {" \u0308": "¨", " \u0304": "¯", " \u0301": "´", " \u0327": "¸"}
_PLAUSIBLE = lazy(
    "[\u00a0-\u024f\u0300-\u036f\u0370-\u04ff\u0590-\u06ff\u1e00-\u1eff\u2000-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u27bf\u2b00-\u2bff"
    "\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffee\ufb01\ufb02\ufe0f\ufeff\u200d\U0001f000-\U0001faff a-zA-Z]+"
)
_ONE_LETTER = lazy("[\u0370-\u04ff\u0590-\u06ff\u3000-\u9fff\uac00-\ud7a3]")  # scripts in which one letter is no word
_WORD = lazy(r"[A-Za-z]+$")
_LATIN = lazy("[\u00c0-\u024f\u1e00-\u1eff]+")
_NAME = lazy(r"(?<!\S)[A-Z][a-z]{2,}$")
_ADDRESS = lazy(r"[/@=&]\S*$|\bwww\.\S*$")
_ENDINGS = lazy(r"(?:s|t|re|ve|ll|d|m)(?![\w=&/'’])")
_PRONOUNS = word_set("i you he she it we they who that there this what how")
_LOST = lazy("[ÃÂ\u0080-\u009f]|â€|\ufffd|ï¿½")


def mojibake(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """One run of damaged characters, with what they were if that can be told."""
    prose, (start, end) = document.prose, match.span()
    if match.groupdict().get("blank"):
        yield from _blank(match, document)
        return
    run = match[0]
    if run in _NO_MARK:
        if _clipped(prose, start, end):
            right = usual_apostrophe(prose, "’")
            yield Hit(start, end, "apostrophe", {"run": _shown(run), "instead": right}, ((Edit(start, end, right),),))
            return
        if run in "?â" and prose[start - 1 : start].isalpha() and not _NAME.search(prose, max(0, start - 30), start):
            return
    if run in "?â":
        yield Hit(start, end, "lost", {"run": run})
        return
    if "\ufffd" in run or "ï¿½" in run:
        yield Hit(start, end, "lost", {"run": _shown(run)})
        return
    if run == "Õ":
        yield Hit(start, end, values={"run": run, "instead": "’"}, fixes=((Edit(start, end, "’"),),))
        return
    if run == "Â":
        yield Hit(start, end, values={"run": run, "instead": "nothing"}, fixes=((Edit(start, end, ""),),))
        return
    if _capitals_before_quote(prose, start, run):
        return
    mended = _KNOWN.get(run) or _decoded(run) or _letters(run, prose[start - 1 : start], prose[end : end + 1])
    if mended is None and run == "â€" and _closes(prose, start, end):
        mended = "”"
    if mended is None:
        if _LOST.search(unicodedata.normalize("NFC", run)):
            yield Hit(start, end, "lost", {"run": _shown(run)})
        return
    if mended.isspace() or mended == "":
        mended = "" if _beside_blank(prose, start, end) else " "
    elif mended == "\u00a0":
        mended = " "
    yield Hit(start, end, values={"run": run, "instead": mended or "nothing"}, fixes=((Edit(start, end, mended),),))


def _closes(prose: str, start: int, end: int) -> bool:
    """Whether a closing quotation mark of which the last byte was lost ends at `end`: the same paragraph opens one."""
    if prose[start - 1 : start].isspace() or (end < len(prose) and prose[end] not in " \n,.;:?!)"):
        return False
    low = prose.rfind("\n\n", 0, start) + 1
    opened = max(prose.rfind("â€œ", low, start), prose.rfind("“", low, start))
    return opened >= 0 and "”" not in prose[opened:start] and "â€\x9d" not in prose[opened:start]


_KNOWN = {"ВЈ": "£"}  # in Cyrillic
_NO_MARK = frozenset(["?", "â", "\ufffd", "ï¿½"])  # what stands where an apostrophe could not be held


def _blank(match: re.Match[str], document: Document) -> Iterator[Hit]:
    """A blank in the place of an apostrophe: "couldn t", "they re"; not "the letters that s and t"."""
    prose, (start, end) = document.prose, match.span("blank")
    behind = prose[match.end() : match.end() + 1]
    word = _WORD.search(prose, max(0, start - 30), start)
    block = document.block_at(start)
    if word is None or block is None or not document.english(block):
        return
    if prose[end] == "t":
        lost = word[0].lower() + "'t" in common_words()
    else:
        lost = prose[match.end() - 1] == " " and behind.islower() and not _LETTERS.match(prose, match.end())
    if lost:
        right = usual_apostrophe(prose, "'")
        yield Hit(start, end, "apostrophe", {"run": " ", "instead": right}, ((Edit(start, end, right),),))


_LETTERS = lazy(r"(?:and|or|is|are)\b|(?!a\b)[a-z]\b")  # "that s and t are letters"


def _clipped(prose: str, start: int, end: int) -> bool:
    """Whether an apostrophe was lost between `start` and `end`: "don?t", "the clubâs", but not "caf?s"."""
    found = _WORD.search(prose, max(0, start - 30), start)
    ending = _ENDINGS.match(prose, end)
    if found is None or ending is None or _ADDRESS.search(prose, max(0, start - 100), start):
        return False
    word = found[0]
    lower = word.lower()
    if ending[0] == "t":
        return lower + "'t" in common_words()
    if ending[0] == "m":
        return word == "I"
    if ending[0] == "re" or ending[0] == "ve":
        return lower in _PRONOUNS or lower + "'ve" in common_words()
    if ending[0] != "s":
        return lower in _PRONOUNS
    return len(word) > 1 and (
        lower in _PRONOUNS
        or lower in common_words()
        or lower in proper_names()
        or (word.istitle() and (prose[start] == "â" or f" {word} " in prose))
    )


def _decoded(run: str) -> str | None:
    """What a damaged run was before it was read wrongly; None if that cannot be told."""
    from ftfy import TextFixerConfig, fix_encoding

    text = run
    for apart, accent in _TAKEN_APART.items():
        text = text.replace(apart, accent)
    text = unicodedata.normalize("NFC", text)
    config = TextFixerConfig(uncurl_quotes=False, fix_line_breaks=False, normalization=None, fix_c1_controls=True)
    for candidate in (text, text.replace("ÃÂ", "Ã\u0083Â")):
        mended = fix_encoding(candidate, config)
        if mended == candidate or "\ufffd" in mended or _LOST.search(mended):
            continue
        if not _PLAUSIBLE.fullmatch(mended) or (len(mended) == 1 and _ONE_LETTER.match(mended)):
            continue
        return mended
    return None


def _letters(run: str, before: str, after: str) -> str | None:
    """What a run beside a small letter was, if letters of a name: "RÄ«ga". By itself it tells too little."""
    inside = before.isascii() and after.isascii() and before.islower() and after.islower()
    beside = any(char.isascii() and char.islower() for char in (before, after))
    if not (inside or (beside and not any(char in "‘’“”„…–—" for char in run))):
        return None
    import ftfy.bad_codecs  # noqa: F401  (the codec is found once it is imported)

    try:
        mended = run.encode("sloppy-windows-1252").decode("utf-8")
    except UnicodeError:
        return None
    return mended if _LATIN.fullmatch(mended) else None


def _beside_blank(prose: str, start: int, end: int) -> bool:
    """Whether a blank, or the end of a line, stands on one side of a place already."""
    return start == 0 or prose[start - 1].isspace() or end >= len(prose) or prose[end].isspace()


def _capitals_before_quote(prose: str, start: int, run: str) -> bool:
    """A word in capitals that ends in such a letter, and a mark behind it: “IRMÔ."""
    closes = not prose[start + 2 : start + 3].isupper()  # “AÃ‘O”: the capital goes on
    return len(run) == 2 and run[1] in "‘’“”„…–—" and start > 0 and prose[start - 1].isupper() and closes


def _shown(run: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in run)
