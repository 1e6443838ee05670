"""What a command needs to check anything: the configurations, each with its Checker, and what the command line says."""

from __future__ import annotations

from typing import Any

from newslint.api import Checker
from newslint.config import Config
from newslint.run.configs import Configs
from newslint.settings import Overrides


class Session:
    """Checkers by configuration, made when first needed. Pickles without them, for worker processes."""

    def __init__(self, fixed: Config | None, overrides: Overrides, fields: tuple[str, ...] = ()) -> None:
        self.configs = Configs(fixed)
        self.overrides = overrides
        self.fields = fields
        self._fixed = fixed
        self._checkers: dict[int, Checker] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return Session, (self._fixed, self.overrides, self.fields)

    def checker(self, path: str) -> Checker:
        """The checker for a path. Raises NewslintError when its configuration is wrong."""
        config = self.configs.of(path)
        checker = self._checkers.get(id(config))
        if checker is None:
            checker = self._checkers[id(config)] = Checker(config, self.overrides)
        return checker
