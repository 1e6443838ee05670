"""`newslint check` on rows: JSON Lines, and what is wrong with them."""

from __future__ import annotations

import json

from cli_support import Runner, in_folder  # noqa: F401 - a fixture

ROWS = b"""\
{"title": "alot", "text": "one alot \\u00e9 two alot", "n": 1}

not json
[1]
{"title": null, "body": "alot", "note": "alot"}
"""


def test_rows(newslint: Runner) -> None:
    newslint.house()
    newslint.write("r.jsonl", ROWS)
    ran = newslint("check", "r.jsonl", "--output-format", "json")
    assert ran.status == 2
    found = json.loads(ran.out)
    assert [(one["row"], one["field"], one["start"]) for one in found] == [
        (0, "title", 0), (0, "text", 4), (0, "text", 15), (3, "body", 0),
    ]  # fmt: skip
    assert ran.err.splitlines() == [
        "newslint: r.jsonl:3: not a row of JSON: expecting value (column 1)",
        "newslint: r.jsonl:4: not a JSON object, so it has no fields",
    ]
    assert len({one["fingerprint"] for one in found}) == 4, "unique within the file"
    ran = newslint("check", "r.jsonl", "--field", "note", "--output-format", "json")
    assert [(one["row"], one["field"]) for one in json.loads(ran.out)] == [(3, "note")]
    ran = newslint("check", "-", "--type", "jsonl", "--output-format", "concise", stdin=ROWS)
    assert ran.out.startswith("-#0.title:1:1: error alot")


def test_rows_without_known_fields(newslint: Runner) -> None:
    newslint.house()
    newslint.write("x.jsonl", b'{"a": "alot"}\n' * 3)
    ran = newslint("check", "x.jsonl")
    assert ran.status == 2
    assert "x.jsonl: no row has a text field named title, headline, text, body; name yours with --field" in ran.err
    assert newslint("check", ".").status == 0


def test_rows_that_json_does_not_like_are_said_to_be_so(newslint: Runner) -> None:
    newslint.house()
    deep = b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    long = b'{"n":' + b"9" * 5000 + b', "text": "alot"}'
    lone = b'{"text": "alot \xed\xa0\x80"}'
    wide = '{"text": "alot"}'.encode("utf-16-le")
    newslint.write("r.jsonl", b"\n".join((deep, long, lone, wide, b'{"text": "alot"}')))
    for command in ("check", "fix"):
        ran = newslint(command, "r.jsonl", "--output-format", "json")
        assert ran.status == 2
        assert ran.err.splitlines() == [
            "newslint: r.jsonl:1: not a row of JSON: nested too deeply",
            "newslint: r.jsonl:2: not a row of JSON: a number of too many digits",
            "newslint: r.jsonl:3: not a row of JSON: byte 15 is not valid UTF-8",
            "newslint: r.jsonl:4: not a row of JSON: expecting property name enclosed in double quotes (column 2)",
        ]
        assert [one["row"] for one in json.loads(ran.out)] == ([4] if command == "check" else [])
    newslint.write("r.jsonl", b"\xef\xbb\xbf")
    ran = newslint("check", "r.jsonl")
    assert (ran.status, ran.err) == (0, "")


def test_many_malformed_rows_are_summed_up(newslint: Runner) -> None:
    newslint.write("r.jsonl", b"x\n" * 100 + b'{"text": "y"}\n')
    ran = newslint("check", "r.jsonl")
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 21
    assert "r.jsonl: 80 more such lines" in ran.err
