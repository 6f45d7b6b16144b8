"""Days in plain English, for sentences and tables: "7-8 May 2018", "by 8 March 2018", "March 2018"."""

from calendar import monthrange
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WHOLE_UNITS = frozenset({"month", "quarter", "half", "year", "decade", "century"})


def day_in_words(day: date) -> str:
    """One day.

    >>> day_in_words(date(2018, 5, 7))
    '7 May 2018'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def interval_in_words(first: date | None, last: date | None, precision: str = "day") -> str:
    """An interval of days with its precision, said no more exactly than it is known.

    >>> interval_in_words(date(2018, 5, 7), date(2018, 5, 8))
    '7–8 May 2018'
    >>> interval_in_words(date(2018, 3, 1), date(2018, 3, 31), "month")
    'March 2018'
    >>> interval_in_words(None, date(2018, 3, 8), "before")
    'by 8 March 2018'
    >>> interval_in_words(None, None, "unresolved")
    'undated'
    """
    if first is None and last is None:
        return "undated"
    if first is None and last is not None:
        return f"by {day_in_words(last)}"
    if last is None and first is not None:
        return f"from {day_in_words(first)}"
    assert first is not None
    assert last is not None
    words = _closed(first, last, precision)
    if precision == "about":
        return f"about {words}"
    if precision in {"before", "after", "week", "part", "season"} and first != last:
        start = day_in_words(first).removesuffix(f" {last.year}")
        return f"between {start} and {day_in_words(last)}"
    return words


def _closed(first: date, last: date, precision: str) -> str:
    if precision in WHOLE_UNITS and (whole := _whole_unit(first, last)):
        return whole
    if first == last:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day_in_words(last)}"
    return f"{day_in_words(first)} – {day_in_words(last)}"


def _whole_unit(first: date, last: date) -> str | None:
    """The name of the months or years that the interval fills exactly, or None."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    start, end = MONTHS[first.month - 1], f"{MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    return f"{start} – {end}" if first.year == last.year else f"{start} {first.year} – {end}"
