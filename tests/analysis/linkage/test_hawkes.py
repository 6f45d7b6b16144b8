"""Hawkes processes simulated with known parameters, found again; a crisis that fools them; what is too few."""

from math import exp

import numpy as np
import pytest

from dragoman.analysis.linkage import LinkageError, hawkes
from dragoman.analysis.linkage.excitement import excited, excitement, in_words
from dragoman.analysis.linkage.hawkes import Fit, fit, gaps, moments

scipy = pytest.importorskip("scipy", reason="needs the extra [hawkes]")


def simulated(seed: int, bases: list[float], gains: list[list[float]], decay: float, length: float) -> list[np.ndarray]:
    """A process by its clusters (Hawkes and Oakes 1974): each event of track k brings gains[i][k] of track i."""
    rng = np.random.default_rng(seed)
    waiting = [
        (k, moment) for k, base in enumerate(bases) for moment in rng.uniform(0, length, rng.poisson(base * length))
    ]
    tracks: list[list[float]] = [[] for _ in bases]
    while waiting:
        k, moment = waiting.pop()
        tracks[k].append(moment)
        for i, row in enumerate(gains):
            born = moment + rng.exponential(1 / decay, rng.poisson(row[k]))
            waiting += [(i, later) for later in born if later < length]
    return [np.sort(np.array(one)) for one in tracks]


def test_known_parameters_are_found_again() -> None:
    found = [fit(simulated(seed, [2.0, 1.5], [[0.3, 0.1], [0.4, 0.2]], 0.5, 1000.0), 1, 1000.0) for seed in range(5)]
    assert np.mean([one.base for one in found]) == pytest.approx(1.5, abs=0.2)
    assert np.mean([one.gains[0] for one in found]) == pytest.approx(0.4, abs=0.06)
    assert np.mean([one.gains[1] for one in found]) == pytest.approx(0.2, abs=0.06)
    assert np.mean([one.lag for one in found]) == pytest.approx(2.0, abs=0.4)


def test_the_likelihood_is_that_of_the_definition() -> None:
    acts, answers, decay = np.array([1.0, 4.0]), np.array([2.0, 5.0, 5.5]), 0.7
    found = fit((acts, answers), 1, 10.0, decay)
    own, other = found.gains[1], found.gains[0]

    def rate(t: float) -> float:
        felt = other * sum(exp(-decay * (t - s)) for s in acts if s < t)
        return found.base + decay * (felt + own * sum(exp(-decay * (t - s)) for s in answers if s < t))

    whole = found.base * 10 + other * sum(1 - exp(-decay * (10 - s)) for s in acts)
    whole += own * sum(1 - exp(-decay * (10 - s)) for s in answers)
    assert found.likelihood == pytest.approx(sum(np.log(rate(t)) for t in answers) - whole, abs=1e-9)
    # No step from the best fit makes it likelier.
    for base, gain in ((1.01, 1.0), (0.99, 1.0), (1.0, 1.01), (1.0, 0.99)):
        moved = [np.log(found.base * base + (rate(t) - found.base) * gain) for t in answers]
        assert sum(moved) - found.base * 10 * base - (whole - found.base * 10) * gain <= found.likelihood + 1e-9


def test_three_tracks_are_told_apart() -> None:
    tracks = simulated(3, [1.0, 1.0, 1.0], [[0, 0, 0], [0.5, 0, 0], [0, 0.5, 0]], 0.5, 800.0)
    found = fit(tracks, 2, 800.0)
    assert found.gains[0] < 0.15
    assert found.gains[1] == pytest.approx(0.5, abs=0.15)


def test_an_excitation_is_found_and_none_is_not() -> None:
    linked = simulated(1, [1.0, 0.7], [[0.2, 0], [0.4, 0.2]], 0.5, 500.0)
    assert excitement(*linked, 500.0).p < 0.0001
    apart = [simulated(seed, [1.0, 1.0], [[0.3, 0], [0, 0.2]], 0.5, 300.0) for seed in range(60)]
    # 60 at 5 %: three expected; ten or more would come up once in a thousand.
    assert sum(excitement(*one, 300.0).p <= 0.05 for one in apart) < 10


def test_the_gaps_of_the_true_process_are_exponential_and_those_of_a_wrong_one_are_not() -> None:
    tracks = simulated(5, [2.0, 1.5], [[0.3, 0.1], [0.4, 0.2]], 0.5, 1000.0)
    true = gaps(Fit(1.5, (0.4, 0.2), 0.5, 0.0), tracks, 1)
    assert np.mean(true) == pytest.approx(1.0, abs=0.05)
    assert np.mean(true > 1) == pytest.approx(exp(-1), abs=0.03)
    assert excitement(*tracks, 1000.0).fits > 0.01
    regular = np.arange(0.5, 1000.0, 1.0)
    assert excitement(tracks[0], regular, 1000.0).fits < 0.0001


def test_a_crisis_that_two_tracks_share_reads_as_excitation_and_the_caveat_says_so() -> None:
    rng = np.random.default_rng(2)
    hot = [np.concatenate([rng.integers(0, 365, 120), rng.integers(150, 200, 160)]) for _ in range(2)]
    found = excited(hot[0].tolist(), hot[1].tolist(), 365)
    assert found.p < 0.001
    assert any("takes it for excitation" in caveat for caveat in in_words(found)[1])


def test_without_scipy_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hawkes, "find_spec", lambda _: None)
    with pytest.raises(LinkageError, match=r'pip install "dragoman\[hawkes\]"'):
        excited([1] * 200, [2] * 200, 365)


@pytest.mark.parametrize(("acts", "answers"), [(0, 0), (1, 300), (300, 199)])
def test_it_is_not_for_so_few_events(acts: int, answers: int) -> None:
    with pytest.raises(LinkageError, match="not for so few events"):
        excited([1] * acts, [2] * answers, 365)


def test_all_events_on_one_day_end_with_a_fit_or_none_but_no_fault() -> None:
    found = excited([5] * 300, [5] * 300, 10)
    assert 0 <= found.p <= 1
    assert found.fits < 0.05


def test_the_same_days_give_the_same_moments() -> None:
    assert moments([4, 2, 2]).tolist() == moments([2, 4, 2]).tolist()
    assert [int(one) for one in moments([4, 2, 2])] == [2, 2, 4]
