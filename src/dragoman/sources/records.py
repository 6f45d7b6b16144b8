"""What reading gives: a file found, a document read from it, and the answer for the whole file."""

from dataclasses import dataclass, field
from pathlib import Path

from dragoman.model import BibliographicField, BibliographicRecord, Passage
from dragoman.model.document import State


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the case, found and not yet read.

    `path` is relative to `sources/`, with `/`, in NFC; `file` is where it really lies. `size` is in bytes, `mtime_ns`
    in nanoseconds since 1970 (UTC). `sidecars` are the records beside it, the strongest first. `refused` says why it
    will not be opened (a link that leads outside, a device).
    """

    path: str
    file: Path
    size: int = 0
    mtime_ns: int = 0
    sidecars: tuple[Path, ...] = ()
    refused: str | None = None
    stamp: str = ""
    """Changes when the file or one of its sidecars does (by size and time)."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What the reader of one format made of one document's bytes.

    `fields` are what the document says of itself, `language` what it declares. `counted` are the letters, marks and
    digits that an independent count found, `kept` those of them that are in `text`.
    """

    text: str
    reader: str
    fields: tuple[BibliographicField, ...] = ()
    passages: tuple[Passage, ...] = ()
    language: str | None = None
    kept: int = 0
    counted: int = 0
    state: State = "whole"
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One document as it was read, with its bibliographic record.

    `path` is that of its source (`archive.zip!page.html`, `rows.jsonl!id`). `key` is what it is cited by, and
    `key_basis` where the key came from ("sidecar n10.toml", "file name", "row id"). `sha256` is that of its bytes as
    they came (of a table's row: of the row as canonical JSON). `language` is a two-letter code, or None where nothing
    declares one. `state` is "refused" for a member that could not be read; `warnings` then begin with the reason.
    """

    path: str
    key: str
    key_basis: str
    sha256: str
    text: str
    reader: str
    record: BibliographicRecord = field(default_factory=BibliographicRecord)
    passages: tuple[Passage, ...] = ()
    language: str | None = None
    vehicle: str | None = None
    reliability: str | None = None
    kept: int = 0
    counted: int = 0
    state: State = "whole"
    warnings: tuple[str, ...] = ()

    @property
    def published(self) -> str | None:
        """The date of issue that the record gives, as ISO text of day, month or year."""
        return self.record.value("issued")


@dataclass(frozen=True, slots=True)
class FileRead:
    """The answer for one file: its documents in order (possibly none), or why it was refused.

    `sha256` is that of the whole file ("" where it could not be opened). `warnings` are about the file as a whole:
    rows that are bad, members left out, a sidecar with a mistake.
    """

    path: str
    sha256: str
    documents: tuple[ReadDocument, ...] = ()
    refused: str | None = None
    warnings: tuple[str, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """Everything there is to tell the analyst about this file, one line each, with its place.

        >>> FileRead("a.pdf", "", refused="needs a password").lines()
        ('sources/a.pdf: refused: needs a password',)
        """
        told = [f"sources/{self.path}: refused: {self.refused}"] if self.refused else []
        told += [f"sources/{self.path}: {line}" for line in self.warnings]
        for document in self.documents:
            state = "refused: " if document.state == "refused" else ""
            told += [
                f"sources/{document.path}: {state if number == 0 else ''}{line}"
                for number, line in enumerate(document.warnings)
            ]
        return tuple(told)
