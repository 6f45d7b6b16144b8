"""A family of phrases as a picture: a trunk, a branch for each member, and the days from its first to its last use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.formulations.families import Member
from dragoman.analysis.formulations.history import Use
from dragoman.brief.packing import shortened, text_width
from dragoman.brief.scale import Scale, Tick

MOST = 24  # branches that are drawn; the table has them all
SIZE = 13.0


@dataclass(frozen=True, slots=True)
class Branch:
    """A member: its height, its phrase as far as it has room, its bar from `x` to `right` (None: undated)."""

    member: Member
    y: float
    bar_y: float
    label: str
    x: float | None
    right: float | None


@dataclass(frozen=True, slots=True)
class Tree:
    """Everything the template draws; the trunk stands at `trunk` from `top` to the last branch."""

    width: float
    height: float
    trunk: float
    top: float
    label_x: float
    branches: tuple[Branch, ...]
    ticks: tuple[Tick, ...]


def tree(members: Sequence[Member], width: float) -> Tree | None:
    """The picture of a family in the order of its members: first used, first drawn. None where it has no member.

    From 600 px up labels stand left of the bars; below, above them.
    """
    shown = list(members)[:MOST]
    if not shown:
        return None
    wide = width >= 600
    trunk, label_x = 8.0, 26.0
    label = min(max(text_width(one.phrase, SIZE) for one in shown), 330.0 if wide else width - label_x)
    left = label_x + label + 24 if wide else label_x
    days = [day for one in shown for use in (one.first, one.last) if use and (day := _day(use))]
    scale = Scale(min(days), max(days), left, width - 12) if days else None
    step = 26.0 if wide else 42.0
    top = 30.0 if scale else 8.0
    branches = []
    for number, one in enumerate(shown):
        y = top + step * (number + 0.5) - (0 if wide else 8)
        ends = _ends(one, scale)
        bar_y = y if wide else y + 17
        branches.append(Branch(one, y, bar_y, shortened(one.phrase, SIZE, label + 1), *(ends or (None, None))))
    return Tree(
        width, top + step * len(shown) + 4, trunk, top, label_x, tuple(branches), scale.ticks() if scale else ()
    )


def _ends(member: Member, scale: Scale | None) -> tuple[float, float] | None:
    first, last = (_day(use) if use else None for use in (member.first, member.last))
    if scale is None or first is None or last is None:
        return None
    x, right = scale.start(first), scale.end(last)
    least = max(0.0, (10 - (right - x)) / 2)
    x, right = x - least, right + least
    shift = max(scale.left - x, 0) or min(scale.right - right, 0)
    return x + shift, right + shift


def _day(use: Use) -> date | None:
    """The day of a use, the first of its month or year where no more is known."""
    parts = [int(part) for part in (use.published or "").split("-") if part]
    if not parts:
        return None
    try:
        return date(*[*parts, 1, 1][:3])
    except ValueError:
        return None
