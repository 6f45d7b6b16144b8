"""Treaties and joint documents: dates and parties from the public record, names in sentences of our own."""

import pytest

from dragoman import gazetteer

GAZETTEER = gazetteer.load()
DOCUMENTS = [entity for entity in GAZETTEER if entity.type == "document"]
UNDATED = {"doc-coc"}  # still under negotiation


def documents(text: str, lang: str) -> list[str]:
    return [m.entity for m in GAZETTEER.find(text, lang) if m.type == "document"]


def test_every_document_has_a_date_and_a_source() -> None:
    assert len(DOCUMENTS) >= 120
    for document in DOCUMENTS:
        assert (document.date is None) is (document.id in UNDATED), document.id
        assert document.last is None or document.date is None or document.date < document.last, document.id


def test_parties_are_states_groups_or_organs() -> None:
    for document in DOCUMENTS:
        for party in document.parties:
            assert GAZETTEER.entity(party).type in ("state", "territory", "group", "organ"), (document.id, party)


@pytest.mark.parametrize(
    ("document", "date", "parties"),
    [
        ("doc-panmunjom", "2018-04-27", {"PRK", "KOR"}),
        ("doc-singapore", "2018-06-12", {"PRK", "USA"}),
        ("doc-pyongyang-2002", "2002-09-17", {"PRK", "JPN"}),
        ("doc-china-dprk-1961", "1961-07-11", {"CHN", "PRK"}),
        ("doc-agreed-framework", "1994-10-21", {"PRK", "USA"}),
        ("doc-september-19", "2005-09-19", {"CHN", "PRK", "KOR", "JPN", "RUS", "USA"}),
        ("doc-august-17", "1982-08-17", {"CHN", "USA"}),
        ("doc-china-japan-1978", "1978-08-12", {"CHN", "JPN"}),
        ("doc-phase-one", "2020-01-15", {"CHN", "USA"}),
        ("doc-gsomia", "2016-11-23", {"JPN", "KOR"}),
        ("doc-russia-dprk-2024", "2024-06-19", {"RUS", "PRK"}),
        ("doc-camp-david-principles", "2023-08-18", {"USA", "JPN", "KOR"}),
        ("unscr-1718", "2006-10-14", {"un-security-council"}),
        ("unscr-2397", "2017-12-22", {"un-security-council"}),
    ],
)
def test_dates_and_parties(document: str, date: str, parties: set[str]) -> None:
    entity = GAZETTEER.entity(document)
    assert (entity.date, set(entity.parties)) == (date, parties)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("zh", "双方重申《板门店宣言》和新加坡联合声明的精神", ["doc-panmunjom", "doc-singapore"]),
        ("zh", "恪守中美三个联合公报，停止利用“与台湾关系法”", ["doc-three-communiques", "doc-tra"]),
        ("zh", "安理会第2397号决议和《不扩散核武器条约》", ["unscr-2397", "doc-npt"]),
        ("zh", "朝鲜半岛应尽早以和平机制取代停战协定", ["doc-armistice"]),
        ("zh", "聯合國大會第2758號決議並未提及臺灣", ["doc-2758"]),
        ("ja", "日朝平壌宣言に基づき、安保理決議2375号を履行する", ["doc-pyongyang-2002", "unscr-2375"]),
        ("ja", "河野談話と日韓請求権協定", ["doc-kono", "doc-claims-1965"]),
        ("ko", "9·19 군사합의와 판문점선언을 이행하라", ["doc-military-agreement", "doc-panmunjom"]),
        ("ko", "한미상호방위조약에 따라 유엔 안보리 결의 2270호", ["doc-us-rok-mdt", "unscr-2270"]),
        ("en", "The Six Assurances and the Taiwan Relations Act", ["doc-six-assurances", "doc-tra"]),
        ("en", "Washington left the JCPOA and the INF Treaty", ["doc-jcpoa", "doc-inf"]),
        ("en", "the armistice of 1918", []),
        ("en", "a new start for both sides", []),
    ],
)
def test_documents_are_found(lang: str, text: str, expected: list[str]) -> None:
    assert documents(text, lang) == expected


def test_the_place_in_a_documents_name_is_no_place() -> None:
    found = GAZETTEER.find("the Panmunjom Declaration and the Paris Agreement", "en")
    assert [m.type for m in found] == ["document", "document"]
