"""`newslint check` with what earlier runs left: baselines, revisions, the result cache; and with worker processes."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from cli_support import BAD, GOOD, Runner, in_folder  # noqa: F401 - a fixture


def test_baseline_leaves_out_what_was_there(newslint: Runner) -> None:
    newslint.house()
    newslint.write("a.txt", BAD)
    ran = newslint("baseline")
    assert ran.status == 0
    assert "1 finding in newslint-baseline.json" in ran.err
    assert newslint("check", "--baseline", "newslint-baseline.json").status == 0
    newslint.write("a.txt", "A new first line.\n" + BAD + "And alot more.\n")
    ran = newslint("check", "--baseline", "newslint-baseline.json", "--output-format", "concise")
    assert ran.status == 1
    assert [line.split(": ")[0] for line in ran.out.splitlines()[:-1]] == ["a.txt:3:5"]
    newslint.house('baseline = "newslint-baseline.json"\n')
    assert "Found 1 finding" in newslint("check").out


def test_a_baseline_names_files_that_are_not_utf8(newslint: Runner) -> None:
    newslint.house()
    name = os.fsdecode(b"caf\xe9.txt")
    newslint.write(name, BAD)
    assert newslint("baseline").status == 0
    assert (newslint.folder / "newslint-baseline.json").read_text("utf-8")
    assert newslint("check", "--baseline", "newslint-baseline.json").status == 0


def test_changed_since(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    newslint.house()
    newslint.write("a.txt", BAD + BAD)
    newslint.write("r.jsonl", b'{"text": "alot"}\n' * 2)
    who = ["-c", "user.name=a", "-c", "user.email=a@b"]
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", *arguments], check=True)
    assert newslint("check", "--changed-since", "HEAD").status == 0
    newslint.write("a.txt", BAD + "Now " + BAD)
    newslint.write("b.txt", BAD)
    newslint.write("r.jsonl", b'{"text": "alot"}\n{"text": "alot more"}\n')
    found = json.loads(newslint("check", "--changed-since", "HEAD", "--output-format", "json").out)
    assert [(one["path"], one["row"], one["line"]) for one in found] == [
        ("a.txt", None, 2), ("b.txt", None, 1), ("r.jsonl", 1, 1),
    ]  # fmt: skip
    assert "git knows no revision" in newslint("check", "--changed-since", "nope").err


def test_the_cache_changes_nothing(newslint: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    newslint.house()
    newslint.write("a.txt", BAD)
    newslint.write("b.txt", GOOD)
    first = newslint("check")
    assert (tmp_path / "cache" / "results").is_dir()
    assert newslint("check") == first
    assert newslint("check", "--no-cache") == first
    newslint.write("a.txt", GOOD)
    newslint.write("b.txt", BAD)
    assert "b.txt:1:8" in newslint("check").out
    newslint.write("house/alot.yaml", (newslint.folder / "house/alot.yaml").read_text().replace("is two", "are two"))
    assert "are two words" in newslint("check").out
    newslint.house("[rules.alot]\nseverity = 'info'\n")
    assert newslint("check").status == 0


def test_the_cache_is_not_used_for_what_it_cannot_know(
    newslint: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    newslint.house()
    newslint.write("a.txt", b"alot \0")
    assert newslint("check").status == 2
    assert newslint("check").status == 2
    newslint.write("a.txt", BAD)
    assert newslint("check", "a.txt").status == 1
    assert newslint("check", "a.txt", "--type", "jsonl").status == 2


def test_workers_find_the_same(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    newslint.house()
    for i in range(150):
        newslint.write(f"d/{i:03}.txt", BAD * (i % 3))
    newslint.write("r.jsonl", b'{"title": "alot", "text": "a"}\nx\n' * 100)
    one = newslint("check", "--no-cache", "--jobs", "1", "--output-format", "json")
    monkeypatch.setattr("newslint.run.pool.FORK_FROM", 0)
    monkeypatch.setattr("newslint.run.pool.SPAWN_FROM", 0)
    monkeypatch.setattr("newslint.run.batches._MOST_BYTES", 500)
    two = newslint("check", "--no-cache", "--jobs", "2", "--output-format", "json")
    assert len(json.loads(one.out)) == 250
    assert two == one
    full = newslint("check", "--no-cache", "--jobs", "2", "d")
    assert "1 | He had alot." in full.out


def test_a_baseline_stays_when_the_new_one_cannot_be_written(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    newslint.house()
    newslint.write("a.txt", BAD)
    newslint("baseline")
    before = (newslint.folder / "newslint-baseline.json").read_bytes()

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    newslint.write("a.txt", BAD * 2)
    monkeypatch.setattr("os.replace", full)
    ran = newslint("baseline")
    assert (ran.status, ran.err) == (
        2, "newslint: newslint-baseline.json: cannot be written: No space left on device\n",
    )  # fmt: skip
    assert (newslint.folder / "newslint-baseline.json").read_bytes() == before
    assert sorted(path.name for path in newslint.folder.iterdir() if path.is_file()) == [
        "a.txt", "newslint-baseline.json", "newslint.toml",
    ]  # fmt: skip
