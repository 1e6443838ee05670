"""Where a sentence ends at a question mark, an exclamation mark or a quotation, though small letters follow."""

from __future__ import annotations

from newslint.document import Document
from newslint.lazy import lazy
from newslint.lexicon import word_set
from newslint.lexicon.saying import REPORTING_PATTERN

_VERBS = rf"(?:{REPORTING_PATTERN}|according)"
REPORTING = lazy(
    rf"(?:{_VERBS}\b|(?:he|she|they|it|I|we|who|one|the|a|an|his|her|mr|ms)(?:\s+[\w.'’-]+){{0,5}}?\s+{_VERBS}\b)"
)
# What is said follows, so that the clause is no end of the quotation before it: "“No.” he said he would go".
REPORTED = lazy(
    r" (?:that|he|she|it|they|we|I|there|the|a|an|his|her|their|its|this|these|those|no|some|many|most|about|\d+)\b|:"
)
# Behind the stop of a quotation these go on with no sentence: "“… on both sides.” but he left".
NEW_CLAUSE = lazy(
    r"(?:but|and|when|if|while) (?:he|she|it|they|we|I|there|the|a|an|this|these|his|her|their|its|[A-Z]\w+)\b"
)
# Subjects: with a capital in no name behind a mark ("Wham! they"), and in no series of questions.
OPENERS = word_set("he she they we it this these there")
_NEAR = 9_000  # code points in which a name that ends in a mark stands again
_AFTER_QUESTION = word_set("the a an but in when if for with")
_LAST_SENTENCE = lazy(r"[^.!?\n\"“”]+$")
_TITLE = lazy(r"(?: [A-Z]\S*){3}$")
_SMALL_WORD = lazy(r" [a-z]{2,}\b")


def ends_there(prose: str, stop: int, word: str, token: str, start: int) -> bool:
    """Whether "?" or "!" ends a sentence and is not the end of a name: "for Bush? she leads", "Wham! to his fans"."""
    if not word.rpartition("-")[2][:1].isupper():
        return True
    if prose.count(word + prose[stop], max(0, stop - _NEAR), stop + _NEAR) > 1 or REPORTING.match(prose, start):
        return False  # “High School? he asked” has lost a quotation mark
    if token in OPENERS:
        return True
    asked = _LAST_SENTENCE.search(prose, max(0, stop - 200), stop) if prose[stop] == "?" else None
    if asked is None or token not in _AFTER_QUESTION or _TITLE.search(asked[0]):
        return False
    return len(_SMALL_WORD.findall(asked[0])) > 3


def is_whole_quotation(document: Document, close: int) -> bool:
    """Whether the mark at `close` ends a quotation that began a sentence, as no title does: of four words and more."""
    prose = document.prose
    found = document.quotations.at(close)
    if found is None or prose.count(" ", found[0], close) < 3 or not prose[found[0] + 1].isupper():
        return False
    start = found[0]
    return prose[max(0, start - 2) : start].rstrip()[-1:] in ("", ",", ":", ".", "?", "!", "”", '"')
