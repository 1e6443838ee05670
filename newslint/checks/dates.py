"""Dates that contradict themselves: a weekday that the date was not, a day that its month lacks."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.lazy import lazy
from newslint.model import Hit
from newslint.rule import Options

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FIRST_YEAR = 1753  # Britain and its colonies changed their calendar in 1752
_LEAP = 2000
_NAMES = tuple(calendar.month_name)
# "Friday and Saturday, March 6, 2020": which day the date is of is not said.
_BEFORE_RANGE = lazy(r"day\.?,?[ \n]*(?:and|or|to|through|until|[-–—&/])[ \n]*$")
_DAY_OPENS = lazy(r"(?:^|[\n(,;:•–—-] ?|\bon )$")
_MONTH = r"(?P<month{}>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_FULL = lazy(
    rf"\b(?:{_MONTH.format(1)} (?P<day1>\d{{1,2}}), (?P<year1>[12]\d{{3}})"
    rf"|(?P<day2>\d{{1,2}}) {_MONTH.format(2)},? (?P<year2>[12]\d{{3}}))\b"
)
_DENIED = lazy(
    r"(?i)\bleap (?:day|year)|\bno such (?:day|date)|\b(?:do|does|did)(?: not|n['’]t) exist|\bnon-?existent"
    r"|\b(?:impossible|invalid)\b|(?:n['’]t| not) an? (?:real |valid )?(?:day|date)\b|\bi\.?e\.?,? never\b"
)
_LEAD = 250  # code points at the start of an article that may hold the date of its dateline
# "In June 31 people died", "Of the 31 May survive", "It has 31 November babies": a number of people, not a day.
_COUNTED = lazy(r"\b(?:in|of|for|with|has|have|had|during|throughout|early|mid|late)[ \n](?:the[ \n])?$", re.IGNORECASE)
_COUNTABLE = lazy(
    r"[ \n](?!(?:was|is|has|does|this)\b)(?:[a-z]+[ \n])?(?!(?:was|is|has|does|this)\b)"
    r"(?:[a-z]*[^\Ws]s|people|men|women|children|percent|per|million|new)\b"
)
_DETERMINER = lazy(r"(?:\b(?:the|an?|his|her|its|our|their|that|this)|['’]s)[ \n]$|\b[A-Z]{3,},[ \n]$", re.IGNORECASE)
_DAY_FOLLOWS = lazy(
    r"\b(?:on|by|until|till|before|after|from|through|to|ended|ending|dated|of|due|expires?)[ \n]$|day,?[ \n]$",
    re.IGNORECASE,
)
_DATED = lazy(r"\b(?:on|until|till|dated)[ \n]$", re.IGNORECASE)
_CITY, _WIRE = lazy(r"\b[A-Z]{3,},[ \n]$"), lazy(r"[ \n](?:\(|[-–—]{1,2}[ \n])")
_DAY_ENDS = lazy(r"[.,;:)?!]|\Z|\n\n|\s*[-–—]\s*\d")
_ISSUE = lazy(
    r"\b(?:issue|no\.?|number|vol\.?|volume|nr\.?|edition|#)[ \n]?$", re.IGNORECASE
)  # Issue 32 September 1998
_CODE_BEFORE = lazy(
    r"(?:[\w#/.:-]|\b(?:No\.?|AD|docket|file|ref|reference|rule|case|directive|standard|ISO|RFC)[ \n])$", re.IGNORECASE
)


def weekday_date(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit where a weekday is not that of its date. Cases: "" with a year, dateline with the year of the dateline."""
    said = _weekday(match["weekday"])
    month = _month(match["month"])
    day = int(match["day"])
    if _BEFORE_RANGE.search(match.string, max(0, match.start() - 20), match.start()):
        return
    case = ""
    named = match["weekday"] in ("Sun", "Sat") and match.start() == match.start("weekday")
    if named and not _DAY_OPENS.search(match.string, max(0, match.start() - 6), match.start()):
        return  # The Sun, the Edmonton Sun
    if match["year"]:
        date = _date(int(match["year"]), month, day)
    else:
        date, case = _nearest(document, month, day), "dateline"
    if date is None or date.weekday() == said:
        return
    if case and _historic(match.string, match.end()):
        return
    values = {
        "weekday": _DAYS[said],
        "right": _DAYS[date.weekday()],
        "date": f"{_NAMES[date.month]} {date.day}, {date.year}",
    }
    yield Hit(match.start(), match.end(), case, values)


def _weekday(name: str) -> int:
    return next(i for i, day in enumerate(_DAYS) if day.lower().startswith(name.lower()[:3]))


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _MONTHS.index(name.lower()[:3]) + 1


def _date(year: int, month: int, day: int) -> datetime.date | None:
    if year < _FIRST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _nearest(document: Document, month: int, day: int) -> datetime.date | None:
    """The date without a year that is nearest to the one full date at the start of the article; None without one."""
    found = _FULL.search(document.prose, 0, _LEAD)
    if found is None:
        return None
    order = "1" if found["month1"] else "2"
    written = _date(int(found["year" + order]), _month(found["month" + order]), int(found["day" + order]))
    if written is None:
        return None
    dates = [date for year in (-1, 0, 1) if (date := _date(written.year + year, month, day))]
    near = [date for date in dates if abs((date - written).days) < _MONTHS_AROUND]
    return near[0] if len(near) == 1 else None


_MONTHS_AROUND = 150  # days


def _historic(text: str, end: int) -> bool:
    """Whether a year stands a little further on ("on Tuesday, March 3, in 1992")."""
    return re.match(r"[^.\n]{0,30}\b(?:1[89]|20)\d\d\b", text[end : end + 40]) is not None


def impossible_date(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A hit where a month has no such day and none denies it. Cases: "" by name, numeric, swapped, range."""
    for hit in _impossible(match):
        if not _is_denied(match):
            yield hit


def _impossible(match: re.Match[str]) -> Iterator[Hit]:
    groups = match.groupdict()
    if groups.get("iso"):
        yield from _iso(match)
    elif groups.get("slashed"):
        yield from _slashed(match)
    elif groups.get("later"):
        if int(match["later"]) > int(match["sooner"]):
            yield Hit(match.start(), match.end(), "range", {"date": " ".join(match[0].split())})
    else:
        yield from _named(match)


def _is_denied(match: re.Match[str]) -> bool:
    """Whether the sentence itself says that there is no such day."""
    return _DENIED.search(match.string, max(0, match.start() - 50), match.end() + 50) is not None


def _named(match: re.Match[str]) -> Iterator[Hit]:
    if _ISSUE.search(match.string, max(0, match.start() - 12), match.start()):
        return
    month, day = _month(match["month"]), int(match["day"])
    year = int(match["year"]) if match["year"] else None
    most = calendar.monthrange(year or _LEAP, month)[1]
    if 0 < day <= most or (year is None and not _is_day(match)):
        return
    name = _NAMES[month] + (f" {year}" if year and month == 2 else "")
    yield Hit(match.start(), match.end(), values={"date": " ".join(match[0].split()), "month": name, "most": str(most)})


def _is_day(match: re.Match[str]) -> bool:
    """Whether a number beside the name of a month is a day, for want of a year."""
    text, before = match.string, match.string[max(0, match.start() - 12) : match.start()]
    if int(match["day"]) > 31:  # "on June 36th." or "the 36th of June"; not "in June 36th Street was shut"
        last = match.start("month") < match.start("day") and _DAY_ENDS.match(text, match.end()) is not None
        if _DATED.search(before) and not _COUNTABLE.match(text, match.end()):
            return last or match.start("month") < match.start("day")  # "on Dec. 39"
        if _CITY.search(before) and _WIRE.match(text, match.end()):
            return True  # "OSLO, Oct 37 (Reuters)"
        return bool(match["ordinal"]) and (last or " of " in match[0])
    if match.groupdict().get("since"):
        return int(match["since"]) < int(match["day"])
    if match["ordinal"] or _DAY_FOLLOWS.search(before) or _DAY_ENDS.match(text, match.end()):
        return True
    if match["month"] == match[0][: len(match["month"])] and _DETERMINER.search(before):
        return True  # the June 31 election
    return not _COUNTED.search(before) and not _COUNTABLE.match(text, match.end())


def _iso(match: re.Match[str]) -> Iterator[Hit]:
    if _CODE_BEFORE.search(match.string, max(0, match.start() - 12), match.start()):
        return
    year, month, day = (int(part) for part in match["iso"].split("-"))
    if 1 <= month <= 12:
        most = calendar.monthrange(year, month)[1]
        if most < day <= 31:
            values = {"date": match["iso"], "month": f"{_NAMES[month]} {year}", "most": str(most)}
            yield Hit(match.start(), match.end(), "", values)
    elif 1 <= day <= 12 < month <= 31:
        yield Hit(match.start(), match.end(), "swapped", {"date": match["iso"]})


def _slashed(match: re.Match[str]) -> Iterator[Hit]:
    if _CODE_BEFORE.search(match.string, max(0, match.start() - 12), match.start()):
        return
    first, second, year = (int(part) for part in match["slashed"].split("/"))
    if any(_date(year, month, day) for month, day in ((first, second), (second, first))):
        return
    if 0 < first <= 31 and 0 < second <= 31 and year >= _FIRST_YEAR:
        yield Hit(match.start(), match.end(), "numeric", {"date": match["slashed"]})
