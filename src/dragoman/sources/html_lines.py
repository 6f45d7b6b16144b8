"""The text of an element as lines: a paragraph, heading, list item or table row each."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.sources.html_content import walk
from dragoman.sources.html_rules import BLOCKS, BOLD, CHROME, UNSEEN

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# HTML's white space (not the ideographic or the no-break space, which a page sets on purpose).
_SPACE = re.compile(r"[ \t\n\r\f]+")
# A line break of the markup between two East Asian wide characters is no space (CSS Text 3, 4.1.3).
_WIDE = "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff"
_WIDE_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\n\r\f]*(?=[{_WIDE}])")
_CELL = "\ufdd0"  # a noncharacter: no text holds it


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its text, the share of it set bold (0 to 1), and the tag of the block that it stands in."""

    text: str
    bold: float
    block: str


def lines_of(root: "LexborNode", furniture: bool) -> list[Line]:
    """The lines of `root`, nothing left out but what is never text; with `furniture` False also header, footer,
    aside and form are left out.

    White space is drawn together as a browser does it; a table's cells are parted by tabs.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> page = LexborHTMLParser("<div><p><b>问：</b>何时\\n会晤？<p>答：五月。<br>无补充。</div>")
    >>> [line.text for line in lines_of(page.css_first("div"), True)]
    ['问：何时会晤？', '答：五月。', '无补充。']
    """
    return _Lines(UNSEEN if furniture else UNSEEN | CHROME).read(root)


class _Lines:
    def __init__(self, left_out: frozenset[str]) -> None:
        self.left_out = left_out
        self.lines: list[Line] = []
        self.pieces: list[tuple[str, bool]] = []
        self.blocks: list[str] = []
        self.bold = self.unseen = self.verbatim = 0

    def read(self, root: "LexborNode") -> list[Line]:
        for node, start in walk(root):
            if node.is_text_node:
                if start and not self.unseen:
                    self._text(node.text_content or "")
            elif node.is_element_node:
                self._element(node.tag or "", start)
        self._end_line()
        return self.lines

    def _element(self, tag: str, start: bool) -> None:
        step = 1 if start else -1
        self.unseen += step * (tag in self.left_out)
        self.bold += step * (tag in BOLD)
        if tag in BLOCKS:
            self._end_line()
            if start:
                self.blocks.append(tag)
            elif self.blocks:
                self.blocks.pop()
            self.verbatim += step * (tag == "pre")
        elif tag == "br" and start:
            self._end_line()
        elif tag in ("td", "th") and start and self.pieces:
            self.pieces.append((_CELL, False))

    def _text(self, text: str) -> None:
        if not self.verbatim:
            self.pieces.append((text, self.bold > 0))
            return
        first, *rest = text.replace("\r\n", "\n").split("\n")
        self.pieces.append((first, self.bold > 0))
        for line in rest:
            self._end_line()
            self.pieces.append((line, self.bold > 0))

    def _end_line(self) -> None:
        joined = "".join(text for text, _ in self.pieces)
        if joined.strip(" \t\n\r\f\u3000\xa0" + _CELL):
            if not self.verbatim:
                joined = _SPACE.sub(" ", _WIDE_BREAK.sub("", joined)).strip(" ").replace(_CELL, "\t")
            heavy = sum(len(text.strip()) for text, bold in self.pieces if bold)
            share = heavy / max(1, sum(len(text.strip()) for text, _ in self.pieces))
            block = self.blocks[-1] if self.blocks else ""
            self.lines.append(Line(joined, share, "figcaption" if "figcaption" in self.blocks else block))
        self.pieces = []
