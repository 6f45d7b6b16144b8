"""The distribution behind the default test, by hand and against the test itself."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.linkage import Claim, Line, Window, jitter, try_claim
from dragoman.analysis.linkage.distribution import claim_distribution, distribution

BEGIN = date(2018, 1, 1)


def test_two_answers_in_blocks_a_quarter_and_a_half_covered():
    # Blocks of 4 days from day 0: of 0-3 one day is covered, of 4-7 two. None: 3/4 x 1/2; both: 1/4 x 1/2.
    covered = np.array([True, False, False, False, True, True, False, False])
    assert distribution(covered, np.array([1, 5]), 4, 1) == pytest.approx((3 / 8, 1 / 2, 1 / 8))


def test_offsets_are_averaged():
    # One answer on day 2, blocks of 4, one covered day 0. From day 0 its block is 0-3: 1/4; from day 2 it is 2-5: 0.
    covered = np.array([True, False, False, False, False, False, False, False])
    assert distribution(covered, np.array([2]), 4, 2) == pytest.approx((7 / 8, 1 / 8))


@given(st.sets(st.integers(0, 99), min_size=2, max_size=8), st.sets(st.integers(0, 99), min_size=2, max_size=8),
       st.integers(0, 20))  # fmt: skip
def test_it_sums_to_one_and_its_tail_is_the_default_p(acts: set[int], answers: set[int], last: int):
    lines = [Line(name, (), tuple(BEGIN + timedelta(n) for n in sorted(days))) for name, days in
             (("a", acts), ("b", answers))]  # fmt: skip
    claim = Claim(lines[0], lines[1], Window(0, last), BEGIN, BEGIN + timedelta(99))
    tested, chances = try_claim(claim), claim_distribution(claim)
    assert len(chances) == len(answers) + 1
    assert sum(chances) == pytest.approx(1)
    assert sum(chances[tested.seen :]) == pytest.approx(tested.jitter.p)


def test_nothing_covered_leaves_only_none():
    covered = np.zeros(20, dtype=bool)
    assert distribution(covered, np.array([3, 9]), 4) == pytest.approx((1, 0, 0))
    assert jitter(covered, np.array([3, 9]), 4).p == pytest.approx(1)
