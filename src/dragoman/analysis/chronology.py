"""The chronology: events in the order of their days, one lane a track."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from dragoman.model import Event, Track

OTHER = "other"
FIRM = frozenset({"day", "range"})


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: the track's id and title, and its dated events in order."""

    id: str
    title: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Chronology:
    """Dated events in order, the same events by lane, and the undated ones apart.

    `first` and `last` bound what is shown: the window asked for, else the first and the last day of the events.
    """

    events: tuple[Event, ...]
    lanes: tuple[Lane, ...]
    undated: tuple[Event, ...]
    first: date | None
    last: date | None


def chronology(
    events: Iterable[Event],
    tracks: Sequence[Track],
    first: date | None = None,
    last: date | None = None,
    wanted_tracks: Sequence[str] | None = None,
) -> Chronology:
    """Put events in order and in lanes.

    Lanes stand in the order of `tracks`; a lane "other" holds events that have no track, where there are any. Only
    events that touch the days from `first` to `last` (inclusive) are kept; an event with one open end counts as on the
    day that is known. `wanted_tracks` narrows the lanes; undated events are kept for the wanted lanes.

    Raises ValueError where a wanted track does not exist; the message names the nearest one.

    >>> chronology([], [Track("trade", "US-China trade")]).lanes
    (Lane(id='trade', title='US-China trade', events=()),)
    """
    titles = {track.id: track.title for track in tracks}
    wanted = _wanted(titles, wanted_tracks)
    kept = sorted((event for event in events if lane_of(event, titles) in wanted), key=_order)
    dated = tuple(event for event in kept if _days(event) is not None and _within(event, first, last))
    by_lane: dict[str, list[Event]] = {lane: [] for lane in wanted}
    for event in dated:
        by_lane[lane_of(event, titles)].append(event)
    named = set(wanted_tracks or ())
    lanes = tuple(
        Lane(lane, titles.get(lane, "Other" if titles else "Events"), tuple(rows))
        for lane, rows in by_lane.items()
        if rows or lane in titles or lane in named
    )
    days = [day for event in dated for day in (event.first, event.last) if day is not None]
    return Chronology(
        dated,
        lanes,
        tuple(event for event in kept if _days(event) is None),
        first or min(days, default=None),
        last or max(days, default=None),
    )


def busiest_span(events: Iterable[Event], share: float = 0.9, shorter: float = 3.0) -> tuple[date, date] | None:
    """The shortest run of days that holds a `share` of the events, for a picture that a few far dates would flatten.

    None where that run is not at least `shorter` times shorter than the whole span: then the whole is to be shown.

    >>> busiest_span([])
    """
    days = sorted(day for event in events if (day := event.first or event.last))
    held = math.ceil(len(days) * share)
    if not days:
        return None
    first, last = min(zip(days, days[held - 1 :], strict=False), key=lambda ends: (ends[1] - ends[0], ends[0]))
    return (first, last) if (last - first).days * shorter < (days[-1] - days[0]).days else None


def is_firm(event: Event) -> bool:
    """Whether both ends are known to the day.

    >>> from dragoman.model import Event
    >>> visit = Event("e", "visit", "CONSULT", 1, (), (), date(2018, 5, 7), date(2018, 5, 8), "day", None, "done",
    ...               None, "Kim visits Dalian", (), 1)
    >>> is_firm(visit)
    True
    """
    return event.precision in FIRM and event.first is not None and event.last is not None


def lane_of(event: Event, titles: Iterable[str]) -> str:
    """The id of the lane that an event stands in, given the ids of the case's tracks.

    >>> from dragoman.model import Event
    >>> lane_of(Event("e", "visit", "CONSULT", 1, (), (), None, None, "day", None, "done", None, "", (), 1), ["trade"])
    'other'
    """
    return event.track if event.track is not None and event.track in titles else OTHER


def _wanted(titles: dict[str, str], wanted: Sequence[str] | None) -> tuple[str, ...]:
    known = (*titles, *(() if OTHER in titles else (OTHER,)))
    if wanted is None:
        return known
    for name in wanted:
        if name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0.0)
            raise ValueError(f"no track {name!r} in this case; the nearest is {near[0]!r}" if near else f"no {name!r}")
    return tuple(lane for lane in known if lane in set(wanted))


def _days(event: Event) -> tuple[date, date] | None:
    first, last = event.first or event.last, event.last or event.first
    return None if first is None or last is None else (first, last)


def _within(event: Event, first: date | None, last: date | None) -> bool:
    days = _days(event)
    assert days is not None
    return (first is None or days[1] >= first) and (last is None or days[0] <= last)


def _order(event: Event) -> tuple[date, date, str, str]:
    first, last = _days(event) or (date.max, date.max)
    return first, last, event.label, event.id
