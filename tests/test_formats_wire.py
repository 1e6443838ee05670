"""Files as wire services and content management systems send them: defects found, mended, and the file valid again."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from newslint.api import Checker
from newslint.config import Config
from newslint.formats import SUFFIXES, UnknownShape, read
from newslint.model import Finding, NewslintError
from newslint.settings import Overrides
from newslint.source import Source

DATA = Path(__file__).parent / "data" / "formats"
CHECKER = Checker(Config(), Overrides(select=("repeated-word",)))

# By file: the zones in which a word is typed twice. One place, across bold or emphasis, is found but never mended.
ZONES = {
    "ans.json": {"headline", "byline", "body", "heading", "caption", "quote", "summary"},
    "ghost.json": {"headline", "byline", "body", "caption", "summary", "attribute"},
    "ninjs1.json": {"headline", "byline", "body", "caption", "attribute"},
    "ninjs2.json": {"headline", "byline", "body", "caption", "attribute"},
    "ninjs3.json": {"headline", "byline", "body", "caption"},
    "superdesk.json": {"headline", "byline", "body", "caption", "attribute"},
    "wordpress.json": {"headline", "byline", "body", "caption", "summary", "attribute"},
    "story.nitf": {"headline", "heading", "byline", "body", "caption", "quote", "item", "table", "credit"},
    "story.newsml": {"headline", "byline", "body", "caption", "attribute"},
    "page.xhtml": {"headline", "body", "attribute"},
    "page.html": {"headline", "body", "caption", "quote", "item", "table", "attribute"},
    "article.md": {"headline", "heading", "body", "caption", "quote", "item", "table", "attribute", "summary"},
}
NO_PROSE = ("the the code", "the the table", "the the desk", "the the subject", "the the form", "the-the", "the:the")


def source_of(name: str) -> Source:
    return Source.from_bytes(name, (DATA / name).read_bytes())


def type_of(name: str) -> str:
    return SUFFIXES[Path(name).suffix]


def zone_of(source: Source, type: str, finding: Finding) -> str:
    document = read(source, type)
    for block, zone in zip(document.blocks, document.zones.names, strict=True):
        start, end = document.offsets.span(block.start, block.end)
        if start <= finding.start and finding.end <= end and (block.kind == "attribute") == (zone == "attribute"):
            found = zone
            if block.kind == "attribute":
                return found
    return found


@pytest.mark.parametrize("name", ZONES)
def test_defects_are_found_in_every_zone(name: str) -> None:
    source, type = source_of(name), type_of(name)
    findings = CHECKER.check(source, type).findings
    assert {zone_of(source, type, finding) for finding in findings} == ZONES[name]
    assert [finding.start for finding in findings] == sorted(finding.start for finding in findings)
    for finding in findings:
        words = source.text[finding.start : finding.end]
        if not any(mark in words for mark in "<*"):
            first, last = words.split()
            assert first.casefold() == last.casefold()


@pytest.mark.parametrize("name", ZONES)
def test_mended_files_are_valid_and_the_rest_stays_as_it_was(name: str) -> None:
    source, type = source_of(name), type_of(name)
    before = CHECKER.check(source, type).findings
    fixed = CHECKER.fix(source, type, unsafe=True)
    left = [finding for finding in fixed.findings if finding.fix]
    assert left == []
    assert all(
        mark in fixed.text[f.start : f.end] for f in fixed.findings for mark in ("*" if type == "markdown" else "<")
    )
    edits = sorted(edit for finding in before if finding.fix for edit in finding.fix.edits)
    removed, at, rebuilt = 0, 0, []
    for edit in edits:
        rebuilt.append(source.text[at : edit.start] + edit.text)
        at = edit.end
        removed += 1
    rebuilt.append(source.text[at:])
    if '"charcount"' not in source.text.lower():
        assert fixed.text == "".join(rebuilt)
    assert removed == sum(fixed.mended.values())
    valid(fixed.text, type)
    for phrase in NO_PROSE:
        assert fixed.text.count(phrase) == source.text.count(phrase)
    assert CHECKER.fix(Source(name, fixed.text), type, unsafe=True).text == fixed.text


def valid(text: str, type: str) -> None:
    if type == "json":
        json.loads(text)
    elif type == "xml":
        ElementTree.fromstring(
            "".join(text.partition("<!DOCTYPE")[::2]) if "&nbsp;" not in text else with_entities(text)
        )
    elif type == "html":
        html5lib.HTMLParser(strict=False).parse(text)


def with_entities(text: str) -> str:
    declaration = "<!DOCTYPE x [<!ENTITY nbsp '&#160;'><!ENTITY ldquo '&#8220;'><!ENTITY rdquo '&#8221;'>]>"
    head, _, rest = text.partition("<!DOCTYPE")
    return head.replace("us-ascii", "utf-8") + declaration + rest.partition(">")[2]


def test_counts_beside_a_body_follow_its_mend() -> None:
    for name, chars, words in (("ninjs1.json", "charcount", "wordcount"), ("ninjs3.json", "charCount", "wordCount")):
        source = source_of(name)
        was, now = (json.loads(text) for text in (source.text, CHECKER.fix(source, "json", unsafe=True).text))
        was, now = (value[0]["bodies"][0] if isinstance(value, list) else value for value in (was, now))
        body = "body_html" if "body_html" in was else "value"
        lost = len(was[body]) - len(now[body])
        assert lost > 0
        attribute = len("the ") if name == "ninjs1.json" else 0  # that of the picture counts as prose too
        assert was[chars] - now[chars] in (lost, lost - attribute)
        assert was[words] - now[words] == len(was[body].split()) - len(now[body].split())


def test_escapes_stay_as_the_file_writes_them() -> None:
    ascii_ = CHECKER.fix(source_of("ninjs2.json"), "json", unsafe=True).text
    assert ascii_.isascii()
    assert "\\ud83d\\udea2" in ascii_
    assert "<\\/p>" in CHECKER.fix(source_of("wordpress.json"), "json", unsafe=True).text
    assert CHECKER.fix(source_of("wordpress.json"), "json").text.endswith("\r\n")


@pytest.mark.parametrize(
    ("text", "type", "message"),
    [
        ('{"a":\n  "b" "c"}', "json", "x:2:7: malformed JSON: "),
        ("[" * 100_000, "json", "x: JSON nested too deeply"),
        ("<nitf>\n <p>é</q></nitf>", "xml", "x:2:8: XML that is not well-formed: mismatched tag"),
        ("", "xml", "x:1:1: XML that is not well-formed: no element found"),
        ('<!DOCTYPE a [<!ENTITY a "&b;">]><nitf>&a</nitf>', "xml", "x:1:41: XML that is not well-formed"),
    ],
)
def test_malformed_input_says_where(text: str, type: str, message: str) -> None:
    with pytest.raises(NewslintError) as raised:
        read(Source("x", text), type)
    assert str(raised.value).startswith(message)
    assert not isinstance(raised.value, UnknownShape)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ('{"name": "newslint", "title": "A the the", "version": "1"}', "json"),
        ('["a the the"]', "json"),
        ("3", "json"),
        ('{\n  // why\n  "title": "A the the"\n}', "json"),
        ('/* why */ ["a the the"]', "json"),
        ("<rss><channel><title>The the</title></channel></rss>", "xml"),
    ],
)
def test_unknown_shapes_are_told_apart(text: str, type: str) -> None:
    with pytest.raises(UnknownShape):
        read(Source("x", text), type)


def test_fields_of_ones_own() -> None:
    text = '{"items": [{"kicker": "The the start", "lede": "<p>He said <b>the</b> the word</p>", "id": "the the"}]}'
    config = Config(json_fields={"items[].kicker": "heading text", "items[].lede": "html"})
    document = read(Source("x.json", text), "json", config.json_fields)
    assert document.prose == "The the start\n\nHe said the the word"
    assert document.zones.names == ["heading", "body"]
    assert [
        f.start for f in Checker(config, Overrides(select=("repeated-word",))).check(Source("x", text), "json").findings
    ]


def test_entities_of_xml_are_not_expanded() -> None:
    bomb = '<!DOCTYPE nitf [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
    )
    document = read(Source("x", bomb + "]><nitf><body><p>A &j; word</p></body></nitf>"), "xml")
    assert document.prose == "A \ufffc word"


def test_entities_from_elsewhere_stand_between_words() -> None:
    declared = '<!DOCTYPE nitf [<!ENTITY e SYSTEM "x.txt">]>'
    document = read(Source("x", declared + "<nitf><body><p>The &e;. And the &e; the.</p></body></nitf>"), "xml")
    assert document.prose == "The \ufffc. And the \ufffc the."


def test_items_of_one_file_are_articles_of_their_own() -> None:
    sentence = "The council met on Monday and agreed on a plan for the old mill by the river in Korsvik."
    posts = [{"title": {"rendered": "A"}, "content": {"rendered": f"<p>{sentence}</p>"}}] * 2
    checker = Checker(Config(), Overrides(select=("repeated-paragraph", "repeated-sentence", "repeated-word")))
    assert checker.check(Source("x", json.dumps(posts)), "json").findings == []
    page = f"<contentSet><inlineXML><html><body><p>{sentence}</p></body></html></inlineXML></contentSet>"
    item = f"<newsItem><contentMeta><headline>The the plan</headline></contentMeta>{page}</newsItem>"
    findings = checker.check(Source("x", f"<newsMessage><itemSet>{item}{item}</itemSet></newsMessage>"), "xml").findings
    assert [finding.rule for finding in findings] == ["repeated-word"] * 2
    assert len({finding.fingerprint for finding in findings}) == 2


def test_two_renditions_of_a_body_are_no_repeats() -> None:
    sentence = "The council met on Monday and agreed on a plan for the old mill by the river in Korsvik."
    item = {
        "uri": "u",
        "body_text": f"{sentence}\nIt the the rained.",
        "body_html": f"<p>{sentence}</p><p>It the the rained.</p>",
    }
    checker = Checker(Config(), Overrides(select=("repeated-paragraph", "repeated-sentence", "repeated-word")))
    assert [f.rule for f in checker.check(Source("x", json.dumps(item)), "json").findings] == ["repeated-word"] * 2
