"""Reading a case: its files through bounded child processes, the answers in the order of their paths."""

import os
import queue
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path

from dragoman.model import Case
from dragoman.sources.bounded import Child
from dragoman.sources.keys import Keys
from dragoman.sources.limits import Limits, limits_from
from dragoman.sources.records import FileRead, SourceFile
from dragoman.sources.scanning import scan
from dragoman.sources.sidecars import sidecars_of


def read_sources(
    case: Case, paths: Sequence[Path | str] | None = None, limits: Limits | None = None, jobs: int = 2
) -> Iterator[FileRead]:
    """Read the case's files, or those of `paths` (relative to sources/, or below it), in sorted order of path.

    `limits` are the case's own where none are given; `jobs` is how many child processes read at once. Each file gives
    one answer, whatever happens to its reader. Keys are unique within this reading (see `unique_keys` for a part).
    Raises CaseError where there is no sources/ folder.
    """
    sources = scan(case)
    wanted = list(sources if paths is None else _chosen(case, sources, paths))
    beside = _beside(sources)
    keys = Keys()
    for answer in _read(wanted, beside, limits or limits_from(case.limits), jobs):
        yield _keyed(answer, keys)


def read_file(path: Path, limits: Limits | None = None) -> FileRead:
    """Read one file that belongs to no case, with the sidecars beside it; its `path` in the answer is its name.

    >>> read_file(Path("no-such-file.txt")).refused
    'no such file'
    """
    names = [
        path.with_suffix(ending).name for ending in (".txt", ".md") if path.name and path.with_suffix(ending).is_file()
    ]
    name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with Child() as child:
        source = SourceFile(name, path, sidecars=sidecars_of(path))
        return _keyed(child.ask(source, limits or Limits(), names), Keys())


def _chosen(case: Case, sources: Sequence[SourceFile], paths: Iterable[Path | str]) -> Iterator[SourceFile]:
    known = {source.path: source for source in sources}
    names = set()
    for path in paths:
        given = Path(path)
        inside = given.is_absolute() or given.is_relative_to(case.sources)
        names.add(
            given.relative_to(case.sources).as_posix()
            if inside and given.is_relative_to(case.sources)
            else given.as_posix()
        )
    for name in sorted(names):
        yield known.get(name) or SourceFile(name, case.sources / name, refused="no such file in sources/")


def _beside(sources: Iterable[SourceFile]) -> dict[str, tuple[str, ...]]:
    """By path without ending: the names of the files that share it."""
    names: dict[str, list[str]] = {}
    for source in sources:
        names.setdefault(os.path.splitext(source.path)[0], []).append(source.path.rsplit("/", 1)[-1])
    return {path: tuple(found) for path, found in names.items()}


def _read(
    sources: Sequence[SourceFile], beside: dict[str, tuple[str, ...]], limits: Limits, jobs: int
) -> Iterator[FileRead]:
    """Answers in the order of the sources; at most a few files are read ahead of the one that is waited for."""
    jobs = max(1, min(jobs, len(sources)))
    children: queue.SimpleQueue[Child] = queue.SimpleQueue()
    mine = [Child() for _ in range(jobs)]
    for child in mine:
        children.put(child)
    stopped = threading.Event()

    def ask(source: SourceFile) -> FileRead:
        if source.refused or stopped.is_set():
            return FileRead(source.path, "", refused=source.refused or "stopped")
        child = children.get()
        try:
            return child.ask(source, limits, beside[os.path.splitext(source.path)[0]])
        finally:
            children.put(child)

    pool = ThreadPoolExecutor(jobs, thread_name_prefix="reading")
    try:
        rest = iter(sources)
        ahead: list[Future[FileRead]] = [pool.submit(ask, source) for source in islice(rest, 4 * jobs)]
        while ahead:
            answer = ahead.pop(0).result()
            ahead += [pool.submit(ask, source) for source in islice(rest, 1)]
            yield answer
    finally:
        stopped.set()
        for child in mine:
            child.close()
        pool.shutdown(wait=True, cancel_futures=True)
        for child in mine:
            child.close()


def _keyed(answer: FileRead, keys: Keys) -> FileRead:
    documents = []
    for document in answer.documents:
        if document.state == "refused":
            documents.append(document)
            continue
        key, line = keys.give(document.path, document.key, document.key_basis)
        warnings = (*document.warnings, line) if line else document.warnings
        documents.append(replace(document, key=key, warnings=warnings))
    return replace(answer, documents=tuple(documents))
