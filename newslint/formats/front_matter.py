"""Front matter of Markdown, YAML or TOML: the values that are prose, and the rules a file wants ignored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.document import Directive
from newslint.formats.builder import Writer
from newslint.formats.prose import Run
from newslint.lazy import lazy

# Keys whose values are prose: kind and zone of the block.
PROSE = {
    "title": ("heading", "headline"),
    "subtitle": ("heading", "heading"),
    "description": ("paragraph", "summary"),
    "summary": ("paragraph", "summary"),
    "excerpt": ("paragraph", "summary"),
}
_FRONT = lazy(
    r"(?P<mark>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?P<inside>.*?)^(?P=mark)[ \t]*(?:\r\n|\n|\r|\Z)",
    re.DOTALL | re.MULTILINE,
)
_END_ANYWHERE = lazy(r"^(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE)
_KEY = lazy(r"""^["'\w.-]+[ \t]*[:=]|^\[|^[#{]""", re.MULTILINE)  # without one, it is text between two rules
_KEYS = "|".join([*PROSE, "newslint"])
# A key at the left edge with all lines that belong to its value: deeper ones, blank ones.
_ENTRY = lazy(
    rf"^(?P<key>{_KEYS})[ \t]*:(?P<value>[^\r\n]*(?:(?:\r\n|\n|\r)(?:[ \t]+[^\r\n]*|(?=[\r\n])))*)", re.MULTILINE
)
# Values of one line that need no YAML parser to be understood.
_SIMPLE = lazy(
    r"""[ \t]*(?:"(?P<double>[^"\\\r\n]*)"|'(?P<single>[^'\r\n]*)'|
        (?P<plain>[A-Za-z](?:[^\s#:]|:(?!\s|$)|[ \t](?![ \t]*\#)|(?<=\S)\#)*))[ \t]*""",
    re.VERBOSE,
)
_ESCAPE = lazy(r'\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|["\\/tn_ ])')
_ESCAPED = {'"': '"', "\\": "\\", "/": "/", "t": "\t", "n": "\n", "_": "\xa0", " ": " "}
_TOML = lazy(
    rf"""^(?P<key>{"|".join(PROSE)})[ \t]*=[ \t]*(?P<value>"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*')[ \t]*(?:\#[^\r\n]*)?$""",
    re.MULTILINE,
)
_TOML_IGNORE = lazy(
    r"^\[newslint\][ \t]*(?:\r\n|\n|\r)+(?:[^\[\r\n][^\r\n]*(?:\r\n|\n|\r))*?ignore[ \t]*=[ \t]*\[([^\]]*)\]",
    re.MULTILINE,
)


class Value(NamedTuple):
    """One value that is prose: its key, its runs, its span in the source, and how text is written into it."""

    key: str
    runs: list[Run]
    start: int
    end: int
    write: Writer


class FrontMatter(NamedTuple):
    """Where the front matter ends, its prose, and its suppressions. Offsets are code points of the source."""

    end: int
    values: list[Value]
    directives: list[Directive]


def front_matter(text: str) -> FrontMatter | None:
    """The front matter of a text, None when it has none. What cannot be read for certain is left out; never raises."""
    if not text.startswith(("---", "+++")):
        return None
    match = _FRONT.match(text)
    if match is None or (match["inside"].strip() and not _KEY.search(match["inside"])):
        return None
    start, inside = match.start("inside"), match["inside"]
    if match["mark"] == "+++":
        return FrontMatter(match.end(), list(_toml(inside, start)), _toml_ignored(inside, start))
    values: list[Value] = []
    directives: list[Directive] = []
    for entry in _ENTRY.finditer(inside):
        at = start + entry.start("value")
        if entry["key"] == "newslint":
            directives += _ignored(entry[0], start + entry.start(), start + entry.end())
        else:
            value = _yaml(entry["key"], entry["value"], at)
            if value:
                values.append(value)
    return FrontMatter(match.end(), values, directives)


def _yaml(key: str, raw: str, at: int) -> Value | None:
    match = _SIMPLE.fullmatch(raw)
    if match and match.lastgroup:
        start, end = match.span(match.lastgroup)
        write = {"double": _double, "single": _single, "plain": _plain}[match.lastgroup]
        return Value(key, [(at + start, at + end, None)], at + start, at + end, write)
    import yaml

    text = f"k:{raw}\n"
    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, ValueError):
        return None
    if not isinstance(node, yaml.MappingNode) or len(node.value) != 1:
        return None
    scalar = node.value[0][1]
    if not isinstance(scalar, yaml.ScalarNode):
        return None
    start, end = scalar.start_mark.index, scalar.end_mark.index
    piece = text[start:end]
    shift = at - 2  # "k:" stands before the raw value
    write = _plain
    if scalar.style == '"':
        runs, write = _quoted(piece[1:-1], shift + start + 1), _double
    elif scalar.style == "'":
        runs, write = _doubled(piece[1:-1], shift + start + 1), _single
    elif scalar.style in ("|", ">"):
        head = len(re.match(r"[^\r\n]*(?:\r\n|\n|\r)?", piece)[0])  # type: ignore[index]
        runs = [(shift + start + head, shift + end, None)]
    else:
        runs = [(shift + start, shift + end, None)]
    if _said(runs, text, -shift) != scalar.value.split():
        return None
    last = at + len(raw)  # behind it stands a newline that is not of the source
    runs = [(first, min(end_, last), value) for first, end_, value in runs]
    return Value(key, runs, shift + start, min(shift + end, last), write)


def _said(runs: list[Run], text: str, shift: int) -> list[str]:
    """The words of runs, to be compared with what the parser read."""
    return "".join(text[start + shift : end + shift] if value is None else value for start, end, value in runs).split()


def _quoted(piece: str, at: int) -> list[Run]:
    """Runs of a double-quoted scalar."""
    runs: list[Run] = []
    done = 0
    for match in _ESCAPE.finditer(piece):
        code = match[0][1]
        value = _ESCAPED.get(code) or chr(int(match[0][2:], 16))
        runs += [(at + done, at + match.start(), None), (at + match.start(), at + match.end(), value)]
        done = match.end()
    return [*runs, (at + done, at + len(piece), None)]


def _doubled(piece: str, at: int) -> list[Run]:
    """Runs of a single-quoted scalar, in which '' is an apostrophe."""
    runs: list[Run] = []
    done = 0
    for match in re.finditer("''", piece):
        runs += [(at + done, at + match.start(), None), (at + match.start(), at + match.end(), "'")]
        done = match.end()
    return [*runs, (at + done, at + len(piece), None)]


def _ignored(entry: str, start: int, end: int) -> list[Directive]:
    import yaml

    try:
        value = yaml.load(entry, Loader=yaml.BaseLoader)["newslint"]
    except (yaml.YAMLError, ValueError, KeyError, TypeError):
        return []
    if not isinstance(value, dict):
        return []
    others = [Directive("unknown", (str(key),), start, end) for key in value if key != "ignore"]
    names = value.get("ignore")
    if isinstance(names, str):
        names = [names]
    if not isinstance(names, list) or not names:
        return others
    return [*others, Directive("ignore", tuple(str(name) for name in names), start, end)]


def _toml(inside: str, at: int) -> Iterator[Value]:
    top = re.search(r"^\[", inside, re.MULTILINE)
    for match in _TOML.finditer(inside, 0, top.start() if top else len(inside)):
        raw = match["value"]
        start = at + match.start("value") + 1
        runs: list[Run] = [(start, start + len(raw) - 2, None)]
        if raw[0] == '"':
            runs = _quoted(raw[1:-1], start)
        import tomllib

        try:
            value = tomllib.loads(f"k = {raw}")["k"]
        except tomllib.TOMLDecodeError:
            continue
        if _said(runs, raw, 1 - start) == value.split():
            write = _double if raw[0] == '"' else _literal
            yield Value(match["key"], runs, start, start + len(raw) - 2, write)


def _toml_ignored(inside: str, at: int) -> list[Directive]:
    match = _TOML_IGNORE.search(inside)
    if match is None:
        return []
    names = re.findall(r"""["']([^"']+)["']""", match[1])
    return [Directive("ignore", tuple(names), at + match.start(), at + match.end())] if names else []


def _double(text: str) -> str | None:
    return None if "\n" in text else text.replace("\\", "\\\\").replace('"', '\\"')


def _single(text: str) -> str | None:
    return None if "\n" in text else text.replace("'", "''")


def _literal(text: str) -> str | None:
    return None if "\n" in text or "'" in text else text


def _plain(text: str) -> str | None:
    return None if re.search(r"[:#\n\[\]{}]", text) else text
