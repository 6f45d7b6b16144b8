"""An observation: one reading, tied to the document and the extractor that made it."""

from dataclasses import dataclass

from dragoman.model.anchor import Anchor
from dragoman.model.identity import content_id
from dragoman.model.readings import (
    Appointment,
    Attendance,
    Candidate,
    Mention,
    Quantity,
    Report,
    Sentence,
    Signature,
    Statement,
    TimeExpression,
)

Reading = (
    Sentence
    | TimeExpression
    | Quantity
    | Mention
    | Report
    | Statement
    | Attendance
    | Signature
    | Appointment
    | Candidate
)

KINDS: dict[str, type[Reading]] = {
    "sentence": Sentence,
    "time": TimeExpression,
    "quantity": Quantity,
    "mention": Mention,
    "report": Report,
    "statement": Statement,
    "attendance": Attendance,
    "signature": Signature,
    "appointment": Appointment,
    "candidate": Candidate,
}


@dataclass(frozen=True, slots=True)
class Observation:
    """One reading of one document, by one version of one extractor.

    `kind` is the reading's, a key of KINDS.
    """

    document: str
    kind: str
    extractor: str
    reading: Reading

    @property
    def id(self) -> str:
        """Named by document, kind, place and, where one place has several readings, by what tells them apart."""
        reading = self.reading
        return content_id("ob", self.document, self.kind, reading.start, reading.end, mark(reading) or None)

    @property
    def anchor(self) -> Anchor:
        """The characters that this observation rests on."""
        return Anchor(self.document, self.reading.start, self.reading.end, self.reading.text)


def _who(reading: Attendance | Signature | Appointment) -> str:
    return (reading.party if isinstance(reading, Signature) else reading.person) or reading.name


def mark(reading: Reading) -> str:
    """What tells readings of one kind at one place apart; empty where there can be only one.

    >>> mark(Mention(0, 2, "大连", "dalian", "place"))
    'dalian'
    """
    match reading:
        case Report():
            return f"{reading.frame}@{reading.trigger[0]}"
        case Mention():
            return reading.entity
        case Statement():
            return f"{reading.verb}@{reading.said[0]:09d}@{reading.speaker or reading.speaker_text}"
        case Attendance() | Signature() | Appointment():
            return f"{reading.line}@{reading.at[0]:09d}@{_who(reading)}"
        case Candidate():
            return reading.line
    return ""
