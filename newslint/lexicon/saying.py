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

Left out is what is seldom that elsewhere ("states", "agreed": see REPORTING_PATTERN), and what a mind does ("thought":
see THINKING)."""

SAYING_PATTERN = f"(?:{'|'.join(_FINITE.split())})"
"""The same as a pattern."""

REPORTING_PATTERN = (
    rf"(?:{SAYING_PATTERN}|say|ask|states|agree[ds]|urge[ds]|demanded|wondered|called|yelled|screamed|reads?)"
)
"""These, and what a quotation may have beside it though it is seldom a word of saying elsewhere."""

THINKING = word_set("""
    say says said saying tell told think thinks thinking thought believe believes believed know knows knew hope hopes
    hoped feel feels felt asking claim claims claimed admit admits admitted add added adds adding insist insists
    insisted warn warns warned argue argues argued suggest suggests suggested declaring stating announce announced
    mean means meant confirm confirms confirmed deny denies denied fear fears feared wondered reads
""")
"""Verbs that a clause with or without "that" may follow: what is said or thought."""

LEADS_IN = SAYING | THINKING
"""Behind these, and before those that report, a clause is what somebody says or thinks."""
