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
from dragoman.languages.discourse import PUBLICATION, TOLD, Discourse, Moment, UnresolvableTimeError
from dragoman.languages.parts import Words, part_of

_DAY = timedelta(days=1)
_HALVES = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6), "month": ("day", 15)}


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


def amounts_of(words: Words) -> list[tuple[str, int]]:
    """The pairs of unit and number of an offset: n and unit, n2 and unit2, n3 and unit3; a bare n counts days.

    `half` is half a unit, or half a unit more: half a year, two and a half months.
    """
    if "n" in words and "unit" not in words:
        return [("day", int(words["n"]))]
    half = [_HALVES[str(words["unit"])]] if "half" in words else []
    if half and "n" not in words:
        return half
    pairs = [("n", "unit"), ("n2", "unit2"), ("n3", "unit3")]
    return [(str(words[unit]), int(words.get(number, 1))) for number, unit in pairs if unit in words] + half


def move(base: date, words: Words, sign: int) -> date:
    """A day moved by all amounts of an offset, the largest units first."""
    order = ("century", "decade", "year", "half", "quarter", "month", "fortnight", "week", "workday", "day")
    for unit, amount in sorted(amounts_of(words), key=lambda pair: order.index(pair[0])):
        base = shift(base, unit, sign * amount)
    return base


def resolve_offset(words: Words, discourse: Discourse, span: Span) -> Moment:
    """A time so far before or after the publication (base is now) or the last event told (base is told).

    Counted in days or weeks it is a day, in months a month, in years a year. Words that may count from either
    (base is either: 一周前, 1週間前, 일주일 전) count from a past event that the paragraph has told, else from the
    publication.
    """
    sign = int(words["sign"])
    recent = discourse.recent_day(span[0]) if words.get("base") == "either" else None
    if words.get("base") == "told":
        told, basis = discourse.told_day(*span, ahead=sign > 0)
        base = told[1] if sign > 0 else told[0]
    elif recent is not None:
        base, basis = (recent[1] if sign > 0 else recent[0]), TOLD
    else:
        base, basis = discourse.today(), PUBLICATION
    moved = move(base, words, sign)
    if "wd" in words:
        moved = week_interval(moved)[0] + _DAY * int(words["wd"])
    if "wd" in words or "today" in words:
        return Moment(*day_interval(moved), "day", basis)
    return Moment(*as_precise(moved, words), basis)


def beside(day: date, words: Words, sign: int) -> tuple[date, date, str] | None:
    """What an offset names beside a day that is no count of units from it; None where it is one.

    The weekend of its week (weekend), the week or weekend next to it (whole), or the nth weekday from it (swd, n).
    """
    if "weekend" in words:
        saturday = week_interval(day)[0] + 5 * _DAY
        return saturday, saturday + _DAY, "range"
    if "whole" in words and words["unit"] == "week":
        ends = day + sign * _DAY, day + 7 * sign * _DAY
        return min(ends), max(ends), "range"
    if "whole" in words:
        saturday = (
            day + _DAY * ((5 - day.weekday()) % 7 or 7) if sign > 0 else day - _DAY * ((day.weekday() - 6) % 7 + 1)
        )
        return saturday, saturday + _DAY, "range"
    if "swd" in words:
        steps = ((int(words["swd"]) - day.weekday()) * sign % 7 or 7) + 7 * (int(words["n"]) - 1)
        return *day_interval(day + sign * steps * _DAY), "day"
    return None


def as_precise(day: date, words: Words) -> tuple[date, date, str]:
    """The day, month or year that an offset names by its smallest unit, and its precision."""
    units = {unit for unit, _ in amounts_of(words)}
    few = "about" if "few" in words else None
    if units <= {"year", "decade", "century"}:
        return *years_interval(day.year), few or "year"
    if units <= {"year", "decade", "century", "month", "quarter", "half"}:
        return *month_interval(day.year, day.month), few or "month"
    return day, day, few or "day"


def resolve_span(words: Words, discourse: Discourse, span: Span) -> Moment:
    """A span up to the publication (sign -1), from it on (sign 1), or within it (within).

    "Within three days" in a clause that looks back is a length, as is 三天内 (plan) where none looks ahead.
    """
    today, sign = discourse.today(), int(words["sign"])
    if "within" in words and discourse.direction(*span) < ("plan" in words):
        raise UnresolvableTimeError
    pairs = amounts_of(words)
    if len(pairs) == 1 and pairs[0][0] in ("quarter", "decade", "half", "century"):
        unit, amount = pairs[0]
        if sign > 0:
            return Moment(period(today, unit, 1)[0], period(today, unit, amount)[1], "range", PUBLICATION)
        return Moment(period(today, unit, -amount)[0], period(today, unit, -1)[1], "range", PUBLICATION)
    end = move(today, words, sign)
    if sign < 0:
        return Moment(end, today, "range", PUBLICATION)
    first = today if "within" in words else today + _DAY
    return Moment(first, max(first, end), "range", PUBLICATION)
