"""Source and item judged apart."""

from pathlib import Path

from dragoman.analysis.reportage import Reportage
from dragoman.analysis.witnesses import Weight, weigh
from tests.analysis.reporting.testifying import Notice, reportage_of

VISIT = "金正恩2018年5月7日至8日访问中国辽宁省大连市。"
KOREAN = "김정은 위원장은 2018년 5월 7일부터 8일까지 중국을 방문했다."
LONGER = "应习近平总书记邀请，朝鲜劳动党委员长金正恩5月7日至8日对中国进行访问。"


def weight(tmp_path: Path, notices: dict[str, Notice]) -> Weight:
    reportage = reportage_of(tmp_path / "case", notices)
    (event,) = [one for one in reportage.events if one.type == "visit"]
    return weigh(event, reportage)


def test_two_copies_are_one_witness_and_the_item_cannot_be_judged(tmp_path: Path) -> None:
    notices = {
        "a": (VISIT, "zh", "2018-05-09", {"container-title": "新华社", "reliability": "B"}),
        "b": (VISIT, "zh", "2018-05-09", {"container-title": "人民日报", "reliability": "C"}),
    }
    found = weight(tmp_path, notices)
    assert (found.single, found.copies, found.number, found.letters) == (True, 1, 6, "B")
    assert found.witnesses[0].keys == ("a", "b")


def test_two_outlets_of_one_state_do_not_confirm_each_other(tmp_path: Path) -> None:
    notices = {
        "a": (VISIT, "zh", "2018-05-09", {"container-title": "新华社"}),
        "b": (LONGER, "zh", "2018-05-09", {"container-title": "人民日报"}),
    }
    found = weight(tmp_path, notices)
    assert (found.single, found.number, found.letters) == (False, 2, "F")


def test_two_sides_confirm(tmp_path: Path) -> None:
    notices = {
        "a": (VISIT, "zh", "2018-05-09", {"container-title": "新华社", "reliability": "B"}),
        "b": (KOREAN, "ko", "2018-05-09", {"container-title": "연합뉴스", "reliability": "C"}),
    }
    found = weight(tmp_path, notices)
    assert (found.number, found.letters) == (1, "B, C")


def test_reports_that_differ_are_told_otherwise_in_part(three_visits: Reportage) -> None:
    (event,) = [one for one in three_visits.events if one.label == "G7 convenes (Canada)"]
    found = weigh(event, three_visits)
    assert (found.number, found.conflicts) == (3, ("date",))
    assert found.words.startswith("source B, F; item 3 (told otherwise elsewhere in part); 3 witnesses")


def test_the_single_witnesses_are_those_that_the_plain_findings_count(three_visits: Reportage) -> None:
    single = [event.id for event in three_visits.events if weigh(event, three_visits).single]
    assert single == [event.id for event in three_visits.events if event.witnesses <= 1]
    assert len(single) > 20
