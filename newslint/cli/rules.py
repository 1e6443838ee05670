"""`newslint rules`."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from newslint.cli.options import choice_options, settings_here
from newslint.cli.output import prepared
from newslint.model import Safety
from newslint.report.style import style_for
from newslint.rule import Rule


@click.command("rules")
@choice_options
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to list them.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours (auto).")
def command(format_: str, color: str, **values: Any) -> int:
    """List the rules: name, family, severity, preset, and how far their fixes go. `*` marks those that run."""
    settings = settings_here(values)
    rules = settings.registry.rules.values()
    active = {one.rule.name: one for one in settings.rules_for()}
    out = prepared(sys.stdout)
    if format_ == "json":
        listed = [{**_as_dict(rule), "active": rule.name in active} for rule in rules]
        json.dump(listed, out, ensure_ascii=False, indent=1)
        out.write("\n")
        return 0
    style = style_for(out, color)
    width = max((len(rule.name) for rule in rules), default=0)
    family = ""
    for rule in rules:
        if rule.family != family:
            out.write(("\n" if family else "") + style.paint(rule.family, "bold") + "\n")
            family = rule.family
        override = active[rule.name].severity if rule.name in active else None
        severity = override or rule.severity
        mark = "*" if rule.name in active else " "
        fix = f"{rule.fix.label} fix" if rule.fix > Safety.NONE else ""
        preset = rule.preset if rule.preset != "newsroom" else ""
        name, level = style.paint(rule.name.ljust(width), "bold"), style.severe(severity.label.ljust(7), severity)
        out.write(f"{mark} {name}  {level}  {fix:<10}  {style.paint(preset, 'dim')}".rstrip() + "\n")
    out.write(f"\n{len(active)} of {len(rules)} rules run here. `newslint explain RULE` says more about one.\n")
    return 0


def _as_dict(rule: Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity.label,
        "preset": rule.preset,
        "fix": rule.fix.label,
        "why": rule.why,
        "formats": sorted(rule.formats),
        "options": {
            option.name: {
                "type": option.type,
                "default": sorted(option.default) if isinstance(option.default, frozenset) else option.default,
                "help": option.help,
                **({"choices": list(option.choices)} if option.choices else {}),
            }
            for option in rule.options.values()
        },
        "measured": dict(rule.measured),
        "url": rule.url,
    }
