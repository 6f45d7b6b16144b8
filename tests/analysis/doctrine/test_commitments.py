"""Which points of an address are commitments, in four languages; texts of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis.doctrine import commitments, find_series, points

TASKS = "会议部署了三项工作：一是扩大就业，二是稳定物价，三是办好博览会。"
PRINCIPLES = (
    "报告提出：\n\n（一）坚持和平发展道路。这是历史的选择。\n\n（二）坚持睦邻友好。\n\n（三）坚持互利合作。\n\n以上三条构成方针。\n\n"
    "五、办好外交\n\n（一）坚持对话。\n\n（二）扩大贸易。\n\n（三）办好展览。\n"
)


def cores(text: str, language: str) -> list[str]:
    return [one.core for one in commitments(text, language)]


def test_a_series_counts_only_where_its_points_are_worded_as_commitments() -> None:
    assert cores(TASKS, "zh") == []
    assert [len(series.points) for series in points(TASKS, "zh")] == [3]


def test_a_point_of_the_same_words_in_a_series_of_tasks_is_no_commitment() -> None:
    assert cores(PRINCIPLES, "zh") == ["和平发展道路", "睦邻友好", "互利合作"]


def test_the_last_point_ends_before_the_paragraph_that_sums_up() -> None:
    last = commitments(PRINCIPLES, "zh")[-1]
    assert PRINCIPLES[last.start : last.body] == "坚持互利合作。"


def test_the_formula_gives_base_and_act_and_their_phrases() -> None:
    text = (
        "有以下三个方面：坚持以合作、共赢为原则推动共同建设，坚持以安全为底线维护地区和平，坚持以协商为基础扩大对话。"
    )
    first, second, _ = commitments(text, "zh")
    assert [(part.role, part.text) for part in first.parts] == [("base", "合作、共赢"), ("act", "推动共同建设")]
    assert [(part.role, part.text) for part in second.parts] == [("base", "安全"), ("act", "维护地区和平")]


def test_clauses_that_open_alike_count_only_with_their_number_announced_or_from_five_on() -> None:
    three = "坚持以合作为原则推动建设，坚持以安全为底线维护和平，坚持以协商为基础扩大对话。"
    assert cores(f"他说：{three}", "zh") == []
    assert len(cores(f"他提出三点：{three}", "zh")) == 3
    assert len(cores(f"他提出四点：{three}", "zh")) == 0


@pytest.mark.parametrize(
    ("language", "text", "heads"),
    [
        ("zh", "第一，必须坚持对话。第二，必须坚持协商。", ["必须坚持对话", "必须坚持协商"]),
        ("zh", "——坚持开放。开放带来进步。\n——坚持合作。\n", ["坚持开放", "坚持合作"]),
        (
            "en",
            "The leaders state:\n\n1. The two sides will open an office. It follows the talks.\n"
            "2. The two sides commit to return the remains.\n",
            ["The two sides will open an office", "The two sides commit to return the remains"],
        ),
        (
            "en",
            "We offer two things. First, we will lift the ban. Second, we will send food.",
            ["we will lift the ban", "we will send food"],
        ),
        (
            "ja",
            "三点を申し上げます。第一に、対話を続けてまいります。第二に、交流を広げてまいります。",
            ["対話を続けてまいります", "交流を広げてまいります"],
        ),
        (
            "ko",
            "다음과 같은 과업이 있다.\n첫째, 농업을 발전시켜야 한다. 이것은 중요하다.\n둘째, 교통을 개선하여야 한다.\n",
            ["농업을 발전시켜야 한다", "교통을 개선하여야 한다"],
        ),
    ],
)
def test_points_are_told_off_in_each_language(language: str, text: str, heads: list[str]) -> None:
    found = commitments(text, language)
    assert [one.head for one in found] == heads
    assert [one.number for one in found] == list(range(1, len(heads) + 1))


def test_a_number_left_out_breaks_the_series() -> None:
    assert [len(s.points) for s in find_series("第一，坚持对话。第二，坚持协商。第四，坚持合作。", "zh")] == [2]


def test_a_list_inside_a_point_is_no_series_of_commitments_of_its_own() -> None:
    text = "（一）坚持对话。要做到：一要坚持平等，二要坚持互信。\n（二）坚持协商。\n"
    assert cores(text, "zh") == ["对话", "协商"]


@settings(max_examples=200)
@given(
    st.text(st.sampled_from("（）一二三四、，。；：第是要坚持以为原则AB 1.\n—첫째둘,야한다"), max_size=80),
    st.sampled_from(["zh", "en", "ja", "ko"]),
)
def test_spans_are_exact_whatever_the_text(text: str, language: str) -> None:
    for one in commitments(text, language):
        assert text[one.start : one.end] == one.head
        assert one.end <= one.body <= len(text)
        assert all(text[part.start : part.end] == part.text for part in one.parts)
    for series in find_series(text, language):
        assert [point.number for point in series.points] == list(range(1, len(series.points) + 1))


@pytest.mark.parametrize("piece", ["第一，坚持", "（一）坚持。\n", "坚持以甲为原则", "—— \n", "1. a\n", "一是"])
def test_a_hundred_kilobytes_of_marks_are_read(piece: str) -> None:
    text = piece * (100_000 // len(piece.encode()))
    commitments(text, "zh")
    commitments(text, "en")
