"""When a reported event happened: from its clause, its sentence, the event told before it, or the publication."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model import TimeExpression

FALLBACK = "date of publication"
PAST = "told as long past"
CARRIED = "carried over from the last event told"


@dataclass(frozen=True, slots=True)
class When:
    """First and last day (None: open or unknown), how precise, and what it was reckoned from."""

    first: date | None
    last: date | None
    precision: str
    basis: str


def of_time(time: TimeExpression) -> When:
    """The interval that a time expression names."""
    return When(time.first, time.last, time.precision, time.basis)


def nearest(times: Sequence[TimeExpression], start: int, end: int, trigger: tuple[int, int]) -> When | None:
    """The resolved time in text[start:end] that stands nearest to the trigger; on equal distance the earlier one."""
    inside = [t for t in times if start <= t.start and t.end <= end and not (t.first is None and t.last is None)]
    if not inside:
        return None
    return of_time(min(inside, key=lambda t: (_distance(t, trigger), t.start)))


def _distance(time: TimeExpression, trigger: tuple[int, int]) -> int:
    if time.end <= trigger[0]:
        return trigger[0] - time.end
    return max(0, time.start - trigger[1])


def publication(published: date | str | None, status: str) -> When:
    """What the publication tells of an event for which the text gives no time: planned, it comes after it, else not.

    With no publication date the time is unknown.

    >>> publication("2018-05", "done").last
    datetime.date(2018, 5, 31)
    """
    interval = _interval(published)
    if interval is None:
        return When(None, None, "unresolved", "unresolved")
    first, last, _ = interval
    if status in ("planned", "conditional"):
        return When(first, None, "after", FALLBACK)
    return When(None, last, "before", FALLBACK)


def on_publication(published: date | str | None) -> When | None:
    """The day (month, year) of publication itself, as that of words spoken in what is published; None where unknown.

    >>> on_publication("2018-05-07").precision
    'day'
    """
    interval = _interval(published)
    return None if interval is None else When(*interval, FALLBACK)


def still_to_come(time: When, published: date | str | None) -> bool:
    """Whether a time that the text gives begins after the publication.

    >>> still_to_come(When(date(2018, 7, 6), None, "after", "stated"), "2018-06-16")
    True
    """
    interval = _interval(published)
    return time.basis != FALLBACK and interval is not None and time.first is not None and time.first > interval[1]


def outlasts(time: When, published: date | str | None) -> bool:
    """Whether a time that the text gives is not over on the day of publication.

    >>> outlasts(When(date(2018, 1, 1), date(2018, 12, 31), "year", "stated"), "2018-04-27")
    True
    """
    interval = _interval(published)
    return time.basis != FALLBACK and interval is not None and time.last is not None and time.last > interval[1]


def _interval(published: date | str | None) -> tuple[date, date, str] | None:
    if published is None:
        return None
    parts = published.isoformat().split("-") if isinstance(published, date) else published.strip()[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        first = date(*[*numbers, 1, 1][:3])
        if len(numbers) >= 3:
            return first, first, "day"
        after = date(first.year + (first.month == 12), first.month % 12 + 1, 1) if len(numbers) == 2 else None
        last = (after or date(first.year + 1, 1, 1)) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return first, last, "month" if len(numbers) == 2 else "year"
