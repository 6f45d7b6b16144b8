"""events, explain, search: asking the evidence."""

from typing import Annotated, Any

import typer

from dragoman.cli.cases import Folder
from dragoman.cli.console import AGAINST, Format, WrongUse, built, opened_case, plain, print_rows
from dragoman.model import Event, Observation, Source
from dragoman.store import Store, open_store

Form = Annotated[Format, typer.Option("--format", help="How to print.")]


def register(app: typer.Typer) -> None:
    """Add this group's commands."""
    app.command()(events)
    app.command()(explain)
    app.command()(search)


def events(
    folder: Folder,
    form: Form = Format.table,
    track: Annotated[str | None, typer.Option(help="Only the events of one track.")] = None,
) -> None:
    """The chronology: every event with its days, parties, status, witnesses and sources."""
    from dragoman.engines import stood_reports

    case = opened_case(folder)
    if track is not None and track not in {one.id for one in case.tracks}:
        known = ", ".join(one.id for one in case.tracks) or "none"
        raise WrongUse(f'no track "{track}" in {folder}/case.toml; there are: {known}')
    built(case)
    with open_store(case.store) as store:
        keys = {source.id: source.key for source in store.sources()}
        document_keys = {document.id: keys[document.source] for document in store.heads()}
        owners = {one.id: document_keys[one.document] for one in stood_reports(case, store)}
        rows = [_event_row(event, owners) for event in store.events() if track is None or event.track == track]
    columns: tuple[str, ...] = ("days", "event", "status", "track", "place", "witnesses", "sources", "id")
    if form is not Format.table:
        columns = ("id", "type", "plover", "quad", "actors", "recipients", "from", "to", "precision", "place", "status",
                   "track", "event", "witnesses", "sources", "conflicts")  # fmt: skip
    print_rows(rows, columns, form, "No events: no report of one was found in the sources.")


def _event_row(event: Event, owners: dict[str, str]) -> dict[str, Any]:
    first, last = (day.isoformat() if day else None for day in (event.first, event.last))
    return {
        "id": event.id,
        "days": _days(first, last),
        "event": event.label,
        "type": event.type,
        "plover": event.plover,
        "quad": event.quad,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "from": first,
        "to": last,
        "precision": event.precision,
        "place": event.place,
        "status": event.status,
        "track": event.track,
        "witnesses": event.witnesses,
        "sources": sorted({owners[report] for report in event.reports if report in owners}),
        "conflicts": [conflict.field for conflict in event.conflicts],
    }


def _days(first: str | None, last: str | None) -> str:
    """An interval in ISO 8601-2 (EDTF): one day, from/to, or open on a side.

    >>> _days("2018-05-07", "2018-05-08")
    '2018-05-07/2018-05-08'
    """
    if first == last:
        return first or "unknown"
    return f"{first or '..'}/{last or '..'}"


def explain(folder: Folder, event_id: Annotated[str, typer.Argument(metavar="EVENT")]) -> None:
    """What one event rests on: each report with its words, its source and the line of data that read it."""
    from dragoman.engines import stood_reports

    case = opened_case(folder)
    built(case)
    with open_store(case.store) as store:
        event = event_by_id(store, event_id)
        sources = {source.id: source for source in store.sources()}
        owners = {document.id: sources[document.source] for document in store.heads()}
        reports = {one.id: one for one in stood_reports(case, store)}
        print(f"{event.label} · {_event_row(event, {})['days']} ({event.precision}) · {event.status}")
        for identity in event.reports:
            _show_report(reports[identity], owners[reports[identity].document])
        print(f"joined because: {event.joined}; {event.witnesses} witnesses")
        for conflict in event.conflicts:
            said = "; ".join(f"{value} ({len(given)})" for value, given in conflict.values)
            print(f"reports differ on {conflict.field}: {said}")
        print(f"to decide: dragoman judge {folder} REPORT accept|reject|correct|split, or EVENT merge --with EVENT")


def _show_report(observation: Observation, source: Source) -> None:
    from dragoman.extraction import where

    reading = observation.reading
    outlet = source.record.value("container-title") or source.path
    print(plain(f"  {observation.id}  {source.key} · {outlet} · {source.record.value('issued') or 'undated'}"))
    print(f"    “{plain(reading.text.strip())}”")
    frame = getattr(reading, "frame", "")
    print(f"    read by {frame}, {where(frame)}; characters {reading.start}-{reading.end}")


def event_by_id(store: Store, identity: str) -> Event:
    """The event whose id begins so; wrong use where there is none or several."""
    found = [event for event in store.events() if event.id.startswith(identity)]
    if len(found) != 1:
        raise WrongUse(
            f'{"several events begin" if found else "no event begins"} with "{identity}"; see `dragoman events`'
        )
    return found[0]


def search(
    folder: Folder,
    query: str,
    form: Form = Format.table,
    limit: Annotated[int, typer.Option(min=1, help="At most so many places.")] = 200,
) -> None:
    """Every place where words stand: exact for any length; case, width and traditional shapes do not matter."""
    case = opened_case(folder)
    if not query.strip():
        raise WrongUse("nothing to look for: the query is empty")
    built(case)
    with open_store(case.store) as store:
        sources = {source.id: source for source in store.sources()}
        owners = {document.id: sources[document.source] for document in store.heads()}
        rows = [
            {
                "source": owners[hit.anchor.document].key,
                "date": owners[hit.anchor.document].record.value("issued"),
                "start": hit.anchor.start,
                "end": hit.anchor.end,
                "quote": hit.anchor.quote,
                "context": f"{hit.before[-20:]}[{hit.anchor.quote}]{hit.after[:20]}",
            }
            for hit in store.search(query, limit)
        ]
    columns = ("source", "date", "start", "end", "context") if form is Format.table else (
        "source", "date", "start", "end", "quote", "context")  # fmt: skip
    print_rows(rows, columns, form, f"“{query}” stands nowhere in the sources.")
    if not rows:
        raise typer.Exit(AGAINST)
