"""EDTF: the examples of the Library of Congress's specification (2019); TIMEX3: those of TimeML 1.2.1."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import languages
from dragoman.model import TimeExpression

SPECIFIED = [
    ("1985-04-12", "1985-04-12", "1985-04-12", "day"),
    ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", "day"),
    ("1985-04", "1985-04-01", "1985-04-30", "month"),
    ("1985", "1985-01-01", "1985-12-31", "year"),
    ("1964/2008", "1964-01-01", "2008-12-31", "range"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31", "range"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", "range"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28", "range"),
    ("2001-21", "2001-03-01", "2001-05-31", "season"),
    ("1984?", "1984-01-01", "1984-12-31", "about"),
    ("2004-06~", "2004-06-01", "2004-06-30", "about"),
    ("2004-06-11%", "2004-06-11", "2004-06-11", "about"),
    ("201X", "2010-01-01", "2019-12-31", "decade"),
    ("20XX", "2000-01-01", "2099-12-31", "century"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31", "year"),
    ("1985-04-XX", "1985-04-01", "1985-04-30", "month"),
    ("1985-04-12/..", "1985-04-12", None, "after"),
    ("../1985-04-12", None, "1985-04-12", "before"),
    ("2001-34", "2001-04-01", "2001-06-30", "quarter"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), SPECIFIED)
def test_an_example_of_the_specification_names_its_days(
    text: str, first: str | None, last: str | None, precision: str
) -> None:
    found = languages.from_edtf(text)
    assert (found[0] and str(found[0]), found[1] and str(found[1]), found[2]) == (first, last, precision)


@pytest.mark.parametrize(
    "text", ["", "soon", "2018-13", "2018-02-30", "20181", "2018/2017", "a/b/c", "0000", "Y170000002", "-0005", "1X99"]
)
def test_what_is_no_edtf_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="is no EDTF date"):
        languages.from_edtf(text)


DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 12, 31))


@given(DAYS, st.integers(0, 40_000), st.sampled_from(["range", "part", "about", "year", "month", "decade", "quarter"]))
def test_writing_and_reading_gives_the_days_back(first: date, more: int, precision: str) -> None:
    last = first + timedelta(days=more)
    time = TimeExpression(0, 1, "x", first, last, precision, "stated")
    assert languages.from_edtf(languages.edtf(time))[:2] == (first, last)


@given(DAYS, st.booleans())
def test_open_sides_stay_open(day: date, since: bool) -> None:
    sides = (day, None) if since else (None, day)
    time = TimeExpression(0, 1, "x", *sides, "after" if since else "before", "stated")
    assert languages.from_edtf(languages.edtf(time))[:2] == sides


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Friday, October 1, 1999", "1999-10-01"),
        ("the fall of 1998", "1998-FA"),
        ("summer 1964", "1964-SU"),
        ("the third quarter of 1999", "1999-Q3"),
        ("week 24 of 1984", "1984-W24"),
        ("the 1960s", "196"),
        ("the 20th century", "19"),
        ("in 1984", "1984"),
        ("February 30, 1984", "XXXX-XX-XX"),
        ("early March 2018", "2018-03"),
        ("since 12 March 2018", "2018-03-12"),
    ],
)
def test_a_time_has_its_timex3_value(text: str, value: str) -> None:
    (found,) = languages.times(text, "en")
    assert languages.timex3(found) == value


def test_an_unresolved_time_says_so_in_both_forms() -> None:
    (found,) = languages.times("2018年2月30日", "zh")
    assert (languages.edtf(found), languages.timex3(found)) == ("XXXX", "XXXX-XX-XX")
    assert languages.from_edtf("XXXX") == (None, None, "unresolved")
