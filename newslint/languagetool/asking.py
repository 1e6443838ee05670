"""Questions to a server, through language-tool-python, and its answers, kept where they may be."""

from __future__ import annotations

import os
from typing import Any, cast

from newslint.languagetool.answers import Answer, Answers, key_of
from newslint.languagetool.choice import Asked
from newslint.languagetool.server import Server, local, package, reason, watched
from newslint.model import NewslintError

_MOST_REPLACEMENTS = 5


class Asker:
    """Asks one server, waiting `timeout` seconds at most. One process, one thread.

    `keep`: answers are kept in newslint's cache folder, and taken from there.
    """

    def __init__(self, server: Server, timeout: float, *, keep: bool) -> None:
        self.server = server
        self._timeout = timeout
        self._answers = Answers() if keep else None
        self._clients: dict[str, Any] = {}
        self._process = 0  # the one that made the clients: a connection must not go through a fork

    def ask(self, text: str, language: str, asked: Asked) -> list[Answer]:
        """The answers about a text. Raises NewslintError when none come in time; the server is then lost."""
        key = key_of((self.server.version, language, asked, text))
        known = self._answers.get(key) if self._answers else None
        if known is not None:
            return known
        try:
            found = watched(lambda: self._check(text, language, asked), self._timeout)
        except ValueError as error:
            self.server.lost = True
            raise NewslintError(f"LanguageTool: {error}") from None
        except Exception as error:
            self.server.lost = True
            at = f"the server at {self.server.url}"
            raise NewslintError(f"LanguageTool: {at} is asked no more: {_why(error)}") from None
        if self._answers:
            self._answers.put(key, found)
        return found

    def _check(self, text: str, language: str, asked: Asked) -> list[Answer]:
        if self._process != os.getpid():
            self._clients, self._process = {}, os.getpid()
        if language not in self._clients:
            self._clients[language] = _client(language, self.server.url)
        client = self._clients[language]
        client.enabled_rules = set(asked.enabled)
        client.enabled_categories = set(asked.enabled_categories)
        client.disabled_rules = set(asked.disabled)
        client.disabled_categories = set(asked.disabled_categories)
        client.picky = asked.picky
        return [_answer(match) for match in client.check(text) if _true(match, text)]


def _why(error: Exception) -> str:
    """What went wrong; the same words in every worker when a server dies, whichever sees it first."""
    if isinstance(error, LookupError | TypeError):
        return "its answer makes no sense"
    why = reason(error)
    return "the connection failed" if why.startswith("no connection") else why


def _client(language: str, url: str) -> Any:
    direct = cast("dict[str, str]", {"http": None, "https": None}) if local(url) else None
    return package().LanguageTool(language, remote_server=url, proxies=direct)


def _answer(match: Any) -> Answer:
    replacements = tuple(match.replacements[:_MOST_REPLACEMENTS])
    end = match.offset + match.error_length
    return Answer(match.offset, end, match.rule_id, match.category, match.message, replacements)


def _true(match: Any, text: str) -> bool:
    """Whether a match points at the words it quotes."""
    found = text[match.offset : match.offset + match.error_length]
    quoted: str = match.matched_text
    return found.split() == quoted.split()
