"""What scraping and encoding do to copy."""

from __future__ import annotations

import re
from random import Random

from injections.base import Broken, gap, kind, paragraphs, pick, put, swapped, wrapped

_T = ("text",)


def _mojibake(match: re.Match[str], random: Random) -> str:
    """UTF-8 read as cp1252; the five bytes that cp1252 has no character for stay as they are."""
    return "".join(
        bytes([byte]).decode("latin-1" if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "cp1252")
        for byte in match[0].encode()
    )


swapped("mojibake-mark", _T, r"[’‘“”–—…]", _mojibake)
swapped("mojibake-letter", _T, r"[éèáíóúñçüöäßøåêôãÉÖÜ£€]", _mojibake)
_APOSTROPHE = r"(?<=[a-z])['’](?=(?:s|t|re|ve|ll|d|m) )"
swapped("lost-apostrophe", _T, _APOSTROPHE, lambda m, r: r.choice("?\ufffd"))
swapped("lost-bytes", _T, _APOSTROPHE, lambda m, r: "â")
swapped("entity-ampersand", _T, r"(?<=[A-Za-z ])&(?=[A-Z ])", lambda m, r: "&amp;")
swapped("entity-mark", _T, r"[’“”–—]", lambda m, r: f"&#{ord(m[0])};" if r.random() < 0.7 else f"&#x{ord(m[0]):x};")
swapped(
    "entity-named-mark",
    _T,
    r"[’“”–—]",
    lambda m, r: {"’": "&rsquo;", "“": "&ldquo;", "”": "&rdquo;", "–": "&ndash;", "—": "&mdash;"}[m[0]],
)
swapped("entity-quote", _T, r'"|(?<=[a-z])\'(?=[a-z])', lambda m, r: "&quot;" if m[0] == '"' else "&#39;")
swapped("tag-break", _T, r"(?<=[a-z]{3}[.?!])(?= [A-Z]|\r?\n)", lambda m, r: r.choice(["<br />", "<br>", "<br/>"]))
swapped(
    "tag-bold",
    _T,
    r"(?<=[a-z] )[a-z]{4,}(?= [a-z])",
    lambda m, r: r.choice(["<b>{}</b>", "<strong>{}</strong>", "<em>{}</em>", "<i>{}</i>"]).format(m[0]),
)
swapped("tag-paragraph", _T, r"^[A-Z\"“].{40,}[.”\"]$", lambda m, r: f"<p>{m[0]}</p>")
swapped(
    "control-character",
    (*_T, "space"),
    r"(?<=[a-z])(?=[a-z])|(?<=[.,]) (?=[a-z])|(?<=[a-z]) (?=[a-z])",
    lambda m, r: r.choice("\x01\x07\x0b\x1f\x7f") + m[0],
)


@kind("metadata-in-front", "text")
def metadata_in_front(text: str, random: Random) -> Broken | None:
    day = f"{random.randint(2005, 2024)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    field = random.choice(
        [
            f"date {day} ",
            f"Published: {day} 14:22 ",
            f"date: {day} ",
            f"{day} ",
            "author: Jane Roe ",
            f"Posted on {day} ",
        ]
    )
    return Broken(field + text, 0, len(field))


swapped("joined-words", (*_T, "case", "space"), r"(?<= )[a-z]{4,} (?=[A-Z][a-z]{3,}\b)", lambda m, r: m[0][:-1])


@kind("joined-block", "text", "space", "case", articles=True)
def joined_block(text: str, random: Random) -> Broken | None:
    """A heading run into the paragraph behind it: the break is gone."""
    if wrapped(text):
        return None
    match = pick(
        re.compile(r"(?<=[a-z]{4})(?:\r?\n)+(?=(?:The|This|But|And|In|He|She|It|A|They|When|We) [a-z])"), text, random
    )
    return match and put(text, match.start(), match.end(), "", around=1)


@kind("split-paragraph", "text", articles=True)
def split_paragraph(text: str, random: Random) -> Broken | None:
    if wrapped(text):
        return None
    match = pick(re.compile(r"(?<=[a-z]{3}) (?=[a-z]{3,} [a-z])"), text, random)
    return match and put(text, match.start(), match.end(), gap(text), around=2)


@kind("dropped-opening", "text", "case", articles=True)
def dropped_opening(text: str, random: Random) -> Broken | None:
    if wrapped(text):
        return None
    found = []
    for start, end in paragraphs(text)[1:]:
        match = re.match(r"[A-Z][a-z]{4,}(?=,? [a-z])", text[start:end])
        if match and text[:start].rstrip()[-1:] in '."”':
            found.append(start)
    if not found:
        return None
    start = random.choice(found)
    count = random.randint(1, 3)
    return Broken(text[:start] + text[start + count :], start, start + 5)


_LINES = (
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Read more",
    "We use cookies to improve your experience.",
    "Comments are closed.",
    "Your browser does not support the video tag.",
)


@kind("advertisement", "text", articles=True)
def advertisement(text: str, random: Random) -> Broken | None:
    ends = [end for _, end in paragraphs(text)[:-1] if text[end - 1] in '.”"']
    if wrapped(text) or not ends:
        return None
    at = random.choice(ends)
    line = random.choice(_LINES)
    return put(text, at, at, gap(text) + line)
