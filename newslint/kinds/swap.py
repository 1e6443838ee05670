"""`kind: swap`: words or phrases and what to write instead, whole words, the case of the first letter kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.kinds import Plan
from newslint.mix import cased
from newslint.model import Edit, Hit
from newslint.rule import Options, Rule


def plan(rule: Rule) -> Plan:
    """One pattern of all phrases; the fix is the phrase's partner ("" deletes it with the space before it)."""
    partners = {bad.casefold(): good for bad, good in rule.swap.items()}

    def check(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
        word = match[0]
        good = partners.get(" ".join(word.split()).casefold())
        if good is None:
            return
        if good:
            good = cased(good, word)
        yield Hit(match.start(), match.end(), values={"word": word, "instead": good}, fixes=(_mend(match, good),))

    return Plan((words_pattern(partners, rule.ignore_case),), check, True)


def _mend(match: re.Match[str], good: str) -> tuple[Edit, ...]:
    start = match.start()
    if not good and start and match.string[start - 1] == " ":
        start -= 1
    return (Edit(start, match.end(), good),)


def words_pattern(phrases: Iterable[str], ignore_case: bool) -> str:
    """A pattern for whole phrases, longest first; lower-case ones also match with a capital first letter."""
    parts = []
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        first = phrase[0]
        head = f"[{first.upper()}{first}]" if first.islower() and len(first.upper()) == 1 else re.escape(first)
        parts.append(head + r"[ \n]".join(map(re.escape, phrase[1:].split(" "))))
    flags = "(?i)" if ignore_case else ""
    return rf"{flags}(?<!\w)(?:{'|'.join(parts)})(?!\w)"
