"""Reads one rule file: YAML to a plain tree of strings, and that tree to a Rule. Strict: every error names its line."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any

from newslint.config import AnyPath, nearest
from newslint.lazy import lazy
from newslint.model import NewslintError, Safety, Severity
from newslint.rule import FAMILIES, FORMATS, KINDS, PRESETS, VIEWS, Case, Example, Option, Rule, Variant
from newslint.scout import Weak

Tree = dict[str, Any]
Lines = dict[tuple[str | int, ...], int]

_KEYS = {
    "name", "family", "preset", "severity", "fix", "message", "kind", "check", "also", "pattern", "patterns", "unless",
    "replace", "group", "when", "swap", "terms", "ignore-case", "cases", "formats", "reads", "info-in", "not-in",
    "yields-to", "options", "measured", "why", "turn-off", "source", "examples",
}  # fmt: skip
_VARIANT_KEYS = {"pattern", "unless", "replace", "case", "group"}
_EXAMPLE_KEYS = {"text", "fixed", "alternatives", "case", "options", "raw", "note"}
_CASE_KEYS = {"severity", "fix", "message"}
_OPTION_KEYS = {"type", "default", "help", "choices"}
_NAME = lazy(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class _Wrong(Exception):
    """Something wrong at a key path of the tree."""

    def __init__(self, path: tuple[str | int, ...], message: str) -> None:
        super().__init__(message)
        self.path = path


def read(path: AnyPath) -> tuple[Tree, Lines]:
    """The tree of a rule file, all leaves strings, and the 1-based line of every node.

    Raises NewslintError for what is no YAML, or whose top is no mapping, or for a key given twice.
    """
    import yaml

    # The base loader: the safe one makes booleans and numbers of the words no, on, off, yes and 1.10.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        with open(path, encoding="utf-8") as file:
            node = yaml.compose(file, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise NewslintError(f"{path}:{line}: {error.problem}") from None
    except UnicodeDecodeError:
        raise NewslintError(f"{path}: this is not UTF-8") from None
    except yaml.YAMLError as error:
        raise NewslintError(f"{path}: {error}") from None
    if not isinstance(node, yaml.MappingNode):
        raise NewslintError(f"{path}:1: a rule file is a mapping of keys")
    lines: Lines = {}
    return _plain(node, (), lines, path), lines


def _plain(node: Any, at: tuple[str | int, ...], lines: Lines, path: AnyPath) -> Any:
    lines[at] = node.start_mark.line + 1
    if node.id == "scalar":
        return node.value
    if node.id == "sequence":
        return [_plain(item, (*at, i), lines, path) for i, item in enumerate(node.value)]
    out: dict[str, Any] = {}
    for key, value in node.value:
        if key.value in out:
            raise NewslintError(f"{path}:{key.start_mark.line + 1}: key “{key.value}” is given twice")
        out[key.value] = _plain(value, (*at, key.value), lines, path)
        lines[(*at, key.value)] = key.start_mark.line + 1
    return out


def load(path: AnyPath) -> Rule:
    """The rule of a file. Raises NewslintError, naming file and line, for anything that is not right in it."""
    tree, lines = read(path)
    try:
        rule = build(tree, str(path))
        _compile(rule, tree)
    except _Wrong as wrong:
        at = wrong.path
        while at not in lines:
            at = at[:-1]
        raise NewslintError(f"{path}:{lines[at]}: {wrong}") from None
    stem = os.path.splitext(os.path.basename(path))[0]
    if rule.name != stem:
        raise NewslintError(f"{path}:{lines[('name',)]}: the rule is named “{rule.name}” but its file “{stem}”")
    return rule


def build(tree: Tree, path: str = "", weak: list[Any] | None = None) -> Rule:
    """A Rule of the tree of its file."""
    _known(tree, _KEYS, ())
    for key in ("name", "family", "message", "why"):
        if not tree.get(key):
            raise _Wrong((), f"key “{key}” is missing")
    if not _NAME.fullmatch(tree["name"]):
        raise _Wrong(("name",), f"“{tree['name']}” is not in kebab-case")
    kind = tree.get("kind", "check" if "check" in tree else "")
    if kind not in (*KINDS, "check") or (kind == "check" and "check" not in tree):
        raise _Wrong(("kind",) if "kind" in tree else (), f"name a kind ({', '.join(KINDS)}) or a Python check")
    options = {name: _option(name, value, ("options", name)) for name, value in _mapping(tree, "options", ()).items()}
    texts = _mapping(tree, "examples", ())
    _known(texts, {"bad", "good", "todo"}, ("examples",))
    return Rule(
        name=tree["name"],
        family=_one_of(tree, "family", FAMILIES, ()) if not _house(tree) else tree["family"],
        preset=_one_of(tree, "preset", PRESETS, (), "newsroom"),
        severity=_severity(tree, (), Severity.WARNING) or Severity.WARNING,
        fix=_safety(tree, (), Safety.NONE) or Safety.NONE,
        message=tree["message"],
        kind=kind,
        check=tree.get("check", ""),
        also=tree.get("also", ""),
        variants=_variants(tree),
        when=_text(tree["when"], ("when",)) if "when" in tree else None,
        swap=_mapping(tree, "swap", ()),
        terms=tuple(tuple(term) if isinstance(term, list) else (term,) for term in _list(tree, "terms", ())),
        ignore_case=tree.get("ignore-case") == "true",
        cases={name: _case(value, ("cases", name)) for name, value in _mapping(tree, "cases", ()).items()},
        formats=_subset(tree, "formats", FORMATS),
        reads=_one_of(tree, "reads", VIEWS, (), "prose"),
        info_in=frozenset(_subset(tree, "info-in", FORMATS)) if "info-in" in tree else frozenset(),
        not_in=frozenset(_list(tree, "not-in", ())),
        yields_to=frozenset(_list(tree, "yields-to", ())),
        options=options,
        measured=_mapping(tree, "measured", ()),
        why=tree["why"].strip(),
        turn_off=tree.get("turn-off", "").strip(),
        source=tree.get("source", "").strip(),
        bad=_examples(texts, "bad"),
        good=_examples(texts, "good"),
        todo=_examples(texts, "todo"),
        weak=tuple(
            Weak(pattern, loose, behind, tuple(needles), *rest) for pattern, loose, behind, needles, *rest in weak or ()
        ),
        path=path,
    )


def _house(tree: Tree) -> bool:
    """A rule of a user's own may name a family of theirs; Python checks are the catalogue's alone."""
    return "check" not in tree


def _variants(tree: Tree) -> tuple[Variant, ...]:
    if "patterns" in tree:
        if "pattern" in tree:
            raise _Wrong(("patterns",), "give “pattern” or “patterns”, not both")
        out = []
        for i, item in enumerate(_list(tree, "patterns", ())):
            at: tuple[str | int, ...] = ("patterns", i)
            if isinstance(item, str):
                item = {"pattern": item}
            _known(item, _VARIANT_KEYS, at)
            out.append(_variant(item, at, tree))
        return tuple(out)
    return (_variant(tree, (), tree),) if "pattern" in tree else ()


def _variant(item: Mapping[str, Any], at: tuple[str | int, ...], tree: Tree) -> Variant:
    if "pattern" not in item:
        raise _Wrong(at, "key “pattern” is missing")
    unless = item.get("unless", tree.get("unless", []))
    group = item.get("group", "0")
    return Variant(
        pattern=_text(item["pattern"], (*at, "pattern")),
        unless=tuple(_text(one, (*at, "unless")) for one in ([unless] if isinstance(unless, str) else unless)),
        replace=item.get("replace", tree.get("replace")),
        case=item.get("case", ""),
        group=int(group) if group.isdigit() else group,
    )


def _text(value: Any, at: tuple[str | int, ...]) -> str:
    if not isinstance(value, str):
        raise _Wrong(at, "expected a pattern")
    return value


def _compile(rule: Rule, tree: Tree) -> None:
    """See that every pattern is one. Rules from the cache have passed this, and compiling all would cost 25 ms."""
    patterns: list[tuple[tuple[str | int, ...], str]] = [(("when",), rule.when)] if rule.when is not None else []
    for i, variant in enumerate(rule.variants):
        at: tuple[str | int, ...] = ("patterns", i) if "patterns" in tree else ()
        patterns.append(((*at, "pattern"), variant.pattern))
        patterns += [((*at, "unless"), one) for one in variant.unless]
    for at, pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise _Wrong(at, f"this is no pattern: {error}") from None


def _examples(tree: Mapping[str, Any], key: str) -> tuple[Example, ...]:
    out = []
    for i, item in enumerate(_list(tree, key, ("examples",))):
        at: tuple[str | int, ...] = ("examples", key, i)
        if isinstance(item, str):
            item = {"text": item}
        _known(item, _EXAMPLE_KEYS, at)
        if not item.get("text"):
            raise _Wrong(at, "key “text” is missing")
        example = Example(
            marked=item["text"],
            fixed=item.get("fixed"),
            alternatives=tuple(_list(item, "alternatives", at)),
            case=item.get("case"),
            options=_mapping(item, "options", at),
            raw=item.get("raw") == "true",
            note=item.get("note", ""),
        )
        if key == "bad" and not example.spans:
            raise _Wrong(at, "a bad example marks what is wrong with [[…]]")
        out.append(example)
    return tuple(out)


def _case(value: Any, at: tuple[str | int, ...]) -> Case:
    if value == "":
        return Case()
    if not isinstance(value, dict):
        raise _Wrong(at, "expected a mapping")
    _known(value, _CASE_KEYS, at)
    return Case(_severity(value, at, None), _safety(value, at, None), value.get("message"))


def _option(name: str, value: Any, at: tuple[str | int, ...]) -> Option:
    if not isinstance(value, dict):
        raise _Wrong(at, "expected a mapping with type, default and help")
    _known(value, _OPTION_KEYS, at)
    for key in ("type", "default", "help"):
        if key not in value:
            raise _Wrong(at, f"option “{name}” lacks “{key}”")
    if value["type"] not in ("words", "int", "bool", "string", "choice"):
        raise _Wrong((*at, "type"), "expected words, int, bool, string or choice")
    option = Option(name, value["type"], "", value["help"], tuple(_list(value, "choices", at)))
    try:
        default = option.parse(value["default"])
    except ValueError as error:
        raise _Wrong((*at, "default"), str(error)) from None
    return Option(name, option.type, default, option.help, option.choices)


def _known(tree: Any, keys: set[str], at: tuple[str | int, ...]) -> None:
    if not isinstance(tree, dict):
        raise _Wrong(at, "expected a mapping")
    for key in tree:
        if key not in keys:
            raise _Wrong((*at, key), f"unknown key “{key}”{nearest(key, keys)}")


def _mapping(tree: Mapping[str, Any], key: str, at: tuple[str | int, ...]) -> dict[str, Any]:
    value = tree.get(key) or {}
    if not isinstance(value, dict):
        raise _Wrong((*at, key), "expected a mapping")
    return value


def _list(tree: Mapping[str, Any], key: str, at: tuple[str | int, ...]) -> list[Any]:
    value = tree.get(key) or []
    if not isinstance(value, list):
        raise _Wrong((*at, key), "expected a list")
    return value


def _one_of(
    tree: Mapping[str, Any], key: str, choices: tuple[str, ...], at: tuple[str | int, ...], default: str = ""
) -> str:
    value = tree.get(key, default)
    if value not in choices:
        raise _Wrong((*at, key), f"“{value}” is none of {', '.join(choices)}{nearest(value, choices)}")
    return str(value)


def _subset(tree: Tree, key: str, choices: tuple[str, ...]) -> frozenset[str]:
    values = _list(tree, key, ()) or list(choices)
    for value in values:
        if value not in choices:
            raise _Wrong((key,), f"“{value}” is none of {', '.join(choices)}")
    return frozenset(values)


def _severity(tree: Mapping[str, Any], at: tuple[str | int, ...], default: Severity | None) -> Severity | None:
    if "severity" not in tree:
        return default
    return Severity[_one_of(tree, "severity", ("info", "warning", "error"), at).upper()]


def _safety(tree: Mapping[str, Any], at: tuple[str | int, ...], default: Safety | None) -> Safety | None:
    if "fix" not in tree:
        return default
    return Safety[_one_of(tree, "fix", ("none", "unsafe", "safe"), at).upper()]
