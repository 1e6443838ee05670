"""Suppression comments: `newslint-disable RULE -- why` and its kin."""

from __future__ import annotations

import re

from newslint.document import Directive
from newslint.lazy import lazy

_COMMENT = lazy(
    r"\s*newslint-(?P<action>disable-next-line|disable|enable)(?![\w-])(?P<rules>.*?)(?:\s--\s*(?P<reason>.*?))?\s*",
    re.DOTALL,
)
_NAME = lazy(r"[^\s,]+")


def directive(text: str, start: int, end: int) -> Directive | None:
    """What a comment asks for, if anything. `text` is its inside; `start`, `end` its source span, marks included."""
    if "newslint-" not in text:
        return None
    match = _COMMENT.fullmatch(text)
    if match is None:
        return None
    return Directive(match["action"], tuple(_NAME.findall(match["rules"])), start, end, match["reason"] or "")
