"""The watch list of a case: watch.jsonl, one record a line, only ever added to."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import msgspec

from dragoman.analysis.linkage import side
from dragoman.analysis.watchlist import Item, base_rate, faults, record_faults, watch_list
from dragoman.engines.case_names import case_gazetteer
from dragoman.extraction import load_frames
from dragoman.model import Anchor, Case, Event, Question, Resolution, Update
from dragoman.store import Store

Record = Question | Update | Resolution
_KINDS: dict[str, type[Record]] = {"question": Question, "update": Update, "resolution": Resolution}
_NAMES = {kind: name for name, kind in _KINDS.items()}


class WatchError(ValueError):
    """A question, update or resolution that cannot be kept; the message says what is wrong with it."""


def read_watch(case: Case) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """The items of a case's watch list, and a line for each line of the file that cannot be used (it stays there)."""
    records: list[Record] = []
    problems: list[str] = []
    for number, line in _lines(case):
        try:
            row = msgspec.json.decode(line, type=dict[str, object])
            records.append(msgspec.convert(row, _KINDS[str(row.pop("kind"))]))
        except (msgspec.MsgspecError, KeyError, UnicodeError) as error:
            problems.append(f"{case.watch.name}, line {number}: no record of the watch list ({error}); it is not used")
            continue
        if wrong := _faults(records[-1]):
            problems.append(f"{case.watch.name}, line {number}: {'; '.join(wrong)}; it is not used")
            records.pop()
            continue
        sealed = row.pop("id", None)
        if isinstance(records[-1], Question) and sealed is not None and sealed != records[-1].id:
            problems.append(f"{case.watch.name}, line {number}: the question was changed after it was frozen; not used")
            records.pop()
    return watch_list(records), tuple(problems)


def keep(case: Case, record: Record) -> None:
    """Add a record and see that it is on the disk. WatchError for one with faults."""
    if wrong := _faults(record):
        raise WatchError("; ".join(wrong))
    row = {"kind": _NAMES[type(record)], **msgspec.to_builtins(record)}
    if isinstance(record, Question):
        row["id"] = record.id
    with case.watch.open("ab") as file:
        file.write(msgspec.json.encode(row) + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _faults(record: Record) -> list[str]:
    return faults(record) if isinstance(record, Question) else record_faults(record)


def with_base_rate(case: Case, events: tuple[Event, ...], question: Question, asked: str, days: int) -> Question:
    """The question with the base rate of a side of the case (TRACK:TYPE@ACTOR): in how many past stretches it began.

    The period runs from the case's first day (or its first event) to the day before the question was made.
    """
    line = side(asked, events, case.tracks, load_frames(), case_gazetteer(case.gazetteer))
    last = date.fromisoformat(question.made[:10]) - timedelta(1)
    known = [event.first for event in events if event.first]
    first = case.first or min(known, default=None)
    if first is None or (last - first).days + 1 < days:
        raise WatchError(f"the case holds no stretch of {days} days before {question.made[:10]} to count in")
    hits, tries = base_rate(line.days, first, last, days)
    period = f"{first}/{last}"
    return replace(question, reference=asked, hits=hits, tries=tries, days=days, period=period)


def touched(store: Store, item: Item) -> list[tuple[str, Anchor]]:
    """Where the indicators of a question stand in documents published since it was made: the words, and the place."""
    published = {document.id: document.published or "" for document in store.heads()}
    return [
        (words, hit.anchor)
        for words in item.question.indicators
        for hit in store.search(words)
        if published.get(hit.anchor.document, "") >= item.question.made[:10]
    ]


def _lines(case: Case) -> Iterator[tuple[int, bytes]]:
    if case.watch.is_file():
        for number, line in enumerate(case.watch.read_bytes().split(b"\n"), 1):
            if line.strip():
                yield number, line
