"""The grammar engine: nothing is lost by reading only near a core, and every named day is known."""

from collections.abc import Iterator

import pytest

from dragoman import languages
from dragoman.languages.festivals import easter, festival_day
from dragoman.languages.grammar import Grammar, grammar, load_data

PHRASES = {
    "en": "the second Wednesday of October 2014, within 5 years 1 month 12 days, early in the nineties, "
    "week 31, Q3 2016, three days after Easter, between the middle of March and the end of September, "
    "the day before yesterday, eoy",
    "zh": "十月的第一个星期一，近三年，二十世纪八十年代，上上个周末，大后天，年底，"
    "截至目前为止，康熙三年五月，本季度，5天前",
    "ja": "先週の金曜日から、向こう3か月、再来週、きょう、平成三十年十二月、第3四半期、年末、"
    "（火）、にがつ、おととい、1か月と21日前",
    "ko": "이번 달 첫 번째 금요일, 사흘 뒤, 지난 3주 동안, 오월 이십일일, 올여름, 다음분기, 엊그제, 향후 5년간, 70년대",
}


@pytest.mark.parametrize("lang", languages.LANGUAGES)
def test_reading_near_cores_finds_what_reading_everywhere_finds(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = grammar(lang)
    folded = rules.fold(PHRASES[lang])
    near = rules.scan(folded)

    def everywhere(_: Grammar, text: str) -> Iterator[tuple[int, int]]:
        yield 0, len(text)

    monkeypatch.setattr(Grammar, "_windows", everywhere)
    assert near == rules.scan(folded)
    assert len(near) >= 9


@pytest.mark.parametrize("lang", languages.LANGUAGES)
def test_every_named_day_of_a_grammar_is_known_and_read_as_one(lang: str) -> None:
    known = load_data("festivals")["festivals"]
    for word, name in grammar(lang).words["festival"].items():
        assert name in known
        (found,) = languages.times(word, lang, "2018-03-28")
        assert (found.text.lower(), found.precision) == (word, "day")


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2018, 4, 1), (2019, 4, 21), (2038, 4, 25)]
)
def test_easter_falls_where_the_church_tables_put_it(year: int, month: int, day: int) -> None:
    assert (easter(year).month, easter(year).day) == (month, day)


def test_a_table_that_does_not_reach_a_year_says_so() -> None:
    assert festival_day("lunar new year", 1850) is None


@pytest.mark.parametrize("lang", languages.LANGUAGES)
def test_folding_keeps_every_offset(lang: str) -> None:
    text = "２０１８年５月７日　İstanbul ßẞ 個號禮 MAY ¥５"
    assert len(grammar(lang).fold(text)) == len(text)
