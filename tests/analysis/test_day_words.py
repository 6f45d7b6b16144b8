"""Days are said no more exactly than they are known."""

from datetime import date

import pytest

from dragoman.analysis.day_words import interval_in_words


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        ("2018-05-07", "2018-05-07", "day", "7 May 2018"),
        ("2018-03-25", "2018-03-28", "range", "25–28 March 2018"),
        ("2018-04-30", "2018-05-02", "range", "30 April – 2 May 2018"),
        ("2017-12-31", "2018-01-02", "range", "31 December 2017 – 2 January 2018"),
        ("2018-03-01", "2018-03-31", "month", "March 2018"),
        ("2016-02-01", "2016-02-29", "month", "February 2016"),
        ("2018-03-01", "2018-03-30", "month", "1–30 March 2018"),
        ("2018-01-01", "2018-12-31", "year", "2018"),
        ("2018-04-01", "2018-06-30", "quarter", "April – June 2018"),
        ("2010-01-01", "2019-12-31", "decade", "2010–2019"),
        ("2018-03-01", "2018-03-31", "range", "1–31 March 2018"),
        (None, "2018-03-08", "before", "by 8 March 2018"),
        ("2018-07-01", None, "after", "from 1 July 2018"),
        ("2018-05-08", "2018-06-12", "part", "between 8 May and 12 June 2018"),
        ("2018-05-08", "2018-05-08", "about", "about 8 May 2018"),
        (None, None, "unresolved", "undated"),
    ],
)
def test_interval_in_words(first: str | None, last: str | None, precision: str, words: str):
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    assert interval_in_words(days[0], days[1], precision) == words
