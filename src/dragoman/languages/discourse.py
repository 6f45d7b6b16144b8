"""What a text has told so far: the publication date, the last event told, and which way the clause looks.

A date without its year, or a day without its month, is read by these rules, in this order:

1. Beside an event that the same paragraph has told, it is the date nearest to that event.
2. Otherwise it is reckoned from the publication: towards the future where the clause speaks of the future (will, 将,
   予定, 예정 ...), towards the past where it speaks of the past.
3. Without such a mark it is the nearest date, and of two equally near the past one: the press leaves the year out only
   where nobody would ask; so a date within three months beats one more than half a year away in the direction of the
   tense. A weekday is the last such day, the day of publication counted, as agencies write.
4. An expression that is the whole text (a line of an agenda, a cell of a table) looks forward.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.languages.calendars import Interval

STATED = "stated"
PUBLICATION = "relative to publication"
TOLD = "relative to the last event told"
UNRESOLVED = "unresolved"

_NEAR = 240
_HALF_YEAR, _QUARTER = 183, 92
_CLAUSE = 60


class UnresolvableTimeError(Exception):
    """A time expression that is recognised and names no day that can be known."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A resolved time: closed interval (None where open), precision, and basis."""

    first: date | None
    last: date | None
    precision: str
    basis: str


NOWHERE = Moment(None, None, UNRESOLVED, UNRESOLVED)


class Discourse:
    """The state of the reading of one document; `tell` moves it on."""

    def __init__(self, folded: str, published: date | None, future: re.Pattern[str], past: re.Pattern[str]) -> None:
        self.text = folded
        self.published = published
        self.alone = False
        self._future = future
        self._past = past
        self._told: Interval | None = None
        self._told_day: Interval | None = None
        self._told_at = 0

    def tell(self, moment: Moment, at: int) -> None:
        """Remember the last event told; open, unresolved and long times leave it as it was."""
        if moment.first is None or moment.last is None or (moment.last - moment.first).days > 366:
            return
        if moment.precision in ("before", "after", UNRESOLVED):
            return
        self._told, self._told_at = (moment.first, moment.last), at
        if (moment.last - moment.first).days < 28:
            self._told_day = self._told

    def today(self) -> date:
        """The day of publication."""
        if self.published is None:
            raise UnresolvableTimeError
        return self.published

    def told_day(self) -> tuple[Interval, str]:
        """The day, or the few days, of the last event told; else the day of publication."""
        if self._told_day is not None:
            return self._told_day, TOLD
        return (self.today(), self.today()), PUBLICATION

    def told(self) -> tuple[Interval, str]:
        """The time of the last event told; else the day of publication."""
        if self._told is not None:
            return self._told, TOLD
        return (self.today(), self.today()), PUBLICATION

    def direction(self, start: int, end: int) -> int:
        """Which way the clause around start:end looks: 1 to the future, -1 to the past, 0 unmarked."""
        if self.alone:
            return 1
        after = self.text[end : end + _CLAUSE]
        before = self.text[max(0, start - _CLAUSE) : start]
        stop = re.search("[。！？!?\n；;]|\\.\\s", after)
        after = after[: stop.start()] if stop else after
        cut = max(before.rfind(mark) for mark in "。！？!?\n；;")
        before = before[cut + 1 :]
        if self._future.search(after) or self._future.search(before):
            return 1
        return -1 if self._past.search(after) or self._past.search(before) else 0

    def nearest(
        self, candidates: Iterable[Interval], start: int, end: int, weekday: bool = False
    ) -> tuple[Interval, str]:
        """Choose among intervals that the words allow, by the rules above; without a base, UnresolvableTimeError."""
        options = list(candidates)
        if not options:
            raise UnresolvableTimeError
        near = self._told is not None and self._same_paragraph(start)
        direction = self.direction(start, end)
        if self.published is None or (near and not weekday and direction <= 0):
            base, basis = self.told()
            if self.published is not None and base[1] <= self.published:
                options = [option for option in options if option[0] <= self.published] or options
            return min(options, key=lambda option: (_distance(option, base), _length(option), option[0])), basis
        today = self.published
        if direction > 0:
            ahead = [o for o in options if (o[0] > today if weekday and self.alone else o[1] >= today)]
        elif direction < 0 or weekday:
            ahead = [option for option in options if option[0] <= today]
        else:
            ahead = options
        now = today, today

        def rank(option: Interval) -> tuple[int, int, date]:
            return _distance(option, now), _length(option), option[0]

        chosen, nearest = min(ahead or options, key=rank), min(options, key=rank)
        if not self.alone and _distance(chosen, now) > _HALF_YEAR and _distance(nearest, now) < _QUARTER:
            return nearest, PUBLICATION
        return chosen, PUBLICATION

    def bases(self) -> list[date]:
        """The days that other times are reckoned from: of the last event told, and of publication."""
        return [day for day in (self._told[0] if self._told else None, self.published) if day is not None]

    def years(self) -> list[int]:
        """The years about the publication and the last event told, nearest first is not promised."""
        found: set[int] = set()
        if self.published is not None:
            found.update(range(self.published.year - 1, self.published.year + 2))
        if self._told is not None:
            found.update(range(self._told[0].year - 1, self._told[1].year + 2))
        return sorted(year for year in found if 1 <= year <= 9999)

    def _same_paragraph(self, start: int) -> bool:
        return start - self._told_at < _NEAR and "\n" not in self.text[self._told_at : start]


def _length(interval: Interval) -> int:
    return (interval[1] - interval[0]).days


def _distance(one: Interval, other: Interval) -> int:
    if one[0] > other[1]:
        return (one[0] - other[1]).days
    if other[0] > one[1]:
        return (other[0] - one[1]).days
    return 0
