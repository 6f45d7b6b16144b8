"""An independent count of what an HTML page holds: the standard library's parser, letters element by element.

It shares no code with the reader (lexbor), so that what one of them loses the other still counts.
"""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from dragoman.sources.html_rules import BLOCKS, CHROME, IMPLIED, UNSEEN, VOID
from dragoman.sources.letters import letter_counts


@dataclass(slots=True)
class Element:
    """An element as its start tag names it, and the stretch of the page's texts that stands in it."""

    tag: str
    id: str
    classes: str
    first: int
    last: int = -1


@dataclass(slots=True)
class PageCount:
    """The texts of a page in order, each with whether it is page furniture, and the elements around them."""

    texts: list[tuple[str, bool]] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    depth: int = 0

    def within(self, tag: str, id: str, classes: str, ordinal: int) -> Counter[str] | None:
        """Letters in the `ordinal`-th (from 0) element with this tag, id and class, or None where there is none."""
        same = [e for e in self.elements if (e.tag, e.id, e.classes) == (tag, id, classes)]
        if ordinal >= len(same):
            return None
        found = same[ordinal]
        return letter_counts("".join(text for text, _ in self.texts[found.first : found.last]))

    def body(self) -> Counter[str]:
        """Letters of the whole page without header, footer, aside and form."""
        return letter_counts("".join(text for text, furniture in self.texts if not furniture))


def count_page(text: str) -> PageCount:
    """Count a page's text.

    >>> page = count_page("<body><nav>Home</nav><div id=a>会晤<script>x()</script></div>")
    >>> page.within("div", "a", "", 0).total(), page.depth
    (2, 2)
    """
    counter = _Counter()
    counter.feed(text)
    counter.close()
    return counter.finish()


class _Counter(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = PageCount()
        self.open: list[tuple[str, Element]] = []
        self.tally: Counter[str] = Counter()
        self.nested = self.unseen = self.furniture = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        if tag in BLOCKS:
            self._end_what_cannot_hold_a_block()
        have = dict(reversed(attrs))
        element = Element(tag, have.get("id") or "", have.get("class") or "", len(self.page.texts))
        self.page.elements.append(element)
        self._push(tag, element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # HTML knows no self-closing tags besides the void ones

    def handle_endtag(self, tag: str) -> None:
        if self.tally[tag]:
            while self._pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.page.texts.append((data, self.furniture > 0))

    def updatepos(self, _: int, j: int) -> int:
        """Lines are not counted: nobody asks where a tag stands, and it takes a tenth of the time."""
        return j

    def finish(self) -> PageCount:
        while self.open:
            self._pop()
        return self.page

    def _push(self, tag: str, element: Element) -> None:
        self.open.append((tag, element))
        self.tally[tag] += 1
        self.nested += tag not in IMPLIED
        self.unseen += tag in UNSEEN
        self.furniture += tag in CHROME
        self.page.depth = max(self.page.depth, self.nested)

    def _pop(self) -> str:
        tag, element = self.open.pop()
        element.last = len(self.page.texts)
        self.tally[tag] -= 1
        self.nested -= tag not in IMPLIED
        self.unseen -= tag in UNSEEN
        self.furniture -= tag in CHROME
        return tag

    def _end_what_cannot_hold_a_block(self) -> None:
        """A block's start closes the head, and a paragraph that is open around nothing but inline elements."""
        if self.tally["head"] and not self.tally["template"]:
            self.handle_endtag("head")
        for tag, _ in reversed(self.open if self.tally["p"] else ()):
            if tag == "p":
                self.handle_endtag("p")
                return
            if tag in BLOCKS or tag in ("td", "th"):
                return
