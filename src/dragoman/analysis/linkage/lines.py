"""One side of a claim: the days on which its events begin."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.model import Event

_FINE = ("day", "range")
_UNHAPPENED = ("denied", "conditional", "planned")


@dataclass(frozen=True, slots=True)
class Line:
    """The events of one side: the days they begin on, and the intervals of those of which no day is known.

    `days` holds each day once, sorted; `rough` the first and last day on which an event can have begun.
    """

    name: str
    events: tuple[str, ...]
    days: tuple[date, ...]
    rough: tuple[tuple[date, date], ...] = ()


def line(name: str, events: Iterable[Event]) -> Line:
    """One side of a claim from its events; an event counts on the day on which it begins.

    What was denied, is conditional or only planned did not happen, and what has no first day cannot be placed: neither
    counts.
    """
    held = [event for event in events if event.status not in _UNHAPPENED and event.first]
    fine = {event.first for event in held if event.precision in _FINE and event.first}
    rough = [(event.first, event.last or event.first) for event in held if event.precision not in _FINE and event.first]
    return Line(name, tuple(event.id for event in held), tuple(sorted(fine)), tuple(sorted(rough)))
