"""The days a claim is looked at over, where the case does not set them."""

from datetime import date

import pytest

from dragoman.analysis.linkage import LinkageError, period

KOREAN_WAR, MARCH, MAY, JUNE = date(1950, 6, 25), date(2018, 3, 22), date(2018, 5, 7), date(2018, 6, 19)
PRINTED = ["2018-07-18", "2018-03-01", "2018", "", "2018-02-30"]


def test_the_case_s_own_days_come_first_and_need_no_caveat() -> None:
    found = period(date(2018, 1, 1), date(2018, 12, 31), [MARCH], PRINTED)
    assert (found.first, found.last, found.caveats) == (date(2018, 1, 1), date(2018, 12, 31), ())


def test_one_old_date_in_a_text_does_not_stretch_the_period_by_seventy_years() -> None:
    found = period(None, None, [KOREAN_WAR, MARCH, MAY, JUNE], PRINTED)
    assert (found.first, found.last) == (date(2018, 3, 1), date(2018, 7, 18))
    assert "nobody set a period" in found.caveats[0]
    assert "from its first source to its last, 2018-03-01 to 2018-07-18" in found.caveats[0]


def test_what_the_case_sets_is_kept_on_its_side() -> None:
    assert period(date(2017, 1, 1), None, [MARCH, MAY], PRINTED).first == date(2017, 1, 1)
    assert period(date(2017, 1, 1), None, [MARCH, MAY], PRINTED).last == date(2018, 7, 18)


@pytest.mark.parametrize("published", [["2019-01-01", "2019-03-01"], ["2018-05-07"], ["2018-05-07"] * 3, ["2018"], []])
def test_a_history_written_afterwards_is_looked_at_over_its_events(published: list[str]) -> None:
    found = period(None, None, [MARCH, MAY, JUNE], published)
    assert (found.first, found.last) == (MARCH, JUNE)
    assert "the days of its events" in found.caveats[0]


def test_without_any_day_there_is_no_period() -> None:
    with pytest.raises(LinkageError, match="no period and no dated event"):
        period(None, None, [], ["soon"])
