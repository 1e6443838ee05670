"""Make ``newslint/lexicon/lower.txt``: words that copy does not capitalise beside a capital, and what follows them.

    python bench/build_capitals.py FOLDER [--out FILE]

Every ``*.jsonl`` file of FOLDER holds articles ({"id", "text"}). Every common word behind a lower-case word or a comma
is counted, in lower case and with a capital, where a capital stands right behind or right before it
(``newslint.document.capitals.beside``); and how often a determiner or a pronoun follows it. Lines of titles do not
count.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from newslint.document.capitals import beside, in_title
from newslint.lexicon import FUNCTION_WORDS, common_words

PLACES = "np"  # as in `beside`
SHARE = 0.004  # of a word's uses in a place that may have a capital
# What is added to the count of capitals: how often words never met with one in half of the articles had one in the
# other half. Verb forms are hardly ever names, so little evidence will do for them.
PRIOR = {"ed": 0.02, "ing": 0.15, "ly": 0.2, "": 0.4}
UNSEEN = 8  # lower-case uses that are granted to a word in -ed in any place
EVERY = 4  # lower-case words are counted in one article of so many
FOLLOWED = {"d": 0.05, "s": 0.03}  # the share of a word's uses behind which a determiner stands, or a pronoun
_FOLLOWING = {
    "d": re.compile(r"(?<![\w’'-])([a-z]+) (?:the|a|an|this|these|his|her|its|their|our|my|your|some|many)(?!\w)"),
    "s": re.compile(r"(?<![\w’'-])([a-z]+) (?:he|she|it|they|we|you|there)(?!\w)"),
}
_ANY = re.compile(r"(?<![\w’'-])([a-z]+)(?= [a-z])")
_LOWER = re.compile(r" (?<=[a-z,;’'] )([a-z]+)(?=[ ,.;:?!)\n])")
_CAPITAL = re.compile(r" (?<=[a-z,;’'] )([A-Z][a-z]*)(?=[ ,.;:?!)\n])")
_WRAPPED = re.compile(r"(?<=\S)\n(?=\S)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("newslint/lexicon/lower.txt"))
    asked = parser.parse_args()
    wanted = (common_words() | FUNCTION_WORDS) - {"i"}
    lower: Counter[tuple[str, str]] = Counter()
    capital: Counter[tuple[str, str]] = Counter()
    uses: Counter[str] = Counter()
    followed: Counter[tuple[str, str]] = Counter()
    for path in sorted(asked.folder.glob("*.jsonl")):
        for number, line in enumerate(path.open(encoding="utf-8")):
            text = json.loads(line)["text"].replace("\r\n", "\n")
            if text.count("\n    ") > 1:
                text = _WRAPPED.sub(" ", text)
            if number % EVERY == 0:
                for match in _LOWER.finditer(text):
                    if match[1] in wanted:
                        lower[match[1], beside(text, match.start(1), match.end())] += EVERY
                uses.update(_ANY.findall(text))
                for mark, pattern in _FOLLOWING.items():
                    followed.update((word, mark) for word in pattern.findall(text))
            seen = set()
            for match in _CAPITAL.finditer(text):
                word = match[1].lower()
                if word in wanted and not in_title(text, match.start(1), match.end()):
                    seen.add((word, beside(text, match.start(1), match.end())))
            capital.update(seen)
    places: dict[str, str] = {}
    for word in wanted:  # verb forms may be new to a place
        if word.endswith("ed") and len(word) > 5:
            for place in PLACES:
                lower[word, place] = max(lower[word, place], UNSEEN)
    for (word, place), count in sorted(lower.items()):
        ending = next((end for end in PRIOR if end and word.endswith(end) and len(word) > len(end) + 3), "")
        if place in PLACES and (capital[word, place] + PRIOR[ending]) / count <= SHARE:
            places[word] = places.get(word, "") + place
    for (word, mark), count in sorted(followed.items()):
        if word in wanted and uses[word] >= 15 and count >= uses[word] * FOLLOWED[mark]:
            places[word] = places.get(word, "") + mark
    head = "# Words that keep their small letter beside a capital, and what follows them (bench/build_capitals.py).\n"
    asked.out.write_text(head + "".join(f"{word} {places[word]}\n" for word in sorted(places)), encoding="utf-8")
    print(len(places), "words")


if __name__ == "__main__":
    main()
