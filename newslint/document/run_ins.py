"""Where a block or a sentence begins in the middle of a line because the break before it was lost."""

from __future__ import annotations

import re
from functools import lru_cache

from newslint.document.capitals import tied_after
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, lower_places, word_set
from newslint.lexicon.saying import LEADS_IN

# Labels and links of pages behind which a scraper lost the line break.
_FRONT = lazy(
    r"(?:Story [Hh]ighlights|(?:Image|Media|Photo|Video) caption|[Hh]ide [Cc]aption(?: \d+ of \d+)?|"
    r"Sign [Uu]p(?: Now)?|"
    r"Pinterest|Related (?:Links|Stories)|main story|(?:MUST|JUST) WATCH(?:ED)?|"
    r"Caption Close|toggle caption|[Jj]oin the conversation|daily newsletter|/?Getty Images|Advertisement|Newsletter|"
    r"Facebook and Twitter|Additional information|LIVE UPDATES|external-link|Sign [Uu]p Loading|"
    r"(?:Handout|File|Courtesy|Contributed|Staff|Stock) (?:photo|picture|image)s?|"
    r"[Oo]ur reporting)$"
)
_FRONTS = (  # how these end: most text ends in none
    "ighlights", "aption", " Up", " up", " Now", "Pinterest", " Links", " Stories", "story", "WATCH", "WATCHED",
    " Close", "conversation", "ewsletter", "Images", "Advertisement", "Twitter", "information", "UPDATES", "-link",
    "Loading", "reporting", "photo", "photos", "picture", "pictures", "image", "images",
)  # fmt: skip
_GALLERY = lazy(r"(?:Photos|Gallery|Video): [^.]{3,80}$")
# The last words of these, with a capital.
FRONT_ENDS = word_set(
    "Highlights Caption Up Now Pinterest Links Stories WATCH WATCHED Close Images Advertisement Newsletter Twitter "
    "UPDATES Loading"
)
# Words that begin sentences; behind a word that cannot go before them, a break or a full stop was lost.
_OPENERS = word_set(
    "a an the this that these those there here but how why what when while after before although though because since "
    "despite if it he she they we you his her their its our your and so as in with for some many most more several "
    "every each no"
)
_DETERMINERS = word_set(
    "a an the this these those his her its their our your some many most several every each no more"
)
_CONNECTORS = word_set("and so as in with for that since after before while when if")
# The same behind a word with a capital, where other words are parts of names.
_SURE_OPENERS = word_set("the this these but how why while after there when what")
_OPENING = lazy(
    r"In (?:the|his|her|their|a|an|contrast|addition|recent|one|some|this|that|response|light) |More than |Much of |"
    r"(?:If|When) (?:you|the|he|they|it|we) |By [a-z]+ing |Some [a-z]+ |"
    r"For (?:example|instance|many|most|now|some|years)\b|"
    r"(?:We|They|It|She|It’s|It's) [a-z]|(?:Is|Are|Does|Did|Do|Can) [a-z][^.!?\n]{5,150}\?"
)
# Between two sentences of which the stop was lost, or around a capital that is wrong.
_SUBORDINATORS = word_set("although as because before if since though when while")
_FIRST = _OPENERS | word_set("all between by during from on one only then throughout under what")
_NEVER_FIRST = word_set("am be been being had has have him me nor or than them us was were which who whom whose")
_LAST = word_set(
    "again here herself him himself is it itself me myself now off out over so them themselves then there too up us you"
)
_FINITE = lazy(
    r"\b(?:am|are|can|could|did|do|does|had|has|have|is|may|might|must|said|says|should|was|were|will|would)\b|n[’']t\b"
)
_RELATIVE = lazy(r"\b(?:who|which|that|whose|where|when|if|because|while|as|whom|what|how|why|to)\b|[;(–—]")
_LED = lazy(  # a phrase before its main clause
    r"(?:After|As|At|Before|Between|By|During|For|From|If|In|Of|On|Since|Throughout|To|Under|When|While|With|Without) "
    r"[^,;“”\"]{3,80}, "
    r"(?:a|all|an|he|his|I|it|its|most|she|some|the|their|there|they|this|we|you|[A-Z][\w’']+) (?!who\b)"
    r"|And yet|In which case"
)
_JOINT = lazy(r"[a-z][.?!][’”\"']?[A-Z][a-z]")
_JOINTS = 2
_LEAST_BEFORE, _LEAST_BEHIND = 3, 4  # words of a sentence
_SENTENCE_REACH = 120  # code points
_AGENCIES = (["Getty"], ["Reuters"], ["AP"], ["EPA"], ["PA"], ["AFP"], ["Loading"], ["Note"])
SUBJECTS = word_set("he she it they we you i this these there that")


def behind_front(before: str, word: str) -> bool:
    """Whether the text before `word` (on its line, its last space included) ends in the label of a page."""
    bare = before[:-1]
    last = bare[bare.rfind(" ") + 1 :]
    if (bare.endswith(_FRONTS) or last.isdigit()) and _FRONT.search(bare):
        return True
    if ": " not in bare:
        return False
    plain = (last[:1].islower() or word.lower() in FUNCTION_WORDS) and last not in FUNCTION_WORDS
    return plain and _GALLERY.search(bare) is not None


def runs_on(prose: str, start: int, word: str, following: str, before: str) -> bool:
    """Whether a sentence begins at `word`, though a word with a capital is right before it."""
    if following[-1:] == "," or not following[:1].islower():
        return False
    if word not in _SURE_OPENERS and (not _OPENING.match(prose, start) or tied_after(prose, start + len(word))):
        return False
    chunk = before[max(before.rfind(". "), before.rfind("” "), before.rfind('" ')) + 1 :].split()
    if sum(token[:1].islower() for token in chunk) >= 3:
        return True
    after = prose[start : start + 80].split("\n")[0].split()[1:7]
    return (
        len(after) == 6
        and sum(not token[:1].islower() for token in after) < 2
        and (len(chunk) > 1 or chunk[:1] in _AGENCIES)
    )


def opens(word: str, previous: str, text: str) -> bool:
    """Whether `word` more likely begins a sentence than goes on with a clause behind `previous`."""
    if word not in _OPENERS or previous in FUNCTION_WORDS or previous in LEADS_IN:
        return False
    marks = lower_places().get(previous, "")
    if word in _DETERMINERS:
        return "d" not in marks
    if word in SUBJECTS:
        return "s" not in marks
    if word in _CONNECTORS:  # "With money from Arts Ash, he sees": a comma behind an opening phrase
        return re.match(r"[^,.;:“”\"\n]{4,70}, (?:the|a|an|he|she|it|they|we|you|I|[A-Z]\w+)\b", text) is not None
    return True


def may_part(prose: str, start: int, word: str, previous: str) -> bool:
    """Whether a sentence may end behind `previous` and another begin with `word`: both in lower case.

    There a capital does not tell whether it is wrong, or the stop before it is missing.
    """
    if word in _NEVER_FIRST or previous in LEADS_IN or (previous in FUNCTION_WORDS and previous not in _LAST):
        return False
    low = max(0, start - _SENTENCE_REACH)
    before = re.split(r"[.!?:\n]\W*\s|\n", prose[low:start])[-1]
    if len(before.split()) < _LEAST_BEFORE:
        return False
    behind = re.split(r"[.!?:\n]", prose[start : start + _SENTENCE_REACH])[0]
    if _LED.match(behind):
        return True
    if len(behind.split()) >= _LEAST_BEHIND and _loses_breaks(prose):
        return True
    main = behind if word in _SUBORDINATORS else _RELATIVE.split(behind, maxsplit=1)[0]
    return word in _FIRST and _FINITE.search(main) is not None


@lru_cache(maxsize=16)
def _loses_breaks(prose: str) -> bool:
    """Whether blocks of an article run into each other elsewhere: "at noon.The clerk"."""
    return len(_JOINT.findall(prose)) >= _JOINTS
