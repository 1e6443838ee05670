"""What is made when first used: patterns, for compiling is what costs at start-up, and views of an article."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, AnyStr

__all__ = ["lazy", "view"]

if TYPE_CHECKING:
    from functools import cached_property as view

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

    class view:
        """`functools.cached_property` without the lock that it takes up to Python 3.11, which is what it costs most."""

        def __init__(self, make: Callable[[Any], Any]) -> None:
            self._make = make
            self.__doc__ = make.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._make(instance)
            return value
