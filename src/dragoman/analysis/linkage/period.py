"""The days that a claim is looked at over: those of the case, else those that its sources watched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.linkage.window import LinkageError

ENOUGH = 0.5  # of the events must lie between the sources' days for these to be the period


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, and where they come from in words; `basis` is empty where the case or an analyst set them."""

    first: date
    last: date
    basis: str = ""

    @property
    def caveats(self) -> tuple[str, ...]:
        """What has to be said of a period that nobody set."""
        if not self.basis:
            return ()
        taken = f"{self.basis}, {self.first} to {self.last}, were taken"
        return (f"nobody set a period (first and last in case.toml): {taken}, and what lies outside does not count",)


def period(first: date | None, last: date | None, days: Sequence[date], published: Iterable[str]) -> Period:
    """The period of a case that sets `first` and `last`, or one of them, or none.

    What it does not set is taken from the first and last day on which a source was published: before and after, nobody
    watched, and one old date in a text would stretch the period by years. Where fewer than half of the events (`days`)
    lie between these days (a history, written afterwards), the events' own first and last day are taken.
    LinkageError where there is nothing to take.

    >>> march, may = date(2018, 3, 22), date(2018, 5, 7)
    >>> period(None, None, [date(1950, 6, 25), march, may], ["2018-03-01", "2018-07-18", "2018"]).first
    datetime.date(2018, 3, 1)
    >>> period(None, None, [march, may], ["2019-01-01", "2019-02-01"]).basis
    'the days of its events'
    """
    if first and last:
        return Period(first, last)
    printed = sorted(day for text in published if (day := _day(text)))
    watched = (printed[0], printed[-1]) if printed else None
    if watched and sum(watched[0] <= day <= watched[1] for day in days) >= ENOUGH * len(days) and len(set(printed)) > 1:
        return Period(first or watched[0], last or watched[1], "the days from its first source to its last")
    if not days:
        raise LinkageError("the case has no period and no dated event; give one with --period FIRST/LAST")
    return Period(first or min(days), last or max(days), "the days of its events")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
