"""Rounds: a chronology cut where its own grammar says that something begins anew.

A round opens with one of its opening events, and the next may open only once one of the closing events has come since.
No change point is estimated: every cut is one event, and says which.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import comb

from dragoman.analysis.linkage import side
from dragoman.extraction import Frame
from dragoman.gazetteer import Gazetteer
from dragoman.model import Event, RoundGrammar, Track


@dataclass(frozen=True, slots=True)
class Round:
    """One round: its number, its days (`last` is None for the latest), the event that opened it, and the one before
    that had made a new round possible (None for the first)."""

    number: int
    first: date
    last: date | None
    opened_by: Event
    once: Event | None


def rounds(
    events: Sequence[Event],
    grammar: RoundGrammar,
    tracks: Sequence[Track],
    kinds: Mapping[str, Frame],
    gazetteer: Gazetteer,
) -> tuple[Round, ...]:
    """The rounds of a chronology, in order; LinkageError where the grammar names a track, type or actor there is not.

    Sides are written as for `link`: TRACK, TRACK:TYPE,TYPE or TRACK:TYPE@ACTOR. On one day a closing event comes before
    an opening one. Events that were denied, planned or conditional, and those without a day, open and close nothing.
    """
    by_id = {event.id: event for event in events}
    opens, closes = (
        {event: None for asked in some for event in _told(side(asked, events, tracks, kinds, gazetteer).events, by_id)}
        for some in (grammar.opens, grammar.once)
    )
    marks = [(by_id[one].first, 0, one) for one in closes] + [(by_id[one].first, 1, one) for one in opens]
    found: list[tuple[Event, Event | None]] = []
    closed: Event | None = None
    for _, opening, one in sorted(marks, key=str):
        if not opening:
            closed = by_id[one] if found else None
        elif not found or closed:
            found.append((by_id[one], closed))
            closed = None
    return _numbered(found)


def _told(identities: Iterable[str], by_id: Mapping[str, Event]) -> list[str]:
    return [one for one in identities if by_id[one].precision in ("day", "range")]


def _numbered(found: Sequence[tuple[Event, Event | None]]) -> tuple[Round, ...]:
    days = [event.first for event, _ in found if event.first]
    ends = [*(day - timedelta(1) for day in days[1:]), None][: len(days)]
    return tuple(
        Round(number, first, last, event, once)
        for number, (first, last, (event, once)) in enumerate(zip(days, ends, found, strict=True), 1)
    )


def round_of(day: date, cut: Sequence[Round]) -> int:
    """The number of the round that a day lies in, 0 before the first."""
    return max((one.number for one in cut if one.first <= day), default=0)


def adjusted_rand(pairs: Sequence[tuple[str, str]]) -> float | None:
    """How far two groupings of the same things agree, 0 by chance and 1 in full (Hubert and Arabie 1985).

    None where there is nothing to compare, or both groupings leave nothing to be wrong about.

    >>> adjusted_rand([("1", "a"), ("1", "a"), ("2", "b"), ("2", "b")])
    1.0
    """
    together = sum(comb(n, 2) for n in Counter(pairs).values())
    one = sum(comb(n, 2) for n in Counter(a for a, _ in pairs).values())
    other = sum(comb(n, 2) for n in Counter(b for _, b in pairs).values())
    every = comb(len(pairs), 2)
    if not every:
        return None
    chance, most = one * other / every, (one + other) / 2
    return None if most == chance else round((together - chance) / (most - chance), 4)
