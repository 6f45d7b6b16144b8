"""Reports joined into events: what is one event, what is not, and what stays in conflict."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import gazetteer
from dragoman.extraction import merge, witness_groups
from dragoman.model import Conflict, Document, Event, Quantity, Report, Track

GAZETTEER = gazetteer.load()
RATE = Quantity(0, 3, "25%", "percent", 25.0, 25.0)
SUM = Quantity(0, 3, "$50", "money", 5e10, 5e10, None, "USD")
TRACKS = (
    Track("china-dprk", "China-North Korea", ("CHN", "PRK")),
    Track("trade", "Trade", ("USA", "CHN"), ("tariff", "retaliate")),
    Track("doctrine", "Doctrine", ("CHN",), ("convene", "attend")),
)


def report(**fields: object) -> Report:
    base = Report(
        0, 4, "text", "visit", "CONSULT", 1, ("kim-jong-un",), ("CHN",), date(2018, 5, 7), date(2018, 5, 8), "range",
        "stated", None, "done", None, "visit.zh[0]", (0, 2),
    )  # fmt: skip
    return replace(base, **fields)  # type: ignore[arg-type]


def joined(*reports: Report, syndicated: dict[str, str] | None = None) -> tuple[Event, ...]:
    rows = [(f"ob-{n}", f"doc-{n}", f"source-{n}", row) for n, row in enumerate(reports)]
    return merge(rows, TRACKS, GAZETTEER, syndicated)


class TestOneEvent:
    """Reports that tell of the same thing."""

    def test_a_person_stands_for_the_state(self) -> None:
        (event,) = joined(report(), report(actors=("PRK",), recipients=("xi-jinping",)))
        assert event.actors == ("kim-jong-un",)
        assert event.witnesses == 2

    def test_a_meeting_has_no_first_party(self) -> None:
        one = report(type="meet", actors=("xi-jinping",), recipients=("kim-jong-un",))
        other = report(type="meet", actors=("PRK",), recipients=("CHN",))
        (event,) = joined(one, other)
        assert {*event.actors, *event.recipients} == {"xi-jinping", "kim-jong-un"}

    def test_a_city_lies_in_its_state(self) -> None:
        (event,) = joined(report(place="dalian"), report(place="CHN"))
        assert event.place == "dalian"

    def test_what_is_done_outranks_what_was_announced_and_planned(self) -> None:
        (event,) = joined(report(status="planned"), report(status="announced"), report())
        assert event.status == "done"

    def test_an_election_is_held_once_and_two_days_for_it_are_a_conflict(self) -> None:
        days = [date(2017, 5, 9), date(2017, 5, 10)]
        one, other = (
            report(type="elect", actors=("moon-jae-in",), recipients=(), first=day, last=day, precision="day")
            for day in days
        )
        (event,) = joined(one, other)
        assert event.conflicts == (Conflict("date", (("2017-05-09", ("ob-0",)), ("2017-05-10", ("ob-1",)))),)
        year_later = replace(other, first=date(2018, 5, 10), last=date(2018, 5, 10))
        assert len(joined(one, year_later)) == 2

    def test_a_time_carried_over_from_the_sentence_before_is_no_witness_of_a_day(self) -> None:
        carried = report(first=date(2018, 5, 7), last=date(2018, 5, 9), basis="carried over from the last event told")
        other = report(first=date(2018, 5, 6), last=date(2018, 5, 7))
        (event,) = joined(report(first=date(2018, 5, 7), last=date(2018, 5, 8)), carried, other)
        assert {value for value, _ in event.conflicts[0].values} == {"2018-05-07/2018-05-08", "2018-05-06/2018-05-07"}

    def test_a_month_joins_the_one_event_in_it(self) -> None:
        rough = report(first=date(2018, 5, 1), last=date(2018, 5, 31), precision="month")
        (event,) = joined(rough, report())
        assert (event.first, event.last, event.precision) == (date(2018, 5, 7), date(2018, 5, 8), "range")

    def test_who_only_tells_the_month_does_not_outvote_who_tells_the_days(self) -> None:
        rough = report(first=date(2018, 5, 1), last=date(2018, 5, 31), precision="month")
        (event,) = joined(rough, rough, report())
        assert (event.first, event.last, event.precision) == (date(2018, 5, 7), date(2018, 5, 8), "range")
        assert (event.witnesses, event.conflicts) == (3, ())

    def test_what_came_by_a_publication_weeks_later_is_not_joined(self) -> None:
        late = report(first=None, last=date(2018, 5, 30), precision="before", basis="date of publication")
        assert len(joined(late, report())) == 2

    @pytest.mark.parametrize("first", [date(2018, 5, 9), None])
    def test_a_date_of_publication_joins_but_never_outvotes(self, first: date | None) -> None:
        late = report(first=first, last=date(2018, 5, 9), precision="before", basis="date of publication")
        (event,) = joined(late, late, report())
        assert (event.first, event.last) == (date(2018, 5, 7), date(2018, 5, 8))
        assert event.conflicts == ()

    def test_the_reasons_are_told(self) -> None:
        (event,) = joined(report(place="dalian"), report(place="dalian"), report(place="dalian"))
        assert event.joined == "same parties, same interval, same place (3 of 3)"


class TestApart:
    """Reports that tell of different things."""

    @pytest.mark.parametrize(
        "other",
        [
            report(type="meet"),
            report(actors=("choe-ryong-hae",)),
            report(recipients=("RUS",)),
            report(first=date(2018, 5, 9), last=date(2018, 5, 9), precision="day"),
            report(status="denied"),
            report(status="conditional"),
        ],
    )
    def test_another_type_party_day_or_standing_is_another_event(self, other: Report) -> None:
        assert len(joined(report(), other)) == 2

    def test_another_place_is_another_event(self) -> None:
        assert len(joined(report(place="dalian"), report(place="beijing"))) == 2

    def test_a_month_with_two_events_joins_neither(self) -> None:
        rough = report(first=date(2018, 5, 1), last=date(2018, 5, 31), precision="month")
        later = report(first=date(2018, 5, 20), last=date(2018, 5, 21))
        assert len(joined(rough, report(), later)) == 3

    def test_unknown_days_are_never_joined(self) -> None:
        unknown = report(first=None, last=None, precision="unresolved")
        events = joined(unknown, unknown)
        assert len(events) == 2
        assert len({event.id for event in events}) == 2
        assert all(event.first is None for event in events)


class TestConflict:
    """Differences are kept."""

    def test_days_that_disagree_are_both_shown(self) -> None:
        other = report(first=date(2018, 5, 8), last=date(2018, 5, 9))
        (event,) = joined(report(), report(), other)
        assert (event.first, event.last) == (date(2018, 5, 7), date(2018, 5, 8))
        (conflict,) = event.conflicts
        assert conflict.field == "date"
        assert conflict.values == (
            ("2018-05-07/2018-05-08", ("ob-0", "ob-1")),
            ("2018-05-08/2018-05-09", ("ob-2",)),
        )

    def test_a_day_inside_the_interval_is_no_conflict(self) -> None:
        (event,) = joined(report(), report(first=date(2018, 5, 7), last=date(2018, 5, 7), precision="day"))
        assert event.conflicts == ()

    def test_numbers_that_disagree_are_both_shown(self) -> None:
        one = report(type="tariff", quantities=(Quantity(0, 3, "25%", "percent", 25.0, 25.0),))
        other = replace(one, quantities=(Quantity(0, 3, "10%", "percent", 10.0, 10.0),))
        (event,) = joined(one, other)
        assert event.conflicts[0].field == "percent"
        assert [value for value, _ in event.conflicts[0].values] == ["10", "25"]

    def test_the_interval_with_most_witnesses_stands_and_copies_do_not_vote(self) -> None:
        other = report(first=date(2018, 5, 8), last=date(2018, 5, 9))
        copies = {"doc-1": "agency", "doc-2": "agency"}
        (event,) = joined(report(), other, other, report(), syndicated=copies)
        assert (event.first, event.last) == (date(2018, 5, 7), date(2018, 5, 8))
        assert event.witnesses == 3


class TestTrackAndLabel:
    """The lane and the line of an event."""

    def test_the_first_track_whose_conditions_hold(self) -> None:
        assert joined(report())[0].track == "china-dprk"
        tariff = report(type="tariff", actors=("donald-trump",), recipients=("CHN",))
        assert joined(tariff)[0].track == "trade"
        assert joined(report(type="attend", actors=("xi-jinping",), recipients=()))[0].track == "doctrine"
        assert joined(report(actors=("mike-pompeo",), recipients=("PRK",)))[0].track is None

    @pytest.mark.parametrize(
        ("fields", "label"),
        [
            ({"place": "dalian"}, "Kim Jong-un visits China (Dalian)"),
            ({"status": "planned"}, "Kim Jong-un to visit China"),
            ({"status": "denied"}, "Kim Jong-un does not visit China"),
            ({"type": "call", "actors": ("xi-jinping",), "recipients": ("donald-trump",)},
             "Xi Jinping speaks by telephone with Donald Trump"),
            ({"type": "tariff", "actors": ("USA",), "status": "announced",
              "quantities": (RATE, SUM)},
             "United States announces tariffs on China: 25 %, $50 bn"),
            ({"type": "refuse", "actors": ("IND",), "recipients": ()}, "India refuses"),
            ({"type": "sign", "actors": ("IND",), "recipients": (), "status": "denied"}, "India does not sign"),
        ],
    )  # fmt: skip
    def test_the_label_is_built_from_the_data(self, fields: dict[str, object], label: str) -> None:
        assert joined(report(**fields))[0].label == label


PARTIES = ["kim-jong-un", "PRK", "xi-jinping", "CHN", "donald-trump", "USA", "choe-ryong-hae", "asean"]


@st.composite
def some_reports(draw: st.DrawFn) -> Report:
    first = date(2018, 5, 1) + timedelta(draw(st.integers(0, 12)))
    last = first + timedelta(draw(st.sampled_from([0, 0, 1, 3, 30])))
    return report(
        type=draw(st.sampled_from(["visit", "meet"])),
        actors=(draw(st.sampled_from(PARTIES)),),
        recipients=(draw(st.sampled_from(PARTIES)),),
        first=first,
        last=last,
        precision="day" if first == last else "range",
        basis=draw(st.sampled_from(["stated", "date of publication"])),
        place=draw(st.sampled_from([None, None, "dalian", "beijing", "CHN"])),
        status=draw(st.sampled_from(["done", "planned", "denied"])),
    )


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(some_reports(), max_size=14), seed=st.integers())
def test_the_events_do_not_depend_on_the_order_of_the_reports(rows: list[Report], seed: int) -> None:
    told = [(f"ob-{n}", f"doc-{n % 5}", f"source-{n % 4}", row) for n, row in enumerate(rows)]
    mixed = list(told)
    random.Random(seed).shuffle(mixed)
    events = merge(told, TRACKS, GAZETTEER)
    assert merge(mixed, TRACKS, GAZETTEER) == events
    assert sorted(name for event in events for name in event.reports) == sorted(name for name, *_ in told)
    assert len({event.id for event in events}) == len(events)


class TestWitnesses:
    """Which documents are copies."""

    @staticmethod
    def document(name: str, text: str, source: str = "") -> Document:
        return Document(name, source or f"source-{name}", "", text, "en", None, "txt")

    TEXT = (
        "The two leaders met for the second time in little more than a month, walking along the shore of Dalian. " * 3
    )

    def test_a_copy_is_no_second_witness(self) -> None:
        groups = witness_groups(
            [
                self.document("a", self.TEXT),
                self.document("b", self.TEXT.replace(" walking", "  walking") + "(Agency)"),
                self.document(
                    "c", "An altogether different account, written by somebody else on another day in Seoul."
                ),
            ]
        )
        assert groups["a"] == groups["b"] != groups["c"]

    def test_two_versions_of_a_source_are_one_witness(self) -> None:
        groups = witness_groups([self.document("a", "first text", "s"), self.document("b", "quite another", "s")])
        assert groups == {"a": "s", "b": "s"}

    def test_the_groups_do_not_depend_on_the_order(self) -> None:
        rows = [self.document(str(n), self.TEXT + str(n % 3) * 40) for n in range(9)]
        assert witness_groups(rows) == witness_groups(reversed(rows))

    def test_empty_texts_are_no_copies_of_one_another(self) -> None:
        groups = witness_groups([self.document("a", ""), self.document("b", "")])
        assert groups["a"] != groups["b"]


class TestAPersonDecides:
    """Bonds put the program's own joining aside."""

    @staticmethod
    def joined(bonds: dict[str, str], *reports: Report) -> list[list[str]]:
        rows = [(f"ob-{n}", f"doc-{n}", f"source-{n}", row) for n, row in enumerate(reports)]
        return sorted(sorted(event.reports) for event in merge(rows, TRACKS, GAZETTEER, None, bonds))

    def test_a_report_set_apart_stays_alone_and_the_others_stay_together(self) -> None:
        assert self.joined({"ob-1": "ju-1"}, report(), report(), report()) == [["ob-0", "ob-2"], ["ob-1"]]

    def test_reports_that_the_program_holds_apart_are_joined_and_a_third_follows_the_one_it_fits(self) -> None:
        late = report(first=date(2018, 6, 19), last=date(2018, 6, 20))
        assert self.joined({}, report(), late) == [["ob-0"], ["ob-1"]]
        assert self.joined({"ob-0": "bo-1", "ob-1": "bo-1"}, report(), late, late) == [["ob-0", "ob-1", "ob-2"]]

    def test_who_joined_them_is_said(self) -> None:
        rows = [(f"ob-{n}", f"doc-{n}", f"source-{n}", report()) for n in range(2)]
        (event,) = merge(rows, TRACKS, GAZETTEER, None, {"ob-0": "bo-1", "ob-1": "bo-1"})
        assert event.joined == "a person joined them"


class TestPlacesInConflict:
    """Two persons meet in one town; two towns for one day are a conflict, two venues of one town are not."""

    def test_two_towns_for_one_meeting_are_kept_side_by_side(self) -> None:
        day = date(2018, 5, 7)
        meeting = report(type="meet", actors=("xi-jinping",), recipients=("kim-jong-un",), first=day, last=day)
        (event,) = joined(replace(meeting, place="dalian"), replace(meeting, place="beijing"))
        assert Conflict("place", (("beijing", ("ob-1",)), ("dalian", ("ob-0",)))) in event.conflicts

    def test_states_can_meet_in_two_towns_on_one_day(self) -> None:
        day = date(2018, 5, 7)
        meeting = report(type="meet", actors=("CHN",), recipients=("USA",), first=day, last=day)
        assert len(joined(replace(meeting, place="dalian"), replace(meeting, place="beijing"))) == 2

    def test_two_venues_of_one_town_are_two_meetings(self) -> None:
        day = date(2018, 6, 19)
        meeting = report(type="meet", actors=("xi-jinping",), recipients=("kim-jong-un",), first=day, last=day)
        assert len(joined(replace(meeting, place="great-hall"), replace(meeting, place="diaoyutai"))) == 2
