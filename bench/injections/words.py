"""Words typed twice, and articles before the wrong sound."""

from __future__ import annotations

import re
from random import Random

from injections.base import FUNCTION, Broken, gap, kind, listed, paragraphs, pick, put, swapped, wrapped

_IN_SENTENCE = re.compile(r"(?<=[a-z] )[a-z]+(?= [a-z])")
_EMPHASIS = listed("very really so much many more too ever never no long far had that her")
_SENTENCE = re.compile(r"(?<=[a-z]{3}\. )[A-Z][^.!?\n\"“”]{40,250}[a-z]{3}\.(?= [A-Z]|\r?\n|$)")


@kind("doubled-function-word", "words")
def doubled_function_word(text: str, random: Random) -> Broken | None:
    match = pick(_IN_SENTENCE, text, random, lambda m: m[0] in FUNCTION and m[0] not in _EMPHASIS)
    return match and put(text, match.start(), match.end(), f"{match[0]} {match[0]}")


@kind("doubled-content-word", "words")
def doubled_content_word(text: str, random: Random) -> Broken | None:
    match = pick(_IN_SENTENCE, text, random, lambda m: len(m[0]) > 3 and m[0] not in FUNCTION and m[0] not in _EMPHASIS)
    return match and put(text, match.start(), match.end(), f"{match[0]} {match[0]}")


def _phrase(count: int) -> None:
    @kind(f"doubled-phrase-{count}", "words")
    def doubled_phrase(text: str, random: Random) -> Broken | None:
        def fits(match: re.Match[str]) -> bool:
            words = match[1].split()
            return len(words) == len(set(words)) == count

        match = pick(re.compile(rf"(?<=[a-z] )(?=([a-z]+(?: [a-z]+){{{count - 1}}}) [a-z])"), text, random, fits)
        return match and put(text, match.start(), match.start(), match[1] + " ", around=len(match[1]))


for _count in (2, 3, 4):
    _phrase(_count)


@kind("repeated-sentence", "words")
def repeated_sentence(text: str, random: Random) -> Broken | None:
    match = pick(_SENTENCE, text, random)
    return match and put(text, match.end(), match.end(), " " + match[0])


@kind("repeated-sentence-apart", "words", articles=True)
def repeated_sentence_apart(text: str, random: Random) -> Broken | None:
    if wrapped(text):
        return None
    match = pick(_SENTENCE, text, random)
    ends = [end for start, end in paragraphs(text) if match and start > match.end() and text[end - 1] == "."]
    if match is None or not ends:
        return None
    at = random.choice(ends)
    return put(text, at, at, " " + match[0])


def _paragraph(text: str, random: Random, *, apart: bool) -> Broken | None:
    """A copy of a paragraph right behind it, or farther on."""
    spans = paragraphs(text)
    found = [i for i, (start, end) in enumerate(spans[: -1 if apart else None]) if end - start > 80]
    if wrapped(text) or not found:
        return None
    i = random.choice(found)
    start, end = spans[i]
    at = random.choice(spans[i + 1 :])[1] if apart else end
    return put(text, at, at, gap(text) + text[start:end])


@kind("repeated-paragraph", "words", articles=True)
def repeated_paragraph(text: str, random: Random) -> Broken | None:
    return _paragraph(text, random, apart=False)


@kind("repeated-paragraph-apart", "words", articles=True)
def repeated_paragraph_apart(text: str, random: Random) -> Broken | None:
    return _paragraph(text, random, apart=True)


swapped(
    "a-for-an",
    ("words",),
    r"(?<=[a-z,] )an(?= (?!one\b|once\b|eu|uni|us[ei]|hon|hou|hei)[aeiou][a-z]{2,}\b)",
    lambda m, r: "a",
)
swapped(
    "an-for-a",
    ("words",),
    r"(?<=[a-z,] )a(?= (?!hon|hou|hei|his|hot|hab|her|hal)[bcdfghjklmnpqrstvwyz][a-z]{2,}\b)",
    lambda m, r: "an",
)


swapped("doubled-number", ("words",), r"(?<=[a-z] )\d{2,}(?= [a-z])", lambda m, r: f"{m[0]} {m[0]}")
swapped("doubled-name", ("words",), r"(?<=[a-z] )[A-Z][a-z]{3,}(?= [a-z])", lambda m, r: f"{m[0]} {m[0]}")
