"""Files into documents: what is new or touched is read, the rest is left alone."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain

from dragoman import __version__, languages
from dragoman.engines.progress import Progress
from dragoman.model import BibliographicRecord, Case, Document, Source, content_id
from dragoman.sources import FileRead, Limits, ReadDocument, SourceFile, read_sources
from dragoman.store import FileRow, FromFile, Store

COMMIT_DOCUMENTS = 50
PAUSE_SECONDS = 0.005  # between commits, so that another writer gets its turn

_Kept = tuple[str, FileRow, list[FromFile]]


def read_changed(  # noqa: PLR0913, PLR0917
    case: Case, store: Store, present: Sequence[SourceFile], limits: Limits, jobs: int, progress: Progress
) -> int:
    """Read every file that is new or touched since it was last read, and record it; return how many files that were.

    `present` are the files that lie in the case now.
    """
    known = store.files()
    reading_as = content_id("rd", __version__, repr(limits))
    stamps = {file.path: content_id("st", file.stamp, file.refused, reading_as) for file in present}
    changed = [file for file in present if file.path not in known or known[file.path].stamp != stamps[file.path]]
    gone = sorted(known.keys() - stamps.keys())
    if gone:
        store.drop_files(gone)
    done = 0
    for batch in _batches(_read(case, changed, limits, jobs)):
        store.keep_files([_kept(case, read, stamps[read.path]) for read in batch])
        done += len(batch)
        progress("Reading", done, len(changed))
        time.sleep(PAUSE_SECONDS)
    return len(changed) + len(gone)


def _read(case: Case, changed: list[SourceFile], limits: Limits, jobs: int) -> Iterator[FileRead]:
    refused = (FileRead(file.path, "", refused=file.refused) for file in changed if file.refused)
    readable = [file.file for file in changed if not file.refused]
    return chain(refused, read_sources(case, readable, limits, jobs) if readable else ())


def _batches(reads: Iterable[FileRead]) -> Iterator[list[FileRead]]:
    """Commits of some fifty documents, whatever number of files holds them."""
    batch: list[FileRead] = []
    documents = 0
    for read in reads:
        batch.append(read)
        documents += max(1, len(read.documents))
        if documents >= COMMIT_DOCUMENTS:
            yield batch
            batch, documents = [], 0
    if batch:
        yield batch


def _kept(case: Case, read: FileRead, stamp: str) -> _Kept:
    documents = read.documents or (_refusal(read),)
    row = FileRow(stamp, read.sha256, read.refused, list(read.warnings))
    return read.path, row, [_from_file(case, document) for document in documents]


def _refusal(read: FileRead) -> ReadDocument:
    """A file that could not be read at all stands in the case as a refused document, with the reason."""
    return ReadDocument(
        path=read.path,
        key=read.path,
        key_basis="file name",
        sha256=read.sha256,
        text="",
        reader="none",
        state="refused",
        warnings=(read.refused or "nothing to read in it", *read.warnings),
    )


def _from_file(case: Case, read: ReadDocument) -> FromFile:
    source = Source(
        content_id("so", read.path),
        read.path,
        read.key,
        BibliographicRecord(tuple(sorted(read.record.fields))),
        read.vehicle,
        read.reliability,
    )
    document = Document(
        id="",
        source=source.id,
        sha256=read.sha256,
        text=read.text,
        language=read.language or languages.detect(read.text, prior=case.languages[0] if case.languages else None),
        published=read.published,
        reader=read.reader,
        state=read.state,
        passages=read.passages,
        kept=read.kept,
        counted=read.counted,
        warnings=read.warnings,
    )
    text_digest = sha256(read.text.encode("utf-8", "surrogatepass")).hexdigest()
    return FromFile(source, replace(document, id=content_id("do", source.id, read.sha256, text_digest)), read.key_basis)
