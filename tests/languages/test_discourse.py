"""Times that hang on tense, publication and what was told: sentences of our own, days worked out from a calendar."""

import pytest

from dragoman import languages


def days(text: str, lang: str, published: str | None) -> list[str]:
    def side(day: object) -> str:
        return ".." if day is None else str(day)[5:] if str(day)[:4] == (published or "")[:4] else str(day)

    return [
        side(t.first) if t.first == t.last else f"{side(t.first)}/{side(t.last)}"
        for t in languages.times(text, lang, published)
    ]


@pytest.mark.parametrize(
    ("lang", "text", "published", "day"),
    [
        ("zh", "中国商务部3月23日宣布，将对美国采取反制措施。", "2018-03-24", "03-23"),
        ("zh", "会议12月3日闭幕，双方将再次磋商。", "2018-12-04", "12-03"),
        ("ja", "マレーシア政府は7月5日、共同訓練の中止を発表した。", "2018-07-06", "07-05"),
        ("ja", "政府は7月5日、訓練を行う予定はないと発表した。", "2018-07-06", "07-05"),
        ("ko", "정부는 7월 5일 훈련을 하지 않겠다고 발표했다.", "2018-07-06", "07-05"),
        ("en", "Beijing announced on March 23 that it will take countermeasures.", "2018-03-24", "03-23"),
    ],
)
def test_the_day_of_an_announcement_is_past_although_what_it_announces_is_not(
    lang: str, text: str, published: str, day: str
) -> None:
    assert days(text, lang, published)[0] == day


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The governors agreed to hold talks on 4 April."),
        ("zh", "双方商定4月4日举行会谈。"),
        ("ja", "双方は4日後の会談を4月4日に開くことで合意した。"),
        ("ko", "양측은 회담을 4월 4일에 열기로 합의했다."),
    ],
)
def test_what_was_agreed_lies_ahead_although_the_agreement_does_not(lang: str, text: str) -> None:
    assert days(text, lang, "2018-03-30")[-1] == "04-04"


def test_a_range_may_end_on_the_day_of_publication() -> None:
    assert days("China announced measures on June 15-16.", "en", "2018-06-16") == ["06-15/06-16"]
    assert days("6月15日至16日，双方举行了会谈。", "zh", "2018-06-16") == ["06-15/06-16"]


@pytest.mark.parametrize("lang", languages.LANGUAGES)
def test_a_date_of_the_last_fortnight_never_leaps_a_year(lang: str) -> None:
    text = {
        "en": "On May {d} it will be, they will say.",
        "zh": "5月{d}日，将拟计划。",
        "ja": "5月{d}日に予定する。",
        "ko": "5월 {d}일 예정이다.",
    }[lang]
    for day in range(1, 15):
        assert days(text.format(d=day), lang, "2018-05-14") == [f"05-{day:02d}"]


@pytest.mark.parametrize(
    ("lang", "text", "same"),
    [
        ("zh", "3月20日，两国发表声明。上一次会谈于2017年11月9日举行。同日，外长通了电话。", "03-20"),
        ("ja", "政府は3月20日に声明を出した。期限は3月10日に改められ、文書は同日、大使館に届いた。", "03-20"),
        ("ko", "정부는 3월 20일 성명을 냈다. 회담은 4월 27일 열린다. 대변인은 같은 날 배경을 설명했다.", "03-20"),
        ("en", "They spoke on 20 March. A summit will open on 27 April. The minister resigned the same day.", "03-20"),
    ],
)
def test_the_same_day_is_that_of_the_last_event_not_of_background_or_plans(lang: str, text: str, same: str) -> None:
    assert days(text, lang, "2018-03-25")[-1] == same


@pytest.mark.parametrize(
    ("lang", "text", "last"),
    [
        ("en", "The summit was held on June 9 and 10. On the final day, India declined.", "06-10"),
        ("en", "Kim was there from May 7 to 8. On the second day they dined.", "05-08"),
        ("zh", "峰会6月9日至10日举行。会议最后一天，印度拒绝签署。", "06-10"),
        ("ja", "首脳会議は6月9日から10日まで開かれた。最終日、インドは署名を拒んだ。", "06-10"),
        ("ko", "정상회담이 6월 9~10일 열렸다. 첫날 만찬이 있었다.", "06-09"),
        ("en", "They met on May 3. It closes on the last day of May.", "05-31"),
    ],
)
def test_the_first_or_last_day_is_that_of_what_was_told(lang: str, text: str, last: str) -> None:
    assert days(text, lang, "2018-07-18")[-1] == last


def test_the_next_day_of_a_plan_is_in_the_plan() -> None:
    assert days("The envoy will arrive on June 12. Talks will begin the next day.", "en", "2018-06-01") == [
        "06-12", "06-13",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "They recalled the June 15 joint declaration."),
        ("ja", "6·15共同宣言を記念した。"),
        ("ko", "6.15공동선언을 기념했다."),
        ("zh", "双方重申落实九月平壤共同宣言。"),
    ],
)
def test_a_date_that_is_a_name_gets_no_day(lang: str, text: str) -> None:
    assert all(t.first is t.last is None for t in languages.times(text, lang, "2018-06-16"))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "They met in May 2018. The month before, envoys had talked.", ["05-01/05-31", "04-01/04-30"]),
        ("zh", "7-9月出口增长。", ["07-01/09-30"]),
        ("ja", "2018～19年に揺れた。", ["01-01/2019-12-31"]),
        ("ja", "2018年度第1四半期の決算。", ["04-01/06-30"]),
        ("en", "the U.S. fiscal year 2018", ["2017-10-01/09-30"]),
        ("en", "in fiscal 2018 it rose", ["../.."]),
        ("ko", "지난 9일 만났다.", ["10-09"]),
        ("ko", "오는 9일 만난다.", ["11-09"]),
        ("ja", "来たる9日に会う。", ["11-09"]),
        ("zh", "清明节举行了仪式。", ["04-05"]),
        ("ja", "7日に着き、翌8日に会談した。", ["10-07", "10-08"]),
        ("en", "They met on Thursday and Friday.", ["10-11/10-12"]),
        ("en", "It was signed on 1 May, Heisei 30.", ["05-01"]),
        ("zh", "企业须在10月31日前提出申请。", ["../10-31"]),
        ("ko", "10월 31일까지 신청해야 한다.", ["../10-31"]),
        ("ja", "10月31日から実施する。", ["10-31/.."]),
        ("en", "They met on 2 October. The following Monday they met again.", ["10-02", "10-08"]),
        ("en", "They met on 2 April. Half a year later they met again.", ["04-02", "10-01/10-31"]),
        ("zh", "2018年4月2日会面，半年后再次会面。", ["04-02", "10-01/10-31"]),
        ("ja", "2日に始まり、3日目に終わった。", ["10-02", "10-04"]),
        ("ko", "2일 만났다. 그 다음 주 다시 만났다.", ["10-02", "10-08/10-14"]),
        ("ko", "단기 4351년 3월 1일", ["03-01"]),
        ("ko", "주체107(2018)년 3월 1일", ["03-01"]),
        ("ja", "平成30年（2018年）3月1日", ["03-01"]),
        ("zh", "今年前6个月出口增长。", ["01-01/06-30"]),
    ],
)
def test_forms_of_official_texts_are_read(lang: str, text: str, expected: list[str]) -> None:
    found = days(text, lang, "2018-10-16")
    assert [day if day != ".." else "../.." for day in found] == expected


@pytest.mark.parametrize(
    ("lang", "text", "roles"),
    [
        ("en", "BEIJING, May 9 (Xinhua) -- Talks ended on Tuesday.", ["dateline", "event"]),
        ("zh", "新华社北京5月9日电 会谈昨天结束。", ["dateline", "event"]),
        ("ja", "（北京 9日 連合）会談は8日に終わった。", ["dateline", "event"]),
        ("ja", "【平壌 6月1日】代表団が到着した。", ["dateline"]),
        ("ko", "(평양 6월 1일발 조선중앙통신) 대표단이 도착했다.", ["dateline"]),
        ("en", "In a report dated 7 May the chamber wrote. Accessed on 9 May 2018.", ["publication", "access"]),
        ("en", "Beijing announced on May 4 tariffs to take effect on July 6.", ["event", "effect"]),
        ("zh", "自7月6日起施行。访问日期：2018年5月8日。", ["effect", "access"]),
        ("ja", "7月6日から施行する。5月7日付の報告書。", ["effect", "publication"]),
        ("ko", "7월 6일부터 시행한다. 검색일: 2018년 5월 8일.", ["effect", "access"]),
    ],
)
def test_publication_access_effect_and_datelines_are_kept_apart(lang: str, text: str, roles: list[str]) -> None:
    assert [t.role for t in languages.times(text, lang, "2018-05-09")] == roles


def test_a_dateline_with_its_year_stands_for_the_publication() -> None:
    (line, told) = languages.times("BEIJING, May 9, 2018 (Xinhua) -- Talks ended on Tuesday.", "en")
    assert (line.role, str(told.first), told.basis) == ("dateline", "2018-05-08", "relative to publication")


@pytest.mark.parametrize(
    ("lang", "piece"),
    [
        ("en", "on May 3 they met; two days later, "),
        ("zh", "3日，将于次日会谈。"),
        ("ja", "3月5日に、翌日"),
        ("ko", "3일 만난다. 이튿날 "),
    ],
)
def test_a_long_text_is_read_like_its_beginning(lang: str, piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.languages import grammar, resolver

    text = piece * 1500
    remembered = languages.times(text, lang, "2018-03-28")
    monkeypatch.setattr(grammar, "_PATIENCE", 10**9)
    monkeypatch.setattr(resolver, "_PATIENCE", 10**9)
    assert remembered == languages.times(text, lang, "2018-03-28")
    assert len(remembered) >= 1500


@pytest.mark.parametrize(
    ("text", "published", "last"),
    [
        ("2019 was a year of stalemate. Kim came from January 7 to 10. Kim and Trump met in Hanoi on February 27.",
         "2020-02-01", "2019-02-27"),
        ("2017年，两国关系恶化。4月30日，报纸发表文章。", "2018-07-18", "2017-04-30"),
        ("The talks of November 14, 2022 lasted three hours.\n\nNorth Korea fired a missile on November 18.",
         "2023-10-01", "2022-11-18"),
        ("In 2017 exports rose.\n\nThe ministry met on April 30.", "2018-07-18", "04-30"),
        ("The talks of November 14, 2022 lasted three hours.\n\nThey will meet again on November 18.",
         "2023-10-01", "11-18"),
    ],
)  # fmt: skip
def test_a_text_that_looks_far_back_goes_on_from_there(text: str, published: str, last: str) -> None:
    assert days(text, "zh" if "年" in text else "en", published)[-1] == last


@pytest.mark.parametrize(
    ("lang", "text", "between"),
    [
        ("en", "He met Xi on May 7. Less than a week earlier, a delegation had come.", "04-30/05-06"),
        ("en", "They met on May 7. Less than two weeks later they met again.", "05-08/05-21"),
        ("zh", "双方5月7日会晤。不到两周后，双方再次会晤。", "05-08/05-21"),
        ("zh", "双方5月7日会晤。不到一周前，代表团访问北京。", "04-30/05-06"),
    ],
)
def test_less_than_a_week_is_the_days_between(lang: str, text: str, between: str) -> None:
    assert days(text, lang, "2018-07-18")[-1] == between
