"""Names by speaker, and the ladder of warmth."""

from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis.formulations import Text
from dragoman.analysis.habits import (
    Meeting,
    WarmthError,
    described,
    load_ladder,
    name_departures,
    name_uses,
    warmth_findings,
)
from dragoman.analysis.habits.warmth import words_in
from dragoman.gazetteer import load
from dragoman.model import Passage


def papers(*words, outlet="人民日报", language="zh"):
    return [Text(f"do-{at}", text, f"2021-01-{at + 1:02}", language, outlet) for at, text in enumerate(words)]


def test_the_share_of_each_name_is_by_speaker_and_document():
    texts = papers("访问朝鲜。朝鲜代表团到访。", "朝鲜半岛局势", "朝鲜举行会议。") + papers(
        "북한은 발표했다.", outlet="통일부", language="ko"
    )
    uses = {
        (use.speaker, use.name): (use.documents, use.of)
        for use in name_uses(texts, ["PRK", "korean-peninsula"], load())
    }
    assert uses["人民日报", "朝鲜"] == (2, 2)  # not in the name of the peninsula
    assert uses["통일부", "북한"] == (1, 1)


def test_a_speaker_that_leaves_its_habit_is_told_with_figures():
    texts = papers(*["访问朝鲜。"] * 6, "访问北韓。", "访问朝鲜。")
    (one,) = name_departures(texts, ["PRK"], load())
    assert (one.habit, one.used, one.of, one.place.quote, one.before) == ("朝鲜", 6, 6, "北韓", 0)
    assert isclose(one.chance.value, 0.5 / 7)
    assert one.place.document == "do-6"
    assert one.stood.document == "do-5"


@pytest.mark.parametrize(
    "words",
    [
        ["访问朝鲜。"] * 4 + ["访问北韓。"],  # too few before
        ["访问朝鲜。"] * 6 + ["访问朝鲜和北韓。"],  # the habit stands beside it
        ["台湾问题。"] * 6 + ["台湾当局声称。"],  # the habit lies in the other name
        ["访问朝鲜。", "朝鲜和北韓。"] * 3 + ["访问北韓。"],  # the other name is a habit too
    ],
)
def test_no_departure_where_there_is_none(words):
    assert name_departures(papers(*words), ["PRK", "TWN"], load()) == []


def test_what_is_asked_is_not_the_speakers_word():
    text = "记者：北韓如何？\n答：朝鲜是邻邦。"
    passages = (Passage(0, 8, "question"), Passage(9, 17, "answer"))
    uses = name_uses([Text("do-1", text, "2021", "zh", "外交部", passages=passages)], ["PRK"], load())
    assert [use.name for use in uses] == ["朝鲜"]


def test_english_names_are_whole_words_in_their_own_case():
    uses = name_uses(papers("The ROK side met. A BROKEN line.", "south Korea said.", language="en"), ["KOR"], load())
    assert {(use.name, use.documents) for use in uses} == {("ROK", 1), ("south Korea", 1)}


SERIES = {
    "en": ("The talks were candid.", "They held constructive talks.", "The meeting was cordial and friendly."),
    "zh": ("双方进行了坦诚的会谈。", "会谈富有建设性。", "会见在亲切友好的气氛中进行。"),
    "ja": ("両外相は率直な意見交換を行った。", "建設的な議論が行われた。", "会談は友好的な雰囲気で行われた。"),
    "ko": ("양측은 솔직한 대화를 나누었다.", "건설적인 논의가 있었다.", "회담은 우호적인 분위기에서 진행되었다."),
}


@pytest.mark.parametrize("language", SERIES)
def test_a_series_that_warms_is_told_meeting_by_meeting(language):
    texts = papers(*SERIES[language], language=language)
    meetings = [Meeting(text.published, ((text, 0, len(text.text)),)) for text in texts]
    series = described(meetings, load_ladder())
    assert [one.move for one in series] == ["first", "up", "up"]
    assert [one.move for one in described(_dated_backwards(meetings), load_ladder())] == ["first", "down", "down"]
    findings = warmth_findings(series, "A and B")
    assert [finding.verdict for finding in findings] == ["first", "warmer", "warmer"]
    for finding in findings:
        for anchor in finding.anchors:
            text = next(text.text for text in texts if text.document == anchor.document)
            assert text[anchor.start : anchor.end] == anchor.quote
    assert warmth_findings(series[:2], "A and B") == []


def _dated_backwards(meetings):
    days = [meeting.day for meeting in reversed(meetings)]
    return [Meeting(day, meeting.stretches) for day, meeting in zip(days, meetings, strict=True)]


def test_words_that_no_source_ranks_are_not_set_against_one_another():
    texts = papers("双方进行了深入的会谈。", "会谈务实。", "会谈是高效的。")
    meetings = [Meeting(text.published, ((text, 0, len(text.text)),)) for text in texts]
    series = described(meetings, load_ladder())
    assert [one.move for one in series] == ["first", "changed", "changed"]
    assert "no source ranks" in warmth_findings(series, "A and B")[1].sentence


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "双方将进行坦诚的会谈。"),
        ("zh", "坦诚的人很多。会谈在北京举行。"),
        ("zh", "这次会谈缺乏建设性。"),
        ("en", "The two will hold candid talks."),
        ("en", "The talks were not constructive."),
        ("ko", "솔직한 대화를 나눌 예정이다."),
    ],
)
def test_talks_to_come_and_words_turned_round_are_not_counted(language, text):
    assert list(words_in(Text("do-1", text, "2021", language), 0, len(text), load_ladder())) == []


def test_every_row_of_the_ladder_has_a_source_and_steps_only_where_one_ranks_it():
    ladder = load_ladder()
    assert all(word.source for word in ladder.words)
    assert all(
        "no rank" in word.source or "without a rank" in word.source for word in ladder.words if word.step is None
    )
    assert all(set(ladder.forms[language]) for language in ("en", "zh", "ja", "ko"))


def test_a_case_may_hold_a_ladder_of_its_own(tmp_path):
    (tmp_path / "warmth.yaml").write_text(
        "talks: {en: [talks]}\nrows: [{word: icy, step: 0, source: ours, forms: {en: [icy]}}]\n", "utf-8"
    )
    text = Text("do-1", "The talks were icy.", "2021", "en")
    assert [anchor.quote for _, anchor in words_in(text, 0, 19, load_ladder(tmp_path))] == ["icy"]


@pytest.mark.parametrize(
    "text",
    [
        "rows: [",
        "rows: []",
        "talks: {en: [talks]}\nrows: [{word: icy}]",
        "talks: {en: [talks]}\nrows: [{word: icy, step: warm, source: ours, forms: {en: [icy]}}]",
        "talks: {en: [talks]}\nrows: [{word: icy, source: '', forms: {en: [icy]}}]",
        "talks: {en: talks}\nrows: []",
    ],
)
def test_a_mistake_in_a_ladder_is_told_with_its_file(tmp_path, text):
    (tmp_path / "warmth.yaml").write_text(text, "utf-8")
    with pytest.raises(WarmthError, match=r"warmth\.yaml"):
        load_ladder(tmp_path)


@settings(max_examples=50, deadline=None)
@given(st.text("坦诚会谈，。将 talks candid\n", max_size=80), st.sampled_from(["zh", "en", "ja", "ko", "fr"]))
def test_any_text_gives_words_where_they_stand(words, language):
    text = Text("do-1", words, "2021", language)
    for _, anchor in words_in(text, 0, len(words), load_ladder()):
        assert words[anchor.start : anchor.end] == anchor.quote
