"""The event tables that claims name in place of a track."""

from collections.abc import Iterable, Iterator

from dragoman.analysis.event_tables import EventTable, TableError, load_tables
from dragoman.analysis.linkage import LinkageError
from dragoman.analysis.linkage.tried import parts
from dragoman.engines.case_names import case_gazetteer
from dragoman.model import Case, Event


def tables_named(case: Case, asked: Iterable[str]) -> dict[str, EventTable]:
    """The tables of a case that sides name, by name; a track of the same name comes first.

    LinkageError where a table cannot be read.
    """
    names = {parts(one)[0] for one in asked} - {track.id for track in case.tracks}
    try:
        return load_tables(case.folder, names, case_gazetteer(case.gazetteer))
    except TableError as error:
        raise LinkageError(str(error)) from error


def table_events(tables: Iterable[EventTable]) -> Iterator[Event]:
    """The events of tables, in their order."""
    for table in tables:
        yield from (row.event for row in table.rows)


def places_in(tables: Iterable[EventTable]) -> dict[str, str]:
    """Where the row of each event stands: "tables/icews.csv, line 7"."""
    return {row.event.id: f"tables/{table.name}.csv, line {row.line}" for table in tables for row in table.rows}
