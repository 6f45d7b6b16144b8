"""Scores by arithmetic, words by the table of ICD 203, and a list that cannot be changed afterwards."""

from dataclasses import replace
from datetime import UTC, date, datetime
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.watchlist import (
    Forecast,
    base_rate,
    faults,
    likelihood,
    mixed,
    out_of_time,
    record_faults,
    scored,
    scores,
    watch_list,
)
from dragoman.model import Question, Resolution, Update

ASKED = Question(
    "Will Kim Jong-un visit China between 10 July and 30 September 2018?", "2018-07-10T09:00:00+09:00",
    "2018-07-10T09:00:00+09:00", "2018-09-30T23:59:00+09:00", "2018-10-07T00:00:00+09:00",
    "Xinhua and KCNA", "both report a visit that began in the period", 0.3,
)  # fmt: skip


class TestScores:
    """Brier (1950) and Murphy (1973)."""

    def test_two_forecasts_by_hand(self) -> None:
        found = scores([Forecast(0.8, 1, 0.5), Forecast(0.4, 1, 0.5), Forecast(0.4, 0)])
        assert found.brier == pytest.approx((0.04 + 0.36 + 0.16) / 3, abs=1e-6)
        assert found.logarithmic == pytest.approx(-(log(0.8) + log(0.4) + log(0.6)) / 3, abs=1e-6)
        assert found.skill == pytest.approx(1 - (0.04 + 0.36) / 0.5, abs=1e-6)
        assert found.uncertainty == pytest.approx(2 / 9, abs=1e-6)

    @given(st.lists(st.tuples(st.sampled_from([0.1, 0.3, 0.5, 0.9]), st.integers(0, 1)), min_size=1, max_size=60))
    def test_murphys_parts_make_up_the_brier_score(self, rows: list[tuple[float, int]]) -> None:
        found = scores([Forecast(p, outcome) for p, outcome in rows])
        assert found.reliability is not None
        assert found.resolution is not None
        assert found.uncertainty is not None
        assert found.brier == pytest.approx(found.reliability - found.resolution + found.uncertainty, abs=5e-6)

    def test_a_forecast_is_averaged_over_the_time_it_stood(self) -> None:
        found = scores([Forecast(0.9, 1, None, ((30.0, 0.5), (10.0, 0.9)))])
        assert found.over_time == pytest.approx((30 * 0.25 + 10 * 0.01) / 40, abs=1e-6)

    def test_calibration_is_kept_back_until_thirty_are_resolved(self) -> None:
        assert scores([Forecast(0.5, 1)] * 29).calibration == ()
        assert scores([Forecast(0.5, 1)] * 30).calibration == ((0.5, 1.0, 30),)

    def test_nothing_resolved_is_no_score(self) -> None:
        assert scores([]).brier is None


class TestWords:
    """ICD 203's table, and its rule that likelihood and confidence do not share a sentence."""

    @pytest.mark.parametrize(
        ("percent", "word"),
        [
            (1, "almost no chance"), (5, "very unlikely"), (19, "very unlikely"), (20, "unlikely"), (44, "unlikely"),
            (45, "roughly even chance"), (54, "roughly even chance"), (55, "likely"), (79, "likely"),
            (80, "very likely"), (94, "very likely"), (95, "almost certain"), (99, "almost certain"),
        ],
    )  # fmt: skip
    def test_each_band_begins_at_its_lower_bound(self, percent: int, word: str) -> None:
        assert likelihood(percent / 100) == word

    def test_only_a_sentence_that_holds_both_is_told(self) -> None:
        text = "A visit is unlikely. Our confidence is low. We have high confidence that talks are very likely."
        assert [text[a:b].strip() for a, b in mixed(text)] == ["We have high confidence that talks are very likely."]

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Confidence-building measures are likely.", False), ("A vote of no confidence is unlikely.", False),
            ("A motion of no confidence will probably pass.", False), ("We are confident that it is improbable.", True),
            ("It will probably pass, with moderate confidence.", True), ("Our confidence is low.", False),
        ],
    )  # fmt: skip
    def test_confidence_in_a_government_is_no_confidence_in_a_judgement(self, text: str, told: bool) -> None:
        assert bool(mixed(text)) is told


class TestList:
    """What stands, what came too late, what was annulled."""

    def test_the_last_probability_before_the_close_counts_and_a_later_one_does_not(self) -> None:
        updates = [
            Update(ASKED.id, "2018-08-01T00:00:00+09:00", 0.2, "no preparations seen"),
            Update(ASKED.id, "2018-10-02T00:00:00+09:00", 0.01, "known by now"),
        ]
        (item,) = watch_list([ASKED, *updates, Resolution(ASKED.id, "2018-10-07T00:00:00Z", "no", "no report")])
        assert item.probability == 0.2
        assert scored([item]).brier == pytest.approx(0.04)

    def test_a_probability_older_than_its_question_counts_for_nothing(self) -> None:
        early = Update(ASKED.id, "2018-07-01T00:00:00+09:00", 0.9, "hindsight")
        (item,) = watch_list([ASKED, early])
        assert item.probability == 0.3
        assert "cannot be older" in out_of_time(early, ASKED)
        assert "no forecast" in out_of_time(replace(early, when="2018-10-02T00:00:00+09:00"), ASKED)
        assert out_of_time(replace(early, when="2018-07-20T00:00:00+09:00"), ASKED) == ""

    @pytest.mark.parametrize(
        ("record", "words"),
        [
            (Update(ASKED.id, "yesterday", 0.2, "x"), "no time with its offset"),
            (Update(ASKED.id, "2018-08-01", 0.2, "x"), "no time with its offset"),
            (Update(ASKED.id, "2018-08-01T00:00:00Z", 1.0, "x"), "nothing is certain"),
            (Update(ASKED.id, "2018-08-01T00:00:00Z", float("nan"), "x"), "above 0 and below 1"),
            (Update(ASKED.id, "2018-08-01T00:00:00Z", 0.2, " "), "no reason"),
            (Resolution(ASKED.id, "soon", "yes", "x"), "no time with its offset"),
            (Resolution(ASKED.id, "2018-08-01T00:00:00Z", "yes", ""), "no evidence"),
        ],
    )
    def test_what_is_wrong_with_an_update_or_a_resolution_is_said(
        self, record: Update | Resolution, words: str
    ) -> None:
        assert words in "; ".join(record_faults(record))

    def test_annulled_questions_are_kept_and_not_scored(self) -> None:
        (item,) = watch_list([ASKED, Resolution(ASKED.id, "2018-10-07T00:00:00Z", "annulled", "war")])
        assert item.state(datetime(2019, 1, 1, tzinfo=UTC)) == "annulled"
        assert scored([item]).count == 0

    def test_a_question_is_open_until_it_closes(self) -> None:
        (item,) = watch_list([ASKED])
        assert item.state(datetime(2018, 9, 30, 14, 58, tzinfo=UTC)) == "open"
        assert item.state(datetime(2018, 9, 30, 15, 0, tzinfo=UTC)) == "closed"

    def test_a_changed_question_is_another(self) -> None:
        assert replace(ASKED, probability=0.31).id != ASKED.id
        assert replace(ASKED, closes="2018-10-30T23:59:00+09:00").id != ASKED.id

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"rule": " "}, "no rule"),
            ({"source": ""}, "no source"),
            ({"closes": "2018-09-30"}, "no time with its offset"),
            ({"closes": "2018-01-01T00:00:00Z"}, "must follow one another"),
            ({"probability": 1.0}, "nothing is certain"),
        ],
    )
    def test_what_is_wrong_with_a_question_is_said(self, change: dict[str, object], words: str) -> None:
        assert words in "; ".join(faults(replace(ASKED, **change)))  # type: ignore[arg-type]


def test_a_base_rate_counts_stretches_end_to_end_back_from_the_last_day() -> None:
    visits = [date(2018, 3, 25), date(2018, 5, 7), date(2018, 6, 19)]
    # From 9 July back, stretches of 30 days: 10 June-9 July, 11 May-9 June, 11 April-10 May, 12 March-10 April.
    assert base_rate(visits, date(2018, 3, 1), date(2018, 7, 9), 30) == (3, 4)
    assert base_rate([], date(2018, 3, 1), date(2018, 7, 9), 30) == (0, 4)
