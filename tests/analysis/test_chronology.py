"""The chronology keeps every event once, in the order of its days, in the lane of its track."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis import chronology
from dragoman.analysis.chronology import busiest_span, is_firm
from dragoman.model import Event, Track

TRACKS = (Track("trade", "US-China trade"), Track("visits", "China-North Korea"))


def event(name: str, first: date | None, last: date | None, track: str | None = None, precision: str = "day") -> Event:
    return Event(name, "visit", "CONSULT", 1, (), (), first, last, precision, None, "done", track, name, (), 1)


DALIAN = event("Dalian", date(2018, 5, 7), date(2018, 5, 8), "visits", "range")
TARIFF = event("Tariff", date(2018, 6, 15), date(2018, 6, 15), "trade")
ENVOY = event("Envoy", None, date(2018, 3, 8), None, "before")
CRITICISM = event("Criticism", date(2018, 7, 1), None, None, "after")
DRAFT = event("Draft", None, None, "visits", "unresolved")
ALL = (TARIFF, DRAFT, CRITICISM, DALIAN, ENVOY)


def test_events_stand_in_the_order_of_their_days_and_undated_ones_apart():
    shown = chronology(ALL, TRACKS)
    assert [e.id for e in shown.events] == ["Envoy", "Dalian", "Tariff", "Criticism"]
    assert [e.id for e in shown.undated] == ["Draft"]


def test_lanes_stand_in_the_order_of_the_case_and_other_comes_last():
    shown = chronology(ALL, TRACKS)
    assert [(lane.id, [e.id for e in lane.events]) for lane in shown.lanes] == [
        ("trade", ["Tariff"]),
        ("visits", ["Dalian"]),
        ("other", ["Envoy", "Criticism"]),
    ]


def test_there_is_no_lane_other_where_every_event_has_a_track():
    assert [lane.id for lane in chronology([TARIFF], TRACKS).lanes] == ["trade", "visits"]


def test_an_event_of_a_track_that_the_case_does_not_have_is_not_lost():
    shown = chronology([event("x", date(2018, 1, 1), date(2018, 1, 1), "gone")], TRACKS)
    assert shown.lanes[-1].id == "other"
    assert len(shown.lanes[-1].events) == 1


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [
        (date(2018, 5, 8), date(2018, 6, 15), ["Dalian", "Tariff"]),
        (date(2018, 5, 9), date(2018, 6, 14), []),
        (date(2018, 7, 2), None, []),
        (None, date(2018, 3, 8), ["Envoy"]),
    ],
)
def test_a_window_keeps_what_touches_it(first: date | None, last: date | None, kept: list[str]):
    assert [e.id for e in chronology(ALL, TRACKS, first, last).events] == kept


def test_the_window_bounds_what_is_shown_and_else_the_events_do():
    assert (chronology(ALL, TRACKS).first, chronology(ALL, TRACKS).last) == (date(2018, 3, 8), date(2018, 7, 1))
    shown = chronology(ALL, TRACKS, date(2018, 3, 1), date(2018, 7, 18))
    assert (shown.first, shown.last) == (date(2018, 3, 1), date(2018, 7, 18))


def test_wanted_tracks_narrow_lanes_and_keep_the_order_of_the_case():
    shown = chronology(ALL, TRACKS, wanted_tracks=["other", "visits"])
    assert [lane.id for lane in shown.lanes] == ["visits", "other"]
    assert "Tariff" not in [e.id for e in shown.events]


def test_an_unknown_track_names_the_nearest_one():
    with pytest.raises(ValueError, match="no track 'visit' in this case; the nearest is 'visits'"):
        chronology(ALL, TRACKS, wanted_tracks=["visit"])


def test_a_month_and_an_open_end_are_not_firm():
    assert is_firm(DALIAN)
    assert not is_firm(ENVOY)
    assert not is_firm(event("m", date(2018, 3, 1), date(2018, 3, 31), None, "month"))


def test_a_few_far_dates_do_not_set_the_span_of_a_picture():
    crowd = [event(str(n), date(2018, 3, 1) + timedelta(n), None) for n in range(18)]
    far = [event("past", date(1985, 4, 19), None), event("future", None, date(2060, 1, 1))]
    assert busiest_span([*far, *crowd]) == (date(2018, 3, 1), date(2018, 3, 18))


def test_events_that_are_spread_evenly_are_shown_whole():
    assert busiest_span([event(str(n), date(2018, 1, 1) + timedelta(n * 10), None) for n in range(20)]) is None
    assert busiest_span([DALIAN]) is None


DAYS = st.dates(date(2017, 1, 1), date(2019, 1, 1))


@st.composite
def any_event(draw: st.DrawFn) -> Event:
    first = draw(st.none() | DAYS)
    last = draw(st.none() | st.integers(0, 40).map(lambda n: (first or date(2018, 1, 1)) + timedelta(n)))
    return event(draw(st.text("abc", min_size=1)), first, last, draw(st.sampled_from([None, "trade", "visits", "x"])))


@given(st.lists(any_event(), max_size=30, unique_by=lambda one: one.id))
def test_every_event_is_shown_once_whatever_the_order_given(events: list[Event]):
    shown = chronology(events, TRACKS)
    again = chronology(list(reversed(events)), TRACKS)
    everything = [e for lane in shown.lanes for e in lane.events] + list(shown.undated)
    assert sorted(map(repr, everything)) == sorted(map(repr, events))
    assert [(e.label, e.first, e.last) for e in shown.events] == [(e.label, e.first, e.last) for e in again.events]
    keys = [e.first or e.last or date.max for e in shown.events]
    assert keys == sorted(keys)


@given(st.lists(DAYS, min_size=1, max_size=40))
def test_the_busiest_span_holds_nine_tenths_and_none_shorter_does(days: list[date]):
    span = busiest_span([event(str(n), day, None) for n, day in enumerate(days)], shorter=0)
    needed = -(-len(days) * 9 // 10)
    lengths = [(b - a).days for a in days for b in days if sum(a <= day <= b for day in days) >= needed]
    if span is None:
        assert max(days) == min(days)
    else:
        assert sum(span[0] <= day <= span[1] for day in days) >= needed
        assert (span[1] - span[0]).days == min(lengths)
