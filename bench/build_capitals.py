"""Make ``newslint/lexicon/alone.txt``: common words that copy capitalises alone in the middle of a sentence.

    python bench/build_capitals.py FOLDER [--out FILE]

Every ``*.jsonl`` file of FOLDER holds articles ({"id", "text"}). A word counts as capitalised alone when it has a capital
between a lower-case word (or a comma) and a lower-case word, and no name is near that it could be part of: "the
Treasury said", not "the Bank of England" (see ``newslint.document.capitals``). Institutions, titles of works and brands
are like that, so a capital on such a word says nothing. A word is listed if that happens in LEAST articles and in at
least SHARE of its lower-case uses. The same input gives the same output.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from newslint.document.capitals import beside_name, lone_words
from newslint.lexicon import FUNCTION_WORDS, common_words, plain_words

LEAST, SHARE = 2, 0.0008
_LOWER = re.compile(r"(?<=[a-z,;] )[a-z]+(?=[ ,.;])")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("newslint/lexicon/alone.txt"))
    asked = parser.parse_args()
    wanted = common_words() - plain_words() - FUNCTION_WORDS
    lower: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for path in sorted(asked.folder.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            text = json.loads(line)["text"].replace("\r\n", "\n")
            lower.update(_LOWER.findall(text))
            alone.update(
                {
                    word.lower()
                    for start, end, word in lone_words(text)
                    if word.lower() in wanted
                    and (text[start - 2].islower() or text[start - 2] in ",;")
                    and not beside_name(text, start, end)
                }
            )
    found = sorted(word for word, count in alone.items() if count >= LEAST and count > lower[word] * SHARE)
    head = "# Common words that copy capitalises alone in mid-sentence, counted over news copy (bench/build_capitals.py).\n"
    asked.out.write_text(head + "\n".join(found) + "\n", encoding="utf-8")
    print(len(found), "words")


if __name__ == "__main__":
    main()
