"""Packing marks and their labels into rows, so that none lies on another; and an estimate of how wide text is set."""

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

# Widths of space to "~" in thousandths of the size: Helvetica, Adobe Core 14 AFM (1997), which Arial shares.
_ASCII = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
WIDTHS = tuple(int(width) / 1000 for width in _ASCII.split())
AMPLE = 1.06  # another sans may be a little wider
OTHER = 0.6


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an item went: its row from 0, or None where the rows were full."""

    item: int
    row: int | None


def text_width(text: str, size: float) -> float:
    """About how wide a line of sans-serif text is, in the unit of `size`; rather too wide than too narrow.

    >>> round(text_width("会晤", 10), 1)
    21.2
    """
    return sum(_ems(letter) for letter in text) * size * AMPLE


def _ems(letter: str) -> float:
    if " " <= letter <= "~":
        return WIDTHS[ord(letter) - 32]
    if east_asian_width(letter) in "WF":
        return 1.0
    return 1.0 if letter in "—…→" else OTHER


def shortened(text: str, size: float, width: float) -> str:
    """The text, cut with an ellipsis so that it is no wider than `width`.

    >>> shortened("Kim visits Dalian", 10, 60)
    'Kim visits…'
    """
    if text_width(text, size) <= width:
        return text
    total, kept = text_width("…", size), 0
    for letter in text:
        total += _ems(letter) * size * AMPLE
        if total > width:
            break
        kept += 1
    return text[:kept].rstrip(" ,;:–-") + "…"


def wrapped(text: str, size: float, width: float) -> tuple[str, ...]:
    """The text in at most three lines, none wider than `width`.

    >>> wrapped("US and China, trade", 10, 60)
    ('US and', 'China, trade')
    """
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(shortened(word, size, width))
    return tuple(lines[:3]) or ("",)


def pack(extents: Sequence[tuple[float, float]], rows: int, gap: float) -> tuple[Placed, ...]:
    """Give each extent (left, right) the first row where it fits, `gap` from its neighbours, in the order given.

    One that fits in none of the `rows` has no row. Where the extents come sorted by their left edges, first fit uses no
    more rows than the most extents that lie over one point.

    >>> [placed.row for placed in pack([(0, 10), (5, 15), (12, 20)], rows=2, gap=1)]
    [0, 1, 0]
    """
    held: list[list[tuple[float, float]]] = [[] for _ in range(rows)]
    placed = []
    for item, extent in enumerate(extents):
        row = next((row for row, taken in enumerate(held) if _fits(extent, taken, gap)), None)
        if row is not None:
            insort(held[row], extent)
        placed.append(Placed(item, row))
    return tuple(placed)


def _fits(extent: tuple[float, float], taken: Sequence[tuple[float, float]], gap: float) -> bool:
    """Whether an extent keeps its distance from the neighbours on either side, in a row sorted by left edges."""
    at = bisect_right(taken, extent)
    clear_before = at == 0 or taken[at - 1][1] + gap <= extent[0]
    return clear_before and (at == len(taken) or extent[1] + gap <= taken[at][0])
