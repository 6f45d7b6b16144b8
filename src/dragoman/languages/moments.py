"""A resolved time, and what it rests on."""

from datetime import date
from typing import NamedTuple

STATED = "stated"
PUBLICATION = "relative to publication"
TOLD = "relative to the last event told"
UNRESOLVED = "unresolved"


class UnresolvableTimeError(Exception):
    """A time expression that is recognised and names no day that can be known."""


class Moment(NamedTuple):
    """A resolved time: closed interval (None where open), precision, and basis."""

    first: date | None
    last: date | None
    precision: str
    basis: str


NOWHERE = Moment(None, None, UNRESOLVED, UNRESOLVED)
