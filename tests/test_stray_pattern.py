"""The rule file spells out the function words that it looks for: they must be those of the lexicon."""

from __future__ import annotations

import re

from newslint.lexicon import FUNCTION_WORDS
from newslint.registry import bundled


def test_the_pattern_holds_every_function_word() -> None:
    pattern = bundled().rules["stray-capital"].variants[0].pattern
    words = {word.capitalize() for word in FUNCTION_WORDS if word.isalpha() and word != "i"}
    assert words == set(re.findall(r"(?<=[(:|])[A-Z][a-z]*(?=[|)])", pattern))
