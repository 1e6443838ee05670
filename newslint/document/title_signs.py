"""Signs that a capital in a sentence begins or ends the title of a work, or is a letter and no word."""

from __future__ import annotations

import re

from newslint.document.capitals import tied_after
from newslint.document.lines import line_near
from newslint.document.name_signs import is_known_name
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, word_set
from newslint.lexicon.saying import SAYING

_WORKS = lazy(
    r"(?:(?:call|name|dub)(?:s|ed|ing)? (?:it|him|her|them|this)|"
    r"magazine|journal|newspaper|show|film|movie|album|song|single|play|novel|book|series|drama|called|named|entitled|"
    r"titled|dubbed|word|words|band|brand|musical|website|app|theme is|blog|blogs|software|"
    r"letters?|brand|suite|store|shop|label|duo|trio|group|singer|rapper|alias|"
    r"soap opera|sitcom|prequel|sequel|track|hit|column,?|rover|quadruped|consultancy|insurer|game of|rated|"
    r"rating (?:was|is)|"
    r"known as(?: the)?|(?:job|news|web|dating|travel|video) site|company|firm|charity|maker)$"
)
_TITLED = lazy(
    r"(?:called|named|nicknamed|entitled|titled|dubbed|alias|known as|documentary|drama|novel|comedy|podcast|sitcom|"
    r"musical|hit|single|album|column,?|article|essay|poem|(?:book|song|film|show)s? (?:was|is|like|including)|such as|"
    r"shows like|"
    r"(?:book|song|film|show|memoir|play|series|record),)$"
)
_WORKS_NEXT = lazy(
    r"[,’'s]* (?:magazine|newspaper|album|actor|actress|star|show|series|app|website|brand|tour|singer|newsletter|"
    r"stage|platform|campaign|economy|initiative|agency|department|portfolio|unit|awards?|brewery|division)\b"
)
# A letter, not an article: "vitamin A", "from A to B", "the A share".
LETTERED = word_set(
    "vitamin type class grade hepatitis strep group plan influenza flu level team option point part category section "
    "triple schedule title appendix exhibit side tier series the an a factor provision list study letters letter"
)
_LETTER_NEXT = word_set(
    "through marks share shares level levels grade grades list side team game road to and or virus viruses is was has "
    "rated student students players division divisions by from at in on with for of"
)
_PARTICLES = word_set("on in out off up over down is are said as of")
PLAIN_SMALL = word_set("the a an his her its their he she it they this these those was were has had is are")
_JOINERS = word_set("and or but of as than that")


def names_work(before: str, after: str, *, function: bool, small: bool) -> bool:
    """Whether a kind of work or firm stands beside: "the novel Sure", "Made magazine"; `small`: "the", "his", "was"."""
    if not small and _WORKS_NEXT.match(after):
        return True
    return (_TITLED if function else _WORKS).search(before) is not None


def begins_title(word: str, prose: str, end: int) -> bool:
    """Whether what follows makes a title of it: "Here!", "Have I Got", "Everything is Ash", "In the Realms"."""
    after = prose[end : end + 20]
    if re.match(r"[?!]| and [A-Z]| I [A-Z]| (?:is|are|was) [A-Z]", after):
        return True
    if re.match(r"(?: [a-z]+){2,6}: [A-Z]", prose[end : end + 60]):
        return True  # "in The price of a theatre: More of it"
    return word not in PLAIN_SMALL and word not in _JOINERS and tied_after(prose, end)


_NO_ARTICLE = lazy(r" (?:\d{4}s|UK|UN|EU|FBI|CIA|NHS|IMF|NATO|WHO)(?:['’]s)?,? [a-z]")
_ADJECTIVE = lazy(r" [A-Z][a-z]+(?:an|ish|ese|ch|i) ([a-z]+)\b")


def the_before_name(word: str, place: str, after: str) -> bool:
    """Whether "The" stands before a name that takes no capital article: "in The Italian car", "of The 1970s"."""
    if word not in ("the", "a", "an") or place != "n":
        return False
    if _NO_ARTICLE.match(after):
        return True
    noun = _ADJECTIVE.match(after)  # not "in The Australian, he", "told The Scotsman that"
    plain = noun is not None and noun[1] not in FUNCTION_WORDS and noun[1] not in SAYING and not noun[1].endswith("ed")
    return plain and is_known_name(after)


def ends_title(word: str, previous: str, prose: str, end: int) -> bool:
    """Whether a capital before `word` may be that of a title that it belongs to: "As It Was", "Book For the Beach"."""
    if word == "said":
        return not re.match(r" [a-z]", prose[end : end + 2])  # "Edward Said, who", not "Mr Ash Said that"
    if previous.lower() in FUNCTION_WORDS or "’" in previous or "'" in previous or word in _PARTICLES:
        return True
    return prose[end : end + 1] != " " or tied_after(prose, end) or (word == "who" and previous in ("Doctor", "Dr"))


# "City A lies north of city B": a letter that stands by itself, and is no initial of a name.
_OTHER_LETTER = lazy(r"(?<![\w.&'’-])[B-HJ-Z](?![\w.&'’-]| [A-Z])")
_REACH = 120  # code points to another such letter


def is_letter(letter: str, previous: str, following: str, after: str) -> bool:
    """Whether "A" is the letter, not the article, or "An" a surname."""
    if letter == "An":
        return following in ("was", "is", "had", "has")
    if letter != "A":
        return False
    bare = previous.lower().strip("’',;").removesuffix("’s").removesuffix("'s")
    word = following.strip("”\"’'.,;:?!)")
    return (
        bare in LETTERED
        or bare.endswith("most")
        or not after.startswith(" ")
        or not word.isalpha()
        or word in _LETTER_NEXT
    )


def among_letters(prose: str, start: int) -> bool:
    """Whether another letter stands by itself near "A" at `start`, so that both are names of things."""
    return _OTHER_LETTER.search(prose, *line_near(prose, start, start, _REACH)) is not None


_ITEM = lazy("; [A-Z]")
_LIST_REACH = 400  # code points of a list in one line


def list_style(prose: str, start: int) -> bool:
    """Whether the items of this list all begin with capitals behind their semicolons."""
    return len(_ITEM.findall(prose, *line_near(prose, start, start, _LIST_REACH))) > 1
