"""An event: what happened, joined from the reports of it."""

from dataclasses import dataclass
from datetime import date

from dragoman.model.readings import Quantity


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where reports of one event differ: the field, and each value with the observations giving it. Never averaged."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: type, codes, parties, interval with precision, place, status, and the reports it is joined from.

    `actors`, `recipients` and `place` are gazetteer ids; `first` and `last` are days (None: open or unknown).
    `reports` are ids of observations; `witnesses` counts sources that are not copies of one another.
    `joined` says why its reports were taken as one event. `label` is a short English line for tables and pictures.
    """

    id: str
    type: str
    plover: str
    quad: int
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    first: date | None
    last: date | None
    precision: str
    place: str | None
    status: str
    track: str | None
    label: str
    reports: tuple[str, ...]
    witnesses: int
    quantities: tuple[Quantity, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    joined: str = ""
