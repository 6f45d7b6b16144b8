"""When and in what detail an outlet told of an event, and when that is a break with custom."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.analysis.coverage import coverage, customs
from dragoman.analysis.coverage.customs import chance_of
from dragoman.analysis.reportage import Reportage
from tests.analysis.reporting.testifying import Notice, reportage_of

XINHUA = {"container-title": "新华社"}


def visit(month: int, issued: str, **record: str) -> Notice:
    """A notice that Kim Jong-un was in China on the 7th and 8th of a month of 2017."""
    return f"金正恩2017年{month}月7日至8日访问中国。", "zh", issued, {**XINHUA, **record}


def row_of(reportage: Reportage, outlet: str, first: date) -> tuple[str, int]:
    (row,) = [one for one in coverage(reportage) if one.outlet == outlet and one.first == first and one.type == "visit"]
    return row.phase, row.lag


def test_the_june_visit_was_the_first_of_six_to_be_told_while_it_lasted(three_visits: Reportage) -> None:
    (found,) = [one for one in customs(coverage(three_visits), three_visits) if one.verdict == "broke with custom"]
    figures = dict(found.figures)
    assert (figures["phase"], figures["earlier"], figures["earlier alike"]) == ("during", "5", "0")
    assert figures["earlier otherwise"] == "all 5 after it had ended"
    assert figures["chance"] == "0.083"  # half of one in six
    assert "19–20 June 2018" in found.sentence
    quoted = {three_visits.source(anchor.document).key for anchor in found.anchors}
    assert quoted == {"x1", "x2", "x3", "x4", "x5", "x6"}


def test_the_guests_words_are_found_in_one_of_three_reports_and_three_are_too_few(three_visits: Reportage) -> None:
    rows = [one for one in coverage(three_visits) if one.type == "visit" and one.outlet == "人民日报"]
    words = "只要有关方面不再敌视朝鲜，朝方就没有必要拥有核武器"
    letters = sum(map(str.isalnum, words))
    assert [(one.sources, one.words) for one in rows] == [(("n5",), 0), (("n10",), letters), (("n16a",), 0)]
    (found,) = [one for one in customs(coverage(three_visits), three_visits) if "own words" in one.sentence]
    assert found.verdict == "more than the others, too few"
    assert words in {anchor.quote for anchor in found.anchors}


def test_every_place_of_a_finding_holds_its_words(three_visits: Reportage) -> None:
    for found in customs(coverage(three_visits), three_visits):
        assert found.anchors
        assert all(anchor.holds(three_visits.documents[anchor.document].text) for anchor in found.anchors)


def test_two_earlier_cases_are_no_custom(three_visits: Reportage) -> None:
    (found,) = [one for one in customs(coverage(three_visits), three_visits) if "on its last day" in one.sentence]
    assert found.verdict == "too few"
    assert dict(found.figures)["earlier"] == "2"


@pytest.mark.parametrize(
    ("issued", "record", "phase", "lag"),
    [
        ("2017-05-07", {}, "during", -1),
        ("2017-05-08", {}, "on the last day", 0),
        ("2017-05-08", {"reported-when": "after"}, "after", 0),
        ("2017-05-09", {}, "after", 1),
        ("2017-05-09", {"reported": "2017-05-07T21:00+08:00"}, "during", -1),
    ],
)
def test_where_a_report_lies(tmp_path: Path, issued: str, record: dict[str, str], phase: str, lag: int) -> None:
    reportage = reportage_of(tmp_path / "case", {"a": visit(5, issued, **record)})
    assert row_of(reportage, "新华社", date(2017, 5, 7)) == (phase, lag)


def test_a_visit_that_was_foretold_is_reported_before_it_began(tmp_path: Path) -> None:
    planned = "金正恩将于2017年5月7日至8日访问中国。", "zh", "2017-05-03", XINHUA
    reportage = reportage_of(tmp_path / "case", {"a": planned, "b": visit(5, "2017-05-08")})
    assert row_of(reportage, "新华社", date(2017, 5, 7)) == ("before", -5)


def test_what_looks_back_is_no_report(tmp_path: Path) -> None:
    late = visit(5, "2017-07-01")
    aside = "金正恩2017年5月7日至8日访问中国。5月20日，金正恩在平壤会见文在寅。", "zh", "2017-05-21", XINHUA
    reportage = reportage_of(tmp_path / "case", {"late": late, "aside": aside})
    assert [one for one in coverage(reportage) if one.type == "visit"] == []


def test_three_before_it_are_a_custom_and_five_make_a_break_with_it(tmp_path: Path) -> None:
    notices = {f"v{month}": visit(month, f"2017-{month:02d}-09") for month in (1, 2, 3)}
    notices["v4"] = visit(4, "2017-04-07")
    reportage = reportage_of(tmp_path / "three", notices)
    (found,) = customs(coverage(reportage), reportage)
    assert (found.verdict, dict(found.figures)["chance"]) == ("unlike those before", "0.125")  # half of one in four
    notices |= {f"v{month}": visit(month, f"2017-{month:02d}-09") for month in (4, 5)}
    notices["v6"] = visit(6, "2017-06-07")
    reportage = reportage_of(tmp_path / "five", notices)
    (found,) = customs(coverage(reportage), reportage)
    assert (found.verdict, dict(found.figures)["chance"]) == ("broke with custom", "0.083")


def test_after_an_exception_there_is_no_custom(tmp_path: Path) -> None:
    notices = {f"v{month}": visit(month, f"2017-{month:02d}-09") for month in (1, 2, 3, 4, 5, 6)}
    notices["v2"] = visit(2, "2017-02-07")
    notices["v7"] = visit(7, "2017-07-07")
    reportage = reportage_of(tmp_path / "case", notices)
    assert customs(coverage(reportage), reportage) == ()


def test_a_private_paper_has_no_official_custom(tmp_path: Path) -> None:
    notices = {
        f"v{month}": visit(month, f"2017-{month:02d}-09", **{"container-title": "朝日新聞"}) for month in range(1, 7)
    }
    notices["v7"] = visit(7, "2017-07-07", **{"container-title": "朝日新聞"})
    reportage = reportage_of(tmp_path / "case", notices)
    assert len(coverage(reportage)) == 7
    assert customs(coverage(reportage), reportage) == ()


def test_a_case_without_events_has_no_coverage(tmp_path: Path) -> None:
    reportage = reportage_of(tmp_path / "case", {"a": ("今天天气很好。", "zh", "2018-05-09", XINHUA)})
    assert coverage(reportage) == ()
    assert customs((), reportage) == ()


def test_the_chance_of_a_first_exception_by_hand() -> None:
    assert chance_of(0, 5) == pytest.approx(1 / 12)
    assert chance_of(3, 3) == pytest.approx(7 / 8)


def test_a_day_that_is_only_that_of_publication_tells_nothing_of_the_lag(tmp_path: Path) -> None:
    undated = "金正恩访问中国。", "zh", "2017-05-09", XINHUA
    assert coverage(reportage_of(tmp_path / "case", {"a": undated})) == ()
