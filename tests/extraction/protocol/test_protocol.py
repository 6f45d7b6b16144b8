"""Attendance, signatures and appointments of sentences coded by hand, and what must hold for any text."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extraction import observe
from dragoman.extraction.protocol import read_protocol
from dragoman.extraction.protocol.acts import ACTIONS, load_acts
from dragoman.extraction.scene import Readings
from dragoman.gazetteer import load
from dragoman.languages import sentences
from dragoman.model import Appointment, Attendance, Reading, Signature

CASES = yaml.safe_load((Path(__file__).parent / "protocol.yaml").read_text(encoding="utf-8"))
LANGUAGES = ("en", "zh", "ja", "ko")


def words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[slice(*span)] if span else None


def coded(text: str, readings: list[Reading]) -> dict[str, list[list[object]]]:
    return {
        "attendance": [
            [one.person, one.name, one.role, one.order, words(text, one.occasion)]
            for one in readings
            if isinstance(one, Attendance)
        ],
        "signatures": [
            [one.party, one.name, one.action, words(text, one.document)]
            for one in readings
            if isinstance(one, Signature)
        ],
        "appointments": [
            [one.person, one.name, one.action, one.post, one.of] for one in readings if isinstance(one, Appointment)
        ],
    }


@pytest.mark.parametrize("case", CASES, ids=[f"{number}-{case['lang']}" for number, case in enumerate(CASES)])
def test_the_sentences_coded_by_hand_are_read_as_coded(case):
    readings = list(observe(case["text"], case["lang"], date(2018, 7, 1)))
    found = coded(case["text"], readings)
    for kind in ("attendance", "signatures", "appointments"):
        assert found[kind] == case.get(kind, []), kind
    if "day" in case:
        days = {one.first for one in readings if isinstance(one, Attendance | Signature | Appointment)}
        assert days == {case["day"]}


def test_with_the_statements_there_are_25_sentences_of_each_language():
    statements = yaml.safe_load((Path(__file__).parents[1] / "speech" / "statements.yaml").read_text(encoding="utf-8"))
    names = yaml.safe_load((Path(__file__).parents[1] / "naming" / "names.yaml").read_text(encoding="utf-8"))
    counts = Counter(case["lang"].split("-", maxsplit=1)[0] for case in (*CASES, *statements, *names))
    assert min(counts[lang] for lang in LANGUAGES) >= 25, counts


@pytest.mark.parametrize("kind", sorted(ACTIONS))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_of_data_is_found_through_the_stems_of_its_kind(kind, lang):
    acts = load_acts(kind, lang)
    read = [case for case in CASES if case["lang"] == lang]
    assert all(acts.stems.search(case["text"]) for case in read if case.get(f"{kind}ures") or case.get(f"{kind}ments"))
    assert {row.action for row in acts.rows} <= set(ACTIONS[kind])


SCRIPTS = st.text(
    st.sampled_from(
        "王毅习近平出席会议主持签署声明任命为部长、，。和 が は に署名した出席 이 가 에 서명했다 참석"
        " \n signed by was elected the"
    ),
    max_size=100,
)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=60), SCRIPTS), st.sampled_from(LANGUAGES))
def test_spans_hold_in_any_text(text, lang):
    for one in observe(text, lang):
        assert text[one.start : one.end] == one.text
        if isinstance(one, Attendance | Signature | Appointment):
            assert text[one.at[0] : one.at[1]] == one.name
            assert one.start <= one.at[0] <= one.at[1] <= one.end


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "piece", ["王毅、", "出席", "签署", "に署名した", "에 서명했다", "was elected ", "signed by Xi, ", "は"]
)
def test_a_hundred_thousand_characters_are_read(piece, lang):
    line = piece * (1000 // len(piece)) + "\n"
    text = line * 50 + piece * (50_000 // len(piece))  # lines that are sentences, and one that is none
    readings = Readings(text, lang, None, sentences(text, lang), [], [], load().find(text, lang))
    found = read_protocol(readings, load(), [])
    assert all(text[one.start : one.end] == one.text for one in found)
