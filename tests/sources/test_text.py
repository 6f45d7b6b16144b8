"""Plain text and Markdown stay as they are; titles, dates and registers are read off them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.dates import issued_in, issued_in_name
from dragoman.sources.errors import Refused
from dragoman.sources.limits import Limits
from dragoman.sources.registers import passages_in
from dragoman.sources.text import read_text
from tests.sources.conftest import Reader


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_kept_and_title_and_date_are_found(end: str) -> None:
    text = f"关于会谈的公告{end}{end}2018年5月9日{end}{end}双方举行会谈。{end}"
    found = read_text(text, Limits())
    assert found.text == text
    assert {f.name: (f.value, f.basis) for f in found.fields} == {
        "title": ("关于会谈的公告", "text, line 1"),
        "issued": ("2018-05-09", "text, line 3"),
    }
    assert found.passages[0].register == "title"


@pytest.mark.parametrize("first", ["双方举行会谈。", "They met in May.", "題" * 81])
def test_a_first_line_that_is_a_sentence_or_long_is_no_title(first: str) -> None:
    assert read_text(f"{first}\n\n第二段。", Limits()).fields == ()


def test_a_markdown_heading_is_the_title_without_its_marks() -> None:
    text = "\n# Joint statement #\n\nThe two sides met.\n"
    found = read_text(text, Limits(), markdown=True)
    assert found.fields[0].value == "Joint statement"
    title = found.passages[0]
    assert (title.register, found.text[title.start : title.end]) == ("title", "# Joint statement #")


def test_a_sidecars_title_marks_the_first_line_even_where_no_empty_line_follows(read: Reader, tmp_path: object) -> None:
    from pathlib import Path

    Path(str(tmp_path), "a.toml").write_text('title = "会谈公告"\n', encoding="utf-8")
    document = read("a.txt", "会谈公告\n双方举行会谈。").documents[0]
    assert [p.register for p in document.passages] == ["title", "body"]
    assert document.record.basis("title") == "sidecar a.toml"


@pytest.mark.parametrize(
    ("text", "registers"),
    [
        (
            "应邀访问。\n某社记者：何时？\n发言人：五月。\n补充一点。\n追问：何地？\n发言人：大连。",
            "body question answer question answer",
        ),
        ("記者：会談の予定は。\n官房長官：調整中です。\n（以上）", "question answer"),
        ("기자: 언제입니까?\n대변인: 5월입니다.\n이상입니다.", "question answer"),
        ("Opening remarks.\nQ: When?\nA: In May.\nNothing to add.", "body question answer"),
        ("QUESTION: When?\nMS NAUERT: In May.", "question answer"),
        ("王毅：会谈很好。\n双方同意。", "body"),
        ("记者：只有问题没有回答的一行", "body"),
    ],
)
def test_registers_of_press_conferences_in_four_languages(text: str, registers: str) -> None:
    assert " ".join(p.register for p in passages_in(text)) == registers


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-05-09T08:00:00+09:00", "2018-05-09"),
        ("2018/5/9", "2018-05-09"),
        ("20180509", "2018-05-09"),
        ("2018年5月9日 17:40", "2018-05-09"),
        ("2018년 5월 9일", "2018-05-09"),
        ("9 May 2018", "2018-05-09"),
        ("Wed, 09 May 2018 08:00:00 GMT", "2018-05-09"),
        ("Sept. 9th, 2018", "2018-09-09"),
        ("2018-05", "2018-05"),
        ("2018年5月", "2018-05"),
        ("2018", "2018"),
        ("2018-13-40", None),
        ("2018-02-30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_of_issue_keep_their_precision(text: str, day: str | None) -> None:
    assert issued_in(text) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2022-11-04_407.html", "2022-11-04"),
        ("readout_20180509.txt", "2018-05-09"),
        ("2018年5月9日公告.txt", "2018-05-09"),
        ("2018-05 chronology.txt", "2018-05"),
        ("report2018.txt", None),
        ("n10.txt", None),
        ("a1234567890.txt", None),
    ],
)
def test_dates_in_file_names(name: str, day: str | None) -> None:
    assert issued_in_name(name) == day


def test_a_text_without_text_is_refused() -> None:
    for text, line in [("", "empty"), (" \n\t\n", "empty"), ("— … —", "no text in it")]:
        with pytest.raises(Refused, match=line):
            read_text(text, Limits())


LINES = st.lists(
    st.sampled_from(["记者：何时？", "发言人：五月。", "正文。", "", "  ", "# A", "2018年5月9日", "Q: a?", "A: b."])
)


@given(LINES, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_passages_lie_in_order_inside_the_text_and_hold_every_line(lines: list[str], end: str, markdown: bool) -> None:
    text = end.join(lines)
    try:
        found = read_text(text, Limits(), markdown)
    except Refused:
        return
    at = 0
    for passage in found.passages:
        assert at <= passage.start < passage.end <= len(text)
        assert not text[at : passage.start].strip()
        at = passage.end
    assert not text[at:].strip()
