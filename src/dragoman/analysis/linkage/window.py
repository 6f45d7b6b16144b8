"""Days of two tracks in a period, and the days on which one track would answer the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Days = NDArray[np.int64]


class LinkageError(ValueError):
    """A question about two tracks that has no meaning; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Window:
    """An answer counts from `first` to `last` days after an act, both included."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 0 <= self.first <= self.last:
            raise LinkageError(
                f"a window of {self.first} to {self.last} days: it must begin at 0 or later and not end before"
            )

    @property
    def width(self) -> int:
        """Days it counts."""
        return self.last - self.first + 1


def days_in(dates: Iterable[date], first: date, last: date) -> Days:
    """The distinct days of a track as numbers from 0 (the period's first day), those outside the period left out.

    >>> days_in([date(2018, 3, 22), date(2018, 3, 22), date(2019, 1, 1)], date(2018, 3, 1), date(2018, 7, 18)).tolist()
    [21]
    """
    numbers = {(day - first).days for day in dates if first <= day <= last}
    return np.array(sorted(numbers), dtype=np.int64)


def cover(acts: Days, window: Window, length: int) -> Flags:
    """The days of a period of so many days that lie in the window after some act.

    >>> cover(np.array([1, 2]), Window(0, 1), 5).tolist()
    [False, True, True, True, False]
    """
    covered = np.zeros(length, dtype=np.bool_)
    for act in acts:
        covered[act + window.first : act + window.last + 1] = True
    return covered


def triggered(acts: Days, answers: Days, window: Window) -> int:
    """How many acts have an answer in their window.

    >>> triggered(np.array([0, 10]), np.array([3]), Window(0, 7))
    1
    """
    low = np.searchsorted(answers, acts + window.first, side="left")
    high = np.searchsorted(answers, acts + window.last, side="right")
    return int(np.count_nonzero(high > low))
