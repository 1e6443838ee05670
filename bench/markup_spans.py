"""Do findings touch markup, and do fixes change it? Independent parsers (markdown-it-py, html5lib, PyYAML) judge.

usage: python bench/markup_spans.py FOLDER [--fix] [--limit N]

A marker is put at both ends of every finding; parsed again, both must stand in text (or in an `alt` or `title`), and
nothing else of the tree may have changed. With `--fix` every file is mended, unsafe fixes too, and the tree before and
after must be equal but for text. Files that fail are named; the exit status is 1 when there are any.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from newslint.api import Checker
from newslint.config import Config
from newslint.formats import SUFFIXES
from newslint.model import Finding
from newslint.settings import Overrides
from newslint.source import Source

PROSE_KEYS = {"title", "subtitle", "description", "summary", "excerpt"}
NO_TEXT = {"script", "style", "pre", "code", "kbd", "samp", "template", "nav", "textarea", "select", "button", "svg"}
_MARKER = re.compile("qzx(\\d+)xzq|§(\\d+)§")
_TEMPLATE = re.compile(
    r"\{% raw %\}.*?\{% endraw %\}|\{\{.*?\}\}|\{%.*?%\}|\{:[^}\n]*\}|https?://[^\s<>\"')\]]*[\w/]", re.DOTALL
)
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)

Tree = tuple[list[Any], list[str]]  # structure without text, and the texts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fix", action="store_true")
    parser.add_argument("--limit", type=int, default=0, help="look at every Nth file only")
    asked = parser.parse_args()
    checker = Checker(Config(), Overrides(preset="dataset"))
    files = [path for path in sorted(asked.folder.rglob("*")) if SUFFIXES.get(path.suffix) in ("markdown", "html")]
    if asked.limit:
        files = files[:: asked.limit]
    failed = findings = mended = 0
    for path in files:
        type = SUFFIXES[path.suffix]
        source = Source.from_bytes(str(path), path.read_bytes())
        checked = checker.check(source, type)
        findings += len(checked.findings)
        faults = [problem.message for problem in checked.problems if problem.status == 3]
        faults += list(touching(source.text, checked.findings, type))
        if asked.fix:
            fixed = checker.fix(source, type, unsafe=True)
            mended += sum(fixed.mended.values())
            if tree(source.text, type)[0] != tree(fixed.text, type)[0]:
                faults.append("fixes change the structure")
        for fault in faults:
            print(f"{path.relative_to(asked.folder)}: {fault}")
        failed += bool(faults)
    print(f"{len(files)} files, {findings} findings, {mended} mended, {failed} files with faults")
    sys.exit(failed > 0)


def touching(text: str, findings: Sequence[Finding], type: str) -> Iterator[str]:
    """Findings whose first or last character is no text, each as a line."""
    spans = [
        (found.start, found.end, found)
        for found in findings
        if found.start < found.end and found.family != "suppression"
    ]
    tags = [match.span() for match in _TEMPLATE.finditer(text)]
    for start, end, found in spans:
        if any((start < stop and begin < start) or begin < end < stop for begin, stop in tags):
            yield f"{found.rule} at {start} touches a template tag or a URL"
    before = tree(text, type)[0]
    if _well(text, spans, before, type):
        return
    for span in spans:
        if not _well(text, [span], before, type):
            yield f"{span[2].rule} at {span[0]}: {text[span[0] : span[1]]!r}"


def _well(text: str, spans: Sequence[tuple[int, int, Finding]], before: list[Any], type: str) -> bool:
    """Whether markers inside the first and the last character of each span are all seen as text."""
    # A marker is of the class of its neighbour inside the span, as classes decide what is emphasis.
    marks = []
    for i, (start, end, _) in enumerate(spans):
        marks += [(start, 2 * i, text[start]), (end, 2 * i + 1, text[end - 1])]
    parts, at = [], 0
    for place, number, beside in sorted(marks):
        parts += [text[at:place], f"qzx{number}xzq" if beside.isalnum() else f"§{number}§"]
        at = place
    structure, texts = tree("".join([*parts, text[at:]]), type)
    seen = {match[1] or match[2] for match in _MARKER.finditer(" ".join(texts))}
    return structure == before and len(seen) == len(marks)


def tree(text: str, type: str) -> Tree:
    """The structure of a text as an independent parser sees it, and the texts in it."""
    return html_tree(text) if type == "html" else markdown_tree(text)


def markdown_tree(text: str) -> Tree:
    from markdown_it import MarkdownIt

    structure, texts = [], []
    match = _FRONT.match(text)
    front = _front_tree(match[1]) if match else None
    if match and front:
        structure, texts = front
        text = text[match.end() :]
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    raw: list[str] = []
    for token in parser.parse(text):
        for inner in token.children or [token]:
            if inner.type in ("html_inline", "html_block"):
                raw.append(inner.content)
                structure.append(inner.type)
                if inner.type == "html_block":
                    raw.append("\n")
            elif inner.type == "image":
                structure.append(("image", inner.attrs.get("src")))
                texts.append("".join(child.content for child in inner.children or ()))
            elif inner.type in ("text", "softbreak", "text_special"):
                texts.append(inner.content or " ")
                raw.append(inner.content.replace("<", "&lt;").replace("&", "&amp;"))
            elif inner.type == "link_open":
                structure.append(("link", inner.attrs.get("href")))
            elif inner.type in ("code_inline", "code_block", "fence"):
                structure.append((inner.type, inner.content))
            else:
                structure.append((inner.type, inner.tag))
    if any("<" in piece for piece in raw):
        inner_structure, texts_ = html_tree("".join(raw))
        return [structure, inner_structure], [*texts, *texts_]
    return [structure, []], texts


def _front_tree(text: str) -> Tree | None:
    import yaml

    try:
        value = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return [text], []
    if not isinstance(value, dict):
        return None if text.strip() else ([], [])
    prose = {key: value.pop(key) for key in PROSE_KEYS & set(value)}
    return [list(prose), value], [said for said in prose.values() if isinstance(said, str)]


def html_tree(text: str) -> Tree:
    import html5lib

    structure: list[Any] = []
    texts: list[str] = []

    def walk(node: Any, hidden: bool) -> None:
        for child in node.childNodes:
            if child.nodeType == child.TEXT_NODE:
                (structure if hidden else texts).append(child.data)
            elif child.nodeType == child.COMMENT_NODE:
                structure.append(("comment", child.data))
            elif child.nodeType == child.ELEMENT_NODE:
                attributes = dict(child.attributes.items())
                texts.extend(attributes.pop(name) for name in ("alt", "title") if name in attributes and not hidden)
                structure.append((child.tagName, sorted(attributes.items())))
                walk(child, hidden or child.tagName in NO_TEXT)
                structure.append("end")

    walk(html5lib.parse(text, treebuilder="dom"), False)
    return structure, texts


if __name__ == "__main__":
    main()
