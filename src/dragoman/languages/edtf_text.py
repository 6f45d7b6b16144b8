"""Times as text in the Extended Date/Time Format (EDTF, ISO 8601-2:2019), both ways, and as TIMEX3 values.

EDTF: levels 0 and 1 of the Library of Congress's specification (2019), and of level 2 the quarters and halves of a year
(33 to 36, 40 and 41). TIMEX3: the `value` attribute of TimeML 1.2.1 (Saurí et al., 2006).
"""

import re
from datetime import date

from dragoman.languages.calendars import Interval, day_interval, month_interval, months_interval, years_interval
from dragoman.model import TimeExpression

_CODES = {"21": "SP", "22": "SU", "23": "FA", "24": "WI", "33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4", "40": "H1",
          "41": "H2"}  # fmt: skip
_PARTS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
          40: (1, 6), 41: (7, 12)}  # fmt: skip
_DATE = re.compile(
    r"(?P<y>[0-9X]{4})(?:-(?P<m>[0-9]{2}|XX)(?:-(?P<d>[0-9]{2}|XX)(?:T[0-9:+Z-]+)?)?)?(?P<sign>[?~%]?)", re.ASCII
)
_DAYS = ("range", "part", "week", "before", "after", "about")


def edtf(time: TimeExpression) -> str:
    """A time as EDTF text: as coarse as its precision where that has a form of its own, else the interval of its days.

    An open side is "..", "about" is marked ~, and what is unresolved is "XXXX".

    >>> from dragoman.languages import times
    >>> [edtf(t) for t in times("Talks in spring 2001 and since April 12, 1985, in 2018 and the 1960s.", "en")]
    ['2001-21', '1985-04-12/..', '2018', '196X']
    >>> [edtf(t) for t in times("2018年3月25日至28日访华，7月上旬回访。", "zh", "2018-03-28")]
    ['2018-03-25/2018-03-28', '2018-07-01/2018-07-10']
    """
    first, last = time.first, time.last
    if first is None and last is None:
        return "XXXX"
    if first is None or last is None:
        return f"{'..' if first is None else _day(first)}/{'..' if last is None else _day(last)}"
    sign = "~" if time.precision == "about" else ""
    one = _whole(first, last)
    if one is not None and (time.precision not in _DAYS or sign or first == last):
        return one + sign
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04d}{sign}/{last.year:04d}{sign}"
    return f"{_day(first)}{sign}/{_day(last)}{sign}"


def _whole(first: date, last: date) -> str | None:
    """The day, month, quarter, season, half, year, decade or century that an interval is; None where it is none."""
    if first == last:
        return _day(first)
    if (first, last) == month_interval(first.year, first.month):
        return _day(first)[:7]
    return _whole_part(first, last) or _whole_years(first, last)


def _whole_part(first: date, last: date) -> str | None:
    for code, (low, high) in _PARTS.items():
        if (first, last) == _months(first.year, low, high):
            return f"{_day(first)[:4]}-{code}"
    return None


def _whole_years(first: date, last: date) -> str | None:
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return None
    year, more = _day(first)[:4], last.year - first.year
    if more == 0:
        return year
    if more == 9 and first.year % 10 == 0:
        return year[:3] + "X"
    return year[:2] + "XX" if more == 99 and first.year % 100 == 0 else None


def from_edtf(text: str) -> tuple[date | None, date | None, str]:
    """The first day, the last day and the precision that an EDTF text names; None on a side that is open or unknown.

    Marks of doubt (? ~ %) give the precision "about"; the time of day is dropped. Raises ValueError where the text is
    no EDTF of these levels or lies outside the years 1 to 9999.

    >>> from_edtf("1985-04-12")
    (datetime.date(1985, 4, 12), datetime.date(1985, 4, 12), 'day')
    >>> from_edtf("2004-06/2006-08")
    (datetime.date(2004, 6, 1), datetime.date(2006, 8, 31), 'range')
    >>> from_edtf("201X")[2], from_edtf("2001-34")[2], from_edtf("2004-06-11%")[2], from_edtf("1985-04-12/..")[2]
    ('decade', 'quarter', 'about', 'after')
    """
    text = text.strip()
    try:
        if "/" not in text:
            return _single(text)
        left, right = text.split("/")
        if left in ("", "..") and right in ("", ".."):
            return None, None, "unresolved"
        first = None if left in ("", "..") else _single(left)[0]
        last = None if right in ("", "..") else _single(right)[1]
        if first is not None and last is not None and first > last:
            raise ValueError
        if first is None:
            return None, last, "before"
        if last is None:
            return first, None, "after"
        return first, last, "about" if left[-1] in "?~%" and right[-1] in "?~%" else "range"
    except (ValueError, OverflowError):
        raise ValueError(
            f"{text!r} is no EDTF date of level 0 or 1: write 2018-05-07, 2018-05, 2018/2020, 201X"
        ) from None


def _single(text: str) -> tuple[date | None, date | None, str]:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError
    year, month, day = match["y"], match["m"], match["d"]
    if year == "XXXX" and month in (None, "XX") and day in (None, "XX"):
        return None, None, "unresolved"
    interval, precision = _interval(year, month or "XX", day or "XX")
    return *interval, "about" if match["sign"] else precision


def _interval(year: str, month: str, day: str) -> tuple[Interval, str]:
    if "X" in year:
        blanks = len(year) - len(year.rstrip("X"))
        if blanks not in (1, 2) or (month, day) != ("XX", "XX"):
            raise ValueError
        first = int(year.replace("X", "0"))
        return _years(first, 10**blanks - 1), "decade" if blanks == 1 else "century"
    if month == "XX":
        if day != "XX":
            raise ValueError
        return years_interval(int(year)), "year"
    number = int(month)
    if number in _PARTS and day == "XX":
        precision = "season" if number < 30 else "quarter" if number < 40 else "half"
        return _months(int(year), *_PARTS[number]), precision
    if not 1 <= number <= 12:
        raise ValueError
    if day == "XX":
        return month_interval(int(year), number), "month"
    return day_interval(date(int(year), number, int(day))), "day"


def timex3(time: TimeExpression) -> str:
    """The TIMEX3 value of a time: a day, week, weekend, month, quarter, half, season, year, decade or century.

    A part, an open or an approximate time has the value of what it names (its TIMEX3 element would carry a `mod`); an
    interval that is none of these is written with a solidus, and an unresolved day is XXXX-XX-XX.

    >>> from dragoman.languages import times
    >>> text = "Friday, October 1, 1999; the third quarter of 1996, summer 1964, in the 1990s, in 1984, week 24 of 1984"
    >>> [timex3(t) for t in times(text, "en")]
    ['1999-10-01', '1996-Q3', '1964-SU', '199', '1984', '1984-W24']
    """
    first, last = time.first, time.last
    if first is None and last is None:
        return "XXXX-XX-XX"
    if first is None or last is None:
        return _day(first or last)  # type: ignore[arg-type]
    if time.precision == "part":
        one, other = _day(first), _day(last)
        return next((one[:length] for length in (7, 4, 3, 2) if one[:length] == other[:length]), f"{one}/{other}")
    if time.precision == "century":
        return f"{(last.year - 1) // 100:02d}"
    return _timex3_interval(first, last)


def _timex3_interval(first: date, last: date) -> str:
    year, days = f"{first.year:04d}", (last - first).days
    week = first.isocalendar()
    if days == 6 and first.weekday() == 0:
        return f"{week.year:04d}-W{week.week:02d}"
    if days == 1 and first.weekday() == 5:
        return f"{week.year:04d}-W{week.week:02d}-WE"
    whole = _whole(first, last)
    if whole is None:
        return f"{_day(first)}/{_day(last)}"
    if "X" in whole:
        return whole.rstrip("X")
    return f"{year}-{_CODES[whole[5:]]}" if whole[5:] in _CODES and len(whole) == 7 else whole


def _months(year: int, low: int, high: int) -> Interval:
    try:
        return months_interval(year, low, high)
    except (ValueError, OverflowError):
        return date.max, date.max


def _years(first: int, more: int) -> Interval:
    if not 1 <= first <= 9999 - more:
        raise ValueError("outside the years 1 to 9999")
    return years_interval(first, first + more)


def _day(day: date) -> str:
    return day.isoformat()
