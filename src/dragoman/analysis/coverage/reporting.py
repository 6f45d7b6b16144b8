"""How each outlet reported each event: when, how long, how much in the guest's own words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.analysis.coverage.rows import nouns, official
from dragoman.analysis.reportage import Reportage, day_of, exact
from dragoman.model import Anchor, Event, Observation, Report, Statement

PHASES = ("before", "during", "on the last day", "on the day", "after")
LATE = timedelta(days=30)
"""What is published later than this after an event looks back on it and is no report of it."""
BEFORE = timedelta(days=2)
"""What a text tells of that ended by more than this before its latest news is background."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How one outlet reported one event.

    `first` and `last` are the event's days as the outlet gives them. `reported` is the day (or time) of its first
    report, `phase` where that lies: before, during, on the last day, on the day (of an event of one day), after; a
    record that says more (`reported-when`) is followed. `lag` are the days from the event's end to the report, negative
    where the event had not ended. `characters` count the letters of its longest report, `words` those of them that are
    the guest's own words, said or reported. `guest` is a gazetteer id, None where the event has no guest. `page` and
    `photographs` are what the record knows.
    """

    event: str
    type: str
    label: str
    outlet: str
    official: bool
    guest: str | None
    states: tuple[str, str]
    first: date
    last: date
    reported: str
    phase: str
    lag: int
    characters: int
    words: int
    page: str | None
    photographs: str | None
    sources: tuple[str, ...]
    anchors: tuple[Anchor, ...]
    spoken: tuple[Anchor, ...] = ()

    @property
    def share(self) -> float:
        """The share of the longest report that is the guest's own words, 0 to 1."""
        return self.words / self.characters if self.characters else 0.0


def coverage(reportage: Reportage) -> tuple[Coverage, ...]:
    """How each outlet reported each event of the types of kinds.yaml, by the days of the events, then by report.

    An event of which no text gives the day itself has no coverage: a day taken from the date of publication would say
    that it was reported at once. A text that looks back on an event does not count as a report of it: one published
    over thirty days after its end, or one that tells of something that ended over two days later.
    """
    done = [event for event in reportage.events if event.type in nouns() and event.status == "done"]
    rows = [row for event in done for row in _of(event, reportage)]
    return tuple(sorted(rows, key=lambda row: (row.first, row.last, row.label, row.event, row.reported, row.outlet)))


def _of(event: Event, reportage: Reportage) -> Iterator[Coverage]:
    by_outlet: dict[str, list[Observation]] = defaultdict(list)
    if not any(isinstance(one.reading, Report) and exact(one.reading) for one in reportage.told(event)):
        return
    for one in reportage.told(event):
        if reportage.outlet(one.document) and _contemporary(one, event, reportage):
            by_outlet[reportage.outlet(one.document)].append(one)
    for outlet, reports in by_outlet.items():
        yield _row(event, outlet, reports, reportage)


def _days(one: Observation, event: Event) -> tuple[date, date] | None:
    """The event's days as a report gives them; those of the event where the report gives only the day it ran on."""
    report = one.reading
    assert isinstance(report, Report)
    own = (report.first, report.last) if exact(report) and report.first and report.last else None
    if event.first and event.last and event.precision in {"day", "range"}:
        days = event.first, event.last
        inside = own is None or days[0] <= own[0] <= own[1] <= days[1] or own[0] <= days[0] <= days[1] <= own[1]
        return days if inside else own
    return own


def _told(one: Observation, reportage: Reportage) -> str | None:
    """When the outlet told it: the record's `reported`, else the date of issue; None where that is no day."""
    text = reportage.source(one.document).record.value("reported") or reportage.documents[one.document].published
    return text if day_of(text) else None


def _contemporary(one: Observation, event: Event, reportage: Reportage) -> bool:
    days, told = _days(one, event), day_of(_told(one, reportage))
    if days is None or told is None or told - days[1] > LATE:
        return False
    if told < days[0]:
        return isinstance(one.reading, Report) and one.reading.status in {"planned", "announced"}
    return reportage.latest(one.document, told) - days[1] <= BEFORE


def _row(event: Event, outlet: str, reports: Sequence[Observation], reportage: Reportage) -> Coverage:
    first_told = min(reports, key=lambda one: (_told(one, reportage) or "", one.document, one.reading.start))
    told, record = _told(first_told, reportage) or "", reportage.source(first_told.document).record
    first, last = _days(first_told, event) or (date.min, date.max)
    day = day_of(told) or date.max
    longest = max({one.document for one in reports}, key=lambda name: (_letters(reportage.documents[name].text), name))
    guest, states = _sides(event, reportage)
    spoken = _spoken(longest, guest, reportage)
    text = reportage.documents[longest].text
    owner = reportage.owner(first_told.document)
    return Coverage(
        event.id, event.type, event.label, outlet, owner is not None and _official(owner, reportage), guest, states,
        first, last, told, record.value("reported-when") or _phase(day, first, last), (day - last).days,
        _letters(text), sum(_letters(text[a:b]) for a, b in spoken),
        record.value("page"), record.value("photographs"),
        tuple(sorted({reportage.source(one.document).key for one in reports})),
        reportage.anchors((first_told, *(one for one in reports if one.document == longest))),
        tuple(Anchor(longest, a, b, text[a:b]) for a, b in spoken),
    )  # fmt: skip


def _official(owner: str, reportage: Reportage) -> bool:
    return owner in official() or not reportage.known.entity(owner).outlet


def _phase(day: date, first: date, last: date) -> str:
    """Where a day lies to an event's days.

    >>> _phase(date(2018, 6, 19), date(2018, 6, 19), date(2018, 6, 20))
    'during'
    """
    if day < first:
        return "before"
    if day > last:
        return "after"
    if first == last:
        return "on the day"
    return "during" if day < last else "on the last day"


def _sides(event: Event, reportage: Reportage) -> tuple[str | None, tuple[str, str]]:
    """The guest of an event, and the states of both sides (empty where there is none)."""
    sides = [tuple(sorted({reportage.known.state_of(one) or one for one in side if one in reportage.known}))
             for side in (event.actors, event.recipients)]  # fmt: skip
    mine, theirs = ("+".join(side) for side in sides)
    guest = event.actors[0] if event.type == "visit" and len(event.actors) == 1 else None
    if event.type == "visit":
        return guest, (mine, theirs)
    one, other = sorted((mine, theirs))
    return None, (one, other)


def _spoken(document: str, guest: str | None, reportage: Reportage) -> tuple[tuple[int, int], ...]:
    """The spans of a document that are the guest's own words, said or reported, none overlapping."""
    if guest is None:
        return ()
    spans = []
    for one in reportage.of("statement", document):
        said = one.reading
        if isinstance(said, Statement) and said.speaker == guest and said.form != "act":
            spans.append(said.said)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def _letters(text: str) -> int:
    """How many letters and digits a text has: spaces and marks differ between languages and layouts."""
    return sum(map(str.isalnum, text))
