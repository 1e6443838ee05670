"""Spellings that do not go together in one article: of words, form by form, and of names written in other scripts."""

from __future__ import annotations

from functools import cache

from newslint.lexicon import columns


@cache
def spelling_partners() -> dict[str, str]:
    """Each spelling of ``spelling.txt``, in lower case, and the same form of the word spelt the other way."""
    found: dict[str, str] = {}
    cells = columns("spelling.txt")
    for _, _, one, other in zip(cells, cells, cells, cells, strict=True):
        found[one] = other
        found[other] = one
    return found


_NAMES = """
    zelensky zelenskyy zelenskiy zelenskyi zelenski
    lukashenko lukashenka
    yanukovych yanukovich
    tymoshenko timoshenko
    khodorkovsky khodorkovskiy khodorkovski
    navalny navalnyy navalniy
    gaddafi gadhafi qaddafi qadhafi kadafi gadafi kadhafi
    ahmadinejad ahmedinejad ahmadinejhad
    khamenei khameini khameinei
    khomeini khomeni
    musharraf musharaf
    netanyahu netanyahoo
    hezbollah hizbollah hizbullah hezballah
    qaeda qaida
    taliban taleban
    kyiv kiev
    kharkiv kharkov
    odesa odessa
    tchaikovsky tschaikovsky chaikovsky
    dostoevsky dostoyevsky
    khrushchev kruschev khruschev krushchev
    saakashvili saakashvilli
"""


@cache
def name_spellings() -> dict[str, str]:
    """Names that English writes in several ways, in lower case, and the first of the ways. Written by hand."""
    rows = [row.split() for row in _NAMES.strip().splitlines()]
    return {spelling: row[0] for row in rows for spelling in row}
