"""A claim of linkage as a picture: acts above, answers below, the windows shaded, what falls into them joined."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.analysis.chronology import Chronology, Lane
from dragoman.analysis.linkage import Claim, Line
from dragoman.brief.overlays import Join, shades
from dragoman.brief.timeline import Mark, Timeline, timeline
from dragoman.model import Event


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
    """The picture of a claim over its period; None where no event of it lies there."""
    sides = tuple(
        Lane(title, title, tuple(event for event in events if event.id in side.events and _within(event, claim)))
        for title, side in zip(titles, (claim.acts, claim.answers), strict=True)
    )
    every = tuple(event for side in sides for event in side.events)
    drawn = timeline(Chronology(every, sides, (), claim.first, claim.last), width, 12, describe)
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
    return replace(drawn, shades=shades(covered, drawn.scale), joins=joins)


def _within(event: Event, claim: Claim) -> bool:
    first, last = event.first or event.last, event.last or event.first
    return first is not None and last is not None and first <= claim.last and last >= claim.first


def _join(act: Mark, answer: Mark) -> Join:
    """From the middle of a day's dot (or the left end of a bar) to the same of the answer."""
    ends = ((mark.x + mark.right) / 2 if mark.shape == "dot" else mark.x + 5 for mark in (act, answer))
    x, to_x = ends
    return Join(x, act.y + 5, to_x, answer.y - 5)
