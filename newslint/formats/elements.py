"""What each HTML element means for prose."""

from __future__ import annotations

from enum import Enum


class Act(Enum):
    """What a tag does to the text around it."""

    INLINE = 0  # nothing: the text runs on
    FLOW = 1  # ends the block before it; its text is of the kind around it
    BLOCK = 2  # begins a block of a kind and zone
    BREAK = 3  # a new line
    VOID = 4  # stands for something that is no text, and has no content
    OBJECT = 5  # the same; its content is left out
    SILENT = 6  # left out without a trace
    SKIP = 7  # left out, and the text around it is apart
    QUOTE = 8  # a direct quotation


HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
Action = tuple[Act, str, str]

ACTIONS: dict[str, Action] = {}


def _all(act: Act, tags: str, kind: str = "", zone: str = "") -> None:
    ACTIONS.update(dict.fromkeys(tags.split(), (act, kind, zone)))


_all(
    Act.FLOW,
    "p div section article main header body html aside figure details address hr center legend hgroup footer form",
)
_all(Act.BLOCK, "ul ol dl table tbody thead tfoot tr menu")
_all(Act.BLOCK, "h2 h3 h4 h5 h6", "heading", "heading")
_all(Act.BLOCK, "h1", "heading", "headline")
_all(Act.BLOCK, "title", "heading", "headline")
_all(Act.BLOCK, "summary", "heading", "heading")
_all(Act.BLOCK, "blockquote", "quote", "quote")
_all(Act.BLOCK, "figcaption caption", "caption", "caption")
_all(Act.BLOCK, "li dt dd", "item")
_all(Act.BLOCK, "td th", "cell", "table")
_all(Act.BREAK, "br")
_all(Act.VOID, "img input embed")
_all(
    Act.OBJECT, "code kbd samp var tt svg math button object video audio canvas iframe select textarea sub output meter"
)
_all(Act.OBJECT, "progress applet map xmp plaintext listing")
_all(Act.SILENT, "script style template noscript sup rt rp noembed noframes datalist del")
_all(Act.SKIP, "pre nav dialog")
_all(Act.QUOTE, "q")

# Elements without content, which nothing ends.
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
