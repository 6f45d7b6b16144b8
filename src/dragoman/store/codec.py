"""Records to JSON text and back. JSON, so that the file can be read without us."""

from typing import Any, TypeVar

import msgspec

from dragoman.model import KINDS, BibliographicRecord, Document, Reading, Source

T = TypeVar("T")

_KIND_OF = {record: kind for kind, record in KINDS.items()}


def kind_of(reading: Reading) -> str:
    """The name of a reading's kind.

    >>> from dragoman.model import Sentence
    >>> kind_of(Sentence(0, 2, "会晤"))
    'sentence'
    """
    return _KIND_OF[type(reading)]


def encode(record: Any) -> str:
    """Any record of the model, or a list of them, as JSON text.

    >>> from dragoman.model import Sentence
    >>> encode(Sentence(0, 2, "会晤", "title"))
    '{"start":0,"end":2,"text":"会晤","register":"title"}'
    """
    return msgspec.json.encode(record).decode("utf-8")


def decode(data: str, kind: type[T]) -> T:
    """The record that `encode` wrote.

    >>> from dragoman.model import Sentence
    >>> decode('{"start":0,"end":2,"text":"会晤","register":"title"}', Sentence).register
    'title'
    """
    return msgspec.json.decode(data, type=kind)


def encode_source(source: Source) -> str:
    """All of a source but its id, key and path, which have columns of their own."""
    return encode({"record": source.record, "vehicle": source.vehicle, "reliability": source.reliability})


def decode_source(identity: str, path: str, key: str, data: str) -> Source:
    """The source that `encode_source` wrote."""
    fields = msgspec.json.decode(data)
    record = msgspec.convert(fields["record"], BibliographicRecord)
    return Source(identity, path, key, record, fields["vehicle"], fields["reliability"])


def encode_document(document: Document) -> str:
    """All of a document but its text, which has a column of its own."""
    fields = msgspec.to_builtins(document)
    del fields["text"]
    return encode(fields)


def decode_document(text: str, data: str) -> Document:
    """The document that `encode_document` wrote."""
    fields = msgspec.json.decode(data)
    fields["text"] = text
    return msgspec.convert(fields, Document)


def decode_readings(kind: str, data: str) -> tuple[Reading, ...]:
    """The readings of one kind that `encode` wrote as a list."""
    return msgspec.json.decode(data, type=tuple[KINDS[kind], ...])  # type: ignore[valid-type]
