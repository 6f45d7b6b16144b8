"""How likely it is that a phrase with such a record is absent by accident: how often the class itself dropped one.

Of the phrases that stood in so many of the last k members, what share did not stand in the next, measured at each
earlier member in turn (the one asked about left out). A rewritten text drops many phrases at once, so members are
counted and not phrases: the share at each member weighs as one trial of a Jeffreys beta distribution, and the interval
is never narrower than so few members allow. Where fewer than three members can be asked, the phrase's own record
speaks: Jeffreys's rule of succession over the members since its first use.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.analysis.linkage.rates import beta_share
from dragoman.analysis.omissions.records import Expected

FEWEST = 3  # earlier members at which the class's habit is measured
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Chance:
    """The chance of absence by accident, its 95 % interval, and what it was measured on.

    `basis` is "class" (of `phrases` with such a record at `members` members, what share the next one lacked) or
    "phrase" (of `members` members since its first use, what share lacked it).
    """

    value: float
    low: float
    high: float
    basis: str
    members: int
    phrases: int


def chance_of_class(earlier: Sequence[Expected], strength: int) -> Chance | None:
    """The chance for a record of this strength or more; None where fewer than three members can be asked."""
    lost, phrases = [], 0
    for one in earlier:
        rows = one.strength >= strength
        if rows.any():
            lost.append(1 - float(one.kept[rows].mean()))
            phrases += int(rows.sum())
    if len(lost) < FEWEST:
        return None
    return _jeffreys(sum(lost), len(lost), "class", phrases)


def chance_of(earlier: Sequence[Expected], strength: int, last: int) -> Chance | None:
    """The class's chance for this record, or for the longest below it that enough members can tell of."""
    for weaker in range(strength, min(strength, last) - 1, -1):
        if chance := chance_of_class(earlier, weaker):
            return chance
    return None


def chance_of_phrase(members: int, lacking: int) -> Chance:
    """The chance by the rule of succession, from the members since a phrase's first use and those that lacked it.

    >>> chance = chance_of_phrase(3, 0)
    >>> (chance.value, chance.low, round(chance.high, 2))
    (0.125, 0.0, 0.54)
    """
    return _jeffreys(lacking, members, "phrase", 1)


def _jeffreys(lost: float, members: int, basis: str, phrases: int) -> Chance:
    a, b, rest = lost + 0.5, members - lost + 0.5, (1 - LEVEL) / 2
    low = _quantile(a, b, rest) if lost > 0 else 0.0
    high = _quantile(a, b, 1 - rest) if lost < members else 1.0
    return Chance(a / (a + b), low, high, basis, members, phrases)


def _quantile(a: float, b: float, share: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if beta_share(a, b, middle) < share else (low, middle)
    return (low + high) / 2
