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
        from ahocorasick_rs import AhoCorasick, Implementation

        self.pattern = re.compile(expression)
        known = _telling(expression)
        self._automaton = AhoCorasick(sorted(known), implementation=Implementation.DFA) if known else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """The matches in text[start:end], as `re.Pattern.finditer` gives them."""
        end = len(text) if end is None else end
        if self._automaton is None:
            return self.pattern.finditer(text, start, end)
        near = levelled(text) if end - start == len(text) else level(text[start:end])
        hits = self._automaton.find_matches_as_indexes(near, overlapping=True)
        return _at(self.pattern, [start + hit[1] for hit in hits], text, end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in text[start:end]."""
        return next(self.finditer(text, start, end), None)


class Several:
    """Several expressions, looked for at once. Their matches are never empty.

    >>> rows = Several([re.compile("talks? with"), re.compile("sa[iy]")])
    >>> [(number, match[0]) for number, match in rows.finditer("say: talk with one, talks with two", 0, 34)]
    [(0, 'talk with'), (0, 'talks with'), (1, 'say')]
    """

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._patterns = tuple(patterns)
        known = [_telling(pattern.pattern) for pattern in patterns]
        self._loose = frozenset(number for number, strings in enumerate(known) if not strings)
        self._beginnings = Beginnings([strings or () for strings in known])

    def finditer(self, text: str, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
        """Number and match of what is found in text[start:end]: of the first expression, of the second, and so on."""
        places: dict[int, list[int]] = {}
        for place, numbers in self._beginnings.places(text, start, end).items():
            for number in numbers:
                places.setdefault(number, []).append(place)
        for number in sorted(self._loose.union(places)):
            pattern = self._patterns[number]
            loose = number in self._loose
            for match in pattern.finditer(text, start, end) if loose else _at(pattern, places[number], text, end):
                yield number, match


def _at(pattern: re.Pattern[str], places: list[int], text: str, end: int) -> Iterator[re.Match[str]]:
    """The matches at some places, none overlapping."""
    free = 0
    for place in sorted(places):
        if place >= free and (found := pattern.match(text, place, end)):
            yield found
            free = found.end()


def _telling(expression: str) -> frozenset[str] | None:
    """What begins each match, None where that is not known or stands all over a text: a single letter."""
    known = beginnings(expression)
    return known if known and not any(len(one) == 1 and one.isascii() and one.isalpha() for one in known) else None


@lru_cache(maxsize=_TEXTS)
def levelled(text: str) -> str:
    """A whole text as `level` gives it; those last asked for are kept."""
    return level(text)
