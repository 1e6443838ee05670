"""LanguageTool on the command line: what is found, and what happens when no answers come.

A stand-in server answers like LanguageTool, and its behaviour can be steered; test_languagetool_real asks a real one.
"""

from __future__ import annotations

import json
import time

import pytest
from cli_support import Ran, Runner, in_folder  # noqa: F401 - the fixture
from languagetool_support import StandIn, closed_port, standing_in  # noqa: F401 - the fixtures

from newslint.languagetool import Tool
from newslint.languagetool.server import find
from newslint.source import Source

HAT, FACE = "\U0001f3a9", "\U0001f600"


def found(ran: Ran) -> list[tuple[str, str]]:
    return [(one["rule"], one["message"]) for one in json.loads(ran.out)]


def check(newslint: Runner, name: str, *more: str) -> Ran:
    return newslint("check", name, "--languagetool", "--output-format", "json", *more)


TEXT = f"Oh {HAT}, they goes and recieve nothing.\r\n\r\nZelenski has alot of {FACE} colour, and it is very unique.\r\n"


def test_findings_where_they_stand(newslint: Runner, stand_in: StandIn) -> None:
    newslint.write("a.txt", TEXT)
    ran = check(newslint, "a.txt")
    assert ran.err == ""
    findings = json.loads(ran.out)
    at = {one["rule"]: TEXT[one["start"] : one["end"]] for one in findings}
    assert at == {"languagetool/DT_DT": "they goes", "languagetool/SPELL": "recieve", "alot": "alot"}
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
    assert [rule for rule, _ in found(check(newslint, "a.md"))] == ["languagetool/DT_DT", "languagetool/SPELL"]
    ran = check(newslint, "a.md", "--ignore", "languagetool/TYPOS", "--extend-select", "languagetool/WORDY")
    assert [rule for rule, _ in found(ran)] == ["languagetool/DT_DT", "languagetool/WORDY"]
    assert found(check(newslint, "a.md", "--ignore", "languagetool")) == []
    ran = newslint("check", "a.md", "--select", "languagetool/SPELL", "--output-format", "json")
    assert [rule for rule, _ in found(ran)] == ["languagetool/SPELL"], "to select it is to ask for it"
    newslint.write("a.md", text.format("<!-- newslint-disable languagetool/SPELL -->"))
    assert [rule for rule, _ in found(check(newslint, "a.md"))] == ["languagetool/DT_DT"]
    newslint.write("a.md", text.format("<!-- newslint-disable languagetool -->"))
    assert [rule for rule, _ in found(check(newslint, "a.md"))] == ["languagetool/DT_DT"]


def test_words_of_another_english_are_spelt_right(newslint: Runner, stand_in: StandIn) -> None:
    newslint.write("a.txt", "They beleive it of him.\n\nOf all the others, none recieve it at all.\n")
    assert [rule for rule, _ in found(check(newslint, "a.txt", "--no-cache"))] == ["languagetool/SPELL"]
    assert sorted(stand_in.words) == [("beleive", "en-GB"), ("recieve", "en-GB")]
    ran = check(newslint, "a.txt", "--extend-select", "languagetool/TYPOS")
    assert len(found(ran)) == 2, "all that are strange"
    assert len(stand_in.words) == 2


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
    check(newslint, "a.txt", "--ignore", "languagetool/DT_DT")
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
    newslint.house(f'[languagetool]\nserver = "{stand_in.url}"\ntimeout = 1\n')
    newslint.write("a.txt", TEXT)
    newslint.write("b.txt", "Nothing is here.\n")
    begin = time.monotonic()
    one_line(newslint("check", ".", "--languagetool", "--output-format", "json"), "no answer within 1 seconds")
    assert time.monotonic() - begin < 30
    assert len(stand_in.asked) == 1
    stand_in.hang = False
    newslint.house(f'[languagetool]\nserver = "{stand_in.url}"\n')
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


def test_a_tool_for_python(stand_in: StandIn) -> None:
    from newslint.api import Checker

    checker = Checker()
    checker.tool = Tool(checker.settings, find({"server": stand_in.url}), keep=False)
    checked = checker.check(Source("a.txt", "We think that they goes.\n"))
    assert [one.rule for one in checked.findings] == ["languagetool/DT_DT"]


def test_findings_that_touch_are_two(stand_in: StandIn) -> None:
    from newslint.api import Checker

    checker = Checker()
    checker.tool = Tool(checker.settings, find({"server": stand_in.url}), keep=False)
    checked = checker.check(Source("a.txt", "We think that they goes , and that is that.\n"))
    assert [one.rule for one in checked.findings] == ["languagetool/DT_DT", "space-before-punctuation"]
