"""`full`: for people. Each finding with its line of text, then a summary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from newslint.model import Finding, Fix, Safety
from newslint.report.frame import frame
from newslint.report.style import Style
from newslint.report.summary import summary
from newslint.report.visible import plain, quoted
from newslint.run.results import Run
from newslint.source import Source

_MOST_SHOWN = 40  # code points of a piece of text in a hint


def write(run: Run, out: TextIO, style: Style) -> None:
    """Write every finding as it comes, and the summary unless `style` is quiet."""
    for result in run:
        for finding in result.findings:
            out.write(heading(finding, style) + "\n")
            source = result.source(finding)
            if source is not None:
                for line in frame(source, finding.place, finding.severity, style):
                    out.write(line + "\n")
            for hint in _hints(finding, source):
                out.write(f"{style.paint('    =', 'blue')} {style.paint(hint, 'dim')}\n")
            out.write("\n")
    if not style.quiet:
        out.write(summary(run.tally, style) + "\n")


def heading(finding: Finding, style: Style) -> str:
    """`path:line:column: severity rule: message`; a row and its field stand behind the path as `#row.field`."""
    path = plain(finding.path)
    if finding.row is not None:
        path += f"#{finding.row}" + (f".{plain(finding.field)}" if finding.field else "")
    return (
        f"{style.paint(path, 'bold')}{style.paint(f':{finding.line}:{finding.column}:', 'cyan')} "
        f"{style.severe(finding.severity.label, finding.severity, 'bold')} "
        f"{style.severe(finding.rule, finding.severity)}: {plain(finding.message)}"
    )


def _hints(finding: Finding, source: Source | None) -> Iterator[str]:
    if finding.related:
        places = [f"{place.line}:{place.column}" for place in finding.related]
        more = f" and {len(places) - 5} more" if len(places) > 5 else ""
        yield f"see also {', '.join(places[:5])}{more}"
    if finding.fix is not None:
        how = "" if finding.fix.safety is Safety.SAFE else " with --unsafe"
        yield f"fix available{how}: {_described(finding.fix, source)}"
    elif finding.alternatives:
        yield f"to be mended by hand, either: {'; or: '.join(_described(fix, source) for fix in finding.alternatives)}"


def _described(fix: Fix, source: Source | None) -> str:
    """What a fix does, in words; edits close to one another as the one change that they make together."""
    start, end = fix.edits[0].start, fix.edits[-1].end
    if source is None or (len(fix.edits) > 1 and end - start > _MOST_SHOWN):
        return f"{len(fix.edits)} changes" if len(fix.edits) > 1 else "1 change"
    pieces, at = [], start
    for edit in sorted(fix.edits):
        pieces += [source.text[at : edit.start], edit.text]
        at = edit.end
    old, new = source.text[start:end], "".join(pieces)
    if not old:
        return f"insert {_piece(new)}"
    return f"replace {_piece(old)} by {_piece(new)}" if new else f"delete {_piece(old)}"


def _piece(text: str) -> str:
    if len(text) > _MOST_SHOWN:
        text = text[: _MOST_SHOWN // 2] + "…" + text[-_MOST_SHOWN // 2 :]
    return quoted(text)
