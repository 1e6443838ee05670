"""Rules times document: runs what can match, and makes findings of the hits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from newslint.digest import blake2b
from newslint.document import Document
from newslint.kinds import Check, plan
from newslint.model import Edit, Finding, Fix, Hit, Problem, Safety
from newslint.rule import Variant
from newslint.scout import Scout, Weak, weaken
from newslint.settings import Active
from newslint.suppress import before_sic, has_sic

MOST_HITS = 1000  # of one rule in one article; more say nothing new and cost time
_CONTEXT = 100  # code points around a match in which an `unless` pattern may begin


class _Runner(NamedTuple):
    active: Active
    check: Check
    each: bool


class Engine:
    """A set of rules made ready for one format. `plain`: do without the scout (same findings, slower)."""

    def __init__(self, active: Sequence[Active], format: str, *, plain: bool = False) -> None:
        self._always: list[_Runner] = []
        self._runners: list[tuple[_Runner, int]] = []  # by trigger: the runner and which of its triggers
        exact: list[str] = []
        weak: list[Weak] = []
        for one in active:
            rule = one.rule
            if format not in rule.formats:
                continue
            found = plan(rule)
            runner = _Runner(one, found.check, found.each)
            if not found.triggers:
                self._always.append(runner)
            for i, trigger in enumerate(found.triggers):
                exact.append(trigger)
                weak.append(rule.weak[i] if i < len(rule.weak) else weaken(trigger))
                self._runners.append((runner, i))
        self._scout = Scout(exact, weak, plain=plain)
        self._unless: dict[str, re.Pattern[str]] = {}

    def check(self, document: Document, most: int = MOST_HITS) -> tuple[list[Finding], list[Problem]]:
        """The findings in a document, sorted by place, and the rules that crashed on it.

        A rule is cut off after `most` hits. Suppression comments are not applied yet.
        """
        problems: list[Problem] = []
        hits = self._hits(document, problems, most)
        if not hits:
            return [], problems
        hits = _yielded(_settled(document, hits))
        return findings_of(document, hits), problems

    def _hits(self, document: Document, problems: list[Problem], most: int) -> list[tuple[Active, Hit]]:
        """What the rules yield; one that crashes is named, and the others go on."""
        prose = document.prose
        data = prose.encode("utf-8", "replace")
        out: list[tuple[Active, Hit]] = []
        counts: dict[str, int] = {}
        for runner in self._always:
            try:
                found = list(islice(runner.check(document, runner.active.options), most + 1))
            except Exception as error:
                problems.append(_crash(document, runner.active, error))
                continue
            if found:
                self._keep(runner.active, found, out, counts, problems, document, most)
        ran: set[str] = set()
        for index in self._scout.which(data, prose):
            runner, number = self._runners[index]
            active = runner.active
            try:
                if runner.each:
                    made: Iterable[Hit] = self._matched(runner, number, index, document, data)
                elif active.rule.name in ran or next(self._scout.matches(index, prose, data), None) is None:
                    continue  # the weak pattern may be wrong, and a check of the whole document is dear
                else:
                    ran.add(active.rule.name)
                    made = runner.check(document, active.options)
                found = list(islice(made, most + 1))
            except Exception as error:
                problems.append(_crash(document, active, error))
                continue
            if found:
                self._keep(active, found, out, counts, problems, document, most)
        return out

    @staticmethod
    def _keep(
        active: Active,
        found: list[Hit],
        out: list[tuple[Active, Hit]],
        counts: dict[str, int],
        problems: list[Problem],
        document: Document,
        most: int,
    ) -> None:
        """Take hits of one rule, but no more than `most` in all."""
        name = active.rule.name
        before = counts.get(name, 0)
        counts[name] = before + len(found)
        if counts[name] > most >= before:
            note = f"{name}: more than {most} findings; the rest of this text was not looked at for it"
            problems.append(Problem(document.source.path, note, 0))
        out += [(active, hit) for hit in found[: max(most - before, 0)]]

    def _matched(self, runner: _Runner, number: int, index: int, document: Document, data: bytes) -> Iterator[Hit]:
        """The hits of a rule that is called for each match of its pattern."""
        variants, options = runner.active.rule.variants, runner.active.options
        variant = variants[number] if number < len(variants) else None
        for match in self._scout.matches(index, document.prose, data):
            if variant is not None and variant.unless and self._excused(variant, match):
                continue
            for hit in runner.check(match, document, options):
                yield hit._replace(case=variant.case) if variant is not None and variant.case and not hit.case else hit

    def _excused(self, variant: Variant, match: re.Match[str]) -> bool:
        """Whether an `unless` pattern overlaps the match, on the same line."""
        text, (start, end) = match.string, match.span(variant.group)
        low = max(text.rfind("\n", 0, start) + 1, start - _CONTEXT)
        stop = text.find("\n", end)
        high = min(len(text) if stop < 0 else stop, end + _CONTEXT)
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
    sic = has_sic(document)
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
        if sic and before_sic(document, hit.end):
            continue
        out.append((active, hit))
    return out


def _yielded(hits: list[tuple[Active, Hit]]) -> list[tuple[Active, Hit]]:
    """Drop hits that overlap one of a rule theirs yields to: one defect, one finding."""
    if not any(active.rule.yields_to for active, _ in hits):
        return hits
    spans: dict[str, _Spans] = {}
    for active, hit in hits:
        spans.setdefault(active.rule.name, _Spans()).add(hit.start, hit.end)
    return [
        (active, hit)
        for active, hit in hits
        if not any(name in spans and spans[name].overlap(hit) for name in active.rule.yields_to)
    ]


class _Spans:
    """The spans of one rule's hits, added in order of their starts."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []  # the farthest end up to here
        self._all: set[tuple[int, int]] = set()

    def add(self, start: int, end: int) -> None:
        self._starts.append(start)
        self._ends.append(max(end, self._ends[-1]) if self._ends else end)
        self._all.add((start, end))

    def overlap(self, hit: Hit) -> bool:
        before = bisect_left(self._starts, hit.end)
        return (before > 0 and self._ends[before - 1] > hit.start) or (hit.start, hit.end) in self._all


def findings_of(document: Document, hits: list[tuple[Active, Hit]]) -> list[Finding]:
    """Hits as findings: placed in the source, with their message, fixes and fingerprint, sorted by place."""
    source = document.source
    span, place = document.offsets.span, source.place
    seen: dict[str, int] = {}
    out = []
    for active, hit in hits:
        rule = active.rule
        severity = active.severity or rule.severity_of(hit.case, document.format)
        values = {"text": document.prose[hit.start : hit.end], **hit.values}
        fixes = _fixes(document, rule.safety_of(hit.case), hit)
        out.append(
            Finding(
                path=source.path,
                row=source.row,
                field=source.field,
                rule=rule.name,
                family=rule.family,
                severity=severity,
                message=rule.message_of(hit.case).format_map(values),
                place=place(*span(hit.start, hit.end)),
                fix=fixes[0] if len(hit.fixes) == 1 and fixes else None,
                alternatives=tuple(fixes) if len(hit.fixes) > 1 else (),
                related=tuple(place(*span(*other)) for other in hit.related),
                fingerprint=_fingerprint(document.prose, rule.name, hit, seen),
                url=rule.url,
            )
        )
    if document.format != "text":  # the text of attributes stands behind the block they were met in
        out.sort(key=lambda finding: (finding.start, finding.end, finding.rule))
    return out


def _fixes(document: Document, safety: Safety, hit: Hit) -> list[Fix]:
    """A hit's fixes as edits of the source; none where markup lies inside one."""
    if safety is Safety.NONE or not hit.fixes:
        return []
    out = []
    for edits in hit.fixes:
        mapped = [_mapped(document, edit) for edit in edits]
        if any(edit is None for edit in mapped):
            continue
        if document.keeps is not None and not document.keeps([edit for edit in mapped if edit is not None]):
            continue
        grade = safety
        if grade is Safety.SAFE and _rewords_quotation(document, edits):
            grade = Safety.UNSAFE
        out.append(Fix(grade, tuple(edit for edit in mapped if edit is not None)))
    return out


def _mapped(document: Document, edit: Edit) -> Edit | None:
    """An edit of prose as one of the source; None where markup lies inside it or its text cannot be written there."""
    source = document.source
    start, end, text = edit
    span = document.offsets.exact(start, end)
    if document.encode is not None and (span is None or span[1] - span[0] != end - start):
        start, end, text = _narrowed(document.prose, edit)  # keep entities and markup that the edit leaves as they are
        span = document.offsets.exact(start, end)
    if span is None:
        return None
    if document.encode is not None:
        encoded = document.encode(text, span[0])
        return None if encoded is None else Edit(*span, encoded)
    if "\n" in text and source.newline != "\n":
        text = text.replace("\n", source.newline)
    return Edit(*span, text)


def _narrowed(prose: str, edit: Edit) -> Edit:
    """An edit without what its old and new text have in common at their ends."""
    start, end, text = edit
    while start < end and text and prose[start] == text[0]:
        start, text = start + 1, text[1:]
    while start < end and text and prose[end - 1] == text[-1]:
        end, text = end - 1, text[:-1]
    return Edit(start, end, text)


def _rewords_quotation(document: Document, edits: Sequence[Edit]) -> bool:
    """Whether the edits change letters inside a direct quotation: a safe fix never does."""
    for edit in edits:
        old = [char for char in document.prose[edit.start : edit.end] if char.isalnum()]
        new = [char for char in edit.text if char.isalnum()]
        if old != new and _meets(document.quotations.spans, edit):
            return True
    return False


def _meets(spans: Sequence[tuple[int, int]], edit: Edit) -> bool:
    """Whether an edit reaches into one of the spans, which are in order and do not overlap."""
    i = bisect_left(spans, max(edit.end, edit.start + 1), key=lambda span: span[0]) - 1
    return i >= 0 and spans[i][1] > edit.start


_AROUND = 80  # code points on either side of a hit that its fingerprint looks at, within its sentence


def _fingerprint(prose: str, rule: str, hit: Hit, seen: dict[str, int]) -> str:
    """Rule, folded words around the hit, and which of several equal ones: survives edits elsewhere in the article."""
    first, last = max(hit.start - _AROUND, 0), min(hit.end + _AROUND, len(prose))
    low = max(prose.rfind("\n", first, hit.start), prose.rfind(". ", first, hit.start), first)
    high = min([at for at in (prose.find("\n", hit.end, last), prose.find(". ", hit.end, last)) if at >= 0] or [last])
    around = " ".join(prose[low:high].strip(".,;:").split()).casefold()
    key = f"{rule}\0{around}\0{prose[hit.start : hit.end]}"
    seen[key] = seen.get(key, 0) + 1
    return blake2b(f"{key}\0{seen[key]}".encode("utf-8", "replace"), digest_size=8).hexdigest()
