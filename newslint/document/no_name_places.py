"""Places in a sentence where no name can stand: "wants to ~", "were ~ by", "can ~ the", "a very ~"."""

from __future__ import annotations

from newslint.lazy import lazy
from newslint.lexicon import lower_places, word_set

_BEFORE = lazy(r"(?:(?<![\w'’-])([a-z]+(?:['’][a-z]+)?),? )?(?<![\w'’-])([a-z]+(?:['’][a-z]+)?) $")
_AFTER = lazy(r" ([a-z]+)(?:['’][a-z]+)?(?![\w-])")
_TITLE_BEHIND = lazy(r" [a-z]+ [A-Z]")
_REACH = 40  # code points that hold the words before

_BE = word_set(
    "is are was were be been being isn't aren't wasn't weren't it's that's he's she's they're we're i'm you're"
)
_HAVE = word_set("has have had having hasn't haven't hadn't i've we've they've you've")
_MODAL = word_set(
    "will would can could may might must should shall cannot can't couldn't don't didn't doesn't won't wouldn't "
    "shouldn't did do does i'll he'll she'll it'll we'll they'll you'll i'd he'd she'd we'd they'd you'd"
)
_BETWEEN = word_set("not never also always already now still just only even often then")
_DETERMINERS = word_set("the a an its their his her our my your these those some any")
_OBJECTS = _DETERMINERS | word_set("him them us me it you himself herself itself themselves")
_FUNCTION = _OBJECTS | word_set(
    "to of in on at for with by from into about over under between through as than that and or but if when because "
    "while after before this very so too more most not out up off down back away"
)
_INVERTED = word_set("how what why when where who which whom nor neither so only and or if")
# Words behind which "to" begins an infinitive, never a place: "wants to ~".
_TAKES_INFINITIVE = word_set("""
    able unable want wants wanted wanting need needs needed needing try tries tried trying decide decides
    decided deciding decision likely unlikely expect expects expected designed willing unwilling hoping hopes
    hoped hope fail fails failed failing refuse refuses refused refusing intend intends intended intending plan
    plans planned planning seek seeks sought seeking struggle struggled struggling forced required supposed
    eager keen reluctant determined order ought have has had having manage manages managed attempt attempts
    attempted attempting tend tends tended began begun begin begins beginning continue continues continued
    continuing hard harder easy easier difficult impossible possible pledged pledges pledge vowed vows promised
    promises promise threatened threatens asked urged urging allowed allow allows efforts effort opportunity
    ability power right desire aim aims aimed aiming chance
""")
_DEGREES = word_set("very extremely highly increasingly relatively incredibly fairly deeply heavily")
_MANY = word_set("many several various numerous")
_NOT_AGENT = word_set("people women men children")
_TIMES = word_set(
    "year years week weeks month months night season decade century weekend morning afternoon evening summer"
)
_WHICH_TIME = word_set("last next this every each")
_PAST = word_set("""
    said says told found made took gave became began came went held kept saw knew thought brought bought sold
    paid sent spent met led built wrote drew threw grew rose fell felt heard understood chose broke spoke stood
""")
_PARTICIPLES = word_set("""
    taken given made seen known found held kept shown grown drawn driven written chosen broken spoken stolen
    hidden forced brought bought sold paid sent spent built caught taught thought told left lost become begun
    done gone come been proven fallen risen worn torn sworn thrown blown
""")
_STATES = word_set("""
    unaware aware able unable likely unlikely proud confident afraid certain willing worth responsible
    available necessary possible impossible similar different important difficult capable subject dead alive
    alone
""")
# Phrases that are said only so; the word is the one in the middle.
_PHRASE = lazy(
    r"a (?:number|lot|result|matter|series|lack|group|variety|kind|sense) of|a chance to|as part of|as opposed to|"
    r"as (?:well|long|soon|much|many|far) as|in (?:favou?r|terms|front|case|light|spite) of|on behalf of|on top of|"
    r"in (?:order|addition|response) to|at least (?:a|the)|because of the|according to the|rather than the|"
    r"(?:due|prior) to the|with respect to|the fact that|the past (?:few|two|three|five)|the (?:first|same) time|"
    r"under pressure (?:from|to)|no longer be"
)


def no_name_stands(prose: str, start: int, end: int) -> bool:
    """Whether the word at `[start, end)` is in a place that only a verb, an adverb or the like can take.

    The words on either side have to be in lower case.
    """
    before = _BEFORE.search(prose, max(0, start - _REACH), start)
    after = _AFTER.match(prose, end)
    if before is None or after is None:
        return False
    if before[1] is None and _TITLE_BEHIND.match(prose, end):
        return False  # "Mill Lane is Losing the Old and the Young"
    earlier, previous, following = before[1] or "", before[2].replace("’", "'"), after[1]
    word = prose[start:end].lower()
    if _PHRASE.fullmatch(f"{previous} {word} {following}") or _is_time(previous, word, following):
        return True
    if previous in _DEGREES:
        return True
    return _is_verb(word, earlier.replace("’", "'"), previous, following) or _is_many(word, previous)


def _is_time(previous: str, word: str, following: str) -> bool:
    return (previous in _WHICH_TIME and word in _TIMES) or (word in ("last", "next") and following in _TIMES)


def _is_many(word: str, previous: str) -> bool:
    return previous in _MANY and (word in _NOT_AGENT or (word.endswith("s") and not word.endswith("ss")))


def _is_verb(word: str, earlier: str, previous: str, following: str) -> bool:
    """Whether a part of a verb stands between an auxiliary, "to" or a noun and what a verb has behind it."""
    if previous == "to":
        if following in _OBJECTS and "d" in lower_places().get(word, ""):
            return True
        return earlier in _TAKES_INFINITIVE and following in _FUNCTION
    auxiliary = earlier if previous in _BETWEEN else previous
    if word.endswith("ly") and len(word) > 5 and (auxiliary in _BE or auxiliary in _HAVE or auxiliary in _MODAL):
        return True
    if auxiliary in _MODAL:
        return following in _FUNCTION and earlier not in _INVERTED
    if auxiliary in _BE:
        participle = word.endswith(("ed", "ing")) or word in _PARTICIPLES
        return (participle and following in _FUNCTION) or (word in _STATES and following in _FUNCTION)
    if auxiliary in _HAVE:
        return (word.endswith("ed") or word in _PARTICIPLES) and following in _FUNCTION
    return following in _DETERMINERS and (
        word in _PAST or (word.endswith("ed") and "d" in lower_places().get(word, ""))
    )
