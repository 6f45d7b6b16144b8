"""Days, weeks, months, quarters and years of the proleptic Gregorian calendar as closed intervals of days.

Every function raises ValueError or OverflowError where no such day exists between the years 1 and 9999.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Interval = tuple[date, date]


def day_interval(day: date) -> Interval:
    """A day as an interval.

    >>> day_interval(date(2018, 5, 7))
    (datetime.date(2018, 5, 7), datetime.date(2018, 5, 7))
    """
    return day, day


def week_interval(day: date, offset: int = 0) -> Interval:
    """The week, Monday to Sunday, that holds `day`, moved by `offset` weeks.

    >>> week_interval(date(2018, 5, 9))
    (datetime.date(2018, 5, 7), datetime.date(2018, 5, 13))
    """
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
    return monday, monday + timedelta(days=6)


@lru_cache(maxsize=4096)
def month_interval(year: int, month: int) -> Interval:
    """A calendar month; a month outside 1 to 12 counts on into the years beside.

    >>> month_interval(2018, 14)
    (datetime.date(2019, 2, 1), datetime.date(2019, 2, 28))
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_interval(year: int, first: int, last: int) -> Interval:
    """From the first day of month `first` to the last day of month `last`.

    >>> months_interval(2018, 4, 6)
    (datetime.date(2018, 4, 1), datetime.date(2018, 6, 30))
    """
    return month_interval(year, first)[0], month_interval(year, last)[1]


def quarter_interval(year: int, quarter: int) -> Interval:
    """A quarter of a calendar year; a quarter outside 1 to 4 counts on into the years beside.

    >>> quarter_interval(2018, 0)
    (datetime.date(2017, 10, 1), datetime.date(2017, 12, 31))
    """
    return months_interval(year, 3 * quarter - 2, 3 * quarter)


def years_interval(first: int, last: int | None = None) -> Interval:
    """From the first day of year `first` to the last day of year `last` (the same year where it is not given).

    >>> years_interval(2018)
    (datetime.date(2018, 1, 1), datetime.date(2018, 12, 31))
    """
    return date(first, 1, 1), date(first if last is None else last, 12, 31)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day where it is shorter.

    >>> add_months(date(2018, 1, 31), 1)
    datetime.date(2018, 2, 28)
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, amount: int) -> date:
    """Move a day by an amount of days, weeks, months, quarters, years, decades, or working days (Monday to Friday).

    >>> shift(date(2018, 8, 21), "workday", 4)
    datetime.date(2018, 8, 27)
    """
    if abs(amount) > 4_000_000:
        raise OverflowError("no calendar reaches so far")
    if unit == "workday":
        return _shift_workdays(day, amount)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is not None:
        return add_months(day, amount * months)
    return day + timedelta(days=amount * {"day": 1, "week": 7, "fortnight": 14}[unit])


def _shift_workdays(day: date, amount: int) -> date:
    weeks, rest = divmod(abs(amount), 5)
    step = timedelta(days=1 if amount >= 0 else -1)
    day += step * 7 * weeks
    while rest or day.weekday() > 4:
        day += step
        rest -= day.weekday() < 5 and rest > 0
    return day


def nth_weekday(interval: Interval, weekday: int, nth: int) -> date:
    """The nth given weekday (Monday is 0) inside an interval; -1 is the last one.

    >>> nth_weekday(month_interval(2013, 10), 0, 1)
    datetime.date(2013, 10, 7)
    """
    first, last = interval
    if nth > 0:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        day = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    if not first <= day <= last:
        raise ValueError("no such weekday in this time")
    return day


def nth_week(interval: Interval, nth: int) -> Interval:
    """The nth week of a month or year by ISO 8601: a week belongs where its Thursday is. -1 is the last one.

    >>> nth_week(years_interval(2015), 1)
    (datetime.date(2014, 12, 29), datetime.date(2015, 1, 4))
    """
    return week_interval(nth_weekday(interval, 3, nth))
