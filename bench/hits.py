"""Shows what rules find in real articles, for reading: counts per source and a random sample with its surroundings.

usage: python bench/hits.py RULE[,RULE…] FOLDER [--sample 40] [--seed 1] [--preset dataset] [--case CASE]
                            [--source NAME] [--severity warning] [--tsv] [--context 70] [--wild]

FOLDER holds NAME.jsonl files with {"id", "text"} on each line, or folders of Markdown and HTML files, each of which is
a source whose ids are paths (bench/read/markup). All rules run, so that what yields to another rule is not shown; only
the named ones are listed. `--tsv` prints rows for bench/read/RULE.tsv (source, id, offset, verdict) with an empty
verdict. `--wild` runs the named rules alone (quicker; yields-to does not act).
"""

from __future__ import annotations

import argparse
import collections
import json
import random
from collections.abc import Iterator
from pathlib import Path

from newslint.api import Checker
from newslint.config import Config
from newslint.formats import SUFFIXES
from newslint.model import Finding, Severity
from newslint.settings import Overrides
from newslint.source import Source


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rules")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--preset", default="dataset")
    parser.add_argument("--source")
    parser.add_argument("--message", help="only findings whose message contains this")
    parser.add_argument("--severity", default="warning")
    parser.add_argument("--context", type=int, default=70)
    parser.add_argument("--tsv", action="store_true")
    parser.add_argument("--wild", action="store_true")
    asked = parser.parse_args()
    names = set(asked.rules.split(","))
    select = tuple(names) if asked.wild else None
    checker = Checker(Config(), Overrides(select=select, preset=asked.preset))
    least = Severity[asked.severity.upper()]
    hits: list[tuple[str, str, str, Finding]] = []
    counts: collections.Counter[tuple[str, str]] = collections.Counter()
    articles: collections.Counter[str] = collections.Counter()
    for name, id, source, type in articles_in(asked.folder):
        if asked.source and name != asked.source:
            continue
        articles[name] += 1
        for finding in checker.check(source, type).findings:
            if finding.rule in names and finding.severity >= least:
                if asked.message and asked.message not in finding.message:
                    continue
                counts[finding.rule, name] += 1
                hits.append((name, id, source.text, finding))
    for (rule, source), count in sorted(counts.items()):
        print(f"# {rule} {source}: {count} in {articles[source]} articles")
    print(f"# {len(hits)} in all")
    sample = random.Random(asked.seed).sample(hits, min(asked.sample, len(hits)))
    for source, id, text, finding in sample:
        if asked.tsv:
            print(source, id, finding.start, "", sep="\t")
        else:
            print(f"\n{source} {id} {finding.start} {finding.severity.label} {finding.rule}: {finding.message}")
            print("   " + shown(text, finding, asked.context))


def articles_in(folder: Path) -> Iterator[tuple[str, str, Source, str]]:
    """The name of its source, id, text and format of each article."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            yield path.stem, row["id"], Source(path.stem, row["text"]), "text"
    for path in sorted(folder.glob("*/**/*")):
        type = SUFFIXES.get(path.suffix)
        if type in ("markdown", "html"):
            name, _, id = path.relative_to(folder).as_posix().partition("/")
            yield name, id, Source.from_bytes(str(path), path.read_bytes()), type


def shown(text: str, finding: Finding, width: int) -> str:
    """The finding with its surroundings on one line, and what its fix or alternatives would write."""
    start, end = finding.start, finding.end
    before, after = text[max(0, start - width) : start], text[end : end + width]
    line = f"{before}«{text[start:end][:200]}»{after}".replace("\n", "⏎").replace("\r", "␍")
    for kind, fixes in (("fix", [finding.fix] if finding.fix else []), ("or", finding.alternatives)):
        for fix in fixes:
            edits = ", ".join(f"{text[e.start : e.end][:60]!r}→{e.text[:60]!r}" for e in fix.edits[:3])
            line += f"\n      {kind} ({fix.safety.label}): {edits}"
    return line


if __name__ == "__main__":
    main()
