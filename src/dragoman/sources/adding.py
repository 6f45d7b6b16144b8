"""Files into the case, as they came."""

import os
import shutil
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from dragoman.model import Case
from dragoman.sources.file_names import clean_path
from dragoman.sources.sidecars import is_sidecar, sidecars_of

Outcome = Literal["added", "already there", "refused", "skipped"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: where it came from, its path in sources/ (or None), and a note where there is more."""

    file: Path
    path: str | None
    outcome: Outcome
    note: str = ""


def add_files(case: Case, files: Sequence[Path]) -> list[Added]:
    """Copy files, and folders with all that is in them, into sources/, byte for byte; nothing is ever overwritten.

    A folder keeps its shape below sources/ (without its own name). Sidecars come along with what they stand beside.
    The same content under the same name is "already there"; other content under that name is refused. Names lose
    steps upwards, bidirectional marks and control characters, and the note says so. Hidden files and links are
    skipped and said. Raises OSError only where sources/ itself cannot be written.
    """
    case.sources.mkdir(parents=True, exist_ok=True)
    return [_add(case.sources, file, wanted) for given in files for file, wanted in _wanted(case, given)]


def _wanted(case: Case, given: Path) -> Iterator[tuple[Path, str]]:
    """Each file of what was given, with the path that it asks for; for a single file its sidecars too."""
    if not given.is_dir():
        yield (given.resolve() if given.is_file() else given), given.name or str(given)
        if given.is_file() and not is_sidecar(given.name):
            yield from ((sidecar, sidecar.name) for sidecar in sidecars_of(given))
        return
    for folder, folders, names in os.walk(given):
        here = Path(folder)
        passed = [name for name in folders if (here / name).is_symlink() or name.startswith(".")]
        folders[:] = sorted(name for name in folders if name not in passed and not _within(case, here / name))
        for name in sorted(names + passed):
            yield here / name, (here / name).relative_to(given).as_posix()


def _within(case: Case, folder: Path) -> bool:
    """Whether this is the case's own sources/, which a folder above it must not add to itself."""
    return folder.resolve() == case.sources.resolve()


def _add(root: Path, file: Path, wanted: str) -> Added:
    hidden = next((part for part in wanted.split("/") if part.startswith(".") and part not in (".", "..")), None)
    if hidden is not None:
        return Added(file, None, "skipped", "hidden, so it was left out")
    if file.is_symlink():
        return Added(file, None, "skipped", "a link, so it was left out; give the file that it leads to")
    try:
        mode = file.stat().st_mode
        if not stat.S_ISREG(mode):
            return Added(file, None, "refused", "not a plain file (a device, pipe or socket)")
        shown = wanted.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return _copy(root, file, shown, clean_path(shown))
    except OSError as error:
        return Added(file, None, "refused", f"cannot be read ({error.strerror})")


def _copy(root: Path, file: Path, wanted: str, path: str) -> Added:
    renamed = "" if path == wanted else f'renamed from "{wanted.encode("unicode_escape").decode()}"'
    if wanted.isprintable() and renamed:
        renamed = f'renamed from "{wanted}"'
    target = root / path
    if not target.parent.resolve().is_relative_to(root.resolve()):
        return Added(file, None, "refused", "a link in sources/ would carry it outside of the case")
    if target.exists() or target.is_symlink():
        if target.is_file() and _digest(target) == _digest(file):
            return Added(file, path, "already there", renamed)
        line = f"another file is there as sources/{path}; rename one of the two (nothing was overwritten)"
        return Added(file, None, "refused", line)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        return Added(file, None, "refused", f"a file stands where the folder of sources/{path} should be")
    unfinished = target.with_name(f".{target.name}.part")
    with file.open("rb") as came, unfinished.open("wb") as kept:
        shutil.copyfileobj(came, kept, 1 << 20)
    unfinished.rename(target)
    return Added(file, path, "added", renamed)


def _digest(file: Path) -> bytes:
    digest = sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return digest.digest()
