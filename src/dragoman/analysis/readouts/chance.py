"""Whether two accounts tell of one event at all, or are no more alike than chance makes accounts of two events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.readouts.accounts import Account
from dragoman.analysis.readouts.alignment import LINE, Link
from dragoman.analysis.readouts.pair import Pair
from dragoman.model import TimeExpression

NAMES = 2  # names in common, with a day in common, that make it one event
# What the likeness above the line comes to, a clause of the shorter account, stays below this in 99 of 100 pairs of
# accounts of different events (the even half of evaluation/readouts, each left account with every other right one);
# `dragoman eval readouts` tells how many of either half pass for one event.
CHANCE = {True: 0.11, False: 0.14}


@dataclass(frozen=True, slots=True)
class Ground:
    """What speaks for one event: the days and names in common, the likeness a clause and what chance gives."""

    days: tuple[str, ...]
    names: int
    likeness: float
    chance: float

    @property
    def one_event(self) -> bool:
        """A day in common (within one) and two names; or more likeness than chance gives.

        >>> Ground(("2018-05-08",), 2, 0.02, 0.11).one_event, Ground((), 5, 0.02, 0.11).one_event
        (True, False)
        """
        return bool(self.days and self.names >= NAMES) or self.likeness > self.chance


def ground(pair: Pair, links: Sequence[Link], meaning: bool) -> Ground:
    """The ground for taking two accounts for accounts of one event."""
    left, right = days(pair.left), days(pair.right)
    shared = sorted(day.isoformat() for day in left if any(abs((day - other).days) <= 1 for other in right))
    names = {one.entity for one in pair.left.names} & {one.entity for one in pair.right.names}
    shorter = min(len(side) for side in pair.clauses)
    above = sum(one.likeness - LINE for one in links) / shorter if shorter else 0.0
    return Ground(tuple(shared), len(names | pair.people), round(above, 4), CHANCE[meaning])


def days(account: Account) -> frozenset[date]:
    """The days that an account names, and the day it was published."""
    named = {one.first for one in account.of(TimeExpression) if one.first and one.first == one.last}
    try:
        return frozenset(named | {date.fromisoformat(account.published or "")})
    except ValueError:
        return frozenset(named)
