"""Base rates: in how many stretches of the past, as long as the one asked about, something of the kind began."""

from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.analysis.linkage import jeffreys


def base_rate(days: Sequence[date], first: date, last: date, length: int) -> tuple[int, int]:
    """Of the stretches of `length` days that fit into a period end to end, counted back from its last day: how many
    hold one of these days, and how many there are.

    >>> base_rate([date(2018, 3, 25), date(2018, 5, 7)], date(2018, 3, 1), date(2018, 6, 28), 30)
    (2, 4)
    """
    if length < 1:
        raise ValueError(f"a stretch of {length} days; give one day or more")
    tries = ((last - first).days + 1) // length
    ends = [last - timedelta(length * number) for number in range(tries)]
    hits = sum(any(end - timedelta(length - 1) <= day <= end for day in days) for end in ends)
    return hits, tries


def rate_in_words(hits: int, tries: int) -> str:
    """A base rate with its Jeffreys interval.

    >>> rate_in_words(2, 4)
    '2 of 4 (12-88 %)'
    """
    if not tries:
        return "no base rate"
    low, high = jeffreys(hits, tries)
    return f"{hits} of {tries} ({low:.0%}-{high:.0%})".replace("%-", "-").replace("%)", " %)")
