"""`--statistics`: counts per rule instead of the findings, the most frequent first."""

from __future__ import annotations

import json
from typing import Any, TextIO

from newslint.model import Safety
from newslint.report.style import Style
from newslint.report.summary import summary
from newslint.run.results import Run


def table(run: Run, out: TextIO, style: Style) -> None:
    """For people: a line a rule, and the summary unless `style` is quiet."""
    rows = counts(run)
    width = max((len(row["rule"]) for row in rows), default=0)
    for row in rows:
        mends = f"  {row['safe']:,} safe" if row["safe"] else ""
        mends += f"  {row['unsafe']:,} unsafe" if row["unsafe"] else ""
        line = f"{row['findings']:>9,}  {style.paint(row['rule'].ljust(width), 'bold')}  {row['family']:<8}"
        out.write((line + style.paint(mends, "dim")).rstrip() + "\n")
    if not style.quiet:
        out.write(("\n" if rows else "") + summary(run.tally, style) + "\n")


def array(run: Run, out: TextIO, style: Style) -> None:
    """A JSON array of objects with rule, family, findings, files, safe, unsafe."""
    json.dump(counts(run), out, ensure_ascii=False, indent=1)
    out.write("\n")


def lines(run: Run, out: TextIO, style: Style) -> None:
    """The same objects, one a line."""
    for row in counts(run):
        out.write(json.dumps(row, ensure_ascii=False) + "\n")


def counts(run: Run) -> list[dict[str, Any]]:
    """Per rule: findings, files they are in, and how many a safe or unsafe fix mends."""
    rows: dict[str, dict[str, Any]] = {}
    last: dict[str, str] = {}
    for result in run:
        for finding in result.findings:
            row = rows.get(finding.rule)
            if row is None:
                row = rows[finding.rule] = {
                    "rule": finding.rule, "family": finding.family, "findings": 0, "files": 0, "safe": 0, "unsafe": 0,
                }  # fmt: skip
            row["findings"] += 1
            if finding.fix is not None and finding.fix.safety > Safety.NONE:
                row[finding.fix.safety.label] += 1
            if last.get(finding.rule) != result.path:
                last[finding.rule] = result.path
                row["files"] += 1
    return sorted(rows.values(), key=lambda row: (-row["findings"], row["rule"]))
