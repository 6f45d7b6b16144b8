"""Every East Asian run is in its language, and no character of a source can act on the page."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.brief.lettering import lettered, runs, shown


@given(st.text(), st.sampled_from(["en", "zh", "ja", "ko"]))
def test_the_runs_are_the_text(text: str, prior: str):
    assert "".join(run for run, _tag in runs(text, prior)) == text


@pytest.mark.parametrize(
    ("text", "prior", "expected"),
    [
        ("人民日报", "en", [("人民日报", "zh-Hans")]),
        ("人民日報", "zh-TW", [("人民日報", "zh-Hant")]),
        ("日本経済新聞", "ja", [("日本経済新聞", "ja")]),
        ("習氏は北京で", "zh", [("習氏は北京で", "ja")]),
        ("북중 정상회담, 2018", "en", [("북중 정상회담", "ko"), (", 2018", None)]),
        ("Xi (习近平) met", "en", [("Xi (", None), ("习近平", "zh-Hans"), (") met", None)]),
        ("“会晤”。", "zh", [("“", None), ("会晤", "zh-Hans"), ("”", None), ("。", "zh-Hans")]),
    ],
)
def test_script_tells_the_language_and_the_prior_tells_han(
    text: str, prior: str, expected: list[tuple[str, str | None]]
):
    assert list(runs(text, prior)) == expected


def test_the_name_of_an_outlet_is_in_the_language_of_the_outlet():
    assert list(runs("読売新聞 says", "en", {"読売新聞": "ja"})) == [("読売新聞", "ja"), (" says", None)]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn"])))
def test_lettered_text_reads_back_as_it_was(text: str):
    assert unescape(re.sub("</?span[^>]*>", "", str(lettered(text)))) == text
    assert "<script" not in str(shown(f"<script>{text}"))


def test_characters_that_turn_or_hide_a_line_are_shown_as_marks():
    html = str(shown("a\u202eb\x00c\u2066d\ud800"))
    assert not set(html) & set("\u202e\x00\u2066\ud800")
    assert [code in html for code in ("U+202E", "U+0000", "U+2066", "U+D800")] == [True] * 4
