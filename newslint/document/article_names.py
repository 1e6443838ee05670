"""Whether a word in lower case that the article writes with a capital elsewhere stands where its name may stand."""

from __future__ import annotations

from newslint.document.standing import places_of
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, common_words, is_word, proper_names, word_set
from newslint.lexicon.persons import SHORT_TITLES, TITLE_PATTERN, TITLES
from newslint.lexicon.saying import SAYING_PATTERN

_BEFORE_NOUNS = word_set("the a an this that his her its their our my your one each every any no")
_BEFORE_PERSONS = word_set(
    "by with from of for and than that but when while if against about on said told as because where after"
)
_BEHIND_PERSON = lazy(
    r"[,.;]|['’]s |[ \n](?:and|was|is|has|had|will|would|could|who|to|in|on|at|for|from|with|by|as|before|after|that|"
    r"during|out)\b"
)
_TITLE_BEFORE = lazy(rf"\b{TITLE_PATTERN}\.? (?:[A-Z][a-z]+ )?$")
_SPEAKS_BEFORE = lazy(rf"\b{SAYING_PATTERN} $")
_SPEAKS_NEXT = lazy(rf" {SAYING_PATTERN}\b")
_SPEAKER_BEFORE = lazy(r"(?:^|\n|[,.”\"] |\b(?!the\b)[a-z]+ )$")
_INTRODUCED = lazy(rf"\b{TITLE_PATTERN}\.? [A-Z][a-z]+ $")
_REACH = 40  # code points that hold the words before
_NEAR = 20_000  # code points on either side in which the whole of a name is looked for

# A name that stands often stands without a title as well: "status for ~ was", "said that ~ had", "in the ~ vote".
_LEAST_TIMES = 4
LEAST_INSIDE = 3
"""Times that a name stands inside a sentence when the article leaves no doubt that it is one."""
_ALWAYS = frozenset(["Republican", "Republicans", "Congress"])
_DETERMINERS = _BEFORE_NOUNS - {"that"} | word_set("many some most few others these those all both")
_OF_OBJECTS = _DETERMINERS - {"all", "both"}  # behind one of these stands what the verb is about
_FIRMS = word_set("airlines airways telecom motors daily times post standard brothers springs")
_ANY = ("a", "an", "any", "every", "each", "another", "some", "constituency")  # "a House committee": one of several
_LAST_WORDS = lazy(r"(?:([^\s\"“”‘]+)[ \n])?([^\s\"“”‘]+)[ \n]$")
_NEXT_WORD = lazy(r"[ \n]([^\W_]+)")
_MARK = lazy(r"[,.;:)”\"]|['’](?:s\b|(?!\w))")
_VERBS = word_set(
    "said told sent took made went came won lost ran held led began met saw spoke gave kept left got put did does "
    "himself herself itself sought became stood paid"
)
# Words of sciences, drugs and sorts: what bears such a name is called so as well.
_GENERIC = lazy(
    r"(?:olog(?:y|ical|ists?)|ceuticals?|platin|mab|nib|statins?|cillin|vir|azole|itis|osis|emia|ments?|ness|[st]ions?|men|"
    r"ships?|isms?|ists?|ity|ities|ous|ed)$"
)
_LED_ENDS = lazy(r"(?! of\b)[ \n][a-z]|[.,;:)”\"'’]")
_PARTISANS = word_set("Democrat Democrats Republican Republicans")
_BEFORE_VERBS = word_set("many most some few others all")


def is_name_here(prose: str, start: int, end: int, name: str) -> bool:
    """Whether the word at `[start, end)`, the only one of its kind in lower case, has to be `name`.

    The article writes `name` with its capital; no common word is meant.
    """
    return (
        _is_person(prose, start, end, name) or _goes_as(prose, start, end, name) or _is_settled(prose, start, end, name)
    )


def _is_person(prose: str, start: int, end: int, name: str) -> bool:
    """Whether a word in lower case, `name` elsewhere, stands where a person may: "Mr ~", "with ~, who", "when ~ said".

    The article has to introduce the person with a title, or as one who speaks where the word is followed by speaking.
    """
    before, after = prose[max(0, start - _REACH) : start], prose[end : end + 20]
    previous = before.rpartition(" ")[0].rpartition(" ")[2] if before.endswith(" ") else ""
    if previous[:1].isupper():
        bare = previous.strip(".")
        listed = proper_names().get(bare.lower()) == bare
        if listed and sum(1 for _ in places_of(prose, name)) >= _LEAST_TIMES:
            return True  # "Martin magnier said", where Magnier stands often
        known = listed or bare in TITLES or f"{previous} {name}" in prose
        sure = bare.isalpha() and (known or _INTRODUCED.search(before) is not None)
        return sure and (_is_titled(prose, name) or _speaks(prose, name))
    if _SPEAKS_NEXT.match(after):
        return previous.lower() not in _BEFORE_NOUNS and (_is_titled(prose, name) or _speaks(prose, name))
    led = previous in _BEFORE_PERSONS or previous.endswith(("ed", "ing"))
    return led and _BEHIND_PERSON.match(after) is not None and _is_titled(prose, name)


def _is_titled(prose: str, name: str) -> bool:
    return any(_TITLE_BEFORE.search(prose, max(0, at - _REACH), at) for at in places_of(prose, name))


def _speaks(prose: str, name: str) -> bool:
    for start in places_of(prose, name):
        end = start + len(name)
        if _SPEAKS_BEFORE.search(prose, max(0, start - _REACH), start):
            return True
        if _SPEAKS_NEXT.match(prose, end) and _SPEAKER_BEFORE.search(prose, max(0, start - _REACH), start):
            return True
    return False


def _goes_as(prose: str, start: int, end: int, name: str) -> bool:
    """Whether the word stands beside what stands beside the name elsewhere, or bare, as the name does elsewhere."""
    led = last_words(prose, start)
    places = [(at, at + len(name)) for at in places_of(prose, name)]
    if led is None or len(places) < _LEAST_TIMES:
        return False
    earlier, previous = led
    following = _NEXT_WORD.match(prose, end)
    if following is not None and following[1].lower() not in FUNCTION_WORDS and f"{name} {following[1]}" in prose:
        return True
    if previous[0].isupper() and previous.lower() not in FUNCTION_WORDS and f"{previous} {name}" in prose:
        return True
    if previous == "of":
        return earlier != "" and any(f"{word} of {name}" in prose for word in (earlier.lower(), earlier.capitalize()))
    if name in _ALWAYS:
        return True
    if previous.lower() in _DETERMINERS:
        return len(places) > 5 and prose.count(f"{previous} {name}") > 1
    return stands_bare_too(prose, end, previous, places)


def last_words(prose: str, start: int) -> tuple[str, str] | None:
    """The two words before a place, the first "" where there is none; None behind a quotation mark or a break."""
    led = _LAST_WORDS.search(prose, max(0, start - _REACH), start)
    return None if led is None else (led[1] or "", led[2])


def times_inside(prose: str, places: list[tuple[int, int]]) -> int:
    """At how many of the places a word in small letters stands before, so that no sentence gave the capital."""
    return sum(1 for start, _ in places if prose[start - 1 : start] in (" ", "\n") and prose[start - 2].islower())


def stands_bare_too(prose: str, end: int, previous: str, places: list[tuple[int, int]]) -> bool:
    """Whether the word that ends at `end`, behind `previous`, stands without an article, as that at `places` does."""
    if previous.lower() in _DETERMINERS:
        return False
    return not _is_verb(prose, end, previous) and _ends_phrase(prose, end) and _stands_bare(prose, places)


def _is_verb(prose: str, end: int, previous: str) -> bool:
    following = _NEXT_WORD.match(prose, end)
    plain = previous in FUNCTION_WORDS or previous.endswith("s")
    return previous.endswith(("n't", "n’t")) or (plain and following is not None and following[1] in _OF_OBJECTS)


def _is_settled(prose: str, start: int, end: int, name: str) -> bool:
    """Whether a word that copy has no other use for stands where any noun may, in an article full of the name.

    The name stands by itself somewhere, not only as a part of longer ones: no lama is meant by the Dalai Lama.
    """
    led = last_words(prose, start)
    places = [(at, at + len(name)) for at in places_of(prose, name)]
    if led is None or times_inside(prose, places) < LEAST_INSIDE:
        return False
    if _GENERIC.search(name) or _is_compound(name.lower()) or (name in _PARTISANS and not _is_of_america(prose)):
        return False
    earlier, previous = led
    low = previous.lower()
    if previous[0].isupper() and low not in FUNCTION_WORDS:
        return previous.isalpha()  # not "an Ashby-based biobank"
    determined = low in _BEFORE_NOUNS and not _is_led(prose, low, places)
    if (
        previous == "state"  # "the state senate"
        or (previous.islower() and not is_word(previous))  # another language
        or (low in _BEFORE_VERBS and name[-1] != "s")  # "Many marvel at it"
        or _is_verb(prose, end, previous)
        or (determined and _ends_phrase(prose, end))  # "the work of the guild"
        or (determined and _is_titled(prose, name))  # "the marlen rope" in an article about Mr Marlen
        or (low not in FUNCTION_WORDS and (earlier.lower() in _DETERMINERS or "'" in earlier))  # "an elderly lama"
    ):
        return False
    return any(_is_alone(prose, *place) for place in places)


def _is_led(prose: str, word: str, places: list[tuple[int, int]]) -> bool:
    """Whether a name stands behind a determiner elsewhere, and nothing makes it a part of a longer name there."""
    before = (f" {word} ", f"\n{word} ", f"{word.capitalize()} ")
    return any(prose.endswith(before, 0, start) and _LED_ENDS.match(prose, end) for start, end in places)


def _is_of_america(prose: str) -> bool:
    return ("Republican" in prose and "Democrat" in prose) or "Congress" in prose or "Senate" in prose


def _is_compound(word: str) -> bool:
    """Whether a word in lower case is two everyday ones: "beanfield"."""
    return any(is_word(word[:i]) and is_word(word[i:]) for i in range(4, len(word) - 3))


def _is_alone(prose: str, start: int, end: int) -> bool:
    before = _LAST_WORDS.search(prose, max(0, start - _REACH), start)
    if before is None or prose[end + 1 : end + 2].isupper():
        return False
    return before[2].islower() or before[2][-1] in ".,;:?!" or before[2] in TITLES


def _ends_phrase(prose: str, end: int) -> bool:
    """Whether no noun follows of which the word that ends at `end` would be a part: "China said", not "China trade"."""
    following = _NEXT_WORD.match(prose, end)
    if following is None:
        return _MARK.match(prose, end) is not None
    word = following[1]
    return word in FUNCTION_WORDS or word in _VERBS or (word.islower() and word.endswith(("ed", "s", "ly")))


def _stands_bare(prose: str, places: list[tuple[int, int]]) -> bool:
    """Whether a name stands without an article, and not as a part of a longer name."""
    bare = led = 0
    for start, end in places:
        if not _ends_phrase(prose, end):
            continue
        match = _LAST_WORDS.search(prose, max(0, start - _REACH), start)
        previous = match[2] if match is not None else ""
        if previous.lower() in _DETERMINERS or previous.endswith(("'s", "’s")):
            led += 1
        elif previous[:1].islower() or previous.strip(".") in TITLES or previous[-1:] in ("", ".", ",", "?", "!"):
            bare += previous != "of"
    return bare > 1 and led * 3 <= bare


def is_half(prose: str, start: int, end: int) -> bool:
    """Whether the word in lower case is the second of a name of two words that the article writes with two capitals.

    The first has to be a word of its own ("the Supreme court"): "the Ashby court" may be no name. Behind "Mr" once is
    enough, and a word of no lexicon is a name anyway.
    """
    led = _LAST_WORDS.search(prose, max(0, start - _REACH), start)
    if led is None:
        return False
    first, second = led[2], prose[start:end]
    near = prose[max(0, start - _NEAR) : end + _NEAR]
    whole = near.count(f"{first} {second.capitalize()}")
    if first.removesuffix(".") in SHORT_TITLES:
        particle = prose[end + 1 : end + 2].isupper()  # Mr ffrench Doe
        return whole > 0 or not (is_word(second) or second in proper_names() or particle)
    known = second in _FIRMS or first.lower() in common_words()
    return known and (led[1] or "").lstrip("[(") not in _ANY and whole > max(1, near.count(f"{first} {second}"))
