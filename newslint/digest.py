"""BLAKE2 from where it lies: `hashlib` loads OpenSSL as well, which takes 2 ms of a small run."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # a Python that was built without its own
    from hashlib import blake2b

__all__ = ["blake2b"]
