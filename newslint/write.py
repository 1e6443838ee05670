"""Puts mended bytes on disk, whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from typing import BinaryIO, NamedTuple

from newslint.model import NewslintError

_PIECE = 1 << 20  # bytes copied at a time


class State(NamedTuple):
    """What tells that another program wrote to a file meanwhile. Times in nanoseconds, size in bytes."""

    modified: int = 0
    changed: int = 0
    size: int = 0
    inode: int = 0


def state_of(path: str | os.PathLike[str]) -> State:
    """The state of a file, links followed. Raises OSError when there is none."""
    return _state(os.stat(path))


def replace(path: str | os.PathLike[str], chunks: Iterable[bytes], before: State) -> None:
    """Put `chunks` in the place of a regular file; mode, owner, extended attributes and links stay as they are.

    `before` is the file's state when it was read. The bytes go to a new file in the same folder, reach the disk, and
    take the old one's name; so after a crash at any moment the name leads to the whole old or the whole new text.
    A symbolic link stays and its target is replaced. A file with several hard links, or one whose owner a new file
    cannot have, is written in place. Raises NewslintError, the original intact and no stray file left, when the file
    is read-only, was changed since, or anything else stands in the way.
    """
    real = os.path.realpath(path)
    try:
        found = os.stat(real)
        if not stat.S_ISREG(found.st_mode):
            raise NewslintError(f"{path}: not a regular file, so it is not written to")
        # A rename would get past the mode of the file, and root past both.
        if not found.st_mode & 0o222 or not os.access(real, os.W_OK):
            raise NewslintError(f"{path}: is read-only, so it is not written to")
        spare = _spare(real, chunks)
        try:
            alike = _made_like(spare, real, found)
            if state_of(real) != before:
                raise NewslintError(f"{path}: was changed by another program meanwhile; run newslint again")
            if alike and found.st_nlink == 1:
                os.replace(spare, real)
                _sync_folder(os.path.dirname(real))
            else:
                _in_place(spare, real)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(spare)
    except OSError as error:
        raise NewslintError(f"{path}: cannot be written ({error.strerror or error}); it is as it was") from None


def _state(found: os.stat_result) -> State:
    return State(found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)


def _spare(real: str, chunks: Iterable[bytes]) -> str:
    """A new file beside `real`, hidden and of no suffix that a run reads, with the chunks safely on disk."""
    while True:
        spare = os.path.join(os.path.dirname(real), f".newslint-{os.urandom(6).hex()}.tmp")
        try:
            file = open(spare, "xb", opener=_private)  # noqa: SIM115 - closed below, whatever comes
            break
        except FileExistsError:
            continue
    try:
        with file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        os.unlink(spare)
        raise
    return spare


def _private(path: str, flags: int) -> int:
    """Nobody else reads the new file before it has the mode of the old one."""
    return os.open(path, flags, 0o600)


def _made_like(spare: str, real: str, found: os.stat_result) -> bool:
    """Give the new file the old one's owner, attributes and mode; whether it could have the owner."""
    made = os.stat(spare)
    if hasattr(os, "chown") and (made.st_uid, made.st_gid) != (found.st_uid, found.st_gid):
        try:
            os.chown(spare, found.st_uid, found.st_gid)
        except OSError:
            return False
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # a file system without them, or attributes only root may set
            for name in os.listxattr(real):
                os.setxattr(spare, name, os.getxattr(real, name))
    os.chmod(spare, stat.S_IMODE(found.st_mode))
    return True


def _in_place(spare: str, real: str) -> None:
    """Copy the new file over the old one; the old bytes come back when that fails half-way."""
    with open(real, "r+b") as file, open(spare, "rb") as new:
        old = file.read()
        try:
            _overwrite(file, iter(lambda: new.read(_PIECE), b""))
        except BaseException:
            _overwrite(file, [old])
            raise


def _overwrite(file: BinaryIO, chunks: Iterable[bytes]) -> None:
    file.seek(0)
    file.writelines(chunks)
    file.truncate()
    file.flush()
    os.fsync(file.fileno())


def _sync_folder(folder: str) -> None:
    """A rename reaches the disk only with its folder; not every system lets one sync a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
