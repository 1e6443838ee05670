"""The commands about rules and configuration: rules, explain, config, init, new-rule, test-rules, completion."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from types import ModuleType

import pytest
from cli_support import Runner, in_folder  # noqa: F401 - a fixture

from newslint import rulefile
from newslint.cli.templates import CHECK_MODULE, TEMPLATES
from newslint.examples import run_examples
from newslint.places import rules_folder
from newslint.registry import Registry
from newslint.rule import KINDS


def test_version_and_help(newslint: Runner) -> None:
    from newslint import __version__

    assert newslint("--version").out == f"newslint {__version__}\n"
    assert "Commands:" in newslint("--help").out
    assert newslint().status == 2
    for command in ("check", "fix", "rules", "explain", "config", "init", "baseline", "new-rule", "test-rules"):
        ran = newslint(command, "--help")
        assert (ran.status, ran.err) == (0, ""), command


def test_the_contract_of_options(newslint: Runner) -> None:
    for command in ("check", "fix"):
        text = newslint(command, "--help").out
        for option in (
            "select", "ignore", "extend-select", "preset", "config", "isolated", "type", "stdin-filename", "field",
            "output-format", "output-file", "exit-zero", "fail-on", "baseline", "changed-since", "languagetool", "jobs",
            "no-cache", "statistics", "quiet", "color",
        ):  # fmt: skip
            assert f"--{option}" in text, (command, option)
    assert "--unsafe" in text
    assert "--diff" in text


def test_rules(newslint: Runner) -> None:
    newslint.house()
    text = newslint("rules").out
    assert "* alot" in text
    assert "  tab " in text
    assert "2 of " in text
    found = {one["name"]: one for one in json.loads(newslint("rules", "--format", "json").out)}
    assert found["alot"]["fix"] == "safe"
    assert (found["utilise"]["severity"], found["utilise"]["preset"], found["utilise"]["family"]) == (
        "info", "newsroom", "house",
    )  # fmt: skip
    assert (found["alot"]["active"], found["tab"]["active"]) == (True, False)
    found = {one["name"]: one for one in json.loads(newslint("rules", "--format", "json", "--isolated").out)}
    assert "alot" not in found
    assert found["tab"]["active"]


def test_explain_every_rule(newslint: Runner) -> None:
    names = [one["name"] for one in json.loads(newslint("rules", "--format", "json").out)]
    for name in names:
        ran = newslint("explain", name)
        assert ran.status == 0
        assert ran.out.startswith(f"{name}  ")
        assert "Wrong\n" in ran.out, name
        assert f"docs/rules/{name}.md" in ran.out
    newslint.house()
    assert "It is two words." in newslint("explain", "alot").out
    assert "The mayor[[<TAB>]]went home.\n" in newslint("explain", "tab").out, "what is wrong can be seen"


def test_config_says_where_values_come_from(newslint: Runner) -> None:
    newslint.house('[rules.alot]\nseverity = "info"\n[[allow]]\nrule = "alot"\ntext = "x"\n')
    lines = newslint("config", "x/a.txt", "--preset", "dataset").out.splitlines()
    spaced = [" ".join(line.split()) for line in lines]
    assert 'select = ["house"] # newslint.toml:1' in spaced
    assert 'rules.alot.severity = "info" # newslint.toml:4' in spaced
    assert 'allow.0.text = "x" # newslint.toml:7' in spaced
    assert 'preset = "dataset" # command line, --preset' in spaced
    assert 'quotes = "consistent" # default' in spaced
    assert lines[-1] == "# 2 rules run: alot, utilise"
    found = json.loads(newslint("config", "a.txt", "--format", "json", "--select", "tab").out)
    assert found["values"]["select"] == {"value": ["tab"], "from": "command line, --select"}
    assert found["rules"] == ["tab"]
    assert found["config"].endswith("newslint.toml")


def test_config_says_when_a_file_is_excluded(newslint: Runner) -> None:
    newslint.house('exclude = ["old/"]\n')
    assert "excluded" in newslint("config", "old/a.txt").out
    assert "no configuration file" in newslint("config", "old/a.txt", "--isolated").out


def test_config_schema(newslint: Runner) -> None:
    made = json.loads(newslint("config", "--schema").out)
    assert made["properties"]["preset"]["enum"] == ["newsroom", "dataset"]


def test_init_looks_at_the_articles(newslint: Runner) -> None:
    for i in range(10):
        newslint.write(f"{i}.txt", "“The colour of the harbour,” he said. “The labour favoured the centre.”\n")
    newslint.write("old/x.txt", '"The color of money," he said.\n')
    ran = newslint("init")
    assert ran.status == 0
    assert "wrote newslint.toml (for 11 text)" in ran.out
    text = (newslint.folder / "newslint.toml").read_text()
    found = tomllib.loads(text)
    assert found == {"preset": "newsroom", "quotes": "curly", "locale": "en-GB"}
    assert text.startswith("#:schema https://")
    assert newslint("check").status in (0, 1)
    assert newslint("init").status == 2
    assert (newslint.folder / "newslint.toml").read_text() == text


def test_init_in_an_empty_folder(newslint: Runner) -> None:
    assert "no articles found yet" in newslint("init").out
    found = tomllib.loads((newslint.folder / "newslint.toml").read_text())
    assert found == {"preset": "newsroom"}


def test_what_init_offers_works_once_it_is_no_comment(newslint: Runner) -> None:
    newslint("init")
    newslint("new-rule", "my-rule")
    newslint("baseline")
    newslint.write("house-words.txt", "Ashby\n")
    path = newslint.folder / "newslint.toml"
    path.write_text(re.sub(r"(?m)^# (?=\[|[\w\"*/-]+ +=)", "", path.read_text()))
    found = tomllib.loads(path.read_text())
    assert len(found) == 11
    assert newslint("check").err == "newslint: no articles found in this folder\n"


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_rule_passes_its_own_tests(newslint: Runner, kind: str) -> None:
    newslint.write("newslint.toml", 'rule-paths = ["ours/"]\n')
    ran = newslint("new-rule", "my-rule", "--kind", kind)
    assert (ran.status, ran.err) == (0, "")
    assert "wrote ours/my-rule.yaml" in ran.out
    ran = newslint("test-rules", "ours")
    assert ran.err == ""
    assert ran.out == "1 rule, 2 examples: all as they should be\n"
    assert newslint("explain", "my-rule").status == 0
    assert newslint("check", "--select", "my-rule").status == 0
    ran = newslint("new-rule", "my-rule", "--kind", kind)
    assert ran.status == 2
    assert "exists already" in ran.err


def test_a_new_rule_elsewhere(newslint: Runner) -> None:
    ran = newslint("new-rule", "my-rule")
    assert (ran.status, ran.err) == (0, "")
    assert 'rule-paths = ["house-rules"]' in ran.out
    assert newslint("test-rules", "house-rules").out == "1 rule, 2 examples: all as they should be\n"
    ran = newslint("new-rule", "my-rule", "--dir", "here", "--family", "style")
    assert 'rule-paths = ["here"]' in ran.out
    assert "family: style" in (newslint.folder / "here" / "my-rule.yaml").read_text()


def test_a_new_rule_of_the_catalogue(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.cli.new_rule.rules_folder", lambda: str(newslint.folder / "rules"))
    ran = newslint("new-rule", "doubled-comma", "--dir", "rules/space")
    assert "family: space\n" in (newslint.folder / "rules" / "space" / "doubled-comma.yaml").read_text()
    assert "rule-paths" not in ran.out


def test_a_new_check_passes_its_own_tests(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """The templates of a Python check, as they would stand in a checkout."""
    path = newslint.write("x-y.yaml", TEMPLATES["check"].format(name="x-y", family="words", function="x_y"))
    module = ModuleType("newslint.checks.x_y")
    exec(CHECK_MODULE.format(function="x_y"), module.__dict__)
    monkeypatch.setitem(sys.modules, "newslint.checks.x_y", module)
    assert run_examples(Registry([rulefile.load(path)])) == []


def test_examples_that_fail_are_told(newslint: Runner) -> None:
    newslint.house()
    path = newslint.folder / "house" / "alot.yaml"
    path.write_text(path.read_text() + 'examples:\n  bad:\n    - "This is [[fine]]."\n')
    ran = newslint("test-rules", "house")
    assert ran.status == 1
    assert "alot: bad example" in ran.err
    assert "1 failure" in ran.out
    path.write_text("name: alot\nnmae: x\n")
    ran = newslint("test-rules", "house")
    assert ran.status == 2
    assert "alot.yaml:2: unknown key “nmae”" in ran.err


def test_bundled_rules_pass(newslint: Runner) -> None:
    ran = newslint("test-rules")
    assert (ran.status, ran.err) == (0, "")
    assert newslint("test-rules", rules_folder()) == ran
    facts = newslint("test-rules", f"{rules_folder()}/facts")
    assert (facts.status, facts.err) == (0, "")
    assert facts.out.startswith("3 rules, ")


@pytest.mark.parametrize("key", ["check", "also"])
def test_a_house_rule_names_no_code(newslint: Runner, key: str) -> None:
    newslint.house()
    with (newslint.folder / "house" / "alot.yaml").open("a") as file:
        file.write(f"{key}: repeated_words.repeated_word\n")
    ran = newslint("test-rules", "house")
    assert ran.status == 2
    assert f"a house rule may not name Python code (“{key}”)" in ran.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(newslint: Runner, shell: str) -> None:
    ran = newslint("completion", shell)
    assert ran.status == 0
    assert "_NEWSLINT_COMPLETE" in ran.out
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=ran.raw, check=True)


LAZY = """
import sys
from newslint.cli import main
sys.argv = ["newslint"]
status = main({arguments})
loaded = [name for name in {names} if name in sys.modules]
assert not loaded, loaded
"""
NEVER = ["yaml", "difflib", "subprocess", "tempfile", "concurrent.futures", "importlib.metadata", "pathspec", "ftfy",
         "pyromark", "turbohtml", "sqlite3", "multiprocessing", "shutil", "tomllib", "regex"]  # fmt: skip


def test_nothing_slow_is_imported(newslint: Runner) -> None:
    newslint.write("a.txt", "All is well.\n")

    def run(arguments: list[str], names: list[str]) -> None:
        code = LAZY.format(arguments=arguments, names=names)
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)

    run(["check", "a.txt", "--isolated"], [])  # fills the caches
    run(["check", "a.txt", "--isolated"], [*NEVER, "newslint.engine", "newslint.document", "newslint.registry"])
    run(["check", "a.txt", "--isolated", "--no-cache"], NEVER)
    run(["--version"], [*NEVER, "newslint.engine", "newslint.config", "newslint.report", "json"])
