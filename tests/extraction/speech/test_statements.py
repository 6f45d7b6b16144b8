"""Statements of sentences coded by hand, and what must hold for any text."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extraction import observe
from dragoman.extraction.scene import Readings
from dragoman.extraction.speech import read_statements, share_of_words
from dragoman.extraction.speech.quotations import quotations
from dragoman.gazetteer import load
from dragoman.model import Passage, Sentence, Statement

CASES = yaml.safe_load((Path(__file__).parent / "statements.yaml").read_text(encoding="utf-8"))
LANGUAGES = ("en", "zh", "ja", "ko")


def stated(text: str, lang: str, passages: tuple[Passage, ...] = ()) -> list[Statement]:
    read = observe(text, lang.split("-", maxsplit=1)[0], date(2018, 6, 1), passages)
    return [one for one in read if isinstance(one, Statement)]


@pytest.mark.parametrize("case", CASES, ids=[f"{number}-{case['lang']}" for number, case in enumerate(CASES)])
def test_the_sentences_coded_by_hand_are_read_as_coded(case):
    found = stated(case["text"], case["lang"])
    coded = [
        [one.speaker, one.speaker_text, case["text"][slice(*one.said)], one.form, one.manner, one.reported_by]
        for one in found
    ]
    assert sorted(coded, key=str) == sorted(case["statements"], key=str)
    if "addressees" in case:
        assert [list(one.addressees) for one in found] == [case["addressees"]]


def test_there_are_enough_sentences_of_each_language():
    counts = {lang: sum(case["lang"].split("-")[0] == lang for case in CASES) for lang in LANGUAGES}
    assert all(count >= 11 for count in counts.values()), counts


def test_every_speaker_coded_by_hand_has_a_row_in_the_gazetteer():
    known = load()
    assert all(who is None or who in known for case in CASES for who, *_ in case["statements"])


def test_a_statement_has_the_register_of_its_passage():
    text = "王毅谈和平\n王毅强调，和平来之不易。"
    assert [one.register for one in stated(text, "zh", (Passage(0, 5, "title"), Passage(6, 18, "readout")))] == [
        "readout"
    ]


def test_words_said_together_are_shared_and_words_within_words_are_the_inner_speakers():
    text = "习近平同金正恩举行会谈。双方一致认为，应当对话。新华社报道称，王毅表示，中方支持。"
    shares = share_of_words(stated(text, "zh"), text)
    # 应当对话 (4) is shared by two; 王毅表示 (4 outside of the inner words) is Xinhua's, 中方支持 (4) is Wang's
    assert shares == pytest.approx({"CHN": 2 / 12, "PRK": 2 / 12, "xinhua": 4 / 12, "wang-yi": 4 / 12})


def test_no_statements_have_no_shares():
    assert share_of_words([], "会晤。") == {}


def test_unbalanced_marks_pair_with_nothing():
    assert quotations("“一「二”三」四\n“五”") == [(0, 5), (9, 12)]


SCRIPTS = st.text(
    st.sampled_from(
        "“”「」『』‘’\"'：:。，、.,!?\n 王毅习近平说表示称强调记者问答双方は が と述べた発表金正恩고 말했다는이가"
        " said that told Xi I he she"
    ),
    max_size=120,
)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=80), SCRIPTS), st.sampled_from(LANGUAGES))
def test_spans_hold_in_any_text(text, lang):
    for one in stated(text, lang):
        assert text[one.start : one.end] == one.text
        assert one.start <= one.said[0] <= one.said[1] <= one.end


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("piece", ["“", "”", '"', "“「", "王毅说：“", 'said, "', "と述べた", "고 말했다", "a: "])
def test_a_hundred_thousand_characters_of_marks_are_read(piece, lang):
    text = piece * (100_000 // len(piece))
    whole = Sentence(0, len(text), text)
    found = read_statements(Readings(text, lang, None, [whole], [], [], load().find(text, lang)), load())
    assert all(text[one.start : one.end] == one.text for one in found)
