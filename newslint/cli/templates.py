"""Rule files to start from, one for each kind. Each passes its own tests as it stands."""

from __future__ import annotations

_HEAD = """\
name: {name}
family: {family}
preset: newsroom        # newsroom, dataset, or off (runs only when selected by name)
severity: warning       # error: certainly wrong; warning: an editor would mend it; info: worth a look
"""

_WHY = """\
why: |
  Say why this is wrong, for the reader who has just been told.
"""

TEMPLATES = {
    "pattern": _HEAD
    + """\
fix: safe               # none; unsafe (needs a look); safe (right 99 times in 100 and changes no meaning)
message: "“{{text}}” is two words"
kind: pattern
pattern: '\\b(?P<first>[Aa])(?P<second>lot)\\b'   # Python's re; named groups may stand in the message
replace: '\\g<first> \\g<second>'                 # leave it out where there is no fix
# unless: ['\\bAlot Inc\\b']                     # what excuses a match that it overlaps
"""
    + _WHY
    + """\
examples:               # [[…]] marks what must be found; `good` is what must not be
  bad:
    - {{text: "The repairs cost [[alot]] of money.", fixed: "The repairs cost a lot of money."}}
  good:
    - "They allot seats to members."
""",
    "swap": _HEAD
    + """\
fix: unsafe             # none; unsafe (needs a look); safe (right 99 times in 100 and changes no meaning)
message: "write “{{instead}}”, not “{{word}}”"
kind: swap
swap:                   # whole words and phrases, and what to write instead
  adviser general: general adviser
  city counsel: city council
"""
    + _WHY
    + """\
examples:
  bad:
    - {{text: "The [[city counsel]] met.", fixed: "The city council met."}}
  good:
    - "The city council met."
""",
    "avoid": _HEAD
    + """\
message: "“{{word}}” is not used in our copy"
kind: avoid
terms:                  # whole words and phrases; lower-case ones are found with a capital too
  - passed away
  - to all intents and purposes
"""
    + _WHY
    + """\
examples:
  bad:
    - "The former mayor [[passed away]] on Monday."
  good:
    - "The law passed. Away fans sang."
""",
    "consistent": _HEAD
    + """\
fix: unsafe
message: "“{{word}}” here, but “{{usual}}” elsewhere in this article"
kind: consistent
terms:                  # each line: ways to write one thing, of which an article uses one
  - [adviser, advisor]
  - [web site, website]
"""
    + _WHY
    + """\
examples:
  bad:
    - text: "The adviser left. An adviser said no other [[advisor]] would."
      fixed: "The adviser left. An adviser said no other adviser would."
  good:
    - "The adviser left. No other adviser would."
""",
    "lines": _HEAD
    + """\
fix: unsafe
message: "“{{line}}” is no part of the article"
kind: lines
pattern: '(?:Read more|Related): .+'   # must match a line from end to end
"""
    + _WHY
    + """\
examples:
  bad:
    - text: "The bridge is shut.\\n\\n[[Read more: Bridge woes]]\\n\\nIt opens in May."
      fixed: "The bridge is shut.\\n\\nIt opens in May."
  good:
    - "Read more books, the mayor said."
""",
    "check": _HEAD
    + """\
fix: none
message: "“{{text}}” is said twice"
check: {function}.{function}
when: '\\bvery, very\\b'   # without a match of this the check does not run
"""
    + _WHY
    + """\
examples:
  bad:
    - "It was [[very, very]] cold."
  good:
    - "It was very cold."
""",
}

CHECK_MODULE = '''\
"""What this check looks for, in one line."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.lazy import lazy
from newslint.model import Hit
from newslint.rule import Options

_PATTERN = lazy(r"\\bvery, very\\b")


def {function}(document: Document, options: Options) -> Iterator[Hit]:
    """A hit for each place, in offsets of the prose."""
    for match in _PATTERN.finditer(document.prose):
        yield Hit(match.start(), match.end())
'''
