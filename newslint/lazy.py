"""Patterns that are compiled when first used: compiling is what costs at start-up, and most are never used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr

if TYPE_CHECKING:
    # To a type checker a lazy pattern is a pattern.
    def lazy(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]: ...

else:

    class lazy:
        """Stands for `re.compile(pattern, flags)`; a method once asked for is kept."""

        def __init__(self, pattern: str, flags: int = 0) -> None:
            self.pattern = pattern
            self._flags = flags

        def __getattr__(self, name: str) -> Any:
            compiled = self.__dict__.get("_compiled")
            if compiled is None:
                compiled = self._compiled = re.compile(self.pattern, self._flags)
            value = getattr(compiled, name)
            setattr(self, name, value)
            return value
