"""`--changed-since`: which lines git says changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from newslint.model import NewslintError
from newslint.run.git import Changes, parse_diff

DIFF = b"""\
diff --git a/a.txt b/a.txt
index 1..2 100644
--- a/a.txt
+++ b/a.txt
@@ -2 +2 @@ x
-old
+new
@@ -5,2 +5,0 @@
-gone
---- not a header
@@ -9,0 +8,3 @@
+one
+++ two
+three
diff --git "a/sp \\"q\\".txt" "b/sp \\"q\\".txt"
--- "a/sp \\"q\\".txt"
+++ "b/sp \\"q\\".txt"
@@ -1 +1,2 @@
-x
+y
+z
diff --git a/gone.txt b/gone.txt
--- a/gone.txt
+++ /dev/null
@@ -1 +0,0 @@
-x
Binary files a/wide.txt and b/wide.txt differ
"""


def test_hunks() -> None:
    found = parse_diff(DIFF)
    assert found["a.txt"] == [range(2, 3), range(8, 11)]
    assert found['sp "q".txt'] == [range(1, 3)]
    assert "gone.txt" not in found
    assert 1_000_000 in found["wide.txt"][0]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    (tmp_path / "a.txt").write_text("1\n2\n3\n4\n")
    who = ["-c", "user.name=a", "-c", "user.email=a@b"]
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", *arguments], check=True)
    return tmp_path


def test_lines_since_a_revision(repository: Path) -> None:
    (repository / "a.txt").write_text("1\n2\nthree\n4\n")
    (repository / "caf\u00e9 new.txt").write_text("1\n")
    changes = Changes("HEAD")
    assert changes.lines("a.txt") == [range(3, 4)]
    assert changes.touches("a.txt", 2, 3)
    assert not changes.touches("a.txt", 4, 4)
    assert changes.touches("caf\u00e9 new.txt", 1, 1)
    assert not changes.touches("not-there.txt", 1, 1)


def test_a_file_that_was_renamed_keeps_its_lines(repository: Path) -> None:
    lines = [f"line {number}\n" for number in range(20)]
    (repository / "a.txt").write_text("".join(lines))
    who = ["-c", "user.name=a", "-c", "user.email=a@b"]
    subprocess.run(["git", *who, "commit", "-qam", "y"], check=True)
    subprocess.run(["git", "mv", "a.txt", "b c.txt"], check=True)
    assert Changes("HEAD").lines("b c.txt") == []
    (repository / "b c.txt").write_text("".join([*lines[:4], "new\n", *lines[5:]]))
    assert Changes("HEAD").lines("b c.txt") == [range(5, 6)]


def test_what_cannot_be(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(NewslintError, match="git knows no revision “nope”"):
        Changes("nope").lines("a.txt")
    with pytest.raises(NewslintError, match="is no git revision"):
        Changes("--output=x").lines("a.txt")
    outside = tmp_path_factory.mktemp("outside") / "b.txt"
    with pytest.raises(NewslintError, match="is in no git repository"):
        Changes("HEAD").lines(str(outside))
