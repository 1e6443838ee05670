"""The scout never misses: with the weak patterns and without them, the same matches."""

from __future__ import annotations

import random
import re

import pytest

from newslint import anchors
from newslint.scout import Scout, weaken

PATTERNS = [
    r" +[,.;:?!]",
    r"(?<=\w)\bthe\b(?= \w)",
    r"\b(?:Mon|Tues)day\b(?!s)",
    r"(?i)\bthe the\b",
    r"(?x) (?:a(?=\w)|x)b",
    r"(?<![A-Z])[^\W\d_]+\.[A-Z]",
    r"\bé\w",
    r"(\w)\1x",
    r"[^\s\w]{2,}",
    r"(?m)^\s*x$",
    r"(?s)a.b",
    r"(?<=bc)d(?=e)",
    r"(?:(?<=b)a|e)(?!x)",
    r"(?i:the) Monday\b",
    r"\w+@\w+",
    r"[^\n]\Z",
    r"x$",
    r"\A\s+",
    r"(?<![\w.-])a(?!\w)",
    r"(?<!\w)the(?![^\s])",
    r"(?i)(?<![skK])b(?!s)",
    r"(?<!x)(?<=a)b(?!c)(?=d)",
    r"(?<![^x])b",
    r"(?:(?<!a)b|c)(?!a)",
    r"(?>a|ab)c",
    r"(?:x|yz?)?[,;]",
    r"(?i)k[^b]?s",
    r"(?i:[^s]k|i[a-d])",
    r"(?:a|bc|(?<=d)e){2,3}\.",
    r"(?:(?<=a )|(?<=bc))[.,](?=[A-Z]|x\b|\Z)",
    r"[^\W\d_][^.,][.,]\w",
    r"(?:M|Mo|the)(?:n|,\s)",
    r"b{2}|x{0,2}y?@",
    r"(?s)(?<=x).(?=\n)",
    r"(a)?(?(1)b|x)",
    r"(?<=[ab])(?:(?<=ea)x|d)",
    r"(?<![^ab])(?:(?<=ea)x|d)",
    r"(?:x(?=ae)|d)(?=[ab])",
]
PIECES = ["the", "Monday", " ", "x", "é", "a", "b", "\n", ".", ",", "A", "d", "e", "bc", "S", "“", "\u212a", "😀", "@"]
PIECES += ["i", "k", "\u0131", "\u0130", "\u017f", "K", "y"]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("often", [0.09, 1.0], ids=["rare anchors", "any anchors"])
def test_same_matches_with_and_without_weak_patterns(
    pattern: str, often: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(anchors, "TOO_OFTEN", often)
    draw = random.Random(pattern)
    weak = [weaken(pattern)]
    fast, plain = Scout([pattern], weak), Scout([pattern], weak, plain=True)
    for _ in range(3000):
        text = "".join(draw.choice(PIECES) for _ in range(draw.randint(1, 25)))
        data = text.encode()
        expected = [m.span() for m in re.finditer(pattern, text)]
        found = [m.span() for m in plain.matches(0, text, data)] if plain.which(data, text) else []
        assert found == expected, text
        found = [m.span() for m in fast.matches(0, text, data)] if fast.which(data, text) else []
        assert found == expected, text


def test_pattern_that_can_match_nothing_is_looked_for_everywhere() -> None:
    assert weaken(r"x*").pattern == ""
