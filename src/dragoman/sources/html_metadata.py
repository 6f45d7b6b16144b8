"""What a page says of itself: title, date, outlet, author, address, language, each with where it says so."""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dragoman.model import BibliographicField
from dragoman.sources.data_rows import rows
from dragoman.sources.dates import issued_in

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_SEPARATOR = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|\s*--\s*")


def page_fields(page: "LexborHTMLParser") -> tuple[BibliographicField, ...]:
    """The record that the page itself carries, one value a field, the first place believed that has one.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> page_fields(LexborHTMLParser("<meta name=PubDate content='2018-05-09 08:00'>"))
    (BibliographicField(name='issued', value='2018-05-09', basis='page: meta PubDate'),)
    """
    said = _Said(page)
    fields: list[BibliographicField] = []
    for name, places in rows("page_metadata.yaml").items():
        found = next(said.values(name, places), None)
        if found:
            fields.append(BibliographicField(name, *found))
    names = {field.name for field in fields}
    outlet = next((field.value for field in fields if field.name == "container-title"), "")
    if "title" not in names:
        fields += _headline(page, outlet)
    if "issued" not in names:
        fields += _time_element(page)
    return tuple(fields)


class _Said:
    """A page's meta tags, links and schema.org data, gathered once."""

    def __init__(self, page: "LexborHTMLParser") -> None:
        self.page = page
        self.metas: list[tuple[str, str]] = []
        for node in page.css("meta[content]"):
            attributes = node.attributes
            for key in ("name", "property", "itemprop", "http-equiv"):
                if name := attributes.get(key):
                    self.metas.append((name, " ".join((attributes.get("content") or "").split())))
        self.linked: dict[str, Any] = _linked_data(page)

    def values(self, name: str, places: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
        for place in places:
            kind = next(key for key in place if key != "source")
            for shown, value in self._at(kind, place[kind]):
                clean = issued_in(value) if name == "issued" else value
                if clean:
                    yield clean, f"page: {shown}"

    def _at(self, kind: str, key: str) -> Iterator[tuple[str, str]]:
        if kind == "meta":
            exact = [(f"meta {name}", value) for name, value in self.metas if name == key]
            other = [(f"meta {name}", value) for name, value in self.metas if name.lower() == key.lower()]
            yield from exact or other
        elif kind == "json-ld":
            yield from ((f"schema.org {key}", value) for value in _named(self.linked.get(key)))
        elif kind == "link":
            nodes = self.page.css(f"link[rel={key}]")
            yield from ((f"link {key}", node.attributes.get("href") or "") for node in nodes)
        elif kind == "html" and self.page.root is not None:
            yield f"html {key}", self.page.root.attributes.get(key) or ""


def _linked_data(page: "LexborHTMLParser") -> dict[str, Any]:
    """The first schema.org object of the page that has a headline or a date of publication."""
    for node in page.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else [data]
        items += [graph for item in items if isinstance(item, dict) for graph in _list(item.get("@graph"))]
        for item in items:
            if isinstance(item, dict) and ("headline" in item or "datePublished" in item):
                return item
    return {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _named(value: object) -> Iterator[str]:
    """Text, or the name of a person or organisation, or those of a list joined as one value."""
    items = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in items]
    joined = "; ".join(" ".join(name.split()) for name in names if isinstance(name, str))
    if joined:
        yield joined


def _headline(page: "LexborHTMLParser", outlet: str) -> list[BibliographicField]:
    """The page's one h1, or its title element without the outlet's name at the end."""
    heads = [text for node in page.css("h1") if (text := " ".join(node.text().split()))]
    if len(heads) == 1 and heads[0] != outlet:
        return [BibliographicField("title", heads[0], "page: h1")]
    node = page.css_first("title")
    whole = " ".join(node.text().split()) if node else ""
    parts = _SEPARATOR.split(whole)
    if len(parts) > 1 and outlet and (parts[-1] in outlet or outlet in parts[-1]):
        whole = whole[: whole.rindex(parts[-1])].rstrip(" _|｜-–—")
    return [BibliographicField("title", whole, "page: title")] if whole else []


def _time_element(page: "LexborHTMLParser") -> list[BibliographicField]:
    for node in page.css("time[datetime]"):
        found = issued_in(node.attributes.get("datetime") or "")
        if found:
            return [BibliographicField("issued", found, "page: time element")]
    return []
