"""Tables of coded events: every event tied to its row, what is no event told, sides picked by code and by party."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.event_tables import EventTable, TableError, read_table, table_line
from dragoman.analysis.event_tables.codes import code_of, label_of, picks, roots
from dragoman.analysis.linkage import LinkageError
from dragoman.gazetteer import load

ICEWS = """date,source,event,target
2018-03-22,Donald Trump,"Impose embargo, boycott, or sanctions",China
2018-03-23,Foreign Affairs (China),Threaten,United States
2018-03-26,Kim Jong-Un,Make a visit,China
2018-03-26,China,Host a visit,Kim Jong-Un
2018-03-27,Citizen (Ruritania),Consult,China
yesterday,China,Consult,Japan
2018-03-28,China,Dance,Japan
"""
GDELT = "SQLDATE;Actor1Name;Actor1CountryCode;EventCode;Actor2Name;Actor2CountryCode\n20180322;;USA;163;;CHN\n"
FULL = (
    "Event Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tTarget Name\tTarget Country\r\n"
    "2018-03-26\tPress Secretary\tNorth Korea\tMake a visit\t42\tOffice\tChina\r\n"
)


def read(text: str, name: str = "icews") -> EventTable:
    return read_table(name, text, load())


def test_every_event_is_tied_to_the_characters_of_its_row() -> None:
    table = read(ICEWS)
    assert [row.line for row in table.rows] == [2, 3, 4, 5, 6]
    for row in table.rows:
        assert row.anchor.quote == ICEWS.split("\n")[row.line - 1]
        assert ICEWS[row.anchor.start : row.anchor.end] == row.anchor.quote
        assert row.event.reports == (row.anchor.id,)
    assert [row.code for row in table.rows] == ["163", "130", "042", "043", "040"]
    first = table.rows[0].event
    assert (first.actors, first.recipients, first.first) == (("donald-trump",), ("CHN",), date(2018, 3, 22))
    assert (first.quad, first.plover) == (4, "SANCTION")


def test_rows_that_are_no_events_are_told_with_their_lines_and_the_rest_is_read() -> None:
    table = read(ICEWS)
    assert table.passed == (
        'icews, line 7: "yesterday" is no day; write it as 2018-03-22',
        'icews, line 8: "Dance" is no event of CAMEO',
    )
    assert table.unknown == 1  # Ruritania
    assert table.rows[-1].event.actors == ()


@pytest.mark.parametrize(
    ("text", "code", "actor"), [(GDELT, "163", "USA"), (FULL, "042", "PRK"), ("\ufeff" + FULL, "042", "PRK")]
)
def test_the_columns_of_gdelt_and_of_the_full_icews_are_known(text: str, code: str, actor: str) -> None:
    (row,) = read(text).rows
    assert (row.code, row.event.actors, row.event.recipients) == (code, (actor,), ("CHN",))
    assert "\r" not in row.anchor.quote
    assert text[row.anchor.start : row.anchor.end] == row.anchor.quote


def test_a_field_with_a_line_break_keeps_the_whole_of_its_row() -> None:
    text = 'date,source,event,target\n2018-03-26,"Kim\nJong-Un",Make a visit,China\n2018-03-27,China,Consult,Japan\n'
    one, two = read(text).rows
    assert one.anchor.quote == '2018-03-26,"Kim\nJong-Un",Make a visit,China'
    assert (one.line, two.line) == (2, 4)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "an empty table"),
        ("\n\n", "an empty table"),
        ("a,b\n1,2\n", "no column for day, source, target, event or CAMEO code"),
        ("date,source,target\n", "no column for event or CAMEO code"),
    ],
)
def test_what_is_no_such_table_is_refused_in_plain_words(text: str, words: str) -> None:
    with pytest.raises(TableError, match=words):
        read(text)


@given(st.text(max_size=300))
def test_nothing_that_stands_in_a_table_raises(rest: str) -> None:
    table = read(f"date,source,event,target\n{rest}\n2018-03-26,Kim Jong-Un,Make a visit,China\n")
    text = f"date,source,event,target\n{rest}\n2018-03-26,Kim Jong-Un,Make a visit,China\n"
    assert all(row.anchor.holds(text) for row in table.rows)


def test_an_unclosed_quotation_mark_over_a_whole_file_ends_soon_and_raises_nothing() -> None:
    rows = "2018-03-26,Kim Jong-Un,Make a visit,China\n" * 5000
    assert read(f'date,source,event,target\n2018-01-01,"{rows}').passed


def test_sides_are_picked_by_code_root_and_quad_and_by_who_acts_on_whom() -> None:
    table, known = read(ICEWS), load()

    def days(asked: str) -> list[int]:
        return [day.day for day in table_line(asked, table, known).days]

    assert days("icews:conflict@USA>CHN") == [22]
    assert days("icews:16@USA") == [22]
    assert days("icews:163,threaten") == [22, 23]
    assert days("icews:042@PRK>CHN") == [26]
    assert days("icews:042@CHN>PRK") == []
    assert days("icews:042@CHN<>PRK") == [26]
    assert days("icews@kim-jong-un") == [26]
    assert days("icews@>CHN") == [22, 26, 27]
    assert table_line("icews:16@USA>CHN", table, known).name == "16 by United States towards China (icews)"


@pytest.mark.parametrize(
    ("asked", "words"),
    [("icews:dance", "no kind of event"), ("icews:99", "no kind of event"), ("icews@NOBODY>CHN", "no id of the gazet"),
     ("icews@CHN<>", "no id of the gazetteer")],
)  # fmt: skip
def test_a_side_that_means_nothing_is_refused(asked: str, words: str) -> None:
    with pytest.raises(LinkageError, match=words):
        table_line(asked, read(ICEWS), load())


def test_codes_and_labels_are_those_of_the_codebook() -> None:
    # CAMEO 1.1b3: twenty roots, verbal and material cooperation to 05 and 08, verbal conflict to 13.
    assert sorted(roots()) == [f"{number:02d}" for number in range(1, 21)]
    assert [roots()[number].quad for number in ("05", "06", "08", "09", "13", "14", "20")] == [1, 2, 2, 3, 3, 4, 4]
    assert (code_of("host A visit"), code_of("", "0841"), code_of("", "999"), code_of("", "4")) == (
        "043", "0841", None, None,
    )  # fmt: skip
    assert label_of("190") == "Use conventional military force"
    assert picks("19", "193") is True
    assert picks("material-conflict", "130") is False


def test_twenty_thousand_rows_keep_their_places() -> None:
    first = date(2018, 1, 1)
    lines = [f"{first + timedelta(n % 300)},China,Consult,Japan" for n in range(20_000)]
    text = "\n".join(["date,source,event,target", *lines])
    table = read(text)
    assert len(table.rows) == 20_000
    assert table.rows[-1].anchor.holds(text)
    assert len({row.event.id for row in table.rows}) == 20_000
