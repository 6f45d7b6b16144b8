"""Calendar dates: years, months and days as far as the words give them, and their parts."""

from collections.abc import Mapping
from datetime import date

from dragoman.languages.calendars import (
    Interval,
    add_months,
    day_interval,
    month_interval,
    months_interval,
    quarter_interval,
    years_interval,
)
from dragoman.languages.discourse import PUBLICATION, STATED, Discourse, Moment, UnresolvableTimeError

Words = Mapping[str, int | str]
Span = tuple[int, int]

_THIRDS_OF_MONTH = {"first": (1, 10), "second": (11, 20), "third": (21, 31)}
_VAGUE_OF_MONTH = {"early": (1, 15), "mid": (10, 20), "late": (16, 31), "half1": (1, 15), "half2": (16, 31)}
_MONTHS_OF_YEAR = {
    "early": (1, 4), "mid": (5, 8), "late": (9, 12), "half1": (1, 6), "half2": (7, 12),
    "end": (12, 12), "start": (1, 1),
}  # fmt: skip
_DAYS_OF_WEEK = {"early": (0, 2), "mid": (1, 4), "late": (3, 6), "half1": (0, 2), "half2": (3, 6)}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}


def year_of(words: Words, discourse: Discourse) -> tuple[int, str] | None:
    """The year that the words give and its basis, or None where they give none.

    A year of two digits is the one within fifty years of the publication or the last event told (else of 2000).
    """
    if "y" in words:
        return _era_year(words), STATED
    if "yy" in words:
        years = discourse.years()
        middle = years[len(years) // 2] if years else 2000
        year = int(words["yy"]) + middle // 100 * 100
        return year - 100 * (year > middle + 50) + 100 * (year < middle - 50), STATED
    if "ry" in words:
        return discourse.today().year + int(words["ry"]), PUBLICATION
    if "ay" in words:
        told, basis = discourse.told()
        return told[0].year + int(words["ay"]), basis
    return None


def _era_year(words: Words) -> int:
    year = int(words["y"])
    if "era" not in words:
        return year
    start, _, end = str(words["era"]).partition("-")
    year += int(start) - 1
    if end and year > int(end):
        raise UnresolvableTimeError
    return year


def resolve_date(words: Words, discourse: Discourse, span: Span) -> Moment:
    """A date by its words: y or yy or ry or ay, m or rm or am, d, d2, wd, part, q, h, season."""
    year = year_of(words, discourse)
    if "rm" in words or "am" in words:
        year, month = _relative_month(words, discourse, year)
    else:
        month = int(words["m"]) if "m" in words else 0
    if "d" in words:
        return _day(words, year, month, discourse, span)
    if month:
        if not 1 <= month <= 12:
            raise UnresolvableTimeError
        if year is None:
            found, basis = discourse.nearest((month_interval(y, month) for y in discourse.years()), *span)
        else:
            found, basis = month_interval(year[0], month), year[1]
        if "part" in words:
            return Moment(*part_of_month(found, str(words["part"])), "part", basis)
        return Moment(*found, "month", basis)
    return _year_or_part(words, year, discourse, span)


def _relative_month(words: Words, discourse: Discourse, year: tuple[int, str] | None) -> tuple[tuple[int, str], int]:
    if "rm" in words:
        day, basis = discourse.today(), PUBLICATION
        moved = add_months(day.replace(day=1), int(words["rm"]))
    else:
        told, basis = discourse.told()
        moved = add_months(told[0].replace(day=1), int(words["am"]))
    return (year or (moved.year, basis)), moved.month


def _day(words: Words, year: tuple[int, str] | None, month: int, discourse: Discourse, span: Span) -> Moment:
    day, last = int(words["d"]), int(words.get("d2", words["d"]))
    if not 1 <= day <= 31 or not day <= last <= 31 or month > 12:
        raise UnresolvableTimeError
    precision = "day" if last == day else "range"
    if year is not None and month:
        return Moment(date(year[0], month, day), date(year[0], month, last), precision, year[1])
    if year is not None:
        raise UnresolvableTimeError
    options = _candidates(month, day, last, discourse) if month or "wd" in words else _bare_days(day, last, discourse)
    if "wd" in words:
        options = [option for option in options if option[0].weekday() == int(words["wd"])] or options
    found, basis = discourse.nearest(options, *span)
    return Moment(*found, precision, basis)


def _bare_days(day: int, last: int, discourse: Discourse) -> list[Interval]:
    """A day without its month, in the two months on either side of each base: no nearer one can lie outside."""
    found: list[Interval] = []
    months = {base.year * 12 + base.month + offset for base in discourse.bases() for offset in range(-2, 3)}
    for month in sorted(months):
        if 12 < month <= 9999 * 12:
            first, end = month_interval(0, month)
            if last <= end.day:
                found.append((first.replace(day=day), first.replace(day=last)))
    return found


def _candidates(month: int, day: int, last: int, discourse: Discourse) -> list[Interval]:
    found: list[Interval] = []
    leap = month == 2 and day == 29
    for year in discourse.years():
        for number in (month,) if month else range(1, 13):
            for candidate in (year - 4, year - 3, year - 2, year, year + 2, year + 3, year + 4) if leap else (year,):
                try:
                    found.append((date(candidate, number, day), date(candidate, number, last)))
                except ValueError:
                    continue
    return found


def _year_or_part(words: Words, year: tuple[int, str] | None, discourse: Discourse, span: Span) -> Moment:
    if "rq" in words:
        today = discourse.today()
        return Moment(*quarter_interval(today.year, (today.month + 2) // 3 + int(words["rq"])), "quarter", PUBLICATION)
    if year is None:
        bare = part_of_year(2000, words)
        if bare is None:
            raise UnresolvableTimeError
        told, basis = discourse.told() if discourse.published is None else ((discourse.published,) * 2, PUBLICATION)
        year = (told[0].year, basis)
        if "part" not in words and "h" not in words:
            choices = [part_of_year(y, words) for y in discourse.years()]
            found, basis = discourse.nearest([c[0] for c in choices if c], *span)
            return Moment(*found, bare[1], basis)
    part = part_of_year(year[0], words)
    if part is not None:
        return Moment(*part[0], part[1], year[1])
    return Moment(*years_interval(year[0]), "year", year[1])


def part_of_year(year: int, words: Words) -> tuple[Interval, str] | None:
    """The part of a year that the words q, h, season or part name, with its precision; None where they name none."""
    if "q" in words:
        quarter = int(words["q"])
        if not 1 <= quarter <= 4:
            raise UnresolvableTimeError
        return quarter_interval(year, quarter), "quarter"
    if "h" in words:
        return months_interval(year, 6 * int(words["h"]) - 5, 6 * int(words["h"])), "half"
    if "season" in words:
        return months_interval(year, *_SEASONS[str(words["season"])]), "season"
    if "part" in words:
        first, last = _MONTHS_OF_YEAR.get(str(words["part"]), (1, 12))
        return months_interval(year, first, last), "part"
    return None


def part_of_month(month: Interval, part: str) -> Interval:
    """A part of a month: 旬 are exact thirds; early, mid and late are vague, so early and late are halves.

    >>> part_of_month(month_interval(2018, 3), "third")
    (datetime.date(2018, 3, 21), datetime.date(2018, 3, 31))
    """
    part = {"start": "early", "end": "late"}.get(part, part)
    first, last = _THIRDS_OF_MONTH.get(part) or _VAGUE_OF_MONTH.get(part, (1, 31))
    return month[0].replace(day=first), month[0].replace(day=min(last, month[1].day))


def part_of_week(week: Interval, part: str) -> Interval:
    """A part of a week: early is Monday to Wednesday, mid Tuesday to Friday, late Thursday to Sunday."""
    part = {"start": "early", "end": "late", "first": "early", "second": "mid", "third": "late"}.get(part, part)
    first, last = _DAYS_OF_WEEK.get(part, (0, 6))
    return date.fromordinal(week[0].toordinal() + first), date.fromordinal(week[0].toordinal() + last)


def part_of(found: Interval, unit: str, part: str) -> Interval:
    """A part of a week, month or year."""
    if unit == "week":
        return part_of_week(found, part)
    if unit == "month":
        return part_of_month(found, part)
    if unit == "year":
        interval = part_of_year(found[0].year, {"part": part})
        return interval[0] if interval else found
    return found


def resolve_numeric(words: Words, discourse: Discourse, _span: Span) -> Moment:
    """Three numbers with strokes, stops or dashes between them: a year of four digits tells the order.

    With two digits the first is the year where `order` is ymd and this gives a day; else the last is, and the first is
    the day where `order` or the numbers say so (words: a, b, c, order of the two: ymd, mdy or dmy).
    """
    a, b, c = str(words["a"]), str(words["b"]), str(words["c"])
    order = str(words.get("order", "mdy"))
    tries: list[tuple[str, str, str]] = []
    if len(a) >= 3:
        tries = [(a, b, c)]
    elif len(c) >= 3 or len(c) < 2 or len(a) < 2 or order[0] != "y":
        tries = [(c, b, a), (c, a, b)] if order in ("dmy", "ymd-dmy") else [(c, a, b), (c, b, a)]
    else:
        tries = [(a, b, c), *([(c, b, a), (c, a, b)] if order == "ymd-dmy" else [(c, a, b), (c, b, a)])]
    for year, month, day in tries:
        full = year_of({"yy": int(year)} if len(year) <= 2 else {"y": int(year)}, discourse)
        try:
            return Moment(*day_interval(date(full[0], int(month), int(day))), "day", STATED)  # type: ignore[index]
        except ValueError:
            continue
    raise UnresolvableTimeError


def resolve_impossible(_words: Words, _discourse: Discourse, _span: Span) -> Moment:
    """What has the shape of a time and can be none (a year of nine digits)."""
    raise UnresolvableTimeError
