"""Which findings of LanguageTool are wanted: the curated default, what a configuration and a selection change in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from newslint.settings import Choice

# What the default takes: of spelling what `counts` lets through, and those rules of grammar whose findings in news were
# all read, and right where `counts` lets them through. LanguageTool has thousands of others; those that spoke up were
# wrong three times out of four.
ON_CATEGORIES = frozenset({"TYPOS"})
_RULES = """
    AIRCRAFTS BE_VBP_IN CC_IS_VBZ DT_DT DT_PRP EKE_EEK EN_MASS GOING_BE HEATH_HEALTH IS_VBZ I_AM_VB
    KNOW_KNOWN MD_ABLE MOST_COMPARATIVE NEITHER_NOR PERSONAL_PERSONNEL PRP_PAST_PART RATHER_THEN RELY_ON
"""
ON_RULES = frozenset(_RULES.split())
# Matters of taste and of house style, and what newslint finds itself: the server need not look for them.
_CATEGORIES = """
    ACADEMIC_WRITING AMERICAN_ENGLISH_STYLE BRITISH_ENGLISH CASING COLLOCATIONS COLLOQUIALISMS COMPOUNDING
    CREATIVE_WRITING GENDER_NEUTRALITY MULTITOKEN_SPELLING NONSTANDARD_PHRASES PLAIN_ENGLISH PROPER_NOUNS PUNCTUATION
    REDUNDANCY REGIONALISMS REPETITIONS REPETITIONS_STYLE SEMANTICS STYLE TEXT_ANALYSIS TYPOGRAPHY WIKIPEDIA
"""
OFF_CATEGORIES = frozenset(_CATEGORIES.split())
NAME = "languagetool"


class Asked(NamedTuple):
    """What a server is told, each sorted: it then prefers a wanted finding to an unwanted one in the same place."""

    enabled: tuple[str, ...]  # rules
    enabled_categories: tuple[str, ...]
    disabled: tuple[str, ...]  # rules
    disabled_categories: tuple[str, ...]
    picky: bool


ASKED = Asked((), (), (), tuple(sorted(OFF_CATEGORIES)), picky=False)  # where nobody configured anything


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
            tuple(sorted((self._off | self._ignored) - self._selected)),
            tuple(sorted((OFF_CATEGORIES | self._off | self._ignored) - self._selected)),
            bool(table.get("picky")),
        )

    def __call__(self, rule: str, category: str) -> bool:
        """Whether findings of a rule (its LanguageTool ID) of a category are wanted. Rules outweigh categories."""
        for name in (rule, category):
            if name in self._ignored:
                return False
            if name in self._selected:
                return True
            if name in self._off:
                return False
        return (rule in ON_RULES or category in ON_CATEGORIES) and not self._only and not self._none

    def named(self, rule: str, category: str) -> bool:
        """Whether the user asked for just this rule or category, and so for all that it finds."""
        return rule in self._selected or category in self._selected


def _named(names: Sequence[str]) -> set[str]:
    """The rules and categories among names of rules and families."""
    return {name.removeprefix(f"{NAME}/") for name in names if name.startswith(f"{NAME}/")}


def mentions(names: Sequence[str]) -> bool:
    """Whether names of rules and families ask for LanguageTool."""
    return any(name == NAME or name.startswith(f"{NAME}/") for name in names)
