"""One sentence with everything read in it before its events."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from dragoman.extraction.grammar import Grammar
from dragoman.gazetteer import Gazetteer
from dragoman.model import Mention, Quantity, Sentence, TimeExpression

Item = TypeVar("Item", Mention, TimeExpression, Quantity)
_ASIDE = re.compile(r"[(（][^()（）\n]{1,80}[)）]")


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read of a text before its events: everything in the order of the text."""

    text: str
    language: str
    published: date | str | None
    sentences: Sequence[Sentence]
    times: Sequence[TimeExpression]
    quantities: Sequence[Quantity]
    mentions: Sequence[Mention]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence text[start:end] with its mentions, times and quantities, and the grammar and gazetteer to read it by.

    Names in brackets are left out: they gloss a name and are no party of their own; so are those in the title of a law
    or work. A time that is part of a name ("Theresa May") is none.
    """

    text: str
    start: int
    end: int
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    grammar: Grammar
    gazetteer: Gazetteer
    published: date | str | None

    @property
    def titles(self) -> list[tuple[int, int]]:
        """Where the titles of laws and works stand, marks included, in a language that marks them."""
        return titles(self.text, self.start, self.end, self.grammar)


def titles(text: str, start: int, end: int, grammar: Grammar) -> list[tuple[int, int]]:
    """Where titles stand in text[start:end], with their marks."""
    return [match.span() for match in grammar.titled.finditer(text, start, end)] if grammar.titled else []


def scenes(readings: Readings, grammar: Grammar, gazetteer: Gazetteer) -> Iterator[tuple[int, Scene]]:
    """Each sentence that names somebody, with its number; in an elliptic language each sentence."""
    mentions = _Within(readings.mentions)
    times, quantities = _Within(readings.times), _Within(readings.quantities)
    for number, sentence in enumerate(readings.sentences):
        start, end = sentence.start, sentence.end
        named = mentions.between(start, end)
        if not named and grammar.elliptic is None:
            continue
        asides = [match.span() for match in _ASIDE.finditer(readings.text, start, end)]
        named = [m for m in named if not any(a < m.start and m.end < b for a, b in asides)]
        for a, b in titles(readings.text, start, end, grammar):
            named = [m for m in named if not (a < m.start and m.end < b) or (m.start, m.end) == (a + 1, b - 1)]
        yield (
            number,
            Scene(
                readings.text,
                start,
                end,
                tuple(named),
                tuple(t for t in times.between(start, end) if not any(m.start <= t.start < m.end for m in named)),
                tuple(quantities.between(start, end)),
                grammar,
                gazetteer,
                readings.published,
            ),
        )


class _Within(Generic[Item]):
    """Readings in the order of the text, found by their place."""

    def __init__(self, rows: Sequence[Item]) -> None:
        self._rows: Sequence[Item] = rows
        self._starts = [row.start for row in rows]

    def between(self, start: int, end: int) -> list[Item]:
        """Those that lie in the span."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [row for row in self._rows[first:last] if row.end <= end]
