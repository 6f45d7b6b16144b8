"""Whether two reports can be of one event: their parties, their days, their place."""

from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.extraction.timing import CARRIED, FALLBACK
from dragoman.gazetteer import Gazetteer
from dragoman.model import Report

_DAY = timedelta(days=1)
SLACK = timedelta(days=3)
COARSE = timedelta(days=10)
WIDE = timedelta(days=92)
_FINE = ("day", "range")


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A report with the ids of its observation, its document, and the witness group of that document."""

    observation: str
    document: str
    witness: str
    report: Report


def standing(status: str) -> str:
    """Which statuses can be of one event: what is denied or conditional stands apart from what is told as fact or plan.

    >>> standing("planned") == standing("done") != standing("denied")
    True
    """
    return status if status in ("denied", "conditional") else "told"


def same_party(one: str, other: str, gazetteer: Gazetteer) -> bool:
    """Whether two ids can be one party: a person or organ stands for its state where the other names the state.

    >>> from dragoman.gazetteer import load
    >>> same_party("kim-jong-un", "PRK", load()), same_party("kim-jong-un", "kim-yo-jong", load())
    (True, False)
    """
    if one == other:
        return True
    first, second = gazetteer.state_of(one), gazetteer.state_of(other)
    return first is not None and first == second and first in (one, other)


def _covers(one: tuple[str, ...], other: tuple[str, ...], gazetteer: Gazetteer) -> bool:
    fewer, more = sorted((one, other), key=len)
    return all(any(same_party(a, b, gazetteer) for b in more) for a in fewer)


def same_parties(one: Report, other: Report, symmetric: bool, gazetteer: Gazetteer) -> bool:
    """Whether the parties of two reports agree; a side that one report leaves out is no contradiction."""
    if symmetric:
        return _covers(one.actors + one.recipients, other.actors + other.recipients, gazetteer)
    sides = [(a, b) for a, b in ((one.actors, other.actors), (one.recipients, other.recipients)) if a and b]
    return bool(sides) and all(_covers(a, b, gazetteer) for a, b in sides)


def same_place(one: str | None, other: str | None, gazetteer: Gazetteer) -> bool:
    """Whether two places do not contradict: equal, one unknown, or one inside the other."""
    if one is None or other is None or one == other:
        return True
    return one in _around(other, gazetteer) or other in _around(one, gazetteer)


def in_one_place_only(one: Report, other: Report, gazetteer: Gazetteer) -> bool:
    """Whether two reports must be of one event though they name different towns: the same persons on the same day.

    Nobody is in two towns of two names for one meeting; which town it was is then a conflict. Two venues of one town
    can be two meetings.
    """
    if one.place is None or other.place is None or town(one.place, gazetteer) == town(other.place, gazetteer):
        return False
    persons = [
        {party for party in (*report.actors, *report.recipients) if gazetteer.entity(party).type == "person"}
        for report in (one, other)
    ]
    same_day = one.first is not None and one.first == one.last == other.first == other.last
    return same_day and len(persons[0]) > 1 and persons[0] == persons[1]


def town(place: str, gazetteer: Gazetteer) -> str:
    """The town of a venue; any other place is its own."""
    return gazetteer.entity(place).within or place


def _around(place: str, gazetteer: Gazetteer) -> tuple[str | None, str | None]:
    """The state of a place, and the city of a venue."""
    return gazetteer.state_of(place), gazetteer.entity(place).within


def interval(report: Report) -> tuple[date, date] | None:
    """The days that a report can mean for matching; None where they are open or unknown.

    What is dated by its publication only is looked for up to three days before it.
    """
    if report.basis == FALLBACK and report.last is not None and report.last >= date.min + SLACK:
        return (report.first or report.last) - SLACK, report.last
    if report.first is None or report.last is None:
        return None
    return report.first, report.last


def coarse(report: Report) -> bool:
    """Whether a report's time is too rough to tell one event from the next."""
    days = interval(report)
    return report.basis in (CARRIED, FALLBACK) or days is None or days[1] - days[0] > COARSE


def same_days(one: Report, other: Report, once: int = 0) -> bool:
    """Whether the days of two reports overlap; where one is known less exactly than to the day, touching is enough.

    `once`: so many days may lie between them, as the thing happens but once in that time.
    """
    first, second = interval(one), interval(other)
    if first is None or second is None:
        return False
    fine = one.precision in _FINE and other.precision in _FINE
    touch = timedelta(0) if fine or date.max in (first[1], second[1]) else _DAY
    if once and date.max not in (first[1], second[1]):
        touch = timedelta(once)
    return first[0] <= second[1] + touch and second[0] <= first[1] + touch
