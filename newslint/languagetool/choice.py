"""Which findings of LanguageTool are wanted: the curated default, what a configuration and a selection change in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from newslint.settings import Choice

# Matters of taste, of house style, and what newslint finds itself, with an eye on news.
_CATEGORIES = """
    ACADEMIC_WRITING AMERICAN_ENGLISH_STYLE BRITISH_ENGLISH CASING COLLOQUIALISMS CREATIVE_WRITING GENDER_NEUTRALITY
    MULTITOKEN_SPELLING NONSTANDARD_PHRASES PLAIN_ENGLISH PUNCTUATION REDUNDANCY REGIONALISMS REPETITIONS
    REPETITIONS_STYLE STYLE TEXT_ANALYSIS TYPOGRAPHY WIKIPEDIA
"""
_RULES = """
    ENGLISH_WORD_REPEAT_RULE
"""
OFF_CATEGORIES = frozenset(_CATEGORIES.split())
OFF_RULES = frozenset(_RULES.split())
NAME = "languagetool"


class Asked(NamedTuple):
    """What a server is told, each sorted: it then prefers a wanted finding to an unwanted one in the same place."""

    enabled: tuple[str, ...]  # rules
    enabled_categories: tuple[str, ...]
    disabled: tuple[str, ...]  # rules
    disabled_categories: tuple[str, ...]
    picky: bool


class Wanted:
    """Tells wanted findings from others; `table` is `[languagetool]`, `choice` that of rules and families."""

    def __init__(self, table: Mapping[str, Any], choice: Choice) -> None:
        self._ignored = _named(choice.ignore)
        self._selected = (
            _named(choice.select or ()) | _named(choice.extend_select) | set(table.get("enabled-rules", ()))
        )
        self._off = {*table.get("disabled-rules", ()), *table.get("disabled-categories", ())}
        select = choice.select or ()
        self._only = bool(_named(select)) and NAME not in select and "all" not in select
        self._none = NAME in choice.ignore or "all" in choice.ignore
        self.asked = Asked(
            tuple(sorted(self._selected - self._ignored)),
            tuple(sorted(_named(choice.select or ()) | _named(choice.extend_select))),
            tuple(sorted((OFF_RULES | self._off | self._ignored) - self._selected)),
            tuple(sorted((OFF_CATEGORIES | self._off | self._ignored) - self._selected)),
            bool(table.get("picky")),
        )

    def __call__(self, rule: str, category: str) -> bool:
        """Whether findings of a rule (its LanguageTool ID) of a category are wanted. Rules outweigh categories."""
        for name, off in ((rule, OFF_RULES), (category, OFF_CATEGORIES)):
            if name in self._ignored:
                return False
            if name in self._selected:
                return True
            if name in self._off or name in off:
                return False
        return not self._only and not self._none


def _named(names: Sequence[str]) -> set[str]:
    """The rules and categories among names of rules and families."""
    return {name.removeprefix(f"{NAME}/") for name in names if name.startswith(f"{NAME}/")}


def mentions(names: Sequence[str]) -> bool:
    """Whether names of rules and families ask for LanguageTool."""
    return any(name == NAME or name.startswith(f"{NAME}/") for name in names)
