"""What a command needs to check anything: the configurations, each with its Checker, and what the command line says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.config import Config
from newslint.model import NewslintError
from newslint.run.configs import Configs

if TYPE_CHECKING:
    from newslint.api import Checker


class Wanted(NamedTuple):
    """What the command line says about the choice of rules; as `settings.Overrides`, which costs an import."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preset: str | None = None


class Session:
    """Checkers by configuration, made when first needed. Pickles without them, for worker processes."""

    def __init__(self, fixed: Config | None, wanted: Wanted, fields: tuple[str, ...] = ()) -> None:
        self.configs = Configs(fixed)
        self.wanted = wanted
        self.fields = fields
        self._fixed = fixed
        self._checkers: dict[int, Checker] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return Session, (self._fixed, self.wanted, self.fields)

    def check_wanted(self, path: str) -> None:
        """Raises NewslintError when the command line names rules that are unknown to the configuration for `path`."""
        if self.wanted.select or self.wanted.extend_select or self.wanted.ignore:
            try:
                self.checker(path)
            except NewslintError as error:
                if str(error).startswith("--"):  # others are problems of the files that they hold for
                    raise

    def checker(self, path: str) -> Checker:
        """The checker for a path. Raises NewslintError when its configuration is wrong."""
        config = self.configs.of(path)
        checker = self._checkers.get(id(config))
        if checker is None:
            from newslint.api import Checker
            from newslint.settings import Overrides

            checker = self._checkers[id(config)] = Checker(config, Overrides(*self.wanted))
        return checker
