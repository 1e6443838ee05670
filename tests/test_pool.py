"""Worker processes do not outlive their run."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest
from process_support import gone, needs_proc

SCRIPT = """
import os, time
from newslint.run.pool import ordered

def work(task):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(0.2)

list(ordered(work, range(1000), 2, id, (0,)))
"""


@needs_proc
@pytest.mark.skipif(sys.platform != "linux", reason="a script on the command line cannot spawn")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_workers_do_not_outlive_their_run(number: signal.Signals) -> None:
    run = subprocess.Popen([sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert run.stdout is not None
    workers = {int(run.stdout.readline()) for _ in range(4)}
    assert len(workers) == 2
    run.send_signal(number)
    run.wait(10)
    assert all(gone(worker) for worker in workers)
    run.stdout.close()
