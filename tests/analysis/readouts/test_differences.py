"""In what linked clauses differ, told by hand in four languages."""

import pytest

from dragoman.analysis.readouts.alignment import Link
from dragoman.analysis.readouts.differences import differences
from tests.analysis.readouts.making import pair

KISHIDA = "Prime Minister Kishida Fumio"


def told(left, right, published="2024-04-02"):
    two = pair(left, right, published)
    whole = Link(*(tuple(range(len(side))) for side in two.clauses), 1.0)
    return [
        (one.type, [place.text for place in one.left], [place.text for place in one.right])
        for one in differences(two, whole)
    ]


def types(left, right, published="2024-04-02"):
    return [kind for kind, _, _ in told(left, right, published)]


def test_a_figure_that_differs_and_one_that_is_missing():
    assert told(("zh", "关税为25%。"), ("en", "The tariff is 10 percent.")) == [("number", ["25%"], ["10 percent"])]
    assert told(("ja", "会談は約４０分間行われた。"), ("ko", "회담이 열렸다.")) == [("number", ["４０"], [])]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("zh", "投资5000亿元。"), ("en", "An investment of 500 billion yuan.")),
        (("en", "It was told by the two leaders."), ("zh", "领导人这样说。")),
        (("zh", "举行新一轮对话。"), ("en", "They will hold a new dialogue.")),
        (("en", "It is the first visit."), ("ko", "방문이다.")),
    ],
)
def test_the_same_sum_the_count_of_sides_articles_and_ordinals_are_no_difference(left, right):
    assert types(left, right) == ["reworded"]


def test_a_day_that_only_one_side_gives():
    assert told(("ko", "4월 27일 회담이 열렸다."), ("zh", "举行了会谈。"), "2018-05-04") == [("date", ["4월 27일"], [])]


def test_today_is_the_day_that_the_other_writes_out():
    assert types(("en", "They spoke today."), ("zh", "4月2日通电话。")) == ["reworded"]
    assert types(("en", "They spoke."), ("zh", "4月2日通电话。")) == ["reworded"]


def test_a_place_that_only_one_side_names():
    assert told(("zh", "双方讨论了台湾问题。"), ("en", "They discussed the matter.")) == [("name", ["台湾"], [])]


def test_parties_capitals_and_the_state_of_a_named_place_are_no_other_names():
    left, right = f"{KISHIDA} met President Yoon Suk Yeol.", "岸田総理は尹錫悦大統領と日本で会談した。"
    assert types(("en", left), ("ja", right), "2023-05-07") == ["reworded"]
    assert types(("en", "Talks in Geneva."), ("zh", "在瑞士日内瓦会谈。")) == ["reworded"]
    assert types(("en", "He will visit Russia."), ("zh", "他将访问莫斯科。")) == ["reworded"]


def test_names_in_another_order():
    assert ("order", ["日", "韓"], ["한", "일"]) in told(("ja", "日韓関係は重要だ。"), ("ko", "한일관계는 중요하다."))
    assert "order" in types(("en", "Japan and China agreed."), ("zh", "中国和日本同意。"))
    assert "order" not in types(("en", "China and Japan agreed."), ("zh", "中国和日本同意。"))


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("zh", "习近平应约同拜登通电话。", "应约"),
        ("zh", "习近平应美方要求同拜登通电话。", "应美方要求"),
        ("en", "Xi Jinping spoke with Joe Biden at the request of the United States.", "at the request of"),
        ("ja", "習近平国家主席はバイデン大統領と、米国側の要請により電話会談を行った。", "の要請により"),
        ("ko", "시진핑 주석은 미국 측의 요청으로 바이든 대통령과 통화했다.", "요청으로"),
        ("ko", "시진핑 주석은 바이든 대통령의 초청에 의하여 바이든 대통령과 만났다.", "초청에 의하여"),
    ],
)
def test_on_whose_initiative_in_four_languages(language, text, words):
    (found,) = [
        one for one in told((language, text), ("en", "Xi Jinping spoke with Joe Biden.")) if one[0] == "initiative"
    ]
    assert words in found[1][0]
    assert found[2] == []


def test_the_same_initiative_told_by_both_is_no_difference():
    left = "习近平应美方要求同拜登通电话。"
    assert "initiative" not in types(
        ("zh", left), ("en", "Xi Jinping spoke with Joe Biden at the request of the United States.")
    )
    asked = "Xi Jinping spoke with Joe Biden at the request of China."
    assert "initiative" in types(("zh", left), ("en", asked))


def test_words_for_what_is_disputed():
    found = told(("ja", "尖閣諸島について述べた。"), ("zh", "谈到钓鱼岛。"))
    assert [(kind, left[0][:2], right[0][:2]) for kind, left, right in found] == [("term", "尖閣", "钓鱼")]
    assert types(("ja", "処理水の放出。"), ("ko", "오염수의 방류.")) == ["term"]
    assert types(("en", "DPRK missiles."), ("zh", "朝鲜导弹。")) == ["reworded"]


def test_words_for_how_talks_went():
    found = told(("zh", "双方进行了坦诚、建设性沟通。"), ("en", "They had candid talks."))
    assert found == [("term", ["建设性"], [])]
    assert types(("zh", "建设性的关系。"), ("en", "A relationship.")) == ["reworded"]


def test_the_same_words_are_the_same_but_for_punctuation():
    assert types(("zh", "会谈结束。"), ("zh", "会谈，结束")) == ["same"]
    assert types(("zh", "会谈结束。"), ("zh", "结束会谈。")) == ["reworded"]
