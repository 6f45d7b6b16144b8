"""Where the reports of one event differ: every value kept with those who give it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from dragoman.extraction.matching import Witnessed, same_place, town
from dragoman.extraction.timing import CARRIED, FALLBACK, PAST
from dragoman.gazetteer import Gazetteer
from dragoman.model import Conflict, Quantity

Days = tuple[date | None, date | None]


def conflicts_in(rows: Sequence[Witnessed], gazetteer: Gazetteer) -> tuple[Conflict, ...]:
    """The conflicts over days, places and numbers among the reports of one event, in this order."""
    return (*_days(rows), *_places(rows, gazetteer), *_numbers(rows))


def _days(rows: Sequence[Witnessed]) -> list[Conflict]:
    given: dict[Days, list[str]] = defaultdict(list)
    for row in rows:
        if row.report.basis not in (FALLBACK, PAST, CARRIED):
            given[row.report.first, row.report.last].append(row.observation)
    apart = {days for pair in combinations(given, 2) if not _nested(*pair) for days in pair}
    if not apart:
        return []
    values = sorted((_written(days), tuple(sorted(given[days]))) for days in apart)
    return [Conflict("date", tuple(values))]


def _nested(one: Days, other: Days) -> bool:
    """Whether one interval lies inside the other: it then says the same, only more exactly."""
    (a, b), (c, d) = one, other
    if a is None or b is None or c is None or d is None:
        return True
    return (a <= c and d <= b) or (c <= a and b <= d)


def _places(rows: Sequence[Witnessed], gazetteer: Gazetteer) -> list[Conflict]:
    given: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.report.place:
            given[row.report.place].append(row.observation)
    apart = {
        place
        for one, other in combinations(given, 2)
        if not same_place(one, other, gazetteer) and town(one, gazetteer) != town(other, gazetteer)
        for place in (one, other)
    }
    values = tuple((place, tuple(sorted(given[place]))) for place in sorted(apart))
    return [Conflict("place", values)] if values else []


def _written(days: Days) -> str:
    first, last = days
    return str(first) if first == last else f"{first or '..'}/{last or '..'}"


def _numbers(rows: Sequence[Witnessed]) -> list[Conflict]:
    """A kind of number is in conflict where two documents give it and share no value."""
    kinds: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    givers: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in rows:
        for q in row.report.quantities:
            kind = (q.kind, q.currency or ("" if q.kind != "count" else q.unit or ""))
            kinds[kind][row.document].add(number(q))
            givers[(*kind, number(q))].append(row.observation)
    found = []
    for kind, documents in sorted(kinds.items()):
        told = {frozenset(given) for given in documents.values()}
        if any(one.isdisjoint(other) for one, other in combinations(told, 2)):
            values = sorted({value for given in documents.values() for value in given})
            given_by = tuple((value, tuple(sorted(set(givers[(*kind, value)])))) for value in values)
            found.append(Conflict(" ".join(part for part in kind if part), given_by))
    return found


def number(q: Quantity) -> str:
    """A quantity's value in plain figures.

    >>> number(Quantity(0, 2, "", "percent", 25.0, 25.0))
    '25'
    """
    low = "" if q.low is None else f"{q.low:,.12g}"
    high = "" if q.high is None else f"{q.high:,.12g}"
    return low if low == high else f"{low}-{high}"
