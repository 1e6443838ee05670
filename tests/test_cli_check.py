"""`newslint check`: what is read, what is reported, and the exit status."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from cli_support import BAD, GOOD, Runner, in_folder  # noqa: F401 - a fixture


def test_exit_statuses(newslint: Runner) -> None:
    newslint.house()
    newslint.write("good.txt", GOOD)
    newslint.write("bad.txt", BAD)
    newslint.write("info.txt", "We utilise it.\n")
    newslint.write("binary.txt", b"a\0b")
    assert newslint("check", "good.txt").status == 0
    assert newslint("check", "bad.txt").status == 1
    assert newslint("check", "bad.txt", "--exit-zero").status == 0
    assert newslint("check", "info.txt").status == 0
    assert newslint("check", "info.txt", "--fail-on", "info").status == 1
    assert newslint("check", "bad.txt", "--fail-on", "error").status == 1
    both = newslint("check", "bad.txt", "binary.txt", "--output-format", "concise")
    assert both.status == 2
    assert "bad.txt:1:8: error alot" in both.out, "one bad file never hides the findings of another"
    assert "binary.txt: this is binary (NUL at byte 1), not text" in both.err
    assert " in 1 file" in both.out, "what cannot be read was not looked at"
    assert newslint("check", "binary.txt", "--exit-zero").status == 2
    assert newslint("check", "nothing.txt").status == 2


def test_a_rule_that_crashes_is_named_and_the_rest_goes_on(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.kinds import pattern

    class Broken(str):
        def casefold(self) -> str:
            raise RuntimeError

    def plan(rule: object, original: object = pattern.plan) -> object:
        made = original(rule)  # type: ignore[operator]
        if rule.name != "utilise":  # type: ignore[attr-defined]
            return made

        def check(*arguments: object) -> object:
            raise ZeroDivisionError("boom")
            yield

        return made._replace(check=check)

    monkeypatch.setattr(pattern, "plan", plan)
    newslint.house()
    newslint.write("a.txt", "We utilise alot.\n")
    ran = newslint("check", "a.txt", "--output-format", "concise")
    assert ran.status == 3
    assert "alot" in ran.out
    assert "utilise" in ran.err
    assert "ZeroDivisionError: boom" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "--selct", "x"), "--select"),
        (("chek",), "check"),
        (("a.txt",), "did you mean `newslint check a.txt`?"),
        (("check", "--select", "alott", "a.txt"), "--select: there is no rule or family “alott”, did you mean “alot”?"),
        (("check", "--ignore", "hous", "a.txt"), "--ignore: there is no rule or family “hous”, did you mean “house”?"),
        (("check", "--config", "none.toml", "a.txt"), "none.toml: cannot read the configuration"),
        (("check", "--config", "newslint.toml", "--isolated"), "exclude each other"),
        (("check", "--output-format", "xml"), "xml"),
        (("check", "--jobs", "0"), "--jobs"),
        (("check", "--statistics", "--output-format", "sarif", "a.txt"), "--statistics knows full, concise, json and"),
        (("check", "--baseline", "none.json", "a.txt"), "none.json: cannot read the baseline"),
        (("check", "--changed-since", "HEAD", "a.txt"), "in no git repository"),
        (("check", "--output-file", "no/such/folder.txt", "a.txt"), "cannot be written"),
        (("explain", "alott"), "there is no rule “alott”, did you mean “alot”?"),
        (("explain", "house"), "is a family; its rules are alot, utilise"),
        (("fix", "--field"), "--field"),
        (("completion", "tcsh"), "tcsh"),
        (("new-rule", "MyRule"), "my-rule"),
        (("new-rule", "a-an"), "there is a rule “a-an” already"),
        (("test-rules", "nowhere"), "nowhere: no such folder"),
        (("init",), "newslint.toml has a configuration already"),
    ],
)
def test_wrong_usage_is_two_lines_at_most(newslint: Runner, arguments: tuple[str, ...], message: str) -> None:
    newslint.house()
    newslint.write("a.txt", BAD)
    ran = newslint(*arguments)
    assert ran.status == 2, ran
    assert message in ran.err
    assert len(ran.err.splitlines()) <= 2
    assert "Traceback" not in ran.err
    assert ran.out == ""


def test_a_defect_of_newslint_is_one_too(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> None:
        raise ValueError("oh no")

    monkeypatch.delenv("NEWSLINT_TRACEBACK", raising=False)
    monkeypatch.setattr("newslint.cli.check.searched", broken)
    ran = newslint("check")
    assert ran.status == 3
    assert "a defect in newslint: ValueError: oh no (test_cli_check.py:" in ran.err
    assert len(ran.err.splitlines()) == 2


def test_folders_and_formats(newslint: Runner) -> None:
    newslint.house()
    newslint.write("b.txt", BAD + BAD)
    newslint.write("a/c.txt", BAD)
    newslint.write("a.txt", GOOD)
    newslint.write("robots.txt", BAD)
    ran = newslint("check", "--output-format", "json")
    assert [(one["path"], one["line"]) for one in json.loads(ran.out)] == [("a/c.txt", 1), ("b.txt", 1), ("b.txt", 2)]
    ran = newslint("check", "--output-format", "json-lines", "b.txt", "a")
    assert [json.loads(line)["path"] for line in ran.out.splitlines()] == ["a/c.txt", "b.txt", "b.txt"]
    ran = newslint("check", "b.txt")
    assert ran.out.endswith("Found 2 findings (2 errors) in 1 file; `newslint fix` mends 2.\n")
    assert newslint("check", "robots.txt").status == 1
    assert "Found" not in newslint("check", "b.txt", "--quiet").out


def test_format_from_the_environment(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    newslint.house()
    newslint.write("a.txt", BAD)
    monkeypatch.setenv("NEWSLINT_OUTPUT_FORMAT", "json")
    assert json.loads(newslint("check", "a.txt").out)[0]["rule"] == "alot"


def test_report_to_a_file(newslint: Runner) -> None:
    newslint.house()
    newslint.write("a.txt", BAD)
    ran = newslint("check", "a.txt", "--output-format", "json", "--output-file", "out.json")
    assert (ran.status, ran.out) == (1, "")
    assert json.loads((newslint.folder / "out.json").read_text("utf-8"))[0]["path"] == "a.txt"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_report_to_a_pipe_leaves_the_pipe_where_it_is(newslint: Runner) -> None:
    newslint.house()
    newslint.write("a.txt", BAD)
    pipe = newslint.folder / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text("utf-8")), daemon=True)
    reader.start()
    newslint("check", "a.txt", "--output-format", "json", "--output-file", "pipe")
    reader.join(10)
    assert json.loads(read[0])[0]["path"] == "a.txt"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_report_to_a_link_writes_its_target(newslint: Runner) -> None:
    newslint.house()
    newslint.write("a.txt", BAD)
    (newslint.folder / "link.json").symlink_to("real.json")
    newslint("check", "a.txt", "--output-format", "json", "--output-file", "link.json")
    assert (newslint.folder / "link.json").is_symlink()
    assert json.loads((newslint.folder / "real.json").read_text("utf-8"))


def test_no_articles_is_said_and_fine(newslint: Runner) -> None:
    newslint.write("a.py", "x")
    ran = newslint("check")
    assert (ran.status, ran.err) == (0, "newslint: no articles found in this folder\n")
    ran = newslint("check", "--select", "nonsense")
    assert ran.status == 2


def test_choosing_rules(newslint: Runner) -> None:
    newslint.house()
    newslint.write("a.txt", "We utilise alot.\n")

    def rules(*arguments: str) -> list[str]:
        found = json.loads(newslint("check", "a.txt", "--output-format", "json", *arguments).out)
        return [one["rule"] for one in found]

    assert rules() == ["utilise", "alot"]
    assert rules("--ignore", "alot") == ["utilise"]
    assert rules("--select", "alot") == ["alot"]
    assert rules("--select", "space", "--extend-select", "utilise,alot") == ["utilise", "alot"]
    assert rules("--select", "space", "--select", "alot, utilise") == ["utilise", "alot"]
    assert rules("--isolated", "--select", "space") == []


def test_the_nearest_configuration_counts_for_each_file(newslint: Runner) -> None:
    newslint.house()
    newslint.write("sub/newslint.toml", 'rule-paths = ["../house"]\n')
    newslint.write("sub/a.txt", BAD)
    newslint.write("other/newslint.toml", 'select = ["tabb"]\n')
    newslint.write("other/a.txt", BAD)
    newslint.write("a.txt", BAD)
    ran = newslint("check", ".", "--output-format", "concise")
    assert ran.status == 2
    assert "a.txt:1:8: error alot" in ran.out
    assert "sub/newslint.toml:1: “../house” leads outside" in ran.err
    assert "other/newslint.toml:1: there is no rule or family “tabb”, did you mean “tab”?" in ran.err
    assert newslint("check", "other/a.txt", "--config", "newslint.toml").status == 1


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        ('rule-paths = ["none/"]', "newslint.toml:1: “none/” is no folder"),
        ('rule-paths = ["a.txt"]', "newslint.toml:1: “a.txt” is no folder"),
        ('vocab = ["none.txt"]', "newslint.toml:1: cannot read the words of none.txt: No such file or directory"),
        ("[rules.tab]\nseverity = 'loud'", "newslint.toml:2: severity is off, info, warning or error, not “loud”"),
    ],
)
def test_a_wrong_configuration_is_one_line(newslint: Runner, configuration: str, message: str) -> None:
    newslint.write("newslint.toml", configuration + "\n")
    newslint.write("a.txt", BAD)
    for folder in (".", "a.txt"):
        ran = newslint("check", folder, "--quiet")
        assert ran.status == 2
        assert message in ran.err
        assert len(ran.err.splitlines()) == 1


def test_excluded_files_are_noted(newslint: Runner) -> None:
    newslint.house('exclude = ["old/"]\n')
    newslint.write("old/a.txt", BAD)
    ran = newslint("check", "old/a.txt")
    assert (ran.status, ran.err) == (0, "newslint: old/a.txt: excluded by the configuration\n")
    assert newslint("check", "old/a.txt", "--quiet").err == ""
    ran = newslint("check", "-", "--stdin-filename", "old/a.txt", stdin=BAD.encode())
    assert (ran.status, ran.err) == (0, "newslint: old/a.txt: excluded by the configuration\n")


def test_standard_input(newslint: Runner) -> None:
    newslint.house()
    ran = newslint("check", "-", stdin=BAD.encode())
    assert ran.status == 1
    assert ran.out.startswith("-:1:8: error alot: “alot” is two words\n  1 | He had alot.\n    |        ^^^^\n")
    ran = newslint("check", "-", "--stdin-filename", "x/y.txt", "--output-format", "json", stdin=BAD.encode("utf-16"))
    assert json.loads(ran.out)[0]["path"] == "x/y.txt"


def test_pipes_are_read_once(newslint: Runner) -> None:
    newslint.house()
    rows = '{"text": "alot"}'
    for content, found in ((BAD, ":1:8: error alot"), (rows, "#0.text:1:1: error alot")):
        kind = "jsonl" if content is rows else "text"
        command = f"{sys.executable} -m newslint check <(printf '%s' '{content}') --type {kind}"
        command += " --config newslint.toml --output-format concise"
        ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
        assert found in ran.stdout


def test_languagetool_is_not_left_out_in_silence(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    newslint.house()
    newslint.write("a.txt", BAD)
    ran = newslint("check", "--languagetool", "-q", "a.txt")
    assert ran.status == 2
    assert "alot" in ran.out, "what newslint finds itself is not held back"
    assert "LanguageTool: language-tool-python is not installed" in ran.err
    assert len(ran.err.splitlines()) == 1
    newslint.house("[languagetool]\nenabled = true\n")
    assert newslint("check", "a.txt").status == 2


def test_a_baseline_of_nothing_that_is_there_takes_the_place_of_none(newslint: Runner) -> None:
    newslint.house()
    newslint.write("a.txt", BAD)
    newslint("baseline")
    before = (newslint.folder / "newslint-baseline.json").read_bytes()
    ran = newslint("baseline", "b.txt")
    assert (ran.status, ran.err) == (
        2, "newslint: b.txt: no such file or folder\nnewslint: nothing was read, so no baseline is written\n",
    )  # fmt: skip
    assert (newslint.folder / "newslint-baseline.json").read_bytes() == before


def test_nobody_reads_on(newslint: Runner) -> None:
    newslint.house()
    newslint.write("a.txt", BAD * 20_000)
    command = f"{sys.executable} -m newslint check a.txt --output-format concise 2>err | head -n 1"
    command += "; echo ${PIPESTATUS[0]}"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[0].startswith("a.txt:1:8")
    assert ran.stdout.splitlines()[1] in ("0", "1")
    assert (newslint.folder / "err").read_text().count("Traceback") == 0


def test_statistics(newslint: Runner) -> None:
    newslint.house()
    newslint.write("a.txt", BAD * 2)
    ran = newslint("check", "--statistics", "a.txt")
    assert ran.status == 1
    assert ran.out.split()[:2] == ["2", "alot"]
    found = json.loads(newslint("check", "--statistics", "--output-format", "json", "a.txt").out)
    assert found == [{"rule": "alot", "family": "house", "findings": 2, "files": 1, "safe": 2, "unsafe": 0}]


def test_terminal_escapes_never_get_through(newslint: Runner) -> None:
    newslint.house()
    newslint.write("a.txt", "\x1b]0;evil\x07 alot\u202e\n")
    out = newslint("check", "a.txt").out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "<U+001B>]0;evil<U+0007> alot<U+202E>" in out


@pytest.mark.parametrize("format_", ["jsonl", "json", "rdjsonl"])
def test_lines_of_json_hold_no_other_kind_of_line_end(newslint: Runner, format_: str) -> None:
    newslint.write("a.txt", "The fair\u0085 was was\u2028 held.\x1c It was\u2029 was held.\n")
    ran = newslint("check", "a.txt", "--select", "all", "--output-format", format_)
    assert ran.out.strip()
    assert ran.out.splitlines() == ran.out.rstrip("\n").split("\n")
    assert json.loads(ran.out if format_ == "json" else ran.out.splitlines()[0])


def test_rule_paths_that_lead_outside_are_never_looked_into(newslint: Runner, tmp_path: Path) -> None:
    """Neither for rules nor for the key of the result cache: links may go round in circles there."""
    newslint.write("a.txt", "A line.\n")
    (tmp_path / "around").symlink_to(tmp_path)
    (newslint.folder / "link").symlink_to(tmp_path)
    for outside in ("..", "link", str(tmp_path)):
        newslint.write("newslint.toml", f'rule-paths = ["{outside}"]\n')
        ran = newslint("check")
        assert (ran.status, "leads outside the folder" in ran.err) == (2, True), ran.err
    newslint.house()
    (newslint.folder / "house" / "around").symlink_to(newslint.folder)
    assert newslint("check").status == 0


def test_step_summary_that_cannot_be_written_is_a_problem(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    newslint.house()
    newslint.write("a.txt", "He has alot.\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(newslint.folder / "none" / "summary.md"))
    ran = newslint("check", "a.txt", "--output-format", "github")
    assert ran.status == 2
    assert ran.out.startswith("::error ")
    assert "GITHUB_STEP_SUMMARY" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("option", ["--changed-since", "--baseline", "--output-file"])
def test_an_empty_value_is_wrong_usage(newslint: Runner, option: str) -> None:
    newslint.write("a.txt", "A line.\n")
    ran = newslint("check", option, "", "a.txt")
    assert ran.status == 2
    assert f"Invalid value for '{option}': it is empty" in ran.err
    assert len(ran.err.splitlines()) == 2


def in_shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    line = f"{sys.executable} -m newslint {command}"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    return subprocess.run(["bash", "-c", line], cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_streams_that_are_closed_or_full(newslint: Runner) -> None:
    newslint.house()
    newslint.write("a.txt", BAD)
    assert (lambda ran: (ran.returncode, ran.stderr))(in_shell("check a.txt >&-", newslint.folder)) == (1, "")
    assert in_shell("check a.txt 2>&-", newslint.folder).returncode == 1
    assert in_shell("check - <&-", newslint.folder).returncode == 0
    if os.path.exists("/dev/full"):
        for command in ("check a.txt", "fix --diff a.txt", "rules"):
            ran = in_shell(f"{command} > /dev/full", newslint.folder)
            assert ran.returncode == 2, ran.stderr
            assert ran.stderr == "newslint: the output cannot be written: No space left on device\n"
