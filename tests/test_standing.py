"""Where a word stands by itself, and what an article says about its words."""

from __future__ import annotations

import pytest

from newslint.document.standing import places_of, standing


@pytest.mark.parametrize(
    "text",
    [
        "Upas", "(Upas)", "“Upas”", "'Upas'", "Upas's", "Upas’ own", "so—Upas—was", "the end.”Upas", "...Upas",
        "Upas. And", "Upas...", "- Upas -", "Upas- and sea-borne",
    ],
)  # fmt: skip
def test_a_word_by_itself(text: str) -> None:
    assert list(places_of(text, "Upas")) == [text.index("Upas")]


@pytest.mark.parametrize(
    "text",
    [
        "Upasland", "aUpas", "7Upas", "Upas7", "@Upas", "#Upas", "$Upas", "Upas_x", "x_Upas", "www.Upas", "Upas.com",
        "d’Upas", "O'Upas", "a/Upas", "Upas/a", "C:\\Upas", "UPAS", "upas", "",
        "www .Upas", "desk3!Upas", "B&Upas",
    ],
)  # fmt: skip
@pytest.mark.parametrize("hyphened", [False, True])
def test_a_part_of_something_longer(text: str, hyphened: bool) -> None:
    assert list(places_of(text, "Upas", hyphened=hyphened)) == []


@pytest.mark.parametrize("text", ["pro-Upas", "Upas-led", "pre-Upas-led"])
def test_a_part_of_a_hyphened_word(text: str) -> None:
    assert list(places_of(text, "Upas")) == []
    assert list(places_of(text, "Upas", hyphened=True)) == [text.index("Upas")]


def test_what_an_article_says_of_a_word() -> None:
    said = standing("Upas fell. The Upas is old, as Upas, not Upas-led. Tarn Upaso is near it.\n")
    assert [said.count(word) for word in ("Upas", "Tarn", "Upaso", "Marl")] == [2, 1, 1, 0]
    assert [said.inside(word) for word in ("Upas", "Tarn")] == [True, False]
