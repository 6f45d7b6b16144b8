"""Usual answers and departures from them, on press conferences of our own."""

from math import isclose

import pytest

from dragoman.analysis.formulations import Text
from dragoman.analysis.habits import departures, exchanges, habits, place_of, practice, told, topic_asked, topics
from dragoman.gazetteer import load
from dragoman.sources.registers import passages_in

HABIT = "维护半岛和平稳定大局"
USUAL = "中方对朝鲜半岛问题的立场一贯明确。我们主张通过对话协商解决问题，希望有关各方相向而行。"
OTHERS = ("贸易", "气候", "体育", "旅游", "教育", "科技")


def conference(at, on_topic):
    """A conference with answers on the peninsula and six on other things, no two answers alike."""
    lines = [f"路透社记者：第{at}周朝鲜半岛局势如何？\n汪文斌：{answer}" for answer in on_topic]
    lines += [f"法新社记者：{one}方面有何消息？\n汪文斌：关于{one}，本月{at}日已发布{one}公报。" for one in OTHERS]
    text = "\n".join(lines)
    return Text(f"do-{at:02}", text, f"2021-01-{at:02}", "zh", "外交部", "", f"k{at}", passages_in(text))


def told_of(answers):
    """The departures of conferences with these answers on the topic, and what is told of them."""
    texts = [conference(at, some) for at, some in enumerate(answers, 1)]
    found = list(exchanges(texts))
    known = load()
    made = practice(found, known)
    on = {name: numbers for name, numbers in topics(found, known).items() if name == "korean-peninsula"}
    departed = departures(made, on)
    return made, told(made, departed, {text.document: text for text in texts}, 5), texts


WITH = [f"{USUAL}{HABIT}。"]
WITHOUT = [f"{USUAL}中方不再作进一步评论，请关注后续消息。"]


def test_a_question_of_two_lines_and_its_answer_are_one_exchange_without_the_askers_name():
    text = "路透社记者：第一问？\n路透社记者：第二问？\n汪文斌：无可奉告。\n法新社记者：第三问？"
    (one,) = exchanges([Text("do-1", text, "2021-05-01", passages=passages_in(text))])
    assert one.asked == "第一问？\n第二问？"
    assert text[one.start : one.end] == one.answered == "汪文斌：无可奉告。"
    assert list(exchanges([Text("do-1", text, None, passages=passages_in(text))])) == []


def test_the_first_answer_without_the_habit_is_told_with_its_chance_by_hand():
    made, (one,), texts = told_of([WITH] * 10 + [WITHOUT] * 3)
    assert one.departure.topic == "korean-peninsula"
    assert HABIT in one.phrase
    assert one.answer.document == "do-11"
    assert (one.departure.carried, one.departure.run, one.departure.total, one.departure.of) == (8, 10, 10, 10)
    assert isclose(one.departure.chance.value, 0.5 / 11)  # ten documents had it, none lacked it
    assert (one.departure.later, one.departure.without) == (2, 2)
    assert [anchor.document for anchor in one.before] == ["do-10", "do-09", "do-08"]
    by_id = {text.document: text.text for text in texts}
    for anchor in (one.answer, *one.before, *one.instead):
        assert by_id[anchor.document][anchor.start : anchor.end] == anchor.quote
    assert made.exchanges[one.departure.exchanges[0]].document == "do-11"


def test_what_was_said_once_in_a_conference_need_not_be_said_again():
    _, found, _ = told_of([WITH] * 10 + [[*WITHOUT, *WITH]] + [WITH] * 2)
    assert found == []


def test_an_answer_that_says_nothing_usual_is_no_departure():
    _, found, _ = told_of([WITH] * 11 + [["朝鲜半岛？我没有要补充的消息，请向主管部门询问，今天天气晴朗。"]] + [WITH])
    assert found == []


def test_a_short_answer_is_no_departure():
    _, found, _ = told_of([WITH] * 11 + [["朝鲜半岛立场一贯明确。"]] + [WITH])
    assert found == []


def test_the_usual_answer_is_counted_against_all_answers():
    texts = [conference(at, WITH if at % 2 else WITHOUT) for at in range(1, 15)]
    found = list(exchanges(texts))
    made = practice(found, load())
    told_habits = habits(made, {"korean-peninsula": [at for at, one in enumerate(found) if "半岛" in one.asked]})
    one = next(one for one in told_habits if made.phrases[one.phrase] == HABIT)
    assert (one.documents, one.of) == (7, 14)
    assert isclose(one.base, 7 / len(found))
    place = place_of(made, one.phrase, one.exchange, {text.document: text for text in texts})
    assert (place.document, place.quote) == ("do-13", HABIT)


def test_a_topic_is_asked_for_by_name_id_or_words():
    found = list(exchanges([conference(1, WITH)]))
    known = load()
    assert topic_asked(found, "朝鲜半岛", known) == {"korean-peninsula": [0]}
    assert topic_asked(found, "korean-peninsula", known) == {"korean-peninsula": [0]}
    assert topic_asked(found, "气候方面", known) == {"“气候方面”": [2]}
    assert topic_asked(found, "没有这个", known) == {"“没有这个”": []}


def test_too_few_answers_make_no_habit():
    found = list(exchanges([conference(at, WITH) for at in (1, 2)]))
    made = practice(found, load())
    assert habits(made, {"x": [0, 7]}) == []
    assert departures(made, {"x": [0, 7]}) == []


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_other_languages_have_habits_too(language):
    asked, answer = {
        "en": ("Q: What of Korea in week {}?", "A: We support a political settlement of the Korean issue. Day {}."),
        "ja": ("記者：第{}週の朝鮮半島情勢は。", "答：朝鮮半島の完全な非核化に向けて緊密に連携していく。{}日。"),
        "ko": ("기자: {}주차 한반도 정세는?", "답: 한반도의 완전한 비핵화를 위해 긴밀히 협력할 것이다. {}일."),
    }[language]
    texts = []
    for at in range(1, 9):
        text = f"{asked.format(at)}\n{answer.format(at)}"
        texts.append(Text(f"do-{at}", text, f"2021-01-0{at}", language, "x", "", f"k{at}", passages_in(text)))
    found = list(exchanges(texts))
    assert len(found) == 8
    made = practice(found, load())
    assert any(len(made.phrases[row]) >= 8 for row in range(len(made.phrases)) if made.own[row])
