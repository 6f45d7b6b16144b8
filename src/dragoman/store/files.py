"""Recording files: the sources they hold, and a new version where a text has changed."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.model import Document, Source
from dragoman.store.codec import encode, encode_document, encode_source
from dragoman.store.search import index


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as it was when it was read. `stamp` tells whether it has been touched since."""

    stamp: str
    sha256: str
    refused: str | None = None
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FromFile:
    """A source and its document as a file gave them; `key_basis` is who asked for the source's key."""

    source: Source
    document: Document
    key_basis: str = "file name"


def keep_file(connection: sqlite3.Connection, path: str, row: FileRow | None, read: Sequence[FromFile]) -> None:
    """Record one file, or, where `row` is None, that it left the case. Call inside a transaction."""
    held = {identity for (identity,) in connection.execute("SELECT id FROM source WHERE file = ?", (path,))}
    for identity in sorted(held - {one.source.id for one in read}):
        connection.execute("UPDATE document SET current = 0 WHERE source = ? AND current = 1", (identity,))
    for one in read:
        source = one.source
        connection.execute(
            "INSERT OR REPLACE INTO source (id, file, key, claim, basis, path, data) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (source.id, path, source.key, source.key, one.key_basis, source.path, encode_source(source)),
        )
        _keep_document(connection, one.document)
    if row is None:
        connection.execute("DELETE FROM file WHERE path = ?", (path,))
    else:
        connection.execute(
            "INSERT OR REPLACE INTO file (path, stamp, sha256, refused, warnings) VALUES (?, ?, ?, ?, ?)",
            (path, row.stamp, row.sha256, row.refused, encode(row.warnings)),
        )


def _keep_document(connection: sqlite3.Connection, document: Document) -> None:
    data = encode_document(document)
    known = connection.execute("SELECT number FROM document WHERE id = ?", (document.id,)).fetchone()
    connection.execute(
        "UPDATE document SET current = 0 WHERE source = ? AND current = 1 AND id <> ?", (document.source, document.id)
    )
    if known:
        # The text is the same; its record (date, language) may have been put right.
        connection.execute("UPDATE document SET current = 1, data = ? WHERE number = ?", (data, known[0]))
        return
    cursor = connection.execute(
        "INSERT INTO document (id, source, version, current, text, data) VALUES "
        "(?, ?, (SELECT COUNT(*) FROM document WHERE source = ?), 1, ?, ?)",
        (document.id, document.source, document.source, document.text, data),
    )
    index(connection, int(cursor.lastrowid or 0), document.text)
