"""What holds for every reading of every text."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import extraction
from dragoman.extraction import FrameError, observe
from dragoman.extraction.rows import read_yaml
from dragoman.model import Mention, Passage, Report, Sentence

LANGUAGES = ("en", "zh", "ja", "ko")
PIECES = (
    "习近平|金正恩|美国|中美|对|同|访问|会见|举行会谈|加征25%的关税|将|应|邀请|，|。|赵立坚：|トランプ米大統領|は|が|を|訪|"
    "訪問した|会談した|と発表した|「|」|米朝|6月12日|🚄|김정은|북미|중국을|방문했다|위원장은|만났다|é|Ａ|５|U.S.|'s|(|)|"
    "Kim Jong Un|Trump| met |visited| China| signed an agreement|if |announced |\n|\r\n| |\u202e|\ufeff|\x00"
)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES.split("|")), st.text(max_size=6)), max_size=40).map("".join)


@settings(max_examples=250, deadline=None)
@given(text=TEXTS, lang=st.sampled_from(LANGUAGES))
def test_every_reading_stands_exactly_where_it_says(text: str, lang: str) -> None:
    for reading in observe(text, lang, "2018-06-15"):
        assert 0 <= reading.start < reading.end <= len(text)
        assert text[reading.start : reading.end] == reading.text
        if isinstance(reading, Report):
            start, end = reading.trigger
            assert reading.start <= start < end <= reading.end


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, lang=st.sampled_from(LANGUAGES))
def test_readings_are_sorted_and_the_same_every_time(text: str, lang: str) -> None:
    once = observe(text, lang, "2018-06-15")
    assert once == observe(text, lang, "2018-06-15")
    assert [(r.start, r.end) for r in once] == sorted((r.start, r.end) for r in once)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_text_holds_nothing(lang: str) -> None:
    assert observe("", lang) == ()


def test_in_a_text_without_full_stops_an_event_takes_its_parties_from_nearby() -> None:
    text = "ロシアは声明を出し、" + "米国は中国を非難し、" * 300
    found = [r for r in observe(text, "ja", "2018-07-10") if isinstance(r, Report)]
    assert {(r.actors, r.recipients) for r in found if r.type == "criticise"} == {(("USA",), ("CHN",))}
    assert max(r.end - r.start for r in found) < 1000


def test_a_lone_surrogate_does_no_harm() -> None:
    text = "\ud83d习近平会见金正恩。"
    assert [m.entity for m in observe(text, "zh") if isinstance(m, Mention)] == ["xi-jinping", "kim-jong-un"]


def test_sentences_take_the_register_of_their_passage() -> None:
    text = "记者提问。外交部回答。"
    passages = (Passage(0, 5, "question"), Passage(5, 11, "answer"))
    found = [s.register for s in observe(text, "zh", passages=passages) if isinstance(s, Sentence)]
    assert found == ["question", "answer"]


def test_readings_can_be_written_as_json() -> None:
    text = "The United States imposed a 25 percent tariff on China on July 6, 2018."
    assert json.loads(json.dumps([asdict(r) for r in observe(text, "en")], default=str))


def test_the_extractor_is_named_with_a_digest_of_its_data() -> None:
    name, digest = extraction.EXTRACTOR.split("+")
    assert name.startswith("observe/")
    assert len(digest) == 12


def test_an_unknown_attribute_is_an_ordinary_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'NOTHING'"):
        extraction.NOTHING  # noqa: B018


def test_a_broken_frame_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "flight.yaml"
    path.write_text("type: [", encoding="utf-8")
    with pytest.raises(FrameError, match=r"flight\.yaml: not YAML"):
        read_yaml(path, {"type"})
    path.write_text("type: flight", encoding="utf-8")
    with pytest.raises(FrameError, match=r"flight\.yaml: quad is missing"):
        read_yaml(path, {"type", "quad"})
    path.write_text("- a", encoding="utf-8")
    with pytest.raises(FrameError, match=r"flight\.yaml: must hold keys"):
        read_yaml(path, {"type"})


def test_no_report_on_the_real_pages_lacks_a_party(shared: Path) -> None:
    import gzip

    with gzip.open(shared / "corpora" / "mfa_presscon_2020_2022_zh.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(20), lines, strict=False)]
    found = [r for row in rows for r in observe(row["text"], "zh", row["date"]) if isinstance(r, Report)]
    assert len(found) > 50
    assert all(report.actors or report.recipients for report in found)
