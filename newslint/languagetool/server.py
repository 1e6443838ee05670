"""A LanguageTool server: one that runs already, or one of language-tool-python that is started here and ended again."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from queue import Empty, SimpleQueue
from typing import Any, TypeVar
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import OpenerDirector, ProxyHandler, build_opener

from newslint.model import NewslintError

Made = TypeVar("Made")

DEFAULT = "http://127.0.0.1:8081/"
TIMEOUT = 30  # seconds to wait for an answer
_GUARD = 'exec 3<&0; { read -r _ <&3; kill -9 $$; } & exec "$@" </dev/null 3<&-'
_READY, _DOWNLOAD, _PROBE, _END = 90, 900, 3, 5  # seconds for a start, a download, a first sign of life, an end


class Server:
    """A server that answers at `url` (ends in a slash). `close` ends it if this process started it.

    `lost`: it did not answer a question, and is asked no more.
    """

    def __init__(self, url: str, version: str, process: subprocess.Popen[bytes] | None = None) -> None:
        self.url = url
        self.version = version
        self.process = process
        self.lost = False

    def __reduce__(self) -> tuple[Any, ...]:
        return Server, (self.url, self.version)  # worker processes ask it, and leave it running

    def close(self) -> None:
        """End the process, by force when it does not listen. Does nothing the second time."""
        process, self.process = self.process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_END)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdin:
            process.stdin.close()


def find(table: Mapping[str, Any], tell: Callable[[str], None] = lambda message: None) -> Server:
    """The server of a `[languagetool]` table: the one it names; else one on this machine, else a new one.

    `tell` hears of a start, which takes some seconds. Raises NewslintError when the package, Java or the server is
    missing, or does not answer in time.
    """
    package()
    timeout = table.get("timeout") or TIMEOUT
    if table.get("server"):
        url = base(table["server"])
        return Server(url, version(url, timeout))
    if _alive(DEFAULT):
        try:
            return Server(DEFAULT, version(DEFAULT, timeout))
        except NewslintError:
            pass  # something else listens there
    return _started(tell)


def package() -> Any:
    """language-tool-python. Raises NewslintError when it is not installed."""
    try:
        return import_module("language_tool_python")
    except ImportError:
        what = "language-tool-python is not installed"
        raise NewslintError(f"LanguageTool: {what}; try: pip install 'newslint[languagetool]'") from None


def base(address: str) -> str:
    """An address as the package wants it: with a scheme, without the /v2 that it adds, ended by a slash."""
    url = address if "://" in address else f"http://{address}"
    return url.rstrip("/").removesuffix("/v2") + "/"


def local(url: str) -> bool:
    """Whether a URL is one of this machine, which no proxy may stand before."""
    return urlsplit(url).hostname in ("localhost", "127.0.0.1", "::1")


def watched(action: Callable[[], Made], seconds: float) -> Made:
    """What `action` returns. Raises what it raises, and TimeoutError after `seconds`, leaving it to itself."""
    box: SimpleQueue[tuple[list[Made], BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            box.put(([action()], None))
        except BaseException as error:
            box.put(([], error))

    threading.Thread(target=run, daemon=True).start()
    try:
        made, error = box.get(timeout=seconds)
    except Empty:
        raise TimeoutError(f"no answer within {seconds:g} seconds") from None
    if error is not None:
        raise error
    return made[0]


def version(url: str, seconds: float) -> str:
    """The version and build date of the server at `url`. Raises NewslintError when none answers in time."""
    try:
        answer = watched(lambda: _get(f"{url}v2/check?language=en-US&text=News.", seconds), seconds)
        software = json.loads(answer)["software"]
        return f"{software['version']} {software.get('buildDate', '')}"
    except TimeoutError:
        why = f"no answer within {seconds:g} seconds"
    except URLError as error:
        why = str(getattr(error.reason, "strerror", "") or error.reason).lower()
    except OSError as error:
        why = str(error.strerror or error).lower()
    except (ValueError, TypeError, KeyError):
        why = "what answers is no LanguageTool"
    raise NewslintError(f"LanguageTool: no server at {url}: {why}")


def _alive(url: str) -> bool:
    try:
        return watched(lambda: _get(f"{url}v2/healthcheck", _PROBE), _PROBE) is not None
    except (OSError, ValueError):
        return False


def _get(url: str, seconds: float) -> bytes:
    with _opener(url).open(url, timeout=seconds) as answer:
        data: bytes = answer.read(1_000_000)
    return data


def _opener(url: str) -> OpenerDirector:
    return build_opener(ProxyHandler({})) if local(url) else build_opener()


def _started(tell: Callable[[str], None]) -> Server:
    """A new server on a free port of this machine, from LTP_PATH or what the package downloads (250 MB, once)."""
    if shutil.which("java") is None:
        raise NewslintError("LanguageTool: no server is configured or runs, and Java (17 or newer) is not installed")
    tell("starting LanguageTool …")
    try:
        downloads = import_module("language_tool_python.download_lt")
        copy = downloads.LocalLanguageTool.from_version_name(downloads.LTP_DOWNLOAD_VERSION)
        watched(copy.download, _DOWNLOAD)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        return _ready(guarded(copy.get_server_cmd(port)), f"http://127.0.0.1:{port}/")
    except (Exception, SystemExit) as error:  # the package raises what it likes
        raise NewslintError(f"LanguageTool: no server runs, and none can be started: {reason(error)}") from None


def guarded(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """A process that ends when this one does, however that ends: `kill -9` leaves no time to end it.

    A shell becomes the process, and leaves a part of itself behind that reads a pipe until nobody holds its other end.
    In a session of its own it gets no Ctrl-C, so that it is not gone before this one.
    """
    if os.name == "posix":
        command = ["/bin/sh", "-c", _GUARD, "sh", *command]
    silent = subprocess.DEVNULL
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=silent, stderr=silent, env=_memory(), start_new_session=True
    )


def reason(error: BaseException) -> str:
    """What went wrong, in a few words: the package hands on the errors of other libraries as they are."""
    text = str(error).strip().split("\n")[0]
    if "ConnectionPool(" in text or "Connection aborted" in text:
        host = re.search(r"host='([^']*)', port=(\d+)", text)
        return f"no connection to {host[1]}:{host[2]}" if host else "the connection failed"
    return text[:200] or type(error).__name__


def _ready(process: subprocess.Popen[bytes], url: str) -> Server:
    """The server once it answers. Raises RuntimeError when its process ends, TimeoutError when it takes too long."""
    server = Server(url, "", process)
    try:
        until = time.monotonic() + _READY
        while process.poll() is None and not _alive(url):
            if time.monotonic() > until:
                raise TimeoutError(f"not ready after {_READY} seconds")
            time.sleep(0.2)
        if process.poll() is not None:
            raise RuntimeError(f"its process ended at once (status {process.returncode})")
        server.version = version(url, _READY)
    except BaseException:
        server.close()
        raise
    return server


def _memory() -> dict[str, str]:
    """The environment of a server: no more than a gigabyte, unless the user says otherwise."""
    return {"JAVA_TOOL_OPTIONS": "-Xmx1000m", **os.environ}
