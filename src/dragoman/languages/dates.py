"""Calendar dates: years, months and days as far as the words give them, and their parts."""

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
from dragoman.languages.discourse import Discourse
from dragoman.languages.fiscal import fiscal_year
from dragoman.languages.moments import PUBLICATION, STATED, TOLD, Moment, UnresolvableTimeError
from dragoman.languages.parts import Words, part_of_month, part_of_year, season_from_now

Span = tuple[int, int]


def year_of(words: Words, discourse: Discourse) -> tuple[int, str] | None:
    """The year that the words give and its basis, or None where they give none.

    One of two digits is the year within fifty years of the publication or the last event told (else of 2000).
    """
    if "y" in words:
        return era_year(words), STATED
    if "yy" in words:
        years = discourse.years()
        middle = years[len(years) // 2] if years else 2000
        year = int(words["yy"]) + middle // 100 * 100
        return year - 100 * (year > middle + 50) + 100 * (year < middle - 50), STATED
    if "ry" in words:
        return discourse.today().year + int(words["ry"]), PUBLICATION
    if "ny" in words:
        return _new_year(discourse.today()), PUBLICATION
    if "ay" in words:
        told, basis = discourse.told()
        return told[0].year + int(words["ay"]), basis
    return None


def _new_year(today: date) -> int:
    """The year that a text calls new: its own in January, the next in November and December."""
    if 1 < today.month < 11:
        raise UnresolvableTimeError
    return today.year + (today.month > 1)


def era_year(words: Words) -> int:
    """The year y of the common era, or of the era that the words name.

    >>> era_year({"era": "1912", "y": 100})
    2011
    """
    year = int(words["y"])
    if "era" not in words:
        return year
    start, _, end = str(words["era"]).removeprefix("-").partition("-")
    year += (-int(start) if str(words["era"]).startswith("-") else int(start)) - 1
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
    if "fy" in words:
        return fiscal_year(words, year, discourse, span)
    if "d" in words:
        return _day(words, year, month, discourse, span)
    if "m2" in words:
        return _months(words, year, discourse, span)
    if month:
        if not 1 <= month <= 12:
            raise UnresolvableTimeError
        if year is None:
            months = (month_interval(y, month) for y in discourse.years())
            found, basis = discourse.nearest(months, *span, towards=int(words.get("dir", 0)))
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
    if not month and "wd" not in words and "dir" not in words:
        found, basis = _bare_day(day, last, discourse, span)
        return Moment(*found, precision, basis)
    options = _candidates(month, day, last, discourse) if month or "wd" in words else _bare_days(day, last, discourse)
    if "wd" in words:
        options = [option for option in options if option[0].weekday() == int(words["wd"])] or options
    found, basis = discourse.nearest(options, *span, towards=int(words.get("dir", 0)))
    return Moment(*found, precision, basis)


def _months(words: Words, year: tuple[int, str] | None, discourse: Discourse, span: Span) -> Moment:
    """Months m to m2; three that make a quarter are one."""
    first, last = int(words["m"]), int(words["m2"])
    if not 1 <= first < last <= 12:
        raise UnresolvableTimeError
    precision = "quarter" if last - first == 2 and last % 3 == 0 else "range"
    if year is not None:
        return Moment(*months_interval(year[0], first, last), precision, year[1])
    found, basis = discourse.nearest((months_interval(y, first, last) for y in discourse.years()), *span)
    return Moment(*found, precision, basis)


def _bare_day(day: int, last: int, discourse: Discourse, span: Span) -> tuple[Interval, str]:
    """A day without its month: in the month that the paragraph has named, or the next; else the nearest."""
    told = discourse.told_month(span[0])
    if told is None:
        return discourse.nearest(_bare_days(day, last, discourse), *span)
    base, published = told[0], discourse.published
    here, ahead = (_in_month(base, offset, day, last) for offset in (0, 1))
    if here is None or (day < base.day and ahead is not None):
        past = ahead is not None and (published is None or ahead[1] <= published)
        if here is None or past or discourse.direction(*span) > 0:
            if ahead is None:
                raise UnresolvableTimeError
            return ahead, TOLD
    return here, TOLD


def _in_month(base: date, offset: int, day: int, last: int) -> Interval | None:
    first, end = month_interval(base.year, base.month + offset)
    return (first.replace(day=day), first.replace(day=last)) if last <= end.day else None


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
    if "rs" in words:
        return Moment(*season_from_now(words, discourse.today()), PUBLICATION)
    if "rq" in words:
        today = discourse.today()
        return Moment(*quarter_interval(today.year, (today.month + 2) // 3 + int(words["rq"])), "quarter", PUBLICATION)
    if year is None:
        bare = part_of_year(2000, words)
        if bare is None:
            raise UnresolvableTimeError
        told, basis = discourse.told() if discourse.published is None else ((discourse.published,) * 2, PUBLICATION)
        year = (told[0].year, basis)
        if "season" in words or not {"part", "h"} & set(words):
            choices = [part_of_year(y, words) for y in discourse.years()]
            found, basis = discourse.nearest([c[0] for c in choices if c], *span)
            return Moment(*found, bare[1], basis)
    if "yend" in words:
        last = year[0] // 100 * 100 + int(words["yend"])
        return Moment(*years_interval(year[0], last + 100 * (last < year[0])), "range", year[1])
    part = part_of_year(year[0], words)
    if part is not None:
        return Moment(*part[0], part[1], year[1])
    return Moment(*years_interval(year[0]), "year", year[1])


def resolve_numeric(words: Words, discourse: Discourse, _span: Span) -> Moment:
    """Three numbers with strokes, stops or dashes between them: a year of four digits tells the order.

    With two digits the first is the year where `order` is ymd and this gives a day; else the last is, and the first is
    the day where `order` or the numbers say so (words: a, b, c, order of the two: ymd, mdy or dmy).
    """
    a, b, c = str(words["a"]), str(words["b"]), str(words["c"])
    order = str(words.get("order", "dmy" if words.get("sep") == "." else "mdy"))
    tries: list[tuple[str, str, str]] = []
    if len(a) >= 3:
        tries = [(a, b, c)]
    elif len(c) >= 3 or len(a) < 2 or order[0] != "y" or (len(c) < 2 and order != "ymd"):
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
