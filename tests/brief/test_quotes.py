"""A quote is found where it stands, and its nearest place is told where it does not."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.brief.quotes import describe, nearest, places


@given(st.text("会晤ab", max_size=40), st.text("会晤ab", min_size=1, max_size=3))
def test_every_place_is_found(text: str, quote: str):
    assert list(places(text, quote)) == [i for i in range(len(text)) if text[i : i + len(quote)] == quote]


def test_an_empty_quote_stands_nowhere():
    assert places("会晤", "") == ()


def test_the_nearest_place_names_the_characters_that_differ():
    near = nearest("双方商定，两国元首在大连举行会晤，气氛友好。", "两国元首在大连举行会见")
    assert near is not None
    assert (near.start, near.text) == (5, "两国元首在大连举行会晤")
    assert describe(near) == 'nearest, at character 5: "两国元首在大连举行会晤"; differs: "见" is "晤" in the source'


def test_characters_that_look_alike_are_named():
    near = nearest("about $50 billion, he said", "about $50\u00a0billion")
    assert near is not None
    assert describe(near).endswith("differs: NO-BREAK SPACE is SPACE in the source")


def test_nothing_alike_is_nothing():
    assert nearest("完全不同的文字", "Kim visited Dalian") is None
    assert nearest("", "会晤") is None


@given(st.text("金正恩访问大连ab ", min_size=8, max_size=60), st.data())
def test_a_quote_that_stands_is_its_own_nearest_place(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text) - 4))
    quote = text[start : start + 4]
    near = nearest(text, quote)
    assert near is not None
    assert near.text == quote
    assert near.differences == ()
