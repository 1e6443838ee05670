"""`newslint fix`: what is written, what is left, what is never touched."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from cli_support import BAD, GOOD, Ran, Runner, in_folder  # noqa: F401 - a fixture


def test_safe_fixes_go_in_and_the_rest_is_reported(newslint: Runner) -> None:
    newslint.house()
    path = newslint.write("a.txt", "We utilise alot, alot.\n")
    ran = newslint("fix", "a.txt", "--fail-on", "info")
    assert path.read_text() == "We utilise a lot, a lot.\n"
    assert ran.status == 1
    assert "a.txt:1:4: info utilise" in ran.out
    assert "1 | We utilise a lot, a lot.\n" in ran.out, "the picture shows the mended text"
    assert ran.out.endswith("Mended 2 findings in 1 file; 1 finding (1 info) is left, --unsafe mends 1.\n")
    ran = newslint("fix", "a.txt", "--unsafe")
    assert path.read_text() == "We use a lot, a lot.\n"
    assert (ran.status, ran.out) == (0, "Mended 1 finding in 1 file; none are left.\n")
    assert newslint("fix", "a.txt").out == "Nothing to mend in 1 file.\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_and_newlines_stay(newslint: Runner, encoding: str, newline: str) -> None:
    newslint.house()
    text = f"Café alot.{newline}{newline}End"
    path = newslint.write("a.txt", text.encode(encoding))
    assert newslint("fix", "a.txt").status == 0
    assert path.read_bytes() == text.replace("alot", "a lot").encode(encoding)


def test_untouched_files_are_not_written(newslint: Runner) -> None:
    newslint.house()
    path = newslint.write("a.txt", "Fine \u2028 text\r\n\n")
    before = path.stat()
    assert newslint("fix").status == 0
    assert path.stat() == before


def test_diff_writes_nothing(newslint: Runner) -> None:
    newslint.house()
    path = newslint.write("a.txt", "One.\r\nWe alot\u2028x.\r\nThree")
    newslint.write("b.txt", GOOD)
    ran = newslint("fix", "--diff", ".")
    assert path.read_bytes() == "One.\r\nWe alot\u2028x.\r\nThree".encode()
    assert ran.status == 1
    assert ran.out == (
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n One.\r\n-We alot\u2028x.\r\n+We a lot\u2028x.\r\n Three\n"
        "\\ No newline at end of file\n"
    )
    assert ran.err == "newslint: would mend 1 finding in 1 of 2 files\n"
    patched = subprocess.run(["git", "apply", "-p0", "-"], input=ran.raw, capture_output=True, check=False)
    assert patched.returncode == 0, patched.stderr
    assert path.read_bytes() == "One.\r\nWe a lot\u2028x.\r\nThree".encode()
    ran = newslint("fix", "--diff", ".")
    assert (ran.status, ran.out) == (0, "")
    newslint.write("a.txt", BAD)
    assert newslint("fix", "--diff", "--exit-zero").status == 0


def test_standard_input_comes_out_mended(newslint: Runner) -> None:
    newslint.house()
    ran = newslint("fix", "-", stdin="We utilise alot, é\r\n".encode("cp1252"))
    assert ran.raw == "We utilise a lot, é\r\n".encode("cp1252")
    assert ran.status == 0
    assert ran.err.startswith("-:1:4: info utilise: write use\n")
    assert ran.err.endswith("Mended 1 finding in 1 file; 1 finding (1 info) is left, --unsafe mends 1.\n")
    ran = newslint("fix", "-", "--diff", stdin=BAD.encode())
    assert ran.out.startswith("--- -\n+++ -\n")
    ran = newslint("fix", "-", stdin=b"\0")
    assert (ran.status, ran.raw) == (2, b"")


def test_excluded_standard_input_comes_back_as_it_is(newslint: Runner) -> None:
    newslint.house('exclude = ["old/"]\n')
    ran = newslint("fix", "-", "--stdin-filename", "old/a.txt", stdin=BAD.encode())
    assert (ran.status, ran.raw) == (0, BAD.encode())


def test_what_cannot_be_written_is_a_problem_and_the_rest_goes_on(newslint: Runner) -> None:
    newslint.house()
    first, second = newslint.write("a.txt", BAD), newslint.write("b.txt", BAD)
    first.chmod(0o444)
    ran = newslint("fix", "--output-format", "concise")
    assert ran.status == 2
    assert "a.txt: is read-only, so it is not written to" in ran.err
    assert "a.txt:1:8: error alot" in ran.out
    assert second.read_text() == GOOD
    assert first.read_text() == BAD


ROWS = (
    b'{"id": 1,  "title":"Caf\\u00e9 alot", "text": "fine \\/ alot", "n": 1.50}\r\n'
    b"\n"
    b'{"title": "caf\xc3\xa9 alot", "other": "alot"}\n'
    b"broken alot\n"
    b'{"title": "alot \\ud800"}'
)
MENDED = (
    b'{"id": 1,  "title":"Caf\\u00e9 a lot", "text": "fine \\/ a lot", "n": 1.50}\r\n'
    b"\n"
    b'{"title": "caf\xc3\xa9 a lot", "other": "alot"}\n'
    b"broken alot\n"
    b'{"title": "a lot \\ud800"}'
)


def test_rows_are_mended_in_place_and_nothing_else_moves(newslint: Runner) -> None:
    newslint.house()
    path = newslint.write("r.jsonl", ROWS)
    ran = newslint("fix", "r.jsonl", "--diff")
    assert path.read_bytes() == ROWS
    patched = subprocess.run(
        ["git", "apply", "-p0", "--unidiff-zero", "-"], input=ran.raw, capture_output=True, check=False
    )
    assert patched.returncode == 0, patched.stderr
    assert path.read_bytes() == MENDED
    path.write_bytes(ROWS)
    ran = newslint("fix", "r.jsonl")
    assert ran.status == 2, "the broken line"
    assert path.read_bytes() == MENDED
    assert "Mended 4 findings in 1 file (4 rows); none are left." in ran.out
    ran = newslint("fix", "-", "--type", "jsonl", stdin=ROWS)
    assert ran.raw == MENDED


def test_workers_mend_the_same(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    newslint.house()
    monkeypatch.setattr("newslint.run.pool.FORK_FROM", 0)
    monkeypatch.setattr("newslint.run.pool.SPAWN_FROM", 0)
    monkeypatch.setattr("newslint.run.batches._MOST_BYTES", 500)
    paths = [newslint.write(f"{i}.txt", BAD * (i % 3)) for i in range(90)]
    rows = newslint.write("r.jsonl", b'{"title": "alot", "text": "a"}\n' * 100)
    ran = newslint("fix", "--jobs", "2")
    assert "Mended 190 findings in 61 of 91 files (100 rows); none are left." in ran.out
    assert all(path.read_text() == GOOD * (i % 3) for i, path in enumerate(paths))
    assert rows.read_bytes() == b'{"title": "a lot", "text": "a"}\n' * 100


def test_only_new_findings_are_mended(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    newslint.house()
    path = newslint.write("a.txt", "One alot.\nTwo.\nThree alot.\n")
    who = ["-c", "user.name=a", "-c", "user.email=a@b"]
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", *arguments], check=True)
    newslint("baseline")
    newslint.write("a.txt", "One alot.\nTwo alot, alot.\nThree alot.\n")
    expected = "One alot.\nTwo a lot, a lot.\nThree alot.\n"
    ran = newslint("fix", "--changed-since", "HEAD", "a.txt")
    assert path.read_text() == expected
    assert ran.out == "Mended 2 findings in 1 file; none are left.\n"
    newslint.write("a.txt", "One alot.\nTwo alot, alot.\nThree alot.\n")
    newslint("fix", "--baseline", "newslint-baseline.json", "a.txt")
    assert path.read_text() == expected


def test_lines_keep_their_numbers_while_others_go(newslint: Runner) -> None:
    from newslint.cli.mending import _line_map

    line_of = _line_map("a\nb\nc\nd\ne", "a\nd\ne")
    assert [line_of(line) for line in (1, 2, 3)] == [1, 4, 5]
    line_of = _line_map("a\nb", "a\nx\ny\nb")
    assert [line_of(line) for line in (1, 4)] == [1, 2]


def test_a_fix_is_not_hidden_by_the_cache(newslint: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    newslint.house()
    path = newslint.write("a.txt", "We utilise alot.\n")

    def rules(ran: Ran) -> list[str]:
        return [one["rule"] for one in json.loads(ran.out)]

    assert rules(newslint("check", "--output-format", "json")) == ["utilise", "alot"]
    assert rules(newslint("fix", "--output-format", "json")) == ["utilise"]
    assert path.read_text() == "We utilise a lot.\n"
    assert rules(newslint("check", "--output-format", "json")) == ["utilise"]
    assert rules(newslint("fix", "--output-format", "json")) == ["utilise"]
    assert rules(newslint("fix", "--unsafe", "--output-format", "json")) == []
    assert path.read_text() == "We use a lot.\n"
