"""A claim that one line of events answers another, tested."""

from dataclasses import dataclass
from datetime import date
from itertools import product

import numpy as np

from dragoman.analysis.linkage.lines import Line
from dragoman.analysis.linkage.nulls import Chance, jitter, shift, uniform
from dragoman.analysis.linkage.rates import jeffreys
from dragoman.analysis.linkage.window import Days, LinkageError, Window, cover, days_in, triggered


@dataclass(frozen=True, slots=True)
class Claim:
    """`answers` begin within the window after `acts`, in a period (both days included)."""

    acts: Line
    answers: Line
    window: Window
    first: date
    last: date

    @property
    def length(self) -> int:
        """Days of the period."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Tested:
    """What the tests of a claim say.

    `seen` of `count` answers follow an act (the precursor rate; `interval`: Jeffreys, 95 %); `triggered` of `acts` acts
    have an answer (the trigger rate; its interval is `rate`).
    `base` is the share of days of the period on which an act would have had an answer. `rough` are the lowest and
    highest default p over the days that events of no known day, or of a disputed one, can have begun on; None where
    every day is known and none disputed.
    """

    claim: Claim
    acts: int
    count: int
    seen: int
    interval: tuple[float, float]
    triggered: int
    base: float
    jitter: Chance
    uniform: Chance
    shift: Chance
    rough: tuple[float, float] | None

    @property
    def rate(self) -> tuple[float, float]:
        """The Jeffreys interval (95 %) of the share of acts that have an answer."""
        return jeffreys(self.triggered, self.acts)


def block(window: Window) -> int:
    """The width of the blocks of the default test: twice the lag claimed, at least four days.

    >>> block(Window(0, 7)), block(Window(0, 1))
    (14, 4)
    """
    return max(4, 2 * (window.last - window.first))


def try_claim(claim: Claim) -> Tested:
    """Test a claim in three ways; LinkageError in plain words where there is nothing to test.

    >>> days = tuple(date(2018, 1, day) for day in (3, 13, 23))
    >>> acts, answers = Line("a", (), days), Line("b", (), tuple(date(2018, 1, day.day + 1) for day in days))
    >>> tested = try_claim(Claim(acts, answers, Window(0, 2), date(2018, 1, 1), date(2018, 3, 31)))
    >>> tested.seen, tested.triggered, round(tested.uniform.p, 5)
    (3, 3, 0.00072)
    """
    acts = days_in(claim.acts.days, claim.first, claim.last)
    answers = days_in(claim.answers.days, claim.first, claim.last)
    _refuse(claim, acts, answers)
    covered = cover(acts, claim.window, claim.length)
    seen = int(covered[answers].sum())
    starts = np.arange(claim.length)
    return Tested(
        claim,
        len(acts),
        len(answers),
        seen,
        jeffreys(seen, len(answers)),
        triggered(acts, answers, claim.window),
        triggered(starts, answers, claim.window) / claim.length,
        jitter(covered, answers, block(claim.window)),
        uniform(covered, answers),
        shift(covered, answers),
        _rough(claim),
    )


def _refuse(claim: Claim, acts: Days, answers: Days) -> None:
    if claim.last < claim.first:
        raise LinkageError(f"the period ends ({claim.last}) before it begins ({claim.first})")
    if claim.window.last >= claim.length:
        raise LinkageError(
            f"a window of {claim.window.last} days in a period of {claim.length}: every answer would count; "
            "take a shorter window or a longer period"
        )
    if both := set(claim.acts.events) & set(claim.answers.events):
        raise LinkageError(
            f"{len(both)} event{'s stand' if len(both) > 1 else ' stands'} on both sides ({claim.acts.name}; "
            f"{claim.answers.name}), and would answer {'themselves' if len(both) > 1 else 'itself'}; "
            "say which types or whose acts each side means"
        )
    for side, days in ((claim.acts, acts), (claim.answers, answers)):
        if len(days) < 2:
            held = f"{len(side.events)} event{'s' * (len(side.events) != 1)}"
            raise LinkageError(
                f"{side.name}: {held}, {len(days)} day{'s' * (len(days) != 1)} of the period "
                f"{claim.first} to {claim.last}: too few to test anything; two at least are needed"
            )


def _rough(claim: Claim) -> tuple[float, float] | None:
    """The default p with the events that are not sure of their day on their first and on their last possible one."""
    if not any((claim.acts.rough, claim.answers.rough, claim.acts.disputed, claim.answers.disputed)):
        return None
    found = []
    for at, to in product((0, 1), repeat=2):
        acts = days_in(claim.acts.days_at(at), claim.first, claim.last)
        answers = days_in(claim.answers.days_at(to), claim.first, claim.last)
        found.append(jitter(cover(acts, claim.window, claim.length), answers, block(claim.window)).p)
    return min(found), max(found)
