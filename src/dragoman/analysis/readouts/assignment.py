"""The best assignment of rows to columns: each at most once, the sum of the chosen numbers as great as it can be."""

import numpy as np
import numpy.typing as npt


def assign(worth: npt.NDArray[np.float64]) -> list[tuple[int, int]]:
    """The pairs (row, column) of a greatest sum, in order of rows; pairs worth nothing or less are left out.

    Kuhn (1955) by shortest augmenting paths (Jonker and Volgenant 1987), a column at a time over whole rows.

    >>> assign(np.array([[0.9, 0.8], [0.8, 0.1]]))
    [(0, 1), (1, 0)]
    """
    rows, columns = worth.shape
    if rows > columns:
        return sorted((row, column) for column, row in assign(worth.T))
    cost = -np.maximum(worth, 0.0)
    by_row, by_column = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.full(columns + 1, rows)
    for row in range(rows):
        _augment(cost, row, by_row, by_column, owner)
    found = ((int(owner[column]), column) for column in range(columns) if owner[column] < rows)
    return sorted((row, column) for row, column in found if worth[row, column] > 0)


def _augment(
    cost: npt.NDArray[np.float64],
    row: int,
    by_row: npt.NDArray[np.float64],
    by_column: npt.NDArray[np.float64],
    owner: npt.NDArray[np.int64],
) -> None:
    """Give one more row its column, moving earlier rows along the cheapest path; prices stay valid."""
    rows, columns = cost.shape
    owner[columns] = row
    best = np.full(columns, np.inf)
    way = np.full(columns, columns)
    done = np.zeros(columns + 1, bool)
    at = columns
    while owner[at] < rows:
        done[at] = True
        here = int(owner[at])
        reduced = cost[here] - by_row[here] - by_column[:columns]
        closer = ~done[:columns] & (reduced < best)
        best[closer], way[closer] = reduced[closer], at
        free = np.where(done[:columns], np.inf, best)
        nearest = int(free.argmin())
        step = free[nearest]
        held = np.flatnonzero(done)
        by_row[owner[held]] += step
        by_column[held] -= step
        best[~done[:columns]] -= step
        at = nearest
    while at != columns:
        owner[at] = owner[way[at]]
        at = int(way[at])
    owner[columns] = rows
