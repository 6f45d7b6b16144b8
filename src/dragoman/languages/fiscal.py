"""Fiscal years, where the words say whose."""

from dragoman.languages.calendars import months_interval
from dragoman.languages.discourse import Discourse
from dragoman.languages.moments import Moment, UnresolvableTimeError
from dragoman.languages.parts import Words, part_of_year


def fiscal_year(words: Words, year: tuple[int, str] | None, discourse: Discourse, span: tuple[int, int]) -> Moment:
    """A fiscal year, or a quarter (q), half (h) or part of it: Japan's from April, the United States' from October.

    `fy` says whose it is: jp, us, or who, which is answered by the words around it; UnresolvableTimeError where they
    do not say. A fiscal year told from now (本年度) is counted from the one that holds the publication.
    """
    whose = str(words["fy"]) if words["fy"] != "who" else discourse.whose(*span)
    start = {"jp": 4, "us": -2}.get(whose)
    if year is None or start is None:
        raise UnresolvableTimeError
    number, basis = year
    if "ry" in words:
        today = discourse.today()
        number -= today.month < 4 if start == 4 else -(today.month > 9)
    part = part_of_year(2000, {name: words[name] for name in ("q", "h", "part") if name in words})
    if part is None:
        return Moment(*months_interval(number, start, start + 11), "year", basis)
    low, high = (start + day.month - 1 for day in part[0])
    return Moment(*months_interval(number, low, high), part[1], basis)
