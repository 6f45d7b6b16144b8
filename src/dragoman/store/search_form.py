"""The search form of a text: NFKC, case-folded, traditional characters as simplified, joined to the text by a map.

The stored text is never touched. A place in the search form leads back to the characters it came from.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class SearchForm:
    """A folded text and, for each of its characters, the span of the original that it came from.

    `starts[i]:ends[i]` is the original span of `text[i]`; both are None where the two texts agree place by place.
    """

    text: str
    starts: tuple[int, ...] | None
    ends: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text behind `text[start:end]` (which must not be empty).

        >>> search_form("①ﾃﾞ").original(1, 2)
        (1, 3)
        """
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def search_form(text: str) -> SearchForm:
    """Fold a text for search.

    >>> search_form("雙方會晤，Ｇ７").text
    '双方会晤,g7'
    """
    folding = _folding()
    folded = text.translate(folding)
    if folding.joiners.isdisjoint(text):
        if len(folded) == len(text):
            return SearchForm(folded, None, None)
        clusters: Iterator[tuple[int, int]] = ((place, place + 1) for place in range(len(text)))
    else:
        clusters = _clusters(text, folding.joiners)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in clusters:
        piece = folding[ord(text[start])] if end == start + 1 else _fold(text[start:end])
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return SearchForm("".join(pieces), tuple(starts), tuple(ends))


class _Folding(dict[int, str]):
    """Code point to folded text, filled as characters are met; NFKC joins `joiners` to the character before them."""

    def __init__(self) -> None:
        super().__init__()
        self.joiners: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if _joins(character):
            self.joiners.add(character)
        self[code] = folded = _fold(character)
        return folded


@cache
def _folding() -> _Folding:
    return _Folding()


def _fold(cluster: str) -> str:
    return unicodedata.normalize("NFKC", cluster).translate(_simplified()).casefold()


def _joins(character: str) -> bool:
    """Marks, Hangul vowels and finals, and half-width voicing marks and Hangul."""
    return (
        unicodedata.category(character).startswith("M")
        or "\u1160" <= character <= "\u11ff"
        or "\ud7b0" <= character <= "\ud7ff"
        or character in "\uff9e\uff9f"
        or "\uffa0" <= character <= "\uffdc"
    )


def _clusters(text: str, joiners: set[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or text[place] not in joiners:
            yield start, place
            start = place


@cache
def _simplified() -> dict[int, str]:
    """Traditional to simplified, character by character, from OpenCC's table (Apache-2.0); the first choice of each."""
    table: dict[int, str] = {}
    rows = (resources.files("opencc") / "dictionary" / "TSCharacters.txt").read_text("utf-8")
    for row in rows.splitlines():
        traditional, _, simplified = row.partition("\t")
        if len(traditional) == 1 and simplified:
            table[ord(traditional)] = simplified.split(" ")[0]
    return table
