"""Files read, and told apart by content."""

from __future__ import annotations

from newslint.digest import blake2b
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
