"""Says in one pass over the bytes which patterns can match, and where: never misses, may be wrong.

Each exact `re` pattern is weakened into an RE2 pattern that matches wherever the exact one does; one RE2 set over
all of them reads an article once, at several hundred MB/s. The exact pattern then looks only where the weak one
matched. Without google-re2 the same class answers "everywhere": same matches, slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

try:
    import re2
except ImportError:  # an extra: no musl, PyPy or free-threaded wheels
    re2 = None

_MEMORY = 64 << 20  # a set that runs out of memory answers "no match", so give it plenty


class Weak(NamedTuple):
    """An RE2 pattern that matches wherever an exact pattern does.

    An exact match starts, in characters, at the start of a weak match or after it, but no further than
    `behind` past its end (what a leading look-behind looks at is part of the weak match).
    """

    pattern: str
    behind: int


def weaken(pattern: str) -> Weak | None:
    """The weak form of an exact `re` pattern; None when there is none that helps.

    Uses Python's own (private) pattern parser, so it runs when the rule cache is built, not at start-up.
    """
    from newslint.weaken import weaken as build

    found = build(pattern)
    if found is None or (re2 is not None and not _usable(found[0])):
        return None
    return Weak(*found)


def _usable(pattern: str) -> bool:
    options = re2.Options()
    options.log_errors = False
    try:
        return not re2.compile(pattern.encode(), options).match(b"")
    except re2.error:
        return False


class Scout:
    """Finds the matches of many patterns in many texts.

    `weak[i]` belongs to `exact[i]`; None means that the pattern is looked for everywhere.
    """

    def __init__(self, exact: Sequence[str], weak: Sequence[Weak | None], *, plain: bool = False) -> None:
        self._exact = exact
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._weak = weak
        self._finders: dict[int, Any] = {}
        self._everywhere = [i for i in range(len(exact)) if plain or re2 is None or weak[i] is None]
        self._in_set = [] if plain or re2 is None else [i for i in range(len(exact)) if weak[i] is not None]
        self._set: Any = None
        if self._in_set:
            options = re2.Options()
            options.max_mem = _MEMORY
            options.log_errors = False
            self._set = re2.Set.SearchSet(options)
            for i in self._in_set:
                found = weak[i]
                assert found is not None
                self._set.Add(found.pattern)
            self._set.Compile()

    def which(self, data: bytes) -> list[int]:
        """Indexes of the patterns that can match in `data` (UTF-8), in order."""
        if self._set is None:
            return self._everywhere
        fired = [self._in_set[i] for i in self._set.Match(data) or ()]
        return sorted(fired + self._everywhere) if self._everywhere or len(fired) > 1 else fired

    def matches(self, index: int, text: str, data: bytes) -> Iterator[re.Match[str]]:
        """The matches of pattern `index` in `text`, as `re.finditer` gives them; `data` is `text` in UTF-8."""
        exact = self._compiled.get(index)
        if exact is None:
            exact = self._compiled[index] = re.compile(self._exact[index])
        weak = self._weak[index]
        if re2 is None or weak is None or index in self._everywhere:
            yield from exact.finditer(text)
            return
        find = self._finders.get(index)
        if find is None:
            options = re2.Options()
            options.max_mem = _MEMORY
            options.log_errors = False
            find = self._finders[index] = re2.compile(weak.pattern.encode(), options).finditer
        match_at = exact.match
        size, behind, free = len(text), weak.behind, 0
        # RE2's matches do not overlap, so one may hold the start of the next true match: try every place in it.
        for start, end in _characters(data, size, (m.span() for m in find(data))):
            at = max(start, free)
            last = min(end + behind, size)
            while at <= last:
                found = match_at(text, at)
                if found is None:
                    at += 1
                    continue
                yield found
                at = free = max(found.end(), at + 1)


def _characters(data: bytes, size: int, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Byte spans, in order, as character spans; each gap is decoded once."""
    if len(data) == size:
        yield from spans
        return
    seen = at = 0
    for start, end in spans:
        at += len(data[seen:start].decode())
        width = len(data[start:end].decode())
        yield at, at + width
        at += width
        seen = end
