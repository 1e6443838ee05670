"""Runs the examples of rules: they are the tests, the documentation and the specification."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint import formats
from newslint.config import Config
from newslint.document import Document
from newslint.dressed import FORMATS, dressed, reason_against
from newslint.engine import Engine
from newslint.fixer import apply, settle
from newslint.model import Finding, Safety
from newslint.registry import Registry
from newslint.rule import Example, Rule
from newslint.settings import Active, resolve
from newslint.source import Source

_PARAGRAPH = "The council met on Tuesday."  # in which nothing is wrong
_GAPS = {"\n\n": "another paragraph", "\n": "a line that ends in a stop"}


def run_examples(registry: Registry, names: Iterable[str] | None = None) -> list[str]:
    """What is wrong with the examples of the named rules (default: all); an empty list means all is well."""
    wanted = set(names) if names is not None else set(registry.rules)
    failures = []
    for rule in registry.rules.values():
        if rule.name in wanted:
            failures += [f"{rule.name}: {failure}" for failure in check_rule(registry, rule)]
    return failures


def check_rule(registry: Registry, rule: Rule) -> list[str]:
    """What is wrong with the examples of one rule."""
    out = []
    for example in rule.bad:
        out += _bad(registry, rule, example)
    for example in rule.good:
        found = _check(registry, rule, example, example.text)
        out += [f"good example is found fault with: {_shown(example, finding)}" for finding in found]
    for example in rule.todo:
        found = _check(registry, rule, example, example.text)
        expected = example.spans
        if bool(expected) == bool(found):
            out.append(f"a todo example behaves now, promote it: {example.marked!r}")
    return out


def _bad(registry: Registry, rule: Rule, example: Example) -> list[str]:
    text = example.text
    found = _check(registry, rule, example, text)
    out = []
    if [(f.start, f.end) for f in found] != example.spans:
        places = [text[f.start : f.end] for f in found]
        out.append(f"bad example {example.marked!r} should be found at its marks, was found at {places}")
        return out
    if rule.fix is not Safety.NONE or example.fixed is not None or example.alternatives:
        out += _mended(registry, rule, example, text, found)
    if not example.raw:
        out += _elsewhere(registry, rule, example, found)
    return out


def _mended(registry: Registry, rule: Rule, example: Example, text: str, found: Sequence[Finding]) -> list[str]:
    out = []
    if example.alternatives:
        made = sorted(apply(text, fix.edits).removesuffix("\n") for fix in found[0].alternatives)
        if made != sorted(example.alternatives):
            out.append(f"bad example {example.marked!r} offers {made}, not {sorted(example.alternatives)}")
    now = settle(text, lambda changed: _check(registry, rule, example, changed), Safety.UNSAFE).text
    now = now if example.raw else now.removesuffix("\n")
    expected = example.fixed
    if expected is None:
        if now != (text if example.raw else text.removesuffix("\n")):
            out.append(f"bad example {example.marked!r} is mended to {now!r}: say so under “fixed”")
    elif now != expected:
        out.append(f"bad example {example.marked!r} is mended to {now!r}, not {expected!r}")
    return out


def _elsewhere(registry: Registry, rule: Rule, example: Example, found: Sequence[Finding]) -> list[str]:
    """The same words must be found behind another paragraph, behind another line, and with CRLF."""
    text = example.text
    words = [text[f.start : f.end] for f in found]
    out = []
    if rule.name not in _FIRST_PLACE:
        for gap, named in _GAPS.items():
            shift = len(_PARAGRAPH + gap)
            behind = _check(registry, rule, example, _PARAGRAPH + gap + text)
            if [(f.start - shift, f.end - shift) for f in behind] != example.spans:
                out.append(f"bad example {example.marked!r} is not found alike behind {named}")
    if rule.name not in _LINE_ENDS:
        crlf = text.replace("\n", "\r\n")
        other = [crlf[f.start : f.end].replace("\r\n", "\n") for f in _check(registry, rule, example, crlf)]
        if other != words:
            out.append(f"bad example {example.marked!r} with CRLF is found at {other}")
    for format in FORMATS:
        if format in rule.formats and not reason_against(text, format):
            out += _dressed(registry, rule, example, format, mends=not _removes_lines(text, found))
    return out


def _removes_lines(text: str, found: Sequence[Finding]) -> bool:
    """Whether a fix takes whole lines away: in markup these are elements, which no fix touches."""
    fixes = [finding.fix for finding in found if finding.fix]
    return any("\n" in text[edit.start : edit.end] for fix in fixes for edit in fix.edits)


def _dressed(registry: Registry, rule: Rule, example: Example, format: str, *, mends: bool) -> list[str]:
    """The same words must be found inside a format; where no markup lies inside them (`mends`), mended alike."""
    made = dressed(example.text, format, example.spans)
    if made is None:
        return []
    document, expected = made
    found = [(f.start, f.end) for f in _check_document(registry, rule, example, document)]
    if found != expected:
        text = document.source.text
        places = [text[start:end] for start, end in found]
        return [f"bad example {example.marked!r} in {format} is found at {places}"]
    if example.fixed is None or format == "html" or (format == "markdown" and not mends):
        return []
    source = document.source

    def check(text: str) -> list[Finding]:
        return _check_document(registry, rule, example, formats.read(Source(source.path, text), format))

    mended = settle(source.text, check, Safety.UNSAFE).text
    prose = formats.read(Source(source.path, mended), format).prose
    if prose.split() != example.fixed.split():
        return [f"bad example {example.marked!r} in {format} is mended to {prose!r}"]
    return []


_FIRST_PLACE = frozenset({"metadata-in-lead"})  # rules about the very start of an article
_LINE_ENDS = frozenset({"mixed-line-ends"})


def _check(registry: Registry, rule: Rule, example: Example, text: str) -> list[Finding]:
    return _check_document(registry, rule, example, formats.read(Source("example.txt", text, on_disk=True), "text"))


def _check_document(registry: Registry, rule: Rule, example: Example, document: Document) -> list[Finding]:
    settings = resolve(_config(rule, example), Registry([rule]))
    engine = Engine((Active(rule, settings.options[rule.name]),), document.format)
    findings, problems = engine.check(document)
    if problems:
        raise AssertionError(problems[0].message)
    if example.case:
        findings = [finding for finding in findings if finding.severity == rule.severity_of(example.case)]
    return findings


def _config(rule: Rule, example: Example) -> Config:
    """The options of an example as a configuration; `quotes` and `locale` are those that all rules share."""
    options = dict(example.options)
    quotes, locale = options.pop("quotes", None), options.pop("locale", None)
    return Config(quotes=quotes, locale=locale, rules={rule.name: options} if options else {})


def _shown(example: Example, finding: Finding) -> str:
    return f"{example.marked!r} at {example.text[finding.start : finding.end]!r} ({finding.message})"
