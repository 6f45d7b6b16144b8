"""The gazetteer: its data, its look-ups, and the names it finds in text."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import gazetteer
from dragoman.gazetteer import GazetteerError, UnknownEntity

GAZETTEER = gazetteer.load()
LANGUAGES = ("en", "zh", "ja", "ko")


def found(text: str, lang: str | None) -> list[tuple[str, str]]:
    return [(m.text, m.entity) for m in GAZETTEER.find(text, lang)]


class TestData:
    """What every row owes."""

    @pytest.mark.parametrize(
        ("kind", "least"), [("state", 190), ("place", 60), ("organ", 40), ("group", 30), ("person", 120)]
    )
    def test_there_are_enough_rows_of_each_kind(self, kind: str, least: int) -> None:
        assert sum(entity.type == kind for entity in GAZETTEER) >= least

    def test_every_row_has_names_in_four_languages_and_a_source(self) -> None:
        for entity in GAZETTEER:
            assert entity.source.strip(), entity.id
            for lang in LANGUAGES:
                if entity.id != "joseph-wu":
                    assert entity.names.get(lang), (entity.id, lang)

    def test_no_name_of_one_language_belongs_to_two(self) -> None:
        for lang in (*LANGUAGES, "zh-Hant"):
            owners: dict[str, str] = {}
            for entity in GAZETTEER:
                ruled = {name for rule in entity.when for name in rule.names}
                for name in set(entity.names.get(lang, ())) - ruled:
                    assert owners.setdefault(name, entity.id) == entity.id, (lang, name)

    def test_posts_do_not_end_before_they_begin(self) -> None:
        for entity in GAZETTEER:
            for post in entity.posts:
                assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", post.first), entity.id
                assert post.last is None or post.first <= post.last, entity.id

    @pytest.mark.parametrize(
        ("person", "day", "title"),
        [
            ("yang-jiechi", "2014-11-28", "State Councilor"),
            ("yang-jiechi", "2018-06-22", "Director of the Office of the Central Foreign Affairs Commission"),
            ("wang-yi", "2018-05-03", "Minister of Foreign Affairs"),
            ("mike-pompeo", "2018-04-01", "Director of the CIA"),
            ("mike-pompeo", "2018-07-06", "Secretary of State"),
            ("kim-jong-un", "2018-05-07", "Chairman of the Workers' Party of Korea"),
        ],
    )
    def test_a_post_is_held_on_its_days(self, person: str, day: str, title: str) -> None:
        assert title in [post.title for post in GAZETTEER.entity(person).posts if post.held_on(day)]


class TestLookup:
    """Entities by id."""

    def test_a_row_is_found_by_its_id(self) -> None:
        assert GAZETTEER.name("kim-jong-un", "ko") == "김정은"
        assert GAZETTEER.name("CHN", "fr") == "China"
        assert GAZETTEER.state_of("chn-mfa") == "CHN"
        assert GAZETTEER.state_of("antonio-guterres") is None
        assert "CHN" in GAZETTEER

    def test_an_unknown_id_is_a_clear_error(self) -> None:
        with pytest.raises(UnknownEntity, match="no entity 'nobody'; add a row") as caught:
            GAZETTEER.entity("nobody")
        assert isinstance(caught.value, KeyError)

    def test_the_gazetteer_is_read_once(self) -> None:
        assert gazetteer.load() is gazetteer.load()


class TestNames:
    """Names in text."""

    @pytest.mark.parametrize(
        ("lang", "text", "names"),
        [
            ("zh", "习近平同金正恩在大连举行会晤", ["xi-jinping", "kim-jong-un", "dalian"]),
            ("zh", "習近平在北京會見金正恩", ["xi-jinping", "beijing", "kim-jong-un"]),
            ("zh", "中美经贸磋商", ["CHN", "USA"]),
            ("zh", "中方对美方的做法表示反对", ["CHN", "USA"]),
            ("zh", "美国务卿蓬佩奥访华", ["USA", "mike-pompeo", "CHN"]),
            ("zh", "中日韩领导人会议", ["CHN", "JPN", "KOR"]),
            ("zh", "上合组织青岛峰会", ["sco", "qingdao"]),
            ("ja", "米朝首脳会談", ["USA", "PRK"]),
            ("ja", "対中追加関税", ["CHN"]),
            ("ja", "トランプ米大統領は訪朝しない", ["donald-trump", "USA", "PRK"]),
            ("ja", "ポンペオ米国務長官", ["mike-pompeo", "USA"]),
            ("ja", "朝日新聞は北京発で", ["asahi", "beijing"]),
            ("ko", "북미 정상회담과 미중 무역", ["PRK", "USA", "USA", "CHN"]),
            ("ko", "김정은은 방중 기간에 시진핑을 만났다", ["kim-jong-un", "CHN", "xi-jinping"]),
            ("en", "US-China talks in Dalian; UN Security Council", ["USA", "CHN", "dalian", "un-security-council"]),
            (None, "Xi, 习近平, 習近平, 시진핑", ["xi-jinping", "xi-jinping", "xi-jinping"]),
        ],
    )
    def test_names_are_found(self, lang: str | None, text: str, names: list[str]) -> None:
        entities = [entity for _, entity in found(text, lang)]
        assert entities == (names if lang else ["xi-jinping", *names])

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("zh", "其中美丽的乡村"),
            ("zh", "其中以制造业为主"),
            ("zh", "近日方可办理"),
            ("zh", "中心、中学、空中"),
            ("zh", "一片汪洋大海"),
            ("zh", "今日本报讯"),
            ("ja", "その日中に米を買い、中を見た"),
            ("ja", "インドネシア語ではなく"),
            ("ko", "대중의 관심과 방한복"),
            ("en", "they told us to be polish and fast"),
            ("en", "Chinatown, Indianapolis, Usable"),
        ],
    )
    def test_other_words_are_left_alone(self, lang: str, text: str) -> None:
        assert [name for name in found(text, lang) if name[1] != "IDN"] == []

    def test_the_longest_name_wins(self) -> None:
        assert found("朝鲜劳动党", "zh") == [("朝鲜劳动党", "wpk")]
        assert found("South Korean Foreign Ministry", "en") == [("South Korean Foreign Ministry", "kor-mofa")]

    @pytest.mark.parametrize(
        ("lang", "text", "last"),
        [
            ("ja", "習近平国家主席は到着した。習氏は述べた。", ("習", "xi-jinping")),
            ("en", "Mike Pompeo arrived. Pompeo smiled.", ("Pompeo", "mike-pompeo")),
            ("ko", "문재인 대통령이 도착했다. 문 대통령은 말했다.", ("문", "moon-jae-in")),
            ("zh", "金正恩抵达。金委员长表示感谢。", ("金", "kim-jong-un")),
        ],
    )
    def test_a_family_name_counts_after_the_full_name(self, lang: str, text: str, last: tuple[str, str]) -> None:
        assert found(text, lang)[-1] == last
        alone = text.split("。")[1] if "。" in text else text.split(". ")[1]
        assert found(alone, lang) == []

    def test_a_family_name_that_two_share_is_nobodys(self) -> None:
        assert [e for _, e in found("Kim Jong Un and Kim Yo Jong arrived. Kim spoke.", "en")] == [
            "kim-jong-un",
            "kim-yo-jong",
        ]

    @settings(max_examples=200, deadline=None)
    @given(
        text=st.lists(
            st.one_of(
                st.sampled_from(["中美", "习近平", "米朝", "북미", "Kim", "Kim Jong Un", "U.S.", "🚄"]),
                st.text(max_size=4),
            )
        ).map("".join),
        lang=st.sampled_from([None, *LANGUAGES]),
    )
    def test_mentions_stand_where_they_say_and_do_not_overlap(self, text: str, lang: str | None) -> None:
        free = 0
        for mention in GAZETTEER.find(text, lang):
            assert text[mention.start : mention.end] == mention.text
            assert mention.start >= free
            free = mention.end


class TestExtra:
    """A file of the analyst's own rows."""

    def write(self, folder: Path, text: str) -> Path:
        path = folder / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def test_rows_are_added_and_take_the_place_of_others(self, tmp_path: Path) -> None:
        path = self.write(
            tmp_path,
            "- {id: ada, type: person, state: GBR, names: {en: [Ada Lovelace]}, source: convention}\n"
            "- {id: dalian, type: place, state: CHN, names: {en: [Port Arthur]}, source: convention}\n",
        )
        mine = gazetteer.load(path)
        assert [m.entity for m in mine.find("Ada Lovelace in Port Arthur", "en")] == ["ada", "dalian"]
        assert GAZETTEER.name("dalian") == "Dalian"

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("a: 1", r"mine\.yaml: must be a list of rows"),
            ("- [", r"mine\.yaml: not YAML"),
            ("- 7", r"mine\.yaml, row 1: must be a row"),
            ("- {type: person}", r"mine\.yaml, row 1: id is missing"),
            ("- {id: no, type: person}", r"row 1: id is missing or is not text: False \(quote it"),
            ("- {id: x, type: dog, names: {en: [X]}, source: s}", r"row 1 \(x\): type 'dog' is none of"),
            ("- {id: x, type: person, source: s}", r"row 1 \(x\): names are missing"),
            ("- {id: x, type: person, names: {en: X}, source: s}", r"names\.en must be a list"),
            ("- {id: x, type: person, names: {fr: [X]}, source: s}", r"language 'fr' is none of"),
            ("- {id: x, type: person, names: [X], source: s}", r"names must give a list for each language"),
            ("- {id: x, type: person, names: {en: [X]}}", r"row 1 \(x\): source is missing"),
            ("- {id: x, type: person, names: {en: [X]}, source: s, sate: CHN}", r"unknown key 'sate'"),
            (
                "- {id: x, type: person, names: {en: [X]}, source: s, state: XXX}",
                r"mine\.yaml, row 1 \(x\) names 'XXX', which has no row",
            ),
            ("- {id: x, type: person, names: {en: [X]}, source: s, posts: [1]}", r"a post needs title, of and first"),
            ("- {id: x, type: group, names: {en: [X]}, source: s, members: [CHN]}", r"a member needs state and first"),
            (
                "- {id: x, type: group, names: {en: [X]}, source: s, members: [{state: CHN, first: 2001, last: 1999}]}",
                r"row 1 \(x\): member CHN: last 1999 comes before first 2001",
            ),
            (
                "- {id: x, type: document, names: {en: [X]}, source: s, parties: [XXX]}",
                r"mine\.yaml, row 1 \(x\) names 'XXX', which has no row",
            ),
            (
                "- {id: x, type: group, names: {en: [X]}, source: s}\n" * 2,
                r"mine\.yaml, row 2 \(x\): the id has a row already \(mine\.yaml, row 1 \(x\)\)",
            ),
        ],
    )
    def test_a_malformed_row_is_named(self, tmp_path: Path, text: str, message: str) -> None:
        with pytest.raises(GazetteerError, match=message):
            gazetteer.load(self.write(tmp_path, text))

    def test_a_missing_file_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(GazetteerError, match=r"gone\.yaml: there is no such file"):
            gazetteer.load(tmp_path / "gone.yaml")

    def test_an_unknown_language_is_named(self) -> None:
        with pytest.raises(GazetteerError, match="no names for language 'fr'"):
            GAZETTEER.find("Paris", "fr")


def test_the_digest_changes_with_the_data() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", gazetteer.digest())
