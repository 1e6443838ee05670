"""What stands before the name of a person: Mr, Dr, President. Those with a full stop are `newslint.lexicon.titles`."""

from __future__ import annotations

from newslint.lexicon import word_set

SHORT_TITLES = word_set("Mr Mrs Ms Dr Sen Rep Gov")
"""Those that are nothing else, with or without a full stop: what follows is a name."""

HONORIFICS = SHORT_TITLES | word_set("Miss Sir Lord Lady Prof Rev Gen Col Capt Sgt Officer Cllr")
"""Short ones and those of rank, some of which are words and names as well (Miss World, the Lord)."""

OFFICES = word_set("""
    President Senator Senators Congressman Congresswoman Representative Representatives Mayor Minister Secretary General
    Governor Chairman Chairwoman Judge Justice Professor Sheriff Ambassador Councillor Chancellor
""")
"""Offices, of which the name of the holder may follow: "Senator Ash"."""

TITLES = HONORIFICS | OFFICES
TITLE_PATTERN = f"(?:{'|'.join(sorted(TITLES))})"
"""The same as a pattern."""
