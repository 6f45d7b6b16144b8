"""Organs of party and state: their dates from the public record, and their names in sentences of our own."""

from pathlib import Path

import pytest

from dragoman import gazetteer
from dragoman.gazetteer import GazetteerError

GAZETTEER = gazetteer.load()
ORGANS = [entity for entity in GAZETTEER if entity.type == "organ"]


def found(text: str, lang: str) -> list[tuple[str, str]]:
    return [(m.text, m.entity) for m in GAZETTEER.find(text, lang)]


def test_each_state_has_its_organs() -> None:
    for state, least in {"CHN": 90, "PRK": 30, "KOR": 35, "JPN": 35, "USA": 45, "RUS": 18, "TWN": 20}.items():
        assert sum(organ.state == state for organ in ORGANS) >= least, state


def test_parents_and_predecessors_lead_to_an_end() -> None:
    for organ in ORGANS:
        for step in ("parent", "predecessor"):
            seen, here = {organ.id}, getattr(organ, step)
            while here is not None:
                assert here not in seen, (organ.id, step)
                assert GAZETTEER.entity(here).type == "organ", (organ.id, step)
                seen.add(here)
                here = getattr(GAZETTEER.entity(here), step)


def test_a_predecessor_ends_by_the_time_its_heir_begins() -> None:
    for organ in ORGANS:
        before = GAZETTEER.entity(organ.predecessor) if organ.predecessor else None
        if before is not None and before.last and organ.first:
            assert before.last[:4] <= organ.first[:4], organ.id


@pytest.mark.parametrize(
    ("day", "living", "gone"),
    [
        ("2018-02-01", "chn-falg", "chn-cfac"),
        ("2018-06-22", "chn-cfac", "chn-falg"),
        ("1999-12-31", "chn-moftec", "chn-mofcom"),
        ("2003-09-01", "chn-mofcom", "chn-moftec"),
        ("2012-04-13", "prk-ndc", "prk-sac"),
        ("2016-06-30", "prk-sac", "prk-ndc"),
        ("2010-11-23", "kor-mofat", "kor-mofa"),
        ("2013-06-01", "kor-mofa", "kor-mofat"),
        ("2006-12-31", "jpn-jda", "jpn-mod"),
        ("2007-01-09", "jpn-mod", "jpn-jda"),
        ("2001-01-05", "jpn-miti", "jpn-meti"),
        ("2001-01-06", "jpn-meti", "jpn-miti"),
        ("2018-05-29", "usa-pacom", "usa-indopacom"),
        ("2024-04-20", "pla-isf", "pla-ssf"),
        ("2015-12-30", "pla-second-artillery", "pla-rocket-force"),
    ],
)
def test_an_organ_exists_in_its_years(day: str, living: str, gone: str) -> None:
    assert GAZETTEER.entity(living).existed_on(day)
    assert not GAZETTEER.entity(gone).existed_on(day)


@pytest.mark.parametrize(
    ("lang", "text", "organs"),
    [
        ("zh", "中央外事工作委员会办公室主任杨洁篪", ["chn-cfac-office"]),
        ("zh", "国台办发言人和国防部发言人先后表示", ["chn-tao", "chn-mnd"]),
        ("zh", "解放军东部战区在台岛周边组织演习", ["pla-etc"]),
        ("zh", "日本防卫省和海上自卫队", ["jpn-mod", "jpn-msdf"]),
        ("zh", "美国财政部海外资产控制办公室", ["usa-ofac"]),
        ("zh", "外交部聲明：中華民國（臺灣）政府強烈譴責", ["twn-mofa"]),
        ("ja", "防衛省は、海上保安庁の巡視船と", ["jpn-mod", "jpn-jcg"]),
        ("ja", "米国防総省と在日米軍司令部", ["usa-dod", "usa-usfj"]),
        ("ko", "합참은 북한 국방성 담화에 대해", ["kor-jcs", "prk-mnd"]),
        ("ko", "조국평화통일위원회 대변인", ["prk-cprk"]),
        ("en", "China's defence ministry and the Taiwan Affairs Office", ["chn-mnd", "chn-tao"]),
        ("en", "The NDC of the DPRK said on Friday", ["prk-ndc"]),
        ("en", "The Fed raised its key rate again", ["usa-fed"]),
        ("en", "Seoul’s defense ministry", ["kor-mnd"]),
    ],
)
def test_organs_are_found(lang: str, text: str, organs: list[str]) -> None:
    assert [e for _, e in found(text, lang) if GAZETTEER.entity(e).type == "organ"] == organs


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Each party submits an NDC under the Paris process."),
        ("en", "The animals were Fed twice a day."),
        ("en", "A spa is not the SPA of anybody."),
        ("en", "NBC weapons, biological or chemical, are banned."),
        ("zh", "外交部门和财政部门统一部署"),
        ("zh", "构建人类共同社会"),
        ("zh", "法国外交部、越南国防部"),
        ("ja", "タイ王国外務省は声明を出した"),
        ("ko", "영국 외교부는 밝혔다"),
    ],
)
def test_no_organ_is_found_where_none_is_meant(lang: str, text: str) -> None:
    assert [e for _, e in found(text, lang) if GAZETTEER.entity(e).type == "organ"] == []


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("parent: nobody", r"mine\.yaml, row 1 \(x\) names 'nobody', which has no row"),
        ("predecessor: nobody", r"mine\.yaml, row 1 \(x\) names 'nobody'"),
        ("first: soon", r"row 1 \(x\): first must be a date such as"),
        ("first: '2018-03', last: '2017'", r"row 1 \(x\): last 2017 comes before first 2018-03"),
        ("when: here", r"row 1 \(x\): when must be a list"),
        ("when: [{near: [a]}]", r"row 1 \(x\): when: a rule needs names and a condition"),
        ("when: [{names: [X]}]", r"row 1 \(x\): when: the rule of 'X' has no condition"),
        ("when: [{names: [Y], near: [a]}]", r"row 1 \(x\): when: 'Y' is no name of this row"),
        ("when: [{names: [X], nearby: [a]}]", r"row 1 \(x\): when: unknown key 'nearby'"),
        ("when: [{names: [X], near: a}]", r"row 1 \(x\): when: near must be a list of words"),
        ("when: [{names: [X], mentions: [nobody]}]", r"row 1 \(x\) names 'nobody'"),
    ],
)
def test_a_fault_in_a_row_is_named(tmp_path: Path, keys: str, message: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"- {{id: x, type: organ, names: {{en: [X]}}, source: s, {keys}}}\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=message):
        gazetteer.load(path)
