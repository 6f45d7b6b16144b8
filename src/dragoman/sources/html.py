"""HTML pages: the article as lines of text, the record that the page carries, and a count of what was kept."""

from collections import Counter
from importlib.metadata import version
from typing import TYPE_CHECKING

from dragoman.model import BibliographicField
from dragoman.sources.errors import Refused
from dragoman.sources.html_content import content_element, walk
from dragoman.sources.html_count import PageCount, count_page
from dragoman.sources.html_lines import Line, lines_of
from dragoman.sources.html_metadata import page_fields
from dragoman.sources.letters import kept_of
from dragoman.sources.limits import Limits
from dragoman.sources.records import Extract
from dragoman.sources.registers import Part, join_lines

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode


def read_html(text: str, limits: Limits) -> Extract:
    """The article of a page, already decoded.

    The headline stands first, then one line a paragraph of the element that holds the article, nothing of it left
    out. `counted` is an independent count of that element, by another parser. Raises Refused where tags are nested
    deeper than the limit (before any tree is built) or the page holds no text.

    >>> read_html("<title>声明</title><body><p>中方对此表示坚决反对和强烈谴责。</p>", Limits()).text
    '声明\\n中方对此表示坚决反对和强烈谴责。'
    """
    from selectolax.lexbor import LexborHTMLParser

    count = count_page(text)
    if count.depth > limits.html_depth:
        raise Refused(f"tags nested {count.depth} deep, beyond {limits.said('html_depth')}")
    page = LexborHTMLParser(text)
    found = content_element(page)
    if found is None or not (lines := lines_of(*found)):
        raise Refused(
            "no text in this page; save it from a browser after it has loaded, or add its text as a .txt file"
        )
    counted = _counted(page, *found, count)
    kept, total = kept_of("\n".join(line.text for line in lines), counted)
    fields = page_fields(page)
    joined, passages = join_lines(_parts(lines, fields))
    partial = total and kept < limits.yield_share * total
    warnings = (f"{kept} of {total} characters were read; compare the text with the page",) if partial else ()
    return Extract(
        text=joined,
        reader=f"html 1 (selectolax {version('selectolax')})",
        fields=fields,
        passages=passages,
        kept=kept,
        counted=total,
        state="partial" if partial else "whole",
        warnings=warnings,
    )


def _counted(page: "LexborHTMLParser", element: "LexborNode", told: bool, count: PageCount) -> Counter[str]:
    """The independent count of the same element, which is found by its tag, id, class and order among such."""
    if told:
        wanted = _name(element)
        nodes = (node for node, start in walk(page.root) if start and node.is_element_node) if page.root else ()
        before = 0
        for node in nodes:
            if node.mem_id == element.mem_id:
                break
            before += _name(node) == wanted
        found = count.within(*wanted, before)
        if found:
            return found
    return count.body()


def _name(node: "LexborNode") -> tuple[str, str, str]:
    attributes = node.attributes
    return node.tag or "", attributes.get("id") or "", attributes.get("class") or ""


def _parts(lines: list[Line], fields: tuple[BibliographicField, ...]) -> list[Part]:
    """The lines, with the headline put first where the article's element does not begin with it."""
    title = next((field.value for field in fields if field.name == "title"), "")
    parts = [Part(line.text, line.bold, _register(line)) for line in lines]
    wanted = "".join(title.split())
    for number, part in enumerate(parts[:3]):
        if wanted and "".join(part.text.split()) == wanted:
            return [*parts[:number], Part(part.text, 1.0, "title"), *parts[number + 1 :]]
    return [Part(title, 1.0, "title"), *parts] if title else parts


def _register(line: Line) -> str | None:
    if line.block in ("figcaption", "caption"):
        return "caption"
    return "title" if line.block == "h1" else None
