"""The days that one side gives and the other does not."""

from collections.abc import Sequence
from datetime import date

from dragoman.model import TimeExpression


def times_apart(
    here: Sequence[TimeExpression], there: Sequence[TimeExpression], published: str | None
) -> tuple[TimeExpression, ...]:
    """The times of one side that the other side's linked clauses do not have, in order.

    A day on which the other account was published is not missing there ("today" goes without saying); a year told only
    by its distance (this year, 来年) is too vague to differ.

    >>> from dragoman.languages import times
    >>> [one.text for one in times_apart(times("on 7 May and 9 May", "en", "2018-05-10"), [], "2018-05-09")]
    ['7 May']
    """
    held = {(one.first, one.last) for one in there}
    return tuple(
        one
        for one in here
        if (one.first, one.last) not in held
        and not (one.precision == "year" and one.basis != "stated")
        and not (one.first == one.last and _is(one.first, published))
    )


def _is(day: date | None, published: str | None) -> bool:
    return day is not None and day.isoformat() == published
