"""`newslint explain`."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from newslint.cli.options import choice_options, settings_here
from newslint.cli.output import prepared
from newslint.config import nearest
from newslint.model import NewslintError, Safety
from newslint.report.style import Style, style_for
from newslint.report.visible import evident, plain
from newslint.rule import Example, Rule
from newslint.rulefile import load

_MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


@click.command("explain")
@click.argument("rule")
@choice_options
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours (auto).")
def command(rule: str, color: str, **values: Any) -> int:
    """Explain one rule: why it is there, examples, options, measured precision, and when to turn it off."""
    registry = settings_here(values).registry
    found = registry.rules.get(rule)
    if found is None:
        if rule in registry.families():
            names = ", ".join(one.name for one in registry.in_family(rule))
            raise NewslintError(f"“{rule}” is a family; its rules are {names}")
        raise NewslintError(f"there is no rule “{rule}”{nearest(rule, registry.rules)}")
    out = prepared(sys.stdout)
    style = style_for(out, color)
    for line in _page(found if found.bad else load(Path(found.path)), style):
        out.write(line + "\n")
    return 0


def _page(rule: Rule, style: Style) -> Iterator[str]:
    width = min(style.width, 88)
    severity = style.severe(rule.severity.label, rule.severity)
    yield f"{style.paint(rule.name, 'bold')}  {rule.family}, {severity}, {_fix(rule.fix)}"
    if rule.preset != "newsroom":
        yield f"preset: {rule.preset}"
    yield ""
    yield from wrapped(rule.why, width)
    for title, examples in (("Wrong", rule.bad), ("Right", rule.good), ("Known misses and false alarms", rule.todo)):
        if examples:
            yield ""
            yield style.paint(title, "bold")
            for example in examples[:5]:
                yield from _example(example, style)
    if rule.options:
        yield ""
        yield style.paint("Options", "bold") + f" in [rules.{rule.name}]"
        for option in rule.options.values():
            default = sorted(option.default) if isinstance(option.default, frozenset) else option.default
            shown = repr(default).lower() if isinstance(default, bool) else repr(default).replace("'", '"')
            yield from wrapped(f"{option.name} = {shown}  {option.help}", width, "  ")
    if rule.cases:
        yield ""
        yield style.paint("Cases", "bold")
        for name in rule.cases:
            yield f"  {name}: {rule.severity_of(name).label}, {_fix(rule.safety_of(name))}"
    measured = dict(rule.measured)
    if measured:
        yield ""
        yield style.paint("Measured", "bold")
        read, right, on = (measured.get(key, "?") for key in ("read", "right", "on"))
        yield from wrapped(f"{right} of {read} findings read were right, on {on}.", width, "  ")
    if rule.turn_off:
        yield ""
        yield style.paint("When to turn it off", "bold")
        yield from wrapped(rule.turn_off, width, "  ")
    if rule.source:
        yield ""
        yield f"Source: {rule.source}"
    yield ""
    yield style.paint(rule.url, "dim")


def _fix(safety: Safety) -> str:
    return f"{safety.label} fix" if safety > Safety.NONE else "no fix"


def _example(example: Example, style: Style) -> Iterator[str]:
    yield from _indented(_marked(example.marked, style))
    for mended in (example.fixed, *example.alternatives):
        if mended is not None:
            yield from _indented(_lines(mended, plain), "  → ")
    if example.note:
        yield style.paint(f"    ({example.note})", "dim")


def _marked(text: str, style: Style) -> str:
    """An example with what is wrong in colour, or in double brackets, and visible."""

    def shown(line: str) -> str:
        return style.paint(evident(line), "red", "bold")

    pieces = _MARK.split(text)  # outside, inside, outside …
    pieces[::2] = [_lines(piece, plain) for piece in pieces[::2]]
    pieces[1::2] = [_lines(piece, shown) if style.color else f"[[{_lines(piece, shown)}]]" for piece in pieces[1::2]]
    return "".join(pieces)


def _lines(text: str, shown: Callable[[str], str]) -> str:
    return "\n".join(map(shown, text.split("\n")))


def _indented(text: str, first: str = "  ") -> Iterator[str]:
    for index, line in enumerate(text.split("\n")):
        yield (first if index == 0 else " " * len(first)) + line


def wrapped(text: str, width: int, indent: str = "") -> Iterator[str]:
    """Paragraphs filled to `width` columns."""
    from textwrap import fill

    for index, paragraph in enumerate(text.split("\n\n")):
        if index:
            yield ""
        yield fill(" ".join(paragraph.split()), width, initial_indent=indent, subsequent_indent=indent)
