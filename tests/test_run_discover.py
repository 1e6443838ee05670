"""Which files a run reads."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from newslint.config import Config
from newslint.run import listing
from newslint.run.configs import Configs
from newslint.run.discover import Inputs, discover, is_article

SUFFIXES = {".txt": "text", ".md": "markdown", ".jsonl": "jsonl"}
Tree = Callable[..., None]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    monkeypatch.chdir(tmp_path)

    def make(*names: str) -> None:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()

    return make


def found(*paths: str, config: Config | None = None, type: str | None = None, stdin: str | None = None) -> Inputs:
    return discover(paths, suffixes=SUFFIXES, configs=Configs(config), type=type, stdin_name=stdin)


def names(*paths: str, config: Config | None = None) -> list[str]:
    return [one.path for one in found(*paths, config=config or Config()).inputs]


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def test_a_folder_is_searched_for_known_suffixes(tree: Tree) -> None:
    tree("b.txt", "a/c.md", "a/d.py", "e", "f.TXT")
    assert names(".") == ["a/c.md", "b.txt", "f.TXT"]
    assert names("a") == ["a/c.md"]
    assert names("./a/") == ["./a/c.md"]


def test_what_is_no_article(tree: Tree) -> None:
    tree("requirements.txt", "requirements-dev.txt", "robots.txt", "LICENSE.txt", "LICENSE-MIT.md", "CMakeLists.txt",
         "node_modules/x/a.txt", "_site/a.md", ".hidden.txt", ".venv/a.txt", "x.egg-info/SOURCES.txt",
         "license-fees-rise.txt", "notice-to-quit.md", "README.md")  # fmt: skip
    assert names(".") == ["README.md", "license-fees-rise.txt", "notice-to-quit.md"]


def test_named_files_are_read_whatever_they_are_called(tree: Tree) -> None:
    tree("robots.txt", "story", "notes.xyz")
    assert [(one.path, one.type, one.named) for one in found("robots.txt", "story", "notes.xyz").inputs] == [
        ("notes.xyz", "text", True), ("robots.txt", "text", True), ("story", "text", True),
    ]  # fmt: skip


def test_each_file_is_read_once_and_paths_stay_as_given(tree: Tree) -> None:
    tree("a.txt", "d/b.txt")
    assert names("./a.txt", ".", "d", "d/b.txt") == ["./a.txt", "d/b.txt"]
    assert names("./a.txt") == ["./a.txt"]


def test_a_type_holds_for_every_file(tree: Tree) -> None:
    tree("a.txt", "b.py")
    assert [(one.path, one.type) for one in found(".", type="html").inputs] == [("a.txt", "html"), ("b.py", "html")]


def test_excluded_files_even_when_named(tree: Tree, tmp_path: Path) -> None:
    tree("archive/2020/a.txt", "b.txt")
    config = Config(folder=tmp_path, exclude=["archive/**"])
    assert names(".", config=config) == ["b.txt"]
    result = found("archive/2020/a.txt", "b.txt", config=config)
    assert [one.path for one in result.inputs] == ["b.txt"]
    assert result.notes == ["archive/2020/a.txt: excluded by the configuration"]


def test_the_words_of_the_house_are_no_article(tree: Tree, tmp_path: Path) -> None:
    tree("a.txt", "house/words.txt", "words.txt")
    config = Config(folder=tmp_path, vocab=["house/words.txt"])
    assert names(".", config=config) == ["a.txt", "words.txt"]
    assert names("house/words.txt", config=config) == []


def test_missing_paths_are_problems_and_the_rest_goes_on(tree: Tree) -> None:
    tree("a.txt")
    result = found("a.txt", "nothing.txt")
    assert [one.path for one in result.inputs] == ["a.txt"]
    assert [problem.message for problem in result.problems] == ["nothing.txt: no such file or folder"]


def test_folders_that_cannot_be_read_are_problems(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tree("a.txt", "shut/b.txt", "open/shut/c.txt")
    scandir = os.scandir

    def refusing(path: str) -> object:
        if os.path.basename(path) == "shut":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    result = found(".", "shut")
    assert [one.path for one in result.inputs] == ["a.txt"]
    assert [problem.message for problem in result.problems] == [
        "open/shut: cannot be read: Permission denied", "shut: cannot be read: Permission denied",
    ]  # fmt: skip


def test_a_wrong_configuration_is_one_problem(tree: Tree, tmp_path: Path) -> None:
    tree("bad/a.txt", "bad/b.txt", "good/c.txt")
    (tmp_path / "bad" / "newslint.toml").write_text("selct = 1")
    result = found(".")
    assert [one.path for one in result.inputs] == ["good/c.txt"]
    assert [problem.message for problem in result.problems] == [
        "bad/newslint.toml:1: unknown key “selct”, did you mean “select”?"
    ]


def test_standard_input_takes_its_name_and_type(tree: Tree) -> None:
    tree()
    assert [(one.path, one.type, one.on_disk) for one in found("-").inputs] == [("-", "text", False)]
    assert [(one.path, one.type) for one in found("-", stdin="x/a.md").inputs] == [("x/a.md", "markdown")]


IGNORED = ("kept.txt", "old.txt", "drafts/a.txt", "drafts/keep/b.txt", "sub/old.txt", "sub/more/c.txt")


@pytest.mark.parametrize("with_git", [True, False])
def test_what_git_ignores(tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_git: bool) -> None:
    tree(*IGNORED)
    git("init", "-q")
    (tmp_path / ".gitignore").write_text("old.txt\n/drafts/*\n!/drafts/keep/\n")
    (tmp_path / "sub" / ".gitignore").write_text("!old.txt\nmore/\n")
    if not with_git:
        monkeypatch.setattr(listing, "_git_files", lambda folder: None)
    assert names(".") == ["drafts/keep/b.txt", "kept.txt", "sub/old.txt"]
    assert names("sub") == ["sub/old.txt"]
    assert names("drafts") == ["drafts/keep/b.txt"]
    assert names("sub/more") == ["sub/more/c.txt"], "named by hand although ignored"


def test_git_files_that_are_gone_and_repositories_inside(tree: Tree, tmp_path: Path) -> None:
    tree("a.txt", "gone.txt", "inner/b.txt", "inner/ignored.txt")
    git("init", "-q")
    git("-C", "inner", "init", "-q")
    (tmp_path / "inner" / ".gitignore").write_text("ignored.txt\n")
    git("add", "a.txt", "gone.txt")
    (tmp_path / "gone.txt").unlink()
    assert names(".") == ["a.txt", "inner/b.txt"]


def test_odd_file_names(tree: Tree) -> None:
    odd = ["new\nline.txt", 'quo"te.txt', "café.txt", "a b.txt", "-x.txt"]
    tree(*odd)
    git("init", "-q")
    assert names(".") == sorted(odd)


@pytest.mark.parametrize("name", [
    "a.txt", "news/license-fees-rise.txt", "notice.md", "security.md", "my-requirements.txt", "requirements.md",
    "requirements.txt", "sub/requirements-dev.txt", "LICENSE-MIT.md", "license.txt", "Licence.md", "robots.txt",
    "CMakeLists.txt", "COPYING.txt", "NOTICE.txt", "constraints.txt", "llms-full.txt",
])  # fmt: skip
def test_hooks_name_no_file_that_is_no_article(name: str) -> None:
    """pre-commit names every file, and what is named is read: so the hooks leave out what a folder would."""
    for hook in yaml.safe_load((Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text()):
        assert (re.search(hook["exclude"], name) is None) == is_article(name)
