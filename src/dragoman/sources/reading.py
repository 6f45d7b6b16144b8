"""From bytes to documents: the right reader for what the bytes are, and the record put together.

This runs inside the bounded child process (worker.py); nothing here needs it to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from dragoman.model import BibliographicField
from dragoman.sources.bibliography import SidecarRecord, disagreements, record_of
from dragoman.sources.encoding import decode
from dragoman.sources.errors import Refused
from dragoman.sources.file_names import stem
from dragoman.sources.kinds import Kind, binary_kind, mislabelled, text_kind
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


def documents_of(given: Given) -> Iterator[ReadDocument | str]:
    """The documents in a file, in order, and between them lines about what in it could not be read.

    Raises Refused where the file as a whole cannot be read.

    >>> [found.text for found in documents_of(Given("a.txt", b"plain", Limits()))]
    ['plain']
    """
    if not given.data:
        raise Refused("empty")
    yield from (line for sidecar in given.sidecars for line in sidecar.warnings)
    kind = binary_kind(given.data)
    if kind == "zip":
        from dragoman.sources.archive import archive_kind, members_of

        kind = archive_kind(given.data)
        if kind == "zip":
            yield from mislabelled(given.name, kind)
            yield from members_of(given)
            return
    if kind is not None:
        extract = _binary(given, kind)
        yield document(given, extract, mislabelled(given.name, kind))
        return
    yield from _texts(given)


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


def _binary(given: Given, kind: Kind) -> Extract:
    if kind == "pdf":
        from dragoman.sources.pdf import read_pdf

        return read_pdf(given.data, given.limits, given.name, given.beside)
    from dragoman.sources.docx import read_docx

    return read_docx(given.data, given.limits)


def _texts(given: Given) -> Iterator[ReadDocument | str]:
    decoded = decode(given.data)
    kind = text_kind(decoded.text, given.name)
    warnings = (*mislabelled(given.name, kind), *decoded.warnings)
    if kind in ("json", "jsonl", "csv"):
        from dragoman.sources.table import rows_of

        yield from warnings
        yield from rows_of(given, decoded.text, kind)
        return
    if kind == "html":
        from dragoman.sources.html import read_html

        extract = read_html(decoded.text, given.limits)
    else:
        from dragoman.sources.text import read_text

        extract = read_text(decoded.text, given.limits, kind == "markdown")
    yield document(given, _titled(extract, given.sidecars), warnings)


def _titled(extract: Extract, sidecars: Sequence[SidecarRecord]) -> Extract:
    """Where a sidecar gives the title and the text's first line is that title, that line's passage is the title."""
    title = next((f.value for s in sidecars for f in s.fields if f.name == "title"), None)
    at = extract.text.find(title) if title else -1
    if title is None or at < 0 or extract.text[:at].strip() or any(p.register == "title" for p in extract.passages):
        return extract
    end = at + len(title)
    if extract.text[end : end + 1] not in ("", "\n", "\r"):
        return extract
    from dragoman.sources.registers import passages_in

    said = BibliographicField("title", title, "text, line 1")
    return replace(extract, passages=passages_in(extract.text, (at, end)), fields=(said, *extract.fields))
