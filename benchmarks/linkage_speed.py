"""How long tests of linkage take, on one core.

    python benchmarks/linkage_speed.py

Processor time, the best of seven rounds. One test of 60 acts and 60 answers in a year under each null, and twelve
tracks of 60 events against twelve with windows of 1, 3, 7, 14 and 30 days under all three nulls.
"""

import json
import time
from collections.abc import Callable
from itertools import product

import numpy as np

from dragoman.analysis.linkage import Window, block, cover, jitter, shift, uniform

YEAR, EVENTS, TRACKS, ROUNDS, TIMES = 365, 60, 12, 7, 200
WINDOWS = tuple(Window(0, days) for days in (1, 3, 7, 14, 30))


def best(work: Callable[[], object], times: int) -> float:
    """Seconds of processor time for it once, the best of some rounds."""
    found = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for _ in range(times):
            work()
        found.append((time.process_time() - begun) / times)
    return min(found)


def main() -> None:
    """Print one JSON object."""
    rng = np.random.default_rng(1)
    tracks = [np.sort(rng.choice(YEAR, EVENTS, replace=False)) for _ in range(TRACKS)]
    acts, answers, week = tracks[0], tracks[1], Window(0, 7)

    def whole() -> None:
        for one, other, window in product(tracks, tracks, WINDOWS):
            covered = cover(one, window, YEAR)
            jitter(covered, other, block(window))
            uniform(covered, other)
            shift(covered, other)

    figures = {
        "milliseconds a test at n = 60": {
            "default": round(1000 * best(lambda: jitter(cover(acts, week, YEAR), answers, block(week)), TIMES), 3),
            "random days": round(1000 * best(lambda: uniform(cover(acts, week, YEAR), answers), TIMES), 3),
            "circular shift": round(1000 * best(lambda: shift(cover(acts, week, YEAR), answers), TIMES), 3),
        },
        "seconds for 12 x 12 tracks, 5 windows, 3 nulls": round(best(whole, 1), 3),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
