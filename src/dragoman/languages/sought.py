"""Regular expressions tried only where a string that begins their matches stands: one automaton finds all those places.

What is found is what `re` finds; a text without any of the strings costs little more than reading it once.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dragoman.languages.literals import beginnings, level

_TEXTS = 4  # whole texts kept levelled: several expressions are looked for in one text after the other


class Beginnings:
    """Where some expressions can begin; `known` are the strings that begin the matches of each."""

    def __init__(self, known: Sequence[Iterable[str]]) -> None:
        from ahocorasick_rs import AhoCorasick

        numbers: dict[str, list[int]] = {}
        for number, strings in enumerate(known):
            for string in sorted(strings):
                numbers.setdefault(string, []).append(number)
        self._numbers = tuple(map(tuple, numbers.values()))
        self._longest = max(map(len, numbers), default=0)
        self._automaton = AhoCorasick(list(numbers)) if numbers else None

    def places(self, text: str, start: int, end: int) -> dict[int, set[int]]:
        """The places in text[start:end] at which any can begin, each with the numbers of those, in no order."""
        found: dict[int, set[int]] = {}
        if self._automaton is None:
            return found
        numbers, size = self._numbers, end - start
        near = levelled(text)[start : end + self._longest]
        for string, place, _ in self._automaton.find_matches_as_indexes(near, overlapping=True):
            if place >= size:
                continue
            if (at := start + place) in found:
                found[at].update(numbers[string])
            else:
                found[at] = set(numbers[string])
        return found


class Sought:
    """One expression. Its matches are never empty.

    >>> [match[0] for match in Sought(r"\\b(?:met|saw)\\s\\w+").finditer("Xi met Kim, saw Moon; Kismet was none.")]
    ['met Kim', 'saw Moon']
    """

    def __init__(self, expression: str) -> None:
        from ahocorasick_rs import AhoCorasick

        self.pattern = re.compile(expression)
        known = beginnings(expression)
        self._automaton = AhoCorasick(sorted(known)) if known and not any(map(_everywhere, known)) else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """The matches in text[start:end], as `re.Pattern.finditer` gives them."""
        end = len(text) if end is None else end
        if self._automaton is None:
            yield from self.pattern.finditer(text, start, end)
            return
        near = levelled(text) if end - start == len(text) else level(text[start:end])
        hits = self._automaton.find_matches_as_indexes(near, overlapping=True)
        match, free = self.pattern.match, start
        for place in sorted([start + hit[1] for hit in hits]):
            if place >= free and (found := match(text, place, end)):
                yield found
                free = found.end()

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in text[start:end]."""
        return next(self.finditer(text, start, end), None)


def _everywhere(string: str) -> bool:
    """Whether a string stands all over a text: a single letter."""
    return len(string) == 1 and string.isascii() and string.isalpha()


@lru_cache(maxsize=_TEXTS)
def levelled(text: str) -> str:
    """A whole text as `level` gives it; those last asked for are kept."""
    return level(text)
