"""One side of a claim: the days on which its events begin."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from dragoman.model import Event

_FINE = ("day", "range")
_UNHAPPENED = ("denied", "conditional", "planned")


@dataclass(frozen=True, slots=True)
class Line:
    """The events of one side: the days they begin on, and the intervals of those of which no day is known.

    `days` holds each day once, sorted; `rough` the first and last day on which an event can have begun; `disputed` for
    an event on whose day reports differ the day it counts on (and no other does), and the first and last that a report
    gives.
    """

    name: str
    events: tuple[str, ...]
    days: tuple[date, ...]
    rough: tuple[tuple[date, date], ...] = ()
    disputed: tuple[tuple[date, date, date], ...] = ()

    def days_at(self, end: int) -> tuple[date, ...]:
        """The days with every event that is not sure of its own on its first (0) or its last (1) possible one."""
        moved = {day for day, *_ in self.disputed}
        kept = [day for day in self.days if day not in moved]
        return (*kept, *(days[end + 1] for days in self.disputed), *(days[end] for days in self.rough))


def line(name: str, events: Iterable[Event]) -> Line:
    """One side of a claim from its events; an event counts on the day on which it begins.

    What was denied, is conditional or only planned did not happen, and what has no first day cannot be placed: neither
    counts.
    """
    held = [event for event in events if event.status not in _UNHAPPENED and event.first]
    fine = {event.first for event in held if event.precision in _FINE and event.first}
    rough = [(event.first, event.last or event.first) for event in held if event.precision not in _FINE and event.first]
    apart = [(event, _disputed(event)) for event in held if event.precision in _FINE]
    sure = {event.first for event, found in apart if found is None}
    disputed = {found for _, found in apart if found and found[0] not in sure}
    ids = tuple(event.id for event in held)
    return Line(name, ids, tuple(sorted(fine)), tuple(sorted(rough)), tuple(sorted(disputed)))


def _disputed(event: Event) -> tuple[date, date, date] | None:
    """The day an event counts on, and the first and last day on which some report has it begin."""
    days = []
    for value in (value for conflict in event.conflicts if conflict.field == "date" for value, _ in conflict.values):
        with suppress(ValueError):
            days.append(date.fromisoformat(value.partition("/")[0]))
    if event.first is None or len(set(days)) < 2:
        return None
    return event.first, min(days), max(days)
