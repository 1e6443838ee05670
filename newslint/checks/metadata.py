"""Fields of a page or a database that run into the first sentence: "date 2020-08-17 Demonstrators have"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.document import Document
from newslint.lazy import lazy
from newslint.model import Edit, Hit
from newslint.rule import Options

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b[.,]?"
_TIME = (
    r"(?:(?:at|@) )?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:[ap]\.?m\b\.?|AM\b|PM\b))?"
    r"(?: ?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|PST|PDT|PT|AEST|AEDT|IST|Z)\b)?"
)
_ISO = r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[ ]?[+-]\d{2}:?\d{2})?)?"
_FIGURES = r"\d{1,4}[./]\d{1,2}[./]\d{2,4}"
_WRITTEN = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
_DAY = rf"(?:(?:{_WEEKDAY} )?(?:{_ISO}|{_FIGURES}|{_WRITTEN}))"
_DATE = rf"(?:{_DAY}(?:(?:,| [-–|])? {_TIME})?|{_TIME}(?:,| on| [-–|])? {_DAY})(?!\w)"

_LABEL = (
    r"(?i:(?:first |last )?"
    r"(?:publi(?:sh(?:ed)?|cation)|pub|post(?:ed)?|updat(?:ed|e)|modified|created|revised|release)"
    r"(?:[ _-]?(?:date|time|on|at))?|dated?(?:[ _-]?(?:published|posted|updated|created|modified))?|timestamp|datetime)"
)
_PART = r"(?:[A-Z][\w’'-]*[a-z][\w’'-]*|[A-Z]\.(?:[A-Z]\.)*|(?:van|von|de|da|der|den|di|du|la|le|al|el|bin)(?= ))"
_NAME = rf"{_PART} {_PART}"
_MORE_NAME = rf"(?: {_PART})?"
_ROLE = (
    r"(?:,? (?:(?:Senior |Chief |Political |Business |Sports? |Health |Science |Education |City |Staff |News )?"
    r"(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor)|Associated Press|AP|AFP|Reuters|BBC News))?"
)
_AUTHOR = r"(?i:authors?(?:[ _]name)?|by-?line|written by|posted by|reported by|by)"

_BUTTON = r"(?:Share|Tweet|Pin|Post|Email|E-mail|Print|Save|Comments?)"
_SHARE = (
    r"(?:(?i:share (?:this|on (?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit)|via e-?mail)"
    r"(?: (?:article|page|story|post))?)"
    r"|(?i:listen to (?:this )?article)(?: \d+:\d\d)?|(?i:print|e-?mail) this(?: (?:article|page|story))?"
    rf"|{_BUTTON}(?= {_BUTTON}\b)|(?<=[ ]){_BUTTON})\b"
)
_AGO = r"\d{1,2} (?:minute|hour|day|week|month|year)s? ago\b"
_PLAIN_KEYS = r"(?i:source|section|category|id|slug|lang|language|type|site|guid|article[ _]id)"
_URL_KEYS = r"(?i:url|link|permalink|canonical|source)"
_TITLE_KEYS = r"(?i:title|headline|subject)"


class _Field(NamedTuple):
    """One kind of field.

    `sure`: it is a field by itself; others count beside a sure one. `loose`: where it ends is a guess.
    """

    pattern: re.Pattern[str]
    sure: bool
    loose: bool = False


_COLON = r"[ ]?[:=]?[ ]?"
_NEXT_FIELD = rf"(?= (?:{_LABEL}{_COLON}{_DATE}|{_LABEL}[ ]?[:=]|{_AUTHOR}[ ]?[:=]|{_PLAIN_KEYS}:))"
_FIELDS = (
    _Field(lazy(rf"{_LABEL}{_COLON}{_DATE}"), True),
    _Field(lazy(rf"{_AUTHOR}[ ]?[:=][ ]?{_NAME}(?: and {_NAME})?{_ROLE}"), True, True),
    _Field(lazy(rf"author {_NAME}(?: and {_NAME})?{_ROLE}"), True, True),
    _Field(
        lazy(rf"By:? {_NAME}{_MORE_NAME}(?:(?:,| and|, and) {_NAME})*{_ROLE}(?= {_LABEL}{_COLON}{_DATE}| {_DATE})"),
        False,
    ),
    _Field(lazy(rf"By:? {_NAME}(?: and {_NAME})?{_ROLE}"), False, True),
    _Field(lazy(rf"{_URL_KEYS}{_COLON}https?://\S+"), True),
    _Field(lazy(rf"{_TITLE_KEYS}[ ]?[:=] ?\S[^\n]{{0,150}}?{_NEXT_FIELD}"), True),
    _Field(lazy(rf"title \S[^\n]{{0,150}}?{_NEXT_FIELD}"), True),
    _Field(lazy(rf"{_PLAIN_KEYS}[ ]?[:=][ ]?[\w./-]+(?=[ ])"), True, True),
    _Field(lazy(r"(?i:keywords?|tags?)[ ]?[:=] ?[\w-]+(?:, ?[\w-]+)*"), True, True),
    _Field(lazy(rf"{_DATE}(?!\s*\()"), True),  # "June 2, 2010 (Ashmore) -- A new spray": a dateline
    _Field(lazy(_AGO), True),
    _Field(lazy(_SHARE), True),
    _Field(lazy(rf"{_LABEL}:? {_TIME}"), False),
)
_GAP = lazy(r"[ \t]*(?:[|•·,;–—-]|\.(?=[ \t]))?[ \t]*")
_COPY = lazy(r"""["“‘'(\[]*(?:[A-Z£$€¥]|\d)""")
_SENTENCE = lazy(r"(?:The|A|An|It|He|She|They|We|I|In|On|At|But|And|For|When|After|As|This|That|There)\b")
_MOST = 600  # code points that a run of fields may take


_MAY_OPEN = lazy(
    r"[A-Za-z]++(?:[ _-][A-Za-z]++){0,2}+[ ]?[:=]|\d|(?i:dated?|publi|pub|post|updat|modif|creat|revised|release"
    r"|timestamp|author|byline|by|first|last|share|listen|print|e-?mail|tweet|title|url|link|source"
    r"|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)


def in_lead(document: Document, options: Options) -> Iterable[Hit]:
    """The run of fields at the very start of an article, if copy follows it on the same line."""
    prose = document.prose
    start = len(prose) - len(prose.lstrip()) if prose[:1].isspace() else 0
    if not _MAY_OPEN.match(prose, start):
        return ()
    found = list(_in_lead(prose, start))  # first, as copy may follow the fields of a record's first line
    raw = _RAW.match(prose, start) if document.format == "text" and not found else None
    return found if raw is None else _raw(raw)


# Lines of a record with the keys of a program: "url: https://…⏎keywords: sea⏎". A release writes "Date: 3 March".
_RAW = lazy(
    r"(?P<fields>(?:(?:url|link|permalink|author|byline|date|published|updated|keywords|tags|section|category|slug|id|lang)"
    r"[ ]?: ?\S[^\n]{0,200}\n)+)\n*(?=[\"“‘'(]?[A-Z\d])"
)


def _raw(match: re.Match[str]) -> Iterator[Hit]:
    start, end = match.span("fields")
    yield Hit(
        start, end - 1, values={"field": match["fields"].split("\n")[0]}, fixes=((Edit(start, match.end(), ""),),)
    )


def _in_lead(prose: str, start: int) -> Iterator[Hit]:
    at = end = start
    sure = loose = False
    while at - start < _MOST:
        field, found = _field(prose, at)
        if field is None or found is None:
            break
        sure, loose, end = sure or field.sure, field.loose, found.end()
        at = _GAP.match(prose, end).end()  # type: ignore[union-attr]
        if at == end:
            break
    if not sure or end == start:
        return
    between = prose[end:at].strip()
    if between and not between.isalnum() and between not in "|•·":
        return  # "Aug. 3, 2011 -- A new test": a dateline
    if prose.startswith("\n", at) or at == len(prose):
        if not re.fullmatch(_AGO, prose[start:end]):
            return
        at = len(prose) - len(prose[at:].lstrip("\n"))
    elif at == end or not _COPY.match(prose, at):
        return
    text = prose[start:end]
    if loose and text.startswith("By ") and not _SENTENCE.match(prose, at):
        return
    yield Hit(start, end, values={"field": text}, fixes=((Edit(start, at, ""),),))


def _field(prose: str, at: int) -> tuple[_Field | None, re.Match[str] | None]:
    for field in _FIELDS:
        found = field.pattern.match(prose, at, at + 400)
        if found:
            return field, found
    return None, None
