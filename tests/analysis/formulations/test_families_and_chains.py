"""Families with a slot, and long forms that give way to short ones."""

import pytest

from dragoman.analysis.formulations import Calendar, FormulationError, Text, load_ladders, phrase_index, traced
from dragoman.analysis.formulations.chains import chains, relation
from dragoman.analysis.formulations.families import families_in, family, slot_of

TEXTS = [
    Text("do-1", "贯彻和平发展理念，贯彻绿色发展理念。", "2015-03-05"),
    Text("do-2", "贯彻绿色发展理念。贯彻。理念。", "2014-03-05"),
    Text("do-3", "贯彻一种理念；贯彻精神，理念不变。", "2018"),
]


def test_each_filler_has_its_first_and_last_use_in_order_of_first_use() -> None:
    members = family(phrase_index(TEXTS), "贯彻", "理念")
    assert [(one.filler, one.documents, one.first and one.first.published) for one in members] == [
        ("绿色发展", 2, "2014-03-05"),
        ("和平发展", 1, "2015-03-05"),
        ("一种", 1, "2018"),
    ]
    last = members[0].last
    assert last is not None
    assert (last.anchor.document, last.anchor.start) == ("do-1", 9)


def test_a_slot_holds_no_stop_and_no_second_opening() -> None:
    texts = [Text("do-1", "坚持走坚持改革道路"), Text("do-2", "坚持。道路"), Text("do-3", "坚持" + "很" * 30 + "道路")]
    assert [one.filler for one in family(phrase_index(texts), "坚持", "道路")] == ["改革"]


def test_predecessors_and_successors_share_opening_and_closing() -> None:
    said = {
        "2013": "全球合作倡议",
        "2014": "全球合作倡议",
        "2015": "全球对话倡议",
        "2016": "全球对话倡议",
        "2017": "全球独白倡议",
    }
    texts = [Text(f"do-{year}", f"落实{phrase}。", year) for year, phrase in said.items()]
    (kin,) = traced(phrase_index(texts), ["全球对话倡议"], load_ladders()).relatives
    assert [one.phrase for one in kin.members] == ["全球合作倡议", "全球对话倡议"]
    assert traced(phrase_index(texts), ["全球"], load_ladders()).relatives == ()


def test_a_pattern_that_stands_in_the_texts_is_a_plain_phrase() -> None:
    told = traced(phrase_index([Text("do-1", "他说和平…原则。")]), ["和平…原则"], load_ladders())
    assert [history.documents for history in told.histories] == [1]
    assert told.families == ()


def test_a_pattern_has_one_slot() -> None:
    assert slot_of("中国…思想") == ("中国", "思想")
    assert slot_of("……") is None
    with pytest.raises(FormulationError, match="one slot"):
        slot_of("甲…乙…丙")


def test_families_are_found_among_phrases() -> None:
    found = families_in(["坚持绿色发展", "坚持创新发展", "坚持协调发展", "双方会晤"])
    assert found == {"坚持…发展": ("创新", "协调", "绿色")}


@pytest.mark.parametrize(
    ("short", "long", "kind"),
    [
        ("共同体", "命运共同体", "part of"),
        ("科学发展", "科学和可持续发展", "abbreviates"),
        ("科学发展", "科学发展", None),
        ("科展", "科学发展", None),
        ("科学发展", "科学家谈发扬", None),
        ("", "科学", None),
    ],
)
def test_how_one_phrase_shortens_another(short: str, long: str, kind: str | None) -> None:
    assert relation(short, long) == kind


def test_a_short_form_counts_only_outside_its_long_form() -> None:
    texts = [
        Text("do-1", "构建命运共同体。", "2016"),
        Text("do-2", "构建命运共同体，共同体。", "2017"),
        Text("do-3", "共同体。", "2018"),
        Text("do-4", "共同体。", "2019"),
    ]
    index = phrase_index(texts)
    (link,) = chains(index, ["命运共同体", "共同体"], Calendar(index))
    assert [(year.year, year.long, year.short) for year in link.years] == [
        ("2016", 1, 0),
        ("2017", 1, 1),
        ("2018", 0, 1),
        ("2019", 0, 1),
    ]
    assert link.overtaken == "2018"
    found = traced(index, ["命运共同体", "共同体"], load_ladders()).findings
    assert "From 2018 on" in next(finding.sentence for finding in found if finding.verdict == "shortened")
