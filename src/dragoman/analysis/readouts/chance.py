"""What chance gives: the line that a likeness must reach, and whether two accounts are of one event at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import NormalDist

from dragoman.analysis.readouts.accounts import Account
from dragoman.analysis.readouts.alignment import LINE, Link
from dragoman.analysis.readouts.pair import Pair
from dragoman.model import TimeExpression

PAIRS = 36  # pairs of clauses of two accounts of six clauses, for which alignment's LINE holds
SPREAD = {
    True: 0.11,
    False: 0.17,
}  # standard deviation of likeness of unlinked clauses, with meaning and without (even half)
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


def line_for(rows: int, columns: int, meaning: bool) -> float:
    """The line for accounts of so many clauses: the likest of more pairs is liker by chance.

    It rises from LINE as the highest of so many unlinked pairs does, were their likeness normal with its measured
    SPREAD (the quantile of 1 - 1/pairs; Gumbel 1958).

    >>> line_for(6, 6, True), line_for(160, 180, True), line_for(160, 180, False)
    (0.4, 0.627, 0.751)
    """
    normal = NormalDist()
    pairs = max(PAIRS, rows * columns)
    return round(LINE + SPREAD[meaning] * (normal.inv_cdf(1 - 1 / pairs) - normal.inv_cdf(1 - 1 / PAIRS)), 3)


def ground(pair: Pair, links: Sequence[Link], meaning: bool) -> Ground:
    """The ground for taking two accounts for accounts of one event."""
    line = line_for(len(pair.clauses[0]), len(pair.clauses[1]), meaning)
    left, right = days(pair.left), days(pair.right)
    shared = sorted(day.isoformat() for day in left if any(abs((day - other).days) <= 1 for other in right))
    names = {one.entity for one in pair.left.names} & {one.entity for one in pair.right.names}
    shorter = min(len(side) for side in pair.clauses)
    above = sum(one.likeness - line for one in links) / shorter if shorter else 0.0
    return Ground(tuple(shared), len(names | pair.people), round(above, 4), CHANCE[meaning])


def days(account: Account) -> frozenset[date]:
    """The days that an account names, and the day it was published."""
    named = {one.first for one in account.of(TimeExpression) if one.first and one.first == one.last}
    try:
        return frozenset(named | {date.fromisoformat(account.published or "")})
    except ValueError:
        return frozenset(named)
