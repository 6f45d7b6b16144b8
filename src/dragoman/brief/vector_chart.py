"""Which way an address points, as bars: how many commitments each vector leads, national and global apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.analysis.doctrine import vectors

ROW, HEAD = 24.0, 34.0
SIDES = ("national", "global")


@dataclass(frozen=True, slots=True)
class VectorBar:
    """A vector's bar: its height on the page, its title, its side, its length and the number it stands for."""

    y: float
    title: str
    side: str
    length: float
    number: int


@dataclass(frozen=True, slots=True)
class VectorChart:
    """Everything the template draws: the heading of each side with its sum, and the bars under it."""

    width: float
    height: float
    left: float
    heads: tuple[tuple[float, str, int], ...]
    bars: tuple[VectorBar, ...]


def vector_chart(directions: Mapping[str, int], width: float = 540.0) -> VectorChart | None:
    """The bars of what `Address.directions` counts; None where no commitment points anywhere.

    >>> chart = vector_chart({"party": 2, "peace": 1})
    >>> [(side, number) for _, side, number in chart.heads], [bar.number for bar in chart.bars]
    ([('national', 2), ('global', 1)], [2, 1])
    """
    if not directions:
        return None
    left = 186.0 if width >= 500 else 176.0
    most = max(directions.values())
    y = 8.0
    heads: list[tuple[float, str, int]] = []
    bars: list[VectorBar] = []
    for side in SIDES:
        held = [(vectors()[name].title, number) for name, number in directions.items() if vectors()[name].side == side]
        heads.append((y + 16, side, sum(number for _, number in held)))
        y += HEAD
        for title, number in sorted(held, key=lambda one: (-one[1], one[0])):
            bars.append(VectorBar(y + ROW / 2, title, side, (width - left - 34) * number / most, number))
            y += ROW
        y += 8
    return VectorChart(width, y, left, tuple(heads), tuple(bars))
