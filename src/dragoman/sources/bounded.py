"""The parent's side of bounded reading: a child process that is asked, timed, and replaced when it fails."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from dragoman.sources.frames import Answer, Done, Read, Ready, Request, Said, TooLong, receive, send
from dragoman.sources.limits import Limits
from dragoman.sources.records import FileRead, ReadDocument, SourceFile
from dragoman.sources.watch import Watch

_START_SECONDS = 120.0
_STARTER = "import sys; sys.path.append(sys.argv[1]); from dragoman.sources.worker import main; main()"
_DECODER = msgspec.msgpack.Decoder(Answer)


class Child:
    """One reading process, started when first asked and again after it had to be ended.

    Use as a context manager, or call `close`; a child whose parent dies ends of itself.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._watch: Watch | None = None

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, source: SourceFile, limits: Limits, beside: Iterable[str] = ()) -> FileRead:
        """Read one file. A child that dies, hangs or answers nonsense is ended, and the file is refused."""
        request = Request(
            os.fsencode(source.file),
            source.path,
            tuple(os.fsencode(sidecar) for sidecar in source.sidecars),
            tuple(beside),
            limits,
        )
        try:
            process, watch = self._running()
            with watch.within(limits.seconds):
                return self._answer(process, request)
        except (_Ended, OSError, TooLong, msgspec.MsgspecError) as error:
            reason = self._why(error, limits)
            self.close()
            return FileRead(source.path, "", refused=reason)

    def close(self) -> None:
        """End the process, at once."""
        process, self._process = self._process, None
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.release()
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()

    def _running(self) -> "tuple[subprocess.Popen[bytes], Watch]":
        if self._process is not None and self._process.poll() is not None:
            self.close()  # it went between two files, so neither of them is to blame
        if self._process is None or self._watch is None:
            self._process = _start()
            self._watch = Watch(self._process)
            with self._watch.within(_START_SECONDS):
                if not isinstance(receive(_out(self._process), _DECODER, 1 << 10), Ready):
                    raise _Ended
        return self._process, self._watch

    def _answer(self, process: "subprocess.Popen[bytes]", request: Request) -> FileRead:
        limits = request.limits
        longest = int((limits.file_megabytes + limits.inflated_megabytes) * 3 * (1 << 20))
        documents: list[ReadDocument] = []
        warnings: list[str] = []
        send(_in(process), request)
        while True:
            message = receive(_out(process), _DECODER, longest)
            if isinstance(message, Read):
                documents.append(message.document)
                longest -= 4 * len(message.document.text)
            elif isinstance(message, Said):
                warnings.append(message.line)
            elif isinstance(message, Done):
                return FileRead(request.path, message.sha256, tuple(documents), message.refused, tuple(warnings))
            else:
                raise _Ended

    def _why(self, error: Exception, limits: Limits) -> str:
        if self._watch is not None and self._watch.late:
            return f"took longer than {limits.said('seconds')}; its reader was ended"
        if isinstance(error, TooLong):
            return f"gave more text than {limits.said('inflated_megabytes')} allows; its reader was ended"
        code = (
            self._process.wait() if self._process is not None and isinstance(error, _Ended | BrokenPipeError) else None
        )
        said = f"signal {-code}" if code is not None and code < 0 else f"exit {code}"
        return f"its reader died ({said}), perhaps for want of memory: {limits.said('memory_megabytes')}"


class _Ended(Exception):
    """The child's answers stopped."""


def _start() -> "subprocess.Popen[bytes]":
    home = str(Path(__file__).resolve().parents[2])
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _STARTER, home],  # -P: nothing in the working folder is taken for a module
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _in(process: "subprocess.Popen[bytes]") -> BinaryIO:
    assert process.stdin is not None
    return cast(BinaryIO, process.stdin)


def _out(process: "subprocess.Popen[bytes]") -> BinaryIO:
    assert process.stdout is not None
    return cast(BinaryIO, process.stdout)
