"""Rates with Jeffreys intervals (Brown, Cai and DasGupta 2001)."""

from math import exp, lgamma, log, log1p

_ROUNDS = 200
_SMALL = 1e-300


def jeffreys(hits: int, tries: int, level: float = 0.95) -> tuple[float, float]:
    """The Jeffreys interval of a rate: the middle of a beta distribution with 1/2 added to hits and to misses.

    At no hits the lower bound is 0, at all hits the upper is 1.

    >>> [round(bound, 3) for bound in jeffreys(2, 3)]
    [0.177, 0.961]
    """
    a, b, rest = hits + 0.5, tries - hits + 0.5, (1 - level) / 2
    low = 0.0 if hits == 0 else _quantile(a, b, rest)
    high = 1.0 if hits == tries else _quantile(a, b, 1 - rest)
    return low, high


def _quantile(a: float, b: float, share: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if beta_share(a, b, middle) < share else (low, middle)
    return (low + high) / 2


def beta_share(a: float, b: float, x: float) -> float:
    """The share of a beta distribution below x: the regularised incomplete beta function by its continued fraction.

    >>> round(beta_share(2, 3, 0.5), 4)
    0.6875
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_share(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    c, d = 1.0, 1 / max(1 - (a + b) * x / (a + 1), _SMALL)
    total = d
    for m in range(1, _ROUNDS):
        for factor in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / (1 + factor * d)
            c = 1 + factor / c
            total *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return front * total
