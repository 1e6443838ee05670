"""Asks LanguageTool about real articles beside newslint: what it finds, for reading, and how long it takes.

usage: python bench/languagetool.py FOLDER SERVER [--articles 100] [--seed 1] [--without FOLDER …] [--select NAMES]
                                    [--sample 100] [--tsv] [--cold]

FOLDER holds NAME.jsonl files with {"id", "text"} on each line; --articles of each are asked about, those whose ids
are in a folder of --without left out. SERVER is the address of a running LanguageTool. Answers are kept in newslint's
cache folder as ever; --cold asks anew. `--select languagetool/STYLE` shows what the default leaves out. `--tsv` prints
rows for bench/read/languagetool.tsv (source, id, offset, rule, verdict) with an empty verdict.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import time
from pathlib import Path

from newslint.api import Checker
from newslint.config import Config
from newslint.languagetool import Tool, find
from newslint.model import Finding
from newslint.settings import Overrides
from newslint.source import Source


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("server")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", type=Path, nargs="*", default=())
    parser.add_argument("--select", default="languagetool")
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--context", type=int, default=60)
    parser.add_argument("--tsv", action="store_true")
    parser.add_argument("--cold", action="store_true")
    asked = parser.parse_args()
    articles = _articles(asked.folder, asked.articles, asked.seed, asked.without)
    checker = Checker(Config(), Overrides(extend_select=tuple(asked.select.split(","))))
    took = {"newslint": _seconds(checker, articles)[0]}
    checker.tool = Tool(checker.settings, find({"server": asked.server, "timeout": 300}), keep=not asked.cold)
    took["with LanguageTool"], hits = _seconds(checker, articles)
    counts = collections.Counter(finding.rule for *_, finding in hits)
    for rule, count in counts.most_common():
        print(f"# {rule}: {count}")
    size = sum(len(text.encode()) for *_, text in articles) / 1000
    for name, seconds in took.items():
        print(f"# {name}: {len(articles)} articles, {size:.0f} kB, {seconds:.1f} s, {size / seconds:.1f} kB/s")
    random.Random(asked.seed).shuffle(hits)
    for source, name, text, finding in hits[: asked.sample]:
        rule = finding.rule.removeprefix("languagetool/")
        if asked.tsv:
            print(source, name, finding.start, rule, "", sep="\t")
        else:
            print(f"{rule} {source} {_shown(text, finding, asked.context)}")


def _articles(folder: Path, most: int, seed: int, without: list[Path]) -> list[tuple[str, str, str]]:
    """Source, id and text of up to `most` articles of each source, the same ones for the same seed."""
    out = []
    for path in sorted(folder.glob("*.jsonl")):
        left_out = {name for other in without for name, _ in _rows(other / path.name)}
        rows = [row for row in _rows(path) if row[0] not in left_out]
        out += [(path.stem, *row) for row in random.Random(seed).sample(rows, min(most, len(rows)))]
    return out


def _rows(path: Path) -> list[tuple[str, str]]:
    if not path.exists():
        return []
    rows = map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1])
    return [(row["id"], row["text"]) for row in rows]


def _seconds(
    checker: Checker, articles: list[tuple[str, str, str]]
) -> tuple[float, list[tuple[str, str, str, Finding]]]:
    """How long it takes, and what LanguageTool finds."""
    begin, hits = time.perf_counter(), []
    for source, name, text in articles:
        checked = checker.check(Source(source, text))
        for problem in (one for one in checked.problems if one.status):
            raise SystemExit(problem.message)
        hits += [(source, name, text, one) for one in checked.findings if one.family == "languagetool"]
    return time.perf_counter() - begin, hits


def _shown(text: str, finding: Finding, context: int) -> str:
    before, after = text[max(finding.start - context, 0) : finding.start], text[finding.end : finding.end + context]
    fixes = [finding.fix] if finding.fix else list(finding.alternatives)
    new = [fix.edits[0].text for fix in fixes[:2]]
    return f"{before}[[{text[finding.start : finding.end]}]]{after} -> {new}".replace("\n", "⏎").replace("\r", "")


if __name__ == "__main__":
    main()
