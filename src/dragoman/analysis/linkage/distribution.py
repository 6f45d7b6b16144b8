"""The whole distribution behind the default test: how likely each number of coincidences is by chance alone."""

from dragoman.analysis.linkage.nulls import OFFSETS, block_shares, poisson_binomial
from dragoman.analysis.linkage.testing import Claim, block
from dragoman.analysis.linkage.window import Days, Flags, cover, days_in


def distribution(covered: Flags, answers: Days, width: int, offsets: int = OFFSETS) -> tuple[float, ...]:
    """The chance of 0, 1, 2, … coincidences under `jitter`: Poisson-binomial, averaged over where blocks begin.

    What lies from the seen number on adds up to the p of `jitter` on the same arguments.

    >>> import numpy as np
    >>> acts = np.zeros(28, dtype=bool); acts[0:7] = True
    >>> [round(chance, 3) for chance in distribution(acts, np.array([3]), 14, 1)]
    [0.5, 0.5]
    """
    shares = block_shares(covered, answers, width, min(offsets, width))
    return tuple(float(chance) for chance in poisson_binomial(shares).mean(axis=0))


def claim_distribution(claim: Claim) -> tuple[float, ...]:
    """The same for a claim, with the blocks of the default test."""
    acts, answers = (days_in(line.days, claim.first, claim.last) for line in (claim.acts, claim.answers))
    return distribution(cover(acts, claim.window, claim.length), answers, block(claim.window))
