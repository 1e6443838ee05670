"""Results survive the way through plain values."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from newslint.model import Edit, Finding, Fix, NewslintError, Place, Safety, Severity
from newslint.run import baseline
from newslint.run.batches import Files, Lines, batches
from newslint.run.cache import Cache, key_of
from newslint.run.discover import Input
from newslint.run.pack import pack, unpack

PLACE = Place(3, 5, 1, 4, 1, 6)
FINDING = Finding(
    "d/a.txt", 7, "title", "tab", "space", Severity.WARNING, "a “tab” 😀", PLACE,
    Fix(Safety.SAFE, (Edit(3, 5, " "), Edit(9, 9, "x"))), (Fix(Safety.UNSAFE, (Edit(3, 5, ""),)),), (PLACE,),
    "f00", "u",
)  # fmt: skip


def test_packed_and_unpacked() -> None:
    assert unpack("d/a.txt", pack(FINDING)) == FINDING
    assert unpack("d/a.txt", json.loads(json.dumps(pack(FINDING)))) == FINDING


def test_cache_gives_back_what_it_was_given_and_nothing_else(tmp_path: Path) -> None:
    key = key_of(b"text", "text", b"settings")
    assert key != key_of(b"text", "markdown", b"settings")
    assert key != key_of(b"text", "text", b"other")
    assert key != key_of(b"texu", "text", b"settings")
    cache = Cache(tmp_path)
    cache.put("d/a b.txt", key, [pack(FINDING)])
    cache.put("d/empty.txt", key, [])
    cache.save()
    again = Cache(tmp_path)
    found = again.get("d/a b.txt", key)
    assert found is not None
    assert [unpack("d/a.txt", one) for one in found] == [FINDING]
    assert again.get("d/empty.txt", key) == []
    assert again.get("d/a b.txt", "other") is None
    assert again.get("e/a b.txt", key) is None


def test_a_damaged_or_forbidden_cache_is_an_empty_one(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a.txt", "key", [pack(FINDING)])
    cache.save()
    (file,) = (tmp_path / "results").iterdir()
    whole = file.read_bytes()
    pieces = whole.split(b" ", 4)
    swapped = [b" ".join([*pieces[:4], other]) + b"\n" for other in (b"[]", b"[[1]]", b"{}", b"5")]
    for damaged in (whole[: len(whole) // 2] + b"\n", b"\xff\xfe", b"a b c\n", b"a key x []\n", b"", *swapped):
        file.write_bytes(damaged)
        assert Cache(tmp_path).get("a.txt", "key") is None
    blocked = tmp_path / "file"
    blocked.touch()
    nowhere = Cache(blocked / "sub")
    nowhere.put("a.txt", "key", [])
    nowhere.save()
    assert nowhere.get("a.txt", "key") == []


def test_baseline_knows_findings_by_path_and_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "sub" / "b.json"
    path.parent.mkdir()
    path.write_text(baseline.render([FINDING], path.parent), encoding="utf-8")
    assert json.loads(path.read_text())["findings"] == {"../d/a.txt": {"f00": "tab"}}
    known = baseline.read(path)
    assert known.holds(FINDING)
    other = unpack("d/other.txt", pack(FINDING))
    assert not known.holds(other)
    with pytest.raises(NewslintError, match="cannot read the baseline"):
        baseline.read(tmp_path / "none.json")
    path.write_text("[]")
    with pytest.raises(NewslintError, match="no newslint baseline"):
        baseline.read(path)


def test_batches_keep_the_order_and_cut_rows_anywhere(tmp_path: Path) -> None:
    rows = tmp_path / "r.jsonl"
    line = b'{"text": "' + b"x" * 1000 + b'"}\n'
    rows.write_bytes((line * 300 + b"\n") * 3)
    inputs = [Input("a.txt", "text", True, 5), Input(str(rows), "jsonl", True, 9), Input("b.txt", "text", True, 5)]
    made = list(batches(inputs, {}))
    assert isinstance(made[0], Files)
    assert [one.path for one in made[0].inputs] == ["a.txt"]
    lines = [batch for batch in made if isinstance(batch, Lines)]
    assert len(lines) > 2
    assert [batch.last for batch in lines] == [False] * (len(lines) - 1) + [True]
    assert b"".join(line for batch in lines for line in batch.lines) == rows.read_bytes()
    for batch, after in pairwise(lines):
        assert after.line == batch.line + len(batch.lines)
        assert after.row == batch.row + sum(not one.isspace() for one in batch.lines)
    assert isinstance(made[-1], Files)
    missing = list(batches([Input(str(tmp_path / "no.jsonl"), "jsonl", True)], {}))
    assert isinstance(missing[0], Lines)
    assert "cannot be read" in missing[0].error
