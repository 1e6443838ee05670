"""Files read, told apart by content, and replaced whole or not at all with their mode, owner and links kept."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b

from newslint.model import NewslintError


def read(path: str) -> bytes:
    """The bytes of a file. Raises NewslintError when it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise NewslintError(f"{path}: cannot be read: {error.strerror}") from None


def content_key(data: bytes) -> str:
    """What tells that a file has other bytes now."""
    return blake2b(data, digest_size=16).hexdigest()


def state_of(path: str) -> tuple[int, int]:
    """What tells that a file was written meanwhile: its time and size."""
    found = os.stat(path)
    return found.st_mtime_ns, found.st_size


def replace(path: str, chunks: Iterable[bytes], before: tuple[int, int]) -> None:
    """Put `chunks` in the place of a regular file; a symbolic link stays one and its target is replaced.

    `before` is the file's `state_of` when it was read. Raises NewslintError, with the file as it was, when it was
    changed since, or when it cannot be written. A file with several hard links is written in place.
    """
    real = os.path.realpath(path)
    beside = os.path.join(os.path.dirname(real), f".{os.path.basename(real)}.newslint-{os.getpid()}")
    try:
        found = os.stat(real)
        if not stat.S_ISREG(found.st_mode):
            raise NewslintError(f"{path}: not a regular file, so it is not written to")
        try:
            with open(beside, "xb") as file:
                _like(file.fileno(), found)
                file.writelines(chunks)
                file.flush()
                os.fsync(file.fileno())
            if state_of(real) != before:
                raise NewslintError(f"{path}: was changed by another program meanwhile; run newslint again")
            if found.st_nlink > 1:
                with open(beside, "rb") as made, open(real, "r+b") as file:
                    while piece := made.read(1 << 20):
                        file.write(piece)
                    file.truncate()
            else:
                os.replace(beside, real)
        finally:
            with suppress(OSError):
                os.unlink(beside)
    except OSError as error:
        raise NewslintError(f"{path}: cannot be written: {error.strerror}") from None


def _like(descriptor: int, found: os.stat_result) -> None:
    if hasattr(os, "fchown"):
        with suppress(OSError):
            os.fchown(descriptor, found.st_uid, found.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, stat.S_IMODE(found.st_mode))
