"""The best assignment is the best there is, and alignment does not care which account is called the left one."""

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.analysis.readouts.alignment import align
from dragoman.analysis.readouts.assignment import assign

GRID = st.integers(0, 20).map(lambda step: step / 20)


def shapes(least: int = 1):
    return st.tuples(st.integers(least, 5), st.integers(least, 5))


@given(shapes().flatmap(lambda shape: arrays(float, shape, elements=GRID)))
def test_the_assignment_is_the_best_of_all(worth):
    rows, columns = worth.shape
    size = min(rows, columns)
    best = max(
        sum(worth[pair] for pair in zip(some, others, strict=True))
        for some in combinations(range(rows), size)
        for others in permutations(range(columns), size)
    )
    found = assign(worth)
    assert sum(worth[pair] for pair in found) == pytest.approx(best)
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)


@given(shapes().flatmap(lambda shape: arrays(float, shape, elements=st.floats(0, 1), unique=True)))
def test_swapping_the_accounts_swaps_each_link(alike):
    assert align(alike.T) == tuple(sorted(link.swapped for link in align(alike)))


@given(shapes().flatmap(lambda shape: arrays(float, shape, elements=GRID)))
def test_each_clause_stands_in_one_link_at_most_and_links_reach_the_line(alike):
    links = align(alike, 0.4)
    for side in ("left", "right"):
        held = [at for link in links for at in getattr(link, side)]
        assert len(held) == len(set(held))
    assert all(link.likeness >= 0.4 for link in links)


def test_two_clauses_may_answer_one_but_not_where_the_second_is_much_less_like():
    both = align(np.array([[0.9, 0.0], [0.85, 0.0], [0.0, 0.7]]))
    assert [(link.left, link.right) for link in both] == [((0, 1), (0,)), ((2,), (1,))]
    one = align(np.array([[0.9, 0.0], [0.6, 0.0], [0.0, 0.7]]))
    assert [(link.left, link.right) for link in one] == [((0,), (0,)), ((2,), (1,))]


def test_a_strong_link_is_not_given_up_for_two_weak_ones():
    (link,) = align(np.array([[0.9, 0.45], [0.45, 0.0]]))
    assert (link.left, link.right) == ((0,), (0,))


def test_equal_clauses_are_linked_in_their_order():
    links = align(np.full((3, 3), 0.8))
    assert [(link.left, link.right) for link in links] == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


def test_nothing_is_linked_to_nothing():
    assert align(np.zeros((0, 3))) == align(np.zeros((3, 0))) == align(np.zeros((2, 2))) == ()
