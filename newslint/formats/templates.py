"""Finds what is no text in a source before it is parsed: template tags, bare URLs, formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.formats.prose import Mask
from newslint.lazy import lazy
from newslint.spans import apart

# Blocks that hold no prose (Liquid, Hugo, kramdown); {: .class} and comments; outputs and shortcodes; other tags.
_TAG = lazy(
    r"""\{(?:%-?[ ]*(?P<block>highlight|raw|comment|schema|javascript|stylesheet|verbatim)\b(?:(?!%\}).){0,300}%\}
           .*?\{%-?[ ]*end(?P=block)[ ]*-?%\}
       |\{[<%][ ]*(?P<code>highlight|code|mermaid|gist|math)\b(?:(?!\}\}).){0,300}[>%]\}\}
           .*?\{\{[<%][ ]*/[ ]*(?P=code)[ ]*[>%]\}\}
       |::comment\}.*?\{:/(?:comment)?\}
       |(?P<silent>:(?:[^{}\n]|\{[^{}\n]*\}){0,500}\}|\#(?:(?!\#\}|\n[ \t]*\n).){0,2000}\#\})
       |\{(?:(?!\}\}|\n[ \t]*\r?\n).){0,2000}\}\}
       |%(?:(?!%\}|\n[ \t]*\r?\n).){0,2000}%\})
    """,
    re.VERBOSE | re.DOTALL,
)
_SCRIPTLET = lazy(r"<%(?:(?!%>|\n[ \t]*\r?\n).){0,2000}%>", re.DOTALL)
_ANGLE = lazy(r"<(?:https?://|ftp://|mailto:)[^\s<>]{1,2000}>|<[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}>", re.I)
_SCHEME = lazy(r"(?<![\w@])(?:https?|ftp)\Z", re.IGNORECASE)
_URL_REST = lazy(r"""(?:[^\s<>"'`|\\^{}\[\]()*“”‘’]|\([^\s<>"'`|\\^{}\[\]()*]{0,200}\)|\(){1,2000}""")
_LOCAL = lazy(r"(?<![\w.+/-])[\w.+-]{1,64}\Z")
_DOMAIN = lazy(r"[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
# Words of the page that an address points to, often with their spaces.
_FRAGMENT = lazy(r"""#:~:text=(?:[^\r\n<>"()\[\]]|\([^\r\n<>"()]*\)|\()*""")
_TRAILS = ".,;:!?_~…&("
_FORMULA = lazy(
    r"(?<![$\\])\$\$(?!\$)(?=[^$]{0,500}?[\\^_=])(?:(?!\n[ \t]*\r?\n)[^$]){1,2000}\$\$(?!\$)"
    r"|(?<![$\\\w])\$(?=[^$\r\n]{0,200}[\\^_=<])[^\s$](?:[^$\r\n]{0,200}[^\s$\\])?\$(?![$\w])"  # $x_1$, not $5_
)
# A whole line of a module, and expressions in braces.
_MDX = lazy(r"^(?:import|export)[ ](?:[^\n]*(?:\{[^}]*\}|[^\n]*))$|\{(?:[^{}]|\{[^{}]*\}){0,2000}\}", re.MULTILINE)
_NOT_NEWLINE = lazy(r"[^\r\n]")


def masks_of(text: str, *, markdown: bool = False, templates: bool = True, mdx: bool = False) -> list[Mask]:
    """Spans of `text` that are no text, in order and apart. Offsets are code points, 0-based.

    `templates`: tags of template languages; `markdown`: autolinks and formulas; `mdx`: modules and expressions.
    """
    found: list[Mask] = []
    if templates and "{" in text and ("{{" in text or "{%" in text or "{:" in text or "{#" in text):
        for match in _TAG.finditer(text):
            found.append(Mask(match.start(), match.end(), match["silent"] is not None))
    if templates and "<%" in text:
        found += [Mask(match.start(), match.end()) for match in _SCRIPTLET.finditer(text)]
    if mdx:
        found += [Mask(match.start(), match.end()) for match in _MDX.finditer(text)]
    if markdown and "$" in text:
        found += [Mask(match.start(), match.end()) for match in _FORMULA.finditer(text)]
    if markdown and ">" in text:
        found += [Mask(match.start(), match.end()) for match in _ANGLE.finditer(text)]
    if "://" in text:
        found += _urls(text, "://")
    if "www." in text:
        found += _urls(text, "www.")
    if "@" in text:
        found += _addresses(text)
    return apart(found)


def _urls(text: str, hint: str) -> Iterator[Mask]:
    at = text.find(hint)
    while at >= 0:
        start = end = at
        if hint == "://":
            scheme = _SCHEME.search(text, max(at - 6, 0), at)
            start = scheme.start() if scheme else -1
        elif at and (text[at - 1].isalnum() or text[at - 1] in "/._-@"):
            start = -1
        if start >= 0:
            rest = _URL_REST.match(text, at + len(hint))
            end = rest.end() if rest else at
            fragment = text.find("#:~:text=", at, end)
            if fragment >= 0:
                end = _FRAGMENT.match(text, fragment).end()  # type: ignore[union-attr]
            while end > at and text[end - 1] in _TRAILS:
                end -= 1
            if end > at + len(hint):
                yield Mask(start, end)
        at = text.find(hint, max(end, at + 1))


def _addresses(text: str) -> Iterator[Mask]:
    at = text.find("@")
    while at >= 0:
        local = _LOCAL.search(text, max(at - 65, 0), at)
        domain = _DOMAIN.match(text, at + 1) if local else None
        if local and domain:
            yield Mask(local.start(), domain.end())
        at = text.find("@", at + 1)


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
