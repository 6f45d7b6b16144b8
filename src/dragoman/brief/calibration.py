"""Calibration as a picture: for each probability that was given, how often the answer was yes."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

SIZE, LEFT, TOP, SPAN = 350.0, 42.0, 12.0, 290.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One probability: where its dot stands, how large, and what it says."""

    x: float
    y: float
    radius: float
    title: str


def dots(calibration: Sequence[tuple[float, float, int]]) -> tuple[Dot, ...]:
    """Dots on a square from `LEFT`, `TOP`, as wide as `SPAN`; a dot's area grows with the number of questions.

    >>> dots([(0.5, 1.0, 4)])
    (Dot(x=187.0, y=12.0, radius=6.0, title='said 50 %, came out yes in 100 % of 4'),)
    """
    return tuple(
        Dot(
            LEFT + SPAN * said, TOP + SPAN * (1 - seen), min(3 * sqrt(number), 22.0),
            f"said {said:.0%}, came out yes in {seen:.0%} of {number}".replace("%", " %"),
        )
        for said, seen, number in calibration
    )  # fmt: skip
