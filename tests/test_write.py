"""Files are written whole or not at all, and all but their text stays as it was."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from newslint import write
from newslint.model import NewslintError

POSIX = pytest.mark.skipif(os.name != "posix", reason="speaks of POSIX file systems")


def put(path: Path, data: bytes = b"new") -> None:
    write.replace(path, [data], write.state_of(path))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(b"the old text")
    return path


def refused(path: Path, why: str, data: bytes = b"new") -> None:
    """The file cannot be written, for the reason given, and is as it was; nothing lies beside it."""
    before, beside = path.read_bytes(), sorted(os.listdir(path.parent))
    with pytest.raises(NewslintError, match=why):
        put(path, data)
    assert path.read_bytes() == before
    assert sorted(os.listdir(path.parent)) == beside


def test_chunks_take_the_place_of_the_text(article: Path) -> None:
    write.replace(article, iter([b"a ", b"new", b" text"]), write.state_of(article))
    assert article.read_bytes() == b"a new text"
    assert os.listdir(article.parent) == ["article.txt"]


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_mode_is_kept(article: Path, mode: int) -> None:
    article.chmod(mode)
    put(article)
    assert stat.S_IMODE(article.stat().st_mode) == mode


@POSIX
def test_nobody_reads_a_private_text_on_its_way(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article.chmod(0o600)
    modes = []

    def noted(handle: int) -> None:
        modes.append(stat.S_IMODE(os.fstat(handle).st_mode))

    monkeypatch.setattr(os, "fsync", noted)
    put(article)
    assert modes[0] == 0o600


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_owner_is_kept(article: Path) -> None:
    os.chown(article, 1234, 2345)
    put(article)
    assert (article.stat().st_uid, article.stat().st_gid) == (1234, 2345)


@POSIX
def test_owner_that_cannot_be_had_means_writing_in_place(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    real = os.stat

    def foreign(path: object, *rest: object, **more: object) -> os.stat_result:
        found = real(path, *rest, **more)  # type: ignore[call-overload]
        return os.stat_result([*found[:4], found.st_uid + ("article" in str(path)), *found[5:]], _times(found))

    inode = article.stat().st_ino
    monkeypatch.setattr(os, "chown", forbidden)
    monkeypatch.setattr(os, "stat", foreign)
    put(article)
    monkeypatch.undo()
    assert article.read_bytes() == b"new"
    assert article.stat().st_ino == inode
    assert os.listdir(article.parent) == ["article.txt"]


def _times(found: os.stat_result) -> dict[str, int]:
    return {name: getattr(found, name) for name in ("st_mtime_ns", "st_ctime_ns", "st_atime_ns")}


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes here")
def test_extended_attributes_are_kept(article: Path) -> None:
    try:
        os.setxattr(article, "user.desk", b"foreign")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    put(article)
    assert os.getxattr(article, "user.desk") == b"foreign"


@POSIX
def test_symbolic_links_stay_and_lead_to_the_new_text(article: Path) -> None:
    folder = article.parent / "links"
    folder.mkdir()
    near, far = folder / "near.txt", folder / "far.txt"
    near.symlink_to("../article.txt")
    far.symlink_to(near)
    put(far)
    assert article.read_bytes() == b"new"
    assert far.is_symlink()
    assert near.readlink() == Path("../article.txt")
    assert sorted(os.listdir(folder)) == ["far.txt", "near.txt"]


@POSIX
def test_hard_links_stay_one_file(article: Path) -> None:
    other = article.parent / "other.txt"
    os.link(article, other)
    put(article, b"short")
    assert other.read_bytes() == b"short"
    assert other.samefile(article)
    put(other, b"a good deal longer than before")
    assert article.read_bytes() == b"a good deal longer than before"
    assert sorted(os.listdir(article.parent)) == ["article.txt", "other.txt"]


@POSIX
def test_hard_links_keep_the_old_text_when_writing_fails_half_way(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.link(article, article.parent / "other.txt")
    real, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:  # the copy is on disk, the file itself is not
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    refused(article, "No space left")


@POSIX
def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 251 + ".txt")
    path.write_bytes(b"old")
    put(path)
    assert path.read_bytes() == b"new"


def test_read_only_file(article: Path) -> None:
    article.chmod(0o444)
    refused(article, "article.txt: is read-only")


@POSIX
def test_read_only_folder(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() == 0:  # no mode stops root
        real = os.open

        def forbidden(path: str, flags: int, *rest: int) -> int:
            if flags & os.O_CREAT:
                raise PermissionError(13, "Permission denied")
            return real(path, flags, *rest)

        monkeypatch.setattr(os, "open", forbidden)
    else:
        article.parent.chmod(0o555)
    try:
        refused(article, "Permission denied")
    finally:
        article.parent.chmod(0o755)


@POSIX
@pytest.mark.parametrize("links", [1, 2])
def test_full_disk(article: Path, links: int) -> None:
    """The system itself refuses: no file of this process may grow beyond 100 bytes."""
    if links > 1:
        os.link(article, article.parent / "other.txt")
    code = f"""
import resource, signal
from newslint import write
from newslint.model import NewslintError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    write.replace({str(article)!r}, [b"x" * 90, b"y" * 90], write.state_of({str(article)!r}))
except NewslintError as error:
    print(error)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "article.txt: cannot be written (File too large); it is as it was" in ran.stdout
    assert article.read_bytes() == b"the old text"
    assert len(os.listdir(article.parent)) == links


@POSIX
def test_not_a_regular_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with pytest.raises(NewslintError, match="not a regular file"):
        put(pipe)


def test_a_file_that_is_gone(article: Path) -> None:
    before = write.state_of(article)
    article.unlink()
    with pytest.raises(NewslintError, match="cannot be written"):
        write.replace(article, [b"new"], before)
    assert os.listdir(article.parent) == []


@pytest.mark.parametrize("text", [b"the new text", b"what an editor saved just now"])
def test_a_file_changed_meanwhile(article: Path, text: bytes) -> None:
    """Even by as many bytes, and even while the new ones were on their way to disk."""
    before = write.state_of(article)

    def chunks() -> Iterator[bytes]:
        yield b"mended"
        time.sleep(0.02)  # a file system's clock is coarser than this
        article.write_bytes(text)

    with pytest.raises(NewslintError, match="was changed by another program"):
        write.replace(article, chunks(), before)
    assert article.read_bytes() == text
    assert os.listdir(article.parent) == ["article.txt"]


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), KeyboardInterrupt()])
def test_whatever_stops_it_leaves_nothing_behind(article: Path, error: BaseException) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise error

    with pytest.raises((NewslintError, KeyboardInterrupt)):
        write.replace(article, chunks(), write.state_of(article))
    assert article.read_bytes() == b"the old text"
    assert os.listdir(article.parent) == ["article.txt"]


@POSIX
def test_killed_at_any_moment_each_file_is_wholly_old_or_wholly_new(tmp_path: Path) -> None:
    """`newslint fix` over 200 files, killed again and again, and in the end left to finish."""
    random = Random(1)
    old = "".join(f"The council ,which met on day {n} , lost the the vote. \n\n" for n in range(40)).encode()
    paths = [tmp_path / f"article-{n:03}.txt" for n in range(200)]
    for path in paths:
        path.write_bytes(old)
    command = [sys.executable, "-m", "newslint", "fix", "--isolated", "--no-cache", "--quiet", "."]

    def state() -> list[bytes]:
        return [path.read_bytes() for path in paths]

    started = time.monotonic()
    expected = _mended(tmp_path / "one", old, command)
    alone = time.monotonic() - started
    seen = set()
    for _ in range(8):
        process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 20
        begun = state().count(expected)
        while state().count(expected) == begun and process.poll() is None and time.monotonic() < until:
            time.sleep(0.005)
        time.sleep(random.random() * min(alone, 0.2) / 4)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert set(state()) <= {old, expected}
        seen.add(state().count(expected))
    subprocess.run(command, cwd=tmp_path, check=False, capture_output=True)
    assert set(state()) == {expected}
    assert any(0 < count < len(paths) for count in seen), "no kill came while files were being written"
    # A file that a kill left behind is hidden and has no suffix of an article.
    assert all(name.startswith(".newslint-") for name in os.listdir(tmp_path) if not name.endswith((".txt", "one")))


def _mended(folder: Path, old: bytes, command: list[str]) -> bytes:
    folder.mkdir()
    path = folder / "one.txt"
    path.write_bytes(old)
    subprocess.run([*command[:-1], "one.txt"], cwd=folder, check=False, capture_output=True)
    new = path.read_bytes()
    assert new != old
    return new
