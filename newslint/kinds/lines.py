"""`kind: lines`: whole lines that do not belong in an article; the fix deletes the line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.lines import line_at
from newslint.kinds import Plan
from newslint.model import Edit, Hit
from newslint.rule import Options, Rule


def plan(rule: Rule) -> Plan:
    """Each pattern must match a line from end to end, white space around it apart."""

    def check(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
        prose, (start, end) = document.prose, match.span("line")
        begin, stop = line_at(prose, start, end)
        stop = min(stop + 1, len(prose))  # with its newline
        # With blank lines on both sides, one of them goes with the line.
        while begin and prose.startswith("\n", stop) and prose.startswith("\n", begin - 1) and prose[begin - 2] == "\n":
            stop += 1
        yield Hit(start, end, values={"line": match["line"]}, fixes=((Edit(begin, stop, ""),),))

    patterns = tuple(rf"(?m)^[ \t]*(?P<line>{v.pattern})[ \t]*$" for v in rule.variants)
    return Plan(patterns, check, True)
