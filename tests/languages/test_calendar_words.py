"""Words of the calendar in every direction, unit and form: expected days by hand from a calendar of 2017 to 2019.

All are read in a report of Wednesday, 16 May 2018.
"""

import pytest

from dragoman import languages

PUBLISHED = "2018-05-16"


def read(text: str, lang: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (t.text, t.first.isoformat() if t.first else None, t.last.isoformat() if t.last else None)
        for t in languages.times(text, lang, PUBLISHED)
    ]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("the year before last", "2016-01-01", "2016-12-31"),
        ("the month before last", "2018-03-01", "2018-03-31"),
        ("the Friday before last", "2018-05-04", "2018-05-04"),
        ("a week on Monday", "2018-05-28", "2018-05-28"),
        ("Monday week", "2018-05-28", "2018-05-28"),
        ("a week ago Monday", "2018-05-07", "2018-05-07"),
        ("half a century ago", "1968-01-01", "1968-12-31"),
        ("a hundred years ago", "1918-01-01", "1918-12-31"),
        ("forty-five years ago", "1973-01-01", "1973-12-31"),
        ("one and a half years ago", "2016-11-01", "2016-11-30"),
        ("two and a half months ago", "2018-03-01", "2018-03-01"),
        ("ten years ago today", "2008-05-16", "2008-05-16"),
        ("last winter", "2017-12-01", "2018-02-28"),
        ("next winter", "2018-12-01", "2019-02-28"),
        ("early spring 2018", "2018-03-01", "2018-03-31"),
        ("late summer 2017", "2017-08-01", "2017-08-31"),
        ("the eve of the National Day", "2017-09-30", "2017-09-30"),
        ("the Monday after Easter", "2018-04-02", "2018-04-02"),
        ("the Friday before Christmas", "2017-12-22", "2017-12-22"),
        ("the week after May 7", "2018-05-08", "2018-05-14"),
        ("the weekend after May 7", "2018-05-12", "2018-05-13"),
        ("the first weekend of April", "2018-04-07", "2018-04-08"),
        ("Labor Day weekend 2018", "2018-09-01", "2018-09-03"),
        ("2018Q1", "2018-01-01", "2018-03-31"),
        ("3Q17", "2017-07-01", "2017-09-30"),
        ("H1 2018", "2018-01-01", "2018-06-30"),
        ("the second half of the month", "2018-05-16", "2018-05-31"),
        ("mid-to-late May", "2018-05-11", "2018-05-31"),
        ("end-May", "2018-05-21", "2018-05-31"),
        ("the end of the quarter", "2018-06-01", "2018-06-30"),
        ("from the 3rd to the 5th of May", "2018-05-03", "2018-05-05"),
        ("from now until June", "2018-05-16", "2018-06-30"),
        ("the last decade of the 20th century", "1991-01-01", "2000-12-31"),
        ("the 1950s and 1960s", "1950-01-01", "1969-12-31"),
        ("last century", "1901-01-01", "2000-12-31"),
        ("Thursday (May 3)", "2018-05-03", "2018-05-03"),
        ("May 3 (Thursday)", "2018-05-03", "2018-05-03"),
        ("03.04.2018", "2018-04-03", "2018-04-03"),
        ("the 107th year of Juche", "2018-01-01", "2018-12-31"),
    ],
)
def test_english(words: str, first: str, last: str) -> None:
    assert read(f"Sources say the group spoke of {words}, it seems", "en")[0][1:] == (first, last)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("半年前", "2017-11-01", "2017-11-30"),
        ("两个半月前", "2018-03-01", "2018-03-01"),
        ("半个世纪前", "1968-01-01", "1968-12-31"),
        ("20余年前", "1998-01-01", "1998-12-31"),
        ("十年前的今天", "2008-05-16", "2008-05-16"),
        ("去年今日", "2017-05-16", "2017-05-16"),
        ("近三年来", "2015-05-16", "2018-05-16"),
        ("立夏", "2018-05-05", "2018-05-05"),
        ("前一年", "2017-01-01", "2017-12-31"),
        ("前一个月", "2018-04-01", "2018-04-30"),
        ("元旦次日", "2018-01-02", "2018-01-02"),
        ("国庆节前夕", "2017-09-30", "2017-09-30"),
        ("5月3日起10天", "2018-05-03", "2018-05-12"),
        ("5月最后一天", "2018-05-31", "2018-05-31"),
        ("4月前十天", "2018-04-01", "2018-04-10"),
        ("4月最后一个周末", "2018-04-28", "2018-04-29"),
        ("2017年前三季度", "2017-01-01", "2017-09-30"),
        ("2017年头三个月", "2017-01-01", "2017-03-31"),
        ("4月上半月", "2018-04-01", "2018-04-15"),
        ("4月中下旬", "2018-04-11", "2018-04-30"),
        ("2018年三四月间", "2018-03-01", "2018-04-30"),
        ("上世纪七八十年代", "1970-01-01", "1989-12-31"),
        ("上世纪末", "1967-01-01", "2000-12-31"),
        ("深秋", "2017-11-01", "2017-11-30"),
        ("周四（3日）", "2018-05-03", "2018-05-03"),
        ("正月十五", "2018-03-02", "2018-03-02"),
        ("1978年至今", "1978-01-01", None),
        ("不迟于5月15日", None, "2018-05-15"),
        ("一至四月", "2018-01-01", "2018-04-30"),
        ("一季度末", "2018-03-01", "2018-03-31"),
        ("5月3日凌晨至4日", "2018-05-03", "2018-05-04"),
        ("本周一、周二", "2018-05-14", "2018-05-15"),
        ("从2012年到现在", "2012-01-01", "2018-05-16"),
        ("两三天前", "2018-05-13", "2018-05-13"),
        ("20180503", "2018-05-03", "2018-05-03"),
    ],
)
def test_chinese(words: str, first: str | None, last: str | None) -> None:
    assert read(f"据悉，代表团{words}举行了会议", "zh") == [(words, first, last)]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("この前の日曜日", "2018-05-13", "2018-05-13"),
        ("次の月曜日", "2018-05-21", "2018-05-21"),
        ("翌火曜日", "2018-05-22", "2018-05-22"),
        ("週明け", "2018-05-21", "2018-05-21"),
        ("半世紀前", "1968-01-01", "1968-12-31"),
        ("2か月半前", "2018-03-01", "2018-03-01"),
        ("二十年余り前", "1998-01-01", "1998-12-31"),
        ("ひと月前", "2018-04-01", "2018-04-30"),
        ("しあさって", "2018-05-19", "2018-05-19"),
        ("10年前の今日", "2008-05-16", "2008-05-16"),
        ("メーデーの前日", "2018-04-30", "2018-04-30"),
        ("国慶節の前夜", "2017-09-30", "2017-09-30"),
        ("5月3日から10日間", "2018-05-03", "2018-05-12"),
        ("4月から3か月間", "2018-04-01", "2018-06-30"),
        ("5月最終日", "2018-05-31", "2018-05-31"),
        ("4月の最初の10日間", "2018-04-01", "2018-04-10"),
        ("2017年最後の四半期", "2017-10-01", "2017-12-31"),
        ("4月最後の週末", "2018-04-28", "2018-04-29"),
        ("4月中下旬", "2018-04-11", "2018-04-30"),
        ("今世紀初め", "2001-01-01", "2033-12-31"),
        ("1990年代後半", "1995-01-01", "1999-12-31"),
        ("2015～2018年", "2015-01-01", "2018-12-31"),
        ("H30.5.3", "2018-05-03", "2018-05-03"),
        ("晩秋", "2017-11-01", "2017-11-30"),
        ("2018年海の日", "2018-07-16", "2018-07-16"),
        ("1949年以後", "1949-01-01", None),
        ("昭和40年代後半", "1970-01-01", "1974-12-31"),
        ("1970～80年代", "1970-01-01", "1989-12-31"),
        ("2、3日前", "2018-05-13", "2018-05-13"),
        ("一週間前の金曜日", "2018-05-11", "2018-05-11"),
        ("4月いっぱい", None, "2018-04-30"),
    ],
)
def test_japanese(words: str, first: str | None, last: str | None) -> None:
    assert read(f"代表団は{words}会談した。", "ja") == [(words, first, last)]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("다다음 달", "2018-07-01", "2018-07-31"),
        ("지난 주말", "2018-05-12", "2018-05-13"),
        ("지난가을", "2017-09-01", "2017-11-30"),
        ("올 초", "2018-01-01", "2018-04-30"),
        ("1년 반 전", "2016-11-01", "2016-11-30"),
        ("반세기 전", "1968-01-01", "1968-12-31"),
        ("십여 년 전", "2008-01-01", "2008-12-31"),
        ("10년 전 오늘", "2008-05-16", "2008-05-16"),
        ("노동절 전날", "2018-04-30", "2018-04-30"),
        ("국경절 전야", "2017-09-30", "2017-09-30"),
        ("5월 3일부터 열흘간", "2018-05-03", "2018-05-12"),
        ("4월 마지막 날", "2018-04-30", "2018-04-30"),
        ("4월 첫 열흘", "2018-04-01", "2018-04-10"),
        ("2017년 마지막 석 달", "2017-10-01", "2017-12-31"),
        ("4월 마지막 주말", "2018-04-28", "2018-04-29"),
        ("4월 중하순", "2018-04-11", "2018-04-30"),
        ("1990년대 후반", "1995-01-01", "1999-12-31"),
        ("70~80년대", "1970-01-01", "1989-12-31"),
        ("지난 세기 90년대", "1990-01-01", "1999-12-31"),
        ("지난 5년", "2013-05-16", "2018-05-16"),
        ("목요일(3일)", "2018-05-03", "2018-05-03"),
        ("2017년 12월말까지", None, "2017-12-31"),
        ("5월 15일 전까지", None, "2018-05-14"),
        ("3·1절", "2018-03-01", "2018-03-01"),
        ("지난주 말", "2018-05-12", "2018-05-13"),
        ("지난 3~5일", "2018-05-03", "2018-05-05"),
        ("두세 달 전", "2018-02-01", "2018-02-28"),
        ("18.4.1", "2018-04-01", "2018-04-01"),
        ("1분기 말", "2018-03-01", "2018-03-31"),
    ],
)
def test_korean(words: str, first: str | None, last: str | None) -> None:
    assert read(f"대표단은 {words} 회담을 했다.", "ko") == [(words, first, last)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The talks resume in the coming weeks.", "en"),
        ("The dam was completed in three years.", "en"),
        ("The lists are up to date.", "en"),
        ("その日本人は次の日本代表だ。", "ja"),
        ("Cold noodles are eaten in summer.", "en"),
        ("任务提前一年完成，是任期的最后一年。", "zh"),
        ("补贴提高到2035亿元。", "zh"),
        ("Two missiles were fired within a week.", "en"),
        ("一周内两次试射引起关注。", "zh"),
        ("科考船“新海研1号”返航。", "zh"),
        ("夏粮收购顺利，秋季大祭的供品不多。", "zh"),
        ("旅行的最后一天很冷。", "zh"),
        ("假期进入最后一周。", "zh"),
        ("体育馆成立冬泳队。", "zh"),
        ("我们注意到目前水位正常。", "zh"),
        ("联合国2030年可持续发展目标的落实。", "zh"),
        ("冷战后30多年来局势未变。", "zh"),
        ("3日目の空は青い。", "ja"),
        ("創業150年の店で買う。", "ja"),
        ("창립 150년의 역사가 깊다.", "ko"),
    ],
)
def test_what_is_no_time_in_particular_gives_no_day(text: str, lang: str) -> None:
    assert [t for t in read(text, lang) if t[1:] != (None, None)] == []


@pytest.mark.parametrize(
    ("text", "lang", "span"),
    [
        ("农历九月初九登高。", "zh", "农历九月初九"),
        ("旧暦の三月一日に祭る。", "ja", "旧暦の三月一日"),
        ("음력 4월 8일", "ko", "음력 4월 8일"),
    ],
)
def test_a_lunar_date_without_a_table_is_unresolved(text: str, lang: str, span: str) -> None:
    assert read(text, lang) == [(span, None, None)]


@pytest.mark.parametrize(
    ("text", "lang", "first"),
    [
        ("商务部周末发布了通知。", "zh", "2021-01-09"),
        ("商务部将于周末发布通知。", "zh", "2021-01-16"),
        ("The ministry published a notice at the weekend.", "en", "2021-01-09"),
        ("The ministry will publish a notice at the weekend.", "en", "2021-01-16"),
    ],
)
def test_a_weekend_by_itself_lies_where_the_tense_looks(text: str, lang: str, first: str) -> None:
    (found,) = languages.times(text, lang, "2021-01-11")  # a Monday
    assert found.first is not None
    assert found.first.isoformat() == first


def test_a_month_behind_a_named_year_stays_in_it_where_the_clause_looks_back() -> None:
    text = "지난해에 우리 인민은 큰 성과를 거두었습니다. 4월에 대표자회의가 열렸습니다."
    found = languages.times(text, "ko", "1949-01-01")
    assert [str(t.first) for t in found] == ["1948-01-01", "1948-04-01"]


def test_a_word_means_what_its_class_says() -> None:
    halves = [("1990년대 후반", "1995-01-01"), ("5월 후반", "2018-05-16"), ("이번 주 후반", "2018-05-17")]
    for words, first in halves:
        assert read(f"대표단은 {words}에 회담을 했다.", "ko")[0][1] == first


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("before the end of the year", None, "2018-12-31"),
        ("no earlier than June 1", "2018-06-01", None),
        ("up to and including May 3", None, "2018-05-03"),
        ("pre-2010", None, "2009-12-31"),
        ("the three months to June", "2018-04-01", "2018-06-30"),
        ("the year ended March 31", "2017-04-01", "2018-03-31"),
        ("May/June 2018", "2018-05-01", "2018-06-30"),
        ("Friday morning, May 4", "2018-05-04", "2018-05-04"),
        ("the 18th and 19th centuries", "1701-01-01", "1900-12-31"),
        ("the past two decades", "1998-05-16", "2018-05-16"),
        ("next week between Tuesday and Thursday", "2018-05-22", "2018-05-24"),
        ("three quarters ago", "2017-07-01", "2017-09-30"),
        ("quarter to date", "2018-04-01", "2018-05-16"),
        ("yesterday's", "2018-05-15", "2018-05-15"),
    ],
)
def test_english_as_it_stands_in_reports(words: str, first: str | None, last: str | None) -> None:
    assert read(f"Sources spoke of {words} talks", "en")[0][1:] == (first, last)


def test_in_ten_years_china_is_a_word_of_its_own() -> None:
    assert read("近十年中国进口上升。", "zh") == [("近十年", "2008-05-16", "2018-05-16")]


def test_jiang_before_an_object_does_not_look_ahead() -> None:
    assert read("商务部周二正式将三家公司列入清单。", "zh") == [("周二", "2018-05-15", "2018-05-15")]


@pytest.mark.parametrize(
    "text",
    [
        "Exports rose by 4.5 points.",
        "The area of 1500 hectares burned.",
        "A team of 1200 soldiers left.",
        "It won 4-2 on points.",
    ],
)
def test_figures_behind_a_preposition_are_no_dates(text: str) -> None:
    assert read(text, "en") == []


def test_a_year_behind_a_preposition_is_one() -> None:
    assert read("In 1882 the treaty was signed; in 2018 talks resumed.", "en") == [
        ("1882", "1882-01-01", "1882-12-31"),
        ("2018", "2018-01-01", "2018-12-31"),
    ]


def test_by_before_what_a_day_owns_sets_no_bound() -> None:
    assert read("They were alarmed by yesterday's attack.", "en") == [("yesterday", "2018-05-15", "2018-05-15")]
    assert read("They will report by yesterday.", "en") == [("by yesterday", None, "2018-05-15")]


def test_a_bare_day_behind_a_named_year_is_not_its_january() -> None:
    text = "2017年贸易额上升。记者：据报道，21日，部长发表声明称，前景良好。"
    assert read(text, "zh")[1] == ("21日", "2018-04-21", "2018-04-21")


def test_season_words_that_only_describe_are_no_times() -> None:
    assert read("여름철과 겨울철 생산대책을 세웠다.", "ko") == []


def test_in_so_many_weeks_looks_ahead() -> None:
    assert read("They will meet in about three weeks.", "en") == [("in about three weeks", "2018-06-06", "2018-06-06")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("今年最後の日中会談が開かれた。", "ja"),
        ("今年最初の日本映画だ。", "ja"),
        ("올해 첫 일본 방문이었다.", "ko"),
        ("올해 첫 주한 대사였다.", "ko"),
    ],
)
def test_a_first_or_last_of_another_word_leaves_the_year(text: str, lang: str) -> None:
    assert read(text, lang)[0][1:] == ("2018-01-01", "2018-12-31")
