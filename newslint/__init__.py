"""newslint: a linter for news text.

import newslint
findings = newslint.check_text("He lost the the vote.\\n")
fixed = newslint.fix_text("He lost the the vote.\\n").text
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newslint.api import Checker, Fixed, check_text, fix_text
    from newslint.config import Config
    from newslint.model import Edit, Finding, Fix, NewslintError, Safety, Severity

__version__ = "0.1.0"

__all__ = [
    "Checker",
    "Config",
    "Edit",
    "Finding",
    "Fix",
    "Fixed",
    "NewslintError",
    "Safety",
    "Severity",
    "check_text",
    "fix_text",
]

_HOME = {"Checker": "api", "Fixed": "api", "check_text": "api", "fix_text": "api", "Config": "config"}


def __getattr__(name: str) -> Any:
    """Import on first use, so that `import newslint` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'newslint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"newslint.{_HOME.get(name, 'model')}"), name)
