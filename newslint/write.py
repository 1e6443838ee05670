"""Puts mended bytes on disk, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from newslint.model import NewslintError


def write(path: str | Path, data: bytes, *, expected: bytes | None = None) -> None:
    """Replace the content of a file by `data`, atomically; mode, owner and symbolic links are kept.

    A symbolic link stays and its target is replaced. A file with several hard links is written in place, since a
    rename would part them. `expected`: what the file held when it was read; if it changed since, nothing is written.
    Raises NewslintError, the original intact and no stray file left, when anything stands in the way.
    """
    target = Path(os.path.realpath(path))
    try:
        before = target.stat()
        if not os.access(target, os.W_OK):
            raise NewslintError(f"{path}: the file is read-only; nothing was written")
        if expected is not None and target.read_bytes() != expected:
            raise NewslintError(f"{path}: the file changed while newslint worked on it; nothing was written")
        if before.st_nlink > 1:
            _in_place(target, data)
        else:
            _replaced(target, data, before)
    except OSError as error:
        raise NewslintError(f"{path}: cannot write: {error.strerror or error}; the file is as it was") from None


def _in_place(target: Path, data: bytes) -> None:
    """Hard links: write to a copy first, so that a full disk shows before the original is touched."""
    spare = _beside(target)
    try:
        _fill(spare, data)
        with target.open("r+b") as file:
            file.write(data)
            file.truncate()
            file.flush()
            os.fsync(file.fileno())
    finally:
        spare.unlink(missing_ok=True)


def _replaced(target: Path, data: bytes, before: os.stat_result) -> None:
    spare = _beside(target)
    try:
        _fill(spare, data)
        spare.chmod(stat.S_IMODE(before.st_mode))
        if hasattr(os, "chown") and (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
            with contextlib.suppress(PermissionError):  # only root may give a file away
                os.chown(spare, before.st_uid, before.st_gid)
                spare.chmod(stat.S_IMODE(before.st_mode))
        spare.replace(target)
    except BaseException:
        spare.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.newslint-{os.getpid()}")


def _fill(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """The rename itself reaches the disk only with its folder; not every system lets one sync a folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
