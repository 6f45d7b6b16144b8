"""An event written from the reports that were taken as one."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from dragoman.extraction.conflicts import conflicts_in
from dragoman.extraction.frames import load_frames
from dragoman.extraction.labels import label
from dragoman.extraction.matching import Witnessed, same_party
from dragoman.extraction.timing import CARRIED, FALLBACK, PAST
from dragoman.extraction.tracks import track_of
from dragoman.gazetteer import Gazetteer
from dragoman.model import Event, Quantity, Report, Track, content_id

Value = TypeVar("Value", bound=Hashable)
_SURENESS = {CARRIED: 1, PAST: 2, FALLBACK: 2}
STATUSES = ("in force", "done", "announced", "planned", "conditional", "denied")


def compose(
    clusters: Iterable[tuple[Sequence[Witnessed], bool]], tracks: Sequence[Track], gazetteer: Gazetteer
) -> tuple[Event, ...]:
    """One event for each cluster, by day, type and id, no two ids alike; a cluster says whether a person made it."""
    drafts = [
        (*_draft(sorted(rows, key=lambda row: (row.document, row.observation)), gazetteer), decided)
        for rows, decided in clusters
    ]
    drafts.sort(key=lambda draft: draft[0][0].observation)
    taken: set[str] = set()
    events: list[Event] = []
    for rows, report, decided in drafts:
        event = _event(rows, report, tracks, gazetteer, taken)
        if decided:
            event = replace(event, joined="a person joined them" if len(rows) > 1 else "a person set this report apart")
        taken.add(event.id)
        events.append(event)
    return tuple(sorted(events, key=lambda e: (e.first or e.last or date.max, e.last or date.max, e.type, e.id)))


def _draft(rows: list[Witnessed], gazetteer: Gazetteer) -> tuple[list[Witnessed], Report]:
    """The rows with the report that names the parties most fully."""

    def fullness(row: Witnessed) -> tuple[int, int, int, str]:
        parties = row.report.actors + row.report.recipients
        persons = sum(gazetteer.entity(party).type == "person" for party in parties)
        sides = bool(row.report.actors) + bool(row.report.recipients)
        return -sides, -persons, -len(parties), row.observation

    return rows, min(rows, key=fullness).report


def _event(
    rows: list[Witnessed], lead: Report, tracks: Sequence[Track], gazetteer: Gazetteer, taken: set[str]
) -> Event:
    frame = load_frames().get(lead.type)
    actors, recipients = _sides(rows, lead, frame.symmetric if frame else False, gazetteer)
    surest = min(_SURENESS.get(row.report.basis, 0) for row in rows)
    dated = [row for row in rows if _SURENESS.get(row.report.basis, 0) == surest]
    days = _days(dated)
    precision = min(r.report.precision for r in dated if (r.report.first, r.report.last) == days)
    places = [row for row in rows if row.report.place]
    place = _most_witnessed(places, lambda report: report.place, lambda p: _specific(p, gazetteer)) if places else None
    status = min((row.report.status for row in rows), key=STATUSES.index)
    quantities = _quantities(rows)
    identifier = _identifier(rows, lead, (actors, recipients), days, taken)
    event = Event(
        identifier,
        lead.type,
        lead.plover,
        lead.quad,
        actors,
        recipients,
        *days,
        precision,
        place,
        status,
        track_of(lead.type, actors + recipients, tracks, gazetteer),
        "",
        tuple(sorted(row.observation for row in rows)),
        len({row.witness for row in rows}),
        quantities,
        conflicts_in(rows, gazetteer),
        _reasons(rows, place),
    )
    return replace(event, label=label(event, gazetteer))


def _identifier(
    rows: list[Witnessed],
    lead: Report,
    sides: tuple[tuple[str, ...], tuple[str, ...]],
    days: tuple[date | None, date | None],
    taken: set[str],
) -> str:
    """Named by type, parties and interval; where two events share these, by its reports too."""
    parts = (lead.type, *sorted({*sides[0], *sides[1]}), str(days[0]), str(days[1]))
    name = content_id("ev", *parts)
    return name if name not in taken else content_id("ev", *parts, *(row.observation for row in rows))


def _sides(
    rows: list[Witnessed], lead: Report, symmetric: bool, gazetteer: Gazetteer
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parties of the fullest report, and those of the others that it leaves out."""
    actors, recipients = list(lead.actors), list(lead.recipients)
    for row in rows:
        for party in row.report.actors:
            if not any(same_party(party, known, gazetteer) for known in [*actors, *(recipients if symmetric else ())]):
                actors.append(party)
        for party in row.report.recipients:
            if not any(same_party(party, known, gazetteer) for known in [*recipients, *actors]):
                recipients.append(party)
    return tuple(actors), tuple(recipients)


def _most_witnessed(
    rows: Sequence[Witnessed], value: Callable[[Report], Value], order: Callable[[Value], tuple[object, ...]]
) -> Value:
    """The value with the most witnesses; on a tie the first in `order`."""
    witnesses: dict[Value, set[str]] = defaultdict(set)
    for row in rows:
        witnesses[value(row.report)].add(row.witness)
    return min(witnesses, key=lambda v: (-len(witnesses[v]), *order(v)))


def _days(dated: Sequence[Witnessed]) -> tuple[date | None, date | None]:
    """The days with the most witnesses; who only tells the month or year bears out any days within it."""
    told = {(row.report.first, row.report.last) for row in dated}
    witnesses = {days: {row.witness for row in dated if _bears_out(row.report, days)} for days in told}
    return min(told, key=lambda days: (-len(witnesses[days]), *_narrow(days)))


def _bears_out(report: Report, days: tuple[date | None, date | None]) -> bool:
    """Whether a report gives these days, or a month or year that holds them."""
    first, last = report.first, report.last
    if (first, last) == days:
        return True
    begin, end = days
    if first is None or last is None or begin is None or end is None or report.precision in ("day", "range"):
        return False
    return first <= begin and end <= last


def _narrow(days: tuple[date | None, date | None]) -> tuple[int, str]:
    first, last = days
    width = (last - first).days if first and last else 10**7
    return width, str(first or last)


def _specific(place: str | None, gazetteer: Gazetteer) -> tuple[bool, str]:
    return place is not None and gazetteer.entity(place).type != "place", str(place)


def _quantities(rows: Sequence[Witnessed]) -> tuple[Quantity, ...]:
    found: dict[tuple[object, ...], Quantity] = {}
    for row in rows:
        for q in row.report.quantities:
            found.setdefault((q.kind, q.low, q.high, q.unit, q.currency), q)
    return tuple(found.values())


def _reasons(rows: Sequence[Witnessed], place: str | None) -> str:
    if len(rows) == 1:
        return "one report"
    reports = [row.report for row in rows]
    parties = {frozenset((*r.actors, *r.recipients)) for r in reports}
    days = {(r.first, r.last) for r in reports if r.basis not in (FALLBACK, PAST)}
    same = "same parties" if len(parties) == 1 else "parties that stand for one another"
    when = "same interval" if len(days) < 2 else "overlapping intervals"
    where = f", same place ({sum(r.place == place for r in reports)} of {len(reports)})" if place else ""
    return f"{same}, {when}{where}"
