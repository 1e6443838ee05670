"""Make the counted word lists of ``newslint/lexicon`` from a corpus of news articles.

    python bench/build_lexicon.py FOLDER... [--check WORDLIST...] [--out FOLDER]

Every ``*.jsonl`` file below a FOLDER is one source (an outlet or a collection); every line of it is a JSON object
with the article in ``text``. The lists hold single words and nothing else of the articles. ``--check`` names word
lists of any kind, one word a line (Debian's ``wamerican-large`` and ``wbritish-large`` are good); they only decide
how much evidence a word needs, none of their entries is shipped that the articles do not hold. The same input gives
the same output.

Three lists are made. Counts are of articles, so that one article that harps on a word counts once; a word counts
only where it stands alone (no hyphen, digit, slash, at-sign, hash or stop is joined to it).

common.txt   words in lower case. Seen in MIN_ARTICLES articles and MIN_SOURCES sources when the check lists know the
             word, in UNKNOWN_ARTICLES articles and UNKNOWN_SOURCES sources when they do not. What the check lists do
             not know and what splits into two words that are themselves frequent (``saidthat``) needs JOIN_ARTICLES. A word
             that is nearly always written with a capital is no common word, however often it is mistyped.
plain.txt    words that copy practically never capitalises in mid-sentence: of at least PLAIN_LOWER lower-case
             occurrences between a lower-case word and a word without a capital, at most PLAIN_CAPITAL as many have
             a capital in the same position.
names.txt    words that copy practically always capitalises: seen in NAME_ARTICLES articles and NAME_SOURCES sources, at
             most NAME_LOWER of the occurrences in lower case, and no check list knows the lower-case form. NOT_NAMES
             takes out what a reader of the list would not trust.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

MIN_ARTICLES, MIN_SOURCES = 3, 2
UNKNOWN_ARTICLES, UNKNOWN_SOURCES = 12, 4
JOIN_ARTICLES = 60
CAPITAL_SHARE = 0.97

PLAIN_LOWER = 60
PLAIN_CAPITAL = 0.003

NAME_ARTICLES, NAME_SOURCES = 12, 3
NAME_LOWER = 0.003

WORD = re.compile(
    r"(?<![\w@#/\\&.’'+=-])[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['’][A-Za-z]+)*(?![\w@/\\&=-]|['’.]\w)"
)
SPLIT_LINES = re.compile(r"[\r\n]+")
POSSESSIVE = re.compile(r"['’]s$")

# Names by the counts that a lower-case form may rightly have, or that are risky for another reason.
# Names by the counts that have a rightful lower-case use (a word of English or of a name in another language, an
# abbreviation, a unit, a food, a drink, a brand's own spelling), or that are written in capitals as often (NATO).
NOT_NAMES = frozenset(
    """
    abbott abraham abrams abu ac agence airbus ana ann anna apollo argentine ari ariel ariz aug ave bader bafta bailey bain
    bancorp barr barry ben benet bennet berger bermuda bert beth beyer bondi boozman brad braun brock bruno budd
    burgess burke burton byrne cate cayman celtic chan chang chapman charlotte chen cheng chester christie chu chung cicero
    citi clarence clint cobb cole coles colo conn conrad cooke correa corker cote coulter craig cramer crapo dame dane danish
    derry deutsche diego dina don dow drs duff dutchman eden eli engel eva eyre fannie fargo faso feb felix fifa fla fletcher
    florence francis franco frank franklin féin gardner gemma generale gil gilbert grammy grande greenwood gus hal hans
    harper heller heron hewitt hogg holden holt hong hyde jan jean jenny jerry jill joey johannes johnny jong jude judd june
    kaiser kay kelly kent kok lamar lambert lang lara latino len lennon leo leon leone lester lewis lilly lim lima logan lott
    lou louis ltd luther lynn lyon mac madonna mae magna mali manhattan mann marc marco marino marshall mauritius
    maya mayer meng menzies mel mercedes mercer mia mick milan milton minn minute miss mobil mona morris mrs murphy nancy nasdaq
    nate nato neal nelson nev niger nike niro nord norma norton nov oct olympic ord oscar oscars otto packard palmer palo
    pam panama paso patten penn pepper perry persian phil pierre pratt preston pryor puerto qian raj raleigh rand reich rhodes
    rica rican rico roma rosa rosen ross roth rowan roy ryder salomon sam san sanford santa santos sao sasse saul schatz
    sen sens sept serena sgt shaw sheila silva sinn sloan societe soto spencer spicer sri stan stanley starr stein steele
    sterling suisse ted tenn terri tesla tex thai theo thom thomson tim timothy tina titus tommy tonga tory trent trey tyson uber
    ulster underwood upton vance vera veronica vic victoria viet wagner walt warner web weber webster whitehouse willie
    xavier york yorker yorkers
    """.split()
)
# Names although a check list knows a lower-case word: it is so rare that copy never means it.
ALSO_NAMES = frozenset(
    """
    Afghan Afghans Antarctic Berlin Brazil Charlie Colorado Cuban Dutch Easter Ebola Elizabeth English Frankfurt Geneva
    German Indian Indianapolis Iranian Japan Jewish Kremlin Medicaid Medicare Morocco Muslim Nazis Presbyterian Rome Soviet
    Surrey Tehran Thanksgiving Wales Welsh
    """.split()
)
# Fragments, shorthand and words of other languages that pass the counts for words in lower case.
NOT_COMMON = frozenset(
    """
    al au b c cc cm co com d da de del den der des di dos du dye e edu el er es f fr ft g gel ger gov h hoc hrs http https i ii
    iii ing ins ion j jan k ked kg km l la lb lbs le les les ll los m mes met mm mph n ne ng nd o ode op org p pp ppm
    q r rd re res rev rs s se ser sq st stg t ta tel ter th tion u ut v van vs ve viz von vow w ween www x xx y yr z ze
    """.split()
) - frozenset("den dye gel ins ion met ode op vow co ll ne s".split()) | frozenset(("ll", "ne", "s"))


class Counts:
    """What one pass over the articles finds."""

    def __init__(self) -> None:
        self.lower: Counter[str] = Counter()  # articles with the lower-case word
        self.lower_sources: dict[str, set[int]] = {}
        self.lower_all: Counter[str] = Counter()  # occurrences
        self.capital: Counter[str] = Counter()  # articles with the word with one capital (the form as written)
        self.capital_sources: dict[str, set[int]] = {}
        self.capital_all: Counter[str] = Counter()
        self.middle_lower: Counter[str] = Counter()  # occurrences in mid-sentence between lower-case words
        self.middle_capital: Counter[str] = Counter()  # the same with a capital; keys in lower case

    def add(self, text: str, source: int) -> None:
        lower: Counter[str] = Counter()
        capital: Counter[str] = Counter()
        for line in SPLIT_LINES.split(text):
            found = list(WORD.finditer(line))
            words = [match.group().replace("’", "'") for match in found]
            lowers = [word.islower() for word in words]
            for word, is_lower in zip(words, lowers, strict=True):
                if is_lower:
                    lower[word] += 1
                elif word[1:].islower():
                    capital[POSSESSIVE.sub("", word)] += 1
            if not is_sentence(line, words, lowers):
                continue
            for n in range(1, len(words)):
                word = words[n]
                if not lowers[n - 1] or line[found[n - 1].end() : found[n].start()] != " ":
                    continue
                rest = line[found[n].end() : found[n].end() + 4].lstrip(" ,;:.\"'“”‘’()")
                if rest[:1].isupper():
                    continue
                if lowers[n]:
                    self.middle_lower[word] += 1
                elif word[1:].islower():
                    self.middle_capital[word.lower()] += 1
        self.lower.update(lower.keys())
        self.lower_all.update(lower)
        self.capital.update(capital.keys())
        self.capital_all.update(capital)
        for word in lower:
            self.lower_sources.setdefault(word, set()).add(source)
        for word in capital:
            self.capital_sources.setdefault(word, set()).add(source)


def is_sentence(line: str, words: list[str], lowers: list[bool]) -> bool:
    """Whether a line is running copy: long enough, and at most half of its longer words have a capital."""
    longer = [is_lower for word, is_lower in zip(words, lowers, strict=True) if len(word) > 3]
    return len(longer) >= 5 and len(line) > 40 and 2 * sum(longer) > len(longer)


def articles(folders: list[Path]) -> Iterator[tuple[int, str]]:
    files = sorted(path for folder in folders for path in folder.rglob("*.jsonl"))
    if not files:
        sys.exit("no .jsonl file in " + ", ".join(map(str, folders)))
    for number, path in enumerate(files):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield number, json.loads(line)["text"]


def count(folders: list[Path]) -> Counts:
    counts = Counts()
    for source, text in articles(folders):
        counts.add(text, source)
    return counts


def read_check_lists(paths: list[Path]) -> frozenset[str]:
    return frozenset(word for path in paths for word in path.read_text(encoding="utf-8").split("\n"))


def is_join(word: str, counts: Counts) -> bool:
    """Whether the word is two frequent words without the space between them."""
    for cut in range(1, len(word)):
        left, right = word[:cut], word[cut:]
        if counts.lower[left] >= 40 and counts.lower[right] >= 40 and (len(left) > 1 or left in "ai") and len(right) > 1:
            return True
    return False


def known(word: str, check: frozenset[str]) -> bool:
    return word in check or word.removesuffix("'s") in check


def common(counts: Counts, check: frozenset[str]) -> list[str]:
    capitals: Counter[str] = Counter()
    for word, number in counts.capital_all.items():
        capitals[word.lower()] += number
    kept = []
    for word, seen in counts.lower.items():
        sources = len(counts.lower_sources[word])
        if seen < MIN_ARTICLES or sources < MIN_SOURCES or word.endswith("'s") and word not in CONTRACTIONS:
            continue
        if word in NOT_COMMON:
            continue
        if word not in check:
            if seen < UNKNOWN_ARTICLES or sources < UNKNOWN_SOURCES:
                continue
            if is_join(word, counts) and seen < JOIN_ARTICLES:
                continue
        capital = capitals[word]
        if capital > CAPITAL_SHARE * (capital + counts.lower_all[word]) and word not in check:
            continue
        kept.append(word)
    return sorted(kept)


CONTRACTIONS = frozenset("he's here's how's it's let's one's she's that's there's what's when's where's who's why's".split())


def plain(counts: Counts, shipped: list[str]) -> list[str]:
    allowed = set(shipped)
    return sorted(
        word
        for word, number in counts.middle_lower.items()
        if number >= PLAIN_LOWER and word in allowed and counts.middle_capital[word] <= PLAIN_CAPITAL * number
    )


def names(counts: Counts, check: frozenset[str]) -> list[str]:
    kept = []
    for word, seen in counts.capital.items():
        if not (len(word) > 2 and word.isalpha() and word[1:].islower() and word[0].isupper()):
            continue
        if seen < NAME_ARTICLES or len(counts.capital_sources[word]) < NAME_SOURCES:
            continue
        lower = word.lower()
        if lower in NOT_NAMES or lower in check and word not in ALSO_NAMES:
            continue
        if counts.lower_all[lower] > NAME_LOWER * counts.capital_all[word]:
            continue
        kept.append(word)
    return sorted(kept)


def write(path: Path, header: str, words: list[str]) -> None:
    path.write_text("".join(f"# {line}\n" for line in header.split("\n")) + "\n".join(words) + "\n", encoding="utf-8")


def main() -> None:
    default = Path(__file__).resolve().parent.parent / "newslint" / "lexicon"
    parser = argparse.ArgumentParser(description="Make the counted word lists of newslint/lexicon.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="folders of .jsonl files")
    parser.add_argument("--check", nargs="*", type=Path, default=[], metavar="WORDLIST", help="word lists to check by")
    parser.add_argument("--out", type=Path, default=default, help="where to write (the package, if left out)")
    options = parser.parse_args()
    check = read_check_lists(options.check)
    counts = count(options.folders)
    common_words = common(counts, check)
    plain_words = plain(counts, common_words)
    proper_names = names(counts, check)
    made_by = "Made by bench/build_lexicon.py from counts over news copy; change the script, not the list."
    write(options.out / "common.txt", f"Words that news copy uses in lower case.\n{made_by}", common_words)
    write(options.out / "plain.txt", f"Words that copy never capitalises in mid-sentence.\n{made_by}", plain_words)
    write(options.out / "names.txt", f"Words that copy always capitalises.\n{made_by}", proper_names)
    for name, words in (("common", common_words), ("plain", plain_words), ("names", proper_names)):
        print(f"{name}.txt: {len(words)} words")


if __name__ == "__main__":
    main()
