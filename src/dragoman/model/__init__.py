"""The nouns: frozen typed records that every other room speaks in, and nothing else.

`sources -> documents -> observations -> events -> findings -> brief`; judgements stand apart from all of them.
"""

from dragoman.model.anchor import Anchor
from dragoman.model.case import (
    AccountsAsked,
    AddressAsked,
    Case,
    ClaimAsked,
    DocumentClass,
    PhrasesAsked,
    RoundGrammar,
    Track,
)
from dragoman.model.document import Document, Passage
from dragoman.model.event import Conflict, Event
from dragoman.model.finding import Finding
from dragoman.model.identity import content_id
from dragoman.model.judgement import Judgement
from dragoman.model.observation import KINDS, Observation, Reading, mark
from dragoman.model.question import Question, Resolution, Update
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
from dragoman.model.source import BibliographicField, BibliographicRecord, Source

__all__ = [
    "KINDS",
    "AccountsAsked",
    "AddressAsked",
    "Anchor",
    "Appointment",
    "Attendance",
    "BibliographicField",
    "BibliographicRecord",
    "Candidate",
    "Case",
    "ClaimAsked",
    "Conflict",
    "Document",
    "DocumentClass",
    "Event",
    "Finding",
    "Judgement",
    "Mention",
    "Observation",
    "Passage",
    "PhrasesAsked",
    "Quantity",
    "Question",
    "Reading",
    "Report",
    "Resolution",
    "RoundGrammar",
    "Sentence",
    "Signature",
    "Source",
    "Statement",
    "TimeExpression",
    "Track",
    "Update",
    "content_id",
    "mark",
]
