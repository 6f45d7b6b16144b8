"""Histories say what a reader who turned every page would say."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis.formulations import FormulationError, History, Text, load_ladders, phrase_index, trace, traced
from dragoman.analysis.formulations.coinages import load_coinages
from dragoman.analysis.formulations.sparkline import shown_over_time
from dragoman.analysis.formulations.tiers import load_scale
from tests.analysis.formulations.making import answered


def history(texts: list[Text], phrase: str) -> History:
    return trace(phrase_index(texts), phrase, load_scale(), load_coinages())


dates = st.sampled_from([None, "2017", "2017-11", "2018-01-05", "2018-01-06", "2018-02", "2019-12-31"])
words = st.text(alphabet="甲乙", max_size=8)


@settings(deadline=None)
@given(st.lists(st.tuples(words, dates), max_size=8), st.sampled_from(["甲", "甲乙", "乙乙"]))
def test_a_history_is_that_of_a_reader_who_turns_every_page(pages: list[tuple[str, str | None]], phrase: str) -> None:
    told = history([Text(f"do-{at}", text, day) for at, (text, day) in enumerate(pages)], phrase)
    having = [(day, f"do-{at}", text) for at, (text, day) in enumerate(pages) if phrase in text]
    dated = sorted((day, name) for day, name, _ in having if day)
    assert (told.documents, told.occurrences) == (len(having), sum(text.count(phrase) for *_, text in having))
    assert told.undated == sum(day is None for day, *_ in having)
    assert (told.first.published if told.first else None) == (dated[0][0] if dated else None)
    assert (told.last.published if told.last else None) == (dated[-1][0] if dated else None)
    for year in told.years:
        assert year.documents == sum((day or "")[:4] == year.period for day, *_ in having)
        assert year.of == sum((day or "")[:4] == year.period for _, day in pages)
    for month in told.months:
        assert month.documents == sum((day or "")[:7] == month.period for day, *_ in having)


def test_first_and_last_uses_quote_their_own_characters() -> None:
    texts = [
        Text("do-3", "双方会晤，再会晤。", "2018-06-19"),
        Text("do-1", "宣布会晤。", "2018-05-08"),
        Text("do-2", "宣布会谈。", "2018-05-07"),
    ]
    told = history(texts, "会晤")
    assert told.first is not None
    assert told.last is not None
    assert (told.first.anchor.document, told.first.anchor.start, told.first.anchor.quote) == ("do-1", 2, "会晤")
    assert (told.last.anchor.document, told.last.anchor.start, told.last.anchor.end) == ("do-3", 6, 8)
    assert (told.last.before, told.last.after) == ("双方会晤，再", "。")


def test_a_first_use_in_a_question_is_told_from_the_first_in_an_answer() -> None:
    texts = [
        answered("do-1", "2018-05-08", "记者：有无会晤？", "答：没有消息。"),
        answered("do-2", "2018-05-09", "记者：何时？", "答：会晤在大连。"),
    ]
    told = history(texts, "会晤")
    assert told.first is not None
    assert told.first_own is not None
    assert (told.first.register, told.first_own.published) == ("question", "2018-05-09")
    assert [(part.name, part.documents) for part in told.registers] == [("answer", 1), ("question", 1)]


def test_a_use_before_the_coinage_means_a_wrong_date() -> None:
    texts = [Text("do-1", "落实全球安全倡议。", "2021-03-01"), Text("do-2", "落实全球安全倡议。", "2022-04-21")]
    told = traced(phrase_index(texts), ["全球安全倡议"], load_ladders())
    assert [use.anchor.document for use in told.histories[0].anachronisms] == ["do-1"]
    found = [finding for finding in told.findings if finding.verdict == "anachronism"]
    assert [anchor.document for anchor in found[0].anchors] == ["do-1"]
    assert found[0].caveats


def test_silence_is_measured_against_the_phrase_s_own_gaps() -> None:
    days = [f"2018-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 8, 15, 22)]
    texts = [Text(f"do-{at}", "坦诚" if day < "2018-07" else "会谈", day) for at, day in enumerate(days)]
    told = history(texts, "坦诚").silence
    assert told is not None
    assert (told.since, told.until, told.verdict) == ("2018-06-22", "2018-12-22", "silent")
    assert (told.days, told.documents, told.longest) == (183, 24, 10)
    busy = history(texts, "会谈").silence
    assert busy is not None
    assert busy.verdict == "in use"


def test_no_silence_is_claimed_before_a_later_use_dated_to_a_year() -> None:
    texts = [Text("do-1", "坦诚", "2018-05-08"), Text("do-2", "会谈", "2018-12-30"), Text("do-3", "坦诚", "2019")]
    assert history(texts, "坦诚").silence is None


def test_a_jump_of_two_tiers_is_told_where_there_are_documents_enough() -> None:
    texts = [Text(f"a-{at}", "会谈", "2017-01-01") for at in range(100)]
    texts += [Text(f"b-{at}", "坦诚" if at < 10 else "会谈", "2018-01-01") for at in range(100)]
    assert [(jump.after, jump.from_tier, jump.to_tier) for jump in history(texts, "坦诚").jumps] == [
        ("2018", "not used", "沸")
    ]
    assert history(texts[95:105], "坦诚").jumps == ()


def test_the_published_lines_of_the_scale_hold_for_half_of_2017() -> None:
    """Articles of the People's Daily, first half of 2017 (China Media Project), of about 19,300."""
    scale, articles = load_scale(), 19_300
    heat = {count: tier.name if (tier := scale.tier(count / articles)) else "" for count in (2902, 746, 496, 351, 207)}
    assert heat[2902] == "沸"
    assert {heat[count] for count in (746, 496, 351)} == {"烫"}
    assert heat[207] == "热"


def test_undated_texts_count_but_have_no_first_use() -> None:
    told = history([Text("do-1", "会晤"), Text("do-2", "会谈")], "会晤")
    assert (told.documents, told.undated, told.first, told.silence, told.years) == (1, 1, None, None, ())
    found = traced(phrase_index([Text("do-1", "会晤")]), ["会晤"], load_ladders()).findings
    assert "none of them dated" in found[0].sentence


def test_one_document_one_character_and_an_absent_phrase() -> None:
    told = history([Text("do-1", "会晤会", "2018-05-08")], "会")
    assert (told.documents, told.occurrences, told.share) == (1, 2, 1.0)
    absent = traced(phrase_index([Text("do-1", "会晤", "2018")]), ["会谈"], load_ladders())
    assert [finding.verdict for finding in absent.findings] == ["absent"]
    assert shown_over_time(absent.histories[0]) == "2018 · 2018"


def test_an_empty_phrase_is_refused() -> None:
    with pytest.raises(FormulationError, match="an empty phrase"):
        traced(phrase_index([]), [" "], load_ladders())


def test_a_case_has_scales_coinages_and_ladders_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "tiers.yaml").write_text("tiers:\n  - {name: 高, share: 0.5}\n  - {name: 低, share: 0}\n", "utf-8")
    (tmp_path / "ladders").mkdir()
    rung = "ladders:\n  - id: mine\n    rungs:\n      - {id: top, title: 通告, source: convention, titles: [通告]}\n"
    (tmp_path / "ladders" / "mine.yaml").write_text(rung, "utf-8")
    tier = load_scale(tmp_path).tier(0.6)
    assert tier is not None
    assert tier.name == "高"
    top = load_ladders(tmp_path).rung("", "", "一号通告")
    assert top is not None
    assert (top.id, top.level) == ("top", 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tiers:\n  - {name: 高, share: much}\n", "needs a share"),
        ("tiers: 高\n", "list of rows"),
        ("tiers: [\n", "not valid YAML"),
        ("tiers:\n  - {share: 0.5}\n", "has no name"),
    ],
)
def test_a_mistake_in_the_case_s_scale_is_told_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "tiers.yaml").write_text(text, "utf-8")
    with pytest.raises(FormulationError, match=f"tiers.yaml.*{told}"):
        load_scale(tmp_path)


def verdicts(texts: list[Text], phrase: str) -> dict[str, str]:
    findings = traced(phrase_index(texts), [phrase], load_ladders()).findings
    return {finding.verdict: finding.sentence for finding in findings}


def test_spread_down_a_ladder_is_told_and_a_mixed_one_is_not() -> None:
    down = [
        Text("do-1", "坦诚", "2018-05-01", rung="cn-ministry-statement"),
        Text("do-2", "坦诚", "2018-05-02", rung="cn-spokesperson-statement"),
        Text("do-3", "坦诚", "2018-05-03", rung="cn-press-conference"),
    ]
    told = verdicts(down, "坦诚")["downward spread"]
    assert told.endswith(
        "down its ladder: statement of the Ministry of Foreign Affairs 2018-05-01, "
        "spokesperson's statement 2018-05-02, regular press conference 2018-05-03."
    )
    mixed = [*down, Text("do-4", "坦诚", "2018-05-04", rung="cn-government-statement")]
    assert not any("spread" in verdict for verdict in verdicts(mixed, "坦诚"))


def test_a_ladder_is_not_compared_with_another() -> None:
    texts = [
        Text("do-1", "坦诚", "2018-05-01", rung="cn-press-conference"),
        Text("do-2", "坦诚", "2018-05-02", rung="kr-briefing"),
    ]
    assert not any("spread" in verdict for verdict in verdicts(texts, "坦诚"))


def test_jumps_and_silence_are_findings_with_their_figures() -> None:
    texts = [Text(f"a-{at}", "会谈", f"2017-01-{1 + at % 28:02}") for at in range(100)]
    texts += [Text(f"b-{at}", "坦诚" if at < 10 else "会谈", f"2018-01-{1 + at % 28:02}") for at in range(100)]
    texts += [Text(f"c-{at}", "会谈", f"2018-03-{1 + at % 28:02}") for at in range(60)]
    told = verdicts(texts, "坦诚")
    assert told["jump"] == "“坦诚” rose 6 tiers between 2017 and 2018, not used to 沸."
    assert told["silent"].startswith(
        "“坦诚” has not been used since 2018-01-10: 77 days, longer than any gap before (1);"
    )
