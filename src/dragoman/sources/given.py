"""One file as it is given to be read, and one document as it leaves the readers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from dragoman.sources.bibliography import SidecarRecord, disagreements, record_of
from dragoman.sources.file_names import stem
from dragoman.sources.limits import Limits
from dragoman.sources.records import Extract, ReadDocument
from dragoman.sources.spoken_languages import borne_out, two_letters


@dataclass(slots=True)
class Budget:
    """What the archives of one file have used up so far: members, and bytes unpacked."""

    members: int = 0
    inflated: int = 0


@dataclass(slots=True)
class Given:
    """One file, or one member of an archive, as it is given to be read. `depth` counts the archives around it."""

    path: str
    data: bytes
    limits: Limits
    sidecars: Sequence[SidecarRecord] = ()
    depth: int = 0
    beside: frozenset[str] = frozenset()
    """Names of the files that lie beside it."""
    budget: Budget = field(default_factory=Budget)

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.rsplit("!", 1)[-1].rsplit("/", 1)[-1]


def document(given: Given, extract: Extract, warnings: tuple[str, ...] = ()) -> ReadDocument:
    """A file's one document: the extract with its record, key and language."""
    key = next((s.key for s in given.sidecars if s.key), None)
    source = next((s.name for s in given.sidecars if s.key), None)
    return finished(
        given.path, key or stem(given.path), f"sidecar {source}" if key else "file name",
        sha256(given.data).hexdigest(), extract, given.sidecars, given.name, warnings,
    )  # fmt: skip


def finished(  # noqa: PLR0913, PLR0917
    path: str, key: str, key_basis: str, digest: str, extract: Extract,
    sidecars: Sequence[SidecarRecord], file_name: str, warnings: tuple[str, ...] = (),
) -> ReadDocument:  # fmt: skip
    """A document as it leaves the reader, its record put together and its language checked against its script."""
    record = record_of(sidecars, extract.fields, file_name)
    declared = two_letters(record.value("language") or extract.language)
    told: tuple[str, ...] = ()
    if declared and not borne_out(declared, extract.text):
        basis = record.basis("language") or "the document"
        told = (f'the language "{declared}" ({basis}) does not go with the script of the text; it is left open',)
        declared = None
    return ReadDocument(
        path=path,
        key=key,
        key_basis=key_basis,
        sha256=digest,
        text=extract.text,
        reader=extract.reader,
        record=record,
        passages=extract.passages,
        language=declared,
        vehicle=next((s.vehicle for s in sidecars if s.vehicle), None),
        reliability=next((s.reliability for s in sidecars if s.reliability), None),
        kept=extract.kept,
        counted=extract.counted,
        state=extract.state,
        warnings=(*warnings, *extract.warnings, *disagreements(sidecars, extract.fields), *told),
    )


def refused_document(path: str, digest: str, reason: str) -> ReadDocument:
    """A member or row that could not be read, with the reason."""
    return ReadDocument(path, stem(path), "file name", digest, "", "none", state="refused", warnings=(reason,))
