"""Chains of long and short forms: which phrase holds or abbreviates which, and when the one gives way to the other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from dragoman.analysis.formulations.calendar import Calendar, sums
from dragoman.analysis.formulations.counting import matcher
from dragoman.analysis.formulations.index import PhraseIndex, Places, keys
from dragoman.analysis.formulations.suffixes import Numbers

CHUNKS = 4  # pieces of the long form that a short form may be made of
MOST = 100  # pairs that are told, and phrases of one opening and closing that are compared
LONGEST = 100  # characters up to which a phrase is looked at as an abbreviation


@dataclass(frozen=True, slots=True)
class Year:
    """Documents of a year with the long form, and with the short form outside of the long one."""

    year: str
    long: int
    short: int


@dataclass(frozen=True, slots=True)
class Link:
    """A short form and a long one; `overtaken` is the year from which the short form alone led to the end, if any."""

    long: str
    short: str
    kind: str
    years: tuple[Year, ...]
    overtaken: str | None


def relation(short: str, long: str) -> str | None:
    """How a phrase shortens another: "part of" it, "abbreviates" it (some of its pieces in order), or None.

    An abbreviation opens and closes as its long form does and takes pieces of two characters or more from it.

    >>> relation("人类命运共同体", "推动构建人类命运共同体")
    'part of'
    >>> relation("习近平思想", "习近平新时代中国特色社会主义思想")
    'abbreviates'
    >>> relation("会晤", "会谈") is None
    True
    """
    if not short or len(short) >= len(long) or len(short) > LONGEST:
        return None
    if short in long:
        return "part of"
    if short[:2] != long[:2] or short[-2:] != long[-2:]:
        return None
    return "abbreviates" if _pieces(short, long) else None


def _pieces(short: str, long: str) -> bool:
    """Whether `short` is at most CHUNKS pieces of `long`, each of two characters or more, in order.

    `reach` holds, for each length of `short` that is covered, the least place of `long` where the cover can end.
    """
    reach = {0: 0}
    for _ in range(CHUNKS):
        longer: dict[int, int] = dict(reach)
        for covered, at in reach.items():
            for size in range(2, len(short) - covered + 1):
                found = long.find(short[covered : covered + size], at)
                if found < 0:
                    break
                end = found + size
                longer[covered + size] = min(end, longer.get(covered + size, end))
        reach = longer
    return len(short) in reach


def chains(index: PhraseIndex, phrases: Iterable[str], calendar: Calendar) -> tuple[Link, ...]:
    """Pairs among the phrases of which one shortens the other, with both counts by year; the shortest MOST of them."""
    pairs = sorted(pairs_among(phrases), key=lambda pair: (len(pair[0]), pair))[:MOST]
    return tuple(_link(index, calendar, *pair) for pair in pairs)


def pairs_among(phrases: Iterable[str]) -> set[tuple[str, str, str]]:
    """(short, long, relation) of every two phrases of which one shortens the other, without comparing all with all.

    >>> sorted(pairs_among(["共同体", "命运共同体", "会晤"]))
    [('共同体', '命运共同体', 'part of')]
    """
    wanted = sorted(set(phrases))
    ready = matcher(wanted)
    pairs = {(wanted[hit], long, "part of") for long in wanted for hit, _, _ in ready.hits(long) if wanted[hit] != long}
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for phrase in wanted:
        alike[phrase[:2], phrase[-2:]].append(phrase)
    for some in alike.values():
        for short, long in permutations(some[:MOST], 2):
            if relation(short, long) == "abbreviates":
                pairs.add((short, long, "abbreviates"))
    return pairs


def _link(index: PhraseIndex, calendar: Calendar, short: str, long: str, kind: str) -> Link:
    longs, shorts = index.places(long), index.places(short)
    alone = outside(shorts, len(short), longs, len(long))
    years = _years(calendar, np.unique(longs.documents), np.unique(shorts.documents[alone]))
    return Link(long, short, kind, years, overtaken(years))


def outside(inner: Places, length: int, outer: Places, outer_length: int) -> Numbers:
    """Which places of one phrase lie inside no place of another: an array of True and False."""
    starts = keys(outer)
    places = keys(inner)
    if not len(starts):
        return np.ones(len(places), bool)
    before = np.searchsorted(starts, places, "right") - 1
    within = (before >= 0) & (places + length <= starts[np.maximum(before, 0)] + outer_length)
    return np.asarray(~within)


def _years(calendar: Calendar, longs: Numbers, shorts: Numbers) -> tuple[Year, ...]:
    (long,) = sums(calendar.years, longs, (np.ones(len(longs)),))
    (short,) = sums(calendar.years, shorts, (np.ones(len(shorts)),))
    rows = zip(calendar.years.names, long.tolist(), short.tolist(), strict=True)
    return tuple(Year(*row) for row in rows if row[1] or row[2])


def overtaken(years: Sequence[Year]) -> str | None:
    """The year from which the short form leads in every year to the end; None where it never took over.

    >>> overtaken([Year("2017", 5, 1), Year("2018", 2, 4), Year("2019", 1, 6)])
    '2018'
    >>> overtaken([Year("2017", 1, 2), Year("2018", 4, 4)]) is None
    True
    """
    leading = None
    for year in reversed(years):
        if year.short <= year.long:
            break
        leading = year.year
    led_before = any(year.long >= year.short and leading and year.year < leading for year in years)
    return leading if led_before else None
