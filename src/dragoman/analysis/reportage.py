"""Who reported what: the documents, sources and readings of a case, as the analyses of reporting ask for them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from dragoman.gazetteer import Gazetteer
from dragoman.model import Anchor, Document, Event, Observation, Report, Source


@dataclass(frozen=True)
class Reportage:
    """What a case holds of who reported what. All are by id; `readings` are the observations of each kind.

    `reports` are the reports that events are joined from, a person's judgements put over them. `copies` gives each
    document its witness group (`extraction.witness_groups`): near-identical texts are one witness.
    """

    events: tuple[Event, ...]
    reports: Mapping[str, Observation]
    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    readings: Mapping[str, tuple[Observation, ...]]
    copies: Mapping[str, str]
    known: Gazetteer

    def source(self, document: str) -> Source:
        """The source of a current document."""
        return self.sources[self.documents[document].source]

    def outlet(self, document: str) -> str:
        """Who published a document, as its record says: the outlet, else the publisher, else nothing."""
        record = self.source(document).record
        return record.value("container-title") or record.value("publisher") or ""

    def owner(self, document: str) -> str | None:
        """The gazetteer id of the outlet or organ that published a document, None where it is not known."""
        name = self.outlet(document)
        organs = [one for one in self.known.find(name) if one.type == "organ"] if name else []
        return max(organs, key=lambda one: (len(one.text), -one.start)).entity if organs else None

    def of(self, kind: str, document: str) -> tuple[Observation, ...]:
        """The readings of one kind in one document, in their order."""
        return self._of_kind.get((kind, document), ())

    def within(self, kind: str, document: str, start: int, end: int) -> tuple[Observation, ...]:
        """The readings of one kind that begin at or after `start` and before `end` in one document, in their order."""
        held = self.of(kind, document)
        starts = self._starts.setdefault((kind, document), [one.reading.start for one in held])
        return held[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def _starts(self) -> dict[tuple[str, str], list[int]]:
        return {}

    @cached_property
    def _of_kind(self) -> dict[tuple[str, str], tuple[Observation, ...]]:
        held: dict[tuple[str, str], list[Observation]] = defaultdict(list)
        for kind, observations in self.readings.items():
            for one in observations:
                held[kind, one.document].append(one)
        return {key: tuple(sorted(some, key=lambda one: (one.reading.start, one.id))) for key, some in held.items()}

    @cached_property
    def _by_document(self) -> dict[str, list[Observation]]:
        held: dict[str, list[Observation]] = defaultdict(list)
        for one in self.reports.values():
            held[one.document].append(one)
        return held

    def latest(self, document: str, told: date) -> date:
        """The last day of the latest deed that a document published on a day tells of, by its exact reports."""
        days = [date.min]
        for one in self._by_document.get(document, ()):
            report = one.reading
            if isinstance(report, Report) and report.status == "done" and exact(report) and report.last:
                days.append(min(report.last, told))
        return max(days)

    def of_reports(self, document: str) -> tuple[Observation, ...]:
        """The reports in one document, in their order."""
        return tuple(sorted(self._by_document.get(document, ()), key=lambda one: (one.reading.start, one.id)))

    def told(self, event: Event) -> tuple[Observation, ...]:
        """The reports of an event that are at hand, by document and place."""
        held = (self.reports[report] for report in event.reports if report in self.reports)
        return tuple(sorted(held, key=lambda one: (one.document, one.reading.start, one.id)))

    def anchors(self, observations: Iterable[Observation]) -> tuple[Anchor, ...]:
        """The spans that observations rest on, each once."""
        return tuple(sorted({one.anchor for one in observations}))

    def is_person(self, identity: str) -> bool:
        """Whether a gazetteer id is that of a person."""
        return identity in self.known and self.known.entity(identity).type == "person"

    def name(self, identity: str) -> str:
        """What a gazetteer id is called in English; the id itself where the gazetteer has none."""
        return self.known.name(identity) if identity in self.known else identity


def day_of(text: str | None) -> date | None:
    """The day of an ISO day or time of day in its own zone, None where the text gives no day.

    >>> day_of("2018-06-19T23:30-04:00"), day_of("2018-06")
    (datetime.date(2018, 6, 19), None)
    """
    try:
        return datetime.fromisoformat(text).date() if text and len(text) >= 10 else None
    except ValueError:
        return None


def exact(report: Report) -> bool:
    """Whether a report itself gives its days, rather than a month or the day on which it was published."""
    return report.precision in {"day", "range"} and report.basis != "date of publication" and report.last is not None


def in_numbers(count: int, noun: str) -> str:
    """A count with its noun: "1 visit", "3 visits".

    >>> in_numbers(1, "visit"), in_numbers(3, "visit")
    ('1 visit', '3 visits')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
