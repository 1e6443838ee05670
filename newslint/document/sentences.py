"""Where sentences begin and end, with news abbreviations known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.document.blocks import Block
from newslint.lexicon import abbreviations

_STOP = re.compile(r"""(?P<word>[^\s]*?)(?P<stop>[.!?…]+)(?P<close>["”’')\]»]*)\s+(?=(?P<next>["“‘'(\[«]*[^\W_]))""")


def find_sentences(prose: str, blocks: Sequence[Block]) -> Sequence[tuple[int, int]]:
    """Spans of sentences, surrounding white space left out."""
    out = []
    for block in blocks:
        start = block.start
        for match in _STOP.finditer(prose, block.start, block.end):
            if ends_sentence(match):
                out.append((start, match.end("close")))
                start = match.end()
        out.append((start, block.end))
    return out


def ends_sentence(match: re.Match[str]) -> bool:
    """Whether a stop found by this module's pattern ends a sentence."""
    following = match["next"][-1]
    if match["stop"] != ".":
        return not following.islower()
    word = match["word"].lstrip("([\"“‘'") + "."
    if len(word) == 2 and word[0].isupper():
        return False  # an initial
    return word not in abbreviations() and not following.islower()
