"""Times told from another time: days beside today, weekdays, periods, offsets, spans, and the nth of a period."""

from datetime import date, timedelta

from dragoman.languages.calendars import (
    Interval,
    day_interval,
    month_interval,
    months_interval,
    shift,
    week_interval,
    years_interval,
)
from dragoman.languages.dates import Span, resolve_date
from dragoman.languages.discourse import Discourse
from dragoman.languages.moments import PUBLICATION, Moment, UnresolvableTimeError
from dragoman.languages.parts import Words, part_of

_DAY = timedelta(days=1)


def resolve_day(words: Words, discourse: Discourse, span: Span) -> Moment:
    """A day beside the publication (rd) or beside the last event told (ad)."""
    if "rd" in words:
        return Moment(*day_interval(discourse.today() + _DAY * int(words["rd"])), "day", PUBLICATION)
    amount = int(words["nth"]) - 1 if "nth" in words else int(words.get("ad", 0))
    if (
        "report" in words and discourse.plans_on() and discourse.direction(*span) <= 0
    ):  # 이날 is then the day of the report
        return Moment(*day_interval(discourse.today()), "day", PUBLICATION)
    told, basis = discourse.told_day(*span, ahead=amount > 0)
    if "nth" in words and basis == PUBLICATION:  # the second day of what was never told
        raise UnresolvableTimeError
    forward = amount > 0 and "nth" not in words  # the third day counts the first one in
    base = told[1] if forward or "close" in words else told[0]
    if "d" in words and (base + _DAY * amount).day != int(words["d"]):  # 翌16日 behind a date still to come
        return resolve_date({"d": words["d"]}, discourse, span)
    return Moment(*day_interval(base + _DAY * amount), "day", basis)


def resolve_weekday(words: Words, discourse: Discourse, span: Span) -> Moment:
    """A weekday (wd) of the week counted from this one (rw), of that told (aw), next to today (near), or by itself."""
    if "d" in words:
        return resolve_date(words, discourse, span)
    weekday = _DAY * int(words["wd"])
    if "rw" in words:
        return Moment(
            *day_interval(week_interval(discourse.today(), int(words["rw"]))[0] + weekday), "day", PUBLICATION
        )
    if "aw" in words:
        told, basis = discourse.told_day(*span)
        return Moment(*day_interval(week_interval(told[0], int(words["aw"]))[0] + weekday), "day", basis)
    if "tw" in words or "steps" in words:
        return _beside_what_was_told(words, discourse, span) if "tw" in words else _steps(words, discourse)
    if "near" in words:
        sign = int(words["near"])
        today = discourse.today()
        step = (int(words["wd"]) - today.weekday()) * sign % 7 or 7
        return Moment(*day_interval(today + _DAY * step * sign), "day", PUBLICATION)
    base = discourse.published or discourse.told_day(*span)[0][0]
    options = [day_interval(week_interval(base, week)[0] + weekday) for week in (-1, 0, 1)]
    found, basis = discourse.nearest(options, *span, weekday=True)
    return Moment(*found, "day", basis)


def _beside_what_was_told(words: Words, discourse: Discourse, span: Span) -> Moment:
    """The first such weekday after the last event told, or before it: the following Monday."""
    told, basis = discourse.told_day(*span, ahead=True)
    sign = int(words["tw"])
    start = told[1] if sign > 0 else told[0]
    step = (int(words["wd"]) - start.weekday()) * sign % 7 or 7
    return Moment(*day_interval(start + _DAY * step * sign), "day", basis)


def _steps(words: Words, discourse: Discourse) -> Moment:
    """So many of a weekday on or back from the publication: two Sundays from now."""
    sign, today = int(words["steps"]), discourse.today()
    first = (int(words["wd"]) - today.weekday()) * sign % 7 or 7
    days = first + 7 * (int(words["n"]) - 1)
    return Moment(*day_interval(today + _DAY * sign * days), "day", PUBLICATION)


def resolve_month(words: Words, discourse: Discourse, _span: Span) -> Moment:
    """A named month with last, this or next: the nearest before or after this month, or that of this year."""
    today, rel = discourse.today(), int(words["rel"])
    year = today.year
    if rel < 0 and int(words["m"]) >= today.month:
        year -= 1
    if rel > 0 and int(words["m"]) <= today.month:
        year += 1
    if rel > 1:
        year += rel - 1
    return Moment(*month_interval(year, int(words["m"])), "month", PUBLICATION)


def resolve_dayweek(words: Words, discourse: Discourse, span: Span) -> Moment:
    """A weekday with its date beside it, perhaps with last, this or next, which then chooses the year."""
    return resolve_date(words, discourse, span)


def resolve_period(words: Words, discourse: Discourse, span: Span) -> Moment:
    """A whole period (unit) counted from this one (r) or from the one told (a), or a part of it (part)."""
    unit = str(words["unit"])
    if unit == "weekend" and not {"r", "a"} & set(words):
        return _nearest_weekend(discourse, span)
    if "a" in words:
        told, basis = discourse.told_day(*span) if unit in ("day", "week", "weekend") else discourse.told()
        base, amount = told[0], int(words["a"])
    else:
        base, basis, amount = discourse.today(), PUBLICATION, int(words.get("r", 0))
    found = period(base, unit, amount)
    part = str(words.get("part", ""))
    if part == "rest":
        return Moment(max(base, found[0]), found[1], "range", basis)
    if part == "sofar":
        return Moment(found[0], max(found[0], min(base, found[1])), "range", basis)
    if part:
        return Moment(*part_of(found, unit, part), "part", basis)
    precision = {"weekend": "range", "workweek": "range", "fortnight": "range"}.get(unit, unit)
    return Moment(*found, precision, basis)


def _nearest_weekend(discourse: Discourse, span: Span) -> Moment:
    """A weekend by itself: on the side that the tense looks to, else the nearest."""
    base = discourse.published or discourse.told_day(*span)[0][0]
    weekends = [period(base, "weekend", amount) for amount in (-1, 0, 1)]
    if discourse.direction(*span) < 0:
        weekends = [weekend for weekend in weekends if weekend[0] <= base]
    found, basis = discourse.nearest(weekends, *span)
    return Moment(*found, "range", basis)


def period(base: date, unit: str, amount: int) -> Interval:
    """The period of a kind that holds a day, moved by an amount of such periods.

    >>> period(date(2018, 5, 9), "weekend", 0)
    (datetime.date(2018, 5, 12), datetime.date(2018, 5, 13))
    """
    if unit == "day":
        return day_interval(shift(base, unit, amount))
    if unit in ("week", "weekend", "workweek"):
        first, last = week_interval(base, amount)
        return {"week": (first, last), "weekend": (last - _DAY, last), "workweek": (first, last - 2 * _DAY)}[unit]
    if unit == "fortnight":
        first = base + 14 * _DAY * (amount - (amount > 0)) + _DAY * (amount > 0)
        return first, first + 13 * _DAY
    months = {"month": 1, "quarter": 3, "half": 6}.get(unit)
    if months:
        first_month = (base.month - 1) // months * months + 1 + months * amount
        return months_interval(base.year, first_month, first_month + months - 1)
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    first_year = (base.year - (unit == "century")) // size * size + amount * size + (unit == "century")
    return years_interval(max(first_year, 1), first_year + size - 1)
