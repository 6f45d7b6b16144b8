"""Rules frozen before the events that test them: scored by hand on later days, sealed, told apart from hindsight."""

from dataclasses import replace
from datetime import date, timedelta
from math import isnan

import pytest

from dragoman.analysis.linkage import (
    Claim,
    Line,
    LinkageError,
    Rule,
    Tried,
    Window,
    jeffreys,
    read_rules,
    scored,
    written_rule,
)
from dragoman.engines.link_caveats import EXPLORATORY, of_origin

FIRST, LAST = date(2018, 1, 1), date(2018, 12, 31)
RULE = Rule("trade:tariff@USA", "china-dprk:visit", 7, "2018-06-30T23:00:00+09:00")


def days(*ordinals: int) -> tuple[date, ...]:
    return tuple(FIRST + timedelta(number) for number in ordinals)


def claim(acts: tuple[date, ...], answers: tuple[date, ...]) -> Claim:
    return Claim(Line("acts", (), acts), Line("answers", (), answers), Window(0, 7), FIRST, LAST)


def test_only_acts_since_whose_window_has_run_out_are_scored() -> None:
    # Day 180 is 30 June. Acts on 10 January (before), 10 and 30 July, 1 October, 28 December (its window is open).
    acts = days(9, 190, 210, 273, 361)
    answers = days(10, 195, 277, 362)
    found = scored(claim(acts, answers), date(2018, 6, 30))
    assert (found.acts, found.answered) == (3, 2)
    assert found.interval == jeffreys(2, 3)
    # Before the freeze one answer, on day 10: an act on days 3 to 10 of the 174 that can be counted would have had it.
    assert found.base == pytest.approx(8 / 174)
    assert found.tested is not None
    assert found.tested.claim.first == date(2018, 7, 1)


def test_too_few_since_is_scored_and_not_tested() -> None:
    found = scored(claim(days(190), days(193)), date(2018, 6, 30))
    assert (found.acts, found.answered, found.tested) == (1, 1, None)
    assert isnan(scored(claim(days(190), days(193)), FIRST + timedelta(3)).base)
    with pytest.raises(LinkageError, match="no day since"):
        scored(claim(days(1), days(2)), LAST)


def test_a_rule_is_sealed_and_a_changed_line_is_not_used() -> None:
    line = written_rule(RULE)
    assert list(read_rules([line, line, "{broken", "3", '{"id": 1}'])) == [RULE]
    assert list(read_rules([line.replace('"window": 7', '"window": 14')])) == []
    assert RULE.first == date(2018, 7, 1)


def test_a_claim_is_exploratory_unless_it_was_frozen_before_its_events() -> None:
    tried = Tried(RULE.acts, RULE.answers, 7, "2018-07-01", "2018-12-31")
    later = replace(claim(days(1), days(2)), first=date(2018, 7, 1))
    assert of_origin(later, tried, [RULE]) == "frozen on 2018-06-30, before these events"
    assert of_origin(claim(days(1), days(2)), tried, [RULE]) == EXPLORATORY
    assert of_origin(later, replace(tried, window=14), [RULE]) == EXPLORATORY
