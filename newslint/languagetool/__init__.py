"""Findings of LanguageTool beside newslint's own: through language-tool-python, under newslint's zones and formats.

This package is imported only when LanguageTool is asked for, and language-tool-python only here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.findings import findings_of
from newslint.languagetool.answers import Answer
from newslint.languagetool.asking import Asker
from newslint.languagetool.choice import ASKED, NAME, Wanted, mentions
from newslint.languagetool.counts import SPELLING, Counts
from newslint.languagetool.server import TIMEOUT, Server, find
from newslint.languagetool.text import pieces
from newslint.model import Edit, Finding, Hit, NewslintError, Problem, Safety, Severity
from newslint.rule import Options, Rule
from newslint.settings import Active, Settings, vocabulary
from newslint.spans import Spans

__all__ = ["Server", "Tool", "find", "mentions"]


class Tool:
    """Asks a server about documents, under one configuration. One process, one thread.

    `keep`: answers are kept in newslint's cache folder, and taken from there.
    """

    def __init__(self, settings: Settings, server: Server, *, keep: bool = True) -> None:
        self._settings = settings
        self._server = server
        self._table = settings.config.languagetool
        self._asker = Asker(server, self._table.get("timeout") or TIMEOUT, keep=keep)
        self._language = self._table.get("language") or settings.config.locale or "en-US"
        self._vocab = vocabulary(settings.config)
        self._variants: dict[str, bool] = {}
        self._rules: dict[str, Rule] = {}

    def check(self, document: Document, own: Sequence[Finding]) -> tuple[list[Finding], list[Problem]]:
        """What LanguageTool finds in a document and newslint (`own`) does not, and a problem when it stops answering.

        It is then asked no more. Suppression is not applied yet.
        """
        hits: list[tuple[Active, Hit]] = []
        problems: list[Problem] = []
        if not self._server.lost:
            try:
                hits += self._hits(document)
            except NewslintError as error:
                problems.append(Problem(document.source.path, str(error)))
        hits.sort(key=lambda pair: (pair[1].start, pair[1].end, pair[0].rule.name))
        return _new(findings_of(document, hits), own), problems

    def _hits(self, document: Document) -> Iterator[tuple[Active, Hit]]:
        wanted = Wanted(self._table, self._settings.choice_for(document.source.path))
        counts = Counts(document, self._vocab)
        for piece in pieces(document):
            found = [
                (span, answer)
                for answer in self._asker.ask(piece.text, self._language, wanted.asked)
                if (span := piece.prose(answer.start, answer.end)) is not None
            ]
            alone = counts.lonely([span for span, answer in found if answer.category in SPELLING])
            for span, answer in found:
                if not wanted(answer.rule, answer.category):
                    continue
                if wanted.named(answer.rule, answer.category):
                    counted = counts.all(*span, answer)
                else:
                    word = document.prose[slice(*span)]
                    counted = counts(*span, answer, alone=span in alone) and not self._variant(answer, word)
                if counted:
                    yield self._active(answer.rule), _hit(span, answer)

    def _variant(self, answer: Answer, word: str) -> bool:
        """Whether a strange word is one that is spelt so elsewhere: English is not written in one way."""
        if answer.category not in SPELLING or not self._language.startswith("en-"):
            return False
        if word not in self._variants:
            other = "en-GB" if self._language in ("en-US", "en-CA") else "en-US"
            answers = self._asker.ask(word, other, ASKED)
            self._variants[word] = not any(one.category in SPELLING for one in answers)
        return self._variants[word]

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


class _Foreign(Rule):
    """A rule that is documented elsewhere."""

    __slots__ = ()

    @property
    def url(self) -> str:
        return f"https://community.languagetool.org/rule/show/{self.name.partition('/')[2]}?lang=en"


def _hit(span: tuple[int, int], answer: Answer) -> Hit:
    start, end = span
    fixes = tuple((Edit(start, end, text),) for text in answer.replacements if "\ufffd" not in text)
    return Hit(start, end, values={"message": answer.message}, fixes=fixes)


def _new(found: list[Finding], own: Sequence[Finding]) -> list[Finding]:
    """The findings that overlap none of newslint's own, and only the first of those in the same place."""
    known, taken = Spans(sorted((one.start, one.end) for one in own)), Spans()
    out: list[Finding] = []
    for one in found:
        if not (known.overlap(one.start, one.end) or taken.overlap(one.start, one.end)):
            taken.add(one.start, one.end)
            out.append(one)
    return out
