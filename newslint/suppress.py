"""Findings that the copy itself says are right: suppression comments, `[[allow]]` entries, and [sic]."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newslint.document import Directive, Document
from newslint.model import Finding

_SIC = re.compile(r"""["”’')]*(?:[ \n]+[^\s\[]+)?[ \n]*[\[(]sic[\])]""", re.IGNORECASE)


def has_sic(document: Document) -> bool:
    """Whether "[sic]" stands anywhere, so that the common case costs one search."""
    return "sic]" in document.prose or "(sic)" in document.prose


def before_sic(document: Document, end: int) -> bool:
    """Whether a hit that ends at a prose offset stands within one word before "[sic]"."""
    return _SIC.match(document.prose, end) is not None


@dataclass(slots=True)
class Span:
    """The part of the source that one directive covers, for some rules or families (none: all)."""

    directive: Directive
    start: int
    end: int
    used: set[str] = field(default_factory=set)

    def covers(self, finding: Finding) -> bool:
        names = self.directive.rules
        return self.start <= finding.start < self.end and (
            not names or finding.rule in names or finding.family in names or "all" in names
        )


def spans(document: Document) -> list[Span]:
    """What each directive of a document covers, in source offsets."""
    text, out = document.source.text, []
    open_: list[Span] = []
    for directive in document.directives:
        if directive.action == "ignore":
            out.append(Span(directive, 0, len(text) + 1))
        elif directive.action == "disable-next-line":
            line = document.source.position(directive.end)[0]
            starts = document.source.line_starts
            first = starts[line] if line < len(starts) else len(text)
            last = starts[line + 1] if line + 1 < len(starts) else len(text) + 1
            out.append(Span(directive, first, last))
        elif directive.action == "disable":
            span = Span(directive, directive.end, len(text) + 1)
            out.append(span)
            open_.append(span)
        else:
            for span in open_:
                if not directive.rules or set(directive.rules) >= set(span.directive.rules):
                    span.end = min(span.end, directive.start)
            open_ = [span for span in open_ if span.end > directive.start]
    return out


def filtered(
    findings: Sequence[Finding], document: Document, allowed: Sequence[Mapping[str, str]]
) -> tuple[list[Finding], list[Directive]]:
    """The findings that nothing suppresses, and the directives that suppressed none."""
    covers = spans(document)
    out = []
    for finding in findings:
        hit = [span for span in covers if span.covers(finding)]
        for span in hit:
            span.used.add(finding.rule)
        if not hit and not _allowed(finding, document, allowed):
            out.append(finding)
    return out, [span.directive for span in covers if not span.used]


def _allowed(finding: Finding, document: Document, allowed: Sequence[Mapping[str, str]]) -> bool:
    text = document.source.text[finding.start : finding.end]
    return any(
        entry.get("rule", finding.rule) in (finding.rule, finding.family, "all")
        and ("text" not in entry or entry["text"] == text)
        for entry in allowed
    )
