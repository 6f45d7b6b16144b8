"""The store's verbs. Everything but texts and their versions can be rebuilt from what stands in the case folder."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from dragoman.model import KINDS, Document, Event, Finding, Observation, Reading, Source
from dragoman.store import search as searching
from dragoman.store.codec import (
    decode,
    decode_document,
    decode_readings,
    decode_source,
    encode,
    kind_of,
)
from dragoman.store.connection import connect, writing
from dragoman.store.files import FileRow, FromFile, keep_file
from dragoman.store.standing import Standing


def open_store(path: Path) -> "Store":
    """Open the store at `path`, made where it is absent. Use it as a context manager.

    Raises `StoreError` where the file is damaged or newer than this program.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "evidence.db") as store:
    ...     store.counts()["documents"]
    0
    """
    return Store(connect(path))


class Store:
    """One case's evidence. Reads see the last committed state; each write is one short transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    # Files, sources and documents

    def files(self) -> dict[str, FileRow]:
        """What is known of each file of `sources/`, by its path."""
        rows = self._connection.execute("SELECT path, stamp, sha256, refused, warnings FROM file ORDER BY path")
        return {
            path: FileRow(stamp, sha, refused, decode(warnings, list[str]))
            for path, stamp, sha, refused, warnings in rows
        }

    def keep_files(self, files: Sequence[tuple[str, FileRow, Sequence[FromFile]]]) -> None:
        """Record files with the sources and documents read from each, all in one transaction.

        A new text of a known source becomes its new current version. A source that its file no longer holds, or whose
        file could not be read this time, keeps its versions, none of them current.
        """
        with writing(self._connection) as connection:
            for path, row, read in files:
                keep_file(connection, path, row, read)

    def drop_files(self, paths: Iterable[str]) -> None:
        """Take files that left the case out of it: their documents stay as versions, none of them current."""
        with writing(self._connection) as connection:
            for path in paths:
                keep_file(connection, path, None, ())

    def key_claims(self) -> list[tuple[str, str, str]]:
        """(path, key asked for, who asked) of every source in the case."""
        return self._connection.execute(
            "SELECT path, claim, basis FROM document JOIN source ON source.id = document.source "
            "WHERE current = 1 ORDER BY path"
        ).fetchall()

    def settle_keys(self, keys: Mapping[str, str]) -> None:
        """Cite each source (by its path) by the key that it was given."""
        with writing(self._connection) as connection:
            connection.executemany(
                "UPDATE source SET key = ?1 WHERE path = ?2 AND key <> ?1", [(key, path) for path, key in keys.items()]
            )

    def sources(self) -> tuple[Source, ...]:
        """The sources that have a current document, ordered by path."""
        rows = self._connection.execute(
            "SELECT source.id, source.path, source.key, source.data FROM document "
            "JOIN source ON source.id = document.source WHERE current = 1 ORDER BY path"
        )
        return tuple(decode_source(*row) for row in rows)

    def documents(self) -> Iterator[Document]:
        """The current documents, ordered by their sources' paths."""
        rows = self._connection.execute(
            "SELECT text, document.data FROM document JOIN source ON source.id = document.source WHERE current = 1 "
            "ORDER BY source.path"
        )
        return (decode_document(*row) for row in rows)

    def heads(self) -> Iterator[Document]:
        """The current documents with an empty text: all about them, without the weight."""
        rows = self._connection.execute(
            "SELECT '', document.data FROM document JOIN source ON source.id = document.source WHERE current = 1 "
            "ORDER BY source.path"
        )
        return (decode_document(*row) for row in rows)

    def document(self, identity: str) -> Document | None:
        """Any version of any document, by its id."""
        row = self._connection.execute("SELECT text, data FROM document WHERE id = ?", (identity,)).fetchone()
        return decode_document(*row) if row else None

    def versions(self, source: str) -> tuple[Document, ...]:
        """All versions of a source's text, oldest first."""
        rows = self._connection.execute("SELECT text, data FROM document WHERE source = ? ORDER BY version", (source,))
        return tuple(decode_document(*row) for row in rows)

    def current_of(self, source: str) -> Document | None:
        """The current version of a source's text."""
        row = self._connection.execute(
            "SELECT text, data FROM document WHERE source = ? AND current = 1", (source,)
        ).fetchone()
        return decode_document(*row) if row else None

    # Observations

    def unread(self, fingerprints: Sequence[tuple[str, str]]) -> list[str]:
        """Of (document, fingerprint) pairs, the documents whose stored readings were made otherwise or not at all."""
        made = dict(self._connection.execute("SELECT document, fingerprint FROM reading WHERE kind = 'report'"))
        return [document for document, fingerprint in fingerprints if made.get(document) != fingerprint]

    def fingerprints(self) -> list[str]:
        """What the readings of each current document were made from, in a fixed order."""
        rows = self._connection.execute(
            "SELECT fingerprint FROM reading JOIN document ON document.id = reading.document "
            "WHERE current = 1 AND kind = 'report' ORDER BY reading.document"
        )
        return [fingerprint for (fingerprint,) in rows]

    def count_readings(self) -> dict[str, int]:
        """How many readings of each kind the current documents have."""
        rows = self._connection.execute(
            "SELECT kind, TOTAL(json_array_length(reading.data)) FROM reading "
            "JOIN document ON document.id = reading.document WHERE current = 1 GROUP BY kind"
        )
        return dict.fromkeys(KINDS, 0) | {kind: int(number) for kind, number in rows}

    def keep_readings(self, batch: Sequence[tuple[str, str, str, Sequence[Reading]]]) -> None:
        """Replace the readings of documents: (document, extractor, fingerprint, readings) each, in one transaction."""
        with writing(self._connection) as connection:
            for document, extractor, fingerprint, readings in batch:
                sorted_out: dict[str, list[Reading]] = {kind: [] for kind in KINDS}
                for reading in readings:
                    sorted_out[kind_of(reading)].append(reading)
                connection.executemany(
                    "INSERT OR REPLACE INTO reading (document, kind, extractor, fingerprint, data) "
                    "VALUES (?, ?, ?, ?, ?)",
                    [(document, kind, extractor, fingerprint, encode(some)) for kind, some in sorted_out.items()],
                )

    def observations(self, kind: str, document: str | None = None) -> Iterator[Observation]:
        """The observations of one kind in the current documents (or in one document), ordered by source and place."""
        rows = self._connection.execute(
            "SELECT reading.document, extractor, reading.data FROM reading "
            "JOIN document ON document.id = reading.document JOIN source ON source.id = document.source "
            "WHERE kind = ? AND (current = 1 OR ?) AND (? IS NULL OR reading.document = ?) ORDER BY source.path",
            (kind, document is not None, document, document),
        )
        for owner, extractor, data in rows:
            for reading in decode_readings(kind, data):
                yield Observation(owner, kind, extractor, reading)

    # Events and findings

    def replace_events(self, events: Iterable[Event], findings: Iterable[Finding]) -> None:
        """Put these in the place of all events and findings."""
        with writing(self._connection) as connection:
            connection.execute("DELETE FROM event")
            connection.execute("DELETE FROM finding")
            connection.executemany("INSERT INTO event VALUES (?, ?)", [(event.id, encode(event)) for event in events])
            connection.executemany(
                "INSERT INTO finding VALUES (?, ?, ?)",
                [(finding.id, place, encode(finding)) for place, finding in enumerate(findings)],
            )

    def events(self) -> tuple[Event, ...]:
        """All events, by first day (unknown days last), then id."""
        events = [decode(data, Event) for (data,) in self._connection.execute("SELECT data FROM event")]
        return tuple(sorted(events, key=lambda event: (str(event.first or event.last or "9999"), event.id)))

    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order in which the analyses gave them."""
        return tuple(
            decode(data, Finding) for (data,) in self._connection.execute("SELECT data FROM finding ORDER BY place")
        )

    # Judgements' places, search, and the rest

    def replace_standings(self, standings: Iterable[Standing]) -> None:
        """Put these in the place of all standings of judgements."""
        with writing(self._connection) as connection:
            connection.execute("DELETE FROM standing")
            connection.executemany(
                "INSERT INTO standing VALUES (?, ?, ?, ?, ?)",
                [(one.judgement, one.fate, one.document, one.start, one.end) for one in standings],
            )

    def standings(self) -> tuple[Standing, ...]:
        """Where each judgement stands in the current texts."""
        rows = self._connection.execute(
            'SELECT judgement, fate, document, start, "end" FROM standing ORDER BY judgement'
        )
        return tuple(Standing(*row) for row in rows)

    def search(self, query: str, limit: int | None = None) -> Iterator[searching.SearchHit]:
        """Every place where the query stands in the current documents (see `dragoman.store.search`)."""
        return searching.search(self._connection, query, limit)

    def state(self, name: str) -> str | None:
        """A value that a stage of the build left for the next build, such as what it was made from."""
        row = self._connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def keep_state(self, name: str, value: str) -> None:
        """Leave a value for the next build."""
        with writing(self._connection) as connection:
            connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def counts(self) -> dict[str, int]:
        """How many current documents, events and findings there are."""
        questions = {
            "documents": "SELECT COUNT(*) FROM document WHERE current = 1",
            "events": "SELECT COUNT(*) FROM event",
            "findings": "SELECT COUNT(*) FROM finding",
        }
        return {name: self._connection.execute(question).fetchone()[0] for name, question in questions.items()}

    def is_sound(self) -> bool:
        """SQLite's own check of the whole file, and that every index entry has its document."""
        return self._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
