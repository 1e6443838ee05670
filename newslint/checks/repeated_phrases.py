"""A phrase of a few words twice in a row: which of them are typing errors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.document.inline import closes_behind, is_markup, is_whole_link, source_between
from newslint.document.repeated_names import may_begin_anew, parted
from newslint.document.repeats import Repeat, drop_copy
from newslint.document.words import is_foreign
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, doubling, word_set
from newslint.model import Hit
from newslint.rule import Options

# "closer and closer and", "draft after draft after": a copy that ends or begins with one of these may be rhetoric.
_LINKS = word_set("and or after upon")
_STEPS = word_set("bit day case side line year step one little word brick street door house month week piece")
# "talking and talking and": words that stand in a row with "and", beside comparatives and participles.
_IN_A_ROW = word_set("""
    again less more over miles years months weeks days hours minutes times time millions thousands hundreds grow lie
    run talk work worked talked walked waited shrunk repeats goes went on up down out by round year month week day night
    game meeting election story draft page book door house street attack crisis scandal lots piles rows
""")
_PARTS = word_set("fraction heart half friend top best worst king days house song enemy sum average")
_AS_SLIPS = word_set("soon well long far much many")  # "as soon as soon" is a slip
_NUMBERS_BEFORE = lazy(r"\d+ \d+ $")
_NUMBERS_AFTER = lazy(r" \d+ \d+\b")
_TIMES = word_set("year years day week month night time")
# "over and over and", "on and on and": function words of which the same holds.
_ADVERBS = word_set("over again more less on up down out in round through off better further back forth")
_FINE = word_set("""
    have|to to|have time|to to|time coast|to know|we we|know think|they they|think you|know i|mean i|think oh|dear
    hand|in arm|in new|york back|to to|back face|to to|face head|to to|head side|by by|side had|to to|had people|hurt
    hurt|people for|measure home|to end|to door|to wall|to day|to that|is that|was is|that
""")
_HELPS = word_set("help helps helping let lets")
_KNOWS = word_set("know knows knew think thinks thought don't")
_PRONOUNS = word_set("i you he she it we they this that there")
_VERBS = word_set("is was are were did does has had happened said")
_BE = word_set("is are was were means mean")
_SUBJECT = lazy(r"(?i)\b(?:what|who)(?:ever)?\s+$")
_CLAUSE = lazy(r"(?i)\b(?:when|if|once|what|whatever|whenever|wherever|whoever|who|where)\s+$")
_MAKES = lazy(r"(?i)\b(?:makes?|making|made|keep|keeps|keeping|let|call|calls|called|calling)(?: an?| the)?\s+$")
_FRONT = lazy(r"(?i)(?:\bcaption|\benlarge this image|\bphotos:|\bvia)[ \t\n\xa0]+$")
_GAP_MOST = 2  # blanks; more are columns of a table


def repeated_phrase(document: Document, options: Options) -> Iterator[Hit]:
    """Hits for phrases that stand twice by mistake. Cases: function-words, phrase, run-in."""
    prose = document.prose
    run_in: dict[str, list[Repeat]] = {}
    for repeat in document.repeats.phrases:
        gap = prose[repeat.first_end : repeat.second_start]
        one, two = prose[repeat.start : repeat.first_end], prose[repeat.second_start : repeat.end]
        if len(gap) > _GAP_MOST or "\t" in gap or _set_apart(document, repeat):
            continue
        case = _case(document, repeat, one, two, prose[max(0, repeat.start - 60) : repeat.start])
        if case == "run-in":
            run_in.setdefault(two, []).append(repeat)
        elif case:
            values = {"phrase": " ".join(one.split())}
            anew = ((parted(repeat),),) if may_begin_anew(prose, repeat, two) else ()
            yield Hit(repeat.start, repeat.end, case, values, (*anew, (drop_copy(prose, repeat),)))
    for label, places in run_in.items():
        # A gallery repeats its title before each caption: one finding.
        related = tuple((place.start, place.end) for place in places[1:])
        yield Hit(places[0].start, places[0].end, "run-in", {"phrase": " ".join(label.split())}, (), related)


def _set_apart(document: Document, repeat: Repeat) -> bool:
    """Whether markup shows that the copies are two things, or a name as a whole, or the words of another language."""
    prose = document.prose
    if is_foreign(prose, repeat.start, repeat.end) or is_whole_link(document, repeat.start, repeat.end):
        return True
    if not is_markup(document):
        return False
    between = source_between(document, repeat.first_end, repeat.second_start)
    columns = "\t" in between.strip("\n") and "\n" not in between
    lines = "\n" in prose[repeat.start : repeat.end]  # in markup these are broken on purpose
    plain = FUNCTION_WORDS.isdisjoint(prose[repeat.start : repeat.first_end].lower().split())
    headword = plain and closes_behind(document, repeat.first_end)  # “<b>false dawn</b> false dawn (noun)”
    return columns or lines or headword


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
_DETERMINERS = word_set("the a an his her its their our my your this these those")


def _is_label(words: list[str]) -> bool:
    """Whether a phrase is a label in capitals ("BY THE NUMBERS")."""
    return all(word.isupper() for word in words) and sum(map(len, words)) > 6


def _rhetoric(document: Document, repeat: Repeat, folded: list[str], before: str) -> bool:
    """Whether copy may well say this twice."""
    prose, size = document.prose, len(folded)
    if "|".join(folded) in _FINE:
        return True
    after = prose[repeat.end : repeat.end + 80]
    plain = [word for word in folded if word not in FUNCTION_WORDS]
    if _third(folded, plain, after):
        return True  # "bigger and bigger and bigger"
    if folded[0] in _BE and folded[-1] in plain and before.lower().split()[-1:] == folded[-1:]:
        return True  # "rules are rules are rules", "a rose is a rose is a rose"
    if _linked(document, repeat, folded, plain, before):
        return True
    if prose[repeat.start].isupper() and (_NUMBERS_BEFORE.search(before) or _NUMBERS_AFTER.match(after)):
        return True  # labels of a chart
    if folded[0] in _HELPS and size > 1:
        return True  # help the people help the people
    cold = size == 2 and folded[0] == "as" and folded[1] in plain and folded[1] not in _AS_SLIPS
    if cold and after[:1] == " ":
        return True  # "as cold as cold can be", "as big as big business"
    if folded == ["will", "be"] and re.search(r"(?i)\bwhat(?:ever)? +$", before):
        return True
    if size < 4 and folded[0] in _VERBS and folded[-1] not in _DETERMINERS and _SUBJECT.search(before):
        return True  # what was wrong was wrong
    if folded[0] in _PRONOUNS and (size < 4 or _LINKS & set(folded)) and _CLAUSE.search(before):
        return True  # when it goes bad it goes bad
    if size < 4 and _KNOWS & set(folded) and _PRONOUNS & set(folded):
        return True
    return size == 2 and len(plain) == 1 and _MAKES.search(before) is not None  # what makes a gadget a gadget


def _third(folded: list[str], plain: list[str], after: str) -> bool:
    """Whether a third copy has begun, with a word that matters."""
    words = re.split(r"[ \n,]+", after)[1 : 1 + len(folded)]
    same = []
    for word, other in zip(folded, words, strict=False):
        if word != other.lower().strip(".;:!?"):
            break
        same.append(word)
    # "Ash and Ash and Ash", "date him and date him and date him"
    first_tells = folded[1:] == ["and"] or ("and" in folded and folded[0] in doubling.PRONOUN_OBJECT)
    return not set(folded[:1] if first_tells else plain).isdisjoint(same)


def _linked(document: Document, repeat: Repeat, folded: list[str], plain: list[str], before: str) -> bool:
    """Whether words like "and" tie the copies in a row on purpose: "year after year after", "on and on and"."""
    prose, size = document.prose, len(folded)
    links, spoken = _LINKS & set(folded), document.quotations.holds(repeat.start)
    if size < 4 and links and _ADVERBS & set(folded):
        return True
    if size == 2 and len(plain) == 1 and (folded[1] in links or folded[0] in links):
        word = plain[0]
        return spoken or word in _IN_A_ROW or word.endswith(("er", "ing"))
    if size == 2 and "by" in folded:
        return bool(_STEPS & set(folded))
    if folded[-1] == "to" and before.split()[-1:] in (["from"], ["From"]):
        return True  # from coast to coast to meet
    if size == 3 and folded[2] == "of" and folded[0] in ("a", "an", "the", "half"):
        return folded[1] in _PARTS
    if folded[0] == "and" and _TIMES & set(folded):
        return True  # and the year before that and the year before that
    if size > 2 and "and" in (folded[0], folded[-1]) and spoken:
        return True  # “more cases and more deaths and more deaths”
    name = before.endswith(" ") and before.split()[-1:][0][:1].isupper()
    return name and prose[repeat.start].isupper() and "and" in folded  # the White House and the House and the Senate
