"""The chances of 0, 1, 2, … coincidences as bars, with the number that was seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

WIDTH, HEIGHT, BASE, TOP, EDGE = 350.0, 178.0, 134.0, 22.0, 8.0
FEW, SMALL = 13, 0.0002  # bars that are all drawn; the chance below which a bar of many is not


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
    """Bars for the chances; bars from the seen number on make up p. Of many bars those that can be seen are drawn.

    >>> [bar.tail for bar in null_chart([0.5, 0.375, 0.125], 1).bars]
    [False, True, True]
    """
    shown = [number for number, chance in enumerate(chances) if chance > SMALL or number == seen]
    first, last = (shown[0], shown[-1]) if len(chances) > FEW else (0, len(chances) - 1)
    step = min(64.0, (WIDTH - 2 * EDGE) / (last - first + 1))
    most = max(chances)
    every = max(1, ceil(26 / step))
    apart = ceil(34 / step)
    return NullChart(WIDTH, HEIGHT, BASE, tuple(
        Bar(
            number, EDGE + (number - first) * step + step * 0.15, step * 0.7,
            BASE - max((BASE - TOP) * chances[number] / most, 0.5), in_words(chances[number]) if step >= 34 else "",
            number == seen or (number % every == 0 and (every == 1 or abs(number - seen) >= apart)), number >= seen,
            number == seen,
        )
        for number in range(first, last + 1)
    ))  # fmt: skip


def in_words(chance: float) -> str:
    """A chance as one prints it: .076; below .001 only that, and 0 for what cannot be.

    >>> in_words(0.0761), in_words(0.00002), in_words(1.0), in_words(0.0)
    ('.076', '<.001', '1', '0')
    """
    return "0" if chance < 1e-12 else p_in_words(chance)


def p_in_words(chance: float) -> str:
    """A p as one prints it: never nothing.

    >>> p_in_words(0.0761), p_in_words(0.0)
    ('.076', '<.001')
    """
    if chance < 0.0005:
        return "<.001"
    return f"{chance:.3f}".lstrip("0") if chance < 0.9995 else "1"
