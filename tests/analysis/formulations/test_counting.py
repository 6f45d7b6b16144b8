"""Known phrases are counted as str.count counts them, and told apart by register and date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.formulations import FormulationError, Text, count, tally, totals
from dragoman.analysis.formulations.counting import WINDOW, matcher
from tests.analysis.formulations.making import NOTICES, answered

few = st.text(alphabet="ab、", max_size=40)
phrases = st.lists(st.text(alphabet="ab、", min_size=1, max_size=5).filter(str.strip), min_size=1, max_size=12)


@given(st.lists(few, max_size=5), phrases)
def test_counts_are_those_of_str_count(texts: list[str], wanted: list[str]) -> None:
    assert totals(texts, wanted) == {
        phrase: (sum(phrase in text for text in texts), sum(text.count(phrase) for text in texts)) for phrase in wanted
    }


@given(few, phrases)
def test_every_hit_has_its_own_characters(text: str, wanted: list[str]) -> None:
    ready = matcher(wanted)
    assert all(text[start:end] == ready.phrases[number] for number, start, end in ready.hits(text))


def test_offsets_hold_beside_emoji_and_half_surrogates() -> None:
    text = "😀会晤\ud83d会晤"
    assert [text[start:end] for _, start, end in matcher(["会晤"]).hits(text)] == ["会晤", "会晤"]


def test_nested_and_overlapping_phrases_all_count() -> None:
    found = totals(["推动构建人类命运共同体"], ["人类命运共同体", "构建人类命运共同体", "推动构建", "构建人类"])
    assert set(found.values()) == {(1, 1)}


@pytest.mark.parametrize("language", sorted(NOTICES))
def test_every_word_of_our_notices_is_counted_right(language: str) -> None:
    texts = NOTICES[language]
    wanted = sorted({text[at : at + size] for text in texts for at in range(len(text)) for size in (1, 2, 3, 7)})
    wanted = [phrase for phrase in wanted if phrase.strip()]
    assert totals(texts, wanted) == {
        phrase: (sum(phrase in text for text in texts), sum(text.count(phrase) for text in texts)) for phrase in wanted
    }


def test_question_and_answer_are_never_merged() -> None:
    cells = list(
        count([answered("do-1", "2018-05-09", "记者：会晤何时？", "答：会晤在五月，会晤是坦诚的。")], ["会晤"])
    )
    assert [(one.group, one.documents, one.occurrences) for one in tally(cells, ["register"])] == [
        (("answer",), 1, 2),
        (("question",), 1, 1),
    ]


def test_a_date_of_a_year_counts_in_no_month() -> None:
    cells = list(count([Text("do-1", "会晤", "2018"), Text("do-2", "会晤", "2018-05"), Text("do-3", "会晤")], ["会晤"]))
    assert [(one.group, one.documents) for one in tally(cells, ["month"])] == [(("",), 2), (("2018-05",), 1)]
    assert [(one.group, one.documents) for one in tally(cells, ["year"])] == [(("",), 1), (("2018",), 2)]


def test_tallies_by_outlet_and_rung_hold_both() -> None:
    texts = [Text("do-1", "会晤", outlet="甲", rung="r1"), Text("do-2", "会晤会晤", outlet="甲", rung="r2")]
    rows = tally(count(texts, ["会晤"]), ["outlet", "rung"])
    assert [(one.group, one.occurrences) for one in rows] == [(("甲", "r1"), 1), (("甲", "r2"), 2)]


def test_an_empty_phrase_is_refused_in_plain_words() -> None:
    with pytest.raises(FormulationError, match="an empty phrase"):
        totals(["会晤"], ["会晤", " "])


def test_no_phrases_and_no_texts_give_nothing() -> None:
    assert totals([], ["会晤"]) == {"会晤": (0, 0)}
    assert list(count([Text("do-1", "会晤")], [])) == []


def test_ten_thousand_phrases_pass() -> None:
    wanted = [f"第{number}条" for number in range(10_000)]
    found = totals(["第1条、第11条、第9999条"], wanted)
    assert [phrase for phrase, (documents, _) in found.items() if documents] == ["第1条", "第11条", "第9999条"]


def test_an_unknown_group_is_told_with_those_there_are() -> None:
    with pytest.raises(FormulationError, match="document, day, month"):
        tally([], ["week"])


def test_a_text_longer_than_a_window_is_counted_over_the_seam() -> None:
    seam = WINDOW - 3
    text = "会" * seam + "甲会晤谈判乙" + "丙" * 40
    hits = list(matcher(["会晤谈判", "谈判", "丙丙"]).hits(text))
    assert hits[:2] == [(0, seam + 1, seam + 5), (1, seam + 3, seam + 5)]
    assert len(hits) == 2 + 20
