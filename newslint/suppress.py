"""Findings that the copy itself says are right: suppression comments, `[[allow]]` entries, and [sic]."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from newslint.config import nearest
from newslint.digest import blake2b
from newslint.document import Directive, Document
from newslint.lazy import lazy
from newslint.model import Finding, Severity
from newslint.settings import OTHERS

_SIC = lazy(r"""["”’')]*(?:[ \n]+[^\s\[]+)?[ \n]*[\[(]sic[\])]""", re.IGNORECASE)


def before_sic(document: Document, end: int) -> bool:
    """Whether a hit that ends at a prose offset stands within one word before "[sic]"."""
    return _SIC.match(document.prose, end) is not None


(UNUSED,) = OTHERS  # the name under which a suppression that does nothing is reported
_ASKED = ("newslint-disable", "newslint-disable-next-line", "newslint-enable", "ignore")
_URL = "https://github.com/newslint/newslint/blob/main/docs/formats.md#suppression"


class Span:
    """The part of the source that one directive covers for one rule or family ("": all of them).

    `used`: whether it suppressed a finding. An `enable` that ends nothing has an empty span.
    """

    def __init__(self, directive: Directive, name: str, start: int, end: int, used: bool = False) -> None:
        self.directive = directive
        self.name = name
        self.start = start
        self.end = end
        self.used = used

    def covers(self, finding: Finding) -> bool:
        named = self.name in ("", "all", finding.rule, finding.family)
        return named and self.start <= finding.start < self.end


def spans(document: Document) -> list[Span]:
    """What each directive of a document covers, in source offsets, rule by rule."""
    source, out = document.source, []
    last = len(source.text) + 1
    open_: list[Span] = []
    for directive in document.directives:
        for name in directive.rules or ("",):
            if directive.action == "unknown":
                out.append(Span(directive, name, 0, 0))
            elif directive.action == "ignore":
                out.append(Span(directive, name, 0, last))
            elif directive.action == "disable-next-line":
                line = source.position(directive.end)[0]
                starts = [*source.line_starts, last, last]
                out.append(Span(directive, name, starts[line], starts[line + 1]))
            elif directive.action == "disable":
                open_.append(Span(directive, name, directive.end, last))
                out.append(open_[-1])
            else:
                ended = [span for span in open_ if name in ("", span.name)]
                for span in ended:
                    span.end = directive.start
                    open_.remove(span)
                out.append(Span(directive, name, 0, 0, used=bool(ended)))
    return out


def filtered(
    findings: Sequence[Finding], document: Document, allowed: Sequence[Mapping[str, str]]
) -> tuple[list[Finding], list[Span]]:
    """The findings that nothing suppresses, and what suppressed none."""
    covers = spans(document)
    out = []
    for finding in findings:
        hit = [span for span in covers if span.covers(finding)]
        for span in hit:
            span.used = True
        if not hit and not _allowed(finding, document, allowed):
            out.append(finding)
    return out, [span for span in covers if not span.used]


def unused(document: Document, idle: Sequence[Span], ran: set[str], known: Sequence[str]) -> list[Finding]:
    """A finding for each suppression that does nothing.

    `idle`: those that suppressed none; `ran`: rules and families that ran; `known`: all there are. What names a rule
    that did not run is no finding, for in another run it may have its use.
    """
    source, out = document.source, []
    seen: dict[str, int] = {}
    for span in idle:
        name, ending = span.name, span.directive.action == "enable"
        if span.directive.action == "unknown":
            message = f"there is no suppression “{name}”{nearest(name, _ASKED)}"
        elif name in ("", "all"):
            message = "this ends no suppression" if ending else "this suppression has nothing to suppress"
        elif name.startswith("languagetool"):
            continue
        elif name not in known:
            message = f"there is no rule or family “{name}”{nearest(name, known)}"
        elif name in ran:
            ends = "this ends no suppression of" if ending else "nothing to suppress here for"
            message = f"{ends} {name}"
        else:
            continue
        seen[message] = seen.get(message, 0) + 1
        key = f"{UNUSED}\0{message}\0{seen[message]}".encode()
        finding = Finding(
            path=source.path,
            row=source.row,
            field=source.field,
            rule=UNUSED,
            family="suppression",
            severity=Severity.WARNING,
            message=message,
            place=source.place(span.directive.start, span.directive.end),
            fingerprint=blake2b(key, digest_size=8).hexdigest(),
            url=_URL,
        )
        out.append(finding)
    return out


def _allowed(finding: Finding, document: Document, allowed: Sequence[Mapping[str, str]]) -> bool:
    text = document.source.text[finding.start : finding.end]
    return any(
        entry.get("rule", finding.rule) in (finding.rule, finding.family, "all")
        and ("text" not in entry or entry["text"] == text)
        for entry in allowed
    )
