"""Documents into observations, by as many processes as there is work for."""

import multiprocessing
import os
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from dragoman import __version__, extraction
from dragoman.engines.case_names import case_gazetteer, names_digest
from dragoman.engines.progress import Progress
from dragoman.model import Document, Reading, content_id
from dragoman.store import Store

T = TypeVar("T")

COMMIT_DOCUMENTS = 50
LOOK_SECONDS = 0.5  # how often a worker looks whether its parent is still there
WORTH_A_PROCESS = 400_000  # characters below which starting another process costs more than it gives


def fingerprint(document: Document, names: str = "") -> str:
    """What a document's observations depend on, as a name; `names` is the digest of the case's own gazetteer.

    >>> one = Document("do-1", "so-1", "", "会晤。", "zh", "2018-05-09", "text/1")
    >>> fingerprint(one) == fingerprint(one)
    True
    """
    passages = "".join(f"{passage.start},{passage.end},{passage.register};" for passage in document.passages)
    return content_id(
        "fp", document.id, document.published, document.language, passages, extraction.EXTRACTOR, __version__, names
    )  # fmt: skip


def observe_changed(store: Store, jobs: int, progress: Progress, names: Path) -> int:
    """Observe every current document whose observations are missing or were made otherwise; return how many.

    `names` is the case's own gazetteer file, which may be absent.
    """
    digest = names_digest(names)
    case_gazetteer(names)  # a row that cannot be read is told before any work is done
    fingerprints = {document.id: fingerprint(document, digest) for document in store.heads()}
    todo = store.unread(list(fingerprints.items()))
    done = 0
    for batch in _batches(_observed(store, todo, jobs, names), COMMIT_DOCUMENTS):
        store.keep_readings(
            [(identity, extraction.EXTRACTOR, fingerprints[identity], readings) for identity, readings in batch]
        )
        done += len(batch)
        progress("Observing", done, len(todo))
    return len(todo)


def observe(document: Document, names: Path) -> tuple[str, tuple[Reading, ...]]:
    """All readings of one document, with its id. It runs in any process."""
    published = _day(document.published)
    known = case_gazetteer(names)
    return document.id, extraction.observe(document.text, document.language, published, document.passages, known)


def _day(published: str | None) -> date | None:
    """The day of publication, where the record gives a whole day."""
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None


def _observed(store: Store, todo: Sequence[str], jobs: int, names: Path) -> Iterator[tuple[str, tuple[Reading, ...]]]:
    documents = (document for identity in todo if (document := store.document(identity)))
    first = list(islice(documents, 2 * COMMIT_DOCUMENTS))
    small = sum(len(document.text) for document in first) < WORTH_A_PROCESS and len(first) == len(todo)
    if jobs < 2 or small:
        yield from (observe(document, names) for document in chain(first, documents))
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent, initargs=(os.getpid(),)) as pool:
        for batch in (first, *_batches(documents, 2 * COMMIT_DOCUMENTS)):
            yield from pool.map(partial(observe, names=names), batch, chunksize=4)


def _end_with_parent(parent: int) -> None:
    """In a worker: see to it that it does not outlive a parent that was killed."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch
