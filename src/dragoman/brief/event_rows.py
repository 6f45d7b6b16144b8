"""Events as rows of a table: when, what, who reported it, and where the reports differ."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.analysis.chronology import lane_of
from dragoman.analysis.day_words import interval_in_words
from dragoman.analysis.findings import field_in_words, value_in_words
from dragoman.brief.compose import Composition
from dragoman.model import Event, Observation, Report, Source


@dataclass(frozen=True, slots=True)
class Witness:
    """One source that reports an event: its key, outlet and language, and each of its reports, as words and address."""

    key: str
    outlet: str
    language: str
    reports: tuple[tuple[str, str], ...]
    status: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field on which reports differ, with each value and the reports that give it."""

    field: str
    values: tuple[tuple[str, tuple[Witness, ...]], ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as a table shows it; `iso` is the day it is sorted by, `shape` the mark it has in the picture."""

    event: Event
    when: str
    iso: str
    track: str
    place: str
    shape: str
    witnesses: tuple[Witness, ...]
    disagreements: tuple[Disagreement, ...]


def event_rows(events: Iterable[Event], composition: Composition) -> tuple[EventRow, ...]:
    """A row for each event, in the order given; links start from the folder of the brief."""
    titles = {track.id: track.title for track in composition.evidence.case.tracks}
    return tuple(_row(event, titles, composition) for event in events)


def _row(event: Event, titles: dict[str, str], composition: Composition) -> EventRow:
    day = event.first or event.last
    shape = "soft" if event.precision not in {"day", "range"} or not (event.first and event.last) else "bar"
    if shape == "bar" and event.first == event.last:
        shape = "dot"
    return EventRow(
        event,
        interval_in_words(event.first, event.last, event.precision),
        day.isoformat() if day else "",
        titles.get(lane_of(event, titles), "Other" if titles else ""),
        composition.evidence.names.get(event.place or "", event.place or ""),
        shape,
        witnesses(event.reports, composition),
        tuple(
            Disagreement(
                field_in_words(conflict.field),
                tuple(
                    (value_in_words(value, composition.evidence.names), witnesses(given, composition))
                    for value, given in conflict.values
                ),
            )
            for conflict in event.conflicts
        ),
    )


def witnesses(reports: Iterable[str], composition: Composition) -> tuple[Witness, ...]:
    """The sources of the reports that are at hand, by key, each with links to its words in the order of the text."""
    held: dict[Source, list[Observation]] = {}
    for report in reports:
        observation = composition.evidence.observations.get(report)
        source = composition.catalogue.source_of(observation.document) if observation else None
        if observation and source:
            held.setdefault(source, []).append(observation)
    return tuple(_witness(source, held[source], composition) for source in sorted(held, key=lambda one: one.key))


def _witness(source: Source, observations: list[Observation], composition: Composition) -> Witness:
    ordered = sorted(observations, key=lambda one: (one.reading.start, one.reading.end))
    statuses = {one.reading.status for one in ordered if isinstance(one.reading, Report)}
    return Witness(
        source.key,
        source.record.value("container-title") or source.record.value("publisher") or "",
        composition.catalogue.language(source),
        tuple(dict.fromkeys((one.reading.text, composition.anchor_link(one.anchor)) for one in ordered)),
        ", ".join(sorted(statuses - {"done"})),
    )
