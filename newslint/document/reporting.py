"""Reporting clauses: the words of the writer that interrupt or follow a quotation ("We won," he said)."""

from __future__ import annotations

from newslint.lazy import lazy
from newslint.lexicon.saying import SAYING_PATTERN

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w.'’&-]*"
_ADVERB = r"(?:also |later |then |further |once |reportedly |has |had )?"
_WHEN = (
    "-|in|on|at|of|to|during|after|before|when|while|as|by|about|with|from|via|last|this|earlier|later|yesterday|today|"
    "through|for|reporters"
)
_STOP = r"(?=[.,:;!?…—–\"”“'’]|\s*$|\n| (?:" + _WHEN + r")\b)"
_LOOSE = r"(?=[.,:;!?…—–\"”“'’]|\s*$|\n| (?:" + _WHEN + r"|the|an?|his|her|[A-Z]\w*)\b)"
_NAMED = (
    rf"(?:{_CAPITAL}|[Tt]he|an?|one|another|his|her|their)(?: [\w.'’&-]+){{0,8}}?"
    r"(?:,(?: [\w.'’&-]+){1,8}?,)?"
)

#: At the first word of a reporting clause: "he said.", "said Ms Example", "a source close to the talks told reporters".
CLAUSE = lazy(
    rf"(?:{SAYING_PATTERN}|reads?) (?!that\b|to be\b)\w"
    rf"|(?:he|she|they|it|who) {_ADVERB}{SAYING_PATTERN}{_STOP}"
    rf"|(?:he|she|they|who) {_ADVERB}(?:told|asked|warned|assured|reminded) (?:the|an?|his|her|their|[A-Z]\w*)\b"
    rf"|{_NAMED} {_ADVERB}{SAYING_PATTERN}{_LOOSE}"
)

#: The same behind the mark that ends what was said; `end` is that mark.
SAID = lazy(rf"(?P<end>[,?!]) (?={CLAUSE.pattern})")

#: Any word of saying behind a comma: weak evidence that the writer speaks again.
WRITER_SPEAKS = lazy(
    r"[,?!;] (?:[^.?!;\n]|(?<=\b[A-Z])\.|(?<=\b[DMS][rt])\.|(?<=\b(?:Mrs|Sen|Rep|Gov|Rev|Col|Gen))\.){0,200}"
    rf"\b(?:{SAYING_PATTERN}|quoted|saying|according to|in an? (?:statement|interview|e-?mail))\b"
)
