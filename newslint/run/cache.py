"""The result cache: findings of a file that was checked before, word for word the same, under the same settings.

A key is made of everything that findings depend on, so an entry is right or not found, never stale. One file a
folder of articles, one line an entry: the hash of the name, the key, the day of use, the hash of what follows, the
findings. An entry that is damaged is none; a cache folder that cannot be read or written is as good as an empty one.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Sequence
from typing import Any

from newslint import __version__
from newslint.config import Config
from newslint.digest import blake2b
from newslint.places import cache_folder, files_below, rules_folder
from newslint.run.pack import Packed

_KEEP_DAYS = 30
_DEPENDENCIES = ("ftfy", "pyromark", "turbohtml", "regex")  # whose versions findings may depend on


class Cache:
    """Findings by folder. `get` and `put` never fail; `save` writes what is new."""

    def __init__(self, folder: str | None = None) -> None:
        self._home = os.path.join(folder or cache_folder(), "results")
        self._today = int(time.time()) // 86400
        self._folders: dict[str, dict[str, list[str]]] = {}
        self._changed: set[str] = set()

    def get(self, path: str, key: str) -> list[Packed] | None:
        """The packed findings under `key` for the file, or None."""
        folder, name = _split(path)
        entry = self._entries(folder).get(name)
        if entry is None or entry[0] != key or entry[2] != _hash(entry[3]):
            return None
        if self._today - int(entry[1]) > _KEEP_DAYS // 4:
            entry[1] = str(self._today)
            self._changed.add(folder)
        findings: list[Packed] = json.loads(entry[3])
        return findings

    def put(self, path: str, key: str, findings: Sequence[Packed]) -> None:
        """Keep packed findings for the file, in place of older ones."""
        folder, name = _split(path)
        found = json.dumps(findings, separators=(",", ":"))
        self._entries(folder)[name] = [key, str(self._today), _hash(found), found]
        self._changed.add(folder)

    def save(self) -> None:
        """Write the folders that changed, each whole or not at all; a failure to do so changes nothing."""
        for folder in self._changed:
            lines = [
                f"{name} {key} {day} {check} {found}\n"
                for name, (key, day, check, found) in self._folders[folder].items()
                if self._today - int(day) <= _KEEP_DAYS
            ]
            path = self._file(folder)
            beside = f"{path}.{os.getpid()}"
            try:
                os.makedirs(self._home, exist_ok=True)
                with open(beside, "w", encoding="ascii") as file:
                    file.writelines(lines)
                os.replace(beside, path)
            except OSError:
                continue
        self._changed.clear()

    def _entries(self, folder: str) -> dict[str, list[str]]:
        entries = self._folders.get(folder)
        if entries is None:
            entries = self._folders[folder] = {}
            try:
                with open(self._file(folder), encoding="ascii") as file:
                    for line in file:
                        name, key, day, check, found = line.split(" ", 4)
                        if day.isdigit():
                            entries[name] = [key, day, check, found.rstrip("\n")]
            except (OSError, ValueError):
                pass  # none yet, unreadable, or damaged from some line on
        return entries

    def _file(self, folder: str) -> str:
        return os.path.join(self._home, _hash(folder))


def key_of(data: bytes, type: str, settings: bytes) -> str:
    """The key of a file's findings: its content, the type it is read as, and the digest of the settings."""
    digest = blake2b(settings, digest_size=16)
    digest.update(f"{type}\0".encode())
    digest.update(data)
    return digest.hexdigest()


def digest_of(config: Config, overrides: Iterable[object]) -> bytes:
    """A digest of everything but the text: this newslint, its rules, the configuration and the files it names."""
    parts: list[Any] = [__version__, sys.version_info[:3], _program()]
    parts += [str(config.path), str(config.folder), config.text]
    parts += [repr(item) for item in overrides]
    for name in config.vocab:
        parts.append(_content(config.below(name)))
    for name in config.rule_paths:
        folder = config.inside(name)
        if folder is not None and os.path.isdir(folder):  # what is wrong with it is said where the rules are read
            parts += [(path, _content(path)) for path in files_below(folder, ".yaml")]
    return blake2b(repr(parts).encode("utf-8", "surrogateescape"), digest_size=16).digest()


_signature: list[Any] = []


def _program() -> list[Any]:
    """What tells that the code, the rules or a library changed: names, times and sizes of their files."""
    if not _signature:
        package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        rules = rules_folder()
        for folder in (package, rules) if not rules.startswith(package) else (package,):
            _signature.extend(_stats(folder))
        for place in sys.path:
            for name in _DEPENDENCIES:
                _signature.extend(_stat(os.path.join(place, name, "__init__.py")))
    return _signature


def _stats(folder: str) -> list[Any]:
    found: list[Any] = []
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                found += _stats(entry.path)
        elif entry.name.endswith((".py", ".yaml", ".txt", ".json")):
            found += _stat(entry.path)
    return found


def _stat(path: str) -> list[Any]:
    try:
        stat = os.stat(path)
    except OSError:
        return []
    return [(path, stat.st_mtime_ns, stat.st_size)]


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def _split(path: str) -> tuple[str, str]:
    folder, name = os.path.split(os.path.abspath(path))
    return folder, _hash(name)


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
