"""What lies in a case's sources/: documents with their sidecars, and what is passed over."""

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from dragoman.model import Case, content_id
from dragoman.sources.errors import CaseError
from dragoman.sources.records import SourceFile
from dragoman.sources.sidecars import is_sidecar, sidecars_among

_TWICE = "two files have this name, written with different characters that look the same; rename one of them"
_OUTSIDE = "a link that leads outside of sources/; copy the file itself into the folder"


def scan(case: Case) -> tuple[SourceFile, ...]:
    """The documents in sources/, sorted by path; hidden files and sidecars are left out.

    A link to a file outside of sources/, a linked folder and anything that is not a plain file are given with
    `refused` set, and are not opened. Raises CaseError where there is no sources/ folder.
    """
    folders = list(_folders(case.sources))
    found = [
        _source_file(case.sources, folder, name)
        for folder in folders
        for name in folder.entries
        if not is_sidecar(name) and not name.startswith(".")
    ]
    found += [
        SourceFile(_shown(folder.path.rstrip("/")), case.sources / folder.path, refused=folder.wrong)
        for folder in folders
        if folder.wrong
    ]
    found.sort(key=lambda source: (source.path, os.fsencode(source.file)))
    twice = {here.path for before, here in pairwise(found) if before.path == here.path}
    return tuple(replace(source, refused=_TWICE) if source.path in twice else source for source in found)


def passed_over(case: Case) -> tuple[str, ...]:
    """One line for each file in sources/ that is neither read nor used: hidden files, and records of no document.

    Raises CaseError where there is no sources/ folder.
    """
    lines: list[str] = []
    for folder in _folders(case.sources, hidden=True):
        documents = [name for name in folder.entries if not is_sidecar(name) and not name.startswith(".")]
        used = {record for name in documents for record in sidecars_among(name, folder.records)}
        for name in folder.entries:
            path = _shown(f"{folder.path}{name}")
            if any(part.startswith(".") for part in path.split("/")):
                lines.append(f"sources/{path}: hidden, so it is not read")
            elif is_sidecar(name) and name not in used:
                lines.append(f"sources/{path}: a record with no document of its name beside it, so it is not used")
    return tuple(sorted(lines))


@dataclass(slots=True)
class _Folder:
    """One folder below sources/: its path ("" or ending in "/"), its entries but folders, and its plain records."""

    path: str
    entries: dict[str, "os.DirEntry[str]"] = field(default_factory=dict)
    records: dict[str, "os.DirEntry[str]"] = field(default_factory=dict)
    wrong: str | None = None


def _folders(root: Path, hidden: bool = False) -> Iterator[_Folder]:
    if not root.is_dir():
        raise CaseError(f"{root}: no such folder; make it and put the case's files there")
    waiting = [""]
    while waiting:
        folder = _Folder(waiting.pop())
        try:
            with os.scandir(root / folder.path) as entries:
                waiting += _sorted_out(folder, entries, hidden)
        except OSError as error:
            folder.wrong = f"this folder cannot be opened ({error.strerror})"
        yield folder


def _sorted_out(folder: _Folder, entries: Iterable["os.DirEntry[str]"], hidden: bool) -> list[str]:
    """Put a folder's entries in their places; gives the folders among them."""
    inner: list[str] = []
    for entry in entries:
        if not entry.is_dir(follow_symlinks=False):
            folder.entries[entry.name] = entry
            if is_sidecar(entry.name) and entry.is_file(follow_symlinks=False):
                folder.records[entry.name] = entry
        elif hidden or not entry.name.startswith("."):
            inner.append(f"{folder.path}{entry.name}/")
    return inner


def _shown(path: str) -> str:
    """A path in NFC, fit to be shown and stored whatever its bytes are."""
    shown = path if path.isascii() else path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", shown)


def _source_file(root: Path, folder: _Folder, name: str) -> SourceFile:
    file = root / folder.path / name
    path = _shown(f"{folder.path}{name}")
    try:
        if folder.entries[name].is_symlink() and not file.resolve(strict=True).is_relative_to(root.resolve()):
            return SourceFile(path, file, refused=_OUTSIDE)
        status = folder.entries[name].stat()
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "a link that leads in a circle"
        return SourceFile(path, file, refused=f"cannot be found ({reason})")
    if not stat.S_ISREG(status.st_mode):
        linked = stat.S_ISDIR(status.st_mode)
        reason = "a link to a folder; links to folders are not followed" if linked else "not a plain file"
        return SourceFile(path, file, refused=reason)
    records = sidecars_among(name, folder.records)
    sidecars = tuple(root / folder.path / record for record in records)
    stamp = content_id("st", *_marks(path, status, folder, records))
    return SourceFile(path, file, status.st_size, status.st_mtime_ns, sidecars, None, stamp)


def _marks(path: str, status: os.stat_result, folder: _Folder, records: tuple[str, ...]) -> list[str | int]:
    marks: list[str | int] = [path, status.st_size, status.st_mtime_ns]
    for name in records:
        record = folder.records[name].stat()
        marks += [name, record.st_size, record.st_mtime_ns]
    return marks
