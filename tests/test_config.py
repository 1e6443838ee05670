"""Configuration files: what is refused, with which words, and the line of every key."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newslint import config
from newslint.config import Config, NewslintError


def parsed(text: str, name: str = "newslint.toml") -> Config:
    return config.parse(text, Path(name))


def test_every_key_reaches_its_place() -> None:
    found = parsed(
        'select = ["space"]\nignore = ["tab"]\nextend-select = ["a-an"]\npreset = "dataset"\nquotes = "curly"\n'
        'locale = "en-GB"\nvocab = ["w.txt"]\nexclude = ["old/**"]\nrule-paths = ["house/"]\nbaseline = "b.json"\n'
        'root = true\n[rules.tab]\nseverity = "off"\n[per-file]\n"letters/**" = { ignore = ["quotes"] }\n'
        '[[allow]]\nrule = "tab"\ntext = "x"\n[languagetool]\nenabled = true\n'
    )
    assert (found.select, found.ignore, found.extend_select) == (["space"], ["tab"], ["a-an"])
    assert (found.preset, found.quotes, found.locale, found.baseline) == ("dataset", "curly", "en-GB", "b.json")
    assert (found.vocab, found.exclude, found.rule_paths, found.root) == (["w.txt"], ["old/**"], ["house/"], True)
    assert found.rules == {"tab": {"severity": "off"}}
    assert found.per_file == {"letters/**": {"ignore": ["quotes"]}}
    assert found.allow == [{"rule": "tab", "text": "x"}]
    assert found.languagetool == {"enabled": True}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\nselct = ["a"]', "newslint.toml:2: unknown key “selct”, did you mean “select”?"),
        ("zzz = 1", "newslint.toml:1: unknown key “zzz”; known are select, "),
        ('select = "space"', 'newslint.toml:1: “select” must be a list of strings; write select = ["space"]'),
        ("select = [1]", "newslint.toml:1: “select” must be a list of strings"),
        ("root = 1", "“root” must be true or false"),
        ('preset = "newsrom"', "cannot be “newsrom”: it is one of newsroom, dataset, did you mean “newsroom”?"),
        ("rules = 1", "“rules” must be a table"),
        ("[rules]\ntab = 1", "newslint.toml:2: “rules.tab” must be a table"),
        ('[per-file]\n"a/**" = { ignor = ["x"] }', "newslint.toml:2: unknown key “ignor” in [per-file.a/**], did you"),
        ('[[allow]]\nrule = "x"\n[[allow]]\nreason = "y"', "newslint.toml:3: an [[allow]] needs a path, a rule or"),
        ('[[allow]]\nrule = "x"\n[[allow]]\nruel = "y"', "newslint.toml:4: unknown key “ruel” in [allow.1], did you"),
        ("[languagetool]\nenabled = 1", "newslint.toml:2: “enabled” must be true or false"),
        ("[languagetool]\ntimeout = true", "“timeout” must be a whole number"),
        ("a = ", "newslint.toml:1: not valid TOML: invalid value"),
        ('x = 1\ny = "a', "newslint.toml:2: not valid TOML: "),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, message: str) -> None:
    with pytest.raises(NewslintError) as caught:
        parsed(text)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_lines_of_keys() -> None:
    found = parsed(
        'ignore = [\n  "tab",\n  "a-an",\n]\n[rules.tab]\nseverity = "off"\n[rules]\na-an.severity = "off"\n'
        '[rules."x"]\nallow = []\n[per-file]\n"a/**" = { ignore = ["q"] }\n[[allow]]\nrule = "a"\n'
        '[[allow]]\nrule = "b"\n'
    )
    assert found.where(("ignore",)) == 1
    assert found.where(("ignore",), "a-an") == 3
    assert found.where(("rules", "tab", "severity")) == 6
    assert found.where(("rules", "a-an", "severity")) == 8
    assert found.where(("rules", "x", "allow")) == 10
    assert found.where(("per-file", "a/**", "ignore"), "q") == 12
    assert found.where(("allow", 1, "rule")) == 16
    assert found.where(("nothing",)) == 1


def test_lines_in_pyproject() -> None:
    found = parsed('[project]\nignore = 1\n[tool.newslint]\nignore = ["tab"]\n', "pyproject.toml")
    assert found.ignore == ["tab"]
    assert found.where(("ignore",)) == 4
    assert str(found.error(("ignore",), "no")) == "pyproject.toml:4: no"


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "newslint.toml").touch()
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n")
    assert config.find(deep) == str(tmp_path / "newslint.toml")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.newslint]\n")
    assert config.find(deep / "article.txt") == str(tmp_path / "a" / "pyproject.toml")
    (tmp_path / "a" / "newslint.toml").touch()
    assert config.find(deep) == str(tmp_path / "a" / "newslint.toml")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("[tool.newslint]\n", True),
        ("[tool.newslint.rules.tab]\nseverity = 'off'\n", True),
        ('[tool."newslint"]\n', True),
        ("[tool.newslinter]\n", False),
        ("# [tool.newslint]\n", False),
        ('dependencies = ["newslint"]\n', False),
    ],
)
def test_which_pyproject_counts(tmp_path: Path, text: str, counts: bool) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    assert (config.in_folder(str(tmp_path)) is not None) == counts


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(NewslintError, match="cannot read the configuration"):
        config.load(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_bytes(b"a = 1\nb = '\xff'\n")
    with pytest.raises(NewslintError, match=r"bad\.toml:2: not UTF-8"):
        config.load(tmp_path / "bad.toml")
    (tmp_path / "bom.toml").write_bytes(b"\xef\xbb\xbfroot = true\n")
    assert config.load(tmp_path / "bom.toml").root


def test_suggestions_are_near_or_nothing() -> None:
    assert config.nearest("spce", ["space", "words"]) == ", did you mean “space”?"
    assert config.nearest("qqqq", ["space", "words"]) == ""


GOOD = """
select = ["all"]
ignore = ["boilerplate"]
quotes = "curly"
[rules.repeated-word]
allow = ["knock knock"]
severity = "info"
[per-file]
"letters/**" = { ignore = ["quotes"] }
[[allow]]
path = "a.txt"
reason = "so"
[languagetool]
server = "http://127.0.0.1:8081"
"""


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        (GOOD, True),
        ("selct = []", False),
        ('preset = "x"', False),
        ("[rules.repeated-word]\nseverity = 'loud'", False),
        ("[rules.repeated-word]\nalow = []", False),
        ("[languagetool]\nserv = 'x'", False),
        ("[rules.my-own]\nanything = 1", True),
    ],
)
def test_the_schema_for_editors_agrees(text: str, valid: bool) -> None:
    from newslint.registry import bundled
    from newslint.schema import schema

    made: dict[str, Any] = schema(bundled())
    jsonschema.Draft7Validator.check_schema(made)
    assert jsonschema.Draft7Validator(made).is_valid(tomllib.loads(text)) == valid
