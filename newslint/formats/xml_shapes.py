"""Which elements of NITF and NewsML-G2 hold prose, and of which kind and zone it is."""

from __future__ import annotations

from enum import Enum


class Mode(Enum):
    """How the content of an element is read."""

    START = 0  # before the root
    OUT = 1  # left out
    TEXT = 2  # all text is prose, all elements are inline
    HTML = 3
    NITF = 4
    G2 = 5  # NewsML-G2: text only where its tables say so
    INLINE = 6  # the element that holds another vocabulary


ROOTS = {"nitf": Mode.NITF, "newsItem": Mode.G2, "newsMessage": Mode.G2, "html": Mode.HTML}

# Block elements of NITF that HTML does not have, or means otherwise. The rest is read as in HTML.
NITF = {
    "hl1": ("heading", "headline"),
    "hl2": ("heading", "heading"),
    "byline": ("paragraph", "byline"),
    "dateline": ("paragraph", "dateline"),
    "distributor": ("paragraph", "credit"),
    "abstract": ("paragraph", "summary"),
    "note": ("paragraph", "note"),
    "bq": ("quote", "quote"),
    "credit": ("paragraph", "credit"),
    "media": ("", ""),
    "media-caption": ("caption", "caption"),
    "media-producer": ("paragraph", "credit"),
    "tagline": ("paragraph", "credit"),
    "bibliography": ("paragraph", "credit"),
    "fn": ("paragraph", ""),
    "block": ("", ""),
    "hedline": ("", ""),
    "body.head": ("", ""),
    "body.content": ("", ""),
    "body.end": ("", ""),
}
_SKIPPED = """docdata pubdata revision-history tobject iim meta rights series media-reference media-metadata
    media-object pre col colgroup nitf-table-metadata nitf-colgroup ds"""
NITF_SKIPPED = frozenset(_SKIPPED.split())

# By parent and name.
G2_PROSE = {
    ("contentMeta", "headline"): ("heading", "headline"),
    ("contentMeta", "by"): ("paragraph", "byline"),
    ("contentMeta", "byline"): ("paragraph", "byline"),
    ("contentMeta", "dateline"): ("paragraph", "dateline"),
    ("contentMeta", "creditline"): ("paragraph", "credit"),
    ("contentMeta", "description"): ("caption", "caption"),
    ("itemMeta", "title"): ("heading", "headline"),
}
G2_INSIDE = frozenset(["newsMessage", "itemSet", "newsItem", "itemMeta", "contentMeta", "contentSet"])
