"""A stand-in for a LanguageTool server, whose behaviour a test can steer."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cli_support import Runner


@pytest.fixture(name="closed")
def closed_port() -> str:
    """The address of a port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


def fault(
    text: str, words: str, rule: str = "DT_DT", category: str = "GRAMMAR", new: str = "x"
) -> dict[str, Any] | None:
    """What LanguageTool would say of the words in a text, if they are there."""
    at = text.find(words)
    if at < 0:
        return None
    units = len(text[:at].encode("utf-16-le")) // 2
    return {
        "message": f"Not “{words}”", "offset": units, "length": len(words), "sentence": text,
        "replacements": [{"value": one} for one in new.split("|") if one],
        "context": {"text": text, "offset": at, "length": len(words)},
        "rule": {"id": rule, "issueType": "grammar", "category": {"id": category, "name": category}},
    }  # fmt: skip


class StandIn:
    """A server that knows a few faults, and “beleive” as a word of elsewhere.

    `hang`: it answers no check of a text; `asked` are the texts it got, `words` the single words and their language.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.words: list[tuple[str, str]] = []
        self.closed = threading.Event()
        self.hang = self.garbage = self.dies = False
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                languages = [{"code": "en", "longCode": long, "name": "E"} for long in ("en-US", "en-GB")]
                software = {"software": {"version": "6.8", "buildDate": ""}, "matches": []}
                self._answer(languages if urlsplit(self.path).path == "/v2/languages" else software)

            def do_POST(self) -> None:
                body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                text = body["text"][0]
                if text in ("recieve", "beleive"):  # a word alone: is it known elsewhere?
                    found = [] if text == "beleive" else [fault(text, text, "SPELL", "TYPOS")]
                    outer.words.append((text, body["language"][0]))
                    self._answer({"matches": found})
                    return
                outer.asked.append(text)
                if outer.dies:
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                if outer.hang:
                    outer.closed.wait(60)
                found = [
                    fault(text, "they goes", new="they go"), fault(text, "alot", "SPELL", "TYPOS"),
                    fault(text, "recieve", "SPELL", "TYPOS", "receive|relieve"),
                    fault(text, "Zelenski", "SPELL", "TYPOS"), fault(text, "beleive", "SPELL", "TYPOS", "believe"),
                    fault(text, "colour", "SPELL", "TYPOS"), fault(text, "very unique", "WORDY", "STYLE"),
                ]  # fmt: skip
                self._answer([] if outer.garbage else {"matches": [one for one in found if one]})

            def _answer(self, value: Any) -> None:
                data = json.dumps(value).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                with contextlib.suppress(OSError):
                    self.wfile.write(data)

            def log_message(self, *arguments: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self) -> None:
        self.closed.set()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(name="stand_in")
def standing_in(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    pytest.importorskip("language_tool_python")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(newslint.folder.parent / "cache"))
    made = StandIn()
    newslint.house(f'[languagetool]\nserver = "{made.url}"\n')
    yield made
    made.close()
