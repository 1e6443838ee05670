"""Make ``newslint/lexicon/slips.txt``: how likely the capital of a word is a slip, by its company.

    python bench/build_slips.py FOLDER [--out FILE] [--half 0|1]

Every ``*.jsonl`` file of FOLDER holds articles ({"id", "text"}). Capitals of common words inside sentences are what
copy does; lower-case words inside sentences, one of each article, are what a slip would make of them. For every word
it is counted how often it has a capital, and beside which classes of words (``newslint.document.slips``) less than
elsewhere. What each of these signs weighs is fitted (logistic regression) on articles that were not counted: the
halves of the articles serve each other. ``--half`` counts in one half alone, for an honest measurement in the other.

The file: "+SIGN WEIGHT" (tenths of a natural logarithm), then "word own before after"; a "-" stands for no class.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from zlib import crc32

from newslint.document.capitals import in_title
from newslint.document.slips import company_of
from newslint.lexicon import FUNCTION_WORDS, common_words

LEAST = -15  # tenths: below that a capital is usual, and what stands beside it is no proof
LOST = 1.0  # a class goes with the word if the share of capitals there is smaller by this (natural logarithm)
SURE = 3  # uses that a class needs, in effect
ROUNDS, STEP = 8, 0.3
_ENDINGS = ("ed", "ing", "ly", "tion", "s")
_WORD = re.compile(r" (?<=[a-z,;’'] )([A-Za-z][a-z]+)(?=[ ,.;:?!)\n’'])")
_WRAPPED = re.compile(r"(?<=\S)\n(?=\S)")

Signs = dict[str, float]


class Counts:
    """Uses in lower case and with a capital: of words, and of words with a class before or behind."""

    def __init__(self) -> None:
        self.small: Counter[tuple[str, str]] = Counter()
        self.capital: Counter[tuple[str, str]] = Counter()

    def add(self, text: str) -> None:
        seen = set()
        for match in _WORD.finditer(text):
            word, start, end = match[1], match.start(1), match.end()
            keys = keys_of(text, start, end)
            if word[0].islower():
                self.small.update((word, key) for key in keys[:3])
            else:
                seen.update((word.lower(), key) for key in keys[:3])
        self.capital.update(seen)

    def share(self, word: str, key: str = "") -> float:
        """Of the uses of a word, or those beside a class, the part that has a capital: its logarithm."""
        if not key:
            return math.log((self.capital[word, key] + 0.3) / (self.small[word, key] + 3))
        usual = min(1, (self.capital[word, ""] + 0.3) / (self.small[word, ""] + 3))
        return math.log((self.capital[word, key] + SURE * usual) / (self.small[word, key] + SURE))

    def goes(self, word: str, key: str) -> bool:
        usual = min(0.0, self.share(word))
        return self.share(word, key) < usual - LOST


def keys_of(text: str, start: int, end: int) -> tuple[str, ...]:
    before, after, place = company_of(text, start, end)
    return "", "<" + before, ">" + after, "=" + place


def own_signs(counts: Counts, word: str) -> Signs:
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) > len(end) + 2), "")
    share = max(-8, min(2, counts.share(word)))
    return {"share": share, "ending" + ending: 1}


def signs_of(counts: Counts, word: str, keys: tuple[str, ...]) -> Signs:
    _, before, after, place = keys
    signs = own_signs(counts, word) | {before: 1, after: 1, place: 1}
    signs[before + after] = 1
    if counts.goes(word, before):
        signs["<<"] = 1
    if counts.goes(word, after):
        signs[">>"] = 1
    return signs


def articles(folder: Path) -> Iterator[tuple[int, str]]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            text = row["text"].replace("\r\n", "\n")
            if text.count("\n    ") > 1:
                text = _WRAPPED.sub(" ", text)
            yield crc32((path.stem + row["id"]).encode()) % 2, text


def cases(text: str, wanted: frozenset[str], counts: Counts, random: Random) -> Iterator[tuple[Signs, bool]]:
    """Real capitals of an article, and one slip. A name is met again and again: it is no question."""
    found = [match for match in _WORD.finditer(text) if match[1][0].isupper() and match[1].lower() in wanted]
    times = Counter(match[1] for match in found)
    slips = [match for match in _WORD.finditer(text) if match[1] in wanted and len(match[1]) > 3]
    slips = [match for match in slips if not times[match[1].capitalize()]]
    chosen = [random.choice(slips)] if slips else []
    for match in [match for match in found if times[match[1]] == 1] + chosen:
        start, end = match.span(1)
        if not in_title(text, start, end):
            yield signs_of(counts, match[1].lower(), keys_of(text, start, end)), match[1][0].islower()


def total(weights: dict[str, float], signs: Signs) -> float:
    return weights["all"] + sum(weights.get(name, 0.0) * value for name, value in signs.items())


def fitted(rows: list[tuple[Signs, bool]], random: Random) -> dict[str, float]:
    """The weights of a logistic regression, by steps that grow smaller for each sign that was met often."""
    weights: Counter[str] = Counter()
    grown: Counter[str] = Counter()
    for _ in range(ROUNDS):
        random.shuffle(rows)
        for signs, slip in rows:
            error = slip - 1 / (1 + math.exp(-max(-30, min(30, total(weights, signs)))))
            for name, value in (*signs.items(), ("all", 1.0)):
                step = error * value
                grown[name] += step * step
                weights[name] += STEP * step / math.sqrt(grown[name] + 1e-6)
    return dict(weights)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("newslint/lexicon/slips.txt"))
    parser.add_argument("--half", type=int)
    asked = parser.parse_args()
    wanted = frozenset(common_words() - FUNCTION_WORDS)
    whole, halves = Counts(), (Counts(), Counts())
    for half, text in articles(asked.folder):
        halves[half].add(text)
        if asked.half in (None, half):
            whole.add(text)
    random = Random(1)
    rows = [case for half, text in articles(asked.folder) for case in cases(text, wanted, halves[1 - half], random)]
    weights = fitted(rows, random)
    entries = [f"+{name} {round(10 * weight)}" for name, weight in sorted(weights.items()) if name[0] in "<>="]
    classes = {
        side: [name for name in weights if name[0] == side and len(name) == 2 and name[1] != side] for side in "<>"
    }
    for word in sorted(wanted):
        if whole.small[word, ""] < 1 or not word.isascii() or not word.isalpha():
            continue
        own = weights["all"] + sum(weights[name] * value for name, value in own_signs(whole, word).items())
        sides = [[name for name in classes[side] if whole.goes(word, name)] for side in "<>"]
        if 10 * own >= LEAST:
            before, after = ("".join(sorted(name[1] for name in side)) or "-" for side in sides)
            entries.append(f"{word} {round(10 * own)} {before} {after}")
    head = "# How likely the capital of a word is a slip, counted over news copy (bench/build_slips.py).\n"
    asked.out.write_text(head + "\n".join(entries) + "\n", encoding="utf-8")
    print(len(entries), "lines", len(rows), "cases")
    for least in range(-20, 40, 5):
        odds = [(10 * total(weights, signs) >= least, slip) for signs, slip in rows]
        slips = [high for high, slip in odds if slip]
        capitals = sum(high for high, slip in odds if not slip)
        print(least, f"{sum(slips) / len(slips):.1%} of the slips,", capitals, "capitals")


if __name__ == "__main__":
    main()
