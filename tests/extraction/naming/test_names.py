"""New names of sentences coded by hand, and what must hold for any text."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extraction import observe
from dragoman.extraction.naming import find_names
from dragoman.gazetteer import load
from dragoman.model import Candidate, Mention

CASES = yaml.safe_load((Path(__file__).parent / "names.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{number}-{case['lang']}" for number, case in enumerate(CASES)])
def test_the_names_coded_by_hand_are_found_as_coded(case):
    lang, text = case["lang"].split("-", maxsplit=1)[0], case["text"]
    known = load()
    if any(mention.text in {name for name, *_ in case["names"]} for mention in known.find(text, lang)):
        pytest.skip("the gazetteer has the name by now")
    found = find_names(text, lang, known.find(text, lang), known)
    assert [[text[one.start : one.end], one.kind, one.title, one.of] for one in found] == case["names"]


def test_a_candidate_is_given_once_with_its_count():
    text = "外务省副部长陈大明出席。副部长陈大明没有发言。"
    found = [one for one in observe(text, "zh", date(2018, 6, 1)) if isinstance(one, Candidate)]
    assert [(one.text, one.count, one.start) for one in found] == [("陈大明", 2, 6)]


def test_a_name_of_the_gazetteer_is_no_candidate():
    read = observe("国务委员兼外交部长王毅出席。", "zh", date(2018, 6, 1))
    assert not [one for one in read if isinstance(one, Candidate)]
    assert [one.entity for one in read if isinstance(one, Mention) and one.type == "person"] == ["wang-yi"]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.sampled_from(("en", "zh", "ja", "ko")))
def test_spans_hold_in_any_text(text, lang):
    found = find_names(text, lang, [], load())
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("piece", ["部长王", "President A", "金正恩部長", "부장 김철", "Aa ", "委员会", "ア"])
def test_a_hundred_thousand_characters_of_titles_are_read(piece):
    for lang in ("en", "zh", "ja", "ko"):
        find_names(piece * (100_000 // len(piece)), lang, [], load())
