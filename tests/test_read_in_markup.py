"""What was read in Markdown and HTML of editorial repositories: a rule that fires there is right 95 times in 100."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from newslint.formats import SUFFIXES
from newslint.registry import bundled

FILES = sorted((Path(__file__).parent.parent / "bench" / "read" / "markup").glob("*.tsv"))
RULES = bundled().rules


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])
def test_rows_are_places_with_a_verdict(path: Path) -> None:
    rows = rows_of(path)
    assert path.stem in RULES
    assert rows
    assert list(rows[0]) == ["source", "id", "offset", "verdict"]
    assert {row["verdict"] for row in rows} <= {"right", "wrong"}
    assert all(row["offset"].isdigit() for row in rows)
    assert {SUFFIXES.get(Path(row["id"]).suffix) for row in rows} <= {"markdown", "html"}
    assert len({(row["source"], row["id"], row["offset"]) for row in rows}) == len(rows)


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])
def test_right_in_markup_or_no_more_than_info(path: Path) -> None:
    rule = RULES[path.stem]
    loud = [row for row in rows_of(path) if SUFFIXES[Path(row["id"]).suffix] not in rule.info_in]
    assert sum(row["verdict"] == "right" for row in loud) >= 0.95 * len(loud)
