"""LanguageTool: what is sent, what is kept of the answers, and what happens when none come.

A stand-in server answers like LanguageTool where its behaviour has to be steered; the last tests ask a real one, where
NEWSLINT_LANGUAGETOOL names the folder that bench/setup_languagetool.py made.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cli_support import Ran, Runner, in_folder  # noqa: F401 - the fixture

from newslint.document import Document
from newslint.languagetool import Tool
from newslint.languagetool import server as servers
from newslint.languagetool.answers import Answer
from newslint.languagetool.choice import Wanted, mentions
from newslint.languagetool.counts import Counts, near
from newslint.languagetool.server import Server, base, find, reason, watched
from newslint.languagetool.text import Piece, pieces, sendable
from newslint.model import NewslintError
from newslint.settings import Choice
from newslint.source import Source

REAL = os.environ.get("NEWSLINT_LANGUAGETOOL", "")
HAT, FACE = "\U0001f3a9", "\U0001f600"


def document(text: str) -> Document:
    return Document.of_text(Source("a.txt", text))


# Text


def test_what_is_sent_is_as_long_as_the_prose() -> None:
    text = f"A {HAT}b\nc\x00 \ud800 “d” é \u2028e"
    sent = sendable(text)
    assert sent == "A \ufffdb c\ufffd \ufffd “d” é \ufffde"
    assert len(sent) == len(text)
    assert all(ord(char) < 0x10000 for char in sent)


def test_paragraphs_are_joined_and_lead_back() -> None:
    text = f"The first one is here.\r\n\r\nThe {FACE} second one is over there.\r\n\r\nThe third one, of course.\r\n"
    made = document(text)
    (piece,) = pieces(made)
    assert piece.text.count("\n\n") == 2
    at = piece.text.index("second")
    span = piece.prose(at, at + 6)
    assert span is not None
    assert made.prose[slice(*span)] == "second"
    start, end = made.offsets.span(*span)
    assert text[start:end] == "second"
    assert piece.prose(at, piece.text.index("third")) is None, "not over paragraphs"
    assert piece.prose(at, at) is None
    assert Piece("", ()).prose(0, 1) is None


def test_pieces_are_of_limited_length() -> None:
    paragraph = "The house was on the hill and it was there for all of them. " * 30
    made = document("\n\n".join([paragraph.strip()] * 4) + "\n")
    found = list(pieces(made, 500))
    assert len(found) > 12
    assert all(len(piece.text) <= 560 for piece in found)
    joined = "".join(made.prose[at : at + size] for piece in found for _, at, size in piece.spans)
    assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", made.prose), "nothing is lost, nothing twice"


def test_what_holds_no_sentences_is_not_sent() -> None:
    french = "Il a dit que la ville est à nous et que les gens sont là pour la voir de près dans la rue."
    english = "The council met on Monday to talk about it."
    made = document(f"{english}\n\nBy Jane Smith\n\n{french}\n")
    assert [piece.text for piece in pieces(made)] == [english]


# Choice


@pytest.mark.parametrize(
    ("table", "choice", "wanted"),
    [
        ({}, Choice(), "TO_NON_BASE/GRAMMAR"),
        ({"disabled-rules": ["TO_NON_BASE"]}, Choice(), ""),
        ({"disabled-categories": ["GRAMMAR"]}, Choice(), ""),
        ({}, Choice(select=("languagetool/RARE",)), ""),
        ({"enabled-rules": ["WORDY"]}, Choice(), "TO_NON_BASE/GRAMMAR WORDY/STYLE"),
        ({}, Choice(select=("languagetool",)), "TO_NON_BASE/GRAMMAR"),
        ({}, Choice(select=("quotes",)), "TO_NON_BASE/GRAMMAR"),
        ({}, Choice(select=("languagetool/STYLE",)), "WORDY/STYLE"),
        ({}, Choice(extend_select=("languagetool/STYLE",)), "TO_NON_BASE/GRAMMAR WORDY/STYLE"),
        ({}, Choice(select=("languagetool/TO_NON_BASE",)), "TO_NON_BASE/GRAMMAR"),
        ({}, Choice(ignore=("languagetool",)), ""),
        ({}, Choice(ignore=("languagetool/TO_NON_BASE",)), ""),
        ({}, Choice(ignore=("languagetool/GRAMMAR",)), ""),
        ({}, Choice(ignore=("languagetool",), extend_select=("languagetool/TO_NON_BASE",)), "TO_NON_BASE/GRAMMAR"),
    ],
)
def test_what_is_wanted(table: dict[str, Any], choice: Choice, wanted: str) -> None:
    holds = Wanted(table, choice)
    rules = ("TO_NON_BASE/GRAMMAR", "WORDY/STYLE")
    assert [rule for rule in rules if holds(*rule.split("/"))] == wanted.split()


def test_the_server_is_told() -> None:
    asked = Wanted(
        {"picky": True}, Choice(ignore=("languagetool/TO_NON_BASE",), extend_select=("languagetool/STYLE",))
    ).asked
    assert asked.picky
    assert "TO_NON_BASE" in asked.disabled
    assert "STYLE" in asked.enabled_categories
    assert "STYLE" not in asked.disabled_categories
    assert "TYPOGRAPHY" in asked.disabled_categories


def test_names_that_mention_it() -> None:
    assert mentions(["quotes", "languagetool/TO_NON_BASE"])
    assert not mentions(["quotes", "languagetools"])


# What counts


@pytest.mark.parametrize(
    ("word", "other", "near_it"),
    [
        ("occured", "occurred", True), ("occurred", "occured", True), ("recieve", "receive", True),
        ("analsyts", "analysts", True), ("spirt", "spirit", True), ("billon", "billion", True),
        ("tobacoo", "tobacco", True), ("theranostic", "therapeutic", False), ("abdc", "badc", True),
        ("badc", "abcd", False), ("a", "abc", False),
    ],
)  # fmt: skip
def test_near(word: str, other: str, near_it: bool) -> None:
    assert near(word, other) is near_it


@pytest.mark.parametrize(
    ("text", "word", "replacement", "counts"),
    [
        ("It occured to them.", "occured", "occurred", True),
        ("It occured to them, and occured again.", "occured", "occurred", False),  # twice: meant, or a term
        ("It [[occured]] to them.", "occured", "occurred", False),
        ("The “occured” word.", "occured", "occurred", False),
        ("The fossilised bones.", "fossilised", "fossilized", False),
        ("He practises it.", "practises", "practices", False),
        ("Call them bilaterals.", "bilaterals", "bilateral", False),
        ("A foldout screen.", "foldout", "holdout", False),
        ("A wakeup call.", "wakeup", "wake up", False),
        ("They destock now.", "destock", "restock", False),
        ("Ginkgo biloba is a tree.", "biloba", "blob", False),
        ("Mr Ocured was there.", "Ocured", "occurred", False),
        ("An mln of them.", "mln", "man", False),
    ],
)
def test_strange_words_are_slips_or_not(text: str, word: str, replacement: str, counts: bool) -> None:
    made = document(text + "\n")
    start = text.index(word)
    answer = Answer(start, start + len(word), "SPELL", "TYPOS", "", (replacement,))
    assert Counts(made, frozenset())(start, start + len(word), answer) is counts
    assert not Counts(made, frozenset({word}))(start, start + len(word), answer), "a word of the house"


def test_grammar_of_headlines_and_speech_is_its_own() -> None:
    text = "Man Bite Dog\n\n“They goes there,” he said, and they goes home.\n"
    made = document(text)
    counts = Counts(made, frozenset())
    for at, expected in ((text.index("Bite"), False), (text.index("They"), False), (text.rindex("they"), True)):
        answer = Answer(at, at + 4, "TO_NON_BASE", "GRAMMAR", "", ())
        assert counts(at, at + 4, answer) is expected
        assert counts(at, at + 4, answer, everything=True)


def test_reasons_are_short() -> None:
    pool = "HTTPSConnectionPool(host='x', port=443): Max retries (Caused by E(\"HTTPSConnection(host='x', port=443)\"))"
    assert reason(OSError(pool)) == "no connection to x:443"
    assert reason(ValueError()) == "ValueError"


# Servers


def test_addresses() -> None:
    for address in (
        "127.0.0.1:8081",
        "http://127.0.0.1:8081/",
        "http://127.0.0.1:8081/v2",
        "http://127.0.0.1:8081/v2/",
    ):
        assert base(address) == "http://127.0.0.1:8081/"


def test_watched() -> None:
    assert watched(lambda: 3, 5) == 3
    with pytest.raises(TimeoutError, match=r"0\.05 seconds"):
        watched(lambda: time.sleep(3), 0.05)
    with pytest.raises(SystemExit):
        watched(lambda: exit(4), 5)


@pytest.fixture
def closed() -> str:
    """The address of a port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


def test_no_java(closed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("language_tool_python")
    monkeypatch.setattr(servers, "DEFAULT", closed)
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(NewslintError, match="Java"):
        find({})


def test_a_server_that_dies_at_start_is_told_at_once(closed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    package = pytest.importorskip("language_tool_python.download_lt")
    monkeypatch.setattr(servers, "DEFAULT", closed)
    monkeypatch.setattr("shutil.which", lambda name: "/bin/java")
    tool = package.ReleaseLocalLanguageTool
    monkeypatch.setattr(tool, "download", lambda self: None)
    monkeypatch.setattr(tool, "get_server_cmd", lambda self, port: ["false"])
    with pytest.raises(NewslintError, match="ended at once"):
        find({})


def fault(
    text: str, words: str, rule: str = "TO_NON_BASE", category: str = "GRAMMAR", new: str = "x"
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
    """A server that knows a few faults. `hang`: it answers no check of a text; `asked` are the texts it got."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.hang = self.garbage = self.dies = False
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                languages = [{"code": "en", "longCode": "en-US", "name": "E"}]
                software = {"software": {"version": "6.8", "buildDate": ""}, "matches": []}
                self._answer(languages if urlsplit(self.path).path == "/v2/languages" else software)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                text = parse_qs(body)["text"][0]
                outer.asked.append(text)
                if outer.dies:
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                if outer.hang:
                    time.sleep(3)
                found = [
                    fault(text, "they goes", new="they go"), fault(text, "alot", "SPELL", "TYPOS"),
                    fault(text, "recieve", "SPELL", "TYPOS", "receive|relieve"),
                    fault(text, "Zelenski", "SPELL", "TYPOS"),
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
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def stand_in(newslint: Runner, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    pytest.importorskip("language_tool_python")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(newslint.folder.parent / "cache"))
    made = StandIn()
    newslint.house(f'[languagetool]\nserver = "{made.url}"\ntimeout = 1\n')
    yield made
    made.close()


def found(ran: Ran) -> list[tuple[str, str]]:
    return [(one["rule"], one["message"]) for one in json.loads(ran.out)]


def check(newslint: Runner, name: str, *more: str) -> Ran:
    return newslint("check", name, "--languagetool", "--output-format", "json", *more)


TEXT = f"Oh {HAT}, they goes and recieve.\r\n\r\nZelenski has alot of {FACE} colour, and it is very unique.\r\n"


def test_findings_where_they_stand(newslint: Runner, stand_in: StandIn) -> None:
    newslint.write("a.txt", TEXT)
    ran = check(newslint, "a.txt")
    assert ran.err == ""
    findings = json.loads(ran.out)
    at = {one["rule"]: TEXT[one["start"] : one["end"]] for one in findings}
    assert at == {"languagetool/TO_NON_BASE": "they goes", "languagetool/SPELL": "recieve", "alot": "alot"}
    agr, spell = findings[0], findings[1]
    assert (agr["family"], agr["severity"], agr["fix"]["safety"]) == ("languagetool", "warning", "unsafe")
    assert agr["fix"]["edits"] == [{"start": 6, "end": 15, "text": "they go"}]
    assert spell["fix"] is None
    assert [one["edits"][0]["text"] for one in spell["alternatives"]] == ["receive", "relieve"]
    assert len({one["fingerprint"] for one in findings}) == 3


def test_every_format_takes_them(newslint: Runner, stand_in: StandIn) -> None:
    from newslint.report import FORMATS

    newslint.write("a.txt", TEXT)
    for name in FORMATS:
        ran = newslint("check", "a.txt", "--languagetool", "--output-format", name)
        assert (ran.status, "languagetool" in ran.out) == (1, True), (name, ran.err)


def test_choice_and_suppression(newslint: Runner, stand_in: StandIn) -> None:
    text = "They said they goes there.\n\n{}\n\nWe recieve it, and it is very unique.\n"
    newslint.write("a.md", text.format("Nothing."))
    assert [rule for rule, _ in found(check(newslint, "a.md"))] == ["languagetool/TO_NON_BASE", "languagetool/SPELL"]
    ran = check(newslint, "a.md", "--ignore", "languagetool/TYPOS", "--extend-select", "languagetool/WORDY")
    assert [rule for rule, _ in found(ran)] == ["languagetool/TO_NON_BASE", "languagetool/WORDY"]
    assert found(check(newslint, "a.md", "--ignore", "languagetool")) == []
    ran = newslint("check", "a.md", "--select", "languagetool/SPELL", "--output-format", "json")
    assert [rule for rule, _ in found(ran)] == ["languagetool/SPELL"], "to select it is to ask for it"
    newslint.write("a.md", text.format("<!-- newslint-disable languagetool/SPELL -->"))
    assert [rule for rule, _ in found(check(newslint, "a.md"))] == ["languagetool/TO_NON_BASE"]
    newslint.write("a.md", text.format("<!-- newslint-disable languagetool -->"))
    assert [rule for rule, _ in found(check(newslint, "a.md"))] == ["languagetool/TO_NON_BASE"]


def test_the_configuration_asks(newslint: Runner, stand_in: StandIn) -> None:
    newslint.house(f'[languagetool]\nenabled = true\nserver = "{stand_in.url}"\n')
    newslint.write("a.txt", TEXT)
    assert len(found(newslint("check", "a.txt", "--output-format", "json"))) == 3
    assert len(found(newslint("check", "a.txt", "--select", "house", "--output-format", "json"))) == 1


def test_fix(newslint: Runner, stand_in: StandIn) -> None:
    path = newslint.write("a.txt", TEXT)
    assert newslint("fix", "a.txt", "--languagetool", "--unsafe").status == 1
    assert path.read_bytes().decode() == TEXT.replace("they goes", "they go").replace("alot", "a lot")


def test_answers_are_kept(newslint: Runner, stand_in: StandIn) -> None:
    newslint.write("a.txt", TEXT)
    first = check(newslint, "a.txt")
    assert len(stand_in.asked) == 1
    assert check(newslint, "a.txt").out == first.out
    assert len(stand_in.asked) == 1
    check(newslint, "a.txt", "--no-cache")
    check(newslint, "a.txt", "--ignore", "languagetool/TO_NON_BASE")
    assert len(stand_in.asked) == 3
    assert [rule for rule, _ in found(newslint("check", "a.txt", "--output-format", "json"))] == ["alot"]


def test_words_of_the_article_and_the_house_are_spelt_right(newslint: Runner, stand_in: StandIn) -> None:
    newslint.write("a.txt", "Recieve is here. It is Recieve, said the people, and they recieve it.\n")
    assert found(check(newslint, "a.txt")) == []
    newslint.write("a.txt", "And they recieve it.\n")
    assert len(found(check(newslint, "a.txt"))) == 1
    newslint.write("words.txt", "recieve\n")
    text = (newslint.folder / "newslint.toml").read_text()
    newslint.write("newslint.toml", 'vocab = ["words.txt"]\n' + text)
    assert found(check(newslint, "a.txt")) == []


def one_line(ran: Ran, why: str) -> None:
    assert ran.status == 2
    assert [rule for rule, _ in found(ran)] == ["alot"], "newslint's own findings are there"
    assert len(ran.err.splitlines()) == 1, ran.err
    assert "LanguageTool: " in ran.err
    assert why in ran.err


def test_no_server(newslint: Runner, stand_in: StandIn, closed: str) -> None:
    newslint.house(f'[languagetool]\nserver = "{closed}"\n')
    newslint.write("a.txt", TEXT)
    newslint.write("b.txt", "Nothing.\n")
    one_line(newslint("check", ".", "--languagetool", "--output-format", "json"), "refused")


def test_a_server_that_hangs_is_asked_once(newslint: Runner, stand_in: StandIn) -> None:
    stand_in.hang = True
    newslint.write("a.txt", TEXT)
    newslint.write("b.txt", "Nothing is here.\n")
    begin = time.monotonic()
    one_line(newslint("check", ".", "--languagetool", "--output-format", "json"), "no answer within 1 seconds")
    assert time.monotonic() - begin < 3
    assert len(stand_in.asked) == 1
    stand_in.hang = False
    assert len(found(check(newslint, "a.txt"))) == 3, "what it did not answer is not kept"


def test_a_server_that_dies(newslint: Runner, stand_in: StandIn) -> None:
    stand_in.dies = True
    newslint.write("a.txt", TEXT)
    one_line(check(newslint, "a.txt"), "the connection failed")


def test_a_server_that_talks_nonsense(newslint: Runner, stand_in: StandIn) -> None:
    stand_in.garbage = True
    newslint.write("a.txt", TEXT)
    one_line(check(newslint, "a.txt"), "makes no sense")


def test_an_unknown_language(newslint: Runner, stand_in: StandIn) -> None:
    newslint.house(f'[languagetool]\nserver = "{stand_in.url}"\nlanguage = "xx"\n')
    newslint.write("a.txt", TEXT)
    one_line(check(newslint, "a.txt"), "xx")


def test_workers_ask_too(newslint: Runner, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abcdef":
        newslint.write(f"{name}.txt", TEXT.replace("Oh", f"Oh {name}"))
    here = newslint("check", ".", "--languagetool", "--output-format", "json", "--no-cache")
    monkeypatch.setattr("newslint.run.pool.FORK_FROM", 0)
    monkeypatch.setattr("newslint.run.batches._MOST_FILES", 2)
    there = newslint("check", ".", "--languagetool", "--output-format", "json", "--no-cache", "--jobs", "2")
    assert len(json.loads(here.out)) == 18
    assert there.out == here.out


# The real thing

real = pytest.mark.skipif(not Path(REAL, "LanguageTool-6.8").is_dir(), reason="NEWSLINT_LANGUAGETOOL names no folder")


@pytest.fixture(scope="module")
def real_server() -> Iterator[Server]:
    """A server that newslint starts itself, ended at the end."""
    pytest.importorskip("language_tool_python")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LTP_PATH", REAL)
        patch.setattr(servers, "DEFAULT", "http://127.0.0.1:9/")
        made = find({})
    process = made.process
    assert process is not None
    yield made
    made.close()
    assert process.poll() is not None


@real
def test_real_findings(newslint: Runner, real_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(newslint.folder.parent / "cache"))
    assert real_server.version.startswith("6.8")
    newslint.house(f'[languagetool]\nserver = "{real_server.url}"\ntimeout = 60\n')
    text = f"The man {HAT} was.\r\n\r\n{FACE} He seems to goes home and we recieve alot of mail from Zelenski.\r\n"
    newslint.write("a.txt", text)
    ran = check(newslint, "a.txt")
    assert ran.err == ""
    at = {(one["rule"].partition("/")[0], text[one["start"] : one["end"]]) for one in json.loads(ran.out)}
    assert at == {("languagetool", "goes"), ("languagetool", "recieve"), ("alot", "alot")}
    page = f"<p>One {HAT} &amp; two: he seems <b>to goes</b> home.</p>"
    newslint.write("a.html", page)
    assert [page[one["start"] : one["end"]] for one in json.loads(check(newslint, "a.html").out)] == ["goes"]


@real
def test_real_categories_can_be_switched_on(
    newslint: Runner, real_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(newslint.folder.parent / "cache"))
    newslint.house(f'[languagetool]\nserver = "{real_server.url}"\ntimeout = 60\n')
    newslint.write("a.txt", "He came at 12 midnight and he left in the month of May, in close proximity to it.\n")
    assert found(check(newslint, "a.txt")) == []
    assert found(check(newslint, "a.txt", "--extend-select", "languagetool/REDUNDANCY"))


def test_a_tool_for_python(stand_in: StandIn) -> None:
    from newslint.api import Checker

    checker = Checker()
    checker.tool = Tool(checker.settings, find({"server": stand_in.url}), keep=False)
    checked = checker.check(Source("a.txt", "We think that they goes.\n"))
    assert [one.rule for one in checked.findings] == ["languagetool/TO_NON_BASE"]
