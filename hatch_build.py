"""Writes the rule cache, rules.json, into the wheel: an installed newslint never parses YAML for its own rules."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RuleCache(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the rule cache beside nothing of the checkout: a temporary file goes into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # an editable install reads the YAML files, so that a new rule is seen at once
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from newslint.registry import build_trees
        finally:
            sys.path.pop(0)
        folder = Path(tempfile.mkdtemp())
        target = folder / "rules.json"
        target.write_text(json.dumps({"rules": build_trees(root / "rules")}), encoding="utf-8")
        build_data["force_include"][str(target)] = "newslint/rules.json"
