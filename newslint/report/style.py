"""How a report looks: colours or none, and how wide it may be."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple, TextIO

from newslint.model import Severity

_CODES = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "blue": 34, "cyan": 36}
_OF_SEVERITY = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
DEFAULT_WIDTH = 100


class Style(NamedTuple):
    """`width` is in terminal cells; `quiet` leaves out everything but findings."""

    color: bool = False
    width: int = DEFAULT_WIDTH
    quiet: bool = False

    def paint(self, text: str, *looks: str) -> str:
        """The text in colours such as "bold", "red"; as it is where there are none."""
        if not self.color or not text:
            return text
        return f"\x1b[{';'.join(str(_CODES[look]) for look in looks)}m{text}\x1b[0m"

    def severe(self, text: str, severity: Severity, *looks: str) -> str:
        """The text in the colour of a severity."""
        return self.paint(text, _OF_SEVERITY[severity], *looks)


def style_for(out: TextIO, color: str = "auto", *, quiet: bool = False, env: Mapping[str, str] = os.environ) -> Style:
    """The style for a stream. `color` is auto, always or never; auto asks FORCE_COLOR, NO_COLOR, then the stream."""
    terminal = out.isatty()
    if color != "auto":
        colored = color == "always"
    elif env.get("FORCE_COLOR"):
        colored = env["FORCE_COLOR"] != "0"
    else:
        colored = terminal and not env.get("NO_COLOR") and env.get("TERM") != "dumb"
    return Style(colored, _width(out, terminal, env), quiet)


def _width(out: TextIO, terminal: bool, env: Mapping[str, str]) -> int:
    columns = env.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        return max(int(columns), 40)
    if terminal:
        try:
            return max(os.get_terminal_size(out.fileno()).columns, 40)
        except (OSError, ValueError):
            pass
    return DEFAULT_WIDTH
