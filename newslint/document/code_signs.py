"""Signs that a line is code, a formula or data, in which marks and spaces mean something else than in copy."""

from __future__ import annotations

import re

from newslint.document.lines import line_near
from newslint.lazy import lazy

_CODE = lazy(
    r"""[=!<>+]=|->|=>|&&|\|\||\w::\w|::\)       # a == b, x->y, Perl::Module
       |\);[ \t]*$|[{}][ \t\xa0]*$|\bprintf\(    # printf(…);  } else {
       |\#(?:define|include|if|ifdef|endif)\b|[%$@]\{|\$\w+\s?=
       |\^[(\[]|\(\*|[\])][*+][)\[\\$]|\.[*+]\)|\)[*+]\d|\\[.dwsn(]  # ^([a-z]+)\.x  (.+)  f()*2
       |\*\)\w|\|[ ]\w+[ ]-\w\b                  # (struct x *)y  | tail -n
    """,
    re.VERBOSE | re.MULTILINE,
)
_REACH = 200  # code points of a line that are looked at on either side


def in_code(prose: str, start: int, end: int) -> bool:
    """Whether the line around a span holds signs of code."""
    return _CODE.search(prose, *line_near(prose, start, end, _REACH)) is not None
