"""What a command needs to check anything: the configurations, each with its Checker, and what the command line says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.config import Config
from newslint.model import NewslintError
from newslint.run.configs import Configs

if TYPE_CHECKING:
    from newslint.api import Checker
    from newslint.languagetool import Server


class Wanted(NamedTuple):
    """What the command line says about the choice of rules; as `settings.Overrides`, which costs an import."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preset: str | None = None


class Session:
    """Checkers by configuration, made when first needed. Pickles without them, for worker processes.

    `languagetool`: it is to be asked about every file. `keep`: what it answers may be kept. `servers` has those that
    answer, by the address that a configuration gives ("": none).
    """

    def __init__(
        self,
        fixed: Config | None,
        wanted: Wanted,
        fields: tuple[str, ...] = (),
        languagetool: bool = False,
        keep: bool = True,
    ) -> None:
        self.configs = Configs(fixed)
        self.wanted = wanted
        self.fields = fields
        self.servers: dict[str, Server] = {}
        self._languagetool = languagetool or any(
            name.startswith("languagetool") for name in (*(wanted.select or ()), *wanted.extend_select)
        )
        self._keep = keep
        self._fixed = fixed
        self._checkers: dict[int, Checker] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return _session, (self._fixed, self.wanted, self.fields, self._languagetool, self._keep, self.servers)

    def asks(self, config: Config) -> bool:
        """Whether LanguageTool is to be asked about the files of a configuration."""
        if self._languagetool:
            return True
        return bool(config.languagetool.get("enabled")) and (self.wanted.select is None or "all" in self.wanted.select)

    def server_of(self, config: Config) -> Server | None:
        """The LanguageTool server to ask about the files of a configuration, if there is one."""
        if not self.servers or not self.asks(config):
            return None
        return self.servers.get(config.languagetool.get("server", ""))

    def use(self, address: str, server: Server) -> None:
        """Ask a server from now on, where a configuration gives `address`."""
        self.servers[address] = server
        self._checkers.clear()

    def close(self) -> None:
        """End the servers that this process started."""
        for server in self.servers.values():
            server.close()

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
            server = self.server_of(config)
            if server is not None:
                from newslint.languagetool import Tool

                checker.tool = Tool(checker.settings, server, keep=self._keep)
        return checker


def _session(
    fixed: Config | None,
    wanted: Wanted,
    fields: tuple[str, ...],
    languagetool: bool,
    keep: bool,
    servers: dict[str, Server],
) -> Session:
    session = Session(fixed, wanted, fields, languagetool, keep)
    session.servers = servers
    return session
