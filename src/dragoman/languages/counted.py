"""Times counted inside longer ones: the nth of a period, decades and centuries, and the week of a day."""

from datetime import date, timedelta

from dragoman.languages.calendars import (
    Interval,
    day_interval,
    month_interval,
    months_interval,
    nth_week,
    nth_weekday,
    quarter_interval,
    week_interval,
    years_interval,
)
from dragoman.languages.dates import Span, era_year, resolve_date
from dragoman.languages.discourse import Discourse
from dragoman.languages.moments import PUBLICATION, STATED, Moment, UnresolvableTimeError
from dragoman.languages.parts import Words
from dragoman.languages.relative import resolve_period

_DAY = timedelta(days=1)


def resolve_nth(words: Words, discourse: Discourse, span: Span) -> Moment:
    """The nth weekday (wd), or the nth or first n units (unit, n) of a month or year told by the other words."""
    container, basis = container_of(words, discourse, span)
    nth = int(words["nth"])
    if "wd" in words:
        return Moment(*day_interval(nth_weekday(container, int(words["wd"]), nth)), "day", basis)
    unit, count = str(words["unit"]), int(words.get("n", 1))
    if unit in ("week", "weekend"):
        return Moment(*_nth_weeks(container, unit, nth, count), basis)
    if unit == "quarter":
        number = nth if nth > 0 else 5 + nth
        if not 1 <= number <= 4 or not 1 <= count <= 5 - number:
            raise UnresolvableTimeError
        year = container[0].year
        return Moment(quarter_interval(year, number)[0], quarter_interval(year, number + count - 1)[1], unit, basis)
    if unit == "day":
        first_day = container[0] + _DAY * (nth - 1) if nth > 0 else container[1] + _DAY * (nth - count + 2)
        last_day = first_day + _DAY * (count - 1)
        if not container[0] <= first_day <= last_day <= container[1]:
            raise UnresolvableTimeError
        return Moment(first_day, last_day, "day" if count == 1 else "range", basis)
    if unit == "month":
        number = nth if nth > 0 else 13 + nth - (count - 1)
        if not 1 <= number <= number + count - 1 <= 12:
            raise UnresolvableTimeError
        past = "sofar" in words and number + count - 1 > discourse.today().month  # 前11个月 in a report of January
        interval = months_interval(container[0].year - past, number, number + count - 1)
        return Moment(*interval, "month" if count == 1 else "range", basis)
    raise UnresolvableTimeError


def _nth_weeks(container: Interval, unit: str, nth: int, count: int) -> tuple[date, date, str]:
    """The nth weekend, or the weeks from the nth, of a period."""
    if unit == "weekend":
        saturday = nth_weekday(container, 5, nth)
        return saturday, saturday + _DAY, "range"
    if count == 1:
        return *nth_week(container, nth), "week"
    first, last = (nth, nth + count - 1) if nth > 0 else (nth - count + 1, nth)
    return nth_week(container, first)[0], nth_week(container, last)[1], "range"


def container_of(words: Words, discourse: Discourse, span: Span) -> tuple[Interval, str]:
    """The month or year that an nth is counted in; without words for it, the month of the publication."""
    if "cunit" in words:
        moment = resolve_period({"unit": words["cunit"], "r": words.get("r", 0)}, discourse, span)
    elif any(name in words for name in ("y", "yy", "ry", "ny", "ay", "m", "rm", "am")):
        moment = resolve_date({k: v for k, v in words.items() if k not in ("wd", "part")}, discourse, span)
    else:
        today = discourse.today()
        if words.get("unit") == "week":
            return years_interval(today.year), PUBLICATION
        return month_interval(today.year, today.month), PUBLICATION
    if moment.first is None or moment.last is None:
        raise UnresolvableTimeError
    return (moment.first, moment.last), moment.basis


def resolve_decade(words: Words, discourse: Discourse, _span: Span) -> Moment:
    """A decade by its first year (y), by two digits (dd) in the century given (century, rc) or the nearest past one.

    `dd2` is a second decade of the same century: 70、80年代, 七八十年代.
    """
    words = {**words, **{name: int(words[name]) * 10 for name in ("dd", "dd2") if 0 < int(words.get(name, 0)) < 10}}
    if "y" in words:
        year = era_year(words)
        first = year if "era" in words else year // 10 * 10
    elif "century" in words:
        first = int(words["century"]) * 100 - 100 + int(words["dd"])
    elif "rc" in words:
        first = (discourse.today().year // 100 + int(words["rc"])) * 100 + int(words["dd"])
    else:
        years = discourse.years()
        now = years[len(years) // 2] if years else 2000
        first = now // 100 * 100 + int(words["dd"])
        first -= 100 * (first > now)
    if "dd2" in words:
        last = first // 100 * 100 + int(words["dd2"]) + 9
        if last < first:
            raise UnresolvableTimeError
        return Moment(*years_interval(first, last), "range", STATED)
    interval = years_interval(first, first + 9)
    if "part" in words:
        low, high = {"early": (0, 3), "mid": (3, 6), "late": (6, 9), "half1": (0, 4), "half2": (5, 9)}.get(
            _part(words), (0, 9)
        )
        return Moment(*years_interval(first + low, first + high), "part", STATED)
    return Moment(*interval, "decade", STATED)


def resolve_century(words: Words, discourse: Discourse, _span: Span) -> Moment:
    """A century, counted from its first year: the 20th is 1901 to 2000. `part` narrows it to a third or a half.

    `rc` counts centuries from the one that holds the publication; `nth` and `unit` name a decade or quarter of it.
    """
    if "rc" in words:
        first = (discourse.today().year - 1) // 100 * 100 + 1 + 100 * int(words["rc"])
    else:
        first = int(words["century"]) * 100 - 99
    if "century2" in words:
        return Moment(*years_interval(first, int(words["century2"]) * 100), "range", STATED)
    if "nth" in words:
        size = {"decade": 10, "quarter": 25}[str(words["unit"])]
        start = first + size * (int(words["nth"]) - 1) if int(words["nth"]) > 0 else first + 100 - size
        if not first <= start <= first + 100 - size:
            raise UnresolvableTimeError
        return Moment(*years_interval(start, start + size - 1), "part", STATED)
    low, high = {
        "early": (0, 32), "mid": (33, 65), "late": (66, 99), "half1": (0, 49), "half2": (50, 99),
    }.get(_part(words), (0, 99))  # fmt: skip
    return Moment(*years_interval(first + low, first + high), "part" if "part" in words else "century", STATED)


def _part(words: Words) -> str:
    part = str(words.get("part", ""))
    return {"start": "early", "end": "late"}.get(part, part)


def week_holding(moment: Moment) -> Moment:
    """The week of a day ("the week of 4 February")."""
    if moment.first is None:
        raise UnresolvableTimeError
    return Moment(*week_interval(moment.first), "week", moment.basis)
