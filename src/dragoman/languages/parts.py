"""Parts of years, months and weeks: quarters, halves, seasons, thirds, and early, mid and late."""

from collections.abc import Mapping
from datetime import date

from dragoman.languages.calendars import Interval, months_interval
from dragoman.languages.moments import UnresolvableTimeError

Words = Mapping[str, int | str]

_OF_MONTH = {
    "first": (1, 10), "second": (11, 20), "third": (21, 31), "early": (1, 10), "mid": (11, 20), "late": (21, 31),
    "half1": (1, 15), "half2": (16, 31), "earlymid": (1, 20), "midlate": (11, 31),
}  # fmt: skip
_MONTHS_OF_YEAR = {
    "early": (1, 4), "mid": (5, 8), "late": (9, 12), "half1": (1, 6), "half2": (7, 12),
    "end": (9, 12), "start": (1, 1), "earlymid": (1, 8), "midlate": (5, 12),
}  # fmt: skip
_DAYS_OF_WEEK = {"early": (0, 2), "mid": (1, 4), "late": (3, 6), "half1": (0, 2), "half2": (3, 6)}
_MONTHS_OF_THREE = {
    "early": (0, 0), "start": (0, 0), "first": (0, 0), "mid": (1, 1), "second": (1, 1), "late": (2, 2), "end": (2, 2),
    "third": (2, 2), "earlymid": (0, 1), "midlate": (1, 2),
}  # fmt: skip
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}


def part_of_year(year: int, words: Words) -> tuple[Interval, str] | None:
    """The part of a year that the words q, h, season or part name, with its precision; None where they name none.

    >>> part_of_year(2018, {"season": "spring", "part": "early"})
    ((datetime.date(2018, 3, 1), datetime.date(2018, 3, 31)), 'part')
    """
    if "q" in words or "season" in words:
        return _quarter_or_season(year, words)
    if "h" in words:
        return months_interval(year, 6 * int(words["h"]) - 5, 6 * int(words["h"])), "half"
    if "part" in words:
        first, last = _MONTHS_OF_YEAR.get(str(words["part"]), (1, 12))
        return months_interval(year, first, last), "part"
    return None


def _quarter_or_season(year: int, words: Words) -> tuple[Interval, str]:
    """Three months, or the first, second or last of them where `part` says so."""
    if "q" in words:
        quarter = int(words["q"])
        if not 1 <= quarter <= 4:
            raise UnresolvableTimeError
        months, precision = (3 * quarter - 2, 3 * quarter), "quarter"
    else:
        months, precision = _SEASONS[str(words["season"])], "season"
    steps = _MONTHS_OF_THREE.get(str(words.get("part")))
    if steps is None:
        return months_interval(year, *months), precision
    return months_interval(year, months[0] + steps[0], months[0] + steps[1]), "part"


def part_of_month(month: Interval, part: str) -> Interval:
    """A part of a month: early, mid and late are its thirds, as 旬 are.

    >>> part_of_month((date(2018, 3, 1), date(2018, 3, 31)), "third")
    (datetime.date(2018, 3, 21), datetime.date(2018, 3, 31))
    """
    part = {"start": "early", "end": "late"}.get(part, part)
    first, last = _OF_MONTH.get(part, (1, 31))
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
    if unit == "quarter":
        first, last = _MONTHS_OF_THREE.get(part, (0, 2))
        return months_interval(found[0].year, found[0].month + first, found[0].month + last)
    return found


def season_from_now(words: Words, today: date) -> tuple[date, date, str]:
    """The last season of its kind that is over (rs -1), the next to begin (1), this year's or that under way (0).

    >>> season_from_now({"season": "winter", "rs": -1}, date(2018, 5, 16))
    (datetime.date(2017, 12, 1), datetime.date(2018, 2, 28), 'season')
    """
    sign, season = int(words["rs"]), _SEASONS[str(words["season"])]
    years = {year: months_interval(year, *season) for year in range(today.year - 2, today.year + 3)}
    if sign < 0:
        year = max(year for year, interval in years.items() if interval[1] < today)
    elif sign > 0:
        year = min(year for year, interval in years.items() if interval[0] > today)
    else:
        year = next((year for year, (first, last) in years.items() if first <= today <= last), today.year)
    named = part_of_year(year, {name: word for name, word in words.items() if name in ("season", "part")})
    if named is None:
        raise UnresolvableTimeError
    return *named[0], named[1]
