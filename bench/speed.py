"""How fast newslint is, as ratios against something measured in the same run.

usage: python bench/speed.py FOLDER [--articles 2000] [--rounds 5] [--per-rule]

FOLDER holds NAME.jsonl files with {"id", "text"} on each line. Every candidate gets the same articles, the candidates
take turns, and the least CPU time of all rounds counts. `typos` and `codespell` take part when they are installed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from newslint.api import Checker
from newslint.config import Config
from newslint.document import Document
from newslint.engine import Engine
from newslint.settings import Overrides
from newslint.source import Source

BIN = Path(sys.executable).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--per-rule", action="store_true", help="name the rules that take most time")
    parser.add_argument("--plain", action="store_true", help="measure without the scout only")
    asked = parser.parse_args()
    texts = sample(asked.folder, asked.articles)
    size = sum(len(text.encode("utf-8", "replace")) for text in texts)
    print(f"{len(texts)} articles, {size / 1e6:.1f} MB")
    if asked.per_rule:
        per_rule(texts, size, asked.rounds)
        return
    if asked.plain:
        seconds = least({"plain": in_process(texts, plain=True)}, asked.rounds)["plain"]
        print(f"without google-re2, in process: {size / 1e6 / seconds:.2f} MB/s")
        return
    with tempfile.TemporaryDirectory() as folder:
        for i, text in enumerate(texts):
            (Path(folder) / f"{i:05}.txt").write_bytes(text.encode("utf-8", "replace"))
        compare(texts, folder, size, asked.rounds)
    start_up(asked.rounds * 2)


def sample(folder: Path, count: int) -> list[str]:
    """Articles drawn at random, the same at each run."""
    texts = [
        json.loads(line)["text"] for path in sorted(folder.glob("*.jsonl")) for line in path.open(encoding="utf-8")
    ]
    return random.Random(1).sample(texts, min(count, len(texts)))


def compare(texts: list[str], folder: str, size: int, rounds: int) -> None:
    candidates: dict[str, Callable[[], float]] = {
        "newslint, in process, articles one by one": in_process(texts),
        "newslint, in process, without google-re2": in_process(texts, plain=True),
        "newslint check, one process": command(
            [
                str(BIN / "newslint"),
                "check",
                folder,
                "--isolated",
                "--no-cache",
                "--jobs",
                "1",
                "--output-format",
                "concise",
            ]
        ),
        "str.split": splitting(texts),
    }
    typos = shutil.which("typos") or str(BIN / "typos")
    if Path(typos).exists():
        candidates["typos, one thread"] = command([typos, "--threads", "1", "--isolated", "--format", "brief", folder])
    codespell = shutil.which("codespell") or str(BIN / "codespell")
    if Path(codespell).exists():
        candidates["codespell"] = command([codespell, folder])
    seconds = least(candidates, rounds)
    base = seconds.get("typos, one thread")
    for name, took in seconds.items():
        ratio = f"{base / took:6.2f} × typos" if base else ""
        print(f"{name:45} {size / 1e6 / took:8.2f} MB/s {ratio}")


def in_process(texts: list[str], *, plain: bool = False) -> Callable[[], float]:
    checker = Checker(Config(), Overrides(), plain=plain)

    def run() -> float:
        start = time.process_time()
        for text in texts:
            checker.check(Source("a.txt", text, on_disk=True))
        return time.process_time() - start

    return run


def splitting(texts: list[str]) -> Callable[[], float]:
    def run() -> float:
        start = time.process_time()
        for text in texts:
            text.split()
        return time.process_time() - start

    return run


def command(words: list[str]) -> Callable[[], float]:
    def run() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return run


def least(candidates: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Least seconds of each candidate; they take turns, so that a busy moment hits all of them."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, run in candidates.items():
            best[name] = min(best.get(name, float("inf")), run())
    return best


def per_rule(texts: list[str], size: int, rounds: int) -> None:
    """Milliseconds per MB of each rule alone, dearest first; the first line is the cost of no rule at all."""
    settings = Checker().settings
    candidates: dict[str, Callable[[], float]] = {"(no rule)": engine_alone((), texts)}
    for active in settings.rules_for():
        candidates[active.rule.name] = engine_alone((active,), texts)
    seconds = least(candidates, rounds)
    floor = seconds.pop("(no rule)")
    print(f"{'(no rule)':32} {floor / size * 1e9:8.2f} ms per MB")
    for name, took in sorted(seconds.items(), key=lambda pair: -pair[1]):
        print(f"{name:32} {(took - floor) / size * 1e9:8.2f} ms per MB")


def engine_alone(active: tuple[object, ...], texts: list[str]) -> Callable[[], float]:
    engine = Engine(active, "text")  # type: ignore[arg-type]

    def run() -> float:
        start = time.process_time()
        for text in texts:
            engine.check(Document.of_text(Source("a.txt", text, on_disk=True)))
        return time.process_time() - start

    return run


def start_up(rounds: int) -> None:
    """One article of 5 kB, start-up included, against importing click and regex."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "one.txt"
        article.write_text("The council voted on the plan for the harbour on Tuesday, the mayor said. " * 66 + "\n")
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}

        def wall(words: list[str]) -> Callable[[], float]:
            def run() -> float:
                start = time.perf_counter()
                subprocess.run(
                    words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=False
                )
                return time.perf_counter() - start

            return run

        seconds = least(
            {
                "imports": wall([sys.executable, "-c", "import click, regex"]),
                "check": wall([str(BIN / "newslint"), "check", str(article), "--no-cache"]),
            },
            rounds,
        )
    imports, check = seconds["imports"] * 1000, seconds["check"] * 1000
    bound = imports * 1.5 + 40
    print(f"one 5 kB article: {check:.0f} ms; import click, regex: {imports:.0f} ms; 1.5 × that + 40 = {bound:.0f} ms")


if __name__ == "__main__":
    main()
