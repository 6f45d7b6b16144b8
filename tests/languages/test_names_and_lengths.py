"""Names, lengths and verbs that hold the words of a time, and what such words mean where they are one.

Expected days are worked out by hand from a calendar.
"""

import pytest

from dragoman import languages

Found = list[tuple[str, str | None, str | None]]


def read(text: str, lang: str, published: str | None) -> Found:
    return [
        (t.text, t.first.isoformat() if t.first else None, t.last.isoformat() if t.last else None)
        for t in languages.times(text, lang, published)
    ]


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        ("今年前9个月，进口持平。", "2019-10-18", ("今年前9个月", "2019-01-01", "2019-09-30")),
        ("去年前三个月进口下降。", "2019-10-18", ("去年前三个月", "2018-01-01", "2018-03-31")),
        ("2017年前11个月进口下降。", "2019-10-18", ("2017年前11个月", "2017-01-01", "2017-11-30")),
        ("铁路前10个月的货运量上升。", "2019-11-18", ("前10个月", "2019-01-01", "2019-10-31")),
        ("铁路前11个月的货运量上升。", "2019-11-29", ("前11个月", "2019-01-01", "2019-11-30")),
        ("铁路前11个月的货运量上升。", "2020-01-06", ("前11个月", "2019-01-01", "2019-11-30")),
    ],
)
def test_the_first_months_of_a_year_are_one_expression(text: str, published: str, found: tuple[str, str, str]) -> None:
    assert read(text, "zh", published) == [found]


@pytest.mark.parametrize("head", ["注意", "达", "看", "提", "谈", "感", "锐减", "想", "得", "遇", "收", "受", "说"])
def test_a_verb_that_ends_in_dao_sets_no_bound(head: str) -> None:
    assert read(f"居民{head}到昨天的通知。", "zh", "2019-10-18") == [("昨天", "2019-10-17", "2019-10-17")]


@pytest.mark.parametrize("head", ["有效", "推迟", "直"])
def test_dao_beside_another_word_is_until(head: str) -> None:
    ((_, first, last),) = read(f"合同{head}到2023年。", "zh", "2019-10-18")
    assert (first, last) == (None, "2023-12-31")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "库存达到2035亿立方米。"),
        ("zh", "书店展出《2016年海运统计年鉴》。"),
        ("zh", "书店展出《港口规划（2016—2020年）》。"),
        ("zh", "代表们讨论2030年可持续发展议程的落实。"),
        ("zh", "代表们讨论二〇三五年远景目标。"),
        ("zh", "这座城有5000年历史。"),
        ("zh", "这座桥有近250年历史。"),
        ("zh", "学校的100年，是育人的100年。"),
        ("zh", "韩国庆尚北道的苹果熟了。"),
        ("zh", "中国庆祝丰收。"),
        ("zh", "今日俄罗斯记者举手。"),
        ("zh", "此次日方没有答复。"),
        ("ja", "委員会は「2025年水産計画」を配った。"),
        ("ja", "書店に『2016年海運白書』が並ぶ。"),
        ("ko", "오늘의 과학은 어렵다."),
        ("ko", "공업이 발전한 오늘에 와서는 쉽다."),
        ("ko", "오늘날 바다는 넓다."),
        ("ko", "말들이 앞으로 내달려 갔다."),
        ("ko", "당일군들이 밭을 간다."),
        ("ko", "도시의 100년사를 읽는다."),
        ("ko", "마을의 새해맞이 공연이 좋다."),
    ],
)
def test_names_lengths_and_verbs_are_no_times(lang: str, text: str) -> None:
    assert read(text, lang, "2019-01-18") == []


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("zh", "接近1986年以来最低水位。", ("1986年以来", "1986-01-01", None)),
        ("zh", "《渔业报》9月5日登出了照片。", ("9月5日", "2019-09-05", "2019-09-05")),
        ("zh", "今年2月底美方来信。", ("今年2月底", "2019-02-21", "2019-02-28")),
        ("zh", "上月底的船已到港。", ("上月底", "2019-09-21", "2019-09-30")),
        ("zh", "2016年后，渡口停用。", ("2016年后", "2017-01-01", None)),
        ("zh", "2016年后来又停用。", ("2016年", "2016-01-01", "2016-12-31")),
        ("zh", "古城建于公元618年。", ("公元618年", "0618-01-01", "0618-12-31")),
        ("zh", "国庆期间渡口停用。", ("国庆", "2019-10-01", "2019-10-01")),
        ("ja", "「2016年に会った」と述べた。", ("2016年", "2016-01-01", "2016-12-31")),
        ("ko", "가게는 오늘부터 연다.", ("오늘부터", "2019-10-18", None)),
        ("ko", "어업은 올해 경제의 중심이다.", ("올해", "2019-01-01", "2019-12-31")),
        ("ko", "배는 3월경에 온다.", ("3월경", "2020-03-01", "2020-03-31")),
        ("ko", "주체90년대에 다리를 놓았다.", ("주체90년대", "2001-01-01", "2010-12-31")),
        ("ko", "주체８８（１９９９）년에 다리를 놓았다.", ("주체８８（１９９９）년", "1999-01-01", "1999-12-31")),
    ],
)
def test_what_stands_beside_them_is_read(lang: str, text: str, found: tuple[str, str, str | None]) -> None:
    assert read(text, lang, "2019-10-18") == [found]


@pytest.mark.parametrize(
    ("published", "year"),
    [("2015-01-01", 2015), ("2015-01-31", 2015), ("2014-11-20", 2015), ("2014-12-31", 2015), ("2015-07-01", None)],
)
def test_the_new_year_is_that_of_january_and_the_next_one_before_it(published: str, year: int | None) -> None:
    expected = [("새해", f"{year}-01-01", f"{year}-12-31")] if year else []
    assert read("어민들은 새해에 새 배를 탄다.", "ko", published) == expected
    assert read("어민들의 새해의 소원은 크다.", "ko", published) == expected


def test_the_new_year_needs_a_publication() -> None:
    assert read("어민들은 새해에 새 배를 탄다.", "ko", None) == []


@pytest.mark.parametrize("words", ["새해 1957년", "1957년 새해", "새해 주체46(1957)년"])
def test_the_new_year_with_its_number_is_one_expression(words: str) -> None:
    assert read(f"어민들은 {words}을 맞는다.", "ko", "1980-07-01") == [(words, "1957-01-01", "1957-12-31")]
