"""What the source has between two places of prose: the markup that rules otherwise do not see."""

from __future__ import annotations

import re

from newslint.document import Document
from newslint.lazy import lazy

_MARKUP = frozenset({"markdown", "html", "xml"})
_CLOSES = lazy(r"</|[*_`\]]")
_CLOSING = lazy(r"</(?P<tag>[a-zA-Z]+)|[*_]{1,3}|[`\]]")
_INSIDE = lazy(r"[\w,;:][”\"’']?\s+[“\"‘'(]?(?:<[^<>]*>|[*_\[])*$")
_MOST_TITLE = 300  # code points
_LINK_OPENS = lazy(r"(?:<[aA]\s[^<>]*>|\[)$")
_STRESS_OPENS = lazy(r"<(?:em|i|b|strong|tt|cite|var)\b[^<>]*>$|(?<![*_\w])[*_]{1,2}$", re.IGNORECASE)
_STRESS_CLOSES = lazy(r"</|(?<=[^\s*_])[*_]")
_MOST_STRESSED = 80  # code points
_STRESS_AROUND = lazy(r"(?<![\w*_\\])(?P<mark>[*_]{1,3})(?=[^\s*_])[^*_]*$")
_STRESS_ENDS = lazy(rf"[^*_\n]{{0,{_MOST_STRESSED}}}[^\s*_](?=[*_]{{1,3}}(?!\w))")
_LINK_ENDS = lazy(rf"[^\[\]\n]{{0,{_MOST_STRESSED}}}\][(\[]")
_SET_APART = lazy(r"<(?P<closes>/?)(?P<name>em|i|cite|a|b|strong|q|u)\b(?P<mark>[^<>]*>)", re.IGNORECASE)
_NEXT_TAG = lazy(rf"[^<]{{0,{_MOST_STRESSED}}}")
_LONGEST_TAG = 300  # code points of an element's start, with its address
_TWO_ELEMENTS = lazy(r"</[^<>]*>\s*<[a-zA-Z]")
# What shows nothing between two paragraphs: comments, attributes, and tags but for those of pictures, code and notes.
_NOTHING = lazy(
    r"<!--.*?-->|\{:[^{}\n]*\}|[\s>*_#]"
    r"|</?(?!(?:img|pre|code|tt|kbd|samp|su[bp]|svg|video|audio|iframe|object|embed|hr|table|math)\b)[a-z][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)


def is_markup(document: Document) -> bool:
    """Whether the source is Markdown, HTML or XML."""
    return document.format in _MARKUP


def closes_behind(document: Document, start: int) -> bool:
    """Whether an inline element ends right before the prose offset `start`: the stop of "<em>Help!</em> is"."""
    if not is_markup(document) or start <= 0:
        return False
    return _CLOSES.match(document.source.text, document.offsets.span(start - 1, start)[1]) is not None


def closes_title(document: Document, start: int) -> bool:
    """Whether an inline element ends right before a prose offset that began inside a sentence: "the <em>Help!</em> is".

    Not “<b>A word first.</b> is”.
    """
    if not closes_behind(document, start):
        return False
    text, at = document.source.text, document.offsets.span(start - 1, start)[1]
    closing = _CLOSING.match(text, at)
    if closing is None:
        return False
    if closing["tag"]:
        opening = text.lower().rfind("<" + closing["tag"].lower(), max(0, at - _MOST_TITLE), at)
    else:
        opening = text.rfind("[" if closing[0] == "]" else closing[0], max(0, at - _MOST_TITLE), at)
    return opening >= 0 and _INSIDE.search(text, max(0, opening - 40), opening) is not None


def is_whole_link(document: Document, start: int, end: int) -> bool:
    """Whether prose `[start, end)` is the whole text of a link."""
    if not closes_behind(document, end):
        return False
    at = document.offsets.span(start, end)[0]
    return _LINK_OPENS.search(document.source.text, max(0, at - _LONGEST_TAG), at) is not None


def stressed_at(document: Document, start: int) -> str:
    """The source of the stressed words that begin at a prose offset; "" where none do, or many, or one in bold."""
    if not is_markup(document):
        return ""
    text, at = document.source.text, document.offsets.span(start, start + 1)[0]
    opening = _STRESS_OPENS.search(text, max(0, at - 40), at)
    closing = opening and _STRESS_CLOSES.search(text, at, at + _MOST_STRESSED)
    if not opening or not closing:
        return ""
    words = text[at : closing.start()]
    bold = len(opening[0]) == 2 or opening[0][:2].lower() in ("<b", "<s")
    return "" if bold and " " not in words else words


def in_title_markup(document: Document, start: int) -> bool:
    """Whether a prose offset lies in words set apart as titles of works are: stressed, a link; bold if several."""
    if not is_markup(document):
        return False
    text, at = document.source.text, document.offsets.span(start, start + 1)[0]
    if document.format == "markdown":
        low = max(0, at - _MOST_STRESSED, text.rfind("\n\n", 0, at))
        opened = text.rfind("[", low, at)
        if opened > text.rfind("]", low, at) and _LINK_ENDS.match(text, at):
            return True
        opening, closing = _STRESS_AROUND.search(text, low, at), _STRESS_ENDS.match(text, at)
        bold = opening is not None and opening["mark"] in ("**", "__")
    else:
        tags = list(_SET_APART.finditer(text, max(0, at - _LONGEST_TAG), at))
        opening, closing = tags[-1] if tags and not tags[-1]["closes"] else None, _NEXT_TAG.match(text, at)
        bold = opening is not None and opening["name"].lower() in ("b", "strong")
    if opening is None or closing is None or at - opening.end("mark") > _MOST_STRESSED:
        return False
    return not bold or " " in text[opening.end("mark") : closing.end()].strip()


def parts_shown(document: Document, start: int, end: int) -> bool:
    """Whether the source shows something between prose that ends at `start` and prose that begins at `end`.

    Code, a picture or the mark of a note; the ends and starts of paragraphs are nothing.
    """
    if not is_markup(document):
        return False
    return _NOTHING.sub("", source_between(document, start, end)) != ""


def in_two_elements(document: Document, at: int) -> bool:
    """Whether one inline element ends and another begins at a prose offset: a style sheet may set them apart."""
    return is_markup(document) and at > 0 and _TWO_ELEMENTS.search(source_between(document, at, at)) is not None


def source_between(document: Document, start: int, end: int) -> str:
    """The source between prose that ends at `start` and prose that begins at `end`."""
    first = document.offsets.span(start - 1, start)[1] if start > 0 else 0
    return document.source.text[first : document.offsets.span(end, end + 1)[0]]
