"""Long texts are read in other ways, so that the time stays linear: what is found is the same."""

from __future__ import annotations

from newslint.document.capitals import inner_places
from newslint.document.tokens import find_written

_LINE = "She saw the River, the Riverside and a River-bed; by night River Road’s River_1 is no River2. The River ran.\n"
_TIMES = 2000


def test_words_with_a_capital_are_found_in_a_long_text_as_in_a_short_one() -> None:
    for word in ("River", "Road", "Riverside", "The", "Ashby"):
        once = list(inner_places(_LINE, word))
        assert list(inner_places(_LINE * _TIMES, word)) == [i * len(_LINE) + at for i in range(_TIMES) for at in once]


def test_words_are_counted_in_a_long_text_as_in_a_short_one() -> None:
    short, long = find_written(_LINE), find_written(_LINE * _TIMES)
    for word in (b"River", b"Road", b"River2", b"the", b"Rive", b"Ashby"):
        assert long.count(word) == short.count(word) * _TIMES
        assert long.holds(word) == short.holds(word)
