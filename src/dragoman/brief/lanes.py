"""A claim of linkage as a picture: acts above, answers below, the windows shaded, what falls into them joined."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.analysis.chronology import Chronology, Lane
from dragoman.analysis.linkage import Claim, Line
from dragoman.brief.overlays import Join, shades
from dragoman.brief.timeline import Mark, Timeline, timeline
from dragoman.model import Event

ROUGH = 6  # events of no known day up to which they are drawn


@dataclass(frozen=True, slots=True)
class Answer:
    """A day on which answers began, with its events, and each act in whose window it lies with the days between.

    `before` is the last act before it where it lies in no window, None where there is none.
    """

    day: date
    events: tuple[Event, ...]
    acts: tuple[tuple[Event, int], ...]
    before: tuple[Event, int] | None


def answers_of(claim: Claim, events: Sequence[Event]) -> tuple[Answer, ...]:
    """Every answer of a claim that the test counts, by day."""
    acts = by_day(claim.acts, claim.first, claim.last, events)
    found = []
    for day, held in sorted(by_day(claim.answers, claim.first, claim.last, events).items()):
        lags = [(one, (day - act).days) for act in sorted(acts) for one in acts[act]]
        inside = tuple(pair for pair in lags if claim.window.first <= pair[1] <= claim.window.last)
        earlier = [pair for pair in lags if pair[1] >= 0]
        found.append(Answer(day, held, inside, None if inside or not earlier else earlier[-1]))
    return tuple(found)


def by_day(side: Line, first: date, last: date, events: Sequence[Event]) -> dict[date, tuple[Event, ...]]:
    """The events of a side that the test counts, by the day they begin on: those of a known day in the period."""
    ids, days = set(side.events), set(side.days)
    held: dict[date, list[Event]] = {}
    for event in sorted(events, key=lambda event: (str(event.first), event.id)):
        known = event.precision in ("day", "range") and event.first in days
        if event.id in ids and known and event.first and first <= event.first <= last:
            held.setdefault(event.first, []).append(event)
    return {day: tuple(some) for day, some in held.items()}


def lanes(
    claim: Claim, titles: Sequence[str], events: Sequence[Event], width: float, describe: Callable[[Event], str]
) -> Timeline | None:
    """The picture of a claim over its period; None where no event of it lies there.

    Events of no known day are drawn too, where they are few; they are not tested.
    """
    held = {side.name: [one for one in events if one.id in side.events and _within(one, claim)]
            for side in (claim.acts, claim.answers)}  # fmt: skip
    rough = [one for some in held.values() for one in some if one.precision not in ("day", "range")]
    shown = [[one for one in some if len(rough) <= ROUGH or one not in rough] for some in held.values()]
    sides = tuple(Lane(title, title, tuple(some)) for title, some in zip(titles, shown, strict=True))
    every = tuple(event for side in sides for event in side.events)
    drawn = timeline(Chronology(every, sides, (), *drawn_days(claim, every)), width, 12, describe)
    if drawn is None:
        return None
    covered = (
        day + timedelta(number)
        for day in claim.acts.days
        if claim.first <= day <= claim.last
        for number in range(claim.window.first, claim.window.last + 1)
        if day + timedelta(number) <= claim.last
    )
    above, below = ({mark.event: mark for mark in lane.marks} for lane in drawn.lanes)
    joins = tuple(
        _join(above[act], below[answer])
        for one in answers_of(claim, events)
        for answer in one.events
        for act, _ in one.acts
        if act in above and answer in below
    )
    inside = (day for day in covered if drawn.scale.first <= day <= drawn.scale.last)
    return replace(drawn, shades=shades(inside, drawn.scale), joins=joins)


def drawn_days(claim: Claim, events: Sequence[Event]) -> tuple[date, date]:
    """The period of a claim, or its events' own days with a margin where these take up less than two thirds of it."""
    days = [day for one in events for day in (one.first, one.last) if day]
    first, last = max(min(days, default=claim.first), claim.first), min(max(days, default=claim.last), claim.last)
    span = (last - first).days
    if span * 3 >= claim.length * 2:
        return claim.first, claim.last
    margin = timedelta(max(span // 12, claim.window.last + 1))
    return max(claim.first, first - margin), min(claim.last, last + margin)


def _within(event: Event, claim: Claim) -> bool:
    first, last = event.first or event.last, event.last or event.first
    return first is not None and last is not None and first <= claim.last and last >= claim.first


def _join(act: Mark, answer: Mark) -> Join:
    """From the middle of a day's dot (or the left end of a bar) to the same of the answer."""
    ends = ((mark.x + mark.right) / 2 if mark.shape == "dot" else mark.x + 5 for mark in (act, answer))
    x, to_x = ends
    return Join(x, act.y + 5, to_x, answer.y - 5)
