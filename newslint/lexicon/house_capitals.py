"""Ordinary words that some houses, parties, sports and firms write with a capital: one alone shows no slip."""

from __future__ import annotations

from newslint.lexicon import word_set

# Read off the capitals inside sentences in US, British and Australian copy.
HOUSE_CAPITALS = word_set("""
    administration administrations agreement allies bill bills budget budgets conservatives constitutional
    constitutionally country establishment executive government independent independents inquiry justices leadership
    left liberals majority member members minority nation opposition presidency president presidential presidents
    progressive progressives right veteran veterans
    autumn fall games lent mass spring summer winter
    broadcast company creator economist euros farmers five go hearts leave live made medium names net offer part
    pole poles pop reading reason remain standard suspect target test tests time today tweet tweeted tweets yen yes
""")
