"""Days with a name: fixed dates, nth weekdays, Easter, and those of the lunar calendar by table."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from dragoman.languages.calendars import day_interval, month_interval, nth_weekday
from dragoman.languages.dates import Span, Words, year_of
from dragoman.languages.discourse import Discourse, Moment, UnresolvableTimeError
from dragoman.languages.grammar import load_data


@cache
def _festivals() -> dict[str, Any]:
    return load_data("festivals")


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher; Nature, 1876).

    >>> easter(2018)
    datetime.date(2018, 4, 1)
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def festival_day(name: str, year: int) -> date | None:
    """The day of a festival in a year; None where the table does not reach.

    >>> festival_day("lunar new year", 2018), festival_day("thanksgiving us", 2023)
    (datetime.date(2018, 2, 16), datetime.date(2023, 11, 23))
    """
    rule = _festivals()["festivals"][name]
    if "day" in rule:
        month, day = rule["day"]
        return date(year, month, day)
    if "nth" in rule:
        month, weekday, nth = rule["nth"]
        return nth_weekday(month_interval(year, month), weekday, nth) + timedelta(days=rule.get("plus", 0))
    if "easter" in rule:
        return easter(year) + timedelta(days=rule["easter"])
    found = _festivals()["tables"][rule["table"]].get(year)
    return None if found is None else date(year, *found) + timedelta(days=rule.get("plus", 0))


def resolve_festival(words: Words, discourse: Discourse, span: Span) -> Moment:
    """The day named by `festival`, in the year told or the nearest by the rules of discourse; `r` counts from now."""
    name = str(words["festival"])
    year = year_of(words, discourse)
    if year is not None:
        day = festival_day(name, year[0])
        if day is None:
            raise UnresolvableTimeError
        return Moment(*day_interval(day), "day", year[1])
    days = [day for day in (festival_day(name, year) for year in discourse.years()) if day is not None]
    if "r" in words:
        today, sign = discourse.today(), int(words["r"])
        days = [day for day in days if (day > today if sign > 0 else day < today)] or days
    found, basis = discourse.nearest([day_interval(day) for day in days], *span)
    return Moment(*found, "day", basis)
