"""The time axis: days to places on a line, and the ticks that fit the span."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.analysis.day_words import MONTHS

STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis: where, what it says, and whether it opens a year."""

    x: float
    label: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from the start of the day `first` at `left` to the end of the day `last` at `right`."""

    first: date
    last: date
    left: float
    right: float

    @property
    def day(self) -> float:
        """The width of one day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def start(self, day: date) -> float:
        """Where a day begins, inside the scale.

        >>> Scale(date(2018, 5, 1), date(2018, 5, 10), 0, 100).start(date(2018, 5, 3))
        20.0
        """
        return self._clamped((day - self.first).days)

    def end(self, day: date) -> float:
        """Where a day ends, inside the scale."""
        return self._clamped((day - self.first).days + 1)

    def named_days(self, day: date) -> str:
        """A day as a label on this axis gives it: the number under months, number and month under longer steps, nothing
        where a tick is a year or more."""
        if self.day * 30.4 >= 56:
            return str(day.day)
        return f"{day.day} {MONTHS[day.month - 1][:3]}" if self.day * 30.4 * 6 >= 56 else ""

    def _clamped(self, days: int) -> float:
        return min(self.right, max(self.left, self.left + days * self.day))

    def ticks(self) -> tuple[Tick, ...]:
        """Weeks under ten weeks where they have room, else months, quarters or years: what leaves labels 56 apart."""
        if self.day * 7 >= 64:
            ticks = tuple(self._weeks())
        else:
            month = self.day * 30.4
            step = next((step for step in STEPS if step * month >= 56), STEPS[-1])
            ticks = tuple(self._months(step))
        return self._with_year(tuple(tick for tick in ticks if tick.x <= self.right - 30))

    def _with_year(self, ticks: tuple[Tick, ...]) -> tuple[Tick, ...]:
        """The first tick says its year too, where there is room."""
        if not ticks or ticks[0].strong:
            return ticks
        after = ticks[1].x if len(ticks) > 1 else self.right
        if after - ticks[0].x < 68:
            return ticks
        return replace(ticks[0], label=f"{ticks[0].label} {self.first.year}"), *ticks[1:]

    def _weeks(self) -> Iterator[Tick]:
        day = self.first + timedelta(days=-self.first.weekday() % 7)
        month = 0
        while day <= self.last:
            label = f"{day.day} {MONTHS[day.month - 1][:3]}" if day.month != month else str(day.day)
            month = day.month
            yield Tick(self.start(day), label)
            day += timedelta(days=7)

    def _months(self, step: int) -> Iterator[Tick]:
        year, month = self.first.year, self.first.month
        while date(year, month, 1) <= self.last:
            if (month - 1) % step == 0 and (step <= 12 or year % (step // 12) == 0):
                day = date(year, month, 1)
                if day >= self.first:
                    opens = month == 1
                    name = str(year) if opens else MONTHS[month - 1][:3]
                    yield Tick(self.start(day), name, opens)
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
            if year > 9998:
                return
