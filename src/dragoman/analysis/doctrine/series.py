"""The points of an address: numbered, bulleted, or opened alike one after another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.analysis.doctrine.rows import Marks, Style, marks

_INDENT = " \t\u3000"


@dataclass(frozen=True, slots=True)
class Point:
    """One point: its number (by count where it has none), and the spans of its head and of all that it says."""

    number: int
    start: int
    head: tuple[int, int]
    end: int


@dataclass(frozen=True, slots=True)
class Series:
    """Points told off together, by the style that marks them."""

    style: str
    points: tuple[Point, ...]


def find_series(text: str, language: str) -> list[Series]:
    """Every series of two points or more, in the order of the text. Offsets count code points.

    A numbered series begins with one and counts on without a gap; bullets stand in lines one after another; clauses
    that open alike count from five on, or where the text has said beforehand how many will come.

    >>> found = find_series("提出三点：第一，坚持对话。第二，坚持协商。第三，坚持合作。", "zh")
    >>> [(one.style, len(one.points)) for one in found]
    [('第一', 3)]
    """
    known = marks(language)
    found = [series for style in known.styles for series in _of_style(text, style, known)]
    found += _parallel(text, known)
    return sorted(found, key=lambda series: series.points[0].start)


def _of_style(text: str, style: Style, known: Marks) -> Iterator[Series]:
    run: list[tuple[int, re.Match[str]]] = []
    for match in style.mark.finditer(text):
        if not _stands(text, match.start(), style, known):
            continue
        number = _number(match, known)
        if number is None:
            follows = bool(run) and _lines_between(text, run[-1][1].end(), match.start()) <= 1
            number = run[-1][0] + 1 if follows else 1
        if run and number == run[-1][0] + 1:
            run.append((number, match))
            continue
        if number == 1:
            yield from _series(text, style, run, known)
            run = [(1, match)]
    yield from _series(text, style, run, known)


def _stands(text: str, place: int, style: Style, known: Marks) -> bool:
    """Whether a mark stands at the head of a line, or of a clause where its style allows that."""
    while place and text[place - 1] in _INDENT:
        place -= 1
    if place == 0 or text[place - 1] == "\n":
        return True
    return not style.at_line and (text[place - 1] in "：:；;" or known.clause.match(text, place - 1) is not None)


def _number(match: re.Match[str], known: Marks) -> int | None:
    written = match.groupdict().get("n")
    if written is None:
        return None
    if written in known.numbers:
        return int(known.numbers[written])
    from dragoman import languages

    read = languages.numbers(written, known.language if known.language in ("zh", "ja") else "en")
    return int(read[0].low) if read and read[0].low is not None else 0


def _lines_between(text: str, start: int, end: int) -> int:
    """How many lines with words stand between, the rest of the first not counted."""
    return sum(bool(line.strip()) for line in text[start:end].split("\n")[1:])


def _series(text: str, style: Style, run: list[tuple[int, re.Match[str]]], known: Marks) -> Iterator[Series]:
    if len(run) < 2:
        return
    starts = [match.start() for _, match in run]
    ends = [*starts[1:], _last_end(text, [match.end() for _, match in run], starts, style)]
    yield Series(
        style.name,
        tuple(
            Point(number, match.start(), _head(text, match.end(), end, known), _trimmed(text, match.start(), end))
            for (number, match), end in zip(run, ends, strict=True)
        ),
    )


def _last_end(text: str, heads: list[int], starts: list[int], style: Style) -> int:
    """Where the last point ends: with its line, or after as many lines as the longest of the others has."""
    lines = max((_lines_between(text, head, start) for head, start in zip(heads, starts[1:], strict=False)), default=0)
    place = text.find("\n", heads[-1])
    while style.at_line and lines > 0 and place >= 0:
        lines -= bool(text[place : text.find("\n", place + 1)].strip()) if text.find("\n", place + 1) >= 0 else 1
        place = text.find("\n", place + 1)
    return len(text) if place < 0 else place


def _head(text: str, start: int, end: int, known: Marks) -> tuple[int, int]:
    """The first sentence of a point, without the space before it."""
    while start < end and (text[start].isspace() or text[start] in "：:,，"):
        start += 1
    stop = known.sentence.search(text, start, end)
    return start, stop.start() if stop else _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _parallel(text: str, known: Marks) -> Iterator[Series]:
    """Clauses that open alike, each following on the one before."""
    if known.parallel is None:
        return
    run: list[tuple[int, int]] = []
    for start, end in _clauses(text, known):
        if known.parallel.match(text, start, end):
            if run and text[run[-1][1] : start].strip(f"，；。、\n{_INDENT}"):
                yield from _opened_alike(text, run, known)
                run = []
            run.append((start, end))
    yield from _opened_alike(text, run, known)


def _clauses(text: str, known: Marks) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in [match.start() for match in known.clause.finditer(text)] + [len(text)]:
        first = start
        while first < stop and text[first].isspace():
            first += 1
        if first < stop:
            yield first, stop
        start = stop + 1


def _opened_alike(text: str, run: list[tuple[int, int]], known: Marks) -> Iterator[Series]:
    if not run or (len(run) < known.least and not _announced(text, run, known)):
        return
    yield Series("opened alike", tuple(Point(n, a, (a, b), b) for n, (a, b) in enumerate(run, 1)))


def _announced(text: str, run: list[tuple[int, int]], known: Marks) -> bool:
    if len(run) < 3 or known.announced is None:
        return False
    from dragoman import languages

    before = text[max(0, run[0][0] - 80) : run[0][0]]
    said = [languages.numbers(match["n"], known.language) for match in known.announced.finditer(before)]
    return any(read and read[0].low == len(run) for read in said)
