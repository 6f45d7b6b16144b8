"""A document: one immutable version of one source's text."""

from dataclasses import dataclass
from typing import Literal

State = Literal["whole", "partial", "refused"]


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of a document with its register: title, body, speech, question, answer, caption."""

    start: int
    end: int
    register: str


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a source's text, as it was read; a new version never overwrites the old one.

    `sha256` is that of the bytes as they came. `published` is the ISO date (or year, or month) that the record gives.
    `kept` of `counted` characters (letters, marks and digits) reached the text, against a count made independently of
    the reader. `state` is "partial" where too few did, "refused" where nothing could be read; `warnings` say why.
    """

    id: str
    source: str
    sha256: str
    text: str
    language: str
    published: str | None
    reader: str
    state: State = "whole"
    passages: tuple[Passage, ...] = ()
    kept: int = 0
    counted: int = 0
    warnings: tuple[str, ...] = ()
