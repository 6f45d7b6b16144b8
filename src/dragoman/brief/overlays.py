"""What lies over or under the lanes of a timeline: rounds at its head, shaded windows, lines between marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.rounds import Round
from dragoman.brief.packing import text_width
from dragoman.brief.scale import Scale

BAND = 22.0


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of days at the head of a timeline, with its name, its address, and whether it goes on beyond it."""

    x: float
    right: float
    label: str
    link: str
    title: str
    open: bool


@dataclass(frozen=True, slots=True)
class Shade:
    """Days that are shaded through all lanes."""

    x: float
    right: float


@dataclass(frozen=True, slots=True)
class Join:
    """A line from one mark to another."""

    x: float
    y: float
    to_x: float
    to_y: float


def bands(rounds: Sequence[Round], scale: Scale, base: str) -> tuple[Band, ...]:
    """The rounds that touch the days of a scale; a name that has no room is its number, then nothing."""
    found = []
    for one in rounds:
        if one.first > scale.last or (one.last and one.last < scale.first):
            continue
        x, right = scale.start(one.first), scale.end(one.last) if one.last else scale.right
        names = (f"Round {one.number}", str(one.number))
        label = next((name for name in names if text_width(name, 12.5) + 12 <= right - x), "")
        until = f" to {one.last}" if one.last else " on"
        title = f"Round {one.number}: {one.first}{until}, opened by {one.opened_by.label}"
        found.append(Band(x, right, label, f"{base}#{one.opened_by.id}", title, one.last is None))
    return tuple(found)


def shades(days: Iterable[date], scale: Scale) -> tuple[Shade, ...]:
    """Days as shaded stretches, days that follow one another in one.

    >>> shades([date(2018, 5, 2), date(2018, 5, 3)], Scale(date(2018, 5, 1), date(2018, 5, 10), 0, 100))
    (Shade(x=10.0, right=30.0),)
    """
    runs: list[list[date]] = []
    for day in sorted(set(days)):
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return tuple(Shade(scale.start(run[0]), scale.end(run[-1])) for run in runs)
