"""Many claims tried on the same tracks: the chance that the best of them would look so good by chance alone.

Westfall and Young (1993): p is judged against the smallest p of the whole family under a null that keeps the claims'
dependence. Here every answer is placed anew inside a block as wide as the widest of the family, all claims sharing the
same draws.
"""

from collections.abc import Sequence

import numpy as np

from dragoman.analysis.linkage.nulls import jitter
from dragoman.analysis.linkage.testing import Claim, block
from dragoman.analysis.linkage.window import Days, LinkageError, cover, days_in

RUNS = 999


def adjusted(claims: Sequence[Claim], runs: int = RUNS, seed: int = 1) -> list[float]:
    """For each claim, the chance that some claim of the family has so small a default p: (1 + hits) / (1 + runs).

    It is never less than the claim's own p. The claims must be of one period. The draws come from `seed`, so the same
    family gives the same answer.

    >>> adjusted([])
    []
    """
    if not claims:
        return []
    period = {(claim.first, claim.last) for claim in claims}
    if len(period) > 1:
        raise LinkageError("claims of one family must be of one period")
    length, width = claims[0].length, max(block(claim.window) for claim in claims)
    covers = [cover(days_in(c.acts.days, c.first, c.last), c.window, length) for c in claims]
    answers = [days_in(c.answers.days, c.first, c.last) for c in claims]
    widths = [block(claim.window) for claim in claims]
    own = [jitter(*one).p for one in zip(covers, answers, widths, strict=True)]
    rng = np.random.default_rng(seed)

    def best(moved: Days) -> float:
        rows = zip(covers, answers, widths, strict=True)
        return min(jitter(covered, np.unique(moved[days]), wide).p for covered, days, wide in rows)

    smallest = np.array([best(_moved(rng, length, width)) for _ in range(runs)])
    return [max(p, float((1 + np.count_nonzero(smallest <= p + 1e-12)) / (1 + runs))) for p in own]


def _moved(rng: np.random.Generator, length: int, width: int) -> Days:
    """For each day of the period, a day of its own block; where blocks begin is drawn too."""
    days = np.arange(length)
    start = days - (days - rng.integers(width)) % width
    first, last = np.maximum(start, 0), np.minimum(start + width, length)
    moved: Days = first + np.floor(rng.random(length) * (last - first)).astype(np.int64)
    return moved
