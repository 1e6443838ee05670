"""What of Markdown and HTML is prose, of which kind and zone, and what is left out."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from newslint.api import Checker, check_text, fix_text
from newslint.config import Config
from newslint.document import Document
from newslint.formats import SUFFIXES, read
from newslint.formats.comments import directive
from newslint.model import Finding
from newslint.settings import Overrides
from newslint.source import Source

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests" / "data" / "formats"
O = "\ufffc"  # noqa: E741


def markdown(text: str, path: str = "a.md") -> Document:
    return read(Source(path, text), "markdown")


def html(text: str) -> Document:
    return read(Source("a.html", text), "html")


def repeated(text: str, type: str) -> list[str]:
    checker = Checker(Config(), Overrides(select=("repeated-word",)))
    return [text[f.start : f.end] for f in checker.check(Source("a", text), type).findings]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("One  two\nthree\n", "One  two three"),
        ("One two  \nthree\\\nfour", "One two\nthree\nfour"),
        ("A *b* **c** ~~d~~ `e` <b>f</b>.", f"A b c {O} f."),
        ("[text](http://x.yz/a 'title') ![alt](i.png)", f"text {O}\n\nalt"),
        ("[text][r] [r] [no]\n\n[r]: /u 'title'", "text r [no]"),
        ("A &amp; B &#8212; C \\* D \\x &x; AT&T", "A & B — C * D \\x &x; AT&T"),
        ("See <http://a.b/c> and https://x.yz/a_b_(c)d. And a.b+c@d.ef!", f"See {O} and {O}. And {O}!"),
        ("Text.[^1] More.\n\n[^1]: Note *one*.", "Text. More.\n\nNote one."),
        ("- a\n\n  b\n- [ ] c\n\n1. d", "a\n\nb\n\nc\n\nd"),
        ("> a\n> b\n>\n> > c", "a b\n\nc"),
        ("| a | b |\n|---|---|\n| c \\| d | `e` f |", f"a\n\nb\n\nc | d\n\n{O} f"),
        ("Term\n: What it *is*.\n: And more.\n\nText : text", "Term\n\nWhat it is.\n\nAnd more.\n\nText : text"),
        ("https://a.b/c#:~:text=Cup%20of,tea is it,now\n\nTea", "Tea"),
        ("(See https://a.b/c#:~:text=cup of,tea (May) now) then", f"(See {O}) then"),
        ("    code\n\n```\ncode\n```\n~~~\ncode", ""),
        ("A {{ x }} b {% if y %}c{% endif %} d{: .e}", f"A {O} b {O}c{O} d"),
        ("Go to [site]({{ '/a b' | url }}) now", "Go to site now"),
        ('{{< fig "the the" >}}\n\n{{% note %}}In.{{% /note %}}', f"{O}In.{O}"),
        ("{% highlight x %}\nthe the\n{% endhighlight %}\n\nText", "Text"),
        ("{% raw %}the the{% endraw %} and {::comment}the the{:/comment} b", f"{O} and {O} b"),
        (
            "If $x_1 + (y$ and $a<b$, it costs $5 or $6_m_ or US$7=$8.",
            f"If {O} and {O}, it costs $5 or $6_m_ or US$7=$8.",
        ),
        ("A $$x_1 = y$$ for $$ and $5 to $6", f"A {O} for $$ and $5 to $6"),
        ("<div>\n<p>One &amp; <i>two</i></p>\n\n*three*\n\n</div>", "One & two\n\nthree"),
        ("> <div>\n> the\n> dog</div>", "the dog"),
        ("<script>\nthe the\n\nthe the</script>\n\nA", "A"),
        ("<pre>\na\n\nb</pre>\n\nA", "A"),
        ("A <code>b *c* d</code> e<br>f<sup>1</sup>", f"A {O} e\nf"),
        ("A\r\nb\r\n\r\nc\rd", "A b\n\nc d"),
        ("Title\n=====\n\nSub\n---\n\n***\n\nEnd", "Title\n\nSub\n\nEnd"),
        ("---\nA\n\n---\n\nB", "A\n\nB"),
        ("A\n\n---\nx: y\n---\n\nB", "A\n\nx: y\n\nB"),
        ("One\ttwo\u00a0 three", "One two\xa0 three"),
        ("\ud83d \0 a", "\ufffd \ufffd a"),
    ],
)
def test_prose_of_markdown(text: str, prose: str) -> None:
    assert markdown(text).prose == prose


def test_mdx_modules_and_expressions_are_left_out() -> None:
    text = "import A from './a'\nexport const b = {c: 1}\n\nThe {props.x} dog\n\n<A title='the the'>In</A>"
    assert markdown(text, "a.mdx").prose.replace(O, "").split() == ["The", "dog", "In", "the", "the"]
    assert "import" in markdown(text, "a.md").prose


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("<p>One\n  two<p>three", "One two\n\nthree"),
        ("One<br>two<br/><br>three", "One\ntwo\n\nthree"),
        ("<title>A &amp; B</title><h1>C</h1>D", "A & B\n\nC\n\nD"),
        ("A<b>b</b><i> c</i> <span>d</span>", "Ab c d"),
        ("<p>a <code>x</code> b<script>the the</script> c<style>d</style>", f"a {O} b c"),
        ("<nav>the the</nav><pre>the the</pre><template>the</template>A", "A"),
        ("<nav>a<nav>b</nav>c</nav>d", "d"),
        ('<p>A<img src="the the" alt="b &quot;c&quot;"> d', f'A{O} d\n\nb "c"'),
        ("<p title='a\n b'>c", "c\n\na b"),
        ('<p>Go (now <img src="a" alt=":)"> or <IMG ALT=";&gt;)">', f"Go (now {O}:) or {O};>)"),
        ('<a data-x=\'<img alt="b">\' title = "c">d</a>', "d\n\nc"),
        ("<p hidden>a</p><div style='display: none'>b<div>c</div></div><i aria-hidden=true>d</i>e", "e"),
        (
            '<p>a<blockquote class="x twitter-tweet"><p>b</p></blockquote><blockquote class=pull>c</blockquote>',
            "a\n\nc",
        ),
        ("<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>", "a\n\nb\n\nc\n\nd"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a\n\nb\n\nc"),
        ("a &lt b &ampc &x; &#x1F600; &nbsp;c", "a < b &c &x; 😀 \xa0c"),
        ("<textarea>the the</textarea> <select><option>a</select> b", f"{O} {O} b"),
        ("a < b <! c> <3 d </> e", "a < b <3 d e"),
        ("a <!-- the the --> b <![CDATA[c]]> d <!--", "a b d"),
        ("{{ a }} b <a href='{{ c }}'>d</a> {% e %}", f"{O} b d {O}"),
        ('<a href="http://x.yz/the/the">http://x.yz/the/the?a&amp;b</a>, c', f"{O}, c"),
        ("the <p", "the"),
        ("x<sub>2</sub>y<sup>th</sup>z", f"x{O}yz"),
    ],
)
def test_prose_of_html(text: str, prose: str) -> None:
    assert html(text).prose == prose


def kinds(document: Document) -> list[tuple[str, str, str]]:
    return [
        (document.prose[block.start : block.end], block.kind, zone)
        for block, zone in zip(document.blocks, document.zones.names, strict=True)
    ]


def test_kinds_and_zones_of_html() -> None:
    document = html(
        "<title>T</title><h1>A</h1><h1>B</h1><h2>C</h2><p>By Ann Roe</p><p>KORSVIK (News 7) — It rained.</p>"
        "<p>Photo by Ann Roe"
        "<blockquote><p>Q</p></blockquote><figure><img alt='I'><figcaption>F</figcaption></figure><li>L</li>"
        "<table><caption>K</caption><tr><th>H<td>D</table>"
    )
    assert kinds(document) == [
        ("T", "heading", "headline"),
        ("A", "heading", "headline"),
        ("B", "heading", "heading"),
        ("C", "heading", "heading"),
        ("By Ann Roe", "paragraph", "byline"),
        ("KORSVIK (News 7) — It rained.", "paragraph", "body"),
        ("Photo by Ann Roe", "paragraph", "credit"),
        ("Q", "quote", "quote"),
        ("I", "attribute", "attribute"),
        ("F", "caption", "caption"),
        ("L", "item", "item"),
        ("K", "caption", "caption"),
        ("H", "cell", "table"),
        ("D", "cell", "table"),
    ]
    dateline = [char for at, char in enumerate(document.prose) if document.zones.at(at) == "dateline"]
    assert "".join(dateline) == "KORSVIK (News 7) — "


def test_lines_are_no_headings_where_markup_tells_blocks() -> None:
    assert [zone for _, _, zone in kinds(markdown("Short line\n\nAnother one\n\nThe end."))] == ["body"] * 3


def test_q_is_a_direct_quotation() -> None:
    document = html("<p>He said <q>go home</q> twice.")
    assert document.quotations.holds(document.prose.index("go home"))
    assert not document.quotations.holds(document.prose.index("twice"))


@pytest.mark.parametrize("tag", ["q", "blockquote"])
def test_a_safe_fix_rewords_no_quotation_of_markup(tag: str) -> None:
    text = f"<p>They left the the town.</p><{tag}>We came to the the town.</{tag}><p>They left the the town.</p>"
    found = Checker().check(Source("a.html", text), "html").findings
    assert [one.fix and one.fix.safety for one in found] == ["safe", "unsafe", "safe"]


@pytest.mark.parametrize(
    ("front", "values"),
    [
        ('title: "A \\"b\\" \\u2014 c"', ['A "b" — c']),
        ("title: 'It''s'", ["It's"]),
        ("title: Plain words, # no comment", ["Plain words,"]),
        ("title: A b\n  c\n  d", ["A b c d"]),
        ("summary: |\n  One\n  two\n\n  three\nx: y", ["One two three"]),
        ("excerpt: >-\n  One\n  two", ["One two"]),
        ("title: A &amp; &#8220;b&#8221; {{ &amp; }}", [f"A & “b” {O}"]),
        ("title: [a, b]\ndescription: {c: d}\nsubtitle: ~", ["~"]),
        ("title: &x A\nsubtitle: *x", []),
        ("other: the the\nparams:\n  title: the the", []),
        ('title: "unclosed', []),
    ],
)
def test_yaml_front_matter(front: str, values: list[str]) -> None:
    document = markdown(f"---\n{front}\n---\n")
    assert document.prose.split("\n\n") == (values or [""])


def test_toml_front_matter() -> None:
    text = '+++\ntitle = "A \\"b\\" c"\ndescription = \'d\' # e\n[extra]\ntitle = "the the"\n+++\nBody'
    assert markdown(text).prose == 'A "b" c\n\nd\n\nBody'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('---\ntitle: "Out of of \\"it\\""\n---\n', '---\ntitle: "Out of \\"it\\""\n---\n'),
        ("A the the dog", "A the dog"),
        ("A the **the** dog", "A the **the** dog"),
        ("A **the the** dog", "A **the** dog"),
        ("A [the the](u 'the the') dog", "A [the](u 'the the') dog"),
        ("> A the\n> the dog", "> A the\n> the dog"),
        ("A the\nthe dog", "A the dog"),
        ("- x\n  the\n  the dog", "- x\n  the dog"),
        ("A \\*the the\\* dog &amp; the the cat", "A \\*the\\* dog &amp; the cat"),
    ],
)
def test_fixes_of_markdown(before: str, after: str) -> None:
    config = Config(select=["repeated-word"])
    assert fix_text(before, type="markdown", config=config, unsafe=True).text == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>A the\n   the dog", "<p>A the dog"),
        ("<p>A the <b>the</b> dog", "<p>A the <b>the</b> dog"),
        ("<p>A the&#32;the dog", "<p>A the dog"),
        ("<p>A <b>the the</b> &amp; dog</p>\r\n", "<p>A <b>the</b> &amp; dog</p>\r\n"),
        ("<img alt='The the dog'>", "<img alt='The dog'>"),
    ],
)
def test_fixes_of_html(before: str, after: str) -> None:
    config = Config(select=["repeated-word"])
    assert fix_text(before, type="html", config=config, unsafe=True).text == after


def test_fix_that_would_make_markup_is_withheld() -> None:
    text = 'See [a](/u "b "c" d") now, she said.'  # no link, as its title is broken; 'c' would mend it
    found = check_text(text, type="markdown")
    assert all("'c'" not in edit.text for f in found if f.fix for edit in f.fix.edits)
    assert fix_text(text, type="markdown", unsafe=True).text.startswith('See [a](/u "b ')


def test_inserted_text_is_escaped() -> None:
    for type, text, at, expected in (
        ("html", "<p>ab", 4, "&lt;&amp;"),
        ("html", '<img alt="ab">', 11, "&lt;&amp;"),
        ("markdown", "ab", 1, "&#60;&#38;"),
        ("xml", "<nitf><body><p>ab</p></body></nitf>", 16, "&lt;&amp;"),
        ("json", '{"uri": "u", "body_html": "<p>ab</p>"}', 31, "&lt;&amp;"),
        ("json", '{"uri": "u", "body_text": "ab"}', 28, "<&"),
    ):
        document = read(Source("a", text), type)
        assert document.encode is not None
        assert document.encode("<&", at) == expected, (type, text)
    document = read(Source("a", '{"uri": "u", "body_html": "<p>\\u2019</p>"}'), "json")
    assert document.encode is not None
    assert document.encode('“"\n', 31) == '\\u201c\\"\\n'
    latin = read(Source("a", '<?xml version="1.0" encoding="iso-8859-1"?><nitf><body><p>ab</p></body></nitf>'), "xml")
    assert latin.encode is not None
    assert latin.encode("é“", 60) == "é&#8220;"


def suppressed(text: str, type: str = "markdown") -> list[tuple[int, str, str]]:
    checker = Checker(Config(), Overrides(select=("repeated-word", "tab", "unused-suppression")))
    return [(f.line, f.rule, f.message) for f in checker.check(Source("a", text), type).findings]


@pytest.mark.parametrize("type", ["markdown", "html"])
def test_suppression_comments(type: str) -> None:
    off, on, next_ = (
        "<!-- newslint-disable repeated-word -- why -->",
        "<!-- newslint-enable -->",
        "<!-- newslint-disable-next-line -->",
    )
    assert suppressed(f"{off}\n\nA the the b\n\n{on}\n\nA the the c", type) == [
        (7, "repeated-word", "“the” is repeated")
    ]
    assert suppressed(f"{next_}\nA the the b", type) == []
    assert suppressed(f"A <!-- newslint-disable words --> the the b {on} the the c", type)[0][0] == 1
    assert [f[1] for f in suppressed(f"{off}\n\nA dog.", type)] == ["unused-suppression"]
    assert "did you mean “repeated-word”" in suppressed("<!-- newslint-disable repeated-wrod -->", type)[0][2]
    assert suppressed("<!-- newslint-disable a-an -->", type) == []  # it did not run
    assert suppressed("<!-- newslint-enable tab -->", type)[0][2].startswith("this ends no suppression")


def test_next_line_inside_json_is_one_of_the_value() -> None:
    body = "<!-- newslint-disable-next-line repeated-word -->\\nA the the b\\nA the the c"
    found = suppressed(f'{{"uri": "u", "body_html": "{body}"}}', "json")
    assert [rule for _, rule, _ in found] == ["repeated-word"]


def test_front_matter_ignores_rules() -> None:
    text = "---\nnewslint: {ignore: [repeated-word]}\n---\nA the the b"
    assert suppressed(text) == []
    assert suppressed(text.replace("[repeated-word]", "repeated-word")) == []
    assert suppressed(text.replace("repeated-word", "tab"))[0][1:2] == ("unused-suppression",)
    assert suppressed("+++\n[newslint]\nignore = ['repeated-word']\n+++\nA the the b") == []


@pytest.mark.parametrize(
    ("text", "type", "message"),
    [
        ("<!-- newslint-disabel tab -->\n", "markdown", "“newslint-disabel”, did you mean “newslint-disable”?"),
        (
            "<!-- newslint-disable-line tab -->",
            "html",
            "“newslint-disable-line”, did you mean “newslint-disable-next-line”?",
        ),
        ("---\nnewslint: {ingore: [tab]}\n---\nA dog.\n", "markdown", "“ingore”, did you mean “ignore”?"),
    ],
)
def test_suppressions_that_are_misspelt_are_findings(text: str, type: str, message: str) -> None:
    (found,) = Checker(Config()).check(Source("a", text), type).findings
    assert (found.rule, found.message) == ("unused-suppression", f"there is no suppression {message}")


def test_unused_suppressions_can_be_ignored() -> None:
    checker = Checker(Config(ignore=["unused-suppression"]))
    assert checker.check(Source("a", "<!-- newslint-disable tab -->"), "html").findings == []


def test_comments_that_only_look_like_directives() -> None:
    for text in ("newslint", "newslint x", "see newslint-disable x"):
        assert directive(text, 0, 1) is None
    found = directive(" newslint-disable a, b\nc -- for -- a reason ", 0, 1)
    assert found is not None
    assert (found.action, found.rules, found.reason) == ("disable", ("a", "b", "c"), "for -- a reason")


def test_suffixes() -> None:
    assert {SUFFIXES[suffix] for suffix in (".md", ".markdown", ".mdown", ".mdx")} == {"markdown"}
    assert {SUFFIXES[suffix] for suffix in (".xml", ".nitf", ".newsml", ".xhtml")} == {"xml"}


def test_plain_text_imports_no_parser() -> None:
    import subprocess

    code = (
        "import newslint, sys; newslint.check_text('A the the dog'); "
        "heavy = ('pyromark', 'turbohtml', 'yaml', 'pyexpat', 'newslint.formats.markdown'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def judge() -> object:
    spec = importlib.util.spec_from_file_location("markup_spans", ROOT / "bench" / "markup_spans.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["article.md", "page.html"])
def test_independent_parsers_see_findings_in_text_and_the_same_tree_after_fixes(name: str) -> None:
    spans = judge()
    checker = Checker(Config(), Overrides(preset="dataset"))
    source = Source.from_bytes(name, (DATA / name).read_bytes())
    type = SUFFIXES[Path(name).suffix]
    findings: list[Finding] = checker.check(source, type).findings
    assert len(findings) > 10
    assert list(spans.touching(source.text, findings, type)) == []  # type: ignore[attr-defined]
    mended = checker.fix(source, type, unsafe=True).text
    assert mended != source.text
    assert spans.tree(mended, type)[0] == spans.tree(source.text, type)[0]  # type: ignore[attr-defined]


def test_a_picture_of_a_smiley_closes_a_bracket() -> None:
    text = '<p>The dam (who built it? <img src="s.gif" alt=":)"> held. <p>The dam (who built it held.'
    found = Checker(Config(), Overrides(select=("unbalanced-bracket",))).check(Source("a", text), "html").findings
    assert [finding.start for finding in found] == [text.rindex("(")]


def test_a_ditto_mark_in_a_table_opens_nothing() -> None:
    text = '<table><tr><td>Tiles<td>3<tr><td>"<td>4</table><p>He left."'
    found = Checker(Config(), Overrides(select=("quotes",))).check(Source("a", text), "html").findings
    assert [(finding.rule, finding.start) for finding in found] == [("unopened-quote", text.rindex('"'))]


def test_marks_of_attributes_are_no_second_style() -> None:
    text = (
        '<p>He said “no”. <a title=\'the "roof" (an "entry")\'>It’s</a> <img alt="the dam\'s ">over.<p>She said “yes”.'
    )
    assert Checker(Config(), Overrides(select=("quotes",))).check(Source("a", text), "html").findings == []
