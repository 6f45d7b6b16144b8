"""How alike clauses of one language are by their characters."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from dragoman.store import search_form

Matrix = npt.NDArray[np.float64]


def characters_alike(left: Sequence[str], right: Sequence[str]) -> Matrix:
    """The cosine of the counts of pairs of characters in the search form, signs and spaces left out.

    >>> characters_alike(["和平发展"], ["和平发展", "和平", "战争"]).round(2).tolist()
    [[1.0, 0.58, 0.0]]
    """
    here, there = [_counts(text) for text in left], [_counts(text) for text in right]
    shared = np.zeros((len(left), len(right)))
    columns = _places(there)
    for pair, (rows, counts) in _places(here).items():
        if pair in columns:
            others, their = columns[pair]
            shared[np.ix_(rows, others)] += np.outer(counts, their)
    sizes = np.sqrt(np.outer(_squares(here), _squares(there)))
    alike = np.divide(shared, sizes, out=np.zeros_like(shared), where=sizes > 0)
    return np.asarray(np.round(alike, 9), np.float64)


def _counts(text: str) -> Counter[str]:
    signs = [sign for sign in search_form(text).text if sign.isalnum()]
    return Counter(a + b for a, b in pairwise(signs))


def _places(counted: Sequence[Counter[str]]) -> dict[str, tuple[list[int], list[int]]]:
    """For each pair of characters the texts that have it, and how often."""
    found: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for at, counts in enumerate(counted):
        for pair, times in counts.items():
            found[pair][0].append(at)
            found[pair][1].append(times)
    return found


def _squares(counted: Sequence[Counter[str]]) -> Matrix:
    return np.array([sum(times * times for times in counts.values()) for counts in counted], np.float64)
