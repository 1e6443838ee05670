"""Runs the command line inside the test process, as a user would see it."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from newslint.cli import main

# A catalogue of two that no change of the bundled rules touches.
HOUSE_RULES = {
    "alot.yaml": """\
name: alot
family: house
severity: error
fix: safe
message: "“{text}” is two words"
kind: pattern
pattern: '\\balot\\b'
replace: 'a lot'
why: It is two words.
""",
    "utilise.yaml": """\
name: utilise
family: house
severity: info
fix: unsafe
message: "write use"
kind: pattern
pattern: '\\butilise\\b'
replace: 'use'
why: Use is shorter.
""",
}
BAD, GOOD = "He had alot.\n", "He had a lot.\n"  # what the first of them finds, and makes of it
HOUSE_CONFIG = 'select = ["house"]\nrule-paths = ["house"]\n'


class Ran(NamedTuple):
    """What a command line left behind."""

    status: int
    out: str
    err: str
    raw: bytes


class Runner:
    """A folder to work in and a way to run newslint there."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._patch = monkeypatch

    def write(self, name: str, text: str | bytes) -> Path:
        """A file below the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def house(self, config: str = "") -> None:
        """The house rules, and a configuration that runs nothing else."""
        for name, text in HOUSE_RULES.items():
            self.write(f"house/{name}", text)
        self.write("newslint.toml", HOUSE_CONFIG + config)

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Ran:
        streams = [io.TextIOWrapper(io.BytesIO(data), encoding="utf-8") for data in (stdin, b"", b"")]
        with self._patch.context() as patch:
            for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
                patch.setattr(sys, name, stream)
            status = main(list(arguments))
            streams[1].flush()
            streams[2].flush()
        raw, err = (stream.buffer.getvalue() for stream in streams[1:])  # type: ignore[attr-defined]
        return Ran(status, raw.decode("utf-8", "surrogateescape"), err.decode(), raw)


@pytest.fixture(name="newslint")
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """A Runner in an empty folder, with a result cache of its own and no colours from outside."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS", "NEWSLINT_OUTPUT_FORMAT", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return Runner(folder, monkeypatch)
