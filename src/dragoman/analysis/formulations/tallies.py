"""Cells summed up: by phrase and any of document, day, month, year, outlet, rung and register."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.analysis.formulations.counting import Cell
from dragoman.analysis.formulations.faults import FormulationError
from dragoman.analysis.formulations.texts import period_in_words

BY = ("document", "day", "month", "year", "outlet", "rung", "register")


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one phrase in one group: `group` holds the values of what was asked for, in that order."""

    phrase: str
    group: tuple[str, ...]
    documents: int
    occurrences: int


def tally(cells: Iterable[Cell], by: Sequence[str] = ()) -> tuple[Tally, ...]:
    """Sum cells by phrase and `by`, ordered by phrase and group.

    A date less precise than asked for counts under "" (an undated text too). Registers are only ever told apart:
    a document with a phrase in a question and an answer counts once in each.

    >>> cells = [Cell("会晤", "do-1", 20180507, "", "", "answer", 2), Cell("会晤", "do-2", 20180000, "", "", "body", 1)]
    >>> [(one.group, one.documents, one.occurrences) for one in tally(cells, ["month"])]
    [(('',), 1, 1), (('2018-05',), 1, 2)]
    """
    for name in by:
        if name not in BY:
            raise FormulationError(f'cannot count by "{name}"; by one or more of: {", ".join(BY)}')
    documents: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    occurrences: dict[tuple[str, tuple[str, ...]], int] = {}
    for cell in cells:
        at = (cell.phrase, tuple(_value(cell, name) for name in by))
        documents.setdefault(at, set()).add(cell.document)
        occurrences[at] = occurrences.get(at, 0) + cell.occurrences
    return tuple(
        Tally(phrase, group, len(documents[phrase, group]), occurrences[phrase, group])
        for phrase, group in sorted(documents)
    )


def _value(cell: Cell, name: str) -> str:
    if name in ("day", "month", "year"):
        length = {"day": 10, "month": 7, "year": 4}[name]
        said = period_in_words(cell.period) or ""
        return said[:length] if len(said) >= length else ""
    return str(getattr(cell, name))
