"""A case to read, and one child process for all tests that read single files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.model import Case
from dragoman.sources import Child, FileRead, Limits, SourceFile, create_case
from dragoman.sources.sidecars import sidecars_of

Reader = Callable[..., FileRead]


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """An empty case."""
    return create_case(tmp_path / "case", "Three visits")


@pytest.fixture(scope="session")
def child() -> Iterator[Child]:
    """One reading process, kept over the tests: that it stays alive is part of what they show."""
    with Child() as reading:
        yield reading


@pytest.fixture
def read(child: Child, tmp_path: Path) -> Reader:
    """Write bytes under a name and read them through the child process."""

    def reading(name: str, data: bytes | str, limits: Limits | None = None) -> FileRead:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return child.ask(SourceFile(name, path, sidecars=sidecars_of(path)), limits or Limits())

    return reading
