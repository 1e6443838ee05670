"""`kind: consistent`: of several ways to write one thing an article uses one; the minority is reported once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds import Plan
from newslint.kinds.swap import words_pattern
from newslint.mix import minority
from newslint.model import Hit
from newslint.rule import Options, Rule


def plan(rule: Rule) -> Plan:
    """`terms` is a list of groups; the members of a group exclude one another."""
    pattern = words_pattern({term for group in rule.terms for term in group}, rule.ignore_case)
    group_of = {term.casefold(): (i, term) for i, group in enumerate(rule.terms) for term in group}

    def check(document: Document, options: Options) -> Iterator[Hit]:
        seen: dict[int, dict[str, list[tuple[int, int]]]] = {}
        for match in re.finditer(pattern, document.prose):
            found = group_of.get(match[0].casefold())
            if found:
                seen.setdefault(found[0], {}).setdefault(found[1], []).append(match.span())
        for ways in seen.values():
            if len(ways) > 1:
                yield minority(document.prose, ways)

    return Plan((pattern,), check, False)
