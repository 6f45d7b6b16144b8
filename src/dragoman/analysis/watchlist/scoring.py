"""Scores of resolved questions: Brier with Murphy's decomposition, the logarithmic score, skill over the base rate."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

FEWEST = 30
_FLOOR = 1e-6


@dataclass(frozen=True, slots=True)
class Forecast:
    """What was said of a question, and how it came out: probability of yes, the base rate if there was one, 1 or 0.

    `history` holds (hours, probability) for each stretch that a probability stood, for the time average.
    """

    probability: float
    outcome: int
    base: float | None = None
    history: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over resolved forecasts, all None where there are none; lower is better but for `skill` and `resolution`.

    `brier` (Brier 1950, from 0 to 1) is `reliability` - `resolution` + `uncertainty` where forecasts take the values
    they were given (Murphy 1973). `over_time` averages each forecast's score over the time it stood. `skill` is
    1 - brier / brier of the base rates, over those that have one. `calibration` is shown from 30 resolved only.
    """

    count: int
    brier: float | None = None
    reliability: float | None = None
    resolution: float | None = None
    uncertainty: float | None = None
    logarithmic: float | None = None
    over_time: float | None = None
    skill: float | None = None
    calibration: tuple[tuple[float, float, int], ...] = ()


def scores(forecasts: Sequence[Forecast]) -> Scores:
    """Score what has been resolved.

    >>> scores([Forecast(0.8, 1, 0.5), Forecast(0.2, 0, 0.5)]).skill
    0.84
    """
    count = len(forecasts)
    if not count:
        return Scores(0)
    rate = sum(one.outcome for one in forecasts) / count
    groups: dict[float, list[int]] = defaultdict(list)
    for one in forecasts:
        groups[one.probability].append(one.outcome)
    shares = [(p, sum(seen) / len(seen), len(seen)) for p, seen in sorted(groups.items())]
    return Scores(
        count,
        _mean([(one.probability - one.outcome) ** 2 for one in forecasts]),
        round(sum(n * (p - seen) ** 2 for p, seen, n in shares) / count, 6),
        round(sum(n * (seen - rate) ** 2 for _, seen, n in shares) / count, 6),
        round(rate * (1 - rate), 6),
        _mean([-log(max(one.probability if one.outcome else 1 - one.probability, _FLOOR)) for one in forecasts]),
        _mean([_over_time(one) for one in forecasts]),
        _skill(forecasts),
        tuple((p, round(seen, 4), n) for p, seen, n in shares) if count >= FEWEST else (),
    )


def _over_time(one: Forecast) -> float:
    hours = sum(stretch for stretch, _ in one.history)
    if hours <= 0:
        return (one.probability - one.outcome) ** 2
    return sum(stretch * (p - one.outcome) ** 2 for stretch, p in one.history) / hours


def _skill(forecasts: Sequence[Forecast]) -> float | None:
    held = [(one, one.base) for one in forecasts if one.base is not None]
    base = sum((rate - one.outcome) ** 2 for one, rate in held)
    if not base:
        return None
    return round(1 - sum((one.probability - one.outcome) ** 2 for one, _ in held) / base, 6)


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 6)
