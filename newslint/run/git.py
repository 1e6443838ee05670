"""`--changed-since`: which lines of which files differ from a git revision, as `git diff -U0` says."""

from __future__ import annotations

import os
import re
import subprocess

from newslint.model import Finding, NewslintError
from newslint.run.listing import GIT, work_tree

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb'\\([0-7]{3}|["\\abfnrtv])')
_ESCAPED = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
_EVERY = range(1, 1 << 62)


class Changes:
    """Changed lines since `revision`, asked of git once a work tree."""

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._trees: dict[str, dict[str, list[range]]] = {}
        self._tops: dict[str, str] = {}

    def touches(self, path: str, first: int, last: int) -> bool:
        """Whether a line from `first` to `last` (1-based, inclusive) of the file changed.

        Raises NewslintError when the file is in no work tree or git does not know the revision.
        """
        return any(lines.start <= last and first < lines.stop for lines in self.lines(path))

    def lines(self, path: str) -> list[range]:
        """The changed lines of a file, none when it did not change; a file new to git is changed throughout."""
        full = os.path.realpath(path)
        folder = os.path.dirname(full)
        top = self._tops.get(folder)
        if top is None:
            found = work_tree(folder)
            if found is None:
                raise NewslintError(f"--changed-since: {path} is in no git repository")
            top = self._tops[folder] = found
        if top not in self._trees:
            self._trees[top] = _changed(top, self._revision)
        return self._trees[top].get(os.path.relpath(full, top).replace(os.sep, "/"), [])

    def keeps(self, finding: Finding) -> bool:
        """Whether the finding, or a related place of it, lies on a changed line."""
        return any(
            self.touches(finding.path, place.line, place.end_line) for place in (finding.place, *finding.related)
        )


def _changed(top: str, revision: str) -> dict[str, list[range]]:
    if revision.startswith("-"):
        raise NewslintError(f"--changed-since: “{revision}” is no git revision")
    known = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if known is None:
        raise NewslintError(f"--changed-since: git knows no revision “{revision}” in {top}")
    diff = _git(top, "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "-U0",
                "--src-prefix=a/", "--dst-prefix=b/", known.decode().strip(), "--")  # fmt: skip
    new = _git(top, "ls-files", "-o", "--exclude-standard", "-z")
    if diff is None or new is None:
        raise NewslintError(f"--changed-since: git diff {revision} failed in {top}")
    changed = parse_diff(diff)
    changed.update({os.fsdecode(path): [_EVERY] for path in new.split(b"\0") if path})
    return changed


def parse_diff(diff: bytes) -> dict[str, list[range]]:
    """Path → changed line ranges of its new side, from a diff without context."""
    changed: dict[str, list[range]] = {}
    path = ""
    removed = added = 0
    for line in diff.split(b"\n"):
        if removed and line.startswith(b"-"):
            removed -= 1
        elif added and line.startswith(b"+"):
            added -= 1
        elif line.startswith(b"+++ "):
            name = _unquoted(line[4:].rstrip(b"\t"))
            path = os.fsdecode(name[2:]) if name.startswith(b"b/") else ""
        elif hunk := _HUNK.match(line):
            first, added = int(hunk[1]), int(hunk[2] or 1)
            removed = int(line.split(b" ")[1].partition(b",")[2] or 1)
            if added and path:
                changed.setdefault(path, []).append(range(first, first + added))
        elif line.startswith(b"Binary files ") and line.endswith(b" differ"):
            name = _unquoted(line[:-7].rpartition(b" and ")[2])
            if name.startswith(b"b/"):
                changed[os.fsdecode(name[2:])] = [_EVERY]
    return changed


def _unquoted(name: bytes) -> bytes:
    if not name.startswith(b'"'):
        return name
    return _ESCAPE.sub(
        lambda match: bytes([int(match[1], 8)]) if len(match[1]) == 3 else _ESCAPED.get(match[1], match[1]), name[1:-1]
    )


def _git(top: str, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run([*GIT, *arguments], cwd=top, capture_output=True, check=False)
    except OSError:
        raise NewslintError("--changed-since: git is not installed") from None
    return done.stdout if done.returncode == 0 else None
