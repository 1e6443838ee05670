"""LanguageTool itself, where NEWSLINT_LANGUAGETOOL names the folder that bench/setup_languagetool.py made."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_support import Runner, in_folder  # noqa: F401 - the fixture
from process_support import gone, needs_proc

from newslint.languagetool import server as servers
from newslint.languagetool.server import Server, find

FOLDER = os.environ.get("NEWSLINT_LANGUAGETOOL", "")
HAT, FACE = "\U0001f3a9", "\U0001f600"

pytestmark = pytest.mark.skipif(
    not Path(FOLDER, "LanguageTool-6.8").is_dir(), reason="NEWSLINT_LANGUAGETOOL names no folder"
)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server that newslint starts itself, ended at the end."""
    pytest.importorskip("language_tool_python")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LTP_PATH", FOLDER)
        patch.setattr(servers, "DEFAULT", "http://127.0.0.1:9/")
        made = find({})
    process = made.process
    assert process is not None
    yield made
    made.close()
    assert process.poll() is not None


@pytest.fixture(name="asking")
def runner_that_asks(newslint: Runner, server: Server, monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(newslint.folder.parent / "cache"))
    newslint.house(f'[languagetool]\nserver = "{server.url}"\ntimeout = 60\n')
    return newslint


def found(asking: Runner, name: str, text: str, *more: str) -> list[tuple[str, str]]:
    """The rules of LanguageTool that speak up in a file of this text, each with the slice that it is about."""
    asking.write(name, text)
    ran = asking("check", name, "--languagetool", "--output-format", "json", *more)
    assert ran.err == ""
    return [(one["rule"].removeprefix("languagetool/"), text[one["start"] : one["end"]]) for one in json.loads(ran.out)]


SPELLING = "MORFOLOGIK_RULE_EN_US"


def test_findings_stand_where_they_belong(asking: Runner, server: Server) -> None:
    assert server.version.startswith("6.8")
    text = f"The man {HAT} e\u0301te\u0301.\r\n\r\n{FACE} "
    text += f"He went to the a house.\r\nWe definately {HAT} did and we saw alot.\r\n"
    assert found(asking, "a.txt", text) == [("DT_DT", "the a"), (SPELLING, "definately"), ("alot", "alot")]
    page = (
        f"<p>One {HAT} &amp; two &eacute;: it <i>defin</i>itely was <b>the</b> a house, and <i>definately</i> so.</p>"
    )
    assert found(asking, "a.html", page) == [("DT_DT", "the</b> a"), (SPELLING, "definately")]


def test_names_and_the_english_of_others_are_spelt_right(asking: Runner) -> None:
    text = "Zelenski and Przemysl Gorski coloured the fossilised medallion, and were appalled by the candour of it.\n"
    assert found(asking, "a.txt", text) == []
    assert found(asking, "b.txt", text + "Recieve it.\n\nThe Recieve of old is a house, and they recieve it.\n") == []


def test_categories_can_be_switched_on(asking: Runner) -> None:
    text = "He came at 12 midnight and he left in the month of May, in close proximity to it, and wore a fedoora.\n"
    assert found(asking, "a.txt", text) == []
    assert found(asking, "a.txt", text, "--extend-select", "languagetool/REDUNDANCY")
    assert found(asking, "a.txt", text, "--extend-select", "languagetool/TYPOS") == [(SPELLING, "fedoora")]


@needs_proc
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_java_does_not_outlive_a_run(tmp_path: Path, number: signal.Signals) -> None:
    pytest.importorskip("language_tool_python")
    for i in range(200):
        (tmp_path / f"{i}.txt").write_text(f"The {i} men went to the house, and they saw all {i} of it again.\n" * 40)
    environment = {**os.environ, "LTP_PATH": FOLDER, "NEWSLINT_CACHE_DIR": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "newslint", "check", "--isolated", "--languagetool", str(tmp_path)]
    run = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until, java = time.monotonic() + 60, 0
    while not java and run.poll() is None and time.monotonic() < until:
        time.sleep(0.1)
        java = next((child for child in children(run.pid) if name_of(child) == "java"), 0)
    assert java
    run.send_signal(number)
    run.wait(20)
    assert run.returncode in (130, -signal.SIGTERM)
    assert gone(java)


def children(parent: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
    except OSError:
        return []


def name_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/comm").read_text().strip()
    except OSError:
        return ""
