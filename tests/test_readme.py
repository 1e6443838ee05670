"""README says what is true: its run, its rule, its Python."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.examples import check_rule
from newslint.registry import bundled
from newslint.rulefile import load

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NEWSLINT = [sys.executable, "-m", "newslint"]


def block(after: str, language: str) -> str:
    found = re.search(rf"{re.escape(after)}.*?```{language}\n(.*?)```", README, re.DOTALL)
    assert found, f"no {language} block after {after}"
    return found[1]


def test_the_run_prints_what_readme_shows() -> None:
    command = block("<!-- run -->", "sh").strip().rpartition(".venv/bin/newslint ")[2].split()
    environment = {**os.environ, "COLUMNS": "90", "NO_COLOR": "1"}
    done = subprocess.run([*NEWSLINT, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == block("<!-- output -->", "text").strip()
    assert done.stderr == ""


def test_the_commands_are_one_line_each() -> None:
    for mark in ("<!-- run -->", "<!-- test -->"):
        assert block(mark, "sh").count("\n") == 1


def test_the_example_rule_passes_its_examples(tmp_path: Path) -> None:
    path = tmp_path / "very-unique.yaml"
    path.write_text(block("## Adding a rule", "yaml"), encoding="utf-8")
    assert check_rule(bundled(), load(path)) == []


def test_the_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(block("### From Python", "python"), {})
    out = capsys.readouterr().out
    assert "repeated-word" in out
    assert "He lost the vote." in out


def test_the_configuration_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text(block("### In a repository", "toml"), encoding="utf-8")
    (tmp_path / "house-words.txt").write_text("Talvania\n", encoding="utf-8")
    (tmp_path / "house-rules").mkdir()
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text('Knock knock, she said “yes".\n', encoding="utf-8")
    done = subprocess.run([*NEWSLINT, "check"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_newslint_finds_nothing_in_its_own_pages() -> None:
    pages = [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "corpus/README.md",
        "docs/formats.md",
        "docs/configuration.md",
    ]
    done = subprocess.run(
        [*NEWSLINT, "check", *pages, "--isolated"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
