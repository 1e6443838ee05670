"""`kind: avoid`: words or phrases that should not stand in copy; no fix."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds import Plan
from newslint.kinds.swap import words_pattern
from newslint.model import Hit
from newslint.rule import Options, Rule


def plan(rule: Rule) -> Plan:
    """One pattern of all terms."""
    terms = [term for group in rule.terms for term in group]

    def check(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
        yield Hit(match.start(), match.end(), values={"word": match[0]})

    return Plan((words_pattern(terms, rule.ignore_case),), check, True)
