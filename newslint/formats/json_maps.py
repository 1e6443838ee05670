"""Where the prose is in the JSON of wire services and content management systems: one table of field maps.

A path names keys from the root of an item, parted by dots. `[]` is every element of a list, `[type=text|quote]` every
element whose key `type` has one of these values, `headline_*` every key that begins so. A file holds one item or a
list of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from newslint.model import NewslintError

# What a field can be: kind and zone of its blocks.
ZONES = {
    "headline": ("heading", "headline"),
    "heading": ("heading", "heading"),
    "byline": ("paragraph", "byline"),
    "dateline": ("paragraph", "dateline"),
    "summary": ("paragraph", "summary"),
    "caption": ("caption", "caption"),
    "credit": ("paragraph", "credit"),
    "quote": ("quote", "quote"),
    "body": ("paragraph", ""),
}
READINGS = ("text", "html", "auto")


class Field(NamedTuple):
    """A field of an item. `zone`: a key of ZONES. `reading`: text, html, or auto (as `contenttype` beside it says)."""

    path: str
    zone: str = "body"
    reading: str = "auto"


class FieldMap(NamedTuple):
    """The fields of one kind of item.

    An item is of this kind when, for each of `needs`, one of its paths (parted by spaces) leads somewhere. `items`
    leads from the root of a file to its items; "": the root is one, or a list of them.
    """

    name: str
    needs: tuple[str, ...]
    fields: tuple[Field, ...]
    items: str = ""


def _fields(table: str) -> tuple[Field, ...]:
    return tuple(Field(*line.split()) for line in table.strip().splitlines())


NINJS_1 = _fields("""
    headline         headline text
    headline_*       headline text
    title            headline text
    byline           byline   text
    located          dateline text
    description_text caption  text
    description_html caption  html
    description_*    caption  auto
    body_text        body     text
    body_html        body     html
    body_xhtml       body     html
    body_*           body     auto
    associations.*.headline         headline text
    associations.*.description_text caption  text
    associations.*.description_html caption  html
    associations.*.byline           credit   text
    associations.*.body_text        body     text
    associations.*.body_html        body     html
""")
NINJS_2 = _fields("""
    headlines[].value    headline auto
    title                headline text
    by                   byline   text
    descriptions[].value caption  auto
    bodies[].value       body     auto
    associations[].headlines[].value    headline auto
    associations[].descriptions[].value caption  auto
    associations[].bodies[].value       body     auto
""")
_POST = _fields("""
    title          headline text
    html           body     html
    custom_excerpt summary  text
    feature_image_alt caption text
    feature_image_caption caption html
""")
_ANS = _fields("""
    headlines.basic    headline auto
    subheadlines.basic heading  auto
    description.basic  summary  auto
    label.basic.text   heading  text
    content_elements[type=text].content     body    html
    content_elements[type=raw_html].content body    html
    content_elements[type=header].content   heading html
    content_elements[type=correction].text  body    html
    content_elements[type=image].caption    caption html
    content_elements[type=video|gallery].description.basic caption html
    content_elements[type=quote].content_elements[type=text].content quote html
    content_elements[type=quote].citation.content credit html
    content_elements[type=list].items[type=text].content body html
    content_elements[type=table].header[].content body html
    promo_items.basic.caption caption html
""")

MAPS = (
    FieldMap("ninjs 2 and 3", ("headlines[].value bodies[].value descriptions[].value",), NINJS_2),
    FieldMap("Arc ANS, several", ("headlines.basic",), _ANS, "content_elements[type=story]"),
    FieldMap("Arc ANS", ("content_elements[].type", "headlines.basic headlines type"), _ANS),
    FieldMap(
        "WordPress REST",
        ("title.rendered title.raw", "content.rendered content.raw excerpt.rendered caption.rendered"),
        _fields("""
    title.rendered   headline html
    title.raw        headline html
    content.rendered body     html
    content.raw      body     html
    excerpt.rendered summary  html
    excerpt.raw      summary  html
    caption.rendered caption  html
    alt_text         caption  text
"""),
    ),
    FieldMap("Ghost export", ("title",), _POST, "db[].data.posts[]"),
    FieldMap("Ghost API", ("title", "html custom_excerpt"), _POST, "posts[]"),
    FieldMap(
        "ninjs 1 and Superdesk",
        ("body_html body_text body_xhtml headline", "uri guid versioncreated type body_html"),
        NINJS_1,
    ),
    FieldMap(
        "trafilatura",
        ("text", "title", "hostname fingerprint source-hostname"),
        (Field("title", "headline", "text"), Field("text", "body", "text")),
    ),
    FieldMap(
        "news-please",
        ("maintext", "title"),
        (
            Field("title", "headline", "text"),
            Field("description", "summary", "text"),
            Field("maintext", "body", "text"),
        ),
    ),
)


class Place(NamedTuple):
    """A value that is prose, the field it is of, and the object that holds it.

    `again`: the same text stands in the item before, as text instead of HTML or the other way round.
    """

    value: str
    field: Field
    holder: Any
    again: bool = False


def own_map(table: Mapping[str, str]) -> FieldMap:
    """A user's map, from a path to a zone, a reading, or both: {"items[].lede": "html", "kicker": "heading text"}.

    Raises NewslintError for a word that is neither.
    """
    fields: list[tuple[str, Field]] = []
    for path, words in table.items():
        zone, reading = "body", "auto"
        for word in str(words).split():
            if word in ZONES:
                zone = word
            elif word in READINGS:
                reading = word
            else:
                raise NewslintError(f"{path}: “{word}” is none of {', '.join([*ZONES, *READINGS])}")
        fields.append((path, Field(path, zone, reading)))
    items = _common([path for path, _ in fields])
    inside = tuple(field._replace(path=path[len(items) :].removeprefix(".")) for path, field in fields)
    return FieldMap("your own", (" ".join(field.path for field in inside),), inside, items)


def _common(paths: Sequence[str]) -> str:
    """The part up to the last `[…]` that paths have in common: each element there is an article of its own."""
    keys = [path.split(".") for path in paths]
    count = 0
    for i, same in enumerate(zip(*keys, strict=False)):
        if len(set(same)) > 1 or any(len(key) == i + 1 for key in keys):
            break
        if "[" in same[0]:
            count = i + 1
    return ".".join(keys[0][:count]) if keys else ""


def find(root: Any, own: Sequence[FieldMap] = ()) -> list[list[Place]] | None:
    """The prose of a JSON value, item by item; None when no map knows it. `own` maps come first."""
    roots = root if isinstance(root, list) else [root]
    out: list[list[Place]] = []
    known = False
    for element in roots:
        for map_ in (*own, *MAPS):
            found = [element] if not map_.items else [item for item, _ in _walk(element, map_.items.split("."), None)]
            items = [
                item for item in found if isinstance(item, dict) and all(_leads(item, need) for need in map_.needs)
            ]
            if items:
                known = True
                out += [list(_places(item, map_)) for item in items]
                break
    return out if known else None


def _leads(item: Any, paths: str) -> bool:
    return any(next(_walk(item, path.split("."), None), None) is not None for path in paths.split())


def _places(item: Any, map_: FieldMap) -> Iterator[Place]:
    taken: set[int] = set()
    bodies: dict[str, tuple[str, str]] = {}
    for field in map_.fields:
        for value, holder in _walk(item, field.path.split("."), None):
            if isinstance(value, str) and id(value) not in taken:
                taken.add(id(value))
                place = Place(value, field, holder)
                if "bod" in field.path:
                    said = (field.path, str(holder.get("contenttype") or holder.get("contentType")))
                    group = field.path.partition("bod")[0] + (str(id(holder)) if "." in field.path[:-6] else "")
                    place = place._replace(again=bodies.setdefault(group, said) != said)
                yield place


def _walk(value: Any, keys: Sequence[str], holder: Any) -> Iterator[tuple[Any, Any]]:
    """The values a path leads to, each with the object that holds it."""
    if not keys:
        yield value, holder
        return
    key, bracket, which = keys[0].partition("[")
    if not isinstance(value, dict):
        return
    if key.endswith("*"):
        found = [inside for name, inside in value.items() if name.startswith(key[:-1])]
    else:
        found = [value[key]] if key in value else []
    for inside in found:
        if not bracket:
            yield from _walk(inside, keys[1:], value)
        elif isinstance(inside, list):
            name, _, wanted = which.rstrip("]").partition("=")
            for element in inside:
                if not name or (isinstance(element, dict) and element.get(name) in wanted.split("|")):
                    yield from _walk(element, keys[1:], value)
