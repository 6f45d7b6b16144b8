"""What extractors read off a text: plain records with a start, an end and the text between them.

`start` and `end` count code points of the text that was given; `text` is what stands there. Each is JSON-able.
Dates are days of the proleptic Gregorian calendar without a time zone: a day as the source means it.
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with the register of the passage it stands in."""

    start: int
    end: int
    text: str
    register: str = "body"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time that the text names: first and last day, how precise it is, and what it was reckoned from.

    `first` or `last` is None where the time is open on that side ("since May"); both are None where it is unresolved.
    `precision`: day, week, month, part (of a month or year), season, quarter, half, year, decade, century, range,
    before, after, about, unresolved. `basis`: stated, relative to publication, relative to the last event told,
    from the footnote, unresolved. `role` is what the time is for: event, publication ("in a report dated 7 May"),
    access ("accessed on"), effect ("to take effect on"), dateline ("BEIJING, May 9 --").
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    precision: str
    basis: str
    role: str = "event"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that the text gives, with its bounds (equal where it is exact), unit and currency (ISO 4217).

    `kind`: number, ordinal, percent, money, count. A bound is None where the text leaves it open ("at least 34").
    `strict`: the bound that stands is itself shut out ("more than 34"). `of` is the start of the quantity that this one
    is a part of ("$34 billion of the $50 billion"); `equals` that of the amount it restates in another currency.
    """

    start: int
    end: int
    text: str
    kind: str
    low: float | None
    high: float | None
    unit: str | None = None
    currency: str | None = None
    approximate: bool = False
    strict: bool = False
    of: int | None = None
    equals: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in the text, with the id and type of what it names in the gazetteer.

    `via` is "coreference" where the words are no name but point back to one ("both sides", 同氏); empty otherwise.
    """

    start: int
    end: int
    text: str
    entity: str
    type: str
    via: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What one clause says happened: the event's type and codes, parties, time, place, status, and by which frame.

    `start`, `end` and `text` are the clause. `actors`, `recipients` and `place` are gazetteer ids. `basis` is that of
    the time that was found, or "carried over from the last event told" or "date of publication" where the sentence has
    none. `status`: done, planned, announced, in force, denied, conditional. `attributed_to` is who says so, where the
    text says who. `frame` names the line of data that made it ("visit.zh[3]").
    """

    start: int
    end: int
    text: str
    type: str
    plover: str
    quad: int
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    first: date | None
    last: date | None
    precision: str
    basis: str
    place: str | None
    status: str
    attributed_to: str | None
    frame: str
    trigger: tuple[int, int]
    quantities: tuple[Quantity, ...] = field(default=())
