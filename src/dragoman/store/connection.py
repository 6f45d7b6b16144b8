"""Opening the file: write-ahead log, short transactions, and migrations by number with a backup first."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import resources
from pathlib import Path

from dragoman.store.faults import StoreError

WAIT_MILLISECONDS = 30_000


def connect(path: Path) -> sqlite3.Connection:
    """Open (or make) the store at `path`, brought to the newest shape.

    Readers never wait for the writer (WAL mode); a second writer waits up to 30 s. Raises `StoreError` where the file
    is no store, is damaged, or was written by a newer Dragoman.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA busy_timeout = {WAIT_MILLISECONDS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        migrate(connection, path)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise StoreError(
            f"{path}: not a store that can be read ({error}). Everything in it can be rebuilt: move the file away "
            "and run `dragoman build` again."
        ) from error
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One small transaction: all of it or nothing, and the lock is taken at once so that no work is done in vain."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def migrations() -> list[tuple[int, str]]:
    """The migrations in order: their number and their SQL.

    >>> [number for number, _ in migrations()][0]
    1
    """
    folder = resources.files("dragoman.store") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [(int(name.split("_")[0]), (folder / name).read_text("utf-8")) for name in names]


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the store to the newest shape, one transaction a step; an older store is copied first."""
    steps = migrations()
    have = _version(connection)
    if have > steps[-1][0]:
        raise StoreError(f"{path}: written by a newer Dragoman (shape {have}); this one knows up to {steps[-1][0]}")
    if have == steps[-1][0]:
        return
    if have:
        _back_up(connection, path.with_name(f"{path.name}.shape-{have}.backup"))
    for number, statements in steps:
        _step(connection, number, statements)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)


def _step(connection: sqlite3.Connection, number: int, statements: str) -> None:
    with writing(connection):
        if _version(connection) >= number:  # another process was first
            return
        for statement in _split(statements):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")


def _split(statements: str) -> Iterator[str]:
    pending = ""
    for line in statements.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
