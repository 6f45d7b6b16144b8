"""Ranges, intervals in one numeral, and bounds: expected values by hand."""

import pytest

from dragoman import languages

RANGES = [
    ("en", "$50 billion to $60 billion", (5e10, 6e10, None, "USD")),
    ("en", "$50-$60 billion", (5e10, 6e10, None, "USD")),
    ("en", "50 to 60 billion dollars", (5e10, 6e10, None, "USD")),
    ("en", "between $50 and $60 billion", (5e10, 6e10, None, "USD")),
    ("en", "between five and six million people", (5e6, 6e6, "people", None)),
    ("en", "between 50 and 60", (50, 60, None, None)),
    ("en", "5-20%", (5, 20, "%", None)),
    ("en", "ranging from 10% to 25%", (10, 25, "%", None)),
    ("en", "US$5-6m", (5e6, 6e6, None, "USD")),
    ("zh", "500亿至600亿美元", (5e10, 6e10, None, "USD")),
    ("zh", "500-600亿美元", (5e10, 6e10, None, "USD")),
    ("zh", "2至3个国家", (2, 3, "个国家", None)),
    ("zh", "5000到1万人", (5000, 10000, "人", None)),
    ("zh", "百分之五至十", (5, 10, "%", None)),
    ("zh", "三至五成", (30, 50, "%", None)),
    ("zh", "介于50和60之间", (50, 60, None, None)),
    ("zh", "从5人到20人不等", (5, 20, "人", None)),
    ("ja", "500億〜600億ドル", (5e10, 6e10, None, "USD")),
    ("ja", "5兆~6兆円", (5e12, 6e12, None, "JPY")),
    ("ja", "5~6兆円", (5e12, 6e12, None, "JPY")),
    ("ja", "2~3か国", (2, 3, "か国", None)),
    ("ja", "2、3人", (2, 3, "人", None)),
    ("ja", "3割から5割", (30, 50, "%", None)),
    ("ko", "5만~6만 명", (5e4, 6e4, "명", None)),
    ("ko", "2~3만 명", (2e4, 3e4, "명", None)),
    ("ko", "5~6조 원", (5e12, 6e12, None, "KRW")),
    ("ko", "5%에서 20%까지", (5, 20, "%", None)),
    ("ko", "50명에서 60명 사이", (50, 60, "명", None)),
]


@pytest.mark.parametrize(("lang", "text", "expected"), RANGES)
def test_a_range_is_one_quantity_and_shares_its_multiplier(
    lang: str, text: str, expected: tuple[float, float, str | None, str | None]
) -> None:
    (found,) = languages.quantities(text, lang)
    assert (found.low, found.high, found.unit, found.currency) == expected


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "tariffs rose from 10% to 25%", [10, 25]),
        ("en", "by a vote of 12-3", [12, 3]),
        ("en", "from 5 million to 600 thousand", [5e6, 6e5]),
        ("zh", "由10%提高到25%", [10, 25]),
        ("ja", "10%から25%に引き上げる", [10, 25]),
        ("ko", "10%에서 25%로 인상", [10, 25]),
    ],
)
def test_a_change_or_a_score_is_two_quantities(lang: str, text: str, values: list[float]) -> None:
    found = languages.quantities(text, lang)
    assert [(q.low, q.high) for q in found] == [(value, value) for value in values]


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("zh", "三四百人", 300, 400),
        ("zh", "十几人", 11, 19),
        ("zh", "几十个国家", 20, 99),
        ("zh", "数百万美元", 2e6, 9999999),
        ("zh", "二、三十人", 20, 30),
        ("ja", "十五六人", 15, 16),
        ("ja", "数十人", 20, 99),
        ("ja", "数百億ドル", 2e10, 99999999999),
        ("ko", "두세 차례", 2, 3),
        ("ko", "한두 명", 1, 2),
        ("ko", "수십 명", 20, 99),
        ("en", "tens of thousands of people", 20000, 99999),
        ("en", "several hundred soldiers", 300, 999),
    ],
)
def test_a_word_for_a_few_is_an_approximate_interval(lang: str, text: str, low: float, high: float) -> None:
    (found,) = languages.quantities(text, lang)
    assert (found.low, found.high, found.approximate) == (low, high, True)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("zh", "逾500亿美元", (5e10, None, False, True)),
        ("zh", "不少于30人", (30, None, False, False)),
        ("zh", "不足5%", (None, 5, False, True)),
        ("zh", "不超过60%", (None, 60, False, False)),
        ("zh", "近3亿人", (3e8, 3e8, True, False)),
        ("zh", "最近5个项目", (5, 5, False, False)),
        ("zh", "条约5项", (5, 5, False, False)),
        ("zh", "一百五十多人", (150, None, False, True)),
        ("zh", "30余万人", (3e5, None, False, True)),
        ("zh", "至少约500人", (500, None, True, False)),
        ("ja", "60人未満", (None, 60, False, True)),
        ("ja", "340億ドル超", (3.4e10, None, False, True)),
        ("ja", "100人余り", (100, None, False, True)),
        ("ja", "およそ5万人", (5e4, 5e4, True, False)),
        ("ko", "20명 미만", (None, 20, False, True)),
        ("ko", "34억 달러가 넘는", (3.4e9, None, False, True)),
        ("ko", "40여만 명", (4e5, None, False, True)),
        ("ko", "조약 5개", (5, 5, False, False)),
        ("ko", "30명 가까이", (30, 30, True, False)),
        ("en", "as many as 50 people", (None, 50, False, False)),
        ("en", "nearly 40 ships", (40, 40, True, False)),
        ("en", "more than 200 people", (200, None, False, True)),
        ("en", "less than 3 percent", (None, 3, False, True)),
        ("en", "at least 50-60 ships", (50, None, False, False)),
    ],
)
def test_the_words_beside_it_set_the_bounds(
    lang: str, text: str, expected: tuple[float | None, float | None, bool, bool]
) -> None:
    (found,) = languages.quantities(text, lang)
    assert (found.low, found.high, found.approximate, found.strict) == expected
