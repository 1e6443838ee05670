"""The configuration that holds for each file: the nearest above it, found once a folder."""

from __future__ import annotations

import os
from typing import Any

from newslint import config as configuration
from newslint.config import AnyPath, Config
from newslint.model import NewslintError


class Configs:
    """Looks up configurations for paths. `fixed` is one for every file (--config, --isolated)."""

    def __init__(self, fixed: Config | None = None) -> None:
        self._fixed = fixed
        self._in_folder: dict[str, Config | NewslintError] = {}
        self._excluding: dict[int, Any] = {}

    def of(self, path: str) -> Config:
        """The configuration for a file, existing or not. Raises NewslintError when it is wrong."""
        return self._fixed or self.above(os.path.dirname(os.path.abspath(path)))

    def above(self, folder: str) -> Config:
        """The configuration for the files of a folder (absolute)."""
        if self._fixed is not None:
            return self._fixed
        missed = []
        while folder not in self._in_folder:
            missed.append(folder)
            path = configuration.in_folder(folder)
            parent = os.path.dirname(folder)
            if path is not None:
                self._in_folder[folder] = _loaded(path)
            elif parent == folder:
                self._in_folder[folder] = configuration.EMPTY
            else:
                folder = parent
        found = self._in_folder[folder]
        self._in_folder.update(dict.fromkeys(missed, found))
        if isinstance(found, NewslintError):
            raise found
        return found

    def excludes(self, path: str) -> bool:
        """Whether the configuration for `path` excludes it (or a folder above it), or has its words from it."""
        config = self.of(path)
        if config.vocab and os.path.abspath(path) in {os.path.abspath(config.below(name)) for name in config.vocab}:
            return True
        if not config.exclude:
            return False
        spec = self._excluding.get(id(config))
        if spec is None:
            spec = self._excluding[id(config)] = globs(config.exclude)
        return bool(spec.match_file(relative(path, config.folder)))


def _loaded(path: str) -> Config | NewslintError:
    try:
        return configuration.load(path)
    except NewslintError as error:
        return error


def globs(patterns: list[str]) -> Any:
    """A pathspec of patterns in the syntax of .gitignore."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def relative(path: str, folder: AnyPath) -> str:
    """`path` as seen from `folder`, with `/`; unchanged where there is no way (another drive)."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:
        return path
