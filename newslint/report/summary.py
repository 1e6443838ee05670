"""The last line of a report for people: how many findings, where, and what `fix` would mend."""

from __future__ import annotations

from newslint.model import Safety
from newslint.report.style import Style
from newslint.run.results import Tally


def summary(tally: Tally, style: Style) -> str:
    """`Found 7 findings (2 errors, 5 warnings) in 1 of 3 files; `newslint fix` mends 2, with --unsafe 3 more.`

    After a fix: `Mended 4 findings in 1 of 3 files; 3 findings (3 warnings) are left, --unsafe mends 1 more.`
    """
    files = count(tally.files, "file")
    if tally.rows:
        files += f" ({count(tally.rows, 'row')})"
    if tally.fixing:
        return _after_fix(tally, style, files)
    if not tally.findings:
        return style.paint(f"No findings in {files}.", "green")
    where = f"in {tally.files_with_findings} of {files}" if tally.files > 1 else f"in {files}"
    found = style.paint(f"Found {count(tally.findings, 'finding')}", "bold")
    return f"{found} ({_kinds(tally, style)}) {where}{_mends(tally)}."


def count(number: int, noun: str) -> str:
    """`1 file`, `3 files`, `12,000 files`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _after_fix(tally: Tally, style: Style, files: str) -> str:
    if tally.mended:
        where = f"{tally.files_mended} of {files}" if tally.files > 1 else files
        done = style.paint(f"Mended {count(tally.mended, 'finding')}", "bold", "green") + f" in {where}"
    else:
        done = f"Nothing to mend in {files}"
    if not tally.findings:
        return f"{done}." if not tally.mended else f"{done}; none are left."
    unsafe = tally.by_safety[Safety.UNSAFE]
    left = f"{count(tally.findings, 'finding')} ({_kinds(tally, style)})"
    verb = "is" if tally.findings == 1 else "are"
    return f"{done}; {left} {verb} left" + (f", --unsafe mends {unsafe:,}." if unsafe else ".")


def _kinds(tally: Tally, style: Style) -> str:
    return ", ".join(
        style.severe(_of(number, severity.label), severity) for severity, number in tally.by_severity.items() if number
    )


def _of(number: int, severity: str) -> str:
    return f"{number:,} info" if severity == "info" else count(number, severity)


def _mends(tally: Tally) -> str:
    safe, unsafe = tally.by_safety[Safety.SAFE], tally.by_safety[Safety.UNSAFE]
    if safe and unsafe:
        return f"; `newslint fix` mends {safe:,}, with --unsafe {unsafe:,} more"
    if safe:
        return f"; `newslint fix` mends {safe:,}"
    if unsafe:
        return f"; `newslint fix --unsafe` mends {unsafe:,}"
    return "; none can be mended by `newslint fix`"
