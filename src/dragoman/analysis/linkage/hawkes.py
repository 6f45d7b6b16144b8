"""Tracks of thousands of events as processes that excite one another (Hawkes 1971), fitted by maximum likelihood.

The rate of one track is a base, and after each event of each track a gain that dies away exponentially:
rate(t) = base + sum over tracks of gain * decay * sum over their earlier events s of exp(-decay * (t - s)).
A gain is the number of further events that one event brings. scipy does the fitting (the extra `hawkes`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from dragoman.analysis.linkage.window import LinkageError

FEWEST = 200
LAGS = (0.5, 60.0)  # mean delays, in days, that a fit may find
_TINY = 1e-9

Times = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Fit:
    """The rate of one track: `base` events a day, for each track the `gains` of one of its events, `decay` a day.

    `likelihood` is the logarithm of the fit's.
    """

    base: float
    gains: tuple[float, ...]
    decay: float
    likelihood: float

    @property
    def lag(self) -> float:
        """The mean delay, in days, of an event behind the one that brought it."""
        return 1 / self.decay


def needs_scipy() -> None:
    """LinkageError, with what to install, where scipy is absent."""
    if find_spec("scipy") is None:
        raise LinkageError('fitting a Hawkes process needs scipy; install it with: pip install "dragoman[hawkes]"')


def moments(days: Iterable[int], seed: int = 1) -> Times:
    """Times in days for events of which the day is known: each somewhere in its day, drawn evenly, in order.

    >>> moments([3, 3]).astype(int).tolist()
    [3, 3]
    """
    whole = np.array(sorted(days), dtype=np.float64)
    times: Times = np.sort(whole + np.random.default_rng(seed).random(len(whole)))
    return times


def fit(tracks: Sequence[Times], of: int, length: float, decay: float | None = None, without: int | None = None) -> Fit:
    """The likeliest rate of track `of` over `length` days, given the times of all tracks, each in order.

    The decay is sought within `LAGS` unless it is given; the track `without` is held to have no gain. For a given decay
    there is one best fit; between decays the best is sought from a coarse grid on.
    """
    if decay is not None:
        return _at(tracks, of, length, decay, without)
    from scipy.optimize import minimize_scalar

    def loss(log_decay: float) -> float:
        return -_at(tracks, of, length, float(np.exp(log_decay)), without).likelihood

    grid = np.linspace(-np.log(LAGS[1]), -np.log(LAGS[0]), 7)
    best = int(np.argmin([loss(one) for one in grid]))
    bounds = (grid[max(best - 1, 0)], grid[min(best + 1, len(grid) - 1)])
    found = minimize_scalar(loss, bounds=bounds, method="bounded", options={"xatol": 1e-3})
    return _at(tracks, of, length, float(np.exp(found.x)), without)


def _at(tracks: Sequence[Times], of: int, length: float, decay: float, without: int | None) -> Fit:
    from scipy.optimize import minimize

    rates = np.vstack([np.ones(len(tracks[of])), *(_felt(times, tracks[of], decay) for times in tracks)])
    totals = np.array([length, *(_brought(times, length, decay) for times in tracks)])
    count = max(len(tracks[of]), 1)
    start = np.array([count / length / 2, *(0.5 * count / max(len(times), 1) / len(tracks) for times in tracks)])
    bounds: list[tuple[float, float | None]] = [(_TINY, None), *[(0.0, None) for _ in tracks]]
    if without is not None:
        start[without + 1], bounds[without + 1] = 0.0, (0.0, 0.0)
    best = minimize(_loss_of(rates, totals), start, jac=True, method="L-BFGS-B", bounds=bounds)
    return Fit(float(best.x[0]), tuple(float(gain) for gain in best.x[1:]), decay, -float(best.fun))


def _loss_of(rates: Times, totals: Times) -> Callable[[Times], tuple[float, Times]]:
    def loss(x: Times) -> tuple[float, Times]:
        rate = np.maximum(x @ rates, _TINY)
        return float(x @ totals - np.log(rate).sum()), totals - rates @ (1 / rate)

    return loss


def _felt(times: Times, at: Times, decay: float) -> Times:
    """What events at `times` add to a rate, per gain, at each moment of `at`; an event at that moment adds nothing."""
    felt = np.zeros(len(at))
    before = np.searchsorted(times, at, side="left")
    some = before > 0
    if some.any():
        grown = np.logaddexp.accumulate(decay * times)
        felt[some] = decay * np.exp(grown[before[some] - 1] - decay * at[some])
    return felt


def _brought(times: Times, length: float, decay: float) -> float:
    return float((1 - np.exp(-decay * (length - times))).sum())


def gaps(found: Fit, tracks: Sequence[Times], of: int) -> Times:
    """The times between the events of a track, in the fit's own clock: of mean 1 and exponential where it is right.

    Time rescaling: Brown, Barbieri, Ventura, Kass and Frank (2002).
    """
    at = tracks[of]
    passed = found.base * at
    for gain, times in zip(found.gains, tracks, strict=True):
        before = np.searchsorted(times, at, side="left")
        passed = passed + gain * (before - _felt(times, at, found.decay) / found.decay)
    between: Times = np.diff(passed, prepend=0.0)
    return between
