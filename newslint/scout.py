"""Says in one pass over the bytes which patterns can match, and where: never misses, may be wrong.

Each exact `re` pattern is weakened into an RE2 pattern that matches wherever the exact one does; a few RE2 sets of all
of them read an article at several hundred MB/s. The exact pattern then looks only where the weak one matched. Without
google-re2 the same class looks for strings and characters that no match can do without: same matches, slower.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

try:
    import re2
except ImportError:  # an extra: no musl, PyPy or free-threaded wheels
    re2 = None

_MOST_IN_SET = 32  # patterns
_MANY_NEEDLES = 5  # more take longer than to look for an anchor
_MEMORY = 64 << 20  # a set that runs out of memory answers "no match", so give it plenty


class Weak(NamedTuple):
    """An RE2 pattern that matches wherever an exact pattern does ("" when there is none that helps).

    `loose` matches wherever `pattern` does, and is cheaper beside many others in a set.

    An exact match starts, in characters, at the start of a weak match or after it, but no further than
    `behind` past its end (what a leading look-behind looks at is part of the weak match). `needles`: strings of which
    one stands in every text that the exact pattern matches in (lower-cased text if `folded`); none: not known.
    `anchor`: a `re` pattern of one character that stands `low` to `high` behind the start of any match; "": not known.
    """

    pattern: str
    loose: str
    behind: int
    needles: tuple[str, ...] = ()
    folded: bool = False
    anchor: str = ""
    low: int = 0
    high: int = 0


def weaken(pattern: str) -> Weak:
    """The weak form of an exact `re` pattern.

    Uses Python's own (private) pattern parser, so it runs when the rule cache is built, not at start-up.
    """
    from newslint.anchors import anchor
    from newslint.needles import ignores_case, needles
    from newslint.weaken import loosen
    from newslint.weaken import weaken as build

    found = build(pattern)
    if found is None or (re2 is not None and not _usable(found[0])):
        found = ("", 0)
    weak, behind = found
    strings, place = needles(pattern) or (), anchor(pattern)
    if place is not None and len(strings) > _MANY_NEEDLES:
        strings = ()
    return Weak(weak, loosen(weak), behind, strings, ignores_case(pattern), *(place or ("", 0, 0)))


def _usable(pattern: str) -> bool:
    try:
        return not re2.compile(pattern.encode(), _options()).match(b"")
    except re2.error:
        return False


class Scout:
    """Finds the matches of many patterns in many texts. `weak[i]` belongs to `exact[i]`."""

    def __init__(self, exact: Sequence[str], weak: Sequence[Weak], *, plain: bool = False) -> None:
        self._exact = exact
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._weak = weak
        self._finders: dict[int, Any] = {}
        self._plain = plain or re2 is None
        in_sets = [] if self._plain else [i for i in range(len(exact)) if weak[i].pattern]
        self._others = sorted(set(range(len(exact))) - set(in_sets))
        # A set makes its states as it meets them, for more patterns far more of them: with three sets instead of one
        # the first articles take half the time, and later ones little more.
        self._sets = [self._set(in_sets[i : i + _MOST_IN_SET]) for i in range(0, len(in_sets), _MOST_IN_SET)]

    def _set(self, indexes: Sequence[int]) -> tuple[Any, Sequence[int]]:
        made = re2.Set.SearchSet(_options())
        for i in indexes:
            made.Add(self._weak[i].loose)
        made.Compile()
        return made, indexes

    def which(self, data: bytes, text: str) -> list[int]:
        """Indexes of the patterns that can match in `text`, in order; `data` is `text` in UTF-8."""
        fired = [indexes[i] for made, indexes in self._sets for i in made.Match(data) or ()]
        if self._others:
            fired += self._with_needles(text)
        return sorted(fired) if len(fired) > 1 else fired

    def _with_needles(self, text: str) -> list[int]:
        folded = ""
        out = []
        for i in self._others:
            weak = self._weak[i]
            if weak.needles:
                if weak.folded and not folded:
                    # As `re` takes them; "İ" in lower case is two characters.
                    folded = text.replace("İ", "i").lower().replace("ſ", "s").replace("ı", "i")
                where = folded if weak.folded else text
                if not any(needle in where for needle in weak.needles):
                    continue
            out.append(i)
        return out

    def matches(self, index: int, text: str, data: bytes) -> Iterator[re.Match[str]]:
        """The matches of pattern `index` in `text`, as `re.finditer` gives them; `data` is `text` in UTF-8."""
        exact = self._compiled.get(index)
        if exact is None:
            exact = self._compiled[index] = re.compile(self._exact[index])
        spans = self._spans(index, text, data)
        if spans is None:
            yield from exact.finditer(text)
            return
        match_at, size, at = exact.match, len(text), 0
        # RE2's matches do not overlap, so one may hold the start of the next true match: try every place in it.
        for start, end in spans:
            at = max(start, at)
            last = min(end, size)
            while at <= last:
                found = match_at(text, at)
                if found is None:
                    at += 1
                    continue
                yield found
                at = max(found.end(), at + 1)

    def _spans(self, index: int, text: str, data: bytes) -> Iterator[tuple[int, int]] | None:
        """First and last places at which matches of pattern `index` may start, in order; None: anywhere."""
        weak = self._weak[index]
        find = self._finders.get(index)
        if weak.pattern and not self._plain:
            if find is None:
                find = self._finders[index] = _finder(weak.pattern)
            return ((start, end + weak.behind) for start, end in _characters(data, len(text), find(data)))
        if weak.anchor:
            if find is None:
                find = self._finders[index] = re.compile(weak.anchor).finditer
            return ((found.start() - weak.high, found.start() - weak.low) for found in find(text))
        return None


def _options() -> Any:
    options = re2.Options()
    options.max_mem = _MEMORY
    options.log_errors = False
    options.never_capture = True
    return options


def _finder(pattern: str) -> Callable[[bytes], Iterator[tuple[int, int]]]:
    """A function that gives the spans of a pattern's matches in bytes."""
    compiled = re2.compile(pattern.encode(), _options())
    # The package's own loop makes a match object a place; asking its engine for spans takes a third of the time.
    engine = getattr(compiled, "_regexp", None)
    anchor = getattr(re2, "_Anchor", None)
    if engine is None or anchor is None:
        return lambda data: (match.span() for match in compiled.finditer(data))
    match, unanchored = engine.Match, anchor.UNANCHORED

    def find(data: bytes) -> Iterator[tuple[int, int]]:
        at, end = 0, len(data)
        while at <= end:
            start, stop = match(unanchored, data, at, end)[0]
            if start < 0:
                return
            yield start, stop
            at = stop if stop > start else stop + 1

    return find


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
