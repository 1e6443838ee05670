"""Rules times document: runs what can match, and keeps the hits that count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from newslint.document import Document
from newslint.document.lines import line_near
from newslint.findings import findings_of
from newslint.kinds import Check, Late, plan
from newslint.model import Finding, Hit, Problem
from newslint.rule import Variant
from newslint.scout import Scout, Weak, weaken
from newslint.settings import Active
from newslint.spans import Spans
from newslint.suppress import before_sic

MOST_HITS = 1000  # of one rule in one article; more say nothing new and cost time
_CONTEXT = 100  # code points around a match in which an `unless` pattern may begin


class _Runner:
    """A rule ready to run. `each`: its check is called for every match."""

    __slots__ = ("_check", "active", "each")

    def __init__(self, active: Active, check: Check | Late, each: bool) -> None:
        self.active = active
        self.each = each
        self._check = check

    @property
    def check(self) -> Check:
        if isinstance(self._check, Late):
            self._check = self._check.load()
        return self._check


_Run = tuple[_Runner, int, int]
"""A runner, which of its triggers is meant, and the index of that among the triggers of all rules."""

_NO_TRIGGER = -1  # the index of what runs in every article


class Engine:
    """A set of rules made ready for one format. `plain`: do without the scout (same findings, slower).

    Rules that read lines are an engine of their own in formats where these are not the prose.
    """

    def __init__(self, active: Sequence[Active], format: str, *, plain: bool = False) -> None:
        active = [one for one in active if format in one.rule.formats]
        lines: list[Active] = []
        if format != "text":
            lines = [one for one in active if one.rule.reads == "lines"]
            active = [one for one in active if one.rule.reads != "lines"]
        self._lines = Engine(lines, "text", plain=plain) if lines else None
        self._always: list[_Run] = []
        self._runners: list[_Run] = []  # by trigger
        exact: list[str] = []
        weak: list[Weak] = []
        for one in active:
            rule = one.rule
            found = plan(rule)
            runner = _Runner(one, found.check, found.each)
            if not found.triggers:
                self._always.append((runner, 0, _NO_TRIGGER))
            elif found.also is not None:
                self._always.append((_Runner(one, found.also, False), 0, _NO_TRIGGER))
            for i, trigger in enumerate(found.triggers):
                exact.append(trigger)
                weak.append(rule.weak[i] if i < len(rule.weak) else weaken(trigger))
                self._runners.append((runner, i, len(self._runners)))
        self._scout = Scout(exact, weak, plain=plain)
        self._unless: dict[str, re.Pattern[str]] = {}

    def check(self, document: Document, most: int = MOST_HITS) -> tuple[list[Finding], list[Problem]]:
        """The findings in a document, sorted by place, and the rules that crashed on it.

        A rule is cut off after `most` hits. Suppression comments are not applied yet.
        """
        problems: list[Problem] = []
        hits = self._hits(document, problems, most)
        findings = findings_of(document, _yielded(_settled(document, hits))) if hits else []
        if self._lines is not None and document.lines is not None:
            more, trouble = self._lines.check(document.lines, most)
            findings = sorted([*findings, *more], key=lambda finding: finding.order)
            problems += trouble
        return findings, problems

    def _hits(self, document: Document, problems: list[Problem], most: int) -> list[tuple[Active, Hit]]:
        """What the rules yield; one that crashes is named, and the others go on."""
        prose = document.prose
        data = prose.encode("utf-8", "replace")
        out: list[tuple[Active, Hit]] = []
        counts: dict[str, int] = {}
        ran: set[str] = set()
        fired = (self._runners[index] for index in self._scout.which(data, prose))
        for runner, number, index in chain(self._always, fired):
            active = runner.active
            name = active.rule.name
            try:
                if runner.each:
                    made: Iterable[Hit] = self._matched(runner, number, index, document, data)
                else:
                    if index != _NO_TRIGGER:
                        # The weak pattern may be wrong, and a check of the whole document is dear.
                        if name in ran or next(self._scout.matches(index, prose, data), None) is None:
                            continue
                        ran.add(name)
                    made = runner.check(document, active.options)
                    if not made:
                        continue  # an empty tuple, from most rules in most articles
                found = list(islice(made, most + 1))
            except Exception as error:
                problems.append(_crash(document, active, error))
                continue
            if not found:
                continue
            before = counts.get(name, 0)
            counts[name] = before + len(found)
            if counts[name] > most >= before:
                note = f"{name}: more than {most} findings; the rest of this text was not looked at for it"
                problems.append(Problem(document.source.path, note, 0))
            out += [(active, hit) for hit in found[: max(most - before, 0)]]
        return out

    def _matched(self, runner: _Runner, number: int, index: int, document: Document, data: bytes) -> Iterator[Hit]:
        """The hits of a rule that is called for each match of its pattern."""
        variants, options = runner.active.rule.variants, runner.active.options
        variant = variants[number] if number < len(variants) else None
        unless, case = (variant.unless, variant.case) if variant is not None else ((), "")
        check = runner.check
        for match in self._scout.matches(index, document.prose, data):
            if variant is not None and unless and self._excused(variant, match):
                continue
            for hit in check(match, document, options):
                yield hit._replace(case=case) if case and not hit.case else hit

    def _excused(self, variant: Variant, match: re.Match[str]) -> bool:
        """Whether an `unless` pattern overlaps the match, on the same line."""
        text, (start, end) = match.string, match.span(variant.group)
        low, high = line_near(text, start, end, _CONTEXT)
        for pattern in variant.unless:
            compiled = self._unless.get(pattern)
            if compiled is None:
                compiled = self._unless[pattern] = re.compile(pattern)
            for other in compiled.finditer(text, low, high):
                if other.start() < end and other.end() > start:
                    return True
                if other.start() >= end:
                    break
        return False


def _crash(document: Document, active: Active, error: Exception) -> Problem:
    where = f"{type(error).__name__}: {error}"
    return Problem(document.source.path, f"rule {active.rule.name} crashed ({where}); this is a bug in newslint", 3)


def _settled(document: Document, hits: list[tuple[Active, Hit]]) -> list[tuple[Active, Hit]]:
    """Hits in the zones and blocks their rules are for, not excused by [sic] or an `allow` option, each once."""
    out, seen = [], set()
    shows = document.offsets.shows
    for active, hit in sorted(hits, key=lambda pair: (pair[1].start, pair[1].end, pair[0].rule.name)):
        rule = active.rule
        if (rule.name, hit.start, hit.end) in seen or (hit.start < hit.end and not shows(hit.start, hit.end)):
            continue
        seen.add((rule.name, hit.start, hit.end))
        if rule.not_in:
            zones = document.zones
            block = zones.block_at(hit.start)
            if zones.at(hit.start) in rule.not_in or (block is not None and block.kind in rule.not_in):
                continue
        if "allow" in active.options:
            text = document.prose[hit.start : hit.end].casefold()
            if " ".join(text.split()) in active.options.words("allow"):
                continue
        if before_sic(document, hit.end):
            continue
        out.append((active, hit))
    return out


def _yielded(hits: list[tuple[Active, Hit]]) -> list[tuple[Active, Hit]]:
    """Drop hits that overlap one of a rule theirs yields to: one defect, one finding."""
    if not any(active.rule.yields_to for active, _ in hits):
        return hits
    spans: dict[str, Spans] = {}
    for active, hit in hits:
        spans.setdefault(active.rule.name, Spans()).add(hit.start, hit.end)
    return [
        (active, hit)
        for active, hit in hits
        if not any(name in spans and spans[name].overlap(hit.start, hit.end) for name in active.rule.yields_to)
    ]
