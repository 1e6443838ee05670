"""Verbs with which the writer of an article reports what somebody said or thought: "he said", "adds the mayor"."""

from __future__ import annotations

from newslint.lexicon import word_set

_FINITE = """
    said says told tells added adds asked asks wrote writes replied replies explained explains noted notes continued
    continues concluded concludes recalled recalls insisted insists argued argues warned warns stated claimed claims
    declared declares announced announces commented remarked observed responded responds admitted admits stressed
    stresses joked jokes quipped lamented testified thundered tweeted shouted exclaimed cried
"""

SAYING = word_set(_FINITE)
"""The forms that stand in a reporting clause behind "he", "she" or a name, commonest first.

Left out is what is seldom that elsewhere: "states", "agreed"; and what a statement or a mind does: "reads", "thought".
Those who look at a place where little else can stand add them."""

SAYING_PATTERN = f"(?:{'|'.join(_FINITE.split())})"
"""The same as a pattern."""

REPORTING_PATTERN = rf"(?:{SAYING_PATTERN}|say|ask|states|agree[ds]|urge[ds]|demanded|wondered|called|yelled|screamed|reads?)"
"""These, and what a quotation may have beside it though it is seldom a word of saying elsewhere."""

THINKING = word_set("""
    say says said saying think thinks thought believe believes believed know knows knew hope hopes hoped feel feels felt
    claim claims claimed admit admits admitted add added adds insist insists insisted warn warns warned argue argues
    argued suggest suggests suggested announce announced mean means meant told confirm confirms confirmed deny denies
    denied fear fears feared
""")
"""Verbs that a clause with or without "that" may follow: what is said or thought."""
