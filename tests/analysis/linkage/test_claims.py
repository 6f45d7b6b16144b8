"""Claims of 2018 and their verdicts; what has no meaning is refused in plain words."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from dragoman.analysis.linkage import (
    Claim,
    Line,
    LinkageError,
    Window,
    adjusted,
    jeffreys,
    line,
    try_claim,
    verdict,
)
from dragoman.analysis.linkage.rates import beta_share
from dragoman.model import Conflict, Event
from tests.analysis.linkage.test_nulls import KOREAN_SUMMITRY, TALKS, TARIFFS, VISITS

FIRST, LAST = date(2018, 3, 1), date(2018, 7, 18)
ANSWERS = [date(2018, 3, 23), date(2018, 6, 15), date(2018, 7, 6)]


def claim(acts: list[date], answers: list[date], days: int) -> Claim:
    return Claim(Line("a tariff", (), tuple(acts)), Line("a visit", (), tuple(answers)), Window(0, days), FIRST, LAST)


def test_tariff_to_visit_is_suggestive_and_says_why_it_is_no_more() -> None:
    tested = try_claim(claim(TARIFFS, VISITS, 7))
    found = verdict(tested)
    assert (tested.seen, tested.count, tested.triggered, tested.acts) == (2, 3, 2, 3)
    assert found.word == "suggestive"
    assert found.sentence.startswith("In 2 of 3 cases a visit began within 7 days of a tariff")
    assert any("cannot decide" in caveat for caveat in found.caveats)


def test_a_wider_window_says_nothing_and_the_reverse_neither() -> None:
    assert verdict(try_claim(claim(TARIFFS, VISITS, 14))).word == "not distinguishable from chance"
    reverse = try_claim(claim(VISITS, TARIFFS, 7))
    assert (reverse.seen, verdict(reverse).word) == (0, "not distinguishable from chance")


def test_the_rival_does_as_well_and_the_talks_would_have_made_it_better() -> None:
    assert try_claim(claim(KOREAN_SUMMITRY, VISITS, 21)).seen == 3
    assert try_claim(claim(TARIFFS + TALKS, VISITS, 7)).seen == 3


def test_retaliation_is_established_only_as_its_own_words_name_the_act() -> None:
    tested = try_claim(claim(TARIFFS, ANSWERS, 1))
    assert (tested.seen, tested.uniform.p < 0.0001) == (3, True)
    assert verdict(tested, named=True).word == "established"
    assert verdict(tested).word == "suggestive"


def test_answers_that_keep_away_contradict() -> None:
    acts = [FIRST + timedelta(days) for days in range(0, 120, 2)]
    far = [FIRST + timedelta(125 + 2 * number) for number in range(5)]
    assert verdict(try_claim(claim(acts, far, 1))).word == "contradicted"


def test_two_answers_that_could_not_have_decided_get_no_verdict() -> None:
    acts = [FIRST + timedelta(days) for days in range(0, 130, 6)]
    assert verdict(try_claim(claim(acts, VISITS[:2], 4))).word == "no verdict"


def test_many_answers_in_windows_that_leave_no_day_out_get_no_verdict_and_no_hint() -> None:
    acts = [FIRST + timedelta(days) for days in range(20, 130)]
    answers = [FIRST + timedelta(days) for days in range(30, 130, 10)]
    tested = try_claim(claim(acts, answers, 7))
    # Hardly a day within a fortnight of an answer lies outside a window: moving the answers about changes nothing.
    assert tested.seen == 10
    assert tested.jitter.least > 0.9
    assert verdict(tested).caveats[0].endswith("that test cannot decide")
    assert verdict(tested).word == "no verdict"
    few = claim([FIRST + timedelta(days) for days in range(40, 80)], answers[2:6], 7)
    assert try_claim(few).uniform.p < 0.05
    assert verdict(try_claim(few)).word == "suggestive"


def test_a_family_of_claims_makes_each_less_sure_and_gives_the_same_answer_twice() -> None:
    rng = np.random.default_rng(5)
    acts = [FIRST + timedelta(int(day)) for day in np.sort(rng.choice(120, 15, replace=False))]
    answers = [day + timedelta(1) for day in acts]
    one = claim(acts, answers, 2)
    alone = adjusted([one], runs=99)
    family = [claim(acts, answers, days) for days in (2, 3, 5, 7, 10)]
    assert adjusted(family, runs=99)[0] >= alone[0]
    assert adjusted(family, runs=99) == adjusted(family, runs=99)
    assert alone[0] <= 0.05


def test_events_of_no_known_day_give_a_range_of_p() -> None:
    rough = replace(claim(TARIFFS, VISITS, 7), answers=Line("a visit", (), tuple(VISITS), ((FIRST, LAST),)))
    tested = try_claim(rough)
    assert tested.rough is not None
    assert tested.rough[0] < tested.rough[1]
    assert any("no known day" in caveat for caveat in verdict(tested).caveats)


def test_reports_that_differ_on_the_day_give_a_range_of_p() -> None:
    told = ("visit", "CONSULT", 1, ("kim-jong-un",), ("CHN",))
    values = (("2018-06-19", ("ob-1",)), ("2018-06-24/2018-06-25", ("ob-2",)), ("unknown", ("ob-3",)))
    apart = Conflict("date", values)
    day, sure = date(2018, 6, 19), date(2018, 3, 25)
    event = Event("ev-1", *told, day, day, "day", None, "done", None, "", (), 1, conflicts=(apart,))
    other = replace(event, id="ev-2", first=sure, last=sure, conflicts=())
    found = line("a visit", [event, other])
    assert (found.days, found.disputed) == ((sure, day), ((day, day, date(2018, 6, 24)),))
    assert set(found.days_at(0)) == {sure, day}
    assert set(found.days_at(1)) == {sure, date(2018, 6, 24)}
    # A tariff on 15 June: the visit of the 19th lies in its week, one of the 24th does not.
    tested = try_claim(replace(claim(TARIFFS, VISITS, 7), answers=found))
    assert tested.rough is not None
    assert tested.rough[0] < tested.rough[1]
    assert any("reports differ on the day of 1 event; on" in caveat for caveat in verdict(tested).caveats)
    # Where another event is sure of that day, the day stays.
    assert line("a visit", [event, replace(other, first=day, last=day)]).disputed == ()


def test_only_what_happened_is_counted_each_day_once() -> None:
    told = ("visit", "CONSULT", 1, ("kim-jong-un",), ("CHN",))
    day = date(2018, 5, 7)
    event = Event("ev-1", *told, day, day, "day", None, "done", None, "", ("ob-1",), 1)
    month = replace(event, id="ev-4", first=date(2018, 6, 1), last=date(2018, 6, 30), precision="month")
    events = [event, replace(event, id="ev-2"), replace(event, id="ev-3", status="denied"), month]
    found = line("a visit", events)
    assert found.days == (day,)
    assert found.rough == ((date(2018, 6, 1), date(2018, 6, 30)),)
    assert found.events == ("ev-1", "ev-2", "ev-4")


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (claim([], VISITS, 7), "a tariff: 0 events"),
        (claim(TARIFFS, VISITS[:1], 7), "too few"),
        (claim(TARIFFS, VISITS, 400), "every answer would count"),
        (claim([date(2017, 1, 1), date(2017, 1, 2)], VISITS, 7), "0 days of the period"),
        (replace(claim(TARIFFS, VISITS, 7), last=date(2018, 1, 1)), "before it begins"),
    ],
)
def test_what_cannot_be_tested_is_said_in_plain_words(bad: Claim, words: str) -> None:
    with pytest.raises(LinkageError, match=words):
        try_claim(bad)


def test_an_event_on_both_sides_would_answer_itself_and_is_refused() -> None:
    one = claim(TARIFFS, VISITS, 7)
    shared = replace(one, acts=replace(one.acts, events=("a", "b")), answers=replace(one.answers, events=("b", "c")))
    with pytest.raises(LinkageError, match="1 event stands on both sides"):
        try_claim(shared)


def test_a_window_that_runs_backwards_is_refused() -> None:
    with pytest.raises(LinkageError, match="a window of 5 to 2 days"):
        Window(5, 2)


def test_jeffreys_interval_leaves_two_and_a_half_percent_on_each_side() -> None:
    low, high = jeffreys(7, 20)
    assert beta_share(7.5, 13.5, low) == pytest.approx(0.025, abs=1e-9)
    assert beta_share(7.5, 13.5, high) == pytest.approx(0.975, abs=1e-9)
    assert jeffreys(0, 5)[0] == 0.0
    assert jeffreys(5, 5)[1] == 1.0


def test_the_beta_share_equals_a_sum_by_hand() -> None:
    # Of a beta(2, 3): 12 * integral of x (1 - x)^2 from 0 to .3 = 6 x^2 - 8 x^3 + 3 x^4 at .3
    assert beta_share(2, 3, 0.3) == pytest.approx(6 * 0.3**2 - 8 * 0.3**3 + 3 * 0.3**4, abs=1e-12)
