"""How often tests of linkage find links that are none, and how often they find those that are there.

    python benchmarks/linkage.py [RUNS]

Two tracks of n events in a year. Four kinds of independent tracks: Poisson; bursty (bursts of three on average within
five days); one shared crisis of 90 days that holds four fifths of each track's events; a crisis with bursts. Then
tracks where each act draws an answer with a chance of .7 or .5, after an exponential lag of three days on average, in a
year without a crisis: once with no other answers, once with answers at random besides, up to as many as there are acts.
Window 0 to 7 days.

Beside the default test, in the same runs, those that one might use instead: uniform placement (hypergeometric, what
event coincidence analysis approximates), circular shift, and the likelihood ratio of a Hawkes process of both tracks
(exponential kernels with the lag that the links have, half chi-square on the boundary; skipped where scipy is absent).
"""

import json
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec

import numpy as np

from dragoman.analysis.linkage import Window, block, cover, jitter, shift, uniform
from dragoman.analysis.linkage.excitement import excitement
from dragoman.analysis.linkage.hawkes import moments
from dragoman.analysis.linkage.window import Days

YEAR, WINDOW, LEVEL = 365, Window(0, 7), 0.05
SIZES = (10, 20, 40, 60)
HAWKES = find_spec("scipy") is not None
Draw = Callable[[np.random.Generator, int], tuple[Days, Days]]


def distinct(days: np.ndarray) -> Days:
    """Whole days of the year, each once."""
    return np.unique(days[(days >= 0) & (days < YEAR)].astype(np.int64))


def filled(rng: np.random.Generator, count: int, draw: Callable[[], np.ndarray]) -> Days:
    """So many distinct days, drawn until there are enough."""
    days = np.array([], dtype=np.int64)
    while len(days) < count:
        days = distinct(np.concatenate((days, draw())))
    return np.sort(rng.choice(days, count, replace=False))


def poisson(rng: np.random.Generator, n: int) -> tuple[Days, Days]:
    """Two tracks with no structure."""
    one, other = (np.sort(rng.choice(YEAR, n, replace=False)) for _ in range(2))
    return one, other


def bursty(rng: np.random.Generator, n: int) -> tuple[Days, Days]:
    """Two tracks that each come in bursts of their own."""
    return _burst(rng, n, lambda: rng.integers(0, YEAR, 1)), _burst(rng, n, lambda: rng.integers(0, YEAR, 1))


def crisis(rng: np.random.Generator, n: int) -> tuple[Days, Days]:
    """Two tracks that know nothing of each other, hot in the same 90 days."""
    begin = rng.integers(0, YEAR - 90)
    one, other = (filled(rng, n, lambda: _hot(rng, begin, n)) for _ in range(2))
    return one, other


def crisis_with_bursts(rng: np.random.Generator, n: int) -> tuple[Days, Days]:
    """Bursts of their own inside the same crisis."""
    begin = rng.integers(0, YEAR - 90)
    one, other = (_burst(rng, n, lambda: _hot(rng, begin, 1)) for _ in range(2))
    return one, other


def _hot(rng: np.random.Generator, begin: int, n: int) -> np.ndarray:
    inside = rng.random(n) < 0.8
    return np.where(inside, begin + rng.integers(0, 90, n), rng.integers(0, YEAR, n))


def _burst(rng: np.random.Generator, n: int, centre: Callable[[], np.ndarray]) -> Days:
    def draw() -> np.ndarray:
        return centre() + rng.integers(0, 5, rng.geometric(1 / 3))

    return filled(rng, n, draw)


def linked(share: float, others: bool) -> Draw:
    """Acts at random, each drawing an answer with this chance; `others` at random, up to as many as there are acts."""

    def draw(rng: np.random.Generator, n: int) -> tuple[Days, Days]:
        acts = np.sort(rng.choice(YEAR, n, replace=False))
        drawn = acts[rng.random(n) < share]
        answers = distinct(np.floor(drawn + rng.exponential(3.0, len(drawn))))
        while others and len(answers) < n:
            answers = distinct(np.append(answers, rng.integers(0, YEAR)))
        return acts, answers

    return draw


def hawkes_p(acts: Days, answers: Days) -> float:
    """Likelihood ratio: do acts, at a lag of three days, raise the rate of answers, which also excite one another?"""
    return excitement(moments(acts, seed=1), moments(answers, seed=2), float(YEAR), decay=1 / 3).p


def table(draws: dict[str, Draw], runs: int, seed: int) -> dict[str, dict[str, dict[str, float]]]:
    """For each kind of tracks and each test, the share of runs at or below the level, by number of events."""
    shares: dict[str, dict[str, dict[str, float]]] = {}
    for kind, draw in draws.items():
        rows: dict[str, dict[str, float]] = {}
        for n in SIZES:
            rng = np.random.default_rng([seed, n, len(kind)])
            hits: dict[str, list[bool]] = {}
            for _ in range(runs):
                acts, answers = draw(rng, n)
                covered = cover(acts, WINDOW, YEAR)
                held = jitter(covered, answers, block(WINDOW))
                found = {
                    "jitter (default)": held.p,
                    "jitter, mid-p": held.mid,
                    "uniform": uniform(covered, answers).p,
                    "circular shift": shift(covered, answers).p,
                }
                if HAWKES:
                    found["Hawkes likelihood ratio"] = hawkes_p(acts, answers)
                for test, p in found.items():
                    hits.setdefault(test, []).append(p <= LEVEL)
            for test, some in hits.items():
                rows.setdefault(test, {})[str(n)] = round(sum(some) / len(some), 3)
        shares[kind] = rows
    return shares


def main(runs: int) -> None:
    """Print one JSON object: false links, power, and milliseconds a test."""
    nulls: dict[str, Draw] = {
        "Poisson": poisson, "bursty": bursty, "crisis": crisis, "crisis with bursts": crisis_with_bursts,
    }  # fmt: skip
    begun = time.perf_counter()
    false = table(nulls, runs, 1)
    links = {
        f"{share:.0%} answered{', others at random' if others else ''}": linked(share, others)
        for share in (0.7, 0.5)
        for others in (False, True)
    }
    power = table(links, runs, 2)
    rng = np.random.default_rng(3)
    acts, answers = poisson(rng, 60)
    started = time.perf_counter()
    for _ in range(1000):
        jitter(cover(acts, WINDOW, YEAR), answers, block(WINDOW))
    figures = {
        "runs": runs,
        "false links at nominal 5 %": false,
        "power": power,
        "milliseconds a test at n = 60": round(time.perf_counter() - started, 3),
        "seconds in all": round(time.perf_counter() - begun),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
