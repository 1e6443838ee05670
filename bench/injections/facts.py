"""What an article says about itself, and gets wrong."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from injections.base import Broken, kind, pick, put, swapped

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = "|".join(_DAYS)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "(?:April|June|September|November)"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DATED = rf"\b(?:{_DAY})(?=,? (?:the )?(?:(?:{_MONTH}) {_NUMBER}|{_NUMBER} (?:{_MONTH})),? \d{{4}}\b)"

swapped("wrong-weekday", ("facts",), _DATED, lambda m, r: r.choice([day for day in _DAYS if day != m[0]]))


@kind("impossible-date", "facts")
def impossible_date(text: str, random: Random) -> Broken | None:
    match = pick(re.compile(rf"\b(?:{_SHORT} (?P<us>\d{{1,2}})|(?P<uk>\d{{1,2}}) {_SHORT})\b(?![-–/:])"), text, random)
    if match is None:
        return None
    group = "us" if match["us"] else "uk"
    return put(text, match.start(group), match.end(group), "31", around=10)


_PAIRS = (
    "centre center|organise organize|organisation organization|realise realize|colour color|labour labor|favour favor|"
    "honour honor|neighbour neighbor|defence defense|theatre theater|recognise recognize|"
    "adviser advisor|harbour harbor|behaviour behavior|organised organized|travelled traveled|grey gray|"
    "organisations organizations|centres centers|criticised criticized|analyse analyze|favourite favorite"
)
_OTHER = {}
for _pair in _PAIRS.split("|"):
    _one, _two = _pair.split()
    _OTHER[_one], _OTHER[_two] = _two, _one
_SPELT = re.compile(rf"(?<=[a-z] )(?:{'|'.join(_OTHER)})(?=[ ,.])")


@kind("spelling-mix", "facts", articles=True)
def spelling_mix(text: str, random: Random) -> Broken | None:
    counts = Counter(_SPELT.findall(text))
    match = pick(_SPELT, text, random, lambda m: counts[m[0]] > 2)
    return match and put(text, match.start(), match.end(), _OTHER[match[0]])
