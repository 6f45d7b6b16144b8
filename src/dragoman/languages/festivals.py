"""Days with a name: fixed dates, nth weekdays, Easter, solar terms, and those of the lunar calendar by table."""

import math
from datetime import date, timedelta
from functools import cache
from typing import Any

from dragoman.languages.calendars import day_interval, month_interval, nth_weekday, week_interval
from dragoman.languages.dates import Span, year_of
from dragoman.languages.discourse import Discourse
from dragoman.languages.grammar import load_data
from dragoman.languages.moments import Moment, UnresolvableTimeError
from dragoman.languages.parts import Words


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


def solar_term(year: int, longitude: int, zone: int) -> date:
    """The day, in a zone so many hours east of Greenwich, on which the sun reaches a longitude (degrees).

    By the low-precision formulas of Meeus, Astronomical Algorithms (1998), chapter 25, good to a quarter of an hour.

    >>> solar_term(2019, 15, 8), solar_term(2018, 0, 9)
    (datetime.date(2019, 4, 5), datetime.date(2018, 3, 21))
    """
    spring = 2451623.80984 + 365.242374 * (year - 2000)  # mean March equinox, Julian day (Meeus, chapter 27)
    moment = spring + longitude * 365.242374 / 360
    for _ in range(4):
        moment += ((longitude - _sun_longitude(moment) + 180) % 360 - 180) * 365.242374 / 360
    return date(2000, 1, 1) + timedelta(days=math.floor(moment - 2451544.5 + zone / 24))


def _sun_longitude(julian_day: float) -> float:
    centuries = (julian_day - 2451545.0) / 36525
    mean = 280.46646 + 36000.76983 * centuries
    anomaly = math.radians(357.52911 + 35999.05029 * centuries)
    centre = (1.914602 - 0.004817 * centuries) * math.sin(anomaly) + 0.019993 * math.sin(2 * anomaly)
    node = math.radians(125.04 - 1934.136 * centuries)
    return (mean + centre + 0.000289 * math.sin(3 * anomaly) - 0.00569 - 0.00478 * math.sin(node)) % 360


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
    if "sun" in rule:
        return solar_term(year, rule["sun"], rule["zone"]) + timedelta(days=rule.get("plus", 0))
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
        return _with_weekend(day, year[1]) if "weekend" in words else Moment(*day_interval(day), "day", year[1])
    days = [day for day in (festival_day(name, year) for year in discourse.years()) if day is not None]
    if "r" in words:
        today, sign = discourse.today(), int(words["r"])
        days = [day for day in days if (day > today if sign > 0 else day < today)] or days
    found, basis = discourse.nearest([day_interval(day) for day in days], *span)
    return _with_weekend(found[0], basis) if "weekend" in words else Moment(*found, "day", basis)


def _with_weekend(day: date, basis: str) -> Moment:
    """The weekend nearest to a festival, with the festival and the days between where those are at most two."""
    saturday = week_interval(day)[0] + timedelta(days=5 if day.weekday() > 1 else -2)
    sunday = saturday + timedelta(days=1)
    if saturday - timedelta(days=2) <= day <= sunday + timedelta(days=2):
        return Moment(min(day, saturday), max(day, sunday), "range", basis)
    return Moment(saturday, sunday, "range", basis)
