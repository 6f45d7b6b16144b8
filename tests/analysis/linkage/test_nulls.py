"""The three nulls against counting every case, and against the figures of 2018 worked out by hand."""

from datetime import date
from itertools import combinations
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis.linkage import Window, cover, days_in, jitter, shift, uniform

TARIFFS = [date(2018, 3, 22), date(2018, 6, 15), date(2018, 7, 6)]
VISITS = [date(2018, 3, 25), date(2018, 5, 7), date(2018, 6, 19)]
KOREAN_SUMMITRY = [date(2018, 3, 8), date(2018, 4, 27), date(2018, 6, 12)]
TALKS = [date(2018, 5, 3)]
PERIODS = {
    140: (date(2018, 3, 1), date(2018, 7, 18)),
    199: (date(2018, 1, 1), date(2018, 7, 18)),
    123: (date(2018, 3, 8), date(2018, 7, 8)),
}


@st.composite
def tracks(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Which days of a short period are covered, and up to five days of answers."""
    length = draw(st.integers(2, 40))
    covered = np.array(draw(st.lists(st.booleans(), min_size=length, max_size=length)))
    answers = draw(st.lists(st.integers(0, length - 1), min_size=1, max_size=min(5, length), unique=True))
    return covered, np.array(sorted(answers))


@settings(max_examples=60, deadline=None)
@given(tracks())
def test_uniform_placement_equals_counting_every_placement(given_tracks: tuple[np.ndarray, np.ndarray]) -> None:
    covered, answers = given_tracks
    if comb(len(covered), len(answers)) > 20_000:
        covered, answers = covered[:20], np.unique(answers % min(20, len(covered)))
    seen = covered[answers].sum()
    counts = [covered[list(days)].sum() for days in combinations(range(len(covered)), len(answers))]
    found = uniform(covered, answers)
    assert found.p == pytest.approx(sum(c >= seen for c in counts) / len(counts), abs=1e-12)
    assert found.below == pytest.approx(sum(c <= seen for c in counts) / len(counts), abs=1e-12)
    assert found.mid == pytest.approx(found.p - sum(c == seen for c in counts) / len(counts) / 2, abs=1e-12)
    assert found.least == pytest.approx(counts.count(max(counts)) / len(counts), abs=1e-12)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_uniform_placement_equals_enumeration_for_every_period_up_to_forty_days(count: int) -> None:
    # Only how many days are covered matters, so the first ones are; every set of days is counted.
    for length in range(count, 41):
        sets = np.array(list(combinations(range(length), count)), dtype=np.int8)
        for held in range(length + 1):
            counts = np.bincount((sets < held).sum(axis=1), minlength=count + 1) / len(sets)
            for seen in range(max(0, count - (length - held)), min(count, held) + 1):
                answers = np.array([*range(seen), *range(held, held + count - seen)])
                found = uniform(np.arange(length) < held, answers)
                assert abs(found.p - counts[seen:].sum()) < 1e-12
                assert abs(found.mid - (counts[seen:].sum() - counts[seen] / 2)) < 1e-12


@settings(max_examples=60, deadline=None)
@given(tracks(), st.integers(2, 16), st.integers(1, 7))
def test_jitter_equals_placing_every_answer_on_every_day_of_its_block(
    given_tracks: tuple[np.ndarray, np.ndarray], width: int, offsets: int
) -> None:
    covered, answers = given_tracks
    length, offsets = len(covered), min(offsets, width)
    if width ** len(answers) > 300_000:
        width, offsets = 9, min(offsets, 9)
    seen = covered[answers].sum()
    tails, mids = [], []
    for offset in range(offsets):
        begin = offset * width // offsets
        counts = np.zeros(1, dtype=np.int64)
        for day in answers:
            start = day - (day - begin) % width
            block = covered[max(start, 0) : min(start + width, length)]
            counts = np.add.outer(counts, block.astype(np.int64)).ravel()  # every placement of this answer with each
        tails.append(np.mean(counts >= seen))
        mids.append(np.mean(counts >= seen) - np.mean(counts == seen) / 2)
    found = jitter(covered, answers, width, offsets)
    assert found.p == pytest.approx(np.mean(tails), abs=1e-12)
    assert found.mid == pytest.approx(np.mean(mids), abs=1e-12)
    assert (found.low, found.high) == pytest.approx((min(tails), max(tails)), abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(tracks())
def test_circular_shift_equals_turning_the_answers_day_by_day(given_tracks: tuple[np.ndarray, np.ndarray]) -> None:
    covered, answers = given_tracks
    length = len(covered)
    counts = [sum(covered[(day + turn) % length] for day in answers) for turn in range(length)]
    assert shift(covered, answers).p == pytest.approx(sum(c >= counts[0] for c in counts) / length, abs=1e-12)


@pytest.mark.parametrize(
    ("acts", "days", "length", "p"),
    [
        (TARIFFS, 7, 140, 0.076), (TARIFFS, 7, 199, 0.039), (TARIFFS, 7, 123, 0.062),
        (TARIFFS, 14, 140, 0.223), (TARIFFS, 14, 199, 0.118), (TARIFFS, 14, 123, 0.175),
        (TARIFFS + TALKS, 7, 140, 0.011), (TARIFFS + TALKS, 7, 199, 0.004), (TARIFFS + TALKS, 7, 123, 0.010),
        (KOREAN_SUMMITRY, 21, 140, 0.102), (KOREAN_SUMMITRY, 21, 199, 0.035), (KOREAN_SUMMITRY, 21, 123, 0.151),
    ],
)  # fmt: skip
def test_the_published_figures_of_2018(acts: list[date], days: int, length: int, p: float) -> None:
    first, last = PERIODS[length]
    covered = cover(days_in(acts, first, last), Window(0, days), length)
    assert uniform(covered, days_in(VISITS, first, last)).p == pytest.approx(p, abs=0.0005)


def test_a_block_cut_off_by_the_period_counts_only_its_own_days() -> None:
    covered = np.array([True, True, False, False, False])
    # Blocks of four from day 0: days 0-3 (half covered) and day 4 alone (not covered).
    assert jitter(covered, np.array([0, 4]), 4, 1).p == pytest.approx(0.5)
    assert jitter(covered, np.array([0, 4]), 4, 1).least == pytest.approx(0.5)
