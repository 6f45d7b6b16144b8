"""The event tables of a case: tables/NAME.csv, as they came."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from dragoman.analysis.event_tables.reading import EventTable, TableError, read_table
from dragoman.gazetteer import Gazetteer


def tables_folder(case: Path) -> Path:
    """Where a case keeps its event tables; may be absent."""
    return case / "tables"


def load_tables(case: Path, names: Iterable[str], gazetteer: Gazetteer) -> dict[str, EventTable]:
    """Those of the names that are tables of the case, read; TableError where one cannot be.

    >>> load_tables(Path("no-such-case"), ["icews"], None)
    {}
    """
    found = {}
    for name in sorted(set(names)):
        path = tables_folder(case) / f"{name}.csv"
        if name and Path(name).name == name and path.is_file():
            stat = path.stat()
            found[name] = _read(path, (stat.st_mtime_ns, stat.st_size), gazetteer)
    return found


@lru_cache(maxsize=4)
def _read(path: Path, _stamp: tuple[int, int], gazetteer: Gazetteer) -> EventTable:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return read_table(path.stem, file.read(), gazetteer)
    except UnicodeDecodeError as error:
        raise TableError(f"tables/{path.name}: byte {error.start} is not UTF-8; save it as UTF-8") from None
