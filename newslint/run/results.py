"""What a run hands to a report: the result for each input, and the counts of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newslint.model import Finding, Problem, Safety, Severity

if TYPE_CHECKING:
    from newslint.rule import Rule
    from newslint.source import Source


@dataclass(slots=True)
class Result:
    """Findings and problems of one file, or of one row of it.

    `source` gives the text that a finding's place counts in; None when it cannot be had any more. `line` is
    the line of the file (1-based) at which a row stands, 0 for whole files, and `lines` how many it takes; `rows` and
    `size` how many rows and bytes this stands for. After a fix: `mended` counts the fixes by rule, `diff` shows them,
    `data` is the mended standard input.
    """

    path: str
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    source: Callable[[Finding], Source | None] = lambda finding: None
    line: int = 0
    lines: int = 1
    rows: int = 0
    mended: dict[str, int] = field(default_factory=dict)
    diff: str = ""
    data: bytes | None = None
    size: int = 0

    @property
    def unread(self) -> bool:
        """Whether nothing of it could be read, as the problems say."""
        return not (self.size or self.rows) and any(problem.status == 2 for problem in self.problems)


class Tally:
    """Counts of a run, right once the run is over. `fixing`: the findings are those that a fix left.

    `files` are those that could be read.
    """

    def __init__(self, fixing: bool = False) -> None:
        self.fixing = fixing
        self.files = 0
        self.files_with_findings = 0
        self.rows = 0
        self.by_severity = dict.fromkeys(sorted(Severity, reverse=True), 0)
        self.by_safety = dict.fromkeys(Safety, 0)
        self.status = 0
        self.mended = 0
        self.files_mended = 0

    @property
    def findings(self) -> int:
        return sum(self.by_severity.values())

    def fails_on(self, severity: Severity) -> bool:
        """Whether there is a finding at least as severe."""
        return any(count for level, count in self.by_severity.items() if level >= severity)


class Run(Iterable[Result]):
    """The results of a run as they come, counted while a report reads them. To be iterated once.

    `problems` are those known before. `on_problem` is called with each problem as it comes up. `rules` describes
    the rules for reports that list them. `fixing`: the results are what a fix left.
    """

    def __init__(
        self,
        results: Iterable[Result],
        problems: Iterable[Problem] = (),
        on_problem: Callable[[Problem], None] = lambda problem: None,
        rules: Mapping[str, Rule] | None = None,
        fixing: bool = False,
    ) -> None:
        self._results = results
        self._on_problem = on_problem
        self.rules: Mapping[str, Rule] = rules or {}
        self.tally = Tally(fixing)
        self.problems: list[Problem] = list(problems)

    def __iter__(self) -> Iterator[Result]:
        tally = self.tally
        last = last_with_findings = last_mended = None
        for problem in self.problems:
            tally.status = max(tally.status, problem.status)
            self._on_problem(problem)
        for result in self._results:
            if result.path != last and not result.unread:
                last = result.path
                tally.files += 1
            tally.rows += result.rows
            for problem in result.problems:
                tally.status = max(tally.status, problem.status)
                self.problems.append(problem)
                self._on_problem(problem)
            for finding in result.findings:
                tally.by_severity[finding.severity] += 1
                tally.by_safety[Safety.NONE if finding.fix is None else finding.fix.safety] += 1
            if result.findings and result.path != last_with_findings:
                last_with_findings = result.path
                tally.files_with_findings += 1
            tally.mended += sum(result.mended.values())
            if result.mended and result.path != last_mended:
                last_mended = result.path
                tally.files_mended += 1
            yield result
