"""Projects and what became of them."""

from pathlib import Path

import pytest

from dragoman.analysis.ledgers.projects import project_findings, projects
from dragoman.analysis.reportage import Reportage
from tests.analysis.reporting.testifying import reportage_of

PAPER = {"container-title": "public record"}


def test_the_railway_of_malaysia_is_suspended_and_another_is_under_review(three_visits: Reportage) -> None:
    found = {one.name: (one.status, one.states) for one in projects(three_visits)}
    assert found["中国が主導する鉄道計画"] == ("suspended", ("CHN", "MYS"))
    assert found["高速鉄道計画"][0] == "under review"
    for finding in project_findings(projects(three_visits), three_visits):
        assert all(anchor.holds(three_visits.documents[anchor.document].text) for anchor in finding.anchors)


def test_the_history_runs_by_day_and_its_end_is_the_status(tmp_path: Path) -> None:
    notices = {
        "b": ("Malaysia resumed the East Coast Rail Link project on April 12, 2019.", "en", "2019-04-13", PAPER),
        "a": ("Malaysia suspended the East Coast Rail Link project on July 5, 2018.", "en", "2018-07-06", PAPER),
    }
    (project,) = projects(reportage_of(tmp_path / "case", notices))
    assert [(one.status, str(one.first)) for one in project.steps] == [
        ("suspended", "2018-07-05"),
        ("resumed", "2019-04-12"),
    ]
    assert project.status == "resumed"


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("zh", "两国恢复了中泰铁路项目建设。", "resumed"),
        ("zh", "缅甸取消密松水电站项目。", "cancelled"),
        ("ja", "政府は沿岸鉄道計画を凍結した。", "suspended"),
        ("ko", "정부는 개성공단 가동을 중단했다.", "suspended"),
        ("en", "The Kyaukpyu port project was scaled down.", "scaled down"),
    ],
)
def test_what_is_said_of_a_project(tmp_path: Path, language: str, text: str, status: str) -> None:
    (project,) = projects(reportage_of(tmp_path / "case", {"a": (text, language, "2018-07-06", PAPER)}))
    assert project.status == status


def test_a_project_without_a_name_is_passed_over(tmp_path: Path) -> None:
    notices = {
        "a": ("The project was suspended.", "en", "2018-07-06", PAPER),
        "b": ("事業を中止した。", "ja", "2018-07-06", PAPER),
    }
    assert projects(reportage_of(tmp_path / "case", notices)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Aa-Aa " * 4000 + "project suspended.",
        "铁路" * 8000 + "暂停。",
        "project suspended " * 2000,
        "中国が主導する" * 3000,
    ],
)
def test_what_is_no_prose_is_read_in_time_that_grows_with_its_length(tmp_path: Path, text: str) -> None:
    language = "en" if text.isascii() else "ja" if "が" in text else "zh"
    held = reportage_of(tmp_path / "case", {"a": (text, language, "2018-07-06", PAPER)})
    for project in projects(held):
        assert all(step.anchor.holds(held.documents[step.anchor.document].text) for step in project.steps)
