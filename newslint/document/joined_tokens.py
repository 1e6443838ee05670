"""Tokens that may be two words run together: where they divide, by the lexicon alone ("saidthe", "ofthe")."""

from __future__ import annotations

from functools import lru_cache

from newslint.document.standing import LONGEST
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, common_words, proper_names, word_set

# Small words that hardly any word begins or ends with: two halves of which one is such a word are a join, if the whole
# is no word. Words such as in, over, out, less or able make compounds ("overpay", "lockout") and are not here.
_FIRST = word_set(
    """of the and that from was were have has with this their these those which would could should been they his
    our your about because into said is are to it if he my new many such very only also just both each between
    before while when how since during against among across around through without being does did says made
    making including more now not whose next last then never always often by two three four five six seven eight
    nine ten million billion"""
)
_FIRST_CAPITAL = word_set(
    """the and that from was were have has with this their these those which would could should they our your
    about because both each between while when how since during among across being made including"""
)
_PREFIXES = word_set(
    """out over up down off under any every some no so how her after be ever all in on here there where hers"""
)
_LAST = word_set(
    """the and of that was were have has had with from they this these those their would could should will which
    when while because than been said to for not who both without about into after before between during against
    among across since also being such very where new says including includes last several together we"""
)
_LAST_INFLECTED = word_set("in on at by as is it a")  # only behind a form: "involvedin", "changesin"
_FORMS = ("ed", "ing", "es", "rs", "ts", "ns", "ls", "ds", "ks", "ps", "ms")
_TAILS = word_set(  # what forms make compounds with: "laughingstock", "buildingblocks"
    """stock stocks stone stones house houses block blocks board boards room rooms ground grounds point points place
    places field fields bridge party post posts gown pool paper land lands hood hoods suit suits mate mates down"""
)
_COMPOUNDS = lazy(
    r"(?:here|there|where)(?:with|to|of|in|on|for|from|about|after|by|at|as|not|under|upon)$|(?:else|some|any)where$"
    r"|(?:forth|hence)(?:with|going)$|(?:turn|round|lay|run|walk|knock|gad)about$|(?:good|free|ill)will$|what(?:not|ever)"
    r"|(?:day|morning)after$|(?:hand|home|man|ready)made$|so(?:other|under)|(?:any|every|some|no)(?:how|thing|body)"
    r"|(?:seethe|errand|errands|brigand|garland|the[irs]+|ours?|yours?|hers|gainsays|wellbeing|reformat|personas)$"
    r"|(?:new|first|last)(?:born|room|found|comer|ing)|(?:more|other|how|it|my)(?:over|world|ever|self|selves)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten)(?:fold|some|teen|ties|score|pence|penny|weight|self|sing)"
    r"|(?:around|through|without)(?:about|door|put|way)|notabl|noteb|notif|hers|hear|hein|heir|mya|iff|isom|byli"
    r"|withdraw|withh|withst|off|isth|theo|thes|therm|hist|tow?ard|tomat|inton|toad|tog|toni|toto|thata|album|rough|hehe"
)
# Words that news copy seldom has; dictionaries were searched for what looks like a join and is none.
_WHOLE = word_set("""
    ammine amour amours christiansand assemblywoman assemblywomen bombardon bypaths byroads bywords cancan canto
    cantos confirmand digitalin doper dopers formalin forme formes foursquare gainsaid greensand hassling hassocks
    headdress headdresses lessor lessors lichenin magneton marchesa mockingbirds nevermore newlines newspeak
    nonesuch northwestwards notability notabilities notam notams notarise notarised notarises notarising otherwhere
    peris pigswill priestcraft secretin shebeen southwestwards spokeshave tenability tendance thereinafter toper
    topers towelled wassailed wassailing wassails werewolves workingwoman workingwomen yetis
    christof haslinger
""")
_PLAIN_SMALL = FUNCTION_WORDS - _PREFIXES
_ARTICLES = word_set("the this that their his its our your which of")
_BEFORE_A = word_set("with from that into was")  # not "coulda", "outta", "kinda"
_USUAL = word_set(
    """itis isit heis atleast aslong aswell infact ofcourse incase inorder eachother eventhough evenif upto tobe
    ofall atall"""
)
_LEAST_JOIN = 4  # code points of a token that may be two words


def divides(token: str, *, capital: bool) -> bool:
    """Whether a token, given in lower case, is no word and no name that is known, but may be two words.

    `capital`: it is written with one.
    """
    if len(token) < _LEAST_JOIN or token in common_words() or token in proper_names():
        return False
    return any((kind != "sure") == capital for _, kind in ways(token.encode("latin-1", "replace")))


def _is_form(word: str) -> bool:
    """Whether a word is a form of a verb, an adverb or a superlative: "stabbed", not "hundred"."""
    words = common_words()
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return stem in words or stem + "e" in words or (stem[-1:] == stem[-2:-1] and stem[:-1] in words)
    return word.endswith(("ly", "est"))


@lru_cache(maxsize=1 << 16)
def ways(data: bytes) -> tuple[tuple[int, str], ...]:
    """Where a token that is no word may divide.

    `sure`: into two words of which one is a function word, or the first a form and the second long; `first`, `last`:
    before or behind a function word, if the token has a capital.
    """
    token = data.decode("latin-1")
    if not token.isalpha() or len(token) > LONGEST:
        return ()
    words, out = common_words(), []
    for at in range(2, len(token)):
        left, right = token[:at], token[at:]
        known = left in words
        if known and left in _FIRST_CAPITAL and len(right) >= 6 and right in words:
            out.append((at, "first"))
        if right in _LAST:
            out.append((at, "last"))
        if not known or (right not in words and right not in _LAST_INFLECTED):
            continue
        if (
            (left in _PLAIN_SMALL and right in _PLAIN_SMALL and len(token) > 4 and (right != "a" or left in _BEFORE_A))
            or (left in _PREFIXES and right in _ARTICLES)
            or token in _USUAL
            or (left in _FIRST and len(right) >= (5 if len(left) < 5 else 4))
            or (right in _LAST and len(left) >= (4 if len(right) > 2 else 5))
            or (right in _LAST_INFLECTED and len(left) >= (6 if right == "on" else 5) and left.endswith(_FORMS))
            or (right in ("in", "on") and len(left) >= 6)
            or (len(left) > 5 <= len(right) and right not in _TAILS and _is_form(left))
        ):
            out.append((at, "sure"))
    return () if out and (token in _WHOLE or _COMPOUNDS.match(token)) else tuple(out)
