"""The people of the gazetteer: enough of them, named in four languages, and their posts right on a given day."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml

from dragoman import gazetteer
from dragoman.gazetteer import Entity, Post

GAZETTEER = gazetteer.load()
PEOPLE = [entity for entity in GAZETTEER if entity.type == "person"]
FACTS = yaml.safe_load((Path(__file__).parent / "who_held_what.yaml").read_text(encoding="utf-8"))
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

# Posts that several people hold at the same time.
SHARED = re.compile(
    r"^(Vice (Premier|Chairman|Department Director|Head|Minister of)|"
    r"Deputy (Minister|Prime Minister|Assistant|Permanent)|First Deputy Prime Minister|"
    r"Assistant Minister|State Councilor|Senator|Member of|Adviser|Senior Adviser|"
    r"Spokesperson of the (Foreign Ministry|Ministry of|Taiwan)|Special (Envoy|Representative) (on|of)|"
    r"Secretary of the Central Committee|First Vice Department Director)"
)


def posts_on(person: str, day: str) -> list[str]:
    return [post.title for post in GAZETTEER.entity(person).posts if post.held_on(day)]


def overlap(one: Post, other: Post) -> bool:
    """Whether both were held for longer than the day (or month, or year) on which one hands over to the other."""

    def before(first: str, last: str | None) -> bool:
        if last is None:
            return True
        width = min(len(first), len(last))
        return first[:width] < last[:width]

    return before(one.first, other.last) and before(other.first, one.last)


class TestRows:
    """What every person's row owes."""

    def test_there_are_enough(self) -> None:
        assert len(PEOPLE) >= 420

    @pytest.mark.parametrize(
        ("state", "least"), [("CHN", 120), ("PRK", 60), ("KOR", 80), ("JPN", 80), ("USA", 90), ("RUS", 30), ("TWN", 30)]
    )
    def test_each_party_to_the_regions_talks_is_there(self, state: str, least: int) -> None:
        assert Counter(person.state for person in PEOPLE)[state] >= least

    def test_every_person_is_named_in_four_languages(self) -> None:
        for person in PEOPLE:
            for lang in ("en", "zh", "ja", "ko"):
                assert person.names.get(lang), (person.id, lang)

    def test_names_are_in_the_script_of_their_language(self) -> None:
        foreign = {"zh": "[A-Za-zぁ-ヺ가-힣]", "zh-Hant": "[A-Za-zぁ-ヺ가-힣]", "ja": "[가-힣]", "ko": "[一-鿿ぁ-ヺ]"}
        for person in PEOPLE:
            for lang, pattern in foreign.items():
                for name in person.names.get(lang, ()):
                    assert not re.search(pattern, name), (person.id, lang, name)
            for name in person.names["en"]:
                assert not re.search("[一-鿿ぁ-ヺ가-힣]", name), (person.id, name)

    def test_no_two_people_share_an_id_or_a_name(self) -> None:
        assert len({person.id for person in PEOPLE}) == len(PEOPLE)
        for langs in (("en",), ("zh", "zh-Hant"), ("ja",), ("ko",)):
            owners: dict[str, str] = {}
            for person in PEOPLE:
                for name in (name for lang in langs for name in person.names.get(lang, ())):
                    assert owners.setdefault(name, person.id) == person.id, (langs, name)

    def test_no_short_name_is_an_ordinary_english_word(self) -> None:
        """He said, No one, In May, Power, Price and the like would else become people once the full name was given."""
        words = {
            "He",
            "No",
            "May",
            "Price",
            "Power",
            "Snow",
            "Lord",
            "Lake",
            "King",
            "Glass",
            "Major",
            "Hunt",
            "Earnest",
        }
        for person in PEOPLE:
            assert words.isdisjoint(person.family.get("en", ())), person.id

    def test_no_short_korean_name_is_a_word_that_stands_before_a_title(self) -> None:
        """양 장관 is both ministers, 전 장관 the former and 현 장관 the present one, 그 대통령 that president."""
        for person in PEOPLE:
            assert set("양전현그본다").isdisjoint(person.family.get("ko", ())), person.id

    def test_short_names_begin_the_full_name(self) -> None:
        for person in PEOPLE:
            for lang in ("zh", "ja", "ko"):
                for short in person.family.get(lang, ()):
                    names = person.names[lang]
                    assert any(short in name for name in names), (person.id, lang, short)


class TestPosts:
    """Posts and their years."""

    def test_dates_are_iso_and_in_order(self) -> None:
        for person in PEOPLE:
            for post in person.posts:
                assert DAY.fullmatch(post.first), (person.id, post)
                assert post.last is None or DAY.fullmatch(post.last), (person.id, post)
                if post.last is not None:
                    width = min(len(post.first), len(post.last))
                    assert post.first[:width] <= post.last[:width], (person.id, post)

    def test_posts_stand_in_the_order_of_their_years(self) -> None:
        for person in PEOPLE:
            years = [post.first[:4] for post in person.posts]
            assert years == sorted(years), person.id

    def test_a_post_of_a_state_belongs_to_that_state_or_a_group(self) -> None:
        for person in PEOPLE:
            for post in person.posts:
                assert post.of in GAZETTEER, (person.id, post)

    def test_one_office_is_held_by_one_person(self) -> None:
        offices: defaultdict[tuple[str, str], list[tuple[Post, Entity]]] = defaultdict(list)
        for person in PEOPLE:
            for post in person.posts:
                if not SHARED.match(post.title):
                    offices[post.title, post.of].append((post, person))
        assert len(offices) > 150
        for (title, of), held in offices.items():
            for place, (one, holder) in enumerate(held):
                for other, second in held[place + 1 :]:
                    assert not overlap(one, other), (title, of, holder.id, second.id)

    def test_an_overlap_is_seen(self) -> None:
        first = Post("Premier", "PRK", "2013-04-01", "2019-04-11")
        assert overlap(first, Post("Premier", "PRK", "2019-04-10"))
        assert overlap(first, Post("Premier", "PRK", "2018", "2020"))
        assert not overlap(first, Post("Premier", "PRK", "2019-04-11", "2020-08-13"))
        assert not overlap(first, Post("Premier", "PRK", "2019", "2020"))

    @pytest.mark.parametrize(("person", "day", "title"), FACTS["held"])
    def test_who_held_what(self, person: str, day: str, title: str) -> None:
        assert title in posts_on(person, day)

    @pytest.mark.parametrize(("person", "day", "title"), FACTS["not_held"])
    def test_who_did_not_hold_what(self, person: str, day: str, title: str) -> None:
        assert title not in posts_on(person, day)

    @pytest.mark.parametrize(("of", "title", "day", "person"), FACTS["holder"])
    def test_the_office_on_a_day_gives_the_person(self, of: str, title: str, day: str, person: str) -> None:
        holders = [
            entity.id
            for entity in PEOPLE
            for post in entity.posts
            if (post.title, post.of) == (title, of) and post.held_on(day)
        ]
        assert holders == [person]


class TestNames:
    """Names in plain sentences."""

    @pytest.mark.parametrize(
        ("lang", "text", "people"),
        [
            ("en", "Paek Nam-sun met Colin Powell in Brunei.", ["paek-nam-sun", "colin-powell"]),
            ("en", "Abe Shinzo and Junichiro Koizumi", ["shinzo-abe", "junichiro-koizumi"]),
            ("en", "Special envoy Sung Kim spoke with Noh Kyu-duk.", ["sung-kim", "noh-kyu-duk"]),
            ("en", "Jen Psaki and Zhang Qiyue took questions.", ["jen-psaki", "zhang-qiyue"]),
            ("zh", "钱其琛会见李相玉", ["qian-qichen", "lee-sang-ock"]),
            ("zh", "外交部发言人章启月、孔泉和刘建超", ["zhang-qiyue", "kong-quan", "liu-jianchao"]),
            ("zh", "美国国务卿奥尔布赖特访问朝鲜，会见赵明禄", ["madeleine-albright", "jo-myong-rok"]),
            ("zh", "柯林頓總統與李登輝、陳水扁", ["bill-clinton", "lee-teng-hui", "chen-shui-bian"]),
            ("zh", "梅克爾與馬克宏通話", ["angela-merkel", "emmanuel-macron"]),
            ("ja", "小泉純一郎首相は金正日総書記と会談した", ["junichiro-koizumi", "kim-jong-il"]),
            ("ja", "薮中三十二外務次官とヒル国務次官補", ["mitoji-yabunaka", "christopher-hill"]),
            ("ja", "河野洋平官房長官の談話", ["yohei-kono"]),
            ("ja", "頼清徳総統", ["lai-ching-te"]),
            ("ko", "강석주 제1부상은 갈루치 대사와 합의했다", ["kang-sok-ju", "robert-gallucci"]),
            ("ko", "고이즈미 준이치로 총리와 후쿠다 야스오 관방장관", ["junichiro-koizumi", "yasuo-fukuda"]),
            ("ko", "탕자쉬안 부장과 백남순 외무상", ["tang-jiaxuan", "paek-nam-sun"]),
            ("ko", "김관진 국가안보실장은 황병서를 만났다", ["kim-kwan-jin", "hwang-pyong-so"]),
        ],
    )
    def test_people_are_found(self, lang: str, text: str, people: list[str]) -> None:
        assert [m.entity for m in GAZETTEER.find(text, lang) if m.type == "person"] == people

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("zh", "扩张军力，开张军营"),
            ("zh", "多边贸易纲领与简易纲要"),
            ("zh", "思维文化和比根据地更远"),
            ("zh", "新加坡学者马凯硕"),
            ("zh", "西哈努克港经济特区"),
            ("zh", "法国斯特拉斯堡与墨西哥特拉斯卡拉州"),
            ("zh", "沃什州、哈里斯堡、钟山区、億萬斯年、卢巴-卢拉语"),
            ("zh", "没有其他信息，接连战胜困难，复苏起来"),
            ("zh", "提高建设资金健康水平，日本扬言直通伦敦"),
            ("zh", "森林全面覆盖，江苏林业"),
            ("zh", "“麦凯恩”号驱逐舰"),
            ("ko", "시비하지 말고 손사이로 바다위에"),
            ("ko", "위기 대처 총리실, 바로 외무장관에게, 정 박사"),
            ("ko", "양 장관과 전 장관"),
            ("ja", "新型コロナの対策とパートナー"),
            ("en", "Choe Kwang Nam and Park Jin-hee and Cho Hyun-oh"),
            ("en", "The Nimitz-class George H. W. Bush carrier strike group"),
        ],
    )
    def test_other_words_are_nobody(self, lang: str, text: str) -> None:
        assert [m.text for m in GAZETTEER.find(text, lang) if m.type == "person"] == []

    def test_a_namesake_of_two_offices_is_told_by_the_office(self) -> None:
        both = GAZETTEER.find("Premier Kim Yong Il and Secretary Kim Yong Il", "en")
        assert [m.entity for m in both] == ["kim-yong-il-premier", "kim-yong-il-secretary"]

    def test_the_short_name_after_the_full_one(self) -> None:
        text = "He Lifeng arrived. He smiled. Theresa May left. In May it rained. Colin Powell spoke. Powell left."
        assert [m.text for m in GAZETTEER.find(text, "en")] == ["He Lifeng", "Theresa May", "Colin Powell", "Powell"]
        text = "다이빙궈 국무위원이 왔다. 다이 국무위원은"
        assert [m.entity for m in GAZETTEER.find(text, "ko")] == ["dai-bingguo"]
