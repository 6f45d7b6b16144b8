"""Impossible dates are unresolved; no text raises; spans are exact."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import languages

PIECES = st.sampled_from(
    [
     "3月25日", "至", "28日", "2018年", "May ", "7-8", ", 2018", "同日", "翌日", "다음 ", "주 ",
     "금요일", "平成", "30年",
     "一", "百万", "%", "$",
     "50 billion", "three ", "days ", "later", "分之", "第", "円", "元", " ",
     "\n", "年", "월", "일", "1", "/", "-", ".", "“", "”", "。", "U.S. ", "\ud83d"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))
LANGS = st.sampled_from(languages.LANGUAGES)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It was signed on February 30, 2018."),
        ("en", "On 2/29/2019 nothing happened."),
        ("zh", "2018年2月30日"),
        ("zh", "2018年13月5日"),
        ("ja", "平成99年"),
        ("zh", "123456789年5月7日"),
        ("ko", "2018년 2월 31일"),
    ],
)
def test_an_impossible_date_is_unresolved(lang: str, text: str) -> None:
    (found,) = languages.times(text, lang, "2018-03-28")
    assert (found.first, found.last, found.precision, found.basis) == (None, None, "unresolved", "unresolved")


@given(TEXTS, LANGS)
@settings(max_examples=300, deadline=None)
def test_times_have_exact_spans_in_order_without_overlap(text: str, lang: str) -> None:
    end = 0
    for found in languages.times(text, lang, "2018-03-28"):
        assert text[found.start : found.end] == found.text
        assert end <= found.start < found.end
        assert found.first is None or found.last is None or found.first <= found.last
        end = found.end


@given(TEXTS, LANGS)
@settings(max_examples=300, deadline=None)
def test_quantities_and_numbers_have_exact_spans_in_order(text: str, lang: str) -> None:
    for read in (languages.quantities, languages.numbers):
        end = 0
        for found in read(text, lang):
            assert text[found.start : found.end] == found.text
            assert end <= found.start < found.end
            assert found.low is None or found.high is None or found.low <= found.high
            end = found.end


@given(TEXTS, LANGS)
@settings(max_examples=300, deadline=None)
def test_sentences_have_exact_spans_and_lose_no_letter(text: str, lang: str) -> None:
    found = languages.sentences(text, lang)
    assert all(text[s.start : s.end] == s.text == s.text.strip() for s in found)
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())


@given(TEXTS, LANGS)
@settings(max_examples=100, deadline=None)
def test_no_time_holds_a_quantity(text: str, lang: str) -> None:
    spans = [(t.start, t.end) for t in languages.times(text, lang, "2018-03-28")]
    for quantity in languages.quantities(text, lang):
        assert all(quantity.end <= start or end <= quantity.start for start, end in spans)


@pytest.mark.parametrize("piece", ["1", "年月日", "一", "万", "1/", "1,000,", "the ", "one hundred and ", "3월 "])
@pytest.mark.parametrize("lang", languages.LANGUAGES)
def test_twenty_thousand_characters_of_noise_are_read(piece: str, lang: str) -> None:
    text = piece * (20_000 // len(piece))
    for found in (*languages.times(text, lang, "2018-03-28"), *languages.quantities(text, lang)):
        assert text[found.start : found.end] == found.text


def test_a_wrong_language_or_day_says_what_to_write() -> None:
    with pytest.raises(ValueError, match="must be one of en, zh, ja, ko"):
        languages.times("", "fr")
    with pytest.raises(ValueError, match="write a day as 2018-03-28"):
        languages.times("", "en", "soon")
