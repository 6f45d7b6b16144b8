"""The share of documents over time as bars, months or years, with events marked above them."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.formulations.chains import Link
from dragoman.analysis.formulations.history import History, Stretch
from dragoman.brief.scale import Scale, Tick
from dragoman.model import Event

WIDTH, HEIGHT, LEFT, BASE, TOP = 350.0, 132.0, 36.0, 104.0, 26.0
DOTS = 40
MONTHS = 48  # months up to which they are shown one by one


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or year: its bar, of which kind, and what it says; one of no height is a period without the phrase."""

    x: float
    width: float
    top: float
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Spot:
    """An event above the bars, on the first day on which it is known to have been."""

    x: float
    event: Event


@dataclass(frozen=True, slots=True)
class ShareChart:
    """Everything the template draws; `most` is what the highest bar stands for."""

    bars: tuple[Bar, ...]
    spots: tuple[Spot, ...]
    ticks: tuple[Tick, ...]
    most: str

    @property
    def dense(self) -> bool:
        """Whether there are too many events for a dot and a link each; the list on the page has them."""
        return len(self.spots) > DOTS


def stretches(history: History) -> tuple[Stretch, ...]:
    """The months of a history where they are few and most documents have one; else its years."""
    months, years = history.months, history.years
    if not months or sum(month.of for month in months) * 2 < sum(year.of for year in years):
        return years
    (first, last) = (_days(months[at].period) for at in (0, -1))
    span = (last[1].year - first[0].year) * 12 + last[1].month - first[0].month + 1
    return months if span <= MONTHS else years


def share_chart(history: History, events: Sequence[Event] = ()) -> ShareChart | None:
    """The chart of a history; None where no document has a date. Periods without any document are left empty."""
    shown = stretches(history)
    if not shown:
        return None
    scale = _scale([one.period for one in shown])
    most = max(one.share for one in shown)
    bars = (
        _bar(one.period, one.share / most if most else 0, scale, "share", f"{one.documents} of {one.of}")
        for one in shown
    )
    return ShareChart(
        tuple(bars), _spots(events, scale), scale.ticks(), f"{most:.0%}" if most >= 0.095 else f"{most:.1%}"
    )


def chain_chart(link: Link) -> ShareChart:
    """The documents of each year with the long form, and beside them those with the short form alone."""
    scale = _scale([one.year for one in link.years])
    most = max(max(one.long, one.short) for one in link.years)
    bars = []
    for one in link.years:
        whole = _bar(one.year, 1, scale, "", "")
        for kind, number, at in (("long", one.long, 0), ("short", one.short, 1)):
            half = whole.width / 2
            top = BASE - (BASE - TOP) * number / most
            words = f"{one.year}: {number} with the {kind} form"
            bars.append(Bar(whole.x + at * half, half, top, kind, words))
    return ShareChart(tuple(bars), (), scale.ticks(), str(most))


def _scale(periods: Sequence[str]) -> Scale:
    days = [_days(period) for period in periods]
    return Scale(min(first for first, _ in days), max(last for _, last in days), LEFT, WIDTH - 4)


def _bar(period: str, height: float, scale: Scale, kind: str, words: str) -> Bar:
    first, last = _days(period)
    x, right = scale.start(first), scale.end(last)
    gap = min(2.0, (right - x) * 0.2)
    return Bar(x + gap / 2, right - x - gap, BASE - (BASE - TOP) * height, kind, f"{period}: {words}")


def _days(period: str) -> tuple[date, date]:
    """The first and last day of a month or year, written 2018-05 or 2018."""
    year, _, month = period.partition("-")
    if not month:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    return date(int(year), int(month), 1), date(int(year), int(month), monthrange(int(year), int(month))[1])


def _spots(events: Sequence[Event], scale: Scale) -> tuple[Spot, ...]:
    dated = [(event.first or event.last, event) for event in events]
    return tuple(
        Spot((scale.start(day) + scale.end(day)) / 2, event)
        for day, event in dated
        if day and scale.first <= day <= scale.last
    )
