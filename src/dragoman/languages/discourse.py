"""What a text has told so far: the publication date, the events told, and which way the clause looks.

A date without its year, or a day without its month, is read by these rules, in this order:

1. Where the same paragraph has told something more than half a year from the publication, the text goes on telling
   from there: the date is the one nearest to the event told last. So it does in a later paragraph, where the date would
   else lie ahead of the publication in a clause that does not speak of the future.
2. Otherwise it is reckoned from the publication: towards the future where its clause speaks of the future (will, 将,
   予定, 예정 ...), towards the past where it speaks of the past.
3. Without such a mark it is the nearest date, and of two equally near the past one: the press leaves the year out only
   where nobody would ask; so a date within three months beats one more than half a year away in the direction of the
   tense, unless a clause that looks back stands behind the year that holds the other. A weekday is the last such day,
   the day of publication counted, as agencies write.
4. A bare day behind a month that the paragraph has named is in that month; a smaller number goes on into the next month
   where that is past by the publication, or where the clause looks ahead.
5. An expression that is the whole text (a line of an agenda, a cell of a table) looks forward.

What "the same day" and "three days later" count from is the last event told in a main clause: not what is still to
come when the text speaks of the past, not a date inside a relative clause, and not a look back of weeks from the news,
unless it stands in the same sentence.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from dragoman.languages.calendars import Interval
from dragoman.languages.moments import PUBLICATION, TOLD, UNRESOLVED, Moment, UnresolvableTimeError

_NEAR, _REACH = 240, 140
_PARAGRAPH, _OPENING = 1200, 40
_HALF_YEAR, _QUARTER = 183, 92
_NEWS, _LOOK_BACK = 31, 45
_SENTENCE_END = re.compile("[。！？!?\n]|\\.\\s")

Direction = Callable[[str, int, int], int]
Whose = Callable[[str, int, int], str]


class Told(NamedTuple):
    """A time that the text has told: its interval, where it ends in the text, and whether it is only background.

    `aside` is what a relative clause tells, or a day that something is moved to.
    """

    interval: Interval
    at: int
    background: bool = False
    aside: bool = False


class Discourse:
    """The state of the reading of one document; `tell` moves it on."""

    def __init__(self, folded: str, published: date | None, direction: Direction, whose: Whose) -> None:
        self.text = folded
        self.published = published
        self.alone = False
        self._direction = direction
        self._whose = whose
        self._told: Told | None = None
        self._day: Told | None = None  # the last day, or few days, told
        self._event: Told | None = None  # the same, of a main clause
        self._year: Told | None = None  # the last year told

    def tell(self, moment: Moment, at: int, aside: bool = False) -> None:
        """Remember what was told; open, unresolved and long times leave it as it was; `aside` is no event."""
        if moment.first is None or moment.last is None or (moment.last - moment.first).days > 366:
            return
        if moment.precision in ("before", "after", UNRESOLVED):
            return
        interval = (moment.first, moment.last)
        background = aside or self._is_background(interval)
        self._told = Told(interval, at, background, aside)
        if (moment.last - moment.first).days >= 364:
            self._year = self._told
        if (moment.last - moment.first).days < 28:
            self._day = self._told
            if not background or self._event is None:
                self._event = self._told

    def _is_background(self, interval: Interval) -> bool:
        """What is still to come, and a look back of a month and a half or more from events that are news."""
        if self.published is None:
            return False
        if interval[0] > self.published:
            return True
        known = self._event
        if known is None or abs((self.published - known.interval[0]).days) > _NEWS:
            return False
        return (known.interval[0] - interval[1]).days > _LOOK_BACK

    def today(self) -> date:
        """The day of publication."""
        if self.published is None:
            raise UnresolvableTimeError
        return self.published

    def state(self, start: int, end: int) -> tuple[object, ...]:
        """All that the reading of the words at start:end depends on, but for the words themselves."""
        if start < _NEAR:
            return start, end  # no other place is like one so near to the beginning
        told, day, event = self._told, self._day, self._event
        return (
            self.text[start - _NEAR : end + _REACH],
            end - start,
            told and (told.interval, told.background, told.aside, min(start - told.at, _NEAR)),
            day and day is not told and (day.interval, day.background, day.aside, min(start - day.at, _NEAR)),
            event and event is not day and (event.interval, event.background, min(start - event.at, _NEAR)),
            self._in_paragraph(self._told, start),
            self._year and self._in_paragraph(self._year, start) and (self._year.interval, self._year.background),
            self._topic(start),
        )

    def told_day(self, start: int, end: int, ahead: bool = False) -> tuple[Interval, str]:
        """The day, or the few days, of the last event told; else the day of publication.

        `start` and `end` are where the asking words stand; `ahead` says that they count forward. What is still to come
        is counted from by words that look forward, a look back by words of the same sentence.
        """
        told = self._event if self._event is not None else self._day
        last = self._day
        if told is not None and last is not None and last is not told and not last.aside:
            if self.published is not None and last.interval[0] > self.published:
                direction = self.direction(start, end)
                told = last if direction > 0 or (direction == 0 and ahead) else told
            elif start - last.at < _NEAR and not _SENTENCE_END.search(self.text, last.at, start):
                told = last
        if told is not None:
            return told.interval, TOLD
        return (self.today(), self.today()), PUBLICATION

    def recent_day(self, start: int) -> Interval | None:
        """The last event told in the same paragraph, if it is past by the publication; None where there is none."""
        told = self._event
        if told is None or not self._same_paragraph(told, start):
            return None
        if self.published is not None and told.interval[1] > self.published:
            return None
        return told.interval

    def plans_on(self) -> bool:
        """Whether the day told last is still to come."""
        return self.published is not None and self._day is not None and self._day.interval[0] > self.published

    def told(self) -> tuple[Interval, str]:
        """The time told last; else the day of publication."""
        if self._told is not None:
            return self._told.interval, TOLD
        return (self.today(), self.today()), PUBLICATION

    def told_month(self, start: int) -> Interval | None:
        """The day or month that the same paragraph names last and that is no look back; None where there is none."""
        for told in (self._told, self._day, self._event):
            if told is None or not self._same_paragraph(told, start) or _length(told.interval) > 31:
                continue
            if told.background and self._event is not None and told.interval[0] < self._event.interval[0]:
                continue
            return told.interval
        return None

    def direction(self, start: int, end: int) -> int:
        """Which way the clause around start:end looks: 1 to the future, -1 to the past, 0 unmarked."""
        return 1 if self.alone else self._direction(self.text, start, end)

    def whose(self, start: int, end: int) -> str:
        """Whose fiscal year the words at start:end mean, by the words around them: jp, us, or nothing."""
        return self._whose(self.text, start, end)

    def nearest(
        self, candidates: Iterable[Interval], start: int, end: int, weekday: bool = False, towards: int = 0
    ) -> tuple[Interval, str]:
        """Choose among intervals that the words allow, by the rules above; without a base, UnresolvableTimeError.

        `towards` is the direction that the words themselves give (지난, 오는, 去る, 来たる), which beats every rule.
        """
        options = list(candidates)
        if not options:
            raise UnresolvableTimeError
        if self.published is None or (not weekday and not towards and self._goes_on_far_away(start)):
            base, basis = self.told()
            return min(options, key=lambda option: (_distance(option, base), _length(option), option[0])), basis
        today = self.published
        now = today, today
        ranked = sorted((_distance(option, now), _length(option), option[0], option) for option in options)
        nearest = ranked[0][3]
        looking_back = not (weekday or towards or self.alone) and self.direction(start, end) <= 0
        old = self._narrated(options, nearest, start) if looking_back else None
        if old is not None:
            return old, TOLD
        inside = [] if weekday or towards or nearest[0] <= today else self._in_year_told(options, start)
        if len(inside) == 1 and self.direction(start, end) < 0:
            return inside[0], TOLD
        if not (weekday or towards or self.alone) and ranked[0][0] < _QUARTER and _next_is_far(ranked):
            return nearest, PUBLICATION  # no tense leads so far away
        direction = towards or self.direction(start, end)
        if weekday and direction == 0 and self._told is not None and self._told.interval[0] > today:
            direction = 1
        if direction > 0:
            ahead = [one for one in ranked if (one[2] > today if weekday and self.alone else one[3][1] >= today)]
        elif direction < 0 or weekday:
            ahead = [one for one in ranked if one[2] <= today]
        else:
            ahead = ranked
        chosen = (ahead or ranked)[0]
        if not self.alone and not towards and chosen[0] > _HALF_YEAR and ranked[0][0] < _QUARTER:
            return nearest, PUBLICATION
        return chosen[3], PUBLICATION

    def _goes_on_far_away(self, start: int) -> bool:
        """Whether the paragraph tells of a time more than half a year from the publication."""
        told = self._told
        if told is None or self.published is None or self.alone or not self._in_paragraph(told, start):
            return False
        passing = told.background and self._event is not None and self._event is not told
        if passing and (_length(told.interval) > 31 or _SENTENCE_END.search(self.text, told.at, start)):
            return False
        return _distance(told.interval, (self.published, self.published)) > _HALF_YEAR

    def _narrated(self, options: list[Interval], nearest: Interval, start: int) -> Interval | None:
        """The option that goes on with what was told long ago: in the year with which the paragraph opens, or instead
        of one that is still to come; None where the nearest to the publication stands.
        """
        topic = self._topic(start)
        if topic is not None and len(inside := _within(options, topic)) == 1:
            return inside[0]
        past = self._history() if nearest[0] > self.today() else None
        return past and min(options, key=lambda option: (_distance(option, past), _length(option), option[0]))

    def _history(self) -> Interval | None:
        """What the text told last, where that lies more than half a year before the publication."""
        told = self._event or self._told
        if told is None or self.published is None or (self.published - told.interval[1]).days <= _HALF_YEAR:
            return None
        return told.interval

    def _in_year_told(self, options: list[Interval], start: int) -> list[Interval]:
        """Those options that lie in the year that the paragraph has told last, where it has told one."""
        told = self._year
        if told is None or told.background or not self._in_paragraph(told, start):
            return []
        return _within(options, told.interval)

    def _topic(self, start: int) -> Interval | None:
        """The year with which the paragraph opens ("2019 was a year of stalemate"), where it is over."""
        told = self._year
        if told is None or self.published is None or not self._in_paragraph(told, start):
            return None
        opens = told.at <= _OPENING or "\n" in self.text[told.at - _OPENING : told.at]
        return told.interval if opens and told.interval[1] < self.published else None

    def bases(self) -> list[date]:
        """The days that other times are reckoned from: of the last event told, and of publication."""
        told = self._told
        return [day for day in (told.interval[0] if told else None, self.published) if day is not None]

    def years(self) -> list[int]:
        """The years about the publication and the last event told, nearest first is not promised."""
        found: set[int] = set()
        if self.published is not None:
            found.update(range(self.published.year - 1, self.published.year + 2))
        if self._told is not None:
            found.update(range(self._told.interval[0].year - 1, self._told.interval[1].year + 2))
        return sorted(year for year in found if 1 <= year <= 9999)

    def _in_paragraph(self, told: Told | None, start: int) -> bool:
        """Whether what was told stands in the same paragraph, however long."""
        return told is not None and start - told.at < _PARAGRAPH and "\n" not in self.text[told.at : start]

    def _same_paragraph(self, told: Told, start: int) -> bool:
        return start - told.at < _NEAR and "\n" not in self.text[told.at : start]


def _within(options: Iterable[Interval], whole: Interval) -> list[Interval]:
    return [one for one in options if whole[0] <= one[0] and one[1] <= whole[1]]


def _next_is_far(ranked: list[tuple[int, int, date, Interval]]) -> bool:
    return len(ranked) > 1 and ranked[1][0] > _HALF_YEAR


def _length(interval: Interval) -> int:
    return (interval[1] - interval[0]).days


def _distance(one: Interval, other: Interval) -> int:
    if one[0] > other[1]:
        return (one[0] - other[1]).days
    if other[0] > one[1]:
        return (other[0] - one[1]).days
    return 0
