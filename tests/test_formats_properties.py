"""Whatever the markup: no crash, no markup in prose, and every piece leads back to the very characters."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.api import Checker
from newslint.config import Config
from newslint.document import Document
from newslint.document.offsets import Characters, Identity, Segments
from newslint.formats import read
from newslint.formats.front_matter import front_matter
from newslint.formats.prose import OBJECT, WHITE, normalised
from newslint.model import NewslintError
from newslint.settings import Overrides
from newslint.source import Source

ROOT = Path(__file__).parent.parent
FAST = settings(max_examples=150, deadline=None, derandomize=True)


@cache
def judge() -> Any:
    """The bench script that asks independent parsers."""
    spec = importlib.util.spec_from_file_location("markup_spans", ROOT / "bench" / "markup_spans.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(*pieces: str) -> st.SearchStrategy[str]:
    """Texts made of pieces, which are given parted by "¦"."""
    return st.lists(st.sampled_from("¦".join(pieces).split("¦")), max_size=30).map("".join)


MARKDOWN = texts(
    "the dog¦said¦“No,” ¦*¦**¦_¦~~¦`¦```\n¦# ¦## ¦> ¦- ¦1. ¦  ¦    ¦\n¦\n\n¦\r\n¦\r¦\t¦[¦](u)¦](¦)¦![¦<b>¦</b>¦<br>",
    "<!--¦-->¦<div>¦</div>\n¦<script>¦</script>¦<pre>¦&amp;¦&#8212;¦&x;¦\\*¦\\\\¦\\¦{{ x }}¦{% if %}¦{{< y >}}¦{: .c}",
    "$$x=y$$¦http://x.yz/a_b¦a@b.cd¦<http://a.b>¦[^1]¦[^1]: ¦[r]: /u 't'\n¦\\|¦| a | b |\n|---|---|\n¦é¦😀¦\ud800¦\0",
    "---\n¦title: x\n¦+++\n¦<img alt='the the'>¦<q>¦</q>¦\u2028¦\x0c¦\xa0¦:¦===\n¦---\n",
)
HTML = texts(
    "the dog¦said¦ ¦  ¦\n¦\r\n¦\r¦\t¦<p>¦</p>¦<b>¦</b>¦<br>¦<br/>¦<div hidden>¦</div>¦<h1>¦</h1>¦<title>¦</title>¦<li>",
    "<ul>¦</ul>¦<table>¦<td>¦<script>¦</script>¦<style>¦<pre>¦</pre>¦<code>¦</code>¦<nav>¦</nav>¦<template>¦<q>¦</q>",
    "<¦>¦</¦</>¦<!--¦-->¦<![CDATA[¦]]>¦<!DOCTYPE html>¦&amp;¦&amp¦&nbsp;¦&#8220;¦&#x1F600;¦&#0;¦&¦&x;¦<img alt='x'",
    "<img alt=\"a &quot;b&quot; c\">¦<a title = 'the\n the'>¦é¦😀¦\ud800¦\0¦{{ x }}¦http://x.yz/a?b&amp;c¦<textarea>",
    "</textarea>¦<svg>¦<blockquote>",
)


def leads_back(document: Document) -> None:
    """Every piece of the map is what the source has there, and blocks are in order and apart."""
    text, prose = document.source.text, document.prose
    offsets = document.offsets
    if isinstance(offsets, Identity):
        return
    assert isinstance(offsets, Segments)
    covered = set()
    end = 0
    for at, width, source, length in offsets.pieces:
        assert width > 0
        assert length > 0
        assert end <= at
        end = at + width
        covered.update(range(at, end))
        here, there = prose[at:end], text[source : source + length]
        assert len(there) == length
        if width == length:
            assert all(same(a, b) for a, b in zip(here, there, strict=True)), (here, there)
        else:
            said = decoded(there, document.format)
            assert (here == " " and set(said) <= WHITE) or here == re.sub("[\ud800-\udfff\0]", "\ufffd", said), there
    for i, char in enumerate(prose):
        assert i in covered or char in f" \n{OBJECT}", (i, char)
    stop = -2
    for block in document.blocks:
        assert stop + 2 == block.start
        assert block.end > block.start
        assert not prose[block.start].isspace() or prose[block.start] not in WHITE
        assert prose[block.end - 1] not in WHITE
        stop = block.end
    assert document.zones.names is not None


def same(here: str, there: str) -> bool:
    return here == there or (here in " \n" and there in WHITE) or (here == "\ufffd" and there in "\0\ud800")


def decoded(text: str, format: str) -> str:
    if format == "json":
        text = json.loads(f'"{text}"')
    elif text.startswith("\\"):
        return text[1:]
    return unescape(text)


@FAST
@given(MARKDOWN)
@example("> <div>\n> the <b>the</b>\n> </div>")
@example("- <pre>\n  the\n\n  the</pre> dog")
def test_any_markdown(text: str) -> None:
    leads_back(read(Source("a.md", text), "markdown"))


@FAST
@given(HTML)
@example("<p>a\r\nb<img alt='a\r\n b'>")
def test_any_html(text: str) -> None:
    leads_back(read(Source("a.html", text), "html"))


@FAST
@given(HTML, st.booleans(), st.booleans())
def test_html_inside_json(text: str, ascii_: bool, markup: bool) -> None:
    value = {"uri": "u", "body_html" if markup else "body_text": text}
    document = read(Source("a.json", json.dumps(value, ensure_ascii=ascii_).replace("/", "\\/")), "json")
    if markup:
        leads_back(document)


@FAST
@given(HTML)
def test_any_xml_is_read_or_refused(text: str) -> None:
    for whole in (text, f"<nitf><body>{text}</body></nitf>", f"<html xmlns='x'>{text}</html>"):
        with contextlib.suppress(NewslintError):
            leads_back(read(Source("a.xml", whole), "xml"))


@FAST
@given(st.text(st.sampled_from("the “’\"'\\:#-{}[]&*!|>%@`,?\t é😀0aZ~."), max_size=25))
def test_front_matter_says_what_yaml_says(value: str) -> None:
    import yaml

    text = f"---\ntitle: {value}\nlayout: post\n---\nBody.\n"
    front = front_matter(text)
    assert front is not None
    said = ["".join(text[a:b] if v is None else v for a, b, v in found.runs).split() for found in front.values]
    try:
        parsed = yaml.load(f"title: {value}\nlayout: post\n", Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return
    expected = parsed.get("title") if isinstance(parsed, dict) else None
    for words in said:
        assert isinstance(expected, str)
        assert words == expected.split()


@FAST
@given(st.text(max_size=40))
def test_bytes_lead_to_characters(text: str) -> None:
    text = normalised(text)
    offset = Characters(text).offset
    assert [offset(len(text[:i].encode())) for i in range(len(text) + 1)] == list(range(len(text) + 1))


DEFECTS = (
    "the the dog¦He said ¦said said ¦“No,” ¦\n¦\n\n¦ , ¦a apple ¦(¦ )¦\"¦'¦ \" ¦``¦''¦, ,¦..¦The Dog ¦.Then ¦&¦&amp;",
    '<¦>¦<b>¦</b>¦<i>the the</i>¦<br>¦<img alt="the the , b">¦<!--¦-->¦! ¦it’s ',
)
BAD_MARKDOWN = texts(
    *DEFECTS, '*¦**¦_¦`¦~~¦# ¦> ¦- ¦1. ¦[¦](/u)¦](/u "t")¦\\*¦\n\n    ¦---\n¦===\n¦| a | the the |\n|---|\n'
)
BAD_HTML = texts(*DEFECTS, "<p>¦</p>¦<li>¦ < ¦</¦<¦ /¦& amp;¦&lt¦lt ;¦&copy ¦<a title='the the'>¦&#8220;")
CHECKER = Checker(Config(), Overrides(preset="dataset"))


def keeps_structure(text: str, type: str) -> None:
    fixed = CHECKER.fix(Source("a", text), type, unsafe=True)
    assert [problem for problem in fixed.problems if problem.status == 3] == []
    if fixed.text != text:
        assert judge().tree(fixed.text, type)[0] == judge().tree(text, type)[0], fixed.text


@FAST
@given(BAD_MARKDOWN)
@example('[a](/u "b "c" d")')
def test_fixes_keep_the_structure_of_markdown(text: str) -> None:
    keeps_structure(text, "markdown")


@FAST
@given(BAD_HTML)
@example("<p>a ( < b )")
def test_fixes_keep_the_structure_of_html(text: str) -> None:
    keeps_structure(text, "html")
