"""Each layer imports only those below it; no file outgrows its purpose."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_layers_hold() -> None:
    tool = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([str(tool)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]


def test_files_keep_to_one_purpose() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "newslint").rglob("*.py")
        if (lines := path.read_text(encoding="utf-8").count("\n")) > 320
    }
    assert long == {}
    assert not list((ROOT / "newslint").rglob("utils.py"))
