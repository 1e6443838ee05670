"""Findings of LanguageTool beside newslint's own: through language-tool-python, under newslint's zones and formats.

This package is imported only when LanguageTool is asked for, and language-tool-python only here.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, cast

from newslint.document import Document
from newslint.findings import findings_of
from newslint.languagetool.answers import Answer, Answers, key_of
from newslint.languagetool.choice import NAME, Asked, Wanted, mentions
from newslint.languagetool.counts import Counts
from newslint.languagetool.server import TIMEOUT, Server, find, local, package, reason, watched
from newslint.languagetool.text import pieces
from newslint.model import Edit, Finding, Hit, NewslintError, Problem, Safety, Severity
from newslint.rule import Options, Rule
from newslint.settings import Active, Settings, vocabulary

__all__ = ["Server", "Tool", "find", "mentions"]

_MOST_REPLACEMENTS = 5


class Tool:
    """Asks a server about documents, under one configuration. One process, one thread.

    `keep`: answers are kept in newslint's cache folder, and taken from there.
    """

    def __init__(self, settings: Settings, server: Server, *, keep: bool = True) -> None:
        self._settings = settings
        self._server = server
        self._answers = Answers() if keep else None
        self._table = settings.config.languagetool
        self._language = self._table.get("language") or settings.config.locale or "en-US"
        self._timeout = self._table.get("timeout") or TIMEOUT
        self._vocab = vocabulary(settings.config)
        self._client: Any = None
        self._process = 0
        self._broken = False
        self._rules: dict[str, Rule] = {}

    def check(self, document: Document, own: Sequence[Finding]) -> tuple[list[Finding], list[Problem]]:
        """What LanguageTool finds in a document and newslint (`own`) does not, and a problem when it stops answering.

        It is then asked no more. Suppression is not applied yet.
        """
        if self._broken:
            return [], []
        wanted = Wanted(self._table, self._settings.choice_for(document.source.path))
        hits: list[tuple[Active, Hit]] = []
        problems: list[Problem] = []
        counts = Counts(document, self._vocab)
        for piece in pieces(document):
            try:
                answers = self._ask(piece.text, wanted.asked)
            except NewslintError as error:
                self._broken = True
                problems.append(Problem(document.source.path, str(error)))
                break
            for answer in answers:
                span = piece.prose(answer.start, answer.end)
                if span is None or not wanted(answer.rule, answer.category):
                    continue
                if counts(*span, answer, everything=wanted.named(answer.rule, answer.category)):
                    hits.append((self._active(answer.rule), _hit(span, answer)))
        hits.sort(key=lambda pair: (pair[1].start, pair[1].end, pair[0].rule.name))
        return _new(findings_of(document, hits), own), problems

    def _active(self, rule: str) -> Active:
        """A rule of LanguageTool as one of newslint's."""
        if rule not in self._rules:
            self._rules[rule] = _Foreign(
                name=f"{NAME}/{rule}",
                family=NAME,
                preset="off",
                severity=Severity.WARNING,
                fix=Safety.UNSAFE,
                message="{message}",
                kind="check",
            )
        return Active(self._rules[rule], Options({}))

    def _ask(self, text: str, asked: Asked) -> list[Answer]:
        """The answers about a text. Raises NewslintError when none come in time."""
        key = key_of((self._server.version, self._language, asked, text))
        known = self._answers.get(key) if self._answers else None
        if known is not None:
            return known
        try:
            found = watched(lambda: self._check(text, asked), self._timeout)
        except ValueError as error:
            raise NewslintError(f"LanguageTool: {error}") from None
        except Exception as error:
            why = "its answer makes no sense" if isinstance(error, LookupError | TypeError) else reason(error)
            at = f"the server at {self._server.url}"
            raise NewslintError(f"LanguageTool: {at} is asked no more: {why}") from None
        if self._answers:
            self._answers.put(key, found)
        return found

    def _check(self, text: str, asked: Asked) -> list[Answer]:
        if self._client is None or self._process != os.getpid():
            self._client, self._process = _client(self._language, self._server.url), os.getpid()
        client = self._client
        client.enabled_rules = set(asked.enabled)
        client.enabled_categories = set(asked.enabled_categories)
        client.disabled_rules = set(asked.disabled)
        client.disabled_categories = set(asked.disabled_categories)
        client.picky = asked.picky
        return [_answer(match) for match in client.check(text) if _true(match, text)]


class _Foreign(Rule):
    """A rule that is documented elsewhere."""

    __slots__ = ()

    @property
    def url(self) -> str:
        return f"https://community.languagetool.org/rule/show/{self.name.partition('/')[2]}?lang=en"


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


def _hit(span: tuple[int, int], answer: Answer) -> Hit:
    start, end = span
    fixes = tuple((Edit(start, end, text),) for text in answer.replacements if "\ufffd" not in text)
    return Hit(start, end, values={"message": answer.message}, fixes=fixes)


def _new(found: list[Finding], own: Sequence[Finding]) -> list[Finding]:
    """The findings that overlap none of newslint's own, and only the first of those in the same place."""
    spans = sorted({(one.start, one.end) for one in own})
    out: list[Finding] = []
    last = -1
    longest = max((end - start for start, end in spans), default=0)
    for one in found:
        i = bisect_left(spans, (one.start - longest - 1, 0))
        overlaps = False
        while i < len(spans) and spans[i][0] <= one.end:
            overlaps = overlaps or spans[i][1] > one.start or spans[i] == (one.start, one.end)
            i += 1
        if not overlaps and one.start >= last:
            out.append(one)
            last = one.end
    return out
