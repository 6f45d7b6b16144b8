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


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what to whom: the clause with its words of speech, and where in the text the words said stand.

    `speaker` is a gazetteer id, None where nobody known is meant; `speaker_text` is who speaks as the text writes it,
    empty where it leaves that out. What two said together is one statement of each. `form`: direct (`said` lies between
    quotation marks, or is a turn of a press conference), reported (a clause of a verb of saying), or act (the act of
    speech is told, not the words: "demanded his release"; Leech and Short 1981). `manner`: plain, stress, hope, demand,
    oppose, support, warn, deny, announce, promise, accuse, agree, ask, think, report (news passed on: "according to",
    an outlet that reports). `verb` names the line of data ("say.zh[4]").
    `reported_by` is who passes it on, a gazetteer id or words of the text ("Xinhua says that Kim said").
    """

    start: int
    end: int
    text: str
    speaker: str | None
    speaker_text: str
    addressees: tuple[str, ...]
    said: tuple[int, int]
    form: str
    verb: str
    manner: str
    register: str = "body"
    reported_by: str | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """That somebody presided over an occasion, spoke at it, attended, accompanied somebody, or was absent.

    `role`: presided, spoke, attended, accompanied, absent, expected (will attend). `person` is a gazetteer id or None,
    `name` who it is as written, at text[at[0]:at[1]] of the document; `order` is the place in the list as the text
    gives it, from 1. `occasion` is where its words stand. The days are None where the sentence gives none. `line` names
    the line of data.
    """

    start: int
    end: int
    text: str
    person: str | None
    name: str
    at: tuple[int, int]
    role: str
    order: int
    occasion: tuple[int, int] | None
    first: date | None
    last: date | None
    line: str


@dataclass(frozen=True, slots=True)
class Signature:
    """That a party signed a document, or would not.

    `action`: signed, initialled, ratified, refused, reserved, withdrew, abstained, planned. `party` is a gazetteer id
    or None, `name` the party as written at `at`; `document` is where its words stand, and `document_id` its gazetteer
    id where there is one.
    """

    start: int
    end: int
    text: str
    party: str | None
    name: str
    at: tuple[int, int]
    action: str
    document: tuple[int, int] | None
    document_id: str | None
    first: date | None
    last: date | None
    line: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """That a person came to a post or left it: appointed, elected, promoted, removed, resigned, acting.

    `post` is the title as written; `of` the gazetteer id of the state or organ that it belongs to, where that is known.
    """

    start: int
    end: int
    text: str
    person: str | None
    name: str
    at: tuple[int, int]
    post: str
    of: str | None
    action: str
    first: date | None
    last: date | None
    line: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that the gazetteer does not have, offered for acceptance and never made a party of anything.

    `kind`: person, organ, place. `title` stands with the name; `of` is the id of the state or organ of the title;
    `count` says how often the name stands in the text.
    """

    start: int
    end: int
    text: str
    kind: str
    title: str
    of: str | None
    count: int
    line: str
