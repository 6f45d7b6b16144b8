"""Event tables as ICEWS and GDELT give them, brought into a case."""

import gzip
import re
import zlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.analysis.event_tables import EventTable, TableError, read_table, tables_folder
from dragoman.engines.case_names import case_gazetteer
from dragoman.model import Case
from dragoman.sources import limits_from

PASSED = 20  # rows passed over that are told one by one


@dataclass(frozen=True, slots=True)
class Imported:
    """A table as it now lies in the case: its file, what was read of it, first and last day of its events."""

    path: Path
    table: EventTable
    first: date
    last: date


def import_icews(case: Case, file: Path, name: str = "") -> Imported:
    """Put a table (CSV, or CSV in gzip) into the case as tables/NAME.csv, as it came, after reading all of it.

    The name is the file's own up to its first full stop, unless given. TableError, with what to do, for a file that is
    too large, is no text or no such table, and for a name that a track or another table of the case has.
    """
    chosen = name or re.sub(r"[^A-Za-z0-9_-]", "-", file.name.split(".", 1)[0])
    if not re.fullmatch(r"[A-Za-z0-9_-]+", chosen):
        raise TableError(f'"{chosen}" is no name for a table; use letters, digits, - and _')
    if chosen in {track.id for track in case.tracks}:
        raise TableError(f'"{chosen}" is a track of the case; give the table another name with --name')
    data = _bytes(file, int(limits_from(case.limits).file_megabytes * 2**20))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError(f"{file}: byte {error.start} is not UTF-8; save it as UTF-8") from None
    table = read_table(chosen, text, case_gazetteer(case.gazetteer))
    days = [row.event.first for row in table.rows if row.event.first]
    if not days:
        raise TableError(
            f"{file}: none of its rows is an event; {table.passed[0] if table.passed else 'it has no rows'}"
        )
    path = tables_folder(case.folder) / f"{chosen}.csv"
    if path.is_file() and path.read_bytes() != data:
        raise TableError(f"{path}: another table has this name; give this one another with --name")
    path.parent.mkdir(exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    part.replace(path)
    return Imported(path, table, min(days), max(days))


def _bytes(file: Path, most: int) -> bytes:
    """What the file holds, unpacked; at most so many bytes."""
    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        raise TableError(f"{file}: no such file") from None
    except (OSError, EOFError, zlib.error) as error:
        raise TableError(f"{file}: cannot be read ({error})") from None
    if len(data) > most:
        raise TableError(f"{file}: more than {most // 2**20} megabytes (case.toml, [limits] file_megabytes)")
    return data
