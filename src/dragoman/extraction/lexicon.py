"""Many lines looked for at once: only those whose literals stand in the text are tried."""

from collections.abc import Iterator, Sequence

from dragoman.extraction.frames import Pattern
from dragoman.languages.literals import level


class Lexicon:
    """Lines by number."""

    def __init__(self, lines: Sequence[Pattern]) -> None:
        from ahocorasick_rs import AhoCorasick

        self._lines = tuple(lines)
        self._always: list[int] = []
        self._first: list[bool] = []
        self._also: list[tuple[frozenset[str], ...]] = []
        anywhere: dict[str, list[int]] = {}
        of_words: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            known = line.literals
            self._first.append(known is not None and known.first)
            self._also.append(known.also if known else ())
            if known is None:
                self._always.append(number)
                continue
            for string in sorted(known.strings):
                (of_words if known.word else anywhere).setdefault(string, []).append(number)
        asked = sorted({string for also in self._also for one in also for string in one})
        strings = list(dict.fromkeys((*anywhere, *of_words, *asked)))
        self._strings = strings
        self._numbers = [(anywhere.get(string, []), of_words.get(string, [])) for string in strings]
        self._automaton = AhoCorasick(strings) if strings else None

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, int]]:
        """Start, end and number of each match in text[start:end], those of a line as `finditer` finds them."""
        end = len(text) if end is None else end
        places: dict[int, list[int]] = {number: [] for number in self._always}
        present: set[str] = set()
        if self._automaton is not None:
            for string, place, _ in self._automaton.find_matches_as_indexes(level(text[start:end]), overlapping=True):
                present.add(self._strings[string])
                first = place + start
                anywhere, of_words = self._numbers[string]
                for number in anywhere:
                    places.setdefault(number, []).append(first)
                if of_words and not (first and (text[first - 1].isalnum() or text[first - 1] == "-")):
                    for number in of_words:
                        places.setdefault(number, []).append(first)
        found = [
            match
            for number, at in places.items()
            if not any(map(present.isdisjoint, self._also[number]))
            for match in self._matches(number, at, text, start, end)
        ]
        found.sort()
        yield from found

    def _matches(
        self, number: int, places: list[int], text: str, start: int, end: int
    ) -> Iterator[tuple[int, int, int]]:
        line = self._lines[number]
        if not self._first[number]:
            yield from ((*match.span(), number) for match in line.stem.finditer(text, start, end))
            return
        free = start
        for place in sorted(places):
            found = line.match(text, place, end) if place >= free else None
            if found:
                yield place, found.end(), number
                free = max(found.end(), place + 1)
