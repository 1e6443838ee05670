"""Kinds of defect that can be put into clean copy at a known place."""

from __future__ import annotations

from importlib import import_module

from injections.base import KINDS, Broken, Kind

__all__ = ["Broken", "Kind", "all_kinds"]


def all_kinds() -> dict[str, Kind]:
    """Every kind by name, family by family."""
    for module in ("words", "case", "space", "quotes", "damage", "facts"):
        import_module(f"injections.{module}")
    return KINDS
