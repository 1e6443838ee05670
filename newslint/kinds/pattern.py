"""`kind: pattern`: every match is a finding; `replace` gives the fix, `unless` patterns excuse what they overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds import Plan
from newslint.model import Edit, Hit
from newslint.rule import Options, Rule


def plan(rule: Rule) -> Plan:
    """Matches become hits as they are; the engine applies `unless`."""
    by_pattern = {variant.pattern: variant for variant in rule.variants}

    def check(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
        variant = by_pattern[match.re.pattern]
        start, end = match.span(variant.group)
        if start < 0:
            return
        fixes: tuple[tuple[Edit, ...], ...] = ()
        if variant.replace is not None:
            fixes = ((Edit(start, end, match.expand(variant.replace)),),)
        groups = {name: value or "" for name, value in match.groupdict().items()}
        yield Hit(start, end, variant.case, groups, fixes)

    return Plan(tuple(by_pattern), check, True)
