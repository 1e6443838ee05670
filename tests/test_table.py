"""Rows of CSV: what is read, where, and that a mend leaves all else byte for byte as it was."""

from __future__ import annotations

import csv
import io
import json
import subprocess

import pytest
from cli_support import Runner, in_folder  # noqa: F401 - a fixture
from hypothesis import given
from hypothesis import strategies as st

from newslint.corpus import Row
from newslint.run.records import records
from newslint.table import rows

TABLE = (
    b'\xef\xbb\xbfid,title,"text",url\r\n'
    b'1,He has alot,"First ""alot"" line,\r\nthen 2 alot.",x\r\n'
    b"\r\n"
    b"2,Fine,,\r\n"
    b'3,"Broken" off,alot,x\r\n'
    b"4,a,b,c,d\r\n"
    b"5,\xff,alot,x\r\n"
    b'6,"An alot","\xf0\x9f\x98\x80 alot",x\r\n'
    b"7,alot"
)


def test_rows_of_a_table(newslint: Runner) -> None:
    newslint.house()
    newslint.write("t.csv", TABLE)
    ran = newslint("check", "t.csv", "--output-format", "json")
    assert ran.status == 2
    assert [(one["row"], one["field"], one["start"], one["line"], one["column"]) for one in json.loads(ran.out)] == [
        (0, "title", 7, 1, 8), (0, "text", 7, 1, 8), (0, "text", 27, 2, 8), (5, "title", 3, 1, 4), (5, "text", 2, 1, 3),
        (6, "title", 0, 1, 1),
    ]  # fmt: skip
    assert ran.err.splitlines() == [
        "newslint: t.csv:6: not a row of CSV: text behind a closing quotation mark, or a line end outside of them",
        "newslint: t.csv:7: not a row of CSV: 5 fields where the first line names 4",
        "newslint: t.csv:8: not a row of CSV: byte 2 is not valid UTF-8",
    ]
    github = newslint("check", "t.csv", "--output-format", "github").out
    assert [line.partition("::")[0] for line in github.split(",line=")[1:]] == ["2", "2", "2", "9", "9", "10"]
    ran = newslint("check", "-", "--type", "csv", "--field", "id,title", "--output-format", "json", stdin=TABLE)
    assert {one["field"] for one in json.loads(ran.out)} == {"title"}
    assert "(7 rows)" in newslint("check", "t.csv").out


def test_a_table_is_mended_and_nothing_else_moves(newslint: Runner) -> None:
    newslint.house()
    path = newslint.write("t.csv", TABLE)
    diff = newslint("fix", "--diff", "t.csv").raw
    newslint("fix", "t.csv")
    assert path.read_bytes() == TABLE.replace(b"alot", b"a lot").replace(b"off,a lot", b"off,alot").replace(
        b"\xff,a lot", b"\xff,alot"
    )
    path.write_bytes(TABLE)
    subprocess.run(["patch", "-s", "--binary", "t.csv"], cwd=newslint.folder, input=diff, check=True)
    assert path.read_bytes().count(b"a lot") == 6
    assert newslint("fix", "-", "--type", "csv", stdin=TABLE).raw == path.read_bytes()


def test_tables_without_articles_are_passed_over(newslint: Runner) -> None:
    newslint.house()
    newslint.write("t.csv", b"a,b\n1,alot\n\xff,2,3\n")
    newslint.write("u.tsv", b"text\tb\nalot\tx\n")
    assert newslint("check", ".").status == 0, "in a folder of articles they are lists of them, or labels"
    assert newslint("check", ".", "--type", "csv", "--ignore", "all").err == ""
    ran = newslint("check", "t.csv")
    assert ran.status == 2
    assert "no row has a text field named title, headline, text, body; name yours with --field" in ran.err
    assert newslint("check", "t.csv", "--field", "b", "--output-format", "concise").out.startswith("t.csv#0.b:1:1:")


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_what_parts_the_fields_is_seen(newslint: Runner, delimiter: str) -> None:
    newslint.house()
    newslint.write("t.tsv", f'id{delimiter}text\n1{delimiter}"alot, it; is\t| so"\n')
    (found,) = json.loads(newslint("check", "t.tsv", "--output-format", "json").out)
    assert (found["row"], found["field"], found["start"]) == (0, "text", 0)


@given(st.lists(st.lists(st.text(st.sampled_from('ab ",;\t\n\r|é'), max_size=8), min_size=3, max_size=3), max_size=6))
def test_reads_what_python_writes(table: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(["title", "x", "text"])
    writer.writerows(table)
    pieces = list(records(io.BytesIO(out.getvalue().encode())))
    assert b"".join(pieces) == out.getvalue().encode()
    assert len(pieces) == out.getvalue().count("\n")
    got = [one.text for one in rows(pieces, "t.csv", ("title", "x", "text"), pieces[0], line=1) if isinstance(one, Row)]
    assert got == [cell for row in table for cell in row]


def test_a_mark_that_nothing_closes_takes_one_line() -> None:
    lines = [b"id,text\n", b'1,"open\n', b"2,b\n", b"3,c\n"]
    assert list(records(lines)) == lines
