"""Times: expected days are worked out by hand from a calendar."""

from datetime import date

import pytest

from dragoman import languages

PUBLISHED = "2018-03-28"  # a Wednesday


def read(text: str, lang: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None, str | None, str]]:
    return [
        (t.text, t.first and t.first.isoformat(), t.last and t.last.isoformat(), t.precision)
        for t in languages.times(text, lang, published)
    ]


@pytest.mark.parametrize(
    ("lang", "text", "first", "last", "precision"),
    [
        ("zh", "金正恩于3月25日至28日访问中国。", "2018-03-25", "2018-03-28", "range"),
        ("zh", "双方5月7、8日在大连举行会晤。", "2018-05-07", "2018-05-08", "range"),
        ("zh", "会议于二〇一八年三月廿三日举行。", "2018-03-23", "2018-03-23", "day"),
        ("zh", "民國107年3月25日發表聲明。", "2018-03-25", "2018-03-25", "day"),
        ("zh", "今年上半年出口增长。", "2018-01-01", "2018-06-30", "half"),
        ("zh", "6月下旬举行。", "2018-06-21", "2018-06-30", "part"),
        ("zh", "２０１８年５月举行。", "2018-05-01", "2018-05-31", "month"),
        ("zh", "2017年第三季度", "2017-07-01", "2017-09-30", "quarter"),
        ("zh", "20世纪80年代初", "1980-01-01", "1983-12-31", "part"),
        ("ja", "平成30年3月25日に訪中した。", "2018-03-25", "2018-03-25", "day"),
        ("ja", "25日から28日まで訪中した。", "2018-03-25", "2018-03-28", "range"),
        ("ja", "昭和元年に始まった。", "1926-01-01", "1926-12-31", "year"),
        ("ja", "3月上旬に会談した。", "2018-03-01", "2018-03-10", "part"),
        ("ja", "5月7、8日に大連で会談する予定だ。", "2018-05-07", "2018-05-08", "range"),
        ("ko", "주체107년 3월 25일부터 28일까지 방문하였다.", "2018-03-25", "2018-03-28", "range"),
        ("ko", "5월 7~8일 다롄에서 회담할 예정이다.", "2018-05-07", "2018-05-08", "range"),
        ("ko", "지난 금요일에 발표했다.", "2018-03-23", "2018-03-23", "day"),
        ("ko", "올해 상반기", "2018-01-01", "2018-06-30", "half"),
        ("en", "Kim visited Beijing on March 25-28.", "2018-03-25", "2018-03-28", "range"),
        ("en", "The talks ran from 22 to 23 March.", "2018-03-22", "2018-03-23", "range"),
        ("en", "They met on 8 March 2018.", "2018-03-08", "2018-03-08", "day"),
        ("en", "Talks were held early last month.", "2018-02-01", "2018-02-10", "part"),
        ("en", "The third week of 2027 is free.", "2027-01-18", "2027-01-24", "week"),
        ("en", "It lasted through the 1990s.", "1990-01-01", "1999-12-31", "decade"),
    ],
)
def test_an_expression_names_its_days(lang: str, text: str, first: str, last: str, precision: str) -> None:
    (found,) = read(text, lang)
    assert found[1:] == (first, last, precision)


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("zh", "3月25日抵达北京。同日会谈，翌日参观，三天后离开。", ["03-25", "03-25", "03-26", "03-29"]),
        ("ja", "3月25日に到着した。同日会談し、翌日視察し、翌々日に帰国した。", ["03-25", "03-25", "03-26", "03-28"]),
        ("ko", "3월 25일 도착했다. 같은 날 회담하고 이튿날 참관했다.", ["03-25", "03-25", "03-26"]),
        ("en", "They met on 22 March. Three days later Kim left; the next day Xi spoke.", ["03-22", "03-25", "03-26"]),
    ],
)
def test_the_discourse_carries_the_last_event_told(lang: str, text: str, days: list[str]) -> None:
    assert [first for _, first, _, _ in read(text, lang)] == [f"2018-{day}" for day in days]


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("en", "The visit began on May 7, 2016. It ended on the 9th.", ["2016-05-07", "2016-05-09"]),
        ("zh", "2016年7月8日宣布部署。9月5日两国领导人会见。", ["2016-07-08", "2016-09-05"]),
    ],
)  # fmt: skip
def test_a_bare_day_follows_the_year_and_month_told_before(lang: str, text: str, days: list[str]) -> None:
    assert [first for _, first, _, _ in read(text, lang)] == days


@pytest.mark.parametrize(
    ("lang", "past", "future"),
    [
        ("en", "They met on Friday.", "They will meet on Friday."),
        ("zh", "双方星期五举行了会谈。", "双方将于星期五举行会谈。"),
        ("ja", "金曜日に会談した。", "金曜日に会談する予定だ。"),
        ("ko", "금요일에 회담하였다.", "금요일에 회담할 예정이다."),
    ],
)
def test_a_bare_weekday_follows_the_tense_of_its_clause(lang: str, past: str, future: str) -> None:
    assert [t[1] for t in read(past, lang)] == ["2018-03-23"]
    assert [t[1] for t in read(future, lang)] == ["2018-03-30"]


def test_an_expression_that_is_the_whole_text_looks_forward() -> None:
    assert [t[1] for t in read("金曜日", "ja")] == ["2018-03-30"]
    assert [t[1] for t in read("January", "en")] == ["2019-01-01"]


def test_what_needs_the_publication_stays_unresolved_without_it() -> None:
    (found,) = languages.times("昨天举行会谈。", "zh")
    assert (found.first, found.last, found.precision, found.basis) == (None, None, "unresolved", "unresolved")


def test_open_intervals_have_no_end() -> None:
    (since,) = languages.times("The ban has stood since May 2012.", "en", PUBLISHED)
    assert (since.first, since.last, since.precision) == (date(2012, 5, 1), None, "after")
    (before,) = languages.times("2018年以前", "ja", PUBLISHED)
    assert (before.first, before.last) == (None, date(2017, 12, 31))


def test_each_answer_says_what_it_was_reckoned_from() -> None:
    text = "2018年3月25日，代表团抵京。次日会谈。今天离开。"
    assert [t.basis for t in languages.times(text, "zh", PUBLISHED)] == [
        "stated",
        "relative to the last event told",
        "relative to publication",
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It may be that they march on."),
        ("en", "One of the first to second it."),
        ("zh", "中日关系是重要的双边关系"),
        ("ko", "이 일은 매우 중요하다."),
    ],
)
def test_words_that_only_look_like_times_are_none(lang: str, text: str) -> None:
    assert read(text, lang) == []
