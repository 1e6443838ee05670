"""LanguageTool: servers that are found, started and ended, whatever becomes of the run."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest
from languagetool_support import closed_port  # noqa: F401 - the fixture
from process_support import gone, needs_proc

from newslint.languagetool import server as servers
from newslint.languagetool.server import Server, base, find, guarded, watched
from newslint.model import NewslintError


def test_addresses() -> None:
    for address in (
        "127.0.0.1:8081",
        "http://127.0.0.1:8081/",
        "http://127.0.0.1:8081/v2",
        "http://127.0.0.1:8081/v2/",
    ):
        assert base(address) == "http://127.0.0.1:8081/"


def test_watched() -> None:
    assert watched(lambda: 3, 5) == 3
    with pytest.raises(TimeoutError, match=r"0\.05 seconds"):
        watched(lambda: time.sleep(3), 0.05)
    with pytest.raises(SystemExit):
        watched(lambda: exit(4), 5)


def test_no_java(closed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("language_tool_python")
    monkeypatch.setattr(servers, "DEFAULT", closed)
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(NewslintError, match="Java"):
        find({})


def test_a_server_that_dies_at_start_is_told_at_once(closed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    package = pytest.importorskip("language_tool_python.download_lt")
    monkeypatch.setattr(servers, "DEFAULT", closed)
    monkeypatch.setattr("shutil.which", lambda name: "/bin/java")
    tool = package.ReleaseLocalLanguageTool
    monkeypatch.setattr(tool, "download", lambda self: None)
    monkeypatch.setattr(tool, "get_server_cmd", lambda self, port: ["false"])
    with pytest.raises(NewslintError, match="ended at once"):
        find({})


@needs_proc
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_a_server_does_not_outlive_its_run(number: signal.Signals) -> None:
    code = (
        "import time; from newslint.languagetool.server import guarded; print(guarded(['sleep', '99']).pid, flush=True)"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", f"{code}; time.sleep(99)"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert run.stdout is not None
    server = int(run.stdout.readline())
    assert not gone(server, within=0)
    run.send_signal(number)
    run.wait(10)
    run.stdout.close()
    assert gone(server)


def test_a_server_is_ended_by_close() -> None:
    server = Server("", "", guarded(["sleep", "99"]))
    process = server.process
    assert process is not None
    server.close()
    assert process.poll() is not None
    server.close()
