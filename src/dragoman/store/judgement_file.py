"""judgements.jsonl: a person's decisions, one JSON object a line, only ever added to."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dragoman.model import Judgement


def read_judgements(path: Path) -> tuple[tuple[Judgement, ...], tuple[str, ...]]:
    """The judgements in a file, oldest first, and a line for each that cannot be read (which stays in the file).

    A file that is absent holds none.
    """
    judgements: list[Judgement] = []
    problems: list[str] = []
    for number, line in _lines(path):
        try:
            judgements.append(msgspec.json.decode(line, type=Judgement))
        except (msgspec.DecodeError, UnicodeError) as error:
            problems.append(f"{path.name}, line {number}: not a judgement ({error}); it is left as it is and not used")
    return tuple(judgements), tuple(problems)


def append_judgement(path: Path, judgement: Judgement) -> None:
    """Add one judgement and see that it is on the disk."""
    unfinished = path.is_file() and path.stat().st_size > 0 and path.read_bytes()[-1:] != b"\n"
    with path.open("ab") as file:
        file.write((b"\n" if unfinished else b"") + msgspec.json.encode(judgement) + b"\n")
        file.flush()
        os.fsync(file.fileno())


def latest(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """Of several judgements about one thing, the one that was given last.

    What a report says and which reports it is joined with are two things: each has its own last word.

    >>> old = Judgement("a.txt", "do-1", 0, 2, "会晤", "report", "meet.zh[0]", "reject", "2018-07-18T09:00:00Z")
    >>> new = Judgement("a.txt", "do-1", 0, 2, "会晤", "report", "meet.zh[0]", "accept", "2018-07-19T09:00:00Z")
    >>> [one.decision for one in latest((old, new))]
    ['accept']
    """
    by_object = {
        (one.source, one.document, one.start, one.end, one.kind, one.about, one.decision in ("merge", "split")): one
        for one in judgements
    }
    return tuple(by_object.values())


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    if not path.is_file():
        return
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if line.strip():
            yield number, line
