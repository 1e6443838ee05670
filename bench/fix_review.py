"""Shows random edits that `fix` makes in real articles, each with its surroundings before and after, for reading.

usage: python bench/fix_review.py FOLDER [--sample 40] [--seed 1] [--unsafe] [--rule NAME] [--source NAME]

FOLDER holds NAME.jsonl files with {"id", "text"} on each line. An edit that makes copy worse is a fault of its rule:
the sentence becomes one of the rule's good examples first, then the rule is mended.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from typing import NamedTuple

from newslint.api import Checker
from newslint.config import Config
from newslint.model import Finding, Safety
from newslint.settings import Overrides
from newslint.source import Source

_WIDTH = 60  # code points shown on either side
_WORD = re.compile(r"\w+|\W")


class Change(NamedTuple):
    """One place that the whole `fix` changed, and the rules that had a hand in it (of the first pass)."""

    where: str
    rules: str
    before: str
    after: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--preset", default="newsroom")
    parser.add_argument("--unsafe", action="store_true", help="apply the unsafe fixes too")
    parser.add_argument("--rule", help="only changes in which this rule had a hand")
    parser.add_argument("--source")
    parser.add_argument("--most", type=int, default=3, help="changes taken from one article at most")
    asked = parser.parse_args()
    checker = Checker(Config(), Overrides(preset=asked.preset))
    random = Random(asked.seed)
    changes: list[Change] = []
    mended: collections.Counter[str] = collections.Counter()
    articles = touched = 0
    for path in sorted(asked.folder.glob("*.jsonl")):
        if asked.source and path.stem != asked.source:
            continue
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            articles += 1
            found, counts = review(checker, Source(path.stem, row["text"]), row["id"], asked.unsafe)
            mended += counts
            touched += bool(found)
            if asked.rule:
                found = [change for change in found if asked.rule in change.rules.split(", ")]
            changes += random.sample(found, min(asked.most, len(found)))
    print(f"# {articles} articles, {touched} changed, {sum(mended.values())} fixes: {dict(mended.most_common())}")
    for number, change in enumerate(_evenly(changes, asked.sample, random), 1):
        print(f"\n{number}. {change.where}  {change.rules}\n   - {change.before}\n   + {change.after}")


def _evenly(changes: list[Change], most: int, random: Random) -> list[Change]:
    """A sample in which each rule has its share, however often it fires."""
    by_rules: dict[str, list[Change]] = {}
    for change in changes:
        by_rules.setdefault(change.rules, []).append(change)
    for group in by_rules.values():
        random.shuffle(group)
    out: list[Change] = []
    while len(out) < most and any(by_rules.values()):
        out += [group.pop() for _, group in sorted(by_rules.items()) if group]
    return out[:most]


def review(checker: Checker, source: Source, id: str, unsafe: bool) -> tuple[list[Change], collections.Counter[str]]:
    """What `fix` changes in one article, place by place."""
    fixed = checker.fix(source, unsafe=unsafe)
    if fixed.text == source.text:
        return [], fixed.mended
    least = Safety.UNSAFE if unsafe else Safety.SAFE
    first = [one for one in checker.check(source).findings if one.fix is not None and one.fix.safety >= least]
    old, new = source.text, fixed.text
    changes = []
    for a, b, c, d in _places(old, new):
        rules = ", ".join(sorted({one.rule for one in first if _in(one, a, b)})) or "after another"
        before = f"{old[max(0, a - _WIDTH) : a]}«{old[a:b]}»{old[b : b + _WIDTH]}"
        after = f"{new[max(0, c - _WIDTH) : c]}«{new[c:d]}»{new[d : d + _WIDTH]}"
        changes.append(Change(f"{source.path} {id}", rules, shown(before), shown(after)))
    return changes, fixed.mended


def _places(old: str, new: str) -> list[tuple[int, int, int, int]]:
    """Spans that differ: lines are matched by their words first, then words inside them."""
    lines, others = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts, ends = _starts(lines), _starts(others)
    words, made = [line.strip() for line in lines], [line.strip() for line in others]
    out: list[tuple[int, int, int, int]] = []
    for tag, i, j, k, m in SequenceMatcher(None, words, made, autojunk=False).get_opcodes():
        pairs = [(n, n + 1, k + n - i, k + n - i + 1) for n in range(i, j)] if tag == "equal" else [(i, j, k, m)]
        for first, last, low, high in pairs:
            a, b, c, d = starts[first], starts[last], ends[low], ends[high]
            if old[a:b] != new[c:d]:
                out += [(a + p, a + q, c + r, c + s) for p, q, r, s in _words(old[a:b], new[c:d])]
    return out


def _words(old: str, new: str) -> list[tuple[int, int, int, int]]:
    words, made = _WORD.findall(old), _WORD.findall(new)
    one, other = _starts(words), _starts(made)
    codes = SequenceMatcher(None, words, made, autojunk=False).get_opcodes()
    return [(one[p], one[q], other[r], other[s]) for tag, p, q, r, s in codes if tag != "equal"]


def _starts(lines: list[str]) -> list[int]:
    out = [0]
    for line in lines:
        out.append(out[-1] + len(line))
    return out


def _in(finding: Finding, start: int, end: int) -> bool:
    assert finding.fix is not None
    return any(edit.start <= end and edit.end >= start for edit in finding.fix.edits)


def shown(text: str) -> str:
    """A text on one line, with what one cannot see made visible."""
    text = text.replace("\r", "␍").replace("\n", "⏎").replace("\t", "⇥").replace("\u00a0", "⍽")
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


if __name__ == "__main__":
    main()
