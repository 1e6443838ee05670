"""Breaks clean copy in one known place, and sees whether newslint finds it there and gives the original back.

usage: python bench/inject.py FOLDER [--each 50] [--kind NAME[,NAME…]] [--family NAME] [--misses 5] [--seed 1]

FOLDER holds NAME.jsonl files with {"id", "text"} on each line. Paragraphs and articles in which newslint finds nothing
(warnings and errors, preset dataset) and has nothing to mend are broken once each.

found   a warning or error of a fitting family touches the place
seen    the same, or a remark (info)
fix     of those found, how many have a fix
back    of those with a fix, how often `fix --unsafe` gives the original back to the byte
more    findings beside the one (one defect should give one finding)
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from injections import Broken, Kind, all_kinds
from injections.base import wrapped

from newslint.api import Checker
from newslint.config import Config
from newslint.model import Finding, Severity
from newslint.settings import Overrides
from newslint.source import Source

# Floors: found over all kinds; reported in each, be it as a remark, as what names and house styles capitalise too can
# be no warning that is right; given back over all.
FOUND, EACH, BACK = 0.93, 0.80, 0.88
_MOST = 8000  # code points of an article that is broken


@dataclass
class Unit:
    """A clean text: a paragraph or an article of a source; `clean` None: not looked at yet."""

    source: str
    id: str
    text: str
    article: bool
    clean: bool | None = None


@dataclass
class Score:
    """What became of the texts that one kind broke."""

    tried: int = 0
    found: int = 0
    seen: int = 0
    fixable: int = 0
    back: int = 0
    more: int = 0
    misses: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", type=int, default=50, help="texts to break per kind")
    parser.add_argument("--kind", help="only these kinds")
    parser.add_argument("--family", help="only kinds of this family")
    parser.add_argument("--misses", type=int, default=0, help="misses and wrong mends to show per kind")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    units = list(_units(asked.folder, Random(asked.seed)))
    bench = Bench()
    names = asked.kind.split(",") if asked.kind else None
    scores: dict[str, Score] = {}
    print(f"{'kind':32}{'tried':>6}{'found':>8}{'seen':>8}{'fix':>6}{'back':>8}{'more':>6}")
    for name, kind in all_kinds().items():
        if (names and name not in names) or (asked.family and asked.family not in kind.families):
            continue
        score = scores[name] = bench.run(kind, units, asked.each, Random(f"{asked.seed} {name}"))
        print(_row(name, score), flush=True)
        for text in score.misses[: asked.misses]:
            print("    missed  " + text)
        for text in score.wrong[: asked.misses]:
            print("    mended  " + text)
    return _verdict(scores)


def _units(folder: Path, random: Random) -> Iterator[Unit]:
    """Articles and paragraphs, mixed, the sources in turn."""
    by_source: list[list[Unit]] = []
    for path in sorted(folder.glob("*.jsonl")):
        units: list[Unit] = []
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            text = row["text"].rstrip()
            end = "\r\n" if "\r\n" in text else "\n"
            if len(text) <= _MOST:
                units.append(Unit(path.stem, row["id"], text + end, True))
            if not wrapped(text):
                found = [piece for piece in text.split(end) if 200 <= len(piece) <= 1500]
                if found:
                    units.append(Unit(path.stem, row["id"], random.choice(found) + "\n", False))
        random.shuffle(units)
        by_source.append(units)
    for i in range(max(map(len, by_source), default=0)):
        yield from (units[i] for units in by_source if i < len(units))


class Bench:
    """Checks and mends under the preset that has every rule."""

    def __init__(self) -> None:
        self.checker = Checker(Config(), Overrides(preset="dataset"))

    def seen(self, text: str) -> list[Finding]:
        return list(self.checker.check(Source("injected.txt", text, on_disk=True)).findings)

    def mended(self, text: str) -> str:
        return self.checker.fix(Source("injected.txt", text, on_disk=True), unsafe=True).text

    def clean(self, unit: Unit) -> bool:
        if unit.clean is None:
            unit.clean = not _counted(self.seen(unit.text)) and self.mended(unit.text) == unit.text
        return unit.clean

    def run(self, kind: Kind, units: list[Unit], most: int, random: Random) -> Score:
        score = Score()
        start = random.randrange(len(units))
        for unit in units[start:] + units[:start]:
            if score.tried == most:
                break
            if kind.articles and not unit.article:
                continue
            broken = kind.place(unit.text, random)
            if broken is not None and self.clean(unit):
                self.judge(kind, unit, broken, score)
        return score

    def judge(self, kind: Kind, unit: Unit, broken: Broken, score: Score) -> None:
        score.tried += 1
        seen = self.seen(broken.text)
        findings = _counted(seen)
        here = [one for one in seen if one.family in kind.families and _touches(one, broken)]
        score.seen += bool(here)
        here = _counted(here)
        where = f"{unit.source} {unit.id} {'article' if unit.article else 'paragraph'}"
        if not here:
            others = "; ".join(f"{one.rule} “{broken.text[one.start : one.end][:40]}”" for one in findings[:3])
            score.misses.append(f"{where}: {_shown(broken)}   {others and 'found: '}{others}")
            return
        score.found += 1
        score.more += len(findings) - 1
        if all(one.fix is None for one in here):
            return
        score.fixable += 1
        mended = self.mended(broken.text)
        if mended == unit.text:
            score.back += 1
        else:
            score.wrong.append(f"{where} ({', '.join(one.rule for one in here)}): {_difference(unit.text, mended)}")


def _counted(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity > Severity.INFO]


def _touches(finding: Finding, broken: Broken) -> bool:
    places = [finding.place, *finding.related]
    return any(place.start <= broken.end and place.end >= broken.start for place in places)


def _shown(broken: Broken, width: int = 50) -> str:
    text, start, end = broken
    shown = f"{text[max(0, start - width) : start]}«{text[start:end]}»{text[end : end + width]}"
    return repr(shown)[1:-1]


def _difference(wanted: str, got: str, width: int = 40) -> str:
    start = next((i for i, (a, b) in enumerate(zip(wanted, got, strict=False)) if a != b), min(len(wanted), len(got)))
    same = next(
        (i for i, (a, b) in enumerate(zip(wanted[start:][::-1], got[start:][::-1], strict=False)) if a != b),
        min(len(wanted), len(got)) - start,
    )
    low = max(0, start - width)
    was, now = wanted[low : len(wanted) - same + width], got[low : len(got) - same + width]
    return f"{was[: 3 * width]!r} became {now[: 3 * width]!r}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _row(name: str, score: Score) -> str:
    return (
        f"{name:32}{score.tried:6}{_share(score.found, score.tried):>8}{_share(score.seen, score.tried):>8}"
        f"{score.fixable:6}"
        f"{_share(score.back, score.fixable):>8}{score.more:6}"
    )


def _verdict(scores: dict[str, Score]) -> int:
    whole = Score()
    for score in scores.values():
        for name in ("tried", "found", "seen", "fixable", "back", "more"):
            setattr(whole, name, getattr(whole, name) + getattr(score, name))
    print(_row(f"all {len(scores)} kinds", whole))
    weak = [name for name, score in scores.items() if score.seen < EACH * score.tried]
    remarks = [name for name, score in scores.items() if score.found < EACH * score.tried and name not in weak]
    low = whole.found < FOUND * whole.tried or whole.back < BACK * whole.fixable
    if remarks:
        print(f"reported, but as a warning in fewer than {EACH:.0%}: {', '.join(remarks)}")
    if weak:
        print(f"reported in fewer than {EACH:.0%}: {', '.join(weak)}")
    return int(low or bool(weak))


if __name__ == "__main__":
    sys.exit(main())
