"""Makes findings of hits: placed in the source, with their message, fixes and fingerprint."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.digest import blake2b
from newslint.document import Document
from newslint.document.offsets import Identity
from newslint.model import Edit, Finding, Fix, Hit, Safety
from newslint.settings import Active


def findings_of(document: Document, hits: list[tuple[Active, Hit]]) -> list[Finding]:
    """Hits as findings: placed in the source, with their message, fixes and fingerprint, sorted by place."""
    source, prose = document.source, document.prose
    span, place = document.offsets.span, source.place
    straight = _is_straight(document)
    seen: dict[str, int] = {}
    out = []
    for active, hit in hits:
        rule = active.rule
        severity = active.severity or rule.severity_of(hit.case, document.format)
        fixes = _fixes(document, rule.safety_of(hit.case), hit, straight=straight) if hit.fixes else ()
        out.append(
            Finding(
                path=source.path,
                row=source.row,
                field=source.field,
                rule=rule.name,
                family=rule.family,
                severity=severity,
                message=rule.message_of(hit.case).format_map({"text": prose[hit.start : hit.end], **hit.values}),
                place=place(*span(hit.start, hit.end)),
                fix=fixes[0] if fixes and len(hit.fixes) == 1 else None,
                alternatives=tuple(fixes) if len(hit.fixes) > 1 else (),
                related=tuple([place(*span(*other)) for other in hit.related]) if hit.related else (),
                fingerprint=_fingerprint(prose, rule.name, hit, seen),
                url=rule.url,
            )
        )
    if document.format != "text":  # the text of attributes stands behind the block they were met in
        out.sort(key=lambda finding: finding.order)
    return out


def _is_straight(document: Document) -> bool:
    """Whether an edit of prose is one of the source as it stands."""
    plain = document.encode is None and document.keeps is None and isinstance(document.offsets, Identity)
    return plain and document.source.newline == "\n"


def _fixes(document: Document, safety: Safety, hit: Hit, *, straight: bool) -> list[Fix]:
    """A hit's fixes as edits of the source; none where markup lies inside one."""
    if safety is Safety.NONE:
        return []
    out = []
    for edits in hit.fixes:
        grade = Safety.UNSAFE if safety is Safety.SAFE and _rewords_quotation(document, edits) else safety
        if straight:
            out.append(Fix(grade, edits))
            continue
        mapped = [_mapped(document, edit) for edit in edits]
        if any(edit is None for edit in mapped):
            continue
        if document.keeps is not None and not document.keeps([edit for edit in mapped if edit is not None]):
            continue
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
        if old == new:
            continue
        if document.zones.at(edit.start) == "quote" or document.quotations.meet(edit.start, edit.end):
            return True
    return False


_AROUND = 80  # code points on either side of a hit that its fingerprint looks at, within its sentence


def _fingerprint(prose: str, rule: str, hit: Hit, seen: dict[str, int]) -> str:
    """Rule, folded words around the hit, and which of several equal ones: survives edits elsewhere in the article."""
    start, end = hit.start, hit.end
    first, last = max(start - _AROUND, 0), end + _AROUND
    low = max(prose.rfind("\n", first, start), prose.rfind(". ", first, start), first)
    line, stop = prose.find("\n", end, last), prose.find(". ", end, last)
    high = line if stop < 0 or -1 < line < stop else stop
    around = " ".join(prose[low : high if high >= 0 else last].strip(".,;:").split()).casefold()
    key = f"{rule}\0{around}\0{prose[start:end]}"
    seen[key] = count = seen.get(key, 0) + 1
    return blake2b(f"{key}\0{count}".encode("utf-8", "replace"), digest_size=8).hexdigest()
