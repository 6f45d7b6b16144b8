"""Who held what, titles against the gazetteer, who was present, orders of protocol and absences."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.analysis.posts import holders, occasions, post_findings, titled
from dragoman.analysis.posts.rows import orders, titles
from dragoman.analysis.reportage import Reportage
from dragoman.gazetteer import load
from tests.analysis.reporting.testifying import Notice, reportage_of

PAPER = {"container-title": "人民日报"}
WANG = {("wang-yi", "foreign-minister"), ("wang-yi", "state-councilor")}
ABE = {("shinzo-abe", "premier"), ("mike-pompeo", "secretary-of-state")}
MOON = {("moon-jae-in", "president"), ("kang-kyung-wha", "foreign-minister")}


def test_yang_jiechis_post_had_changed_between_the_two_conferences(three_visits: Reportage) -> None:
    (found,) = [one for one in post_findings(three_visits) if one.verdict == "changed post"]
    assert "State Councilor for November 2014" in found.sentence
    assert "Director of the Office of the Central Foreign Affairs Commission for 22–23 June 2018" in found.sentence
    assert "16 March 2013 to 19 March 2018" in found.sentence
    quotes = {anchor.quote for anchor in found.anchors}
    assert {"杨洁篪当时以国务委员", "中央外事工作委员会办公室主任杨洁篪"} <= quotes


def test_the_conference_of_june_2018_names_its_leaders_in_the_order_of_protocol(three_visits: Reportage) -> None:
    (found,) = [one for one in post_findings(three_visits) if one.analysis == "rank"]
    assert found.verdict == "in order"
    assert dict(found.figures)["named"] == "8"
    (conference,) = [one for one in occasions(three_visits) if len(one.present) == 8]
    assert conference.people[:2] == ("xi-jinping", "li-keqiang")
    assert [one.roles for one in conference.present[:2]] == [("attended", "spoke"), ("presided",)]


def test_who_held_what_on_a_day(three_visits: Reportage) -> None:
    def posts(day: date) -> set[str]:
        (row,) = [one for one in holders(three_visits, day) if one.person == "yang-jiechi"]
        return {post.title for post in row.posts}

    assert "State Councilor" in posts(date(2014, 11, 28))
    assert "State Councilor" not in posts(date(2018, 6, 22))
    assert "Director of the Office of the Central Foreign Affairs Commission" in posts(date(2018, 6, 22))


def test_every_place_of_a_finding_holds_its_words(three_visits: Reportage) -> None:
    for found in post_findings(three_visits):
        assert found.anchors
        assert all(anchor.holds(three_visits.documents[anchor.document].text) for anchor in found.anchors)


@pytest.mark.parametrize(
    ("language", "issued", "text", "expected"),
    [
        ("zh", "2018-06-23", "中国国务委员兼外交部长王毅会见记者。", WANG),
        ("zh", "2018-06-23", "习近平同美国总统特朗普通电话。", {("donald-trump", "president")}),
        ("zh", "2018-06-23", "前总统奥巴马抵京。", set()),
        ("ja", "2018-06-23", "安倍晋三首相はポンペオ米国務長官と会談した。", ABE),
        ("ko", "2018-06-23", "문재인 대통령은 강경화 외교부 장관을 만났다.", MOON),
        ("en", "2018-06-23", "Trump met Japanese Prime Minister Shinzo Abe and Secretary of State Mike Pompeo.", ABE),
        ("en", "2018-06-23", "Former President Barack Obama met Donald Trump.", set()),
        ("en", "2018-06-23", "Wang Yi attended the meeting as foreign minister.", {("wang-yi", "foreign-minister")}),
    ],
)  # fmt: skip
def test_a_title_belongs_to_the_name_beside_it(
    tmp_path: Path, language: str, issued: str, text: str, expected: set[tuple[str, str]]
) -> None:
    held = reportage_of(tmp_path / "case", {"a": (text, language, issued, PAPER)})
    (document,) = held.documents
    assert {(one.person, one.title.id) for one in titled(document, held)} == expected


@pytest.mark.parametrize(
    ("issued", "standing"), [("2011-04-22", "held"), ("2011-01-03", "not yet"), ("2017-01-03", "held before")]
)
def test_a_title_is_held_against_the_posts_of_the_day(tmp_path: Path, issued: str, standing: str) -> None:
    held = reportage_of(tmp_path / "case", {"a": ("President Thein Sein thanked his guests.", "en", issued, PAPER)})
    (document,) = held.documents
    assert [one.standing for one in titled(document, held)] == [standing]  # President from 30 March 2011 to March 2016


def test_a_title_that_was_over_is_told_with_its_count(tmp_path: Path) -> None:
    text = "President Kim Il Sung is remembered."
    notices: dict[str, Notice] = {f"n{day}": (text, "en", f"2011-04-{day}", PAPER) for day in (14, 15, 16)}
    (found,) = post_findings(reportage_of(tmp_path / "case", notices))
    assert (found.verdict, dict(found.figures)["texts"]) == ("differs", "3")
    assert "8 July 1994" in found.sentence


def gathering(month: int, people: str) -> Notice:
    return f"中央外事工作会议2019年{month}月3日在北京召开。{people}出席会议。", "zh", f"2019-{month:02d}-04", PAPER


def test_a_list_out_of_order_says_so(tmp_path: Path) -> None:
    held = reportage_of(tmp_path / "case", {"a": gathering(6, "习近平、李克强、汪洋、栗战书")})
    (found,) = [one for one in post_findings(held) if one.analysis == "rank"]
    assert found.verdict == "out of order"
    assert dict(found.figures)["pairs out of order"] == "1 of 6"


def test_one_who_always_came_is_missed_and_one_who_came_once_is_not(tmp_path: Path) -> None:
    notices = {f"n{month}": gathering(month, "习近平、李克强、栗战书") for month in (2, 3, 4, 5)}
    notices["n1"] = gathering(1, "习近平、李克强、栗战书、汪洋")
    notices["n6"] = gathering(6, "习近平、栗战书")
    held = reportage_of(tmp_path / "case", notices)
    found = [one for one in post_findings(held) if one.verdict == "not named"]
    assert ["Li Keqiang" in one.sentence for one in found] == [True]
    assert dict(found[0].figures) == {"earlier": "5", "named": "5", "chance": "0.083"}


def test_four_earlier_occasions_do_not_tell_who_usually_comes(tmp_path: Path) -> None:
    notices = {f"n{month}": gathering(month, "习近平、李克强") for month in (2, 3, 4, 5)}
    notices["n6"] = gathering(6, "习近平")
    held = reportage_of(tmp_path / "case", notices)
    assert [one for one in post_findings(held) if one.verdict == "not named"] == []


def test_an_occasion_without_a_name_has_the_day_last_told(tmp_path: Path) -> None:
    text = "会议2019年12月10日在北京召开。习近平、李克强出席会议。"
    held = reportage_of(tmp_path / "case", {"a": (text, "zh", "2019-12-13", PAPER)})
    assert [(one.first, one.people) for one in occasions(held)] == [(date(2019, 12, 10), ("xi-jinping", "li-keqiang"))]


def test_a_case_without_people_has_no_posts(tmp_path: Path) -> None:
    held = reportage_of(tmp_path / "case", {"a": ("今天天气很好。", "zh", "2018-05-09", PAPER)})
    assert holders(held, date(2018, 5, 9)) == ()
    assert post_findings(held) == ()


def test_the_data_names_people_and_posts_that_the_gazetteer_has() -> None:
    known = load()
    posts = [post.title for entity in known for post in entity.posts]
    for title in titles():
        assert any(title.posts.search(post) for post in posts), title.id
        assert title.forms, title.id
    for order in orders():
        assert order.source
        assert [person for person in order.order if person not in known] == [], order.name
