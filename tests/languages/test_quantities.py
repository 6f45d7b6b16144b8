"""Quantities: expected values by hand."""

import pytest

from dragoman import languages


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "a tariff of 25% on goods", ("percent", 25, 25, "%", None, False)),
        ("en", "worth about $50 billion", ("money", 5e10, 5e10, None, "USD", True)),
        ("en", "on 1,102 items", ("count", 1102, 1102, "items", None, False)),
        ("en", "at least 34 vessels", ("count", 34, None, "vessels", None, False)),
        ("en", "more than two hundred and six", ("number", 206, None, None, None, False)),
        ("zh", "约500亿美元", ("money", 5e10, 5e10, None, "USD", True)),
        ("zh", "818项商品", ("count", 818, 818, "项", None, False)),
        ("zh", "逾五千四百六十二万人", ("count", 54620000, None, "人", None, False)),
        ("zh", "增长百分之六点五", ("percent", 6.5, 6.5, "%", None, False)),
        ("zh", "￥300", ("money", 300, 300, None, "CNY", False)),
        ("ja", "5兆5千億円", ("money", 5.5e12, 5.5e12, None, "JPY", False)),
        ("ja", "¥300", ("money", 300, 300, None, "JPY", False)),
        ("ja", "340億ドル以上", ("money", 3.4e10, None, None, "USD", False)),
        ("ja", "2か国が参加", ("count", 2, 2, "か国", None, False)),
        ("ja", "3割8分7厘", ("percent", 38.7, 38.7, "%", None, False)),
        ("ko", "3억 달러", ("money", 3e8, 3e8, None, "USD", False)),
        ("ko", "세 차례 회담", ("count", 3, 3, "차례", None, False)),
        ("ko", "약 2억 4천 7백만 달러", ("money", 2.47e8, 2.47e8, None, "USD", True)),
        ("ko", "20퍼센트 미만", ("percent", None, 20, "%", None, False)),
        ("ko", "제19차 대회", ("ordinal", 19, 19, None, None, False)),
    ],
)
def test_a_quantity_has_its_value_bounds_and_unit(lang: str, text: str, expected: tuple[object, ...]) -> None:
    (found,) = languages.quantities(text, lang)
    assert (found.kind, found.low, found.high, found.unit, found.currency, found.approximate) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [("zh", "2018年5月7日在大连"), ("en", "on 7 May 2018 in Dalian"), ("ja", "平成30年5月7日"), ("ko", "5월 7일 다롄")],
)
def test_the_numbers_of_a_date_are_no_quantities(lang: str, text: str) -> None:
    assert languages.quantities(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "five eighths, one and a half", [0.625, 1.5]),
        ("en", "twenty-one trillion and three hundred", [21000000000300]),
        ("zh", "一百二十五分之一，三又五分之二", [0.008, 3.4]),
        ("zh", "一万三，两千三百五", [13000, 2350]),
        ("ja", "一万三、2の10乗", [10003, 1024]),
        ("ko", "이십오분의 이십, 쉰두 살", [0.8, 52]),
    ],
)
def test_numerals_are_worth_what_they_say(lang: str, text: str, values: list[float]) -> None:
    assert [n.low for n in languages.numbers(text, lang)] == pytest.approx(values)
