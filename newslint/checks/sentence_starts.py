"""A sentence that begins in lower case, behind another one or at the start of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Block, Document
from newslint.document.inline import closes_title, is_whole_link, parts_shown, stressed_at
from newslint.document.messages import in_message
from newslint.document.paragraph_ends import breaks_off, ends_whole, has_stop, in_broken_lines, small_openings
from newslint.document.sentence_ends import NEW_CLAUSE, OPENERS, REPORTED, REPORTING, ends_there, is_whole_quotation
from newslint.document.sentences import first_letters, is_abbreviation
from newslint.document.words import is_foreign
from newslint.document.zones import OFF_COPY
from newslint.lazy import lazy
from newslint.lexicon import FUNCTION_WORDS, common_words, is_word, proper_names, word_set
from newslint.lexicon.saying import LEADS_IN
from newslint.model import Edit, Hit
from newslint.rule import Options

_PARTICLES = word_set(
    "de da di du del della der den des van von vom zu zur al el bin ibn la le "
    "les ten ter e-mail http https www bell k.d lang"
    "ap dpa afp x e i ii iii iv v vi vii viii ix com org gov net html pdf co uk km "
    "ac kg cm mm mg ml min sec pct mln bln dlrs vs"
    "et al ibid cf adj n pt pp vol ed eds doi"
)
# Words that go on with a sentence; behind a full stop the stop is wrong, not the letter.
_GOING_ON = word_set(
    "of is was are were has had have than been which whom whose who or nor would could should did does said says "
    "will can may shall me us him them"
)
# Nouns that begin a sentence without an article.
_BARE = word_set(
    "police staff people men women children families media data demand inflation work trade oil gold crowds today"
)
# Behind these a comma may be what was meant: "in May. with both parties".
_LEANING = word_set("a an and with from for at to into also by as down even including out such")
_AFTER_QUOTE = word_set("and but as in at to for on with from by that because when while if about so not")
_TOKEN = lazy(r"[^\W_]+(?:['’-][^\W_]+)*")
_NUMBER = lazy(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})$")
_ORDINAL = lazy(r"\d\.,? (?:and |or )?\d{1,3}$")  # the 1., 2. and 3. place
_INTERJECTIONS = word_set("hey oh ah ha wow alas ooh oi aha oops yay hello hi ugh ouch gosh")
_ASSIGNS = lazy(r"\b[A-Z_]+=\w")  # make xconfig ARCH=um
_SMALL_I = lazy(r"(?<![\w.'’&/-])i(?=[ '’])")
_UPPER = word_set(
    "LLC INC LTD CO CORP Id id www PLC plc ET EST EDT PT PST PDT CT MT GMT BST "
    "mg ml kg km cm mm lb lbs oz hr hrs mins secs sq dlrs mln bln pct"
)
_AMOUNT = lazy(r"[$£€]?\d+\.\d+(?:%|[a-z]{1,2})?")  # "£4.5m", "2.5%"
_IN_BRACKETS = lazy(r"(?<=[\s“\"‘])\([^\s()][^()\n]*[ \n][^()\n]*\)$")
_LEAST_BLOCK = 40  # code points of a paragraph that is no label or item
_LEAST_PLAIN = 20  # the same for one that begins as few labels do
_LEAST_CLAUSE = 10  # the same for a pronoun and its verb: "it was late."
_CLAUSE = lazy(
    r"(?:he|she|it|they|we|you|there|this|that) (?:is|was|are|were|has|had|have|will|would|can|could|did|does|said)\b"
)
_SOME_BLOCKS, _LEAST_HEADLINE = 4, 2  # blocks of an article, blanks in a headline of several words
_BEGINS = word_set("he she it they we you there this these that those the his her their its our my i when if but")


def check(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """Either of the two patterns of the rule: the first one has a stop."""
    yield from (inside if "stop" in match.re.groupindex else opening)(match, document, options)


def inside(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A lower-case letter behind the end of a sentence, in the same paragraph."""
    prose, mark = document.prose, match["stop"]
    start, stop = match.start("first"), match.start("stop")
    word = prose[max(0, stop - 40) : stop].replace("\n", " ").rpartition(" ")[2].lstrip("\"“‘'([—–*_¡¿")
    if mark == "." and is_abbreviation(word):
        return  # by far the most
    token = _token(prose, start, options)
    if not token or not _may_end(prose, match, word) or _belongs_to_word(prose, match, word, token):
        return
    if _is_name(document, start, token):
        return
    if mark != "." and not match["close"] and token in LEADS_IN:
        return  # "Why is it late? asks a reader": a question without quotation marks
    if mark != "." and (match["close"] or not ends_there(prose, stop, word, token, start)):
        return  # "“Why?” asked", and names: "Wham! to"
    if not _in_copy(document, match, token):
        return
    if match["close"]:
        yield from _behind_quotation(document, match, token)
        return
    end, values, fixes = start + len(token), {"word": token}, _capital(prose, start)
    if token in _GOING_ON:
        yield Hit(start, end, "goes-on", values, (*fixes, (Edit(stop, stop + 1, ""),)))
        return
    block = document.block_at(start)
    if mark != "." and block is not None and _left_open(document, block.start, start):
        return  # “Did it rain? another man asked: the mark that closes is lost
    if mark == "." and (token in _LEANING or not _begins(token)):
        fixes = (*fixes, (Edit(stop, stop + 1, ","),))
    yield Hit(start, end, "start", values, fixes)


def _may_end(prose: str, match: re.Match[str], word: str) -> bool:
    """Whether `word` before a mark may be the last of a sentence: no address, no number of an item, no bracket."""
    stop, closers = match.start("stop"), match["close"]
    if not word or (len(word) == 1 and word.islower()):
        return False
    bracketed = word[-1] == ")" and _IN_BRACKETS.search(prose, max(0, stop - 120), stop) is not None
    if not (bracketed or word[-1].isalnum() or word[-1] in "%\"”’'"):
        return False
    if match["open"] in tuple("([") or ")" in closers or "]" in closers:
        return False
    if "/" in word or "@" in word or ("." in word.rstrip("0123456789") and not _AMOUNT.fullmatch(word)):
        return False
    return match["stop"] != "." or not (word in _UPPER or _is_listed(prose, stop))


def _is_name(document: Document, start: int, token: str) -> bool:
    """Whether a token that is no word is a name in small letters: no capital elsewhere, and no name goes on with it."""
    prose = document.prose
    if is_word(token.replace("’", "'").partition("'")[0]):  # everyone's
        return False
    if re.match(r" [A-Z][a-z]", prose[start + len(token) : start + len(token) + 3]):
        return False
    return not _has_capital(document, token) or _is_written_so(prose, token)


def _in_copy(document: Document, match: re.Match[str], token: str) -> bool:
    """Whether a small letter stands in running copy that uses capitals, in English, and markup does not explain it."""
    prose = document.prose
    start, stop = match.start("first"), match.start("stop")
    end = start + len(token)
    block = document.block_at(start)
    if block is None or block.start > stop or document.zones.at(start) in OFF_COPY or not document.english(block):
        return False
    if match["stop"] == "?" and token not in OPENERS and "?" in prose[max(block.start, stop - 60) : stop]:
        return False  # a series: "What is a dog?, how does it bark? and why?"
    if _in_small_letters(prose, block, start) or is_foreign(prose, start, end):
        return False
    if in_message(document, start) or closes_title(document, match.end("close")) or is_whole_link(document, start, end):
        return False  # typed so, the mark of a title, the name of a program
    stressed = stressed_at(document, start)
    # A term, a command with what it is told, “<i>sighs deeply</i>”.
    return not (stressed[-1:].isalnum() and (" " in stressed or token not in FUNCTION_WORDS))


def _behind_quotation(document: Document, match: re.Match[str], token: str) -> Iterator[Hit]:
    """Behind a stop in quotation marks: the stop should be a comma (“No.” he said), or a sentence begins."""
    prose, closers = document.prose, match["close"]
    start, stop = match.start("first"), match.start("stop")
    end, values = start + len(token), {"word": token}
    if "'" in closers or "’" in closers + prose[stop - 1 : stop]:
        return
    small = token in FUNCTION_WORDS
    reporting = REPORTING.match(prose, start)
    if reporting and not (small and REPORTED.match(prose, reporting.end())):
        yield Hit(stop, end, "comma", values, ((Edit(stop, stop + 1, ","),),))
        return
    if not small or token in _GOING_ON:
        return
    whole = token not in _AFTER_QUOTE or is_whole_quotation(document, match.start("close"))
    if whole or NEW_CLAUSE.match(prose, start):
        yield Hit(start, end, "start", values, _capital(prose, start))


def _begins(token: str) -> bool:
    """Whether a sentence may well begin with a word: not with "delighted", behind a full stop that is none."""
    return re.split("['’]", token)[0] in FUNCTION_WORDS or token in _BARE or token.endswith("s")


def _left_open(document: Document, low: int, start: int) -> bool:
    """Whether a quotation that is never closed opens between `low` and `start`."""
    return any(low <= hit.start < start for hit in document.quotations.problems.get("unclosed-quote", ()))


def _belongs_to_word(prose: str, match: re.Match[str], word: str, token: str) -> bool:
    """Whether a mark belongs to the word before it, or the word behind it stands for itself; then no sentence ends."""
    mark, stop, end = match["stop"], match.start("stop"), match.start("first") + len(token)
    quoted = match["open"] in tuple("\"'“‘")
    if quoted and prose[end : end + 1] in tuple("\"'”’"):
        return True  # 'total' holds the sum
    if match["open"] in ("'", "‘") and not is_word(token):
        return True  # 'yung, 'tisn't
    if prose[end : end + 1] == "." and (len(token) == 1 or prose[end + 1 : end + 2] in ("", " ", "\n")):
        return True  # "a. wash the rice", "after every. single. change."
    if mark == "!" and word[0] == "#":
        return True  # #REF!
    if mark == "!":
        return word.islower() and (word in _INTERJECTIONS or token in ("and", "or"))
    if word.lower() in ("no", "nos") and token == "of":
        return True
    if "=" in word or _ASSIGNS.search(prose, end, end + 30):
        return True
    return word.isdigit() and _ORDINAL.search(prose, max(0, stop - 12), stop) is not None


def opening(match: re.Match[str], document: Document, options: Options) -> Iterator[Hit]:
    """A paragraph that begins in lower case."""
    prose, start = document.prose, match.start("first")
    token = _token(prose, start, options)
    if not token or (len(token) == 1 and prose[start + 1 : start + 2] in (".", ")")):
        return  # "b. the rest of the list"
    zones = document.zones
    index = zones.index_at(start)
    if index is None or zones.blocks[index].kind != "paragraph":
        return
    block = zones.blocks[index]
    if not index and zones.names[index] == "headline":
        if _is_slipped_headline(document, start, token):
            yield Hit(start, start + len(token), "headline", {"word": token}, _capital(prose, start))
        return
    if prose[block.start : start].strip("\"“‘'([ \t") or zones.names[index] in OFF_COPY:
        return
    stressed = stressed_at(document, start)
    if " " in stressed and stressed[-1:].isalnum() and len(stressed) < _LEAST_BLOCK:
        return  # a title that is written small
    least = _LEAST_PLAIN if token in _BEGINS else _LEAST_BLOCK
    if _CLAUSE.match(prose, start):
        least = _LEAST_CLAUSE
    if block.end - start < least or not has_stop(prose, block):
        return
    if index and not ends_whole(prose, zones.blocks[index - 1]):
        broken = breaks_off(prose, zones.blocks[index - 1], start) and not in_broken_lines(document)
        if broken and not parts_shown(document, zones.blocks[index - 1].end, start):
            yield Hit(start, start + len(token), "break", {"word": token})
        return
    if token in _GOING_ON or _in_small_letters(prose, block, start) or not document.english(block):
        return
    if parts_shown(document, zones.blocks[index - 1].end if index else 0, start):
        return  # behind code, a picture, the mark of a note
    small = small_openings(document)
    sure = token in FUNCTION_WORDS or (token not in common_words() and _has_capital(document, token))
    if small > (2 if sure else 1) or not (sure or token in common_words()):
        return
    if token not in FUNCTION_WORDS and len(zones.blocks) == 1:
        return  # a piece of a text
    if prose.startswith(f" {token}", start + len(token)) or in_message(document, start):
        return  # "“la la la,” they sing"; a slip is a matter of repeated-word
    # "police said", "the crowd": only the letter is wrong; "report said", "reforms were" have lost a word too.
    whole = sure or token in _BARE or token in proper_names()
    fix = _capital(prose, start) if whole else ()
    yield Hit(start, start + len(token), "opening" if whole else "opening-noun", {"word": token}, fix)


def _is_slipped_headline(document: Document, start: int, token: str) -> bool:
    """Whether the first word of an article begins its headline in lower case, and the copy below it does not."""
    prose, blocks = document.prose, document.zones.blocks
    if document.format != "text" or token not in common_words() or prose[start + len(token)] != " ":
        return False
    below = [prose[block.start] for block in blocks[1:_SOME_BLOCKS]]
    heading = prose[blocks[0].start : blocks[0].end]
    return (
        len(below) > 1
        and not any(char.islower() for char in below)
        and heading.count(" ") >= _LEAST_HEADLINE
        and document.english(blocks[1])
        and small_openings(document) < 2
    )


def _is_written_so(prose: str, token: str) -> bool:
    """Whether a name stands in lower case oftener than with a capital, as those of programs do: zlib."""
    return prose.count(token) > prose.count(token.capitalize()) + 1


def _has_capital(document: Document, token: str) -> bool:
    return document.written.holds(token.capitalize().encode("latin-1", "replace"))


def _token(prose: str, start: int, options: Options) -> str:
    """The word at `start`; "" for one that may well begin in lower case: iPhone, de Groot, an address."""
    match = _TOKEN.match(prose, start)
    token = match[0] if match else ""
    if not token or token != token.lower() or token in _PARTICLES or token in options.vocab:
        return ""
    end = start + len(token)
    if prose[end : end + 1] in tuple("@/_:\\=<>&*") or re.match(r"\.\w|\(\)", prose[end : end + 2]):
        return ""
    return token


def _is_listed(prose: str, stop: int) -> bool:
    """Whether a stop belongs to the number of an item: "1. wash the rice"."""
    line = prose[max(0, stop - 6) : stop].rpartition("\n")[2]
    if re.search(r"[:;] \d{1,2}$", line):
        return True
    return len(line) < 5 and _NUMBER.fullmatch(line.strip()) is not None


def _in_small_letters(prose: str, block: Block, start: int) -> bool:
    """Whether a block has no capital at the start of its sentences at all, as some verses and messages do."""
    low, high = max(block.start, start - 300), min(block.end, start + 300)
    text = prose[low:high]
    if len(_SMALL_I.findall(text)) > 1:
        return True
    firsts = [prose[block.start], *(letters[0] for letters in first_letters(text))]
    lower = sum(letter.islower() for letter in firsts)
    return lower > 1 and lower >= sum(letter.isupper() for letter in firsts)


def _capital(prose: str, start: int) -> tuple[tuple[Edit, ...], ...]:
    return ((Edit(start, start + 1, prose[start].upper()),),)
