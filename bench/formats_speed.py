"""How fast Markdown and HTML are read and checked, against plain text in the same run, per core.

usage: python bench/formats_speed.py FOLDER [--rounds 5]

FOLDER holds .md and .html files. Plain text is the prose of the same files, read as text. Megabytes are those of the
files as they lie on disk; the least CPU time of all rounds counts.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from newslint.api import Checker
from newslint.config import Config
from newslint.formats import SUFFIXES, read
from newslint.source import Source


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    files: dict[str, list[bytes]] = {"markdown": [], "html": []}
    for path in sorted(asked.folder.rglob("*")):
        if SUFFIXES.get(path.suffix) in files:
            files[SUFFIXES[path.suffix]].append(path.read_bytes())
    checker = Checker(Config())
    print(f"{'':10} {'MB':>6} {'prose MB':>9} {'read MB/s':>10} {'check MB/s':>11} {'text MB/s':>10} {'ratio':>6}")
    for type, data in files.items():
        if not data:
            continue
        prose = [read(Source.from_bytes("a", raw), type).prose.encode() for raw in data]
        size, size_prose = (sum(map(len, some)) / 1e6 for some in (data, prose))
        best = [9e9, 9e9, 9e9]
        for _ in range(asked.rounds):  # the candidates take turns
            for i, work in enumerate(
                (_reading(data, type), _checking(checker, data, type), _checking(checker, prose, "text"))
            ):
                start = time.process_time()
                work()
                best[i] = min(best[i], time.process_time() - start)
        reading, checking, text = size / best[0], size / best[1], size_prose / best[2]
        print(
            f"{type:10} {size:6.1f} {size_prose:9.1f} {reading:10.1f} {checking:11.2f} {text:10.2f}"
            f" {checking / text:6.2f}"
        )


def _reading(data: list[bytes], type: str) -> Callable[[], None]:
    def work() -> None:
        for raw in data:
            read(Source.from_bytes("a", raw), type)

    return work


def _checking(checker: Checker, data: list[bytes], type: str) -> Callable[[], None]:
    def work() -> None:
        for raw in data:
            checker.check(Source.from_bytes("a", raw), type)

    return work


if __name__ == "__main__":
    main()
