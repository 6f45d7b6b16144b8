"""Anchors followed through edits whose truth is known, character by character."""

import random
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Anchor
from dragoman.store import reanchor


def fate_of(old: str, new: str, quote: str, nth: int = 0) -> tuple[str, int | None]:
    start = -1
    for _ in range(nth + 1):
        start = old.index(quote, start + 1)
    fate = reanchor(old, new, [Anchor("doc", start, start + len(quote), quote)])[0]
    return fate.word, fate.start


def test_words_that_stand_where_they_stood_are_kept():
    assert fate_of("甲方表示同意。乙方表示反对。", "甲方表示同意。乙方表示反对。丙方未表态。", "乙方表示反对") == (
        "kept",
        7,
    )


def test_words_pushed_on_by_new_text_are_moved():
    assert fate_of("甲方表示同意。", "新增一句。甲方表示同意。", "表示同意") == ("moved", 7)


def test_a_paragraph_put_elsewhere_is_followed():
    old = "第一段讲关税。\n第二段讲访问。\n第三段讲半岛。\n"
    new = "第二段讲访问。\n第三段讲半岛。\n第一段讲关税。\n"
    assert fate_of(old, new, "讲关税") == ("moved", 19)


def test_a_figure_put_right_is_changed_and_its_new_place_given():
    old, new = "加征关税涉及1102项商品。", "加征关税涉及1120项商品。"
    fate = reanchor(old, new, [Anchor("doc", 0, 13, old[:13])])[0]
    assert fate.word == "changed"
    assert new[fate.start : fate.end] == "加征关税涉及1120项商品"


def test_words_beside_an_edit_in_their_sentence_stay_kept():
    assert fate_of("双方在大连会晤，讨论关税。", "双方在大连会晤，讨论访问。", "双方在大连会晤") == ("kept", 0)


def test_a_sentence_taken_out_is_gone():
    assert fate_of("甲。乙方表示反对。丙。", "甲。丙。", "乙方表示反对") == ("gone", None)


def test_of_two_lookalikes_one_taken_out_neither_is_chosen():
    old = "双方举行会晤。双方举行会晤。"
    assert fate_of(old, "双方举行会晤。", "双方举行会晤", 0)[0] == "ambiguous"
    assert fate_of(old, "双方举行会晤。", "双方举行会晤", 1)[0] == "ambiguous"


def test_a_lookalike_added_beside_makes_it_ambiguous():
    assert fate_of("甲。双方举行会晤。乙。", "甲。双方举行会晤。双方举行会晤。乙。", "双方举行会晤")[0] == "ambiguous"


def test_lookalikes_far_from_the_edit_keep_their_places():
    old = "甲。双方会晤。乙。双方会晤。丙。关税提高。"
    new = "甲。双方会晤。乙。双方会晤。丙。关税降低。"
    assert fate_of(old, new, "双方会晤", 0) == ("kept", 2)
    assert fate_of(old, new, "双方会晤", 1) == ("kept", 9)


def test_the_same_words_in_a_sentence_that_says_something_else_are_not_it():
    word, _ = fate_of("外长会晤。", "取消了原定的外长会晤以及后续访问安排和相关磋商。", "外长会晤")
    assert word in {"ambiguous", "gone"}


@given(st.text(max_size=200), st.data())
def test_nothing_changed_means_everything_kept(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if start == end:
        return
    fate = reanchor(text, text, [Anchor("doc", start, end, text[start:end])])[0]
    assert (fate.word, fate.start, fate.end) == ("kept", start, end)


@dataclass
class Edited:
    """A text whose characters remember where they stood (None: newly written)."""

    text: list[str]
    origin: list[int | None]

    def cut(self, start, end):
        piece = self.text[start:end], self.origin[start:end]
        del self.text[start:end], self.origin[start:end]
        return piece

    def put(self, place, letters, origins):
        self.text[place:place] = letters
        self.origin[place:place] = origins


SENTENCES = [
    "习近平同金正恩举行会谈。",
    "双方就半岛局势交换意见。",
    "双方举行会晤。",
    "外交部发言人表示反对。",
    "美国宣布加征25%的关税。",
    "中国宣布反制措施。",
    "The two sides met. ",
    "首脳会談が行われた。\n",
    "정상회담이 열렸다.\n",
    "\n",
]


def edit(draw: random.Random, edited: Edited) -> None:
    length = len(edited.text)
    start = draw.randrange(length)
    end = min(length, start + draw.randrange(1, 15))
    match draw.randrange(6):
        case 0:
            edited.put(start, list(draw.choice(SENTENCES)), [None] * 0)
            added = len(edited.text) - len(edited.origin)
            edited.origin[start:start] = [None] * added
        case 1:
            edited.cut(start, end)
        case 2:
            edited.cut(start, end)
            word = draw.choice(["关税", "x", "会晤", "不", "1,102"])
            edited.put(start, list(word), [None] * len(word))
        case 3:  # a whole sentence taken out
            breaks = [0, *[i + 1 for i, letter in enumerate(edited.text) if letter in "。\n."]]
            at = draw.randrange(len(breaks))
            edited.cut(breaks[at], breaks[at + 1] if at + 1 < len(breaks) else length)
        case 4:  # a sentence put elsewhere
            breaks = [0, *[i + 1 for i, letter in enumerate(edited.text) if letter in "。\n."]]
            at = draw.randrange(len(breaks))
            piece = edited.cut(breaks[at], breaks[at + 1] if at + 1 < len(breaks) else length)
            edited.put(draw.randrange(len(edited.text) + 1), *piece)
        case 5:  # a copy of a sentence added
            breaks = [0, *[i + 1 for i, letter in enumerate(edited.text) if letter in "。\n."], length]
            at = draw.randrange(len(breaks) - 1)
            copy = edited.text[breaks[at] : breaks[at + 1]]
            edited.put(draw.choice(breaks), copy, [None] * len(copy))


@pytest.mark.parametrize("seed", range(500))
def test_no_seeded_edit_makes_a_wrong_kept(seed):
    draw = random.Random(seed)
    numbered = [f"第{number}条内容。" for number in range(8)]
    pool = SENTENCES + numbered if seed % 2 else SENTENCES[: 3 + seed % 7]
    old = "".join(draw.choice(pool) for _ in range(draw.randrange(2, 25)))
    edited = Edited(list(old), list(range(len(old))))
    for _ in range(draw.choice([1, 1, 2, 4])):
        if edited.text:
            edit(draw, edited)
    new = "".join(edited.text)
    if new == old:  # the edits undid each other: the same bytes are no new version
        return
    anchors = []
    for _ in range(20):
        start = draw.randrange(len(old))
        end = min(len(old), start + draw.randrange(1, 20))
        anchors.append(Anchor("doc", start, end, old[start:end]))
    for anchor, fate in zip(anchors, reanchor(old, new, anchors), strict=True):
        if fate.word in {"kept", "moved"}:
            assert new[fate.start : fate.end] == anchor.quote
        if fate.word == "kept":
            assert fate.start == anchor.start
            own = sum(edited.origin[place] == place for place in range(anchor.start, anchor.end))
            # "aab" -> "ab": which a went cannot be seen. Such letters at the edge of an edit are nobody's.
            assert own * 2 > len(anchor.quote), (old, new, anchor)
