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
from cli_support import Runner, in_folder  # noqa: F401 - a fixture

BAD = "He had alot.\n"
GOOD = "He had a lot.\n"


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


ROWS = b"""\
{"title": "alot", "text": "one alot \\u00e9 two alot", "n": 1}

not json
[1]
{"title": null, "body": "alot", "note": "alot"}
"""


def test_rows(newslint: Runner) -> None:
    newslint.house()
    newslint.write("r.jsonl", ROWS)
    ran = newslint("check", "r.jsonl", "--output-format", "json")
    assert ran.status == 2
    found = json.loads(ran.out)
    assert [(one["row"], one["field"], one["start"]) for one in found] == [
        (0, "title", 0), (0, "text", 4), (0, "text", 15), (3, "body", 0),
    ]  # fmt: skip
    assert ran.err.splitlines() == [
        "newslint: r.jsonl:3: not a row of JSON: expecting value (column 1)",
        "newslint: r.jsonl:4: not a JSON object, so it has no fields",
    ]
    assert len({one["fingerprint"] for one in found}) == 4, "unique within the file"
    ran = newslint("check", "r.jsonl", "--field", "note", "--output-format", "json")
    assert [(one["row"], one["field"]) for one in json.loads(ran.out)] == [(3, "note")]
    ran = newslint("check", "-", "--type", "jsonl", "--output-format", "concise", stdin=ROWS)
    assert ran.out.startswith("-#0.title:1:1: error alot")


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


def test_rows_without_known_fields(newslint: Runner) -> None:
    newslint.house()
    newslint.write("x.jsonl", b'{"a": "alot"}\n' * 3)
    ran = newslint("check", "x.jsonl")
    assert ran.status == 2
    assert "x.jsonl: no row has a text field named title, headline, text, body; name yours with --field" in ran.err
    assert newslint("check", ".").status == 0


def test_rows_that_json_does_not_like_are_said_to_be_so(newslint: Runner) -> None:
    newslint.house()
    deep = b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    long = b'{"n":' + b"9" * 5000 + b', "text": "alot"}'
    lone = b'{"text": "alot \xed\xa0\x80"}'
    wide = '{"text": "alot"}'.encode("utf-16-le")
    newslint.write("r.jsonl", b"\n".join((deep, long, lone, wide, b'{"text": "alot"}')))
    for command in ("check", "fix"):
        ran = newslint(command, "r.jsonl", "--output-format", "json")
        assert ran.status == 2
        assert ran.err.splitlines() == [
            "newslint: r.jsonl:1: not a row of JSON: nested too deeply",
            "newslint: r.jsonl:2: not a row of JSON: a number of too many digits",
            "newslint: r.jsonl:3: not a row of JSON: byte 15 is not valid UTF-8",
            "newslint: r.jsonl:4: not a row of JSON: expecting property name enclosed in double quotes (column 2)",
        ]
        assert [one["row"] for one in json.loads(ran.out)] == ([4] if command == "check" else [])
    newslint.write("r.jsonl", b"\xef\xbb\xbf")
    ran = newslint("check", "r.jsonl")
    assert (ran.status, ran.err) == (0, "")


def test_many_malformed_rows_are_summed_up(newslint: Runner) -> None:
    newslint.write("r.jsonl", b"x\n" * 100 + b'{"text": "y"}\n')
    ran = newslint("check", "r.jsonl")
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 21
    assert "r.jsonl: 80 more such lines" in ran.err


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
