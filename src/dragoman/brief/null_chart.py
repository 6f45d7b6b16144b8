"""The chances of 0, 1, 2, … coincidences as bars, with the number that was seen."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, BASE, TOP = 350.0, 178.0, 134.0, 22.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One number of coincidences: its bar, its chance in words ("" where there is no room), whether it counts in p."""

    number: int
    x: float
    width: float
    top: float
    chance: str
    named: bool
    tail: bool
    seen: bool


@dataclass(frozen=True, slots=True)
class NullChart:
    """Everything the template draws."""

    width: float
    height: float
    base: float
    bars: tuple[Bar, ...]


def null_chart(chances: Sequence[float], seen: int) -> NullChart:
    """Bars for the chances; bars from the seen number on make up p.

    >>> [bar.tail for bar in null_chart([0.5, 0.375, 0.125], 1).bars]
    [False, True, True]
    """
    step = min(64.0, WIDTH / len(chances))
    most = max(chances)
    every = 1 if step >= 22 else max(1, round(22 / step + 0.5))
    return NullChart(WIDTH, HEIGHT, BASE, tuple(
        Bar(
            number, number * step + step * 0.15, step * 0.7, BASE - max((BASE - TOP) * chance / most, 0.5),
            in_words(chance) if step >= 34 else "", number % every == 0 or number == seen, number >= seen,
            number == seen,
        )
        for number, chance in enumerate(chances)
    ))  # fmt: skip


def in_words(chance: float) -> str:
    """A chance as one prints it: .076; below .001 only that.

    >>> in_words(0.0761), in_words(0.00002), in_words(1.0), in_words(0.0)
    ('.076', '<.001', '1', '0')
    """
    if chance < 0.0005:
        return "0" if chance < 1e-12 else "<.001"
    return f"{chance:.3f}".lstrip("0") if chance < 0.9995 else "1"
