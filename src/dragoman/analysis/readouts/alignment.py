"""Which clauses of two accounts tell the same matter."""

from dataclasses import dataclass

import numpy as np

from dragoman.analysis.readouts.assignment import assign
from dragoman.analysis.readouts.likeness import Matrix

LINE = 0.4  # below it two clauses are not linked; it rises with their number (see `chance`)
SECOND = 0.9  # a further clause joins a link where it is this near to as like as the linked one
CLOSE = 1e-6  # of clauses that are equally alike, those at like places


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Clauses of the left account and of the right that tell the same matter, by their numbers; and how alike."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float

    @property
    def swapped(self) -> "Link":
        """The same with the accounts exchanged."""
        return Link(self.right, self.left, self.likeness)


def align(alike: Matrix, line: float = LINE, second: float = SECOND) -> tuple[Link, ...]:
    """The links in the order of the left account; swapping the accounts (transposing `alike`) swaps each link.

    The best assignment of what each likeness is above the line; then a clause left over joins the link of the clause
    that it is most like, where it reaches the line and `second` of that link's own likeness.

    >>> align(np.array([[0.9, 0.1], [0.85, 0.1], [0.0, 0.2]]), 0.4)
    (Link(left=(0, 1), right=(0,), likeness=0.9),)
    """
    rows, columns = alike.shape
    if not rows or not columns:
        return ()
    places = np.abs(np.arange(rows)[:, None] / rows - np.arange(columns)[None, :] / columns)
    worth = np.where(alike >= line, alike - line + CLOSE * (2 - places), 0.0)
    pairs = assign(worth)
    right_of, left_of = dict(pairs), {column: row for row, column in pairs}
    groups = {pair: ({pair[0]}, {pair[1]}) for pair in pairs}
    for row in sorted(set(range(rows)) - right_of.keys()):
        column = int(worth[row].argmax())
        if column in left_of and alike[row, column] >= max(line, second * alike[left_of[column], column]):
            groups[left_of[column], column][0].add(row)
    for column in sorted(set(range(columns)) - left_of.keys()):
        row = int(worth[:, column].argmax())
        if row in right_of and alike[row, column] >= max(line, second * alike[row, right_of[row]]):
            groups[row, right_of[row]][1].add(column)
    return tuple(
        sorted(
            Link(tuple(sorted(left)), tuple(sorted(right)), round(float(alike[pair]), 4))
            for pair, (left, right) in groups.items()
        )
    )
