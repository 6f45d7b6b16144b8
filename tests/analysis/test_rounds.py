"""Rounds of a small chronology, cut by hand; agreement with labels by arithmetic."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman import gazetteer
from dragoman.analysis.linkage import LinkageError
from dragoman.analysis.rounds import adjusted_rand, round_of, rounds
from dragoman.extraction import load_frames
from dragoman.model import Event, RoundGrammar, Track

TRACKS = (Track("trade", "Trade"), Track("korea", "Korea"))
GRAMMAR = RoundGrammar(("trade:tariff@USA",), ("korea:meet@donald-trump",))


def event(identity: str, day: str, kind: str, track: str, *parties: str, **more: object) -> Event:
    first, (actor, other) = date.fromisoformat(day), parties
    one = Event(identity, kind, "", 1, (actor,), (other,), first, first, "day", None, "done", track, "", (), 1)
    return replace(one, **more)  # type: ignore[arg-type]


EVENTS = [
    event("a", "2018-03-22", "tariff", "trade", "USA", "CHN"),
    event("b", "2018-04-05", "tariff", "trade", "USA", "CHN"),  # no summit since: still the first round
    event("c", "2018-06-12", "meet", "korea", "kim-jong-un", "donald-trump"),
    event("d", "2018-06-13", "tariff", "trade", "CHN", "USA"),  # not by the United States
    event("e", "2018-06-15", "tariff", "trade", "USA", "CHN"),
    event("f", "2018-07-06", "meet", "korea", "mike-pompeo", "PRK"),  # not by the president
    event("g", "2018-07-06", "tariff", "trade", "USA", "CHN"),
]


def cut(events, grammar=GRAMMAR):
    return rounds(events, grammar, TRACKS, load_frames(), gazetteer.load())


def test_a_round_opens_only_once_the_last_was_closed() -> None:
    found = cut(EVENTS)
    assert [(one.number, str(one.first), str(one.last)) for one in found] == [
        (1, "2018-03-22", "2018-06-14"),
        (2, "2018-06-15", "None"),
    ]
    assert found[0].once is None
    assert found[1].once is not None
    assert (found[1].opened_by.id, found[1].once.id) == ("e", "c")


def test_on_one_day_the_closing_comes_first() -> None:
    same_day = [EVENTS[0], event("h", "2018-05-01", "meet", "korea", "donald-trump", "PRK"),
                event("i", "2018-05-01", "tariff", "trade", "USA", "CHN")]  # fmt: skip
    assert [one.opened_by.id for one in cut(same_day)] == ["a", "i"]


def test_what_has_not_happened_or_has_no_day_cuts_nothing() -> None:
    planned = replace(EVENTS[4], status="planned")
    month = replace(EVENTS[2], precision="month")
    assert len(cut([EVENTS[0], EVENTS[2], planned])) == 1
    assert len(cut([EVENTS[0], month, EVENTS[4]])) == 1


def test_a_closing_event_before_the_first_round_counts_for_nothing() -> None:
    assert [one.opened_by.id for one in cut([EVENTS[2], EVENTS[4], EVENTS[6]])] == ["e"]


def test_days_lie_in_rounds() -> None:
    found = cut(EVENTS)
    days = ("2018-03-01", "2018-03-22", "2018-06-14", "2018-06-15", "2019-01-01")
    assert [round_of(date.fromisoformat(day), found) for day in days] == [0, 1, 1, 2, 2]


def test_a_grammar_that_names_what_is_not_there_is_told() -> None:
    with pytest.raises(LinkageError, match='no track "tarde"'):
        cut(EVENTS, RoundGrammar(("tarde:tariff",), ("korea",)))


def test_adjusted_rand_by_hand() -> None:
    # Four things in two pairs against one pair and two alone: together 1, one 2, other 1, every 6.
    pairs = [("1", "a"), ("1", "a"), ("2", "b"), ("2", "c")]
    assert adjusted_rand(pairs) == pytest.approx((1 - 2 * 1 / 6) / ((2 + 1) / 2 - 2 * 1 / 6), abs=1e-4)
    assert adjusted_rand([("1", "a")]) is None
