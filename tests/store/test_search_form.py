"""The search form and its way back to the text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dragoman.store import search_form

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
MIXED = st.text(st.sampled_from("中國国会晤ＡａßİﬁｶﾞががΣσ각ᄀ각é🇨🇳①㈱\u200f\r\n 3,．"), max_size=30)


def test_width_case_and_traditional_shape_do_not_matter():
    assert search_form("ＴＲＵＭＰ 總統").text == search_form("Trump 总统").text


def test_japanese_and_korean_shapes_are_joined_across_characters():
    decomposed = unicodedata.normalize("NFD", "각국 がいむ")
    assert search_form(decomposed).text == search_form("각국 がいむ").text


@given(ANY_TEXT | MIXED)
def test_every_place_of_the_form_leads_to_characters_that_fold_to_it(text):
    form = search_form(text)
    for place in range(len(form.text)):
        start, end = form.original(place, place + 1)
        assert 0 <= start < end <= len(text)
        assert form.text[place] in search_form(text[start:end]).text


@given(ANY_TEXT | MIXED)
def test_the_form_is_that_of_the_whole_text_normalised(text):
    again = search_form(unicodedata.normalize("NFC", text)).text
    assert unicodedata.normalize("NFKC", search_form(text).text) == unicodedata.normalize("NFKC", again)


@given(ANY_TEXT | MIXED)
def test_spans_go_forward(text):
    form = search_form(text)
    spans = [form.original(place, place + 1) for place in range(len(form.text))]
    assert spans == sorted(spans)
