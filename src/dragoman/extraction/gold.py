"""What a coder, or the extractor, found in one text, in one shape: the rows that `evaluation` compares.

Every row has `key`, what must be equal, and `span`, where it stands. A party without a gazetteer id is None.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.extraction.timing import FALLBACK, PAST

Span = tuple[int, int]
Days = tuple[str | None, str | None]

KINDS = ("events", "statements", "attendance", "signatures", "appointments", "names")
# Types whose sides do the same to each other; actors and recipients are compared together (docs/codebook.md).
MUTUAL = frozenset(
    ("call", "conclude", "convene", "cooperate", "exercise", "improve", "meet", "recognise", "sign", "trade", "truce")
)
# What the extractor tells more finely than the code book.
_SAME_WORD = {
    "accompanied": "attended",
    "expected": "attended",
    "initialled": "signed",
    "reserved": "refused",
    "promoted": "appointed",
    "acting": "appointed",
}
# Acts upon a document that are events of their own in the code book, or votes, and no signatures.
_NO_SIGNATURES = ("ratified", "withdrew", "abstained")
# Manners of speech that make no statement in the code book: news passed on, questions, and verbs of thinking.
_NO_STATEMENTS = ("report", "ask", "think")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_TWO_WORDS = 8  # characters of Chinese or Japanese that two words seldom exceed
_FIELDS = {"attendance": ("party", "role"), "signatures": ("party", "act"), "appointments": ("person", "action")}
_CLASSES = {"Attendance": "attendance", "Signature": "signatures", "Appointment": "appointments"}


@dataclass(frozen=True, slots=True)
class Side:
    """Parties on one side of an event: ids, and how many more are named that have none."""

    ids: frozenset[str]
    unknown: int = 0

    def __add__(self, other: "Side") -> "Side":
        return Side(self.ids | other.ids, self.unknown + other.unknown)

    def agrees(self, other: "Side") -> bool:
        """Whether both name the same, one without an id counting for anyone or no one.

        >>> Side(frozenset({"CHN"}), 1).agrees(Side(frozenset({"CHN", "usa-ustr"})))
        True
        """
        return len(self.ids - other.ids) <= other.unknown and len(other.ids - self.ids) <= self.unknown


@dataclass(frozen=True, slots=True)
class Deed:
    """An event as one coder has it."""

    type: str
    actors: Side
    recipients: Side
    days: Days
    status: str
    place: str | None
    span: Span

    @property
    def sides(self) -> Side:
        """Actors and recipients together."""
        return self.actors + self.recipients

    def same_parties(self, other: "Deed") -> bool:
        """Whether type and parties agree; of a mutual type both sides together."""
        if self.type != other.type:
            return False
        if self.type in MUTUAL:
            return self.sides.agrees(other.sides)
        return self.actors.agrees(other.actors) and self.recipients.agrees(other.recipients)

    def same(self, other: "Deed") -> bool:
        """Whether days and status agree as well."""
        return self.same_parties(other) and self.days == other.days and self.status == other.status


@dataclass(frozen=True, slots=True)
class Row:
    """A statement, attendance, signature, appointment or name: whose, what, and where its words stand."""

    party: str | None
    what: str
    span: Span


@dataclass(frozen=True, slots=True)
class Coding:
    """Everything found in one text."""

    events: tuple[Deed, ...] = ()
    statements: tuple[Row, ...] = ()
    attendance: tuple[Row, ...] = ()
    signatures: tuple[Row, ...] = ()
    appointments: tuple[Row, ...] = ()
    names: tuple[Row, ...] = ()


def of_item(item: Mapping[str, Any]) -> Coding:
    """The coding of an item of the gold.

    >>> of_item({"text": "Kim left.", "events": [], "names": [{"text": "Kim", "occurrence": 1, "id": None}]}).names
    (Row(party=None, what='', span=(0, 3)),)
    """
    text = str(item["text"])
    rows = {
        kind: tuple(Row(_party(one[who]), str(one[what]), (0, 0)) for one in item.get(kind, ()))
        for kind, (who, what) in _FIELDS.items()
    }
    return Coding(
        events=tuple(_deed(one, text) for one in item["events"]),
        statements=tuple(Row(_party(s["speaker"]), "", find(text, s["said"])) for s in item.get("statements", ())),
        names=tuple(Row(n["id"], "", find(text, n["text"], n["occurrence"])) for n in item.get("names", ())),
        **rows,
    )


def of_readings(readings: Iterable[object]) -> Coding:
    """The coding that an extractor's readings amount to; kinds of reading that it does not make stay empty.

    A report told twice with the same type, parties, days and status counts once. A time that is only the date of
    publication is no time.
    """
    deeds: dict[tuple[object, ...], Deed] = {}
    rows: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for reading in readings:
        name = type(reading).__name__
        if name == "Report":
            deed = _reported(reading)
            sides = (deed.sides,) if deed.type in MUTUAL else (deed.actors, deed.recipients)
            deeds.setdefault((deed.type, *sides, deed.days, deed.status), deed)
        elif name == "Statement":
            if _counts(reading):
                rows["statements"].append(Row(_first(reading, "speaker"), "", _first(reading, "said")))
        elif name == "Mention":
            rows["names"].append(Row(_first(reading, "entity"), "", (_first(reading, "start"), _first(reading, "end"))))
        elif name in _CLASSES:
            what = str(_first(reading, "role", "act", "action"))
            if what not in _NO_SIGNATURES:
                party = _first(reading, "party", "person")
                rows[_CLASSES[name]].append(Row(party, _SAME_WORD.get(what, what), (0, 0)))
    return Coding(events=tuple(deeds.values()), **{k: tuple(v) for k, v in rows.items() if k != "events"})


def find(text: str, words: str, occurrence: int = 1) -> Span:
    """Where the so-manieth occurrence of words stands; ValueError where there is none.

    >>> find("a b a", "a", 2)
    (4, 5)
    """
    start = -1
    for _ in range(occurrence):
        start = text.find(words, start + 1)
        if start < 0:
            raise ValueError(f"{words!r} does not stand in the text (occurrence {occurrence})")
    return start, start + len(words)


def _deed(event: Mapping[str, Any], text: str) -> Deed:
    return Deed(
        str(event["type"]),
        _side(event["actors"]),
        _side(event["recipients"]),
        (event["from"], event["to"]),
        str(event["status"]),
        event["place"],
        find(text, event["trigger"]),
    )


def _counts(statement: Any) -> bool:
    """Whether the code book counts a statement: not an act told without its words, news, a question, or two words."""
    form, manner = _first(statement, "form"), _first(statement, "manner")
    if form == "act" or manner in _NO_STATEMENTS:
        return False
    if form != "direct":
        return True
    words = statement.text[statement.said[0] - statement.start : statement.said[1] - statement.start]
    return words.count(" ") > 1 or len(_HAN.findall(words)) > _TWO_WORDS


def _reported(report: Any) -> Deed:
    undated = report.basis in (FALLBACK, PAST)
    return Deed(
        report.type,
        Side(frozenset(report.actors)),
        Side(frozenset(report.recipients)),
        (None, None) if undated else (_iso(report.first), _iso(report.last)),
        report.status,
        report.place,
        report.trigger,
    )


def _side(parties: Sequence[object]) -> Side:
    known = [_party(party) for party in parties]
    return Side(frozenset(party for party in known if party is not None), known.count(None))


def _party(party: object) -> str | None:
    return party if isinstance(party, str) else None


def _first(reading: object, *names: str) -> Any:
    """The first of these fields that the reading has."""
    return next((getattr(reading, name) for name in names if hasattr(reading, name)), None)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
