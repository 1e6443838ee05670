"""Finds the rule catalogue and builds its rules: from the wheel's rules.json, or from YAML by way of a cache."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import Any

from newslint import __version__, digest, rulefile
from newslint.config import AnyPath
from newslint.kinds import find_check, plan
from newslint.model import NewslintError
from newslint.places import PACKAGE, cache_folder, files_below
from newslint.places import rules_folder as rules_folder
from newslint.rule import FAMILIES, Rule
from newslint.scout import weaken

# The modules that make the rule cache.
_MAKERS = (
    "registry",
    "rulefile",
    "weaken",
    "needles",
    "anchors",
    "scout",
    "kinds/__init__",
    "kinds/pattern",
    "kinds/swap",
    "kinds/avoid",
    "kinds/consistent",
    "kinds/lines",
)


class Registry:
    """Rules by name, in the order of families, then names."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        order = {family: i for i, family in enumerate(FAMILIES)}
        ranked = sorted(rules, key=lambda rule: (order.get(rule.family, len(order)), rule.family, rule.name))
        self.rules: dict[str, Rule] = {rule.name: rule for rule in ranked}

    def families(self) -> list[str]:
        """Names of the families, in order."""
        return list(dict.fromkeys(rule.family for rule in self.rules.values()))

    def in_family(self, family: str) -> list[Rule]:
        return [rule for rule in self.rules.values() if rule.family == family]

    def names(self) -> list[str]:
        """Everything a selection may name: rules, families and `all`."""
        return [*self.rules, *self.families(), "all"]


def bundled(*, examples: bool = True) -> Registry:
    """The catalogue, ready in a tenth of the time without `examples`: they are read from the rule files.

    Raises NewslintError when a rule file is wrong.
    """
    built = os.path.join(PACKAGE, "rules.json")
    folder = rules_folder()
    if os.path.dirname(folder) == PACKAGE and os.path.exists(built):
        with open(built, "rb") as file:
            trees = json.load(file)["rules"]
    else:
        trees = _cached_trees(folder)
    rules = [rulefile.build(one["tree"], os.path.join(folder, one["path"]), one["weak"]) for one in trees]
    if examples:
        rules = [rulefile.load(rule.path)._replace(weak=rule.weak) for rule in rules]
    return Registry(rules)


def with_folders(registry: Registry, folders: Iterable[AnyPath]) -> Registry:
    """The registry with the rules of further folders, declarative kinds only.

    Raises NewslintError for a folder that is not there, a rule that is wrong, a name that is taken, or a rule that
    names Python code.
    """
    rules = list(registry.rules.values())
    for folder in folders:
        if not os.path.isdir(folder):
            raise NewslintError(f"{folder}: no such folder")
        for path in files_below(folder, ".yaml"):
            tree, lines = rulefile.read(path)
            for key in ("check", "also"):
                if key in tree:
                    raise NewslintError(f"{path}:{lines[(key,)]}: a house rule may not name Python code (“{key}”)")
            rule = rulefile.load(path)
            if any(rule.name == other.name for other in rules):
                raise NewslintError(f"{path}: a rule named “{rule.name}” exists already")
            weak = list(map(weaken, plan(rule).triggers))
            rules.append(rulefile.build(tree, path, weak))
    return Registry(rules)


def load_folder(folder: AnyPath) -> Registry:
    """Every rule file below `folder`, strictly. Raises NewslintError for the first that is wrong."""
    return Registry(rulefile.load(path) for path in files_below(folder, ".yaml"))


def build_trees(folder: AnyPath) -> list[dict[str, Any]]:
    """The trees of all rule files below `folder`, without examples, each with its path and weak patterns: the cache."""
    trees = []
    for path in files_below(folder, ".yaml"):
        rule = rulefile.load(path)
        tree = rulefile.read(path)[0]
        try:
            for check in filter(None, (rule.check, rule.also)):
                find_check(check)
        except (ImportError, AttributeError) as error:
            raise NewslintError(f"{path}: the Python check “{check}” does not exist ({error})") from None
        weak = list(map(weaken, plan(rule).triggers))
        tree.pop("examples", None)
        trees.append({"path": os.path.relpath(path, folder), "tree": tree, "weak": weak})
    return trees


def _signature(folder: AnyPath) -> list[Any]:
    """What tells that the rule files, or the code that reads them, changed."""
    code = (os.path.join(PACKAGE, f"{name}.py") for name in _MAKERS)
    files = [*files_below(folder, ".yaml"), *code]
    return [__version__, list(sys.version_info[:3]), [[path, *_stat(path)] for path in files]]


def _stat(path: str) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_mtime_ns, found.st_size


def _cached_trees(folder: AnyPath) -> list[dict[str, Any]]:
    signature = _signature(folder)
    name = digest.blake2b(os.fsencode(folder), digest_size=8).hexdigest()
    path = os.path.join(cache_folder(), f"rules-{name}.json")
    try:
        with open(path, "rb") as file:
            kept = json.load(file)
        if kept["signature"] == signature:
            trees: list[dict[str, Any]] = kept["rules"]
            return trees
    except (OSError, ValueError, KeyError, TypeError):
        pass  # no cache, or one that another version wrote: make it anew
    trees = build_trees(folder)
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        beside = f"{path}.{os.getpid()}"
        with open(beside, "w", encoding="utf-8") as file:
            file.write(json.dumps({"signature": signature, "rules": trees}))
        os.replace(beside, path)
    except OSError:
        pass  # a read-only folder: keep the rules in memory
    return trees
