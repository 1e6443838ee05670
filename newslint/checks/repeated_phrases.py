"""A phrase of a few words twice in a row: which of them are typing errors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.repeats import Repeat
from newslint.lexicon import FUNCTION_WORDS
from newslint.model import Edit, Hit
from newslint.rule import Options


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# "closer and closer and", "draft after draft after": a copy that ends or begins with one of these may be rhetoric.
_LINKS = _set("and or after upon")
_STEPS = _set("bit day case side line year step one little word brick street door house month week piece")
_TIMES = _set("year years day week month night time")
# "over and over and", "on and on and": function words of which the same holds.
_ADVERBS = _set("over again more less on up down out in round through off better further back forth")
_FINE = _set("""
    have|to to|have time|to to|time coast|to know|we we|know think|they they|think you|know i|mean i|think oh|dear
    new|york back|to to|back face|to to|face head|to to|head side|by by|side had|to to|had people|hurt hurt|people
    for|measure home|to end|to door|to wall|to day|to that|is that|was is|that
""")
_KNOWS = _set("know knows knew think thinks thought don't")
_PRONOUNS = _set("i you he she it we they this that there")
_CLAUSE = re.compile(r"(?i)\b(?:when|if|once|what|whatever|whenever|wherever|whoever|who|where)\s+$")
_MAKES = re.compile(r"(?i)\b(?:makes?|making|made|keep|keeps|keeping|let|call|called)(?: an?| the)?\s+$")
_FRONT = re.compile(r"(?i)(?:\bcaption|\benlarge this image|\bphotos:|\bvia)[ \t\n\xa0]+$")
_GAP_MOST = 2  # blanks; more are columns of a table


def repeated_phrase(document: Document, options: Options) -> Iterator[Hit]:
    """Hits for phrases that stand twice by mistake. Cases: function-words, phrase, run-in."""
    prose = document.prose
    run_in: dict[str, list[Repeat]] = {}
    for repeat in document.repeats.phrases:
        gap = prose[repeat.first_end : repeat.second_start]
        one, two = prose[repeat.start : repeat.first_end], prose[repeat.second_start : repeat.end]
        if len(gap) > _GAP_MOST or "\t" in gap:
            continue
        case = _case(document, repeat, one, two, prose[max(0, repeat.start - 60) : repeat.start])
        if case == "run-in":
            run_in.setdefault(two, []).append(repeat)
        elif case:
            values = {"phrase": " ".join(one.split())}
            yield Hit(repeat.start, repeat.end, case, values, ((_delete_second(prose, repeat),),))
    for label, places in run_in.items():
        # A gallery repeats its title before each caption: one finding.
        related = tuple((place.start, place.end) for place in places[1:])
        yield Hit(places[0].start, places[0].end, "run-in", {"phrase": " ".join(label.split())}, (), related)


def _delete_second(prose: str, repeat: Repeat) -> Edit:
    """The second copy goes, or, if a line ends between them, the first with the space before it."""
    if "\n" in prose[repeat.first_end : repeat.second_start] and prose[repeat.start - 1 : repeat.start] == " ":
        return Edit(repeat.start - 1, repeat.first_end, "")
    return Edit(repeat.first_end, repeat.end, "")


def _case(document: Document, repeat: Repeat, one: str, two: str, before: str) -> str:
    """Which case of the rule a repeated phrase is; "" if it is no defect."""
    words = one.split()
    folded = [word.lower().replace("’", "'") for word in words]
    if not any(char.isalpha() for char in one) or all(len(word) == 1 for word in words):
        return ""
    if _FRONT.search(before):
        return "run-in"
    block = document.block_at(repeat.start)
    whole = block is not None and (block.start, block.end) == (repeat.start, repeat.end)
    if whole or _is_label(words):
        return "run-in"
    if repeat.times > 2 or _rhetoric(document, repeat, folded, before):
        return ""
    functions = all(word in FUNCTION_WORDS for word in folded)
    if one == two and functions and len(words) == 2 and folded[1] in _DETERMINERS:
        return "function-words"
    if one[1:] != two[1:] or (one[0].islower() and two[0].isupper()):
        return "run-in" if one[0].islower() and two[0].isupper() else ""
    return "phrase"


# "of the of the", "be a be a": the second copy is one too many, whatever the sentence.
_DETERMINERS = _set("the a an his her its their our my your this these those")


def _is_label(words: list[str]) -> bool:
    """Whether a phrase is a label in capitals ("BY THE NUMBERS")."""
    return all(word.isupper() for word in words) and sum(map(len, words)) > 6


def _rhetoric(document: Document, repeat: Repeat, folded: list[str], before: str) -> bool:
    """Whether copy may well say this twice."""
    prose = document.prose
    key = "|".join(folded)
    if key in _FINE:
        return True
    plain = [word for word in folded if word not in FUNCTION_WORDS]
    after = re.split(r"[ \n,]+", prose[repeat.end : repeat.end + 80])[1 : 1 + len(folded)]
    going_on = [
        word for word, other in zip(folded, map(str.lower, after), strict=False) if word == other.strip(".;:!?")
    ]
    if going_on and going_on == folded[: len(going_on)] and set(going_on) & set(plain):
        return True  # a third copy has begun: "bigger and bigger and bigger"
    size = len(folded)
    if size < 4 and _LINKS & set(folded) and _ADVERBS & set(folded):
        return True
    if size == 2 and plain:
        if folded[1] in _LINKS or folded[0] in ("and", "or", "after"):
            return True
        if "by" in folded and _STEPS & set(folded):
            return True
        if folded[1] == "to" and before.split()[-1:] and before.split()[-1].lower() == "from":
            return True  # from coast to coast to meet
    if size == 3 and folded[0] in ("a", "an", "the", "half") and folded[2] == "of":
        return True  # a fraction of a fraction of
    if folded[0] == "and" and _TIMES & set(folded):
        return True  # and the year before that and the year before that
    if prose[repeat.start].isupper() and (before[-2:-1].isdigit() or prose[repeat.end + 1 : repeat.end + 2].isdigit()):
        return True  # labels of a chart
    if size > 2 and (folded[0] == "and" or folded[-1] == "and") and document.quotations.holds(repeat.start):
        return True  # “more cases and more deaths and more deaths”
    word = before.split()[-1:] if before.endswith(" ") else []
    if word and word[0][0].isupper() and prose[repeat.start].isupper() and "and" in folded:
        return True  # the White House and the House and the Senate
    if folded == ["will", "be"] and re.search(r"(?i)\bwhat(?:ever)? +$", before):
        return True
    if folded[0] in _PRONOUNS and (_CLAUSE.search(before) or _KNOWS & set(folded)):
        return True  # when it goes bad it goes bad
    if _KNOWS & set(folded) and _PRONOUNS & set(folded):
        return True
    if _MAKES.search(before) and len(plain) == 1 and len(folded) == 2:
        return True  # what makes a gadget a gadget
    return not plain and set(folded) - _LINKS <= _ADVERBS
