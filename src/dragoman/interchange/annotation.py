"""What is read off one text, as JSON with offsets in code points."""

from collections.abc import Iterable
from typing import Any

import msgspec

from dragoman.model import (
    Appointment,
    Attendance,
    Candidate,
    Mention,
    Quantity,
    Reading,
    Report,
    Sentence,
    Signature,
    Statement,
    TimeExpression,
)

FIELDS: dict[type[Reading], tuple[str, tuple[str, ...]]] = {
    Sentence: ("sentences", ("start", "end", "text")),
    TimeExpression: ("dates", ("start", "end", "text", "from", "to", "precision", "basis", "role")),
    Quantity: (
        "quantities",
        ("start", "end", "text", "kind", "low", "high", "unit", "currency", "approximate", "strict", "of", "equals"),
    ),
    Mention: ("mentions", ("start", "end", "text", "id", "type", "via")),
    Report: (
        "events",
        ("start", "end", "quote", "type", "plover", "quad", "actors", "recipients", "from", "to", "precision", "place",
         "status", "attributed_to", "frame", "quantities"),
    ),
    Statement: (
        "statements",
        ("start", "end", "text", "speaker", "speaker_text", "addressees", "said", "form", "verb", "manner", "register",
         "reported_by"),
    ),
    Attendance: (
        "attendance",
        ("start", "end", "text", "person", "name", "at", "role", "order", "occasion", "from", "to", "line"),
    ),
    Signature: (
        "signatures",
        ("start", "end", "text", "party", "name", "at", "action", "document", "document_id", "from", "to", "line"),
    ),
    Appointment: (
        "appointments",
        ("start", "end", "text", "person", "name", "at", "post", "of", "action", "from", "to", "line"),
    ),
    Candidate: ("candidates", ("start", "end", "text", "kind", "title", "of", "count", "line")),
}  # fmt: skip
_RENAMED = {"from": "first", "to": "last", "id": "entity", "quote": "text"}


def annotation(readings: Iterable[Reading]) -> dict[str, list[dict[str, Any]]]:
    """Readings of one text, by kind, with the field names of the command line's contract.

    `via` is given where a mention is no name but points back to one.

    >>> annotation([Sentence(0, 3, "会晤。")])["sentences"]
    [{'start': 0, 'end': 3, 'text': '会晤。'}]
    """
    shown: dict[str, list[dict[str, Any]]] = {name: [] for name, _ in FIELDS.values()}
    for reading in readings:
        name, names = FIELDS[type(reading)]
        shown[name].append(_fields(reading, names))
    return shown


def _fields(reading: Reading, names: tuple[str, ...]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name in names:
        value = getattr(reading, _RENAMED.get(name, name))
        if name == "via" and not value:
            continue
        if name == "quantities":
            row[name] = [_fields(quantity, FIELDS[Quantity][1]) for quantity in value]
        else:
            row[name] = msgspec.to_builtins(value)
    return row
