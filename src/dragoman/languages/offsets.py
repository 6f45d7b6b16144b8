"""Times so far before or after another: offsets, spans up to now or from now on, and what lies beside a day."""

from datetime import date, timedelta

from dragoman.languages.calendars import day_interval, month_interval, shift, week_interval, years_interval
from dragoman.languages.dates import Span
from dragoman.languages.discourse import Discourse
from dragoman.languages.moments import PUBLICATION, TOLD, Moment, UnresolvableTimeError
from dragoman.languages.parts import Words
from dragoman.languages.relative import period

_DAY = timedelta(days=1)
_HALVES = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6), "month": ("day", 15)}


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
    publication. With `within` ("less than a week earlier") it is the days between.
    """
    sign = int(words["sign"])
    if "planned" in words and "ahead" not in words and discourse.direction(*span) < 0:  # built in three years: a length
        raise UnresolvableTimeError
    recent = discourse.recent_day(span[0]) if words.get("base") == "either" else None
    if words.get("base") == "told":
        told, basis = discourse.told_day(*span, ahead=sign > 0)
        if "after" in words and basis != TOLD:  # "seventy years on," of nothing told
            raise UnresolvableTimeError
        base = told[1] if sign > 0 else told[0]
    elif recent is not None:
        base, basis = (recent[1] if sign > 0 else recent[0]), TOLD
    else:
        base, basis = discourse.today(), PUBLICATION
    moved = move(base, words, sign)
    if "within" in words:  # less than a week earlier
        ends = base + sign * _DAY, moved
        return Moment(min(ends), max(ends), "range", basis)
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
    if units <= {"year", "decade", "century", "quarter"}:
        return *period(day, "quarter", 0), few or "quarter"
    if units <= {"year", "decade", "century", "month", "quarter", "half"}:
        return *month_interval(day.year, day.month), few or "month"
    return day, day, few or "day"


def resolve_span(words: Words, discourse: Discourse, span: Span) -> Moment:
    """A span up to the publication (sign -1), from it on (sign 1), or within it (within).

    The last two decades are those of the calendar, the past two the twenty years till now (rolling).

    "Within three days" in a clause that looks back is a length, as is 三天内 (plan) where none looks ahead.
    """
    today, sign = discourse.today(), int(words["sign"])
    if "within" in words and "ahead" not in words and discourse.direction(*span) < ("plan" in words):
        raise UnresolvableTimeError
    pairs = amounts_of(words)
    whole = ("quarter", "half") if "rolling" in words else ("quarter", "half", "decade", "century")
    if len(pairs) == 1 and pairs[0][0] in whole:
        unit, amount = pairs[0]
        if sign > 0:
            return Moment(period(today, unit, 1)[0], period(today, unit, amount)[1], "range", PUBLICATION)
        return Moment(period(today, unit, -amount)[0], period(today, unit, -1)[1], "range", PUBLICATION)
    end = move(today, words, sign)
    if sign < 0:
        return Moment(end, today, "range", PUBLICATION)
    first = today if "within" in words else today + _DAY
    return Moment(first, max(first, end), "range", PUBLICATION)
