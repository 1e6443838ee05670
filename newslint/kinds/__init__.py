"""How each kind of rule works: a rule becomes a Plan, which the engine runs.

A plan has triggers (exact patterns that the scout looks for) and a function. `each`: the function is called with
every match of a trigger; otherwise once an article, when a trigger can match or when there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, NamedTuple

from newslint.model import Hit
from newslint.rule import Rule

Check = Callable[..., Iterable[Hit]]


class Plan(NamedTuple):
    """`check(match, document, options)` if `each`, else `check(document, options)`. One trigger a variant."""

    triggers: tuple[str, ...]
    check: Check
    each: bool


def plan(rule: Rule) -> Plan:
    """The plan of a rule. Raises AttributeError or ImportError if it names a Python check that is not there."""
    module: Any
    if rule.kind != "check":
        module = import_module(f"newslint.kinds.{rule.kind}")
        found: Plan = module.plan(rule)
        return found
    name, _, function = rule.check.rpartition(".")
    check: Check = getattr(import_module(f"newslint.checks.{name}"), function)
    if rule.variants:
        return Plan(tuple(variant.pattern for variant in rule.variants), check, True)
    return Plan((rule.when,) if rule.when else (), check, False)
