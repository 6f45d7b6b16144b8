"""The reading process: takes files one after the other from its parent, within limits, and sends back documents.

Started by bounded.py. It ends when its parent does: at the end of its input, and on Linux by
the signal that the kernel sends on a parent's death.
"""

import os
import signal
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec

from dragoman.sources.bibliography import SidecarRecord
from dragoman.sources.errors import Refused
from dragoman.sources.frames import Answer, Done, Read, Ready, Request, Said, receive, send
from dragoman.sources.given import Given
from dragoman.sources.limits import Limits
from dragoman.sources.reading import documents_of
from dragoman.sources.records import ReadDocument
from dragoman.sources.sidecar_reading import read_sidecar

_LONGEST_REQUEST = 64 << 20


def main() -> None:
    """Serve requests from standard input until it ends."""
    incoming, outgoing = _own_streams()
    _die_with_parent()
    decoder = msgspec.msgpack.Decoder(Request)
    send(outgoing, Ready())
    while (request := receive(incoming, decoder, _LONGEST_REQUEST)) is not None:
        _bound_memory(request.limits)
        for answer in answers(request):
            send(outgoing, answer)


def answers(request: Request) -> Iterator[Answer]:
    """All that there is to say about one file, `Done` last. Whatever goes wrong in it becomes its refusal."""
    digest = ""
    try:
        data = _bytes_of(Path(os.fsdecode(request.file)), request.limits)
        digest = sha256(data).hexdigest()
        records = [_sidecar(Path(os.fsdecode(name)), request.limits) for name in request.sidecars]
        given = Given(request.path, data, request.limits, records, 0, frozenset(request.beside))
        for found in documents_of(given):
            yield Read(found) if isinstance(found, ReadDocument) else Said(found)
        yield Done(digest)
    except Refused as error:
        yield Done(digest, str(error))
    except MemoryError:
        yield Done(digest, f"needs more memory than {request.limits.said('memory_megabytes')}")
    except RecursionError:
        yield Done(digest, "nested too deep to be read")
    except OSError as error:
        yield Done(digest, f"cannot be read ({error.strerror or error})")
    except Exception as error:  # a reader's own fault must not cost the other files
        yield Done(digest, f"the reader failed ({type(error).__name__}: {_one_line(error)}); please report this file")


def _bytes_of(file: Path, limits: Limits) -> bytes:
    if file.is_dir():
        raise Refused("a folder, not a file")
    if not file.is_file():
        raise Refused("not a plain file (a device, pipe or socket)" if file.exists() else "no such file")
    bound = int(limits.file_megabytes * (1 << 20))
    with file.open("rb") as stream:
        data = stream.read(bound + 1)
    if len(data) > bound:
        raise Refused(f"larger than {limits.said('file_megabytes')}")
    return data


def _sidecar(file: Path, limits: Limits) -> SidecarRecord:
    with file.open("rb") as stream:
        return read_sidecar(file.name, stream.read(int(limits.sidecar_kilobytes * 1024) + 1), limits)


def _one_line(error: Exception) -> str:
    shown = " ".join(str(error).split()).encode("utf-8", "replace").decode()
    return shown if len(shown) <= 200 else shown[:199] + "…"


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """The pipes, taken out of the way of any library that prints or reads."""
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return incoming, outgoing


def _die_with_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    try:
        ctypes.CDLL(None, use_errno=True).prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG
    except (OSError, AttributeError):
        return


def _bound_memory(limits: Limits) -> None:
    try:
        import resource
    except ImportError:
        return
    wanted = int(limits.memory_megabytes * (1 << 20))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return
