"""The files below a folder that git does not ignore: asked of git, or without it read from .gitignore files."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

# Nothing that a repository brings along may run: a file system monitor is a program.
GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")


Unread = Callable[[str, OSError], None]  # called with a folder that cannot be read, as the files are named, and why


def files_below(folder: str, unread: Unread) -> Iterator[str]:
    """Paths of files below `folder`, relative to it and with `/`; ignored ones only where git knows no better."""
    listed = _git_files(folder)
    if listed is None:
        yield from _walk(folder, unread)
        return
    for path in listed:
        full = os.path.join(folder, path)
        if os.path.isfile(full):
            yield path
        elif os.path.isdir(full) and not os.path.islink(full):  # a submodule, or a repository inside this one
            inner = path.rstrip("/")
            yield from (f"{inner}/{below}" for below in files_below(full, partial(_inside, inner, unread)))


def _inside(folder: str, unread: Unread, path: str, error: OSError) -> None:
    unread(f"{folder}/{path}", error)


def _git_files(folder: str) -> list[str] | None:
    """What `git ls-files` says, each once; None outside a work tree, without git, or in an ignored folder."""
    if work_tree(folder) is None:
        return None
    try:
        done = subprocess.run(
            [*GIT, "ls-files", "-co", "--exclude-standard", "-z"], cwd=folder, capture_output=True, check=False
        )
        if done.returncode:
            return None
        if not done.stdout:  # named by hand although git ignores it: then it is wanted
            ignored = subprocess.run([*GIT, "check-ignore", "-q", "."], cwd=folder, capture_output=True, check=False)
            if ignored.returncode == 0:
                return None
    except OSError:
        return None
    return sorted({os.fsdecode(path) for path in done.stdout.split(b"\0") if path})


def work_tree(folder: str) -> str | None:
    """The folder above (or at) `folder` that holds `.git`, or None."""
    here = os.path.abspath(folder)
    while not os.path.lexists(os.path.join(here, ".git")):
        parent = os.path.dirname(here)
        if parent == here:
            return None
        here = parent
    return here


def _walk(folder: str, unread: Unread) -> Iterator[str]:
    """Without git: every file, less what the .gitignore files of the work tree (if it is one) exclude."""
    top = work_tree(folder)
    base = os.path.abspath(folder)
    specs: list[tuple[str, Any]] = []
    if top is not None:
        here = top
        for part in ("", *os.path.relpath(base, top).split(os.sep)):
            if part == ".":
                continue
            here = os.path.join(here, part) if part else here
            specs += _gitignore(here)
        # A folder named by hand is wanted, even where a pattern of a folder above covers all of it.
        if _ignored(base, True, specs):
            specs = []
    yield from _walk_in(base, "", specs, top is not None, unread)


def _walk_in(folder: str, prefix: str, specs: list[tuple[str, Any]], ignores: bool, unread: Unread) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        unread(prefix, error)
        return
    if ignores and prefix:
        specs = specs + _gitignore(folder)
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name == ".git" or _ignored(entry.path, is_folder, specs):
            continue
        if is_folder:
            if not entry.name.startswith(".") and entry.name != "node_modules":
                yield from _walk_in(entry.path, f"{prefix}{entry.name}/", specs, ignores, unread)
        elif entry.is_file():
            yield prefix + entry.name


def _gitignore(folder: str) -> list[tuple[str, Any]]:
    try:
        with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return []
    from pathspec import GitIgnoreSpec

    return [(folder, GitIgnoreSpec.from_lines(lines))]


def _ignored(path: str, is_folder: bool, specs: list[tuple[str, Any]]) -> bool:
    """The nearest .gitignore with an opinion decides, as in git."""
    for folder, spec in reversed(specs):
        relative = os.path.relpath(path, folder).replace(os.sep, "/")
        include = spec.check_file(relative + "/" if is_folder else relative).include
        if include is not None:
            return bool(include)
    return False
