"""Parts of a whole, restated amounts, and numbers that count nothing: expected values by hand."""

import math

import pytest

from dragoman import languages


@pytest.mark.parametrize(
    ("lang", "text", "part", "whole"),
    [
        ("en", "tariffs on $34 billion of the $50 billion", "$34 billion", "$50 billion"),
        ("en", "about 818 of the 1,102 items", "818", "1,102"),
        ("en", "It lists 1,102 items, of which 545 items are new.", "545", "1,102"),
        ("zh", "500亿美元中的340亿美元", "340亿美元", "500亿美元"),
        ("zh", "共659项。其中545项先行实施", "545", "659"),
        ("zh", "约500亿美元商品加征25%的关税，其中545项、约340亿美元商品", "340亿美元", "500亿美元"),
        ("ja", "1102品目が対象だ。このうち約818品目は", "818", "1102"),
        ("ja", "500億ドルのうち340億ドル", "340億ドル", "500億ドル"),
        ("ja", "米国は1102品目、中国は659品目とした。前者のうち818品目は", "818", "1102"),
        ("ko", "659개 품목이다. 이 가운데 545개는", "545", "659"),
        ("ko", "500억 달러 중 340억 달러", "340억 달러", "500억 달러"),
    ],
)
def test_a_part_points_to_its_whole_where_the_words_say_so(lang: str, text: str, part: str, whole: str) -> None:
    found = {q.text: q for q in languages.quantities(text, lang)}
    assert found[part].of == found[whole].start == text.index(whole)
    assert [q.text for q in found.values() if q.of is not None] == [part]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "$34 billion and $50 billion"),
        ("zh", "500亿美元和340亿美元"),
        ("zh", "美方500亿美元，中国对340亿美元"),
        ("ja", "500億ドルと340億ドル"),
        ("ko", "500억 달러와 340억 달러"),
    ],
)
def test_two_amounts_side_by_side_are_not_related(lang: str, text: str) -> None:
    assert [(q.of, q.equals) for q in languages.quantities(text, lang)] == [(None, None)] * 2


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "about $50 billion (about ¥5.5 trillion)", [(5e10, "USD"), (5.5e12, "JPY")]),
        ("zh", "500亿美元（约合3200亿元人民币）", [(5e10, "USD"), (3.2e11, "CNY")]),
        ("ja", "約500億ドル（約5兆5000億円）", [(5e10, "USD"), (5.5e12, "JPY")]),
        ("ja", "500億ドル（約5兆2000億〜約6兆3000億円）", [(5e10, "USD"), (5.2e12, "JPY")]),
        ("ko", "500억 달러(약 55조 원)", [(5e10, "USD"), (5.5e13, "KRW")]),
    ],
)
def test_an_amount_in_brackets_restates_the_one_before(lang: str, text: str, values: list[tuple[float, str]]) -> None:
    one, two = languages.quantities(text, lang)
    assert [(q.low, q.currency) for q in (one, two)] == values
    assert (one.equals, two.equals) == (None, one.start)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "一国两制和一带一路"),
        ("zh", "坚持一个中国原则，千万不要"),
        ("zh", "“十个坚持”"),
        ("zh", "三星电子与二十国集团"),
        ("zh", "\n（一）坚持\n一、关于\n第一，坚持"),
        ("zh", "东风-41导弹，歼-20，5G网络"),
        ("ja", "一帯一路と一国二制度"),
        ("ja", "三菱重工と四川省"),
        ("ko", "하나의 중국, 천안함, 화성-15형"),
        ("en", "the Security Council 5 and Article 5 and resolution 2397"),
        ("en", "the G20, an F-16, COVID-19"),
        ("en", "one of them, one another, one China"),
        ("en", "1. First\n2. Second\n(3) Third"),
    ],
)
def test_a_number_that_counts_nothing_is_no_quantity(lang: str, text: str) -> None:
    assert languages.quantities(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "low", "unit"),
    [
        ("zh", "千万人", 1e7, "人"),
        ("zh", "只有一个国家", 1, "个国家"),
        ("zh", "三个项目", 3, "个"),
        ("zh", "历时三个月", 3, "个月"),
        ("en", "the Security Council 5 members", 5, "members"),
        ("en", "34 Chinese fishing vessels", 34, "vessels"),
        ("ko", "1102개 품목", 1102, "개"),
    ],
)
def test_what_looks_like_a_fixed_expression_may_still_count(lang: str, text: str, low: float, unit: str) -> None:
    (found,) = languages.quantities(text, lang)
    assert (found.low, found.unit) == (low, unit)


@pytest.mark.parametrize(
    ("lang", "text", "kind", "low", "unit"),
    [
        ("en", "5.5 percentage points", "percent", 5.5, "point"),
        ("en", "25 basis points", "percent", 25, "basis point"),
        ("zh", "6.5个百分点", "percent", 6.5, "point"),
        ("ja", "0.5ポイント", "percent", 0.5, "point"),
        ("ko", "0.5%포인트", "percent", 0.5, "point"),
        ("en", "the twenty-fifth anniversary", "ordinal", 25, None),
        ("zh", "2397号决议", "ordinal", 2397, None),
        ("zh", "气温是-25度", "number", -25, None),
    ],
)
def test_points_ranks_and_signs(lang: str, text: str, kind: str, low: float, unit: str | None) -> None:
    (found,) = languages.quantities(text, lang)
    assert (found.kind, found.low, found.unit) == (kind, low, unit)


@pytest.mark.parametrize(
    ("lang", "text", "low", "currency"),
    [
        ("zh", "新台币500元", 500, "TWD"),
        ("en", "NT$300", 300, "TWD"),
        ("en", "ten million yuan, or ¥10 million", 1e7, "CNY"),
        ("en", "75 USD million", 7.5e7, "USD"),
        ("ja", "500ウォン", 500, "KRW"),
        ("ko", "3조 5천억 원", 3.5e12, "KRW"),
        ("ko", "20유로", 20, "EUR"),
    ],
)
def test_a_currency_is_told_by_its_language_and_context(lang: str, text: str, low: float, currency: str) -> None:
    assert (low, currency) in [(q.low, q.currency) for q in languages.quantities(text, lang)]


@pytest.mark.parametrize("piece", ["1", "億", "1e", "1,", "일", "一", "1e9 ", "九百万億", "1-", "(", "其中1项"])
@pytest.mark.parametrize("lang", languages.LANGUAGES)
def test_long_noise_has_finite_bounds(lang: str, piece: str) -> None:
    for found in languages.quantities(piece * (10_000 // len(piece)), lang):
        assert all(bound is None or math.isfinite(bound) for bound in (found.low, found.high))
