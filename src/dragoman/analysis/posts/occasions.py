"""Occasions: who presided, spoke and attended, in which order, and who was not there."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.day_words import interval_in_words
from dragoman.analysis.reportage import Reportage, day_of
from dragoman.model import Anchor, Attendance, Event, Observation, Report, TimeExpression

PRESENT = ("presided", "spoke", "attended", "accompanied")


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody at an occasion: a gazetteer id or the name as written, the parts played, and the place in the list."""

    person: str
    listed: bool
    roles: tuple[str, ...]
    place: int
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion as one text tells it: the days, what it was, and who was there, in the order of the text.

    `series` groups occasions of one kind by one outlet: a body that met, or the person who was accompanied. `absent`
    are those whom the text itself calls absent.
    """

    document: str
    first: date
    last: date
    label: str
    series: str
    event: str | None
    present: tuple[Present, ...]
    absent: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who was there, in the order of the text."""
        return tuple(one.person for one in self.present)


def occasions(reportage: Reportage) -> tuple[Occasion, ...]:
    """The occasions at which the texts of a case say who was there, by day."""
    by_event = {report: event for event in reportage.events for report in event.reports}
    rows = []
    for document in sorted(reportage.documents):
        groups: dict[tuple[date, date, str], list[Observation]] = defaultdict(list)
        events: dict[tuple[date, date, str], Event | None] = {}
        for one in reportage.of("attendance", document):
            event = _event_of(one, by_event, reportage)
            days = _days(one, event, reportage)
            if days is not None:
                key = (*days, event.id if event else "")
                groups[key].append(one)
                events[key] = event
        rows += [_occasion(document, key, some, events[key], reportage) for key, some in groups.items()]
    found = [row for row in rows if row.present]
    return tuple(sorted(found, key=lambda row: (row.first, row.last, row.document, row.label)))


def _event_of(one: Observation, by_event: dict[str, Event], reportage: Reportage) -> Event | None:
    """The conference that the text told of last before, if its days do not speak against it.

    Who presides at one convenes none of his own.
    """
    reading = one.reading
    assert isinstance(reading, Attendance)
    told = [
        (report.reading.start, by_event[report.id])
        for report in reportage.of_reports(one.document)
        if isinstance(report.reading, Report) and report.reading.type == "convene" and report.id in by_event
        and report.reading.start <= reading.start
    ]  # fmt: skip
    if not told:
        return None
    bodies = [pair for pair in told if not all(map(reportage.is_person, pair[1].actors))]
    event = max(bodies or told, key=lambda pair: (pair[0], pair[1].id))[1]
    if reading.first and reading.last and event.first and event.last:
        return event if reading.first <= event.last and event.first <= reading.last else None
    return event


def _days(one: Observation, event: Event | None, reportage: Reportage) -> tuple[date, date] | None:
    reading = one.reading
    assert isinstance(reading, Attendance)
    if event and event.first and event.last:
        return event.first, event.last
    if reading.first and reading.last:
        return reading.first, reading.last
    times = [
        time.reading for time in reportage.of("time", one.document)
        if isinstance(time.reading, TimeExpression) and time.reading.start <= reading.start
        and time.reading.role == "event" and time.reading.precision in {"day", "range"}
    ]  # fmt: skip
    if times and times[-1].first and times[-1].last:
        return times[-1].first, times[-1].last
    day = day_of(reportage.documents[one.document].published)
    return (day, day) if day else None


def _occasion(
    document: str, key: tuple[date, date, str], some: Sequence[Observation], event: Event | None, reportage: Reportage
) -> Occasion:
    ordered = sorted(some, key=lambda one: (_reading(one).start, _reading(one).order, one.id))
    people: dict[str, list[Observation]] = defaultdict(list)
    absent = []
    for one in ordered:
        reading = _reading(one)
        who = reading.person or reading.name
        if reading.role in PRESENT and _is_person(reading, reportage):
            people[who].append(one)
        elif reading.role == "absent":
            absent.append(who)
    present = tuple(
        Present(
            who, who in reportage.known, tuple(dict.fromkeys(_reading(one).role for one in held)), number,
            tuple(dict.fromkeys(one.anchor for one in held)),
        )
        for number, (who, held) in enumerate(people.items(), 1)
    )  # fmt: skip
    label = event.label if event else f"occasion of {interval_in_words(key[0], key[1], 'range')}"
    return Occasion(
        document, key[0], key[1], label, _series(document, event, ordered, reportage), event.id if event else None,
        present, tuple(dict.fromkeys(absent)),
    )  # fmt: skip


def _reading(one: Observation) -> Attendance:
    assert isinstance(one.reading, Attendance)
    return one.reading


def _is_person(reading: Attendance, reportage: Reportage) -> bool:
    return reading.person is None or reportage.is_person(reading.person)


def _series(document: str, event: Event | None, some: Sequence[Observation], reportage: Reportage) -> str:
    """What an occasion is one of: meetings of a body, or travels with somebody, as one outlet tells them."""
    outlet = reportage.outlet(document)
    if event:
        return f"{outlet}: {' and '.join(reportage.name(one) for one in event.actors) or event.label}"
    if any(_reading(one).role == "accompanied" for one in some):
        first = min(_reading(one).start for one in some)
        principals = [
            one.reading for one in reportage.of("mention", document)
            if one.reading.start < first and getattr(one.reading, "type", "") == "person"
        ]  # fmt: skip
        if principals:
            return f"{outlet}: with {reportage.name(getattr(principals[0], 'entity', ''))}"
    return ""
