"""A capital inside a sentence on a word that is no name: "Meanwhile, Several thousand"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Document
from newslint.document.capitals import beside, in_title, inner_capitals, leading_capitals, tied_after, tied_before
from newslint.document.name_signs import in_name, introduced, is_known_name, is_verbal
from newslint.document.run_ins import SAYING, SUBJECTS, behind_front, opens, runs_on
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, abbreviations, lower_places, proper_names, words_placed
from newslint.model import Edit, Hit
from newslint.rule import Options

Verdict = tuple[str, tuple[tuple[Edit, ...], ...]]  # the case of the rule, "" for none, and the fixes
_FINE: Verdict = ("", ())

_OFF_ZONES = frozenset(["headline", "heading", "byline", "credit", "caption", "table", "dateline", "boilerplate"])


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PLACES = frozenset("Ffntp")
_NAMES = _set("yes")  # "voted Yes"
_APPOSED = lazy(
    r"[,;] (?:a|an|the|who|whose|which|and|or|\d+|[A-Z]\w*)\b|[!?:]|['’]s\b| (?:is|are|was) [A-Z]|"
    r"[ \n](?:of|and) [A-Z\d]|\.\w"
)  # "Little, a nurse"
_TERMS = {("the", "Who"), ("the", "So"), ("of", "A"), ("the", "Up"), ("the", "One"), ("you", "You")}
_HOLY = lazy(r"\b(?:God|Lord|Jesus|Christ|Almighty|Saviou?r)\b")
_BEFORE_NO = _set("a an the of and or vote voted votes voting say said saying yes to big strong")
_MODAL = {  # "it Will begin", not "said Will Ash" or "Will said"; "which May be", not "in May"
    "Will": re.compile(r" (?!said|says|told|was|is|has|had|and|of|who|did|[a-z]+ed\b|[A-Z])"),
    "May": re.compile(
        r" (?:be|have|not|also|still|well|need|take|make|get|come|help|give|see|use|now|only|never|seem)\b"
    ),
}
_PARTICLES = _set("on in out off up over down is are said as of")
_BEFORE_NAMES = _set(
    "to the and of by for on new our this from like including include includes in its as says say told at or that "
    "called with agency former group firm company rover site magazine channel party"
)
_PLAIN_SMALL = _set("the a an his her its their he she it they this these those was were has had is are")
_PREPOSITIONS = _set(
    "beyond over up out off in on under down through above below inside outside around together what why"
)
_JOINERS = _set("and or but of as than that")
# A letter, not an article: "vitamin A", "from A to B", "the A share".
_LETTERED = _set(
    "vitamin type class grade hepatitis strep group plan influenza flu level team option point part category section "
    "schedule title appendix exhibit side tier series the an a factor provision list study letters letter"
)
_LETTER_NEXT = _set(
    "through marks share shares level levels grade grades list side team game road to and or virus viruses is was has"
)
_DIRECT = SAYING | _set("question read is was")  # "the question is, How long": direct speech without marks
_WORKS = lazy(
    r"(?:magazine|journal|newspaper|show|film|movie|album|song|single|play|novel|book|series|drama|called|named|entitled|"
    r"titled|dubbed|word|words|band|brand|musical|website|app|theme is|blog|blogs|software|"
    r"letters?|brand|suite|store|shop|label|duo|trio|group|singer|rapper|alias|"
    r"known as(?: the)?|company|firm|charity|maker)$"
)
_TITLED = lazy(
    r"(?:called|named|entitled|titled|dubbed|documentary|drama|novel|comedy|podcast|sitcom|musical|hit|single|album|column,?|"
    r"(?:book|song|film|show)s? (?:was|is|like|including)|such as|shows like|"
    r"(?:book|song|film|show|memoir|play|series|record),)$"
)
_WORKS_NEXT = lazy(
    r"[,’'s]* (?:magazine|newspaper|album|actor|actress|star|show|series|app|website|brand|tour|singer|newsletter|"
    r"stage|platform|campaign|economy|initiative|agency|department|portfolio|unit|awards?|brewery|division)\b"
)
_PLAIN_TOKEN = lazy(r"(?:[A-Z][^\W\d_]*|[^\W\d_A-Z]+)(?:['’-][^\W\d_A-Z]+)*['’]?")  # not “iPod”, “mid-Jurassic”
_POSSESSIVE = lazy(r"['’]s$|s['’]$")
_TITLE_WORDS = _set("how what why where when who all in on the")  # "Reeve’s How to draw": a title
_BEFORE_MAY = _set("in of since by until till early late mid last next this every from through to before after and or")
_SUBORDINATE = lazy(
    r"(?:^|[.!?”\"] )(?:When|While|After|Before|If|As|Although|Though|Because|In|On|At|For|Since|With|By|From)\b[^.]*$"
)
_LABEL = lazy(r"(?:Image|Media|Photo|Video) caption ")
_STOPS = (".", "?", "!", ",", ";", "\n", ":")
_AFTER = lazy(r"[,;:)]? (\S+)")


@cache
def _suspects() -> tuple[frozenset[str], frozenset[str]]:
    """The capitalised forms of all words that this rule may find, and of those that it may find before a capital."""
    placed = words_placed("".join(_PLACES))
    function = (word for word in FUNCTION_WORDS if word.isalpha() and word != "i")
    first = frozenset(" ".join((*placed, *function)).title().split()) - {name.title() for name in _NAMES}
    before = words_placed("n")
    return first, frozenset(" ".join((*before, "the", "a", "an")).title().split()) & first


@cache
def _abbreviated() -> frozenset[str]:
    return abbreviations() | {"No.", "Nos."}


def check(document: Document, options: Options) -> Iterator[Hit]:
    prose = document.prose
    anywhere, before = _suspects()
    found = ((inner_capitals(prose) & anywhere) | (leading_capitals(prose) & before)) - options.vocab
    for word in sorted(found):
        places = list(_places(prose, word))
        times = sum(prose[at + len(word) + 1 : at + len(word) + 2].islower() for at in places)
        for at in places:
            # A name is met again and again; a slip is not.
            case, fixes = _judge(prose, word, at, times)
            if case and _in_copy(document, at, case):
                yield Hit(at, at + len(word), case, {"word": word}, fixes)


def _places(prose: str, word: str) -> Iterator[int]:
    """Where `word` stands behind a space and a lower-case letter, a comma or an apostrophe."""
    at = prose.find(" " + word)
    while at >= 0:
        end = at + 1 + len(word)
        before = prose[at - 1 : at]
        if (before.islower() or before in tuple(",;’'")) and not (
            prose[end : end + 1].isalnum() or prose[end : end + 1] == "-"
        ):
            yield at + 1
        at = prose.find(" " + word, end)


def _judge(prose: str, word: str, start: int, times: int) -> Verdict:
    """Which case of the rule the capital of `word` at `start` is, and how it is mended; times: such places in all."""
    end = start + len(word)
    before, after = prose[max(0, start - 90) : start], prose[end : end + 60]
    before = before[before.rfind("\n") + 1 :]
    previous = before[before.rfind(" ", 0, -1) + 1 : -1].lstrip("\"“‘'([")
    match = _AFTER.match(after)
    following = match[1] if match else ""
    if not previous or not (match or after[:1] in _STOPS):
        return _FINE
    named = following[:1].isupper() and following[:2] not in ("I", "I'", "I’")
    if named and (previous[0].isupper() or word not in _suspects()[1]):
        return _FINE  # by far the most: "in The Ashby Times"
    mark = previous[-1]
    folded = word.lower()
    if behind_front(before, word):
        return ("front", _breaks(start)) if following[:1].islower() else _FINE
    place, places = beside(prose, start, end), lower_places().get(folded, "")
    named = folded not in FUNCTION_WORDS and place not in places and not (place == "f" and "F" in places)
    if named and (place != "p" or not runs_on(prose, start, folded, following, before)):
        return _FINE  # before what is dearer
    if mark in ",;":
        bare = previous[:-1].strip("”\"’')")
        if not bare or bare[0].isdigit() or (mark == "," and bare.lower() in _DIRECT):
            return _FINE
        if mark == ";" and _list_style(prose, start):
            return _FINE
    elif not _PLAIN_TOKEN.fullmatch(previous):
        return _FINE
    if in_title(prose, start, end) or _is_letter(word, previous, following, after):
        return _FINE
    if word + after[:1] in _abbreviated() or (
        mark in "’'s" and _POSSESSIVE.search(previous) and folded in _TITLE_WORDS
    ):
        return _FINE
    if word in _MODAL and not _MODAL["May" if previous[0].isupper() else word].match(after):
        return _FINE
    if word == "May" and previous.lower() in _BEFORE_MAY:
        return _FINE
    if word == "Down" and re.match(r" (?:synd|und)|['’]", after):
        return _FINE
    if (folded not in _PLAIN_SMALL and _WORKS_NEXT.match(after)) or (
        _WORKS if folded not in FUNCTION_WORDS else _TITLED
    ).search(before[:-1]):
        return _FINE
    if place == "p" and runs_on(prose, start, folded, following, before):
        return "run-in", _breaks(start)
    if folded in FUNCTION_WORDS and (place in "ft" or _the_before_name(folded, place, after)):
        return _function(prose, start, folded, previous, following, before, times)
    if times > 1 or _APPOSED.match(after) or following.strip(".,;") in SAYING or previous in SAYING:
        return _FINE
    if word == "Part" and following[:1] in "IVX":
        return _FINE
    if place in places:
        if (place == "n" and not is_known_name(after)) or (
            place == "p" and (in_name(before) or _ends_title(folded, previous, prose, end))
        ):
            return _FINE
        if place == "f" and mark == "," and folded.endswith("s") and introduced(before):
            return "beside", _lower(start, word)  # "Meanwhile, Hundreds of"
        if place == "f" and (mark in ",;" or previous.lower() in _BEFORE_NAMES or not is_verbal(folded)):
            seen = re.search(rf"(?<![\w-]){folded}(?![\w-])", prose)
            return ("weak" if seen else "unseen"), _lower(start, word)
        return "beside", _lower(start, word)
    if place == "f" and "F" in places:
        named = mark == "," and previous[0].isupper() and previous[:-1].lower() not in proper_names()
        if named and not introduced(before):
            return _FINE  # "Love, Actually"
        weak = after[:1] in _STOPS and (previous.lower() in _BEFORE_NAMES or mark in ",;")
        return "weak" if weak else "plain", _lower(start, word)
    return _FINE


def _function(prose: str, start: int, folded: str, previous: str, following: str, before: str, times: int) -> Verdict:
    """A closed-class word: stray, or the start of a sentence whose stop or break was lost."""
    word = prose[start : start + len(folded)]
    end = start + len(word)
    after_mark = prose[end : end + 1] in _STOPS
    if (
        (previous, word) in _TERMS
        or (word == "One" and after_mark)
        or (word in ("His", "Him", "He") and _HOLY.search(prose, max(0, start - 200), end + 200))
    ):
        return _FINE
    if word == "No" and previous.lower().strip(",") in _BEFORE_NO:
        return _FINE
    if after_mark and (folded in _PREPOSITIONS or previous in ("of", "in", "from", "by", "for", "at")):
        return _FINE
    if (
        times > 2
        or ((folded not in _PLAIN_SMALL or after_mark) and tied_before(prose, start))
        or _begins_title(folded, prose, end)
    ):
        return _FINE
    whole = previous[-1] == "," and folded in SUBJECTS and following.strip(".,").lower() not in SAYING
    if whole and not _SUBORDINATE.search(before):
        return "splice", ((Edit(start - 2, start - 1, "."),), *_lower(start, word))
    if previous[-1] not in ",;" and opens(folded, previous.lower(), prose[start : start + 90]):
        return "run-in", _breaks(start)
    return "stray", _lower(start, word)


def _begins_title(word: str, prose: str, end: int) -> bool:
    """Whether what follows makes a title of it: "Here!", "Have I Got", "Everything is Ash", "In the Realms"."""
    after = prose[end : end + 20]
    if re.match(r"[?!]| and [A-Z]| I [A-Z]| (?:is|are|was) [A-Z]", after):
        return True
    return word not in _PLAIN_SMALL and word not in _JOINERS and tied_after(prose, end)


def _the_before_name(word: str, place: str, after: str) -> bool:
    """Whether "The" stands before a name that takes no capital article: "in The Italian car", "of The 1970s"."""
    if word not in ("the", "a", "an") or place != "n":
        return False
    match = re.match(
        r" (?:\d{4}s|UK|UN|EU|FBI|CIA|NHS|IMF|NATO|WHO|[A-Z][a-z]+(?:an|ish|ese|ch|i))(?:['’]s)?,? [a-z]", after
    )
    return match is not None and is_known_name(after)


def _ends_title(word: str, previous: str, prose: str, end: int) -> bool:
    """Whether a capital before `word` may be that of a title that it belongs to: "As It Was", "Book For the Beach"."""
    if word == "said":
        return not re.match(r" [a-z]", prose[end : end + 2])  # "Edward Said, who", not "Mr Ash Said that"
    if previous.lower() in FUNCTION_WORDS or "’" in previous or "'" in previous or word in _PARTICLES:
        return True
    return prose[end : end + 1] != " " or tied_after(prose, end) or (word == "who" and previous in ("Doctor", "Dr"))


def _in_copy(document: Document, offset: int, case: str) -> bool:
    zone = document.zones.at(offset)
    if zone in _OFF_ZONES and (case != "front" or zone == "table"):
        return False
    block = document.block_at(offset)
    if block is None:
        return False
    if case == "front":  # a caption that only has its label before it is a matter of boilerplate
        return _LABEL.fullmatch(document.prose, block.start, offset) is None
    return document.english(block)


def _is_letter(letter: str, previous: str, following: str, after: str) -> bool:
    if letter != "A":
        return False
    bare = previous.lower().strip("’',;").removesuffix("’s").removesuffix("'s")
    word = following.strip("”\"’'.,;:?!)")
    return (
        bare in _LETTERED
        or bare.endswith("most")
        or not after.startswith(" ")
        or not word.isalpha()
        or word in _LETTER_NEXT
    )


def _list_style(prose: str, start: int) -> bool:
    """Whether the items of this list all begin with capitals behind their semicolons."""
    low = prose.rfind("\n", max(0, start - 400), start) + 1
    high = prose.find("\n", start, start + 400)
    high = start + 400 if high < 0 else high
    return len(re.findall(r"; [A-Z]", prose[max(low, start - 400) : high])) > 1


def _lower(start: int, word: str) -> tuple[tuple[Edit, ...], ...]:
    return ((Edit(start, start + 1, word[0].lower()),),)


def _breaks(start: int) -> tuple[tuple[Edit, ...], ...]:
    """A paragraph break, or a full stop."""
    return ((Edit(start - 1, start, "\n\n"),), (Edit(start - 1, start - 1, "."),))
