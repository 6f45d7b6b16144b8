"""Three ways to ask how many answers would fall after acts by chance alone, each in closed form."""

from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from dragoman.analysis.linkage.window import Days, Flags

OFFSETS = 7


@dataclass(frozen=True, slots=True)
class Chance:
    """The chance of at least as many coincidences as were seen.

    `p` counts the seen number whole, `mid` half (mid-p). `low` and `high` bound the p of a test that was averaged over
    arbitrary choices (block offsets); elsewhere they equal `p`. `below` is the chance of at most as many as were seen,
    `least` the smallest p that these answers could have given.
    """

    p: float
    mid: float
    low: float
    high: float
    below: float
    least: float


def uniform(covered: Flags, answers: Days) -> Chance:
    """Answers placed anywhere in the period, on distinct days: the exact hypergeometric tail.

    What Donges, Schleussner, Siegmund and Donner (2016) approximate. It knows no shared crisis: where both tracks run
    hot in the same weeks it finds links that are none.

    >>> round(uniform(np.arange(140) < 24, np.array([0, 23, 70])).p, 4)
    0.0761
    """
    length, held, count = len(covered), int(covered.sum()), len(answers)
    seen = int(covered[answers].sum())
    ways = [comb(held, j) * comb(length - held, count - j) for j in range(count + 1)]
    total = comb(length, count)
    p = sum(ways[seen:]) / total
    most = max(j for j in range(count + 1) if ways[j])
    return Chance(p, p - ways[seen] / total / 2, p, p, sum(ways[: seen + 1]) / total, ways[most] / total)


def jitter(covered: Flags, answers: Days, width: int, offsets: int = OFFSETS) -> Chance:
    """Each answer placed anew inside its own block of `width` days, which holds a slow common driver fixed.

    Interval jitter (Amarasingham, Harrison, Hatsopoulos and Geman 2012) in closed form (Jeck and Niebur 2015): the
    count is Poisson-binomial. Where blocks begin is arbitrary, so p is the mean over `offsets` of them, evenly spaced;
    twice that mean is a guaranteed p (Vovk and Wang 2020). A block cut off by the period's edge counts the days it has.

    >>> acts = np.zeros(28, dtype=bool); acts[0:7] = True
    >>> round(jitter(acts, np.array([3]), 14, 1).p, 3)
    0.5
    """
    shares = block_shares(covered, answers, width, min(offsets, width))
    chances = poisson_binomial(shares)
    seen = int(covered[answers].sum())
    tails = chances[:, seen:].sum(axis=1)
    mids = tails - chances[:, seen] / 2
    most = np.count_nonzero(shares > 0, axis=1)
    least = chances[np.arange(len(chances)), most]
    below = chances[:, : seen + 1].sum(axis=1)
    return Chance(
        float(tails.mean()), float(mids.mean()), float(tails.min()), float(tails.max()), float(below.mean()),
        float(least.mean()),
    )  # fmt: skip


def block_shares(covered: Flags, answers: Days, width: int, offsets: int) -> NDArray[np.float64]:
    """For each offset, the share of each answer's block that is covered."""
    length = len(covered)
    sums = np.concatenate(([0], np.cumsum(covered)))
    begin = np.arange(offsets)[:, None] * width // offsets
    start = answers[None, :] - (answers[None, :] - begin) % width
    first, last = np.maximum(start, 0), np.minimum(start + width, length)
    shares: NDArray[np.float64] = (sums[last] - sums[first]) / (last - first)
    return shares


def poisson_binomial(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each row of chances of success, the chance of each number of successes (Hong 2013, by Fourier transform).

    >>> poisson_binomial(np.array([[0.5, 0.5]])).round(12).tolist()
    [[0.25, 0.5, 0.25]]
    """
    count = shares.shape[1]
    half = np.exp(-2j * np.pi * np.arange((count + 1) // 2 + 1) / (count + 1))
    transform = np.prod(1 + shares[:, None, :] * (half[None, :, None] - 1), axis=2)
    chances: NDArray[np.float64] = np.fft.irfft(transform, n=count + 1, axis=1)
    return np.clip(chances, 0.0, 1.0)


def shift(covered: Flags, answers: Days) -> Chance:
    """All answers moved together around the period, by every number of days: circular shift, exactly.

    It keeps the answers' own rhythm, but not the crisis that both tracks share.

    >>> shift(np.array([True, False, False, False]), np.array([0])).p
    0.25
    """
    length = len(covered)
    counts = covered[(answers[:, None] + np.arange(length)[None, :]) % length].sum(axis=0)
    seen = int(covered[answers].sum())
    p = float(np.count_nonzero(counts >= seen)) / length
    mid = p - float(np.count_nonzero(counts == seen)) / length / 2
    most = float(np.count_nonzero(counts == counts.max())) / length
    return Chance(p, mid, p, p, float(np.count_nonzero(counts <= seen)) / length, most)
