"""Answers of LanguageTool kept by what was asked, so that a text that stays the same is sent once."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Sequence
from typing import Any, NamedTuple

from newslint.digest import blake2b
from newslint.places import cache_folder

_KEEP_DAYS = 60


class Answer(NamedTuple):
    """What LanguageTool says of `[start, end)` of the text that was sent."""

    start: int
    end: int
    rule: str
    category: str
    message: str
    replacements: tuple[str, ...]


def key_of(parts: Sequence[Any]) -> str:
    """The key of answers: made of the server's version, the language, the settings and the text."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class Answers:
    """A small database in newslint's cache folder. One that cannot be read or written is as good as an empty one."""

    def __init__(self) -> None:
        self._day = int(time.time()) // 86400
        self._process = 0  # the one that opened it: a connection must not go through a fork
        self._open: sqlite3.Connection | None = None

    def get(self, key: str) -> list[Answer] | None:
        try:
            row = self._database().execute("SELECT found FROM answers WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            return [Answer._make((*rest, tuple(replacements))) for *rest, replacements in json.loads(row[0])]
        except (sqlite3.Error, OSError, ValueError, TypeError):
            return None

    def put(self, key: str, answers: Sequence[Answer]) -> None:
        try:
            database = self._database()
            with database:
                database.execute(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (key, self._day, json.dumps(answers))
                )
        except (sqlite3.Error, OSError):
            pass

    def _database(self) -> sqlite3.Connection:
        if self._open is None or self._process != os.getpid():
            folder = cache_folder()
            os.makedirs(folder, exist_ok=True)
            self._open = sqlite3.connect(os.path.join(folder, "languagetool.sqlite"), timeout=5)
            self._process = os.getpid()
            with self._open as database:
                database.execute("PRAGMA synchronous = OFF")
                database.execute("CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, day INTEGER, found TEXT)")
                database.execute("DELETE FROM answers WHERE day < ?", (self._day - _KEEP_DAYS,))
        return self._open
