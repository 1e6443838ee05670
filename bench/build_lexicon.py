"""Make the counted word lists of ``newslint/lexicon`` from a corpus of news articles.

    python bench/build_lexicon.py FOLDER... [--check WORDLIST...] [--out FOLDER]

Every ``*.jsonl`` file below a FOLDER is one source (an outlet or a collection); every line of it is a JSON object
with the article in ``text``. The lists hold single words and nothing else of the articles. ``--check`` names word
lists of any kind, one word a line (Debian's ``wamerican`` and ``wbritish`` were used); they only decide
how much evidence a word needs, none of their entries is shipped that the articles do not hold. The same input gives
the same output.

Two lists are made. Counts are of articles where it says so, so that one article that harps on a word counts once; a
word counts only where it stands alone (no hyphen, digit, slash, at-sign, hash or stop is joined to it).

common.txt   words in lower case: seen in MIN_ARTICLES articles and MIN_SOURCES sources when a check list knows the
             word, in UNKNOWN_ARTICLES articles and UNKNOWN_SOURCES sources when none does. What no check list knows and
             what splits into two frequent words (``saidthat``) needs JOIN_ARTICLES articles. A word of whose
             occurrences more than CAPITAL_SHARE have a capital is left out. NOT_COMMON takes out what a reader would
             not call a word.
names.txt    words that copy practically always capitalises: seen in NAME_ARTICLES articles and NAME_SOURCES sources, at
             most NAME_LOWER of the occurrences in lower case, and no check list knows the lower-case form. NOT_NAMES
             takes out what a reader of the list would not trust, ALSO_NAMES adds to it.
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
UNKNOWN_ARTICLES, UNKNOWN_SOURCES = 4, 3
JOIN_ARTICLES = 6
CAPITAL_SHARE = 0.97

NAME_ARTICLES, NAME_SOURCES = 12, 3
NAME_LOWER = 0.003

WORD = re.compile(r"(?<![\w@#/\\&.’'+=-])[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['’][A-Za-z]+)*(?![\w@/\\&=-]|['’.]\w)")
SPLIT_LINES = re.compile(r"[\r\n]+")
POSSESSIVE = re.compile(r"['’]s$")

# Names by the counts that have a rightful lower-case use (a word of English or of a name in another language, an
# abbreviation, a unit, a food, a drink, a brand's own spelling), or that are written in capitals as often (NATO).
NOT_NAMES = """
    abbott abraham abrams abu agence airbus ana ann anna apollo argentine ari ariel ariz aug ave bader bafta
    bailey bain bancorp barr barry ben bennet berger bermuda bert beth beyer bondi boozman braun brock bruno budd
    burgess burke burton byrne carney cate cayman celtic chan chang chapman charlie charlotte chen cheng chester
    christie chu chung cicero clarence clint cobb cole coles colo conn conrad cooke corker correa coulter craig
    cramer crapo dane danish derry deutsche diego dina dow drs dutchman eden eli engel eva eyre fannie fargo faso
    feb felix fifa fla fletcher florence flores francis franklin féin gardner gemma generale gilbert grammy grande
    greenwood gus hal hans harper heller hewitt hogg holden holt hong hoosier hoover hyde jan jean jenny jerry
    jill joey johannes johnny jong juan judd jude kaiser kay kelly kent klux kok kong lamar lambert lang lara
    latino latinos len lennon leo leon leone lester lew lewis lilly lim lima logan lott lou louis ltd luther lynn
    lyon mac madonna mae manhattan mann marc marco marino marshall maya mayer mel meng menzies mercedes mercer mia
    mick microsystems milan milton minn mobil mona morris mrs murphy nancy nasdaq nate nato neal nelson nev nike niro
    nord
    norma norton nov oct olympic ord oscar oscars packard palmer palo pam panama paso patten penn perry phil
    pierre pinterest pratt preston pryor puerto qian raj raleigh reich rhodes rica rican rico roma rosa rosen ross
    roth rowan roy ryder salomon sam san sanford santa santos sao sasse saul schatz sen sens sept serena sgt shaw
    sheila siemens silva sinn sloan societe soto spencer spicer spotify sri stan stanley starr steele suisse swede
    swedes ted
    tenn terri tesla tex thai theo thom thomson tim timothy tina titus tommy tory trent trey tyson uber ulster
    underwood upton vance vera veronica vic victoria viet wagner walt warner weber webster whitehouse willie
    xavier york yorker yorkers
"""

# Names that the counts leave out: too few of them, or a check list knows a lower-case word so rare that copy never
# means it. Countries, peoples, languages, religions and big cities.
ALSO_NAMES = """
    Afghan Afghans Alaskans Albanian Albanians Aleppo Algerian Algerians Algiers Andorra Anglican Anglicans Angolan
    Angolans Ankara Antarctic Argentinian Argentinians Armenian Armenians Australasia Austrians Azerbaijani Belarusian
    Belarusians Belgian Belgians Belgrade Bhutan Bogota Bolivian Bolivians Bosnian Bosnians Brazilians Bucharest
    Buddhism Buddhists Bulgarian Bulgarians Burundi Cambodian Cambodians Caracas Chechen Chechens Chechnya Chilean
    Chileans Colombians Coloradans Croatian Croatians Cuban Cypriot Danes Dhaka Djibouti Dominicans Donetsk Easter
    Ebola Ecuadorian Ecuadorians Egyptians Elizabeth Englishwoman Estonian Estonians Eswatini Ethiopians Farsi
    Filipino Filipinos Finns Gambia Georgian Georgians Ghanaian Ghanaians Guatemalan Guatemalans Haitians Hanoi
    Hanukkah Harare Havana Hawaiians Hebrew Hinduism Hindus Honduran Hondurans Hungarians Icelandic Indian
    Indianapolis Indonesians Iranian Irishman Irishmen Islamabad Jamaican Jamaicans Japan Jewish Johannesburg Judaism
    Karachi Kazakh Kazakhs Kentuckians Kenyans Kharkiv Khartoum Kinshasa Kolkata Kosovo Kuwaiti Lagos Lahore Latvian
    Latvians Lebanese Liberian Liberians Libyans Lithuanian Lithuanians Londoner Londoners Luhansk Lutheran Lutherans
    Malaysians Marseille Methodists Michigander Minnesotans Minsk Missourians Mogadishu Mormon Mormons Moroccan
    Moroccans Morocco Mumbai Muslim Nairobi Naples Nazis Nepalese Nicaragua Nicaraguan Nicaraguans Nigerians
    Norwegians Oceania Odesa Ohioans Oklahomans Oregonians Oslo Pakistanis Paraguayan Paraguayans Parisian Parisians
    Passover Pennsylvanian Pennsylvanians Persians Peruvian Peruvians Presbyterians Pretoria Ramadan Reykjavik Riga
    Riyadh Romanian Romanians Rome Rwandan Rwandans Salvadoran Salvadorans Saudis Scandinavia Scandinavian
    Scandinavians Scotsman Senegalese Serbian Serbians Serbs Shanghai Shia Shiite Shiites Sikh Sikhs Singaporean
    Singaporeans Slovak Slovakian Slovaks Slovenian Slovenians Sofia Somali Somalis Soviet Sudanese Sunnis Suriname
    Surrey Swahili Swede Swedes Tallinn Tanzanian Tanzanians Tasmanians Tbilisi Tehran Tibetans Tripoli Tunisian
    Tunisians Ugandan Ugandans Urdu Uruguayan Uruguayans Uzbek Uzbeks Venezuela Venezuelan Venezuelans Vilnius Wales
    Welsh Yemeni Yemenis Yerevan Yiddish Zagreb Zambian Zambians Zimbabwean Zimbabweans
"""

# Fragments, shorthand and parts of foreign phrases that pass the counts for words in lower case.
NOT_COMMON = """
    accumbens al alma annum b bona bpd brainer c cc cm coli com corpus d d'affaires da de del della der des di
    dont dos du e eg el es f facto fait fide forma ft g grata hoc hrs http https i ie ii ing j k kg km l la lb lbs
    le m masse merch mes mins mm mph n o occured olds org p para pdf plc pp que r re rev rs s se sq t targetted
    tel tion u und utero v van vitro von vs vu w x xx y yr
"""

CONTRACTIONS = """
    he's here's how's it's let's one's she's that's there's what's when's where's who's why's
"""


class Counts:
    """What one pass over the articles finds."""

    def __init__(self) -> None:
        self.lower: Counter[str] = Counter()  # articles with the lower-case word
        self.lower_sources: dict[str, set[int]] = {}
        self.lower_all: Counter[str] = Counter()  # occurrences
        self.capital: Counter[str] = Counter()  # articles with the word with one capital (the form as written)
        self.capital_sources: dict[str, set[int]] = {}
        self.capital_all: Counter[str] = Counter()

    def add(self, text: str, source: int) -> None:
        lower: Counter[str] = Counter()
        capital: Counter[str] = Counter()
        for line in SPLIT_LINES.split(text):
            for match in WORD.finditer(line):
                word = match.group().replace("’", "'")
                if word.islower():
                    lower[word] += 1
                elif word[1:].islower():
                    capital[POSSESSIVE.sub("", word)] += 1
        self.lower.update(lower.keys())
        self.lower_all.update(lower)
        self.capital.update(capital.keys())
        self.capital_all.update(capital)
        for word in lower:
            self.lower_sources.setdefault(word, set()).add(source)
        for word in capital:
            self.capital_sources.setdefault(word, set()).add(source)


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
        if (
            counts.lower[left] >= 40
            and counts.lower[right] >= 40
            and (len(left) > 1 or left in "ai")
            and len(right) > 1
        ):
            return True
    return False


def common(counts: Counts, check: frozenset[str]) -> list[str]:
    capitals: Counter[str] = Counter()
    for word, number in counts.capital_all.items():
        capitals[word.lower()] += number
    unwanted, contractions = frozenset(NOT_COMMON.split()), frozenset(CONTRACTIONS.split())
    kept = []
    for word, seen in counts.lower.items():
        sources = len(counts.lower_sources[word])
        if seen < MIN_ARTICLES or sources < MIN_SOURCES or word in unwanted:
            continue
        if word.endswith("'s") and word not in contractions:
            continue
        if word not in check:
            if seen < UNKNOWN_ARTICLES or sources < UNKNOWN_SOURCES:
                continue
            if is_join(word, counts) and seen < JOIN_ARTICLES:
                continue
        capital = capitals[word]
        if capital > CAPITAL_SHARE * (capital + counts.lower_all[word]):
            continue
        kept.append(word)
    return sorted(kept)


def names(counts: Counts, check: frozenset[str]) -> list[str]:
    unwanted = frozenset(NOT_NAMES.split())
    kept = set(ALSO_NAMES.split())
    for word, seen in counts.capital.items():
        lower = word.lower()
        if len(word) < 3 or not word.isalpha() or lower in check or lower in unwanted:
            continue
        if seen < NAME_ARTICLES or len(counts.capital_sources[word]) < NAME_SOURCES:
            continue
        if counts.lower_all[lower] <= NAME_LOWER * counts.capital_all[word]:
            kept.add(word)
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
    proper_names = names(counts, check)
    made_by = "Made by bench/build_lexicon.py from counts over news copy; change the script, not the list."
    write(options.out / "common.txt", f"Words that news copy uses in lower case.\n{made_by}", common_words)
    write(options.out / "names.txt", f"Words that copy always capitalises.\n{made_by}", proper_names)
    for name, words in (("common", common_words), ("names", proper_names)):
        print(f"{name}.txt: {len(words)} words")


if __name__ == "__main__":
    main()
