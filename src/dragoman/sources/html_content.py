"""Which element of a page holds the article.

First the elements that are known to (content_elements.yaml); else the shape of the page: from the body inwards, as long
as one child holds nine tenths of all its prose, where prose is text outside of links and of elements that are page
furniture by tag or by name. After the idea of text density (Kohlschütter, Fankhauser and Nejdl 2010).
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.sources.data_rows import rows
from dragoman.sources.html_rules import BLOCKS, CHROME, UNSEEN

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_FURNITURE = re.compile(
    r"(?<![a-z])(nav|naver|menu|footer|foot|header|breadcrumbs?|crumbs?|copyright|sidebar|share|sharing|social|related|"
    r"recommend|comments?|banner|cookie|toolbar|pagination|pager|popup|modal|mask|flink|links?|lang|search|skip)(?![a-z])",
    re.IGNORECASE,
)
_CONTAINERS = (BLOCKS | {"td", "th", "span", "font"}) - {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "li"}
_SHARE = 0.9
_PROSE = 8


def content_element(page: "LexborHTMLParser") -> "tuple[LexborNode, bool] | None":
    """The element that holds the article, and whether it is more than the whole body; None where a page has no body.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> text = "中方对此表示欢迎，并将继续努力。"
    >>> found, told = content_element(LexborHTMLParser(f"<p class=nav>首页<div id=a><p>{text}<p>{text}</div>"))
    >>> found.id, told
    ('a', True)
    """
    for row in rows("content_elements.yaml"):
        found = page.css(row["selector"])
        if len(found) == 1 and found[0].text(strip=True):
            return found[0], True
    if page.body is None:
        return None
    return _by_shape(page.body)


def walk(root: "LexborNode") -> "Iterator[tuple[LexborNode, bool]]":
    """Every node below `root` in document order, at its start (True) and, for elements, at its end (False).

    Needs no recursion, whatever the depth.
    """
    node = root
    while True:
        yield node, True
        inner = node.first_child
        if inner is not None:
            node = inner
            continue
        yield node, False
        while node.mem_id != root.mem_id and node.next is None:
            parent = node.parent
            if parent is None:
                return
            node = parent
            yield node, False
        if node.mem_id == root.mem_id:
            return
        following = node.next
        if following is None:
            return
        node = following


def _by_shape(body: "LexborNode") -> "tuple[LexborNode, bool]":
    prose = _prose(body)
    whole = prose.get(body.mem_id, 0)
    chosen = body
    while whole:
        inner = [n for n in chosen.iter() if n.tag in _CONTAINERS and prose.get(n.mem_id, 0) >= _SHARE * whole]
        if not inner:
            break
        chosen = inner[0]
    return chosen, chosen.tag != "body"


def _prose(body: "LexborNode") -> dict[int, int]:
    """How much prose stands in each element, by the element's place in memory."""
    totals: dict[int, int] = {}
    path: list[int] = []
    sums: list[int] = []
    outside = 0
    for node, start in walk(body):
        if node.is_text_node:
            if start and not outside and sums:
                sums[-1] += _weight(node.text_content or "")
            continue
        if not node.is_element_node:
            continue
        if start:
            path.append(node.mem_id)
            sums.append(0)
            outside += _is_outside(node, body)
        else:
            total = sums.pop()
            totals[path.pop()] = total
            outside -= _is_outside(node, body)
            if sums:
                sums[-1] += total
    return totals


def _weight(text: str) -> int:
    bare = text.strip()
    return len(bare) if len(bare) >= _PROSE else 0


def _is_outside(node: "LexborNode", body: "LexborNode") -> bool:
    tag = node.tag or ""
    if tag == "a" or tag in UNSEEN or (tag in CHROME and tag != "form"):
        return True
    if node.mem_id == body.mem_id or tag not in BLOCKS:
        return False
    attributes = node.attributes
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    return bool(names.strip() and _FURNITURE.search(names.replace("-", " ").replace("_", " ")))
