"""Every output format on one finding that stands behind an emoji: whose columns count what."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from newslint.model import Edit, Finding, Fix, Problem, Safety, Severity
from newslint.report import FORMATS, github, writer
from newslint.report.style import Style
from newslint.run.results import Result, Run
from newslint.source import Source

# The span "the the" begins behind 😀 (one code point, two UTF-16 units, four bytes) and é (one, one, two).
TEXT = "First.\n😀 é, the the vote\n"
SOURCE = Source("news/a b.txt", TEXT)
START = TEXT.index("the the")


def finding(severity: Severity = Severity.ERROR, **changes: Any) -> Finding:
    made = Finding(
        path="news/a b.txt", row=None, field=None, rule="repeated-word", family="words", severity=severity,
        message="“the” is repeated", place=SOURCE.place(START, START + 7),
        fix=Fix(Safety.SAFE, (Edit(START + 3, START + 7, ""),)), fingerprint="f00", url="https://example.org/r",
    )  # fmt: skip
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def written(name: str, *findings: Finding, line: int = 0, statistics: bool = False, style: Style = Style()) -> str:  # noqa: B008
    results = [Result("news/a b.txt", list(findings), source=lambda one: SOURCE, line=line)]
    out = io.StringIO()
    writer(name, statistics=statistics)(Run(results), out, style)
    return out.getvalue()


def test_full() -> None:
    assert written("full", finding()) == (
        "news/a b.txt:2:6: error repeated-word: “the” is repeated\n"
        "  2 | 😀 é, the the vote\n"
        "    |       ^^^^^^^\n"  # the emoji is two cells wide
        "    = fix available: delete “·the”\n"
        "\n"
        "Found 1 finding (1 error) in 1 file; `newslint fix` mends 1.\n"
    )


def test_concise() -> None:
    assert written("concise", finding()).splitlines()[0] == "news/a b.txt:2:6: error repeated-word: “the” is repeated"
    row = finding(row=3, field="title")
    assert written("concise", row).startswith("news/a b.txt#3.title:2:6: error")
    assert written("concise", finding(), style=Style(quiet=True)).count("\n") == 1


def test_json_counts_code_points() -> None:
    (found,) = json.loads(written("json", finding()))
    assert found == {
        "path": "news/a b.txt", "row": None, "field": None, "rule": "repeated-word", "family": "words",
        "severity": "error", "message": "“the” is repeated", "line": 2, "column": 6, "end_line": 2, "end_column": 13,
        "start": START, "end": START + 7,
        "fix": {"safety": "safe", "edits": [{"start": START + 3, "end": START + 7, "text": ""}]},
        "alternatives": [], "related": [], "fingerprint": "f00", "url": "https://example.org/r",
    }  # fmt: skip
    assert json.loads(written("json")) == []
    assert len(json.loads(written("json", finding(), finding()))) == 2


@pytest.mark.parametrize("name", ["jsonl", "json-lines"])
def test_jsonl_counts_code_points(name: str) -> None:
    first, second = written(name, finding(), finding(Severity.INFO)).splitlines()
    assert json.loads(first)["column"] == 6
    assert json.loads(second)["severity"] == "info"
    assert written(name) == ""


def test_lone_surrogates_stay_json(tmp_path: Path) -> None:
    from newslint.cli.output import report_stream

    with report_stream(str(tmp_path / "out"), io.StringIO()) as out:
        out.write(written("json", finding(message="\ud83d alone")))
    assert json.loads((tmp_path / "out").read_text("utf-8"))[0]["message"] == "\ud83d alone"


def test_github_commands() -> None:
    text = written("github", finding(Severity.WARNING, message="100%\nsure"), finding())
    first, second = text.splitlines()
    assert first == (
        "::error title=newslint (repeated-word),file=news/a b.txt,line=2,col=6,endLine=2,endColumn=13"
        "::“the” is repeated (repeated-word)"
    )
    assert second.startswith("::warning ")
    assert second.endswith("::100%25%0Asure (repeated-word)")
    assert "file=a%3Ab%2Cc.txt," in written("github", finding(path="a:b,c.txt"))
    assert ",line=5::" in written("github", finding(row=4, field="text"), line=5)


def test_github_step_summary(tmp_path: Path) -> None:
    table = tmp_path / "summary.md"
    run = Run([Result("a.txt", [finding(), finding()])])
    github.write(run, io.StringIO(), Style(), {"GITHUB_STEP_SUMMARY": str(table)})
    assert "| [repeated-word](https://example.org/r) | error | 2 |" in table.read_text()


def test_sarif_says_that_it_counts_code_points() -> None:
    log = json.loads(written("sarif", finding(path="ä b.txt")))
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "%C3%A4%20b.txt", "uriBaseId": "%SRCROOT%"}
    assert location["region"] == {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 13}
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "repeated-word"
    change = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["deletedRegion"] == {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 13}
    assert run["invocations"] == [{"executionSuccessful": True}]
    row = json.loads(written("sarif", finding(row=4, field="text"), line=5))["runs"][0]["results"][0]
    assert row["locations"][0]["physicalLocation"]["region"]["startLine"] == 5
    assert row["properties"]["row"] == 4


def test_sarif_names_a_rule_in_one_sentence() -> None:
    from newslint.registry import bundled

    out = io.StringIO()
    writer("sarif")(Run([Result("a.txt", [finding()])], rules=bundled().rules), out, Style())
    (rule,) = json.loads(out.getvalue())["runs"][0]["tool"]["driver"]["rules"]
    short, full = rule["shortDescription"]["text"], rule["fullDescription"]["text"]
    assert short.endswith(".")
    assert full.startswith(short + " ")


def test_sarif_tells_of_problems() -> None:
    out = io.StringIO()
    writer("sarif")(Run([Result("a.txt", problems=[Problem("a.txt", "a.txt: no")])]), out, Style())
    (invocation,) = json.loads(out.getvalue())["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"] == [{"level": "error", "message": {"text": "a.txt: no"}}]


def test_gitlab_has_lines_and_unique_fingerprints() -> None:
    first, second = json.loads(written("gitlab", finding(), finding(path="b.txt")))
    assert first["location"] == {"path": "news/a b.txt", "lines": {"begin": 2, "end": 2}}
    assert (first["severity"], first["check_name"]) == ("major", "repeated-word")
    assert first["fingerprint"] != second["fingerprint"]


def test_junit_is_xml_whatever_the_text_holds() -> None:
    text = written("junit", finding(message='<“the”> & \x00\x1b \ud800 "q"'))
    root = ElementTree.fromstring(text.encode("utf-8"))
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("message") == '<“the”> & <U+0000><U+001B> <U+D800> "q"'
    assert failure.text is not None
    assert failure.text.startswith("line 2, column 6: ")
    assert (root.get("tests"), root.get("failures")) == ("1", "1")
    assert ElementTree.fromstring(written("junit")).find("testsuite/testcase") is not None, "a clean file passes"


def test_junit_counts_what_could_not_be_read() -> None:
    lost = Problem("lost.txt", "lost.txt: no such file or folder")
    run = Run([Result("a.txt", [finding()], [Problem("a.txt", "a.txt:3: not a row of JSON")])], [lost])
    out = io.StringIO()
    writer("junit")(run, out, Style())
    root = ElementTree.fromstring(out.getvalue())
    cases = root.findall("testsuite/testcase")
    assert [len(case.findall("error")) for case in cases] == [0, 1, 1]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("3", "1", "2")
    assert [suite.get("tests") for suite in root] == ["2", "1"]


def test_rdjson_counts_bytes() -> None:
    (found,) = json.loads(written("rdjson", finding()))["diagnostics"]
    # 😀 4 bytes, space, é 2 bytes, comma, space: the span starts at byte 10.
    assert found["location"] == {
        "path": "news/a b.txt",
        "range": {"start": {"line": 2, "column": 10}, "end": {"line": 2, "column": 17}},
    }
    assert found["suggestions"] == [
        {"range": {"start": {"line": 2, "column": 13}, "end": {"line": 2, "column": 17}}, "text": ""}
    ]
    assert (found["severity"], found["code"]["value"]) == ("ERROR", "repeated-word")


def test_rdjsonl_counts_bytes() -> None:
    first, _ = written("rdjsonl", finding(), finding()).splitlines()
    found = json.loads(first)
    assert found["location"]["range"]["start"] == {"line": 2, "column": 10}
    assert found["source"]["name"] == "newslint"


def test_a_suggestion_covers_all_edits_of_a_fix() -> None:
    fix = Fix(Safety.SAFE, (Edit(START, START + 1, "T"), Edit(START + 3, START + 7, "")))
    (found,) = json.loads(written("rdjson", finding(fix=fix)))["diagnostics"]
    assert found["suggestions"][0]["text"] == "The"


def test_statistics() -> None:
    findings = [finding(), finding(fix=Fix(Safety.UNSAFE, ())), finding(rule="tab", family="space", fix=None)]
    lines = written("full", *findings, statistics=True).splitlines()
    assert lines[0].split() == ["2", "repeated-word", "words", "1", "safe", "1", "unsafe"]
    assert lines[1].split() == ["1", "tab", "space"]
    first, second = json.loads(written("json", *findings, statistics=True))
    assert first == {"rule": "repeated-word", "family": "words", "findings": 2, "files": 1, "safe": 1, "unsafe": 1}
    assert json.loads(written("jsonl", *findings, statistics=True).splitlines()[1]) == second
    with pytest.raises(KeyError):
        writer("sarif", statistics=True)


def test_every_format_writes_nothing_found() -> None:
    def empty(name: str) -> str:
        out = io.StringIO()
        writer(name)(Run([]), out, Style())
        return out.getvalue()

    assert {name for name in FORMATS if not empty(name)} == {"jsonl", "github", "rdjsonl"}
    assert empty("full") == empty("concise") == "No findings in 0 files.\n"
    assert json.loads(empty("json")) == json.loads(empty("gitlab")) == []
    assert json.loads(empty("rdjson"))["diagnostics"] == []
    assert json.loads(empty("sarif"))["runs"][0]["results"] == []
    assert ElementTree.fromstring(empty("junit").encode()).attrib["tests"] == "0"
