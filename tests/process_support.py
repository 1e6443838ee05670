"""Processes that a test started, and whether they are gone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")


def gone(process: int, within: float = 10) -> bool:
    """Whether a process ends within some seconds (or waits to be buried: not every machine has somebody for that)."""
    until = time.monotonic() + within
    while True:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
