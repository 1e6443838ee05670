"""Where newslint keeps things: the rule catalogue, and what it can make again."""

from __future__ import annotations

import os
import sys
from os.path import expanduser, join

PACKAGE = os.path.dirname(os.path.abspath(__file__))


def rules_folder() -> str:
    """The folder of the catalogue: beside the package in a checkout, inside it in a wheel."""
    inside = join(PACKAGE, "rules")
    return inside if os.path.isdir(inside) else join(os.path.dirname(PACKAGE), "rules")


def cache_folder() -> str:
    """Where newslint may keep what it can make again (NEWSLINT_CACHE_DIR, or the user's cache folder)."""
    own = os.environ.get("NEWSLINT_CACHE_DIR")
    if own:
        return own
    if sys.platform == "win32":
        return join(os.environ.get("LOCALAPPDATA") or expanduser("~"), "newslint", "cache")
    return join(os.environ.get("XDG_CACHE_HOME") or expanduser("~/.cache"), "newslint")


def files_below(folder: str | os.PathLike[str], suffix: str) -> list[str]:
    """The files below a folder whose names end so, sorted. Links to folders may lead anywhere, so none is followed."""
    found: list[str] = []
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            found += files_below(entry.path, suffix)
        elif entry.name.endswith(suffix) and entry.is_file():
            found.append(entry.path)
    return sorted(found)
