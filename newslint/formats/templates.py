"""Finds what is no text in a source before it is parsed: template tags, bare URLs, formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.formats.builder import Mask

# Blocks that hold no prose (Liquid, Hugo, kramdown); {: .class} and comments; outputs and shortcodes; other tags.
_TAG = re.compile(
    r"""\{%-?[ ]*(?P<block>highlight|raw|comment|schema|javascript|stylesheet|verbatim)\b(?:(?!%\}).){0,300}%\}
           .*?\{%-?[ ]*end(?P=block)[ ]*-?%\}                               # Liquid blocks that hold no prose
       |\{\{[<%][ ]*(?P<code>highlight|code|mermaid|gist|math)\b(?:(?!\}\}).){0,300}[>%]\}\}
           .*?\{\{[<%][ ]*/[ ]*(?P=code)[ ]*[>%]\}\}                        # Hugo shortcodes that hold none
       |\{::comment\}.*?\{:/(?:comment)?\}
       |(?P<silent>\{:(?:[^{}\n]|\{[^{}\n]*\}){0,500}\}|\{\#(?:(?!\#\}|\n[ \t]*\n).){0,2000}\#\})
       |\{\{(?:(?!\}\}|\n[ \t]*\r?\n).){0,2000}\}\}                         # outputs and shortcodes
       |\{%(?:(?!%\}|\n[ \t]*\r?\n).){0,2000}%\}                            # Liquid tags
       |<%(?:(?!%>|\n[ \t]*\r?\n).){0,2000}%>                               # EJS, ERB
    """,
    re.VERBOSE | re.DOTALL,
)
_URL = re.compile(
    r"""(?P<angle><(?:https?://|ftp://|mailto:)[^\s<>]{1,2000}>|<[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+>)
       |(?<![\w@])(?:(?:https?|ftp)://|www\.(?=[\w-]+\.))
           (?:[^\s<>"'`|\\^{}\[\]()*“”‘’]|\([^\s<>"'`|\\^{}\[\]()*]{0,200}\)){1,2000}
       |(?<![\w.+/-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TRAILS = ".,;:!?_~…&"
_FORMULA = re.compile(r"(?<![$\\])\$\$(?!\$)(?=[^$]{0,500}?[\\^_=])(?:(?!\n[ \t]*\r?\n)[^$]){1,2000}\$\$(?!\$)")
# A whole line of a module, and expressions in braces.
_MDX = re.compile(
    r"^(?:import|export)[ ](?:[^\n]*(?:\{[^}]*\}|[^\n]*))$|\{(?:[^{}]|\{[^{}]*\}){0,2000}\}", re.MULTILINE
)
_NOT_NEWLINE = re.compile(r"[^\r\n]")


def masks_of(text: str, *, markdown: bool = False, templates: bool = True, mdx: bool = False) -> list[Mask]:
    """Spans of `text` that are no text, in order and apart. Offsets are code points, 0-based.

    `templates`: tags of template languages; `markdown`: autolinks and formulas; `mdx`: modules and expressions.
    """
    found: list[Mask] = []
    if templates and ("{" in text or "<%" in text):
        for match in _TAG.finditer(text):
            found.append(Mask(match.start(), match.end(), match["silent"] is not None))
        if mdx:
            found += [Mask(match.start(), match.end()) for match in _MDX.finditer(text)]
    if markdown and "$$" in text:
        found += [Mask(match.start(), match.end()) for match in _FORMULA.finditer(text)]
    if "://" in text or "@" in text or "www." in text.casefold():
        found += _urls(text, markdown)
    return _apart(found)


def _urls(text: str, markdown: bool) -> Iterator[Mask]:
    for match in _URL.finditer(text):
        start, end = match.span()
        if match["angle"]:
            if not markdown:
                continue
        else:
            while end > start and text[end - 1] in _TRAILS:
                end -= 1
        yield Mask(start, end)


def _apart(masks: list[Mask]) -> list[Mask]:
    """The masks in order; of two that overlap, the first."""
    out: list[Mask] = []
    for mask in sorted(masks, key=lambda mask: (mask.start, -mask.end)):
        if not out or mask.start >= out[-1].end:
            out.append(mask)
    return out


def masked(text: str, masks: list[Mask]) -> str:
    """`text` with as many x in place of each masked character; newlines stay."""
    if not masks:
        return text
    parts, at = [], 0
    for mask in masks:
        parts.append(text[at : mask.start])
        inside = text[mask.start : mask.end]
        parts.append(_NOT_NEWLINE.sub("x", inside) if "\n" in inside or "\r" in inside else "x" * len(inside))
        at = mask.end
    parts.append(text[at:])
    return "".join(parts)
