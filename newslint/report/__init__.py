"""Output formats: each a module with one function `write(run, out, style)`, imported when asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from newslint.report.style import Style
    from newslint.run.results import Run

Writer = Callable[["Run", TextIO, "Style"], None]

FORMATS = ("full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "rdjsonl")
ALIASES = {"json-lines": "jsonl"}
_MODULES = {"json": "json_array", "jsonl": "json_lines", "rdjsonl": "rdjson_lines"}


def writer(name: str, *, statistics: bool = False) -> Writer:
    """The function that writes format `name`; with `statistics`, counts per rule in that format.

    Only `full`, `concise`, `json` and `jsonl` have statistics: KeyError for the others.
    """
    name = ALIASES.get(name, name)
    if statistics:
        module = import_module("newslint.report.statistics")
        return {"full": module.table, "concise": module.table, "json": module.array, "jsonl": module.lines}[name]  # type: ignore[no-any-return]
    return import_module(f"newslint.report.{_MODULES.get(name, name)}").write  # type: ignore[no-any-return]
