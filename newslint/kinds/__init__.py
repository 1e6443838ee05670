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
    """`check(match, document, options)` if `each`, else `check(document, options)`. One trigger a variant.

    `also(document, options)` is called once an article besides.
    """

    triggers: tuple[str, ...]
    check: Check | Late
    each: bool
    also: Late | None = None


class Late:
    """A check by its dotted name, imported when it is asked for: most rules never are."""

    def __init__(self, name: str) -> None:
        self._name = name

    def load(self) -> Check:
        return find_check(self._name)


def find_check(dotted: str) -> Check:
    """The Python check `module.function`. Raises AttributeError or ImportError when it is not there."""
    name, _, function = dotted.rpartition(".")
    check: Check = getattr(import_module(f"newslint.checks.{name}"), function)
    return check


def plan(rule: Rule) -> Plan:
    """The plan of a rule."""
    module: Any
    if rule.kind != "check":
        module = import_module(f"newslint.kinds.{rule.kind}")
        found: Plan = module.plan(rule)
        return found
    check = Late(rule.check)
    also = Late(rule.also) if rule.also else None
    if rule.variants:
        return Plan(tuple(variant.pattern for variant in rule.variants), check, True, also)
    return Plan((rule.when,) if rule.when else (), check, False, also)
