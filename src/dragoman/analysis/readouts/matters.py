"""The matters that two accounts tell, in one reading order: those both tell, and those that one tells alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.analysis.readouts.comparing import Comparison
from dragoman.analysis.readouts.differences import Difference, Place


@dataclass(frozen=True, slots=True)
class Matter:
    """Clauses of the left account and of the right by their numbers, one side empty where the other tells it alone."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    differences: tuple[Difference, ...] = ()
    likeness: float | None = None

    @property
    def verdict(self) -> str:
        """The types of its differences, or who alone tells it: only left, only right."""
        if not self.right or not self.left:
            return "only left" if self.left else "only right"
        return ", ".join(dict.fromkeys(one.type for one in self.differences))


def matters(comparison: Comparison) -> list[Matter]:
    """The matters in the order of the left account; what only the right tells follows what stands before it there."""
    told = [
        Matter(link.left, link.right, held, link.likeness)
        for link, held in zip(comparison.links, comparison.differences, strict=True)
    ]
    alone = [Matter((at,), ()) for at in comparison.alone(0)]
    rows = sorted([*told, *alone], key=lambda one: one.left[0])
    for at in comparison.alone(1):
        before = [number for number, one in enumerate(rows) if one.right and one.right[0] < at]
        after = max(before, key=lambda number: rows[number].right[0], default=-1)
        rows.insert(after + 1, Matter((), (at,)))
    return rows


def said(places: tuple[Place, ...]) -> str:
    """The words of places as a reader sees them.

    >>> said(())
    'nothing'
    """
    return ", ".join(f"“{one.text}”" for one in places) or "nothing"


def worded(matter: Matter) -> Iterator[str]:
    """Each difference of a matter in words: what the left has, what the right has."""
    for one in matter.differences:
        if one.left or one.right:
            yield f"{one.type}: {said(one.left)} – {said(one.right)}"
