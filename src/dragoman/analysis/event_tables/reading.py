"""An event table read: each row an event, tied to the characters of its row."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from dragoman.analysis.event_tables.codes import code_of, label_of, roots
from dragoman.analysis.event_tables.columns import columns_of, missing
from dragoman.analysis.event_tables.parties import Parties
from dragoman.gazetteer import Gazetteer
from dragoman.model import Anchor, Event, content_id

FIELD = 100_000  # characters of one field


class TableError(ValueError):
    """A table that cannot be read; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the number of its line, its CAMEO code, its place in the table's text, and its event."""

    line: int
    code: str
    anchor: Anchor
    event: Event


@dataclass(frozen=True, slots=True)
class EventTable:
    """A table's rows in order; `passed` has a line for each row that is none, `unknown` counts parties not known."""

    name: str
    rows: tuple[Row, ...]
    passed: tuple[str, ...]
    unknown: int


def read_table(name: str, text: str, gazetteer: Gazetteer) -> EventTable:
    """Read a table of comma-, tab- or semicolon-parted rows under a line of column names (columns.yaml).

    A row without a day, or whose event is none of CAMEO's, is passed over and told; a party that the gazetteer does
    not know is left out of its event. TableError where the columns are not there.

    >>> from dragoman.gazetteer import load
    >>> table = read_table("t", "date,source,event,target\\n2018-03-26,Kim Jong-Un,Make a visit,China\\n", load())
    >>> row = table.rows[0]
    >>> row.line, row.anchor.quote, row.event.actors, row.event.recipients
    (2, '2018-03-26,Kim Jong-Un,Make a visit,China', ('kim-jong-un',), ('CHN',))
    """
    document = content_id("ta", name, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    records = _records(text)
    header = next(records, None)
    if header is None:
        raise TableError(f"{name}: an empty table")
    columns = columns_of(header[2])
    if lacks := missing(columns):
        raise TableError(
            f"{name}: no column for {', '.join(lacks)} (there are: {', '.join(header[2])[:200]}); "
            "name them date, source, event, target"
        )
    parties = Parties(gazetteer)
    rows: list[Row] = []
    passed: list[str] = []
    unknown = 0
    for line, (start, quote), values in records:
        coded = _coded(columns, values, parties)
        if isinstance(coded, str):
            passed.append(f"{name}, line {line}: {coded}")
            continue
        unknown += sum(party is None for party in coded.parties)
        anchor = Anchor(document, start, start + len(quote), quote)
        rows.append(Row(line, coded.code, anchor, _event(name, coded, anchor)))
    return EventTable(name, tuple(rows), tuple(passed), unknown)


def _records(text: str) -> Iterator[tuple[int, tuple[int, str], list[str]]]:
    """The number of a record's first line, where it begins with its characters, and its fields."""
    lines = list(io.StringIO(text, newline=""))
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    first = lines[0] if lines else ""
    delimiter = max(",\t;", key=lambda sign: (first.count(sign), sign == ","))
    csv.field_size_limit(FIELD)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        begun = reader.line_num
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error:
            values = ["?"]
        whole = text[starts[begun] : starts[reader.line_num]].rstrip("\r\n")
        if any(value.strip() for value in values):
            yield begun + 1, (starts[begun], whole), values


class _Coded(NamedTuple):
    """A row's values: its CAMEO code, its day, who acts and who receives, as ids and as written."""

    code: str
    day: date
    parties: tuple[str | None, str | None]
    names: tuple[str, str]


def _coded(columns: dict[str, int], values: Sequence[str], parties: Parties) -> _Coded | str:
    """The values, or what is wrong with the row."""

    def value(field: str) -> str:
        place = columns.get(field, len(values))
        return values[place].strip() if place < len(values) else ""

    day = _day(value("day"))
    if day is None:
        return f'"{value("day")[:30]}" is no day; write it as 2018-03-22'
    code = code_of(value("relation"), value("code"))
    if code is None:
        return f'"{(value("relation") or value("code"))[:60]}" is no event of CAMEO'
    names = value("source"), value("target")
    known = parties.of(names[0], value("source_state")), parties.of(names[1], value("target_state"))
    return _Coded(code, day, known, names)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _event(name: str, coded: _Coded, anchor: Anchor) -> Event:
    root = roots()[coded.code[:2]]
    actors, recipients = ((party,) if party else () for party in coded.parties)
    label = f"{coded.names[0]}: {label_of(coded.code)} → {coded.names[1]}"
    return Event(
        content_id("ev", anchor.document, anchor.start), root.name, root.plover, root.quad, actors, recipients,
        coded.day, coded.day, "day", None, "done", name, label, (anchor.id,), 1,
    )  # fmt: skip
