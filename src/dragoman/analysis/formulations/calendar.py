"""The documents of an index sorted into years, months, days, outlets and rungs, once for many questions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from dragoman.analysis.formulations.index import PhraseIndex
from dragoman.analysis.formulations.suffixes import Numbers
from dragoman.analysis.formulations.texts import period_in_words


@dataclass(frozen=True, slots=True)
class Groups:
    """Which group each document is in (-1 for none), the groups' names in order, how many documents each has."""

    names: tuple[str, ...]
    of_document: Numbers
    sizes: Numbers


class Calendar:
    """Made from an index; documents are numbered as in it."""

    def __init__(self, index: PhraseIndex) -> None:
        periods = index.periods
        self.periods = periods
        self.years = grouped([str(value // 10_000) if value else None for value in periods.tolist()])
        self.months = grouped([_month(value) for value in periods.tolist()])
        self.days = np.array([_day(value) for value in periods.tolist()], np.int64)
        self.outlets = grouped([heading.outlet or None for heading in index.headings])
        self.rungs = grouped([heading.rung or None for heading in index.headings])

    def first_by_rung(self, owners: Numbers) -> tuple[tuple[str, str], ...]:
        """(rung, earliest date) of the dated documents among `owners`, in order of date."""
        firsts: list[tuple[int, str]] = []
        rungs, periods = self.rungs.of_document[owners], self.periods[owners]
        for number, name in enumerate(self.rungs.names):
            dated = periods[(rungs == number) & (periods > 0)]
            if len(dated):
                firsts.append((int(dated.min()), name))
        return tuple((name, period_in_words(first) or "") for first, name in sorted(firsts))


def grouped(names: Sequence[str | None]) -> Groups:
    """Sort things by name; None is in no group.

    >>> groups = grouped(["b", None, "a", "b"])
    >>> groups.names, groups.of_document.tolist(), groups.sizes.tolist()
    (('a', 'b'), [1, -1, 0, 1], [1, 2])
    """
    known = tuple(sorted({name for name in names if name is not None}))
    number = {name: at for at, name in enumerate(known)}
    of_document = np.fromiter((-1 if name is None else number[name] for name in names), np.int64, len(names))
    return Groups(known, of_document, np.bincount(of_document[of_document >= 0], minlength=len(known)))


def sums(groups: Groups, owners: Numbers, amounts: Iterable[Numbers]) -> list[Numbers]:
    """For each of `amounts`, one number a document of `owners`, its sum in each group."""
    at = groups.of_document[owners]
    inside = at >= 0
    return [
        np.bincount(at[inside], weights=amount[inside], minlength=len(groups.names)).astype(np.int64)
        for amount in amounts
    ]


def _month(value: int) -> str | None:
    return (period_in_words(value - value % 100) or None) if value // 100 % 100 else None


def _day(value: int) -> int:
    """The day's ordinal, 0 where the date is no whole day of the calendar."""
    try:
        return date(value // 10_000, value // 100 % 100, value % 100).toordinal()
    except ValueError:
        return 0
