"""Turns an exact `re` pattern into a weaker RE2 pattern: it matches wherever the exact one does.

Look-arounds at the edges become text, others are dropped; `\\w \\s \\d` and their opposites are widened by
everything outside ASCII; back-references become "anything".
"""

from __future__ import annotations

import re
import re._constants as k
import re._parser as parser
from collections.abc import Iterable
from re import DOTALL, IGNORECASE, RegexFlag
from typing import Any

HIGH = r"\x{80}-\x{10ffff}"  # RE2's \w \s \d know ASCII only: any other character may be one
ANY = r"[\x00-\x{10ffff}]"

_ITEM = tuple[Any, Any]
_REPEATS = (k.MAX_REPEAT, k.MIN_REPEAT, k.POSSESSIVE_REPEAT)
_ZERO_WIDTH = (k.ASSERT, k.ASSERT_NOT, k.AT)

_ASCII = {
    k.CATEGORY_WORD: "0-9A-Za-z_",
    k.CATEGORY_DIGIT: "0-9",
    k.CATEGORY_SPACE: r"\t-\r\x1c- ",
    k.CATEGORY_NOT_WORD: r"\x00-/:-@\[-\^\x60\{-\x7f",
    k.CATEGORY_NOT_DIGIT: r"\x00-/:-\x7f",
    k.CATEGORY_NOT_SPACE: r"\x00-\x08\x0e-\x1b!-\x7f",
}
_DOTTED = r"\x{130}\x{131}"  # where case is ignored, Python takes İ and ı for an i, and RE2 does not
_MOST_REPEATS = 1000  # RE2 counts no further


_COUNTED = re.compile(r"(?<!\\x)\{(\d+),(\d*)\}")


def loosen(weak: str) -> str:
    """A weak pattern that counts no further than two: weaker still, but small enough for a set of all patterns."""

    def uncounted(match: re.Match[str]) -> str:
        least, most = min(int(match[1]), 2), match[2]
        return f"{{{least},{most if most and int(most) <= 2 else ''}}}"

    return _COUNTED.sub(uncounted, weak)


def weaken(pattern: str) -> tuple[str, int] | None:
    """The weak pattern and the width of the look-behind that became its beginning; None when it may match nothing.

    Raises re.error for a pattern that is not valid.
    """
    parsed = parser.parse(pattern)
    flags = RegexFlag(parsed.state.flags)
    items = list(parsed)
    weak = "(?m)" + _sequence(items, flags, True, True)
    if flags & IGNORECASE:
        weak = "(?i)" + weak
    if parsed.getwidth()[0] == 0 and not _has_text(items):
        return None
    return weak, _leading_width(items)


def _has_text(items: list[_ITEM]) -> bool:
    """Whether edge look-arounds give the weak pattern something to match."""
    return any(op is k.ASSERT and arg[1].getwidth()[0] > 0 for op, arg in items)


def _leading_width(items: list[_ITEM]) -> int:
    found = _first_behind(items)
    if found is not None:
        op, arg = items[found]
        return int(arg[1].getwidth()[1]) if op is k.ASSERT else 1
    for op, arg in items:
        if op in (k.SUBPATTERN, k.ATOMIC_GROUP, k.BRANCH):
            inner = arg[3] if op is k.SUBPATTERN else arg
            if op is k.BRANCH:
                return max((_leading_width(list(branch)) for branch in arg[1]), default=0)
            return _leading_width(list(inner))
        if op not in _ZERO_WIDTH:
            return 0
    return 0


def _sequence(items: list[_ITEM], flags: RegexFlag, left: bool, right: bool) -> str:
    """`left` and `right`: nothing of the whole pattern stands before, or after, these items."""
    wide = [i for i, (op, _) in enumerate(items) if op not in _ZERO_WIDTH]
    first, last = (wide[0], wide[-1]) if wide else (len(items), -1)
    ahead = _seen(items, range(last + 1, len(items)), 1)
    behind = _first_behind(items)
    out = []
    for i, (op, arg) in enumerate(items):
        if op in (k.ASSERT, k.ASSERT_NOT):
            if (i == behind and left) or (i == ahead and right):
                inner = list(arg[1])
                if op is k.ASSERT:
                    out.append(f"(?:{_sequence(inner, flags, False, False)})")
                else:  # one character that is not of a set: another one, or the edge of the text
                    edge = r"\A" if i == behind else r"\z"
                    out.append(f"(?:{_other(inner[0], flags)}|{edge})")
        else:
            # Beside a look-around that became text, those further in have something on that side.
            out.append(
                _one(items, i, flags, left and i <= first and behind is None, right and i >= last and ahead is None)
            )
    return "".join(out)


def _first_behind(items: list[_ITEM]) -> int | None:
    """The index of the look-behind in front of all text that becomes text itself."""
    first = next((i for i, (op, _) in enumerate(items) if op not in _ZERO_WIDTH), len(items))
    return _seen(items, range(first), -1)


def _seen(items: list[_ITEM], among: Iterable[int], direction: int) -> int | None:
    """A look-around of a direction that can become text: one that must match before one that must not."""
    here = [i for i in among if items[i][0] in (k.ASSERT, k.ASSERT_NOT) and items[i][1][0] == direction]
    for i in here:
        if items[i][0] is k.ASSERT:
            return i
    return next((i for i in here if _single(list(items[i][1][1]))), None)


def _single(items: list[_ITEM]) -> bool:
    return len(items) == 1 and items[0][0] in (k.IN, k.LITERAL, k.NOT_LITERAL)


def _other(item: _ITEM, flags: RegexFlag) -> str:
    """A set of all characters that may be none of a single-character item."""
    op, arg = item
    if op is k.LITERAL:
        return rf"[^\x{{{arg:x}}}]"
    if op is k.NOT_LITERAL:
        return _set([(k.LITERAL, arg)], flags)
    if arg[0][0] is k.NEGATE:
        return _set(arg[1:], flags)
    return _set([(k.NEGATE, None), *arg], flags)


def _one(items: list[_ITEM], i: int, flags: RegexFlag, left: bool, right: bool) -> str:
    op, arg = items[i]
    if op is k.LITERAL:
        return _set([(op, arg)], flags) if flags & IGNORECASE else rf"\x{{{arg:x}}}"
    if op is k.NOT_LITERAL:
        return rf"[^\x{{{arg:x}}}]"
    if op is k.ANY:
        return ANY if flags & DOTALL else "."
    if op is k.IN:
        return _set(arg, flags)
    if op is k.BRANCH:
        return _either(_sequence(list(branch), flags, left, right) for branch in arg[1])
    if op is k.SUBPATTERN:
        _, added, removed, inner = arg
        own = RegexFlag((int(flags) | added) & ~removed)
        mode = "i" if own & IGNORECASE else "-i"
        return f"(?{mode}:{_sequence(list(inner), own, left, right)})"
    if op is k.ATOMIC_GROUP:
        return f"(?:{_sequence(list(arg), flags, left, right)})"
    if op in _REPEATS:
        return _repeat(op, arg, flags)
    if op is k.ASSERT_NOT:
        return ""
    if op is k.AT:
        return _anchor(items, i, flags)
    if op is k.GROUPREF_EXISTS:
        branches = (arg[1], arg[2] or [])
        return _either(_sequence(list(branch), flags, False, False) for branch in branches)
    return ANY + "*?"  # back-references


def _either(branches: Iterable[str]) -> str:
    return f"(?:{'|'.join(branches)})"


def _repeat(op: Any, arg: Any, flags: RegexFlag) -> str:
    least, most, inner = arg
    body = _sequence(list(inner), flags, False, False)
    upper = "" if most is k.MAXREPEAT or most > _MOST_REPEATS else str(most)
    lazy = "?" if op is k.MIN_REPEAT else ""
    return f"(?:{body}){{{min(least, _MOST_REPEATS)},{upper}}}{lazy}"


def _anchor(items: list[_ITEM], i: int, flags: RegexFlag) -> str:
    arg = items[i][1]
    if arg is k.AT_BEGINNING:
        return "^"
    if arg is k.AT_BEGINNING_STRING:
        return r"\A"
    if arg is k.AT_END:
        return "$"
    if arg is k.AT_END_STRING:
        return r"\z"
    # RE2's \b knows ASCII words only. Beside an ASCII letter or digit it holds wherever Python's does.
    if arg is k.AT_BOUNDARY and (_ascii_word(items[i + 1 :], flags, 0) or _ascii_word(items[:i], flags, -1)):
        return r"\b"
    return ""


def _ascii_word(items: list[_ITEM], flags: RegexFlag, edge: int) -> bool:
    """Whether these items surely begin (edge 0) or end (edge -1) with an ASCII letter or digit."""
    if not items:
        return False
    op, arg = items[edge]
    if op is k.LITERAL:
        return _plain(arg, arg, flags)
    if op is k.IN:
        return all(
            _plain(a, a, flags) if o is k.LITERAL else o is k.RANGE and _plain(a[0], a[1], flags) for o, a in arg
        )
    if op is k.SUBPATTERN:
        return _ascii_word(list(arg[3]), RegexFlag((int(flags) | arg[1]) & ~arg[2]), edge)
    if op is k.BRANCH:
        return all(_ascii_word(list(branch), flags, edge) for branch in arg[1])
    if op in _REPEATS:
        return arg[0] > 0 and _ascii_word(list(arg[2]), flags, edge)
    return False


def _plain(low: int, high: int, flags: RegexFlag) -> bool:
    a, b = chr(low), chr(high)
    if high > 127 or not (a.isalnum() and b.isalnum()) or a.isupper() != b.isupper() or a.isdigit() != b.isdigit():
        return False
    # Ignoring case, k, s and i have partners outside ASCII.
    return not flags & IGNORECASE or not any(a <= c <= b for c in "ksiKSI")


def _set(items: list[_ITEM], flags: RegexFlag) -> str:
    out, negated = "", False
    for op, arg in items:
        if op is k.NEGATE:
            negated = True
        elif op in (k.LITERAL, k.RANGE):
            low, high = (arg, arg) if op is k.LITERAL else arg
            out += rf"\x{{{low:x}}}" if low == high else rf"\x{{{low:x}}}-\x{{{high:x}}}"
            if flags & IGNORECASE and not negated and any(low <= ord(char) <= high for char in "iI"):
                out += _DOTTED
        else:  # a category: in a negated set only its sure members may be left out
            out += _ASCII[arg] + ("" if negated else HIGH)
    return f"[{'^' if negated else ''}{out}]"
