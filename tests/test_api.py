"""newslint from Python."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

import newslint
from newslint.api import Checker
from newslint.source import Source


def test_check_text_gives_exact_places() -> None:
    (finding,) = newslint.check_text("Rain fell.\n\nHe lost the the vote 😀.\n")
    assert (finding.rule, finding.family, finding.severity) == ("repeated-word", "words", "error")
    assert (finding.start, finding.end) == (20, 27)
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (3, 9, 3, 16)
    assert len(finding.fingerprint) == 16


def test_fix_text_mends_what_is_safe() -> None:
    fixed = newslint.fix_text("He lost the the vote ,she said.\n")
    assert fixed.text == "He lost the vote, she said.\n"
    assert fixed.findings == []
    assert sum(fixed.mended.values()) == 2


def test_configuration_from_python() -> None:
    config = newslint.Config(ignore=["repeated-word"])
    assert newslint.check_text("He lost the the vote.\n", config=config) == []
    with pytest.raises(newslint.NewslintError, match="did you mean “repeated-word”"):
        newslint.check_text("x", config=newslint.Config(ignore=["repeated-wrd"]))


@pytest.mark.parametrize(
    ("type", "message"), [("docx", "no type “docx”: it is one of text, "), ("jsonl", "row by row")]
)
def test_types_that_are_no_document(type: str, message: str) -> None:
    with pytest.raises(newslint.NewslintError, match=message):
        newslint.check_text("x", type=type)


def test_allow_lists_and_severities() -> None:
    config = newslint.Config(rules={"repeated-word": {"allow": ["the the"]}})
    assert newslint.check_text("He saw The The play the the song.\n", config=config) == []
    config = newslint.Config(rules={"repeated-word": {"severity": "info"}})
    assert [f.severity for f in newslint.check_text("He lost the the vote.\n", config=config)] == ["info"]


def test_checker_pickles_as_its_configuration() -> None:
    checker = pickle.loads(pickle.dumps(Checker(newslint.Config(ignore=["space"]))))
    assert checker.check(Source("a.txt", "One  two.\n")).findings == []


def test_fingerprints_survive_edits_elsewhere_and_are_unique() -> None:
    one = "Rain fell.\n\nHe lost the the vote.\n\nHe lost the the vote again.\n"
    before = [f.fingerprint for f in newslint.check_text(one) if f.rule == "repeated-word"]
    after = [f.fingerprint for f in newslint.check_text("A new start.\n\n" + one) if f.rule == "repeated-word"]
    assert before == after
    assert len(set(before)) == 2
    twice = [
        f.fingerprint for f in newslint.check_text("It is a a day.\nIt is a a day.\n") if f.rule == "repeated-word"
    ]
    assert len(set(twice)) == 2


def test_importing_newslint_imports_nothing_slow() -> None:
    code = (
        "import sys, newslint.cli, newslint.api;"
        "slow = {'yaml', 'regex', 'ftfy', 'pyromark', 'turbohtml', 'pathspec', 'numpy', 'language_tool_python',"
        " 'concurrent.futures', 'importlib.metadata', 'multiprocessing'};"
        "print(sorted(slow & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
