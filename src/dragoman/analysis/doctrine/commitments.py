"""Commitments: the points of an address that say what its speaker will hold to."""

from dataclasses import dataclass
from itertools import pairwise

from dragoman.analysis.doctrine.rows import Marks, marks
from dragoman.analysis.doctrine.series import Point, Series, find_series

SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a commitment that can have a history of its own: base, act, or a phrase of it."""

    role: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment: its number in its series, what it says in a sentence, all that is said of it, and its parts.

    `text[start:end] == head`; what is said of it is text[start:body]. `series` counts the series of the document.
    """

    series: int
    number: int
    start: int
    end: int
    head: str
    body: int
    core: str
    parts: tuple[Part, ...]


def commitments(text: str, language: str) -> list[Commitment]:
    """The commitments of an address, in its order.

    A series is one of commitments where four fifths of its heads are worded as commitments ("坚持", "we will"): a point
    of the same words in another series is none.

    >>> [one.core for one in commitments("第一，坚持对话。第二，坚持协商。", "zh")]
    ['对话', '协商']
    """
    known = marks(language)
    found: list[Commitment] = []
    for number, series in enumerate(_committing(text, known), 1):
        found += [_commitment(text, number, point, known) for point in series.points]
    return found


def points(text: str, language: str) -> list[Series]:
    """The series that are none of commitments: tasks, achievements, conditions.

    >>> [series.style for series in points("一是经济增长。二是就业稳定。", "zh")]
    ['一是']
    """
    known = marks(language)
    held = _committing(text, known)
    return [series for series in find_series(text, language) if series not in held]


def _committing(text: str, known: Marks) -> list[Series]:
    found: list[Series] = []
    for series in find_series(text, known.language):
        heads = [text[slice(*point.head)] for point in series.points]
        share = sum(known.commits.search(head) is not None for head in heads) / len(heads)
        if share >= SHARE and not any(_inside(series, other) for other in found):
            found.append(series)
    return found


def _inside(series: Series, other: Series) -> bool:
    """Whether a series stands within one point of another: it spells that point out."""
    first, last = series.points[0].start, series.points[-1].end
    return any(point.start < first and last <= point.end for point in other.points)


def _commitment(text: str, series: int, point: Point, known: Marks) -> Commitment:
    start, end = point.head
    head = text[start:end]
    opener = known.opener.match(head)
    shift = opener.end() if opener and opener.end() < len(head) else 0
    return Commitment(
        series, point.number, start, end, head, max(point.end, end), head[shift:], _parts(head, start, shift, known)
    )


def _parts(head: str, start: int, shift: int, known: Marks) -> tuple[Part, ...]:
    formula = known.formula.match(head) if known.formula else None
    spans = [(name, *formula.span(name)) for name in ("base", "act")] if formula else [("whole", shift, len(head))]
    spans += [("phrase", a, b) for _, first, last in list(spans) for a, b in _phrases(head, first, last, known)]
    return tuple(Part(role, start + a, start + b, head[a:b]) for role, a, b in spans if b > a)


def _phrases(head: str, first: int, last: int, known: Marks) -> list[tuple[int, int]]:
    """What stands between the joints of a part; none where it is of one piece."""
    cuts = [(first, first), *(match.span() for match in known.joints.finditer(head, first, last)), (last, last)]
    if len(cuts) == 2:
        return []
    return [(one[1], other[0]) for one, other in pairwise(cuts) if other[0] - one[1] >= known.shortest]
