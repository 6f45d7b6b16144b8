"""The record of a document: sidecars outrank what it says of itself, and that outranks its file's name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model import BibliographicField, BibliographicRecord
from dragoman.sources.dates import issued_in_name

NAMES = (
    "type", "title", "title-transliterated", "title-translated", "container-title", "publisher", "author", "issued",
    "accessed", "reported", "reported-when", "language", "page", "photographs", "volume", "edition", "URL", "keyword",
    "note",
)  # fmt: skip
"""The names in use everywhere, in the order of a record; other CSL-JSON names follow in alphabetical order."""

NAMES_THE_WORK = ("title-transliterated", "title-translated", "container-title", "publisher")
"""A record with one of these tells of a published work, whose title the text's first line may not be."""

FOR_ALL = ("type", "container-title", "publisher", "language", "keyword", "note")
"""What the record of an archive or a table says about each of the documents in it."""


@dataclass(frozen=True, slots=True)
class SidecarRecord:
    """What one sidecar says. `name` is its file's; `warnings` are lines about what in it could not be used."""

    name: str
    key: str | None = None
    fields: tuple[BibliographicField, ...] = ()
    vehicle: str | None = None
    reliability: str | None = None
    warnings: tuple[str, ...] = ()


def record_of(
    sidecars: Sequence[SidecarRecord], own: Iterable[BibliographicField], file_name: str
) -> BibliographicRecord:
    """The record: for each field the value of the first of sidecars (strongest first), document, file name.

    >>> own = [BibliographicField("title", "声明", "page: title")]
    >>> record_of([], own, "2018-05-09.html").fields[1]
    BibliographicField(name='issued', value='2018-05-09', basis='file name')
    """
    given = [field for sidecar in sidecars for field in sidecar.fields]
    if any(field.name in NAMES_THE_WORK for field in given):
        own = [field for field in own if not (field.name == "title" and field.basis.startswith("text"))]
    chosen: dict[str, BibliographicField] = {}
    for field in [*given, *own, *_from_name(file_name)]:
        chosen.setdefault(field.name, field)
    return BibliographicRecord(tuple(chosen[name] for name in sorted(chosen, key=_place)))


def disagreements(sidecars: Sequence[SidecarRecord], own: Iterable[BibliographicField]) -> tuple[str, ...]:
    """A line where a sidecar and the document itself give different dates of issue.

    >>> said = BibliographicField("issued", "2018-05-09", "page: meta PubDate")
    >>> given = BibliographicField("issued", "2018-05-08", "sidecar a.toml")
    >>> disagreements([SidecarRecord("a.toml", fields=(given,))], [said])
    ('issued 2018-05-08 (sidecar a.toml), but the document says 2018-05-09 (page: meta PubDate); the sidecar is taken',)
    """
    said = next((field for field in own if field.name == "issued"), None)
    given = next((f for sidecar in sidecars for f in sidecar.fields if f.name == "issued"), None)
    if said is None or given is None or said.value.startswith(given.value) or given.value.startswith(said.value):
        return ()
    line = (
        f"issued {given.value} ({given.basis}), but the document says {said.value} ({said.basis}); the sidecar is taken"
    )
    return (line,)


def for_members(sidecars: Sequence[SidecarRecord]) -> tuple[SidecarRecord, ...]:
    """The sidecars of an archive or a table as they hold for each document in it: no key, title, author or date."""
    return tuple(
        SidecarRecord(s.name, None, tuple(f for f in s.fields if f.name in FOR_ALL), s.vehicle, s.reliability)
        for s in sidecars
    )


def _from_name(file_name: str) -> list[BibliographicField]:
    found = issued_in_name(file_name)
    return [BibliographicField("issued", found, "file name")] if found else []


def _place(name: str) -> tuple[int, str]:
    return (NAMES.index(name) if name in NAMES else len(NAMES), name)
