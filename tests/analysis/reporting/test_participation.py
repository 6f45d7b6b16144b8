"""Who signed, supported, abstained or refused; who is silent is never counted as refusing."""

from pathlib import Path

import pytest

from dragoman.analysis.ledgers import LedgerError, participation_findings, participations, stances
from dragoman.analysis.reportage import Reportage
from tests.analysis.reporting.testifying import reportage_of

PAPER = {"container-title": "public record"}
SUPPORT = {("RUS", "supported"), ("PAK", "supported")}


def said(tmp_path: Path, language: str, text: str) -> set[tuple[str, str]]:
    reportage = reportage_of(tmp_path / "case", {"a": (text, language, "2018-06-11", PAPER)})
    (document,) = reportage.documents
    return {(one.party, one.action) for one in stances(document, reportage)}


def test_india_refused_six_supported_and_china_is_not_named(three_visits: Reportage) -> None:
    (ledger,) = participations(three_visits, "sco")
    assert ledger.by("refused") == ("IND",)
    assert set(ledger.by("supported")) == {"KAZ", "KGZ", "PAK", "RUS", "TJK", "UZB"}
    assert [one.member for one in ledger.entries if one.silent] == ["CHN"]
    assert (ledger.first.isoformat(), ledger.sources) == ("2018-06-10", ("n22",))
    (found,) = participation_findings([ledger], three_visits)
    assert found.verdict == "not all"
    assert dict(found.figures) == {"members": "8", "against": "1", "not named": "1"}
    assert "Not named is not refused" in found.caveats[0]
    assert all(anchor.holds(three_visits.documents[anchor.document].text) for anchor in found.anchors)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Russia and Pakistan reaffirmed their support for the declaration.", SUPPORT),
        ("en", "India did not support the passage.", {("IND", "refused")}),
        ("en", "India abstained.", {("IND", "abstained")}),
        ("en", "Russia said that India, which was absent, would be told.", set()),
        ("zh", "俄罗斯、巴基斯坦和哈萨克斯坦重申支持这一倡议。", SUPPORT | {("KAZ", "supported")}),
        ("zh", "印度弃权。", {("IND", "abstained")}),
        ("zh", "印度未支持这一段落。", {("IND", "refused")}),
        ("ja", "ロシア、パキスタンは同構想への支持を表明した。", SUPPORT),
        ("ja", "インドは支持しなかった。", {("IND", "refused")}),
        ("ko", "러시아와 파키스탄은 선언을 지지했다.", SUPPORT),
        ("ko", "인도는 기권했다.", {("IND", "abstained")}),
    ],
)  # fmt: skip
def test_a_stand_is_read_with_all_of_its_list(
    tmp_path: Path, language: str, text: str, expected: set[tuple[str, str]]
) -> None:
    assert said(tmp_path, language, text) == expected


def test_a_stand_of_states_outside_the_group_is_none_of_its_ledger(tmp_path: Path) -> None:
    text = "The Shanghai Cooperation Organization met in Qingdao. Japan and Russia supported the declaration."
    assert participations(reportage_of(tmp_path / "case", {"a": (text, "en", "2018-06-11", PAPER)})) == ()


def test_members_are_those_of_the_day(tmp_path: Path) -> None:
    text = "The Shanghai Cooperation Organization met in Tashkent. Russia and China supported the declaration."
    (ledger,) = participations(reportage_of(tmp_path / "case", {"a": (text, "en", "2016-06-24", PAPER)}))
    assert len(ledger.entries) == 6  # India and Pakistan joined on 9 June 2017
    (found,) = participation_findings([ledger], reportage_of(tmp_path / "other", {}))
    assert found.verdict == "partly told"


@pytest.mark.parametrize(
    "text",
    [
        "The Shanghai Cooperation Organization met in Tashkent. Russia supported the declaration.",
        "The Group of Seven met. It rained. It rained on. The sun came out. Japan and Italy supported the declaration.",
        "The European Union met. Finland and Sweden joined NATO.",
        "The Group of Seven met. The United States withdrew from the Paris Agreement.",
    ],
)
def test_what_is_no_stand_on_what_a_group_puts_out_makes_no_ledger(tmp_path: Path, text: str) -> None:
    assert participations(reportage_of(tmp_path / "case", {"a": (text, "en", "2018-06-24", PAPER)})) == ()


@pytest.mark.parametrize(
    ("group", "line"),
    [("nato-east", "no group"), ("CHN", "is a state, not a group"), ("un-security-council", "not listed")],
)
def test_what_is_no_group_is_told(tmp_path: Path, group: str, line: str) -> None:
    with pytest.raises(LedgerError, match=line):
        participations(reportage_of(tmp_path / "case", {}), group)
