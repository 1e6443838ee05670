"""The hooks under the real pre-commit, without a network; and the wheel in an environment of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytest.importorskip("pre_commit")

CLEAN = "The council met on Tuesday.\n"
DEFECT = "The council met on Tuesday ,then it rained.\n"


def ran(*command: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, encoding="utf-8")


def well(*command: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    made = ran(*command, cwd=cwd, env=env)
    assert made.returncode == 0, made.stdout + made.stderr
    return made.stdout


def git_environment(home: Path) -> dict[str, str]:
    """An environment in which git knows who commits, and neither git nor Python knows anything of this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON", "PRE_COMMIT"))}
    return {
        **kept,
        "HOME": str(home),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com",
    }  # fmt: skip


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """newslint as it stands here, committed to a repository of its own."""
    folder = tmp_path_factory.mktemp("hooks")
    env = git_environment(folder)
    listed = ran("git", "ls-files", "-co", "--exclude-standard", "-z", cwd=ROOT)
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in filter(None, listed.stdout.split("\0")):
        if not name.startswith(("corpus/", "bench/", "tests/")) and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((ROOT / name).read_bytes())
    well("git", "init", "-q", cwd=folder, env=env)
    well("git", "add", "-A", cwd=folder, env=env)
    well("git", "commit", "-q", "-m", "all", cwd=folder, env=env)
    return folder


@pytest.fixture(scope="session")
def wheelhouse(hooks: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Wheels of newslint, of what it needs, and of what builds it."""
    folder = tmp_path_factory.mktemp("wheelhouse")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = [*project["project"]["dependencies"], *project["build-system"]["requires"], "editables"]
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--disable-pip-version-check", "--wheel-dir", str(folder)]
    got = ran(*pip, "--retries", "1", "--timeout", "20", *needed, cwd=folder)
    if got.returncode:
        pytest.skip(f"the wheels of newslint's dependencies cannot be had: {got.stderr.strip().splitlines()[-1]}")
    well(*pip, "--no-deps", "--no-index", "--find-links", str(folder), str(hooks), cwd=folder)
    return folder


@pytest.fixture(scope="session")
def offline(wheelhouse: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which pip knows the wheelhouse and nothing else."""
    home = tmp_path_factory.mktemp("home")
    env = git_environment(home)
    env = {name: value for name, value in env.items() if not name.startswith("PIP_")}
    return {**env, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheelhouse), "PRE_COMMIT_HOME": str(home / "pre-commit")}


@pytest.fixture
def newsroom(hooks: Path, offline: dict[str, str], tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A repository of articles with the hooks named by the test's parameter."""
    rev = well("git", "rev-parse", "HEAD", cwd=hooks).strip()
    chosen = "".join(f"      - id: {name}\n" for name in request.param)
    config = f"repos:\n  - repo: {json.dumps(str(hooks))}\n    rev: {rev}\n    hooks:\n{chosen}"
    (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    well("git", "init", "-q", cwd=tmp_path, env=offline)
    well(sys.executable, "-m", "pre_commit", "install", cwd=tmp_path, env=offline)
    return tmp_path


def commit(folder: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    well("git", "add", "-A", cwd=folder, env=env)
    return ran("git", "commit", "-m", "news", cwd=folder, env=env)


@pytest.mark.parametrize("newsroom", [["newslint"]], indirect=True, ids=["newslint"])
def test_a_commit_with_a_defect_is_refused(newsroom: Path, offline: dict[str, str]) -> None:
    article = newsroom / "a b.txt"
    article.write_text(DEFECT, encoding="utf-8")
    (newsroom / "other.md").write_text(f"# Council\n\n{CLEAN}", encoding="utf-8")
    made = commit(newsroom, offline)
    assert made.returncode == 1
    assert "space-before-punctuation" in made.stdout + made.stderr
    assert article.read_text(encoding="utf-8") == DEFECT
    assert ran("git", "rev-parse", "--verify", "-q", "HEAD", cwd=newsroom, env=offline).returncode != 0
    article.write_text(CLEAN, encoding="utf-8")
    made = commit(newsroom, offline)
    assert made.returncode == 0, made.stdout + made.stderr


@pytest.mark.parametrize("newsroom", [["newslint-fix", "newslint"]], indirect=True, ids=["newslint-fix"])
def test_a_commit_is_refused_mended_and_taken(newsroom: Path, offline: dict[str, str]) -> None:
    article = newsroom / "article.txt"
    article.write_text(DEFECT, encoding="utf-8")
    made = commit(newsroom, offline)
    assert made.returncode == 1
    assert "files were modified by this hook" in made.stdout + made.stderr
    assert article.read_text(encoding="utf-8") == "The council met on Tuesday, then it rained.\n"
    made = commit(newsroom, offline)
    assert made.returncode == 0, made.stdout + made.stderr
    assert well("git", "show", "HEAD:article.txt", cwd=newsroom, env=offline) == article.read_text(encoding="utf-8")


def test_the_wheel_brings_the_rules_of_the_repository(
    wheelhouse: Path, offline: dict[str, str], tmp_path: Path
) -> None:
    well(sys.executable, "-m", "venv", "clean", cwd=tmp_path, env=offline)
    scripts = tmp_path / "clean" / ("Scripts" if os.name == "nt" else "bin")
    well(str(scripts / "python"), "-m", "pip", "install", "-q", "newslint", cwd=tmp_path, env=offline)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    asked = ("rules", "--format", "json")
    installed = json.loads(well(str(scripts / "newslint"), *asked, cwd=elsewhere, env=offline))
    here = json.loads(well(sys.executable, "-m", "newslint", *asked, cwd=elsewhere))
    assert installed == here
    assert len(installed) >= 40
    where = "import newslint, newslint.registry as r; print(newslint.__file__, r.rules_folder())"
    assert str(ROOT) not in well(str(scripts / "python"), "-c", where, cwd=elsewhere, env=offline)
    (elsewhere / "a.txt").write_text(DEFECT, encoding="utf-8")
    checked = ran(str(scripts / "newslint"), "check", "--output-format", "jsonl", ".", cwd=elsewhere, env=offline)
    assert (checked.returncode, json.loads(checked.stdout)["rule"]) == (1, "space-before-punctuation")
