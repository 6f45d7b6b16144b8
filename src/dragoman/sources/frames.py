"""Messages between the reading process and its parent: length, then MessagePack of typed records.

Nothing that arrives is unpickled, and no length is trusted beyond a bound that the receiver sets.
"""

import struct
from typing import BinaryIO, TypeVar

import msgspec

from dragoman.sources.limits import Limits
from dragoman.sources.records import ReadDocument

_LENGTH = struct.Struct(">Q")
_PIECE = 1 << 20


class Request(msgspec.Struct, frozen=True):
    """Read this file. Paths are the file system's own bytes."""

    file: bytes
    path: str
    sidecars: tuple[bytes, ...]
    beside: tuple[str, ...]
    limits: Limits


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The reading process has started."""


class Read(msgspec.Struct, frozen=True, tag=True):
    """One document."""

    document: ReadDocument


class Said(msgspec.Struct, frozen=True, tag=True):
    """A line about the file as a whole."""

    line: str


class Done(msgspec.Struct, frozen=True, tag=True):
    """The file is finished: its SHA-256 ("" where it could not be opened), and why it was refused, if it was."""

    sha256: str
    refused: str | None = None


Answer = Ready | Read | Said | Done
_T = TypeVar("_T")


class TooLong(Exception):
    """A message longer than the receiver takes."""


def send(stream: BinaryIO, message: Request | Answer) -> None:
    """Write one message and flush it."""
    data = msgspec.msgpack.encode(message)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO, decoder: "msgspec.msgpack.Decoder[_T]", bound: int) -> _T | None:
    """The next message, or None at the end of the stream.

    Raises TooLong where it announces more than `bound` bytes, and msgspec.DecodeError where it is no such message.
    """
    head = _exactly(stream, _LENGTH.size)
    if head is None:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > bound:
        raise TooLong(f"a message of {length} bytes, more than {bound}")
    data = _exactly(stream, length)
    return None if data is None else decoder.decode(data)


def _exactly(stream: BinaryIO, length: int) -> bytes | None:
    """So many bytes, taken in pieces, so that memory grows only with what really arrives."""
    data = bytearray()
    while len(data) < length:
        piece = stream.read(min(_PIECE, length - len(data)))
        if not piece:
            return None
        data += piece
    return bytes(data)
