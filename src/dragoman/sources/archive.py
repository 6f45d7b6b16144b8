"""Zip archives of documents, with archives in them, to a depth, a number and a size that are bounded."""

import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Literal

from dragoman.sources.bibliography import SidecarRecord, for_members
from dragoman.sources.encoding import decode
from dragoman.sources.errors import Refused
from dragoman.sources.file_names import clean_path
from dragoman.sources.given import Budget, Given, refused_document
from dragoman.sources.limits import Limits
from dragoman.sources.records import ReadDocument
from dragoman.sources.sidecar_reading import read_sidecar
from dragoman.sources.sidecars import is_sidecar, sidecar_names

Reader = Callable[[Given], Iterator[ReadDocument | str]]

_JUNK = ("__MACOSX/", "Thumbs.db", "desktop.ini")
_OFFICE = {
    "xl/workbook.xml": "an Excel workbook; save its table as .csv",
    "ppt/presentation.xml": "a PowerPoint file; save it as .pdf or its text as .txt",
}
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def archive_kind(data: bytes) -> Literal["docx", "zip"]:
    """Whether zipped bytes are a Word document or an archive.

    Raises Refused for a damaged archive and for the other kinds of document that are zips inside.
    """
    names = set(_opened(data).namelist())
    if "word/document.xml" in names:
        return "docx"
    for name, said in _OFFICE.items():
        if name in names:
            raise Refused(f"not read: {said}")
    if "mimetype" in names and "content.xml" in names:
        raise Refused("not read: an OpenDocument file; save it as .docx")
    if "META-INF/container.xml" in names:
        raise Refused("not read: an e-book (EPUB); save its text as .html or .txt")
    return "zip"


def members_of(given: Given, read: Reader) -> Iterator[ReadDocument | str]:
    """The documents of an archive in the order of their paths, and lines about what was passed over.

    `read` reads one member, which may be an archive itself.
    A member that cannot be read (password, damage, a bound) is given as a refused document; the others are read.
    Raises Refused where the archive stands deeper than the limit, or where there is nothing in it.
    """
    if given.depth >= given.limits.archive_depth:
        raise Refused(f"an archive inside archives, deeper than {given.limits.said('archive_depth')}")
    archive = _opened(given.data)
    members, lines = _members(archive)
    yield from lines
    if not members:
        raise Refused("an archive with no documents in it")
    documents = {path: info for path, info in members.items() if not is_sidecar(path)}
    for path in sorted(documents):
        given.budget.members += 1
        if given.budget.members > given.limits.archive_members:
            yield f"{path} and what comes after it are beyond {given.limits.said('archive_members')}"
            return
        yield from _member(given, read, archive, path, members)


def _member(
    given: Given, read: Reader, archive: zipfile.ZipFile, path: str, members: dict[str, zipfile.ZipInfo]
) -> Iterator[ReadDocument | str]:
    whole = f"{given.path}!{path}"
    digest = ""
    try:
        data = _unpacked(archive, members[path], given.limits, given.budget)
        digest = sha256(data).hexdigest()
        records = [*_sidecars(given, archive, path, members), *for_members(given.sidecars)]
        inner = Given(whole, data, given.limits, records, given.depth + 1, frozenset(), given.budget)
        for found in read(inner):
            yield found if isinstance(found, ReadDocument) else f"{path}: {found}"
    except Refused as error:
        yield refused_document(whole, digest, str(error))
    except _FAULTS as error:
        yield refused_document(whole, digest, f"damaged in the archive ({' '.join(str(error).split())})")


def _sidecars(
    given: Given, archive: zipfile.ZipFile, path: str, members: dict[str, zipfile.ZipInfo]
) -> list[SidecarRecord]:
    folder, slash, name = path.rpartition("/")
    found = [other for other in sidecar_names(name) if folder + slash + other in members]
    records: list[SidecarRecord] = []
    for other in found:
        try:
            data = _unpacked(archive, members[folder + slash + other], given.limits, given.budget)
            records.append(read_sidecar(other, data, given.limits))
        except (Refused, *_FAULTS) as error:
            records.append(SidecarRecord(other, warnings=(f"{other}: {' '.join(str(error).split())}",)))
    return records


def _members(archive: zipfile.ZipFile) -> tuple[dict[str, zipfile.ZipInfo], list[str]]:
    """The files of an archive by their cleaned paths, and what there is to say of their names."""
    members: dict[str, zipfile.ZipInfo] = {}
    lines: list[str] = []
    for info in archive.infolist():
        name = _name(info)
        if info.is_dir() or name.endswith("/"):
            continue
        path = clean_path(name)
        shown = name if name.isprintable() else name.encode("unicode_escape").decode()
        if any(part.startswith(".") and part.strip(".") for part in path.split("/")) or name.startswith(_JUNK):
            lines.append(f'"{shown}" in the archive is hidden, so it is not read')
            continue
        if stat.S_ISLNK(info.external_attr >> 16):
            lines.append(f'"{shown}" in the archive is a link, so it is not read')
            continue
        free = _free(path, members)
        if free != name:
            lines.append(f'"{shown}" in the archive is read as "{free}"')
        members[free] = info
    return members, lines


def _free(path: str, members: dict[str, zipfile.ZipInfo]) -> str:
    if path not in members:
        return path
    number = 2
    while f"{path}#{number}" in members:
        number += 1
    return f"{path}#{number}"


def _name(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: a zip that does not say UTF-8 writes names in the maker's own encoding."""
    name = info.orig_filename
    if info.flag_bits & 0x800 or name.isascii():
        return name
    try:
        return decode(name.encode("cp437")).text
    except (UnicodeEncodeError, Refused):
        return name


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits, budget: Budget) -> bytes:
    """A member's bytes, unpacked piece by piece and never beyond a bound, whatever its header promises."""
    if info.flag_bits & 0x1:
        raise Refused("needs a password; unpack the archive and add what is in it")
    longest = int(limits.file_megabytes * (1 << 20))
    most = int(limits.inflated_megabytes * (1 << 20))
    data = bytearray()
    with archive.open(info) as stream:
        while piece := stream.read(1 << 16):
            data += piece
            budget.inflated += len(piece)
            if len(data) > longest:
                raise Refused(f"unpacks to more than {limits.said('file_megabytes')}")
            if budget.inflated > most:
                raise Refused(f"with it the archive unpacks to more than {limits.said('inflated_megabytes')}")
            if len(data) > 1 << 20 and len(data) > limits.inflation_ratio * max(1, info.compress_size):
                raise Refused(f"unpacks to more than {limits.said('inflation_ratio')} times its packed size")
    return bytes(data)


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS as error:
        raise Refused(f"a damaged zip archive ({' '.join(str(error).split())}); get the file again") from None
