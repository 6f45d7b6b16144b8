"""Each frame in four languages, on sentences coded by hand; and sentences in which there is no event."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.extraction import load_frames, observe, where
from dragoman.extraction.frames import FOLDER
from dragoman.extraction.labels import label, quantity_in_words
from dragoman.gazetteer import load
from dragoman.model import Event, Quantity, Report

FILES = sorted(Path(__file__).parent.glob("sentences*.yaml"))
SENTENCES = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES]
LANGUAGES = ("en", "zh", "ja", "ko")
CODED = [(lang, *row) for lang in LANGUAGES for file in SENTENCES for row in file.get(lang, ())]
EMPTY = [(lang, text) for lang in LANGUAGES for file in SENTENCES for text in file["none"].get(lang, ())]


def reports(text: str, lang: str, published: str | None = "2018-07-10") -> list[Report]:
    return [reading for reading in observe(text, lang, published) if isinstance(reading, Report)]


@pytest.mark.parametrize("row", CODED, ids=[f"{row[0]}-{row[2]}-{n}" for n, row in enumerate(CODED)])
def test_a_sentence_is_read_as_it_was_coded_by_hand(row: tuple[Any, ...]) -> None:
    lang, text, kinds, actor, recipient, status, first, last, place = row
    kinds = kinds if isinstance(kinds, list) else [kinds]
    found = [r for r in reports(text, lang) if r.type in kinds]
    assert found, [(r.type, r.actors, r.recipients) for r in reports(text, lang)]
    report = found[0]
    assert bool(report.actors) == bool(actor)
    assert not actor or report.actors[0] in actor.split("|")
    if recipient == "":
        assert report.recipients == ()
    elif recipient != "*":
        assert set(report.recipients) & set(recipient.split("|"))
    assert status is None or report.status == status
    if first is not None:
        assert (report.first, report.last) == (first, last)
        assert isinstance(report.first, date)
    assert place is None or report.place == place


@pytest.mark.parametrize(("lang", "text"), EMPTY)
def test_no_event_is_read_where_none_is_told(lang: str, text: str) -> None:
    assert [(r.type, r.frame, r.text) for r in reports(text, lang)] == []


def test_every_frame_is_tried_in_every_language_that_it_has() -> None:
    tried = {(row[0], kind) for row in CODED for kind in (row[2] if isinstance(row[2], list) else [row[2]])}
    assert {(lang, kind) for kind, frame in load_frames().items() for lang in frame.patterns} <= tried


def test_an_event_leads_to_the_line_of_data_that_made_it() -> None:
    (report,) = reports("金正恩2018年5月7日访华。", "zh")
    kind, rest = report.frame.split(".")
    language, number = rest.rstrip("]").split("[")
    line = load_frames()[kind].patterns[language][int(number)]
    start, end = report.trigger
    assert line.name == report.frame
    file, at = where(report.frame).removeprefix("extraction/frames/").split(":")
    assert line.stem.pattern in (FOLDER / file).read_text("utf-8").splitlines()[int(at) - 1]
    assert line.stem.fullmatch("金正恩2018年5月7日访华。"[start:end])


def test_every_frame_names_the_source_of_its_codes_and_carries_them() -> None:
    folder = Path(__file__).parents[2] / "src" / "dragoman" / "extraction" / "frames"
    for path in folder.glob("*.yaml"):
        row = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert "CAMEO" in row["source"]
        assert row["cameo"].isdigit()
        assert row["quad"] in (1, 2, 3, 4)
        assert -10 <= row["goldstein"] <= 10
        assert {"en"} <= set(row["patterns"]) <= set(LANGUAGES)


class TestStatus:
    """What the words around a trigger do."""

    def test_a_condition_is_no_fact(self) -> None:
        (report,) = reports("If China retaliated, the United States would expel ten diplomats of China.", "en")
        assert (report.type, report.status) == ("expel", "conditional")

    @pytest.mark.parametrize(
        ("text", "kind", "recipient"),
        [
            ("The United States threatened to impose tariffs on China.", "threaten", "CHN"),
            ("Japan urged Iran to release a sailor.", "appeal", "IRN"),
            ("India refused to sign the treaty.", "refuse", None),
            ("Ukraine accused Russia of attacking a port.", "accuse", "RUS"),
        ],
    )
    def test_a_deed_that_is_only_threatened_urged_refused_or_charged_is_none(
        self, text: str, kind: str, recipient: str | None
    ) -> None:
        (report,) = reports(text, "en")
        assert (report.type, report.status) == (kind, "done")
        assert report.recipients == ((recipient,) if recipient else ())

    def test_a_plan_without_a_time_lies_after_its_publication(self) -> None:
        (report,) = reports("金正恩将访问俄罗斯。", "zh")
        assert (report.status, report.first, report.last) == ("planned", date(2018, 7, 10), None)

    def test_what_is_told_without_a_day_came_by_the_publication(self) -> None:
        (report,) = reports("習近平国家主席が北朝鮮を訪問した。", "ja")
        assert (report.first, report.last, report.basis) == (None, date(2018, 7, 10), "date of publication")

    def test_what_a_spokesman_says_for_his_side_is_said_on_the_day(self) -> None:
        text = "赵立坚：中方敦促美方停止错误做法。韩方批评了日方的决定。"
        own, other = reports(text, "zh")
        assert (own.first, own.last) == (date(2018, 7, 10), date(2018, 7, 10))
        assert (other.first, other.last) == (None, date(2018, 7, 10))

    def test_without_any_date_the_time_is_unknown(self) -> None:
        (report,) = reports("習近平国家主席が北朝鮮を訪問した。", "ja", None)
        assert (report.first, report.last, report.basis) == (None, None, "unresolved")

    def test_the_month_of_may_is_no_doubt(self) -> None:
        (report,) = reports("On May 7, 2018 Kim Jong Un visited China.", "en")
        assert (report.status, report.first) == ("done", date(2018, 5, 7))


class TestAttribution:
    """Who says so."""

    def test_the_speaker_is_kept_apart_from_the_actor(self) -> None:
        (report,) = reports("新华社报道，金正恩2018年5月7日访问大连。", "zh")
        assert (report.attributed_to, report.actors) == ("xinhua", ("kim-jong-un",))

    def test_english_may_name_the_speaker_at_the_end(self) -> None:
        (report,) = reports("Kim Jong Un visited Dalian on May 7, 2018, Xinhua said.", "en")
        assert (report.attributed_to, report.actors) == ("xinhua", ("kim-jong-un",))

    def test_a_turn_of_a_press_conference_is_its_speakers(self) -> None:
        text = "记者：会晤何时举行？\n耿爽：王毅2018年5月2日访问了朝鲜。"
        (report,) = reports(text, "zh")
        assert report.attributed_to == "geng-shuang"


class TestParties:
    """Who did it, and to whom."""

    def test_the_subject_is_carried_over_a_comma(self) -> None:
        found = reports("国务委员兼外长王毅2018年5月2日访问朝鲜，会见金正恩。", "zh")
        assert [(r.type, r.actors, r.recipients) for r in found] == [
            ("visit", ("wang-yi",), ("PRK",)),
            ("meet", ("wang-yi",), ("kim-jong-un",)),
        ]

    def test_a_verb_that_qualifies_a_noun_has_it_as_its_subject(self) -> None:
        for lang, text in (
            ("ja", "習近平国家主席は2018年6月20日、訪中した金正恩委員長と会談した。"),
            ("ko", "시진핑 주석은 2018년 6월 20일 베이징을 방문한 김정은 위원장과 만났다."),
        ):
            by_type = {r.type: r for r in reports(text, lang)}
            assert by_type["meet"].actors == ("xi-jinping",)
            assert by_type["meet"].recipients == ("kim-jong-un",)
            assert "visit" not in by_type or by_type["visit"].actors == ("kim-jong-un",)

    def test_a_subject_unknown_to_the_gazetteer_is_not_replaced_by_another(self) -> None:
        assert [r for r in reports("청와대는 아무개 장관이 중국을 방문했다고 밝혔다.", "ko") if r.type == "visit"] == []

    def test_a_press_agency_is_no_party(self) -> None:
        assert reports("路透社记者访问中国。", "zh") == []

    def test_a_capital_stands_for_its_government(self) -> None:
        found = reports("Washington imposed tariffs on China on July 6, 2018.", "en")
        assert [(r.actors, r.recipients) for r in found] == [(("USA",), ("CHN",))]

    def test_quantities_go_with_a_tariff(self) -> None:
        (report,) = reports("美国2018年7月6日对价值340亿美元的中国产品加征25%的关税。", "zh")
        assert {(q.kind, q.low) for q in report.quantities} >= {("money", 34e9), ("percent", 25.0)}


def test_a_group_that_meets_is_in_session_and_two_states_that_meet_are_not() -> None:
    assert [r.type for r in reports("Leaders of the Group of Seven met in Canada on June 9, 2018.", "en")] == [
        "convene"
    ]
    assert [r.type for r in reports("China and Japan met in Beijing on June 9, 2018.", "en")] == ["meet"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Xi Jinping visited South Korea ahead of North Korea in July 2014."),
        ("zh", "习近平2014年7月先于朝鲜访问了韩国。"),
        ("ja", "習近平国家主席は2014年7月、北朝鮮より先に韓国を訪問した。"),
        ("ko", "시진핑 주석은 2014년 7월 북한보다 먼저 한국을 방문했다."),
    ],
)
def test_who_is_only_compared_with_is_no_party(lang: str, text: str) -> None:
    (report,) = (found for found in reports(text, lang) if found.type == "visit")
    assert (report.actors, report.recipients) == (("xi-jinping",), ("KOR",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "On March 22, 2018, Donald Trump signed an order imposing tariffs on China."),
        ("ja", "トランプ米大統領は2018年3月22日、中国に追加関税を課す大統領令に署名した。"),
        ("ko", "도널드 트럼프 대통령은 2018년 3월 22일 중국산 제품에 관세를 부과하는 행정명령에 서명했다."),
    ],
)
def test_a_tariff_in_an_order_that_is_signed_is_announced_and_not_yet_done(lang: str, text: str) -> None:
    assert [found.status for found in reports(text, lang) if found.type == "tariff"] in (["announced"], ["planned"])


def test_the_day_of_saying_is_the_day_of_an_announcement() -> None:
    text = "Donald Trump announced on March 8, 2018 that he was ready."
    assert [str(found.first) for found in reports(text, "en") if found.type == "announce"] == ["2018-03-08"]


def test_measures_that_are_announced_are_not_yet_taken() -> None:
    text = "China announced retaliatory measures against the United States on June 15, 2018."
    assert [found.status for found in reports(text, "en") if found.type == "retaliate"] == ["announced"]


def test_a_label_says_percent_and_points_as_they_are() -> None:
    percent = Quantity(0, 4, "25 %", "percent", 25.0, 25.0, "%")
    points = Quantity(0, 4, "2 points", "percent", 2.0, 2.0, "point")
    assert quantity_in_words(percent) == "25 %"
    assert quantity_in_words(points) == "2 points"


@pytest.mark.parametrize(
    ("type", "actors", "recipients", "told"),
    [
        ("convene", ("KOR",), ("PRK",), "South Korea meets in session with North Korea"),
        ("convene", ("g7",), (), "G7 convenes"),
        ("arrest", (), ("moon-jae-in",), "Somebody arrests Moon Jae-in"),
        # a new post and a resignation are the same type: the label does not say which
        ("appoint", (), ("moon-jae-in",), "Moon Jae-in takes or leaves a post"),
    ],
)
def test_a_label_reads_as_a_sentence(type, actors, recipients, told) -> None:
    day = date(2018, 5, 10)
    event = Event("ev", type, "", 1, actors, recipients, day, day, "day", None, "done", None, "", (), 1)
    assert label(event, load()) == told


def test_a_promise_is_not_dated_by_what_was_promised() -> None:
    found = reports("문재인 대통령과 김정은 위원장은 올해 회담을 약속했다.", "ko", "2018-05-05")
    assert [(report.type, report.last) for report in found] == [("promise", date(2018, 5, 5))]


def test_what_two_agreed_to_do_together_is_told_once() -> None:
    found = reports("China and South Korea agreed to hold talks on 12 June.", "en", "2018-05-05")
    assert [(report.type, report.status, report.first) for report in found] == [("meet", "planned", date(2018, 6, 12))]
