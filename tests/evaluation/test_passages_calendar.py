"""The gold dates of the passages agree with the calendar: figures, weekdays, eras and offsets, reckoned anew."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

Passage = dict[str, Any]
Time = dict[str, Any]

WEEKDAYS = {
    "en": r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    "zh": r"(?:周|星期)([一二三四五六日])",
    "ja": r"([月火水木金土日])曜|（([月火水木金土日])）",
    "ko": r"([월화수목금토일])요일|\(([월화수목금토일])\)",
}
ORDER = {
    "en": ["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"],
    "zh": list("一二三四五六日"),
    "ja": list("月火水木金土日"),
    "ko": list("월화수목금토일"),
}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
# The year before the first of each era (the tables of the National Diet Library; Minguo and Juche count from 1912).
ERAS = {
    r"明治": 1867,
    r"大正": 1911,
    r"昭和|쇼와": 1925,
    r"平成|Heisei|헤이세이": 1988,
    r"令和|레이와": 2018,
    r"民國|民国|主体|주체|Juche": 1911,
    r"단기": -2333,
}
BY_PUBLICATION = {
    "前天 おととい 一昨日 그저께": -2,
    "昨天 昨日 yesterday 어제": -1,
    "今天 今日 本日 きょう today Today 오늘": 0,
    "明天 明日 あす tomorrow Tomorrow 내일": 1,
    "后天 明後日 모레": 2,
}
BY_DISCOURSE = {
    "同日|当天|当日|the same day|that same day|that day|같은 날|이날|당일": 0,
    "次日|翌日|翌\\d+日|翌十三日|the next day|the following day|The following day|a day after|a day later"
    "|이튿날|다음 날|그 다음 날|하루 뒤": 1,
    "前日|前一天|前一日|the day before|The day before|the previous day|전날|그 전날|하루 전": -1,
    "两天后|翌々日|2日後|その2日後|two days later|Two days later|이틀 뒤": 2,
    "两天前|兩天前|two days before": -2,
    "第三天": 2,  # counted with the first
    "三天后|三日后|三日後|three days later|사흘 뒤": 3,
    "Four days after|나흘 뒤": 4,
    "닷새 뒤|Five days later": 5,
    "五天前|five days earlier": -5,
    "一周后|一週間後|A week later|일주일 뒤": 7,
    "一周前|1週間前|A week earlier|일주일 전": -7,
    "Three weeks earlier": -21,
    "thirty days after": 30,
    "Six weeks later": 42,
}


def figures(text: str) -> list[int]:
    """The numbers of a text in reading order, with Chinese numerals up to 99 and years digit by digit."""
    text = unicodedata.normalize("NFKC", text).replace("廿", "二十").replace("元年", "1年").replace("원년", "1년")
    text = re.sub("(周|星期)[一二三四五六]", "", text)
    value = {sign: number for number, sign in enumerate("〇一二三四五六七八九")}
    found = []
    for run in re.findall(r"\d+|[〇一二三四五六七八九十]+", text):
        if run.isdigit() and run.isascii():
            found.append(int(run))
        elif "十" in run:
            tens, _, units = run.partition("十")
            found.append(value.get(tens, 1) * 10 + value.get(units, 0))
        else:
            found.append(int("".join(str(value[sign]) for sign in run)))
    return found


def times(rows: list[Passage], *kinds: str) -> Iterator[tuple[Passage, Time]]:
    """Resolved times of these kinds (all kinds where none is given)."""
    for passage in rows:
        for time in passage["times"]:
            if time["kind"] != "unresolved" and (not kinds or time["kind"] in kinds):
                yield passage, time


def ends(time: Time) -> list[date]:
    return [date.fromisoformat(day) for day in (time["from"], time["to"]) if day is not None]


def names_its_day(language: str, text: str, day: date) -> bool:
    """Whether the figures and month names that a text writes are those of the day."""
    numbers = figures(text)
    if language == "ko" and "유월" in text:
        return day == date(2018, 6, 12)
    if language != "en":
        return numbers[-1] == day.day and (len(numbers) < 2 or numbers[-2] == day.month)
    month = re.search("|".join(MONTHS), text)
    return day.day in numbers and (month is None or MONTHS.index(month[0]) + 1 == day.month)


def test_a_day_written_in_figures_is_the_day_of_the_gold(everything: list[Passage]) -> None:
    for passage, time in times(everything, "full date", "month-day", "bare day", "dateline", "about"):
        assert names_its_day(passage["lang"], time["text"], ends(time)[0]), (passage["id"], time)


def test_a_year_written_in_figures_is_the_year_of_the_gold(everything: list[Passage]) -> None:
    for passage, time in times(everything, "full date", "range", "open", "month", "year", "part", "season", "quarter"):
        years = [number for number in figures(time["text"]) if number > 1000]
        bounds = {day.year for day in ends(time)}
        assert not years or years[0] == min(bounds), (passage["id"], time)


def test_a_range_begins_and_ends_on_the_days_that_it_writes(everything: list[Passage]) -> None:
    for passage, time in times(everything, "range"):
        numbers = [number for number in figures(time["text"]) if number <= 31]
        first, last = ends(time)
        if time["precision"] == "range" and len(numbers) >= 2 and re.search(r"日|일|[a-z] \d|\d [A-Z]", time["text"]):
            assert {first.day, last.day} <= set(numbers), (passage["id"], time)


def test_weekdays_named_are_those_of_the_calendar(everything: list[Passage]) -> None:
    seen = 0
    for passage, time in times(everything):
        pattern, order = WEEKDAYS[passage["lang"]], ORDER[passage["lang"]]
        named = [order.index(next(filter(None, match.groups()))) for match in re.finditer(pattern, time["text"])]
        if named:
            days = [day.weekday() for day in ends(time)]
            assert days == named if len(named) == 2 else set(days) == set(named), (passage["id"], time)
            seen += 1
    assert seen > 60


def test_weekdays_stay_within_a_fortnight_of_publication(everything: list[Passage]) -> None:
    for passage, time in times(everything, "weekday"):
        published = date.fromisoformat(passage["published"])
        assert abs((ends(time)[0] - published).days) <= 13, (passage["id"], time)


def test_last_and_next_week_are_the_calendar_weeks_beside_that_of_publication(everything: list[Passage]) -> None:
    words = {-1: r"上周|先週|지난주", 0: r"本周|今週|이번 주|this ", 1: r"下周|来週|다음 주"}
    for passage, time in times(everything, "weekday"):
        published = date.fromisoformat(passage["published"])
        monday = published - timedelta(published.weekday())
        for step, pattern in words.items():
            if re.search(pattern, time["text"]):
                assert 0 <= (ends(time)[0] - monday).days - 7 * step <= 6, (passage["id"], time)


def test_era_years_are_those_of_the_tables(everything: list[Passage]) -> None:
    for passage, time in times(everything, "era"):
        matches = [(match, base) for era, base in ERAS.items() if (match := re.search(era, time["text"]))]
        assert len(matches) == 1, (passage["id"], time)
        match, base = matches[0]
        assert base + figures(time["text"][match.end() :])[0] == ends(time)[0].year, (passage["id"], time)


def test_words_reckoned_from_publication_lie_so_many_days_from_it(everything: list[Passage]) -> None:
    steps = {word: step for words, step in BY_PUBLICATION.items() for word in words.split()}
    for passage, time in times(everything, "relative"):
        if time["text"] in steps:
            day = date.fromisoformat(passage["published"]) + timedelta(steps[time["text"]])
            assert ends(time)[0] == day, (passage["id"], time)


def test_words_reckoned_from_the_text_lie_so_many_days_from_a_day_told_before(everything: list[Passage]) -> None:
    for passage in everything:
        told = [date.fromisoformat(passage["published"])] if passage["published"] else []
        for time in passage["times"]:
            if time["kind"] in {"anaphora", "offset"} and time["precision"] == "day" and not is_compound(time["text"]):
                step = next(step for words, step in BY_DISCOURSE.items() if re.fullmatch(words, time["text"]))
                assert ends(time)[0] - timedelta(step) in told, (passage["id"], time)
            told += ends(time)


def is_compound(text: str) -> bool:
    """Whether a reference back also writes a month or a day of its own ("同年10月25日", "the following Monday")."""
    return bool(re.search(r"月|달|해 |[일십]월|Monday|\d월|同月|그달", text)) and text != "그 다음 날"


def test_references_back_that_write_figures_end_on_the_day_or_month_they_write(everything: list[Passage]) -> None:
    for passage, time in times(everything, "anaphora", "relative"):
        numbers = [number for number in figures(time["text"]) if number <= 31]
        if any(re.fullmatch(words, time["text"]) for words in [*BY_DISCOURSE, "一昨日"]):
            continue
        if numbers and passage["lang"] != "en" and re.search(r"[日일]", time["text"]) and time["precision"] == "day":
            assert numbers[-1] == ends(time)[0].day, (passage["id"], time)
        elif numbers and passage["lang"] != "en" and time["precision"] == "month":
            assert numbers[-1] == ends(time)[0].month, (passage["id"], time)
