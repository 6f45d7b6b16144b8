"""A watch over a process: it is ended when it has not answered in its time."""

import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_LOOKS = 0.05
"""How often the watch looks, in seconds: one thread that looks now and then costs less than a timer a file."""


class Watch:
    """Looks after one process, from a thread of its own, until it is released."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.late = False
        self._process = process
        self._deadline: float | None = None
        self._lock = threading.Lock()
        self._over = threading.Event()
        threading.Thread(target=self._look, name="watch", daemon=True).start()

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """End the process, and set `late`, where the block takes longer than so many seconds by the wall clock."""
        with self._lock:
            self._deadline = time.monotonic() + seconds
        try:
            yield
        finally:
            with self._lock:
                self._deadline = None

    def release(self) -> None:
        """Watch no longer."""
        self._over.set()

    def _look(self) -> None:
        while not self._over.wait(_LOOKS):
            with self._lock:
                if self._deadline is not None and time.monotonic() > self._deadline:
                    self.late = True
                    self._deadline = None
                    self._process.kill()
