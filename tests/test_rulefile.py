"""Rule files: strict, and every error names its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import rulefile
from newslint.model import NewslintError, Safety, Severity
from newslint.registry import bundled, with_folders
from newslint.rulefile import load

GOOD = """\
name: no-one
family: words
severity: error
fix: unsafe
message: "“{word}” is two words"
kind: swap
swap:
  noone: no one
  no: on
cases:
  rare: {severity: info, fix: none}
options:
  allow: {type: words, default: [Noone, off, 1.10], help: Names.}
why: A word that is none.
examples:
  bad:
    - {text: "[[Noone]] came.", fixed: No one came.}
  good: [He came.]
"""


def write(folder: Path, text: str, name: str = "no-one") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_rule_is_read_whole(tmp_path: Path) -> None:
    rule = load(write(tmp_path, GOOD))
    assert (rule.severity, rule.fix, rule.kind) == (Severity.ERROR, Safety.UNSAFE, "swap")
    assert rule.swap == {"noone": "no one", "no": "on"}  # not {…, False: True}, as YAML 1.1 has it
    assert rule.options["allow"].default == frozenset({"noone", "off", "1.10"})
    assert rule.severity_of("rare") is Severity.INFO
    assert rule.safety_of("other") is Safety.UNSAFE
    assert rule.bad[0].spans == [(0, 5)]
    assert rule.bad[0].text == "Noone came.\n"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("severity: error", "severty: error", 3, "unknown key “severty”, did you mean “severity”"),
        ("severity: error", "severity: eror", 3, "did you mean “error”"),
        ("kind: swap", "kind: swop", 6, "name a kind"),
        ("name: no-one", "name: No_One", 1, "kebab-case"),
        ("name: no-one", "name: other", 1, "its file"),
        ("fix: unsafe", "fix: unsafe\nfix: safe", 5, "given twice"),
        ("type: words", "type: word", 13, "expected words, int"),
        ("why: A word that is none.\n", "", 1, "“why” is missing"),
        ('"[[Noone]] came."', '"Noone came."', 17, "marks what is wrong"),
        ("name: no-one", "name: [", 2, ""),
    ],
)
def test_errors_name_their_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    path = write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(NewslintError) as error:
        load(path)
    assert words in str(error.value)
    assert f"{path}:" in str(error.value)
    if words:
        assert f":{line}: " in str(error.value)


def test_pattern_that_is_none(tmp_path: Path) -> None:
    text = GOOD.replace("kind: swap", "kind: pattern\npattern: '(a'")
    with pytest.raises(NewslintError, match="this is no pattern"):
        load(write(tmp_path, text))


def test_house_rules_run_beside_the_catalogue(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    registry = with_folders(bundled(), [tmp_path])
    assert "no-one" in registry.rules
    assert registry.rules["no-one"].weak[0].pattern


def test_house_rules_name_no_python(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("kind: swap", "check: os.system"))
    with pytest.raises(NewslintError, match="may not name Python"):
        with_folders(bundled(), [tmp_path])


def test_house_rule_with_a_taken_name(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("name: no-one", "name: repeated-word"), "repeated-word")
    with pytest.raises(NewslintError, match="exists already"):
        with_folders(bundled(), [tmp_path])


def test_every_key_is_explained_to_who_writes_a_rule() -> None:
    page = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text("utf-8")
    assert [key for key in sorted(rulefile._KEYS) if f"`{key}`" not in page and f"`{key}: " not in page] == []
