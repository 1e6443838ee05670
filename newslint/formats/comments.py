"""Suppression comments: `newslint-disable RULE -- why` and its kin."""

from __future__ import annotations

import re

from newslint.document import Directive
from newslint.lazy import lazy

_COMMENT = lazy(
    r"\s*newslint-(?P<action>disable-next-line|disable|enable)(?![\w-])(?P<rules>.*?)(?:\s--\s*(?P<reason>.*?))?\s*",
    re.DOTALL,
)
_ANY = lazy(r"\s*(newslint-[\w-]+)")
_NAME = lazy(r"[^\s,]+")


def directive(text: str, start: int, end: int) -> Directive | None:
    """What a comment asks for, if anything. `text` is its inside; `start`, `end` its source span, marks included.

    One that begins as such comments do, but asks for something that there is not, has the action "unknown".
    """
    if "newslint-" not in text:
        return None
    match = _COMMENT.fullmatch(text)
    if match is None:
        meant = _ANY.match(text)
        return Directive("unknown", (meant[1],), start, end) if meant else None
    return Directive(match["action"], tuple(_NAME.findall(match["rules"])), start, end, match["reason"] or "")
