"""Which files a run reads: those named, and those in folders that look like articles and are not ignored."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from newslint.model import NewslintError, Problem
from newslint.run.configs import Configs

STDIN = "-"
CSV = "csv"
ROWS = ("jsonl", CSV)  # the types of files of rows
# Files that a folder is not searched for: their suffix names a format, but they are no articles.
_NO_ARTICLE = frozenset({
    "robots.txt", "humans.txt", "ads.txt", "security.txt", "llms.txt", "llms-full.txt", "cmakelists.txt",
    "constraints.txt", "license.txt", "license.md", "licence.txt", "licence.md", "package.json", "package-lock.json",
    "composer.json", "tsconfig.json", "newslint-baseline.json", "sitemap.xml", "pom.xml",
})  # fmt: skip
_LEGAL = ("LICENSE", "LICENCE", "COPYING", "NOTICE")  # in capitals: license-fees-rise.txt is an article
_NO_FOLDER = frozenset({"node_modules", "bower_components", "_site", "site-packages", "__pycache__"})
_NO_FOLDER_END = (".egg-info", ".dist-info")


class Input(NamedTuple):
    """One thing to read. `path` is as reports show it, `named` whether the command line names the file itself.

    `size` is in bytes, 0 when unknown. `on_disk` is false for standard input and pipes, which are read once and never
    written to; `stdin` is true for the former.
    """

    path: str
    type: str
    named: bool
    size: int = 0
    on_disk: bool = True
    stdin: bool = False


class Inputs(NamedTuple):
    """All that a run reads, sorted by path; notes about named files that were passed over; what cannot be read."""

    inputs: list[Input]
    notes: list[str]
    problems: list[Problem]


def discover(
    paths: Iterable[str],
    *,
    suffixes: Mapping[str, str],
    configs: Configs,
    type: str | None,
    stdin_name: str | None = None,
) -> Inputs:
    """Everything to read for `paths`: files, folders, `-`.

    `suffixes` leads from a suffix with its dot to a type; `type` overrides it for every file. A path that does
    not exist and a configuration that is wrong are problems: the other paths go on.
    """
    inputs: dict[str, Input] = {}
    notes: list[str] = []
    problems: dict[str, Problem] = {}

    def type_of(path: str) -> str | None:
        return type or suffixes.get(os.path.splitext(path)[1].lower())

    def sought(path: str) -> bool:  # tables in a folder of articles are lists of them, or labels
        return type_of(path) not in (None, CSV) or type is not None

    def add(path: str, named: bool, stdin: bool = False) -> None:
        try:
            if configs.excludes(path):
                notes.extend([f"{_slashes(path)}: excluded by the configuration"] if named else [])
            else:
                on_disk, size = (False, 0) if stdin else _on_disk(path)
                found = Input(_slashes(path), type_of(path) or "text", named, size, on_disk, stdin)
                inputs[os.path.normpath(path)] = found
        except NewslintError as error:
            problems.setdefault(str(error), Problem(_slashes(path), str(error)))

    def unread(path: str, error: OSError) -> None:
        message = f"{_slashes(path)}: cannot be read: {error.strerror}"
        problems.setdefault(message, Problem(_slashes(path), message))

    for path in paths:
        if path == STDIN:
            add(stdin_name or STDIN, True, stdin=True)
        elif os.path.isdir(path):
            for found in _in_folder(path, sought, unread):
                if os.path.normpath(found) not in inputs:
                    add(found, False)
        elif os.path.lexists(path):
            add(path, True)
        else:
            message = f"{path}: no such file or folder"
            problems.setdefault(message, Problem(_slashes(path), message))
    return Inputs(sorted(inputs.values(), key=lambda one: one.path), notes, list(problems.values()))


def _in_folder(folder: str, sought: Callable[[str], bool], unread: Callable[[str, OSError], None]) -> Iterable[str]:
    from newslint.run.listing import files_below

    prefix = "" if folder in (".", "./", "") else folder.rstrip("/" + os.sep) or os.sep

    def unread_below(below: str, error: OSError) -> None:
        unread(os.path.join(prefix, below).rstrip("/") or ".", error)

    for relative in files_below(folder, unread_below):
        if is_article(relative) and sought(relative):
            yield os.path.join(prefix, relative)


def is_article(relative: str) -> bool:
    """Whether a file found in a folder may be an article, judged by its path below that folder (with `/`)."""
    *folders, name = relative.split("/")
    if name.startswith((".", *_LEGAL)) or name.lower() in _NO_ARTICLE:
        return False
    if name.startswith("requirements") and name.endswith(".txt"):
        return False
    return not any(
        folder.startswith(".") or folder in _NO_FOLDER or folder.endswith(_NO_FOLDER_END) for folder in folders
    )


def _on_disk(path: str) -> tuple[bool, int]:
    """Whether a path leads to a regular file (or nowhere, which reading will tell), and its size in bytes."""
    try:
        found = os.stat(path)
    except OSError:
        return True, 0
    return stat.S_ISREG(found.st_mode), found.st_size


def _slashes(path: str) -> str:
    return path.replace("\\", "/") if os.sep == "\\" else path
