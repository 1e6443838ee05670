"""The JSON schema of newslint.toml, made from the table of options and the catalogue."""

from __future__ import annotations

from typing import Any

from newslint.config import OPTIONS, Option
from newslint.registry import Registry
from newslint.rule import Option as RuleOption
from newslint.rule import Rule

URL = "https://raw.githubusercontent.com/newslint/newslint/main/docs/newslint.schema.json"
_TYPES: dict[str, dict[str, Any]] = {
    "strings": {"type": "array", "items": {"type": "string"}},
    "string": {"type": "string"},
    "bool": {"type": "boolean"},
    "number": {"type": "integer"},
    "table": {"type": "object"},
    "tables": {"type": "array", "items": {"type": "object"}},
}
_RULE_TYPES: dict[str, dict[str, Any]] = {
    "words": _TYPES["strings"],
    "int": _TYPES["number"],
    "bool": _TYPES["bool"],
    "string": _TYPES["string"],
    "choice": _TYPES["string"],
}
_SEVERITY = {"type": "string", "enum": ["off", "info", "warning", "error"], "description": "Its severity, or off."}


def schema(registry: Registry) -> dict[str, Any]:
    """A draft-07 schema; the names and options of the registry's rules are offered, others allowed."""
    properties = {option.name: _of(option) for option in OPTIONS}
    names = {"type": "array", "items": {"anyOf": [{"enum": registry.names()}, {"type": "string"}]}}
    for name in ("select", "ignore", "extend-select"):
        properties[name] = {**names, **{key: properties[name][key] for key in ("description", "default")}}
    properties["rules"]["properties"] = {rule.name: _of_rule(rule) for rule in registry.rules.values()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": URL,
        "title": "newslint.toml",
        **_object(properties),
    }


def _of(option: Option) -> dict[str, Any]:
    made: dict[str, Any] = {**_TYPES[option.kind], "description": option.help, "default": option.default}
    if option.choices:
        made["enum"] = list(option.choices)
    if option.name == "per-file":
        made["additionalProperties"] = _object({inner.name: _of(inner) for inner in option.keys})
    elif option.name == "rules":
        made["additionalProperties"] = {"type": "object"}
    elif option.keys:
        inside = _object({inner.name: _of(inner) for inner in option.keys})
        made |= {"items": inside} if option.kind == "tables" else inside
    return made


def _of_rule(rule: Rule) -> dict[str, Any]:
    options = {option.name: _of_option(option) for option in rule.options.values()}
    first = " ".join(rule.why.partition("\n\n")[0].split())
    return {**_object({"severity": _SEVERITY, **options}), "description": first}


def _of_option(option: RuleOption) -> dict[str, Any]:
    default = sorted(option.default) if isinstance(option.default, frozenset) else option.default
    made = {**_RULE_TYPES[option.type], "description": option.help, "default": default}
    return {**made, "enum": list(option.choices)} if option.choices else made


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}
