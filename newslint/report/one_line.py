"""JSON on one line, whatever its reader takes for the end of a line."""

from __future__ import annotations

import json
from typing import Any

# Some readers (str.splitlines among them) end lines at these as well; JSON itself lets them stand in strings.
_BREAKS = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


def one_line(value: Any) -> str:
    """`value` as JSON without any kind of line end in it."""
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS)
