"""What a class lets expect: our own joint statements in four languages, and real reports against brute force."""

import gzip
import json
import random
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis.formulations import Text
from dragoman.analysis.omissions import OmissionError, TooFew, omission_findings, omissions
from dragoman.analysis.omissions.carried import carried
from dragoman.analysis.omissions.chances import chance_of_class, chance_of_phrase
from dragoman.analysis.omissions.records import Expected, expected_at
from dragoman.model import Passage

# Three statements with a fixed phrase, and a fourth without it: (the four texts, the phrase folded, who stands for it).
STATEMENTS = {
    "zh": (
        [
            "双方举行会谈。双方重申实现完全、可验证、不可逆的半岛无核化。会谈有益。",
            "两国领导人会晤，强调“实现完全、可验证、不可逆的半岛无核化”是共同目标。",
            "双方认为，实现完全、可验证、不可逆的半岛无核化符合各方利益。",
            "双方举行会晤。双方愿为半岛完全无核化而努力。气氛友好。",
        ],
        "实现完全、可验证、不可逆的半岛无核化",
        "双方愿为半岛完全无核化而努力",
    ),
    "en": (
        [
            "The two sides met in May. They reaffirmed the complete, verifiable and irreversible dismantlement plan.",
            "Both leaders agreed that Irreversible Dismantlement Plan steps come first. They spoke of trade.",
            "In their talks the ministers called the irreversible dismantlement plan a common goal.",
            "The two sides met in June. They welcomed a dismantlement of the site.",
        ],
        "irreversible dismantlement plan",
        "They welcomed a dismantlement of the site",
    ),
    "ja": (
        [
            "両首脳は会談した。完全な非核化の実現に向けて連携していくことを確認した。",
            "外相は、完全な非核化の実現に向けて連携していく考えを伝えた。",
            "双方は対話を続け、完全な非核化の実現に向けて連携していくことで一致した。",
            "両首脳は会談した。非核化について意見を交わした。",
        ],
        "完全な非核化の実現に向けて連携していく",
        None,
    ),
    "ko": (
        [
            "양측은 한반도의 완전한 비핵화를 위해 노력하기로 했다.",
            "장관은 한반도의 완전한 비핵화를 위해 협력하겠다고 말했다.",
            "두 정상은 한반도의 완전한 비핵화를 위해 함께 가기로 하였다.",
            "양측은 대화를 계속하기로 했다.",
        ],
        "한반도의 완전한 비핵화를 위해",
        None,
    ),
}


def dated(texts, language="zh", first=2000):
    return [Text(f"do-{at}", text, str(first + at), language, key=f"k{at}") for at, text in enumerate(texts)]


@pytest.mark.parametrize("language", STATEMENTS)
def test_the_phrase_that_all_three_carried_is_missing_from_the_fourth(language):
    texts, phrase, nearest = STATEMENTS[language]
    made = dated(texts, language)
    found = omissions(made[3], made)
    (one,) = [missing for missing in found.missing if missing.anchors[0].quote.lower() == phrase]
    assert (one.carried, one.last, one.total) == (3, 3, 3)
    assert [anchor.document for anchor in one.anchors] == ["do-2", "do-1", "do-0"]
    for anchor in one.anchors:
        text = next(text.text for text in made if text.document == anchor.document)
        assert text[anchor.start : anchor.end] == anchor.quote
    if nearest:
        assert one.nearest.anchor.quote == nearest
        assert one.nearest.anchor.document == "do-3"


def test_english_is_counted_by_whole_words_and_without_regard_to_case():
    texts = ["We back the peace process.", "Peace processing plants open. The Peace Process goes on.",
             "They want a peace process.", "We want no peace processing."]  # fmt: skip
    found = omissions(dated(texts, "en")[3], dated(texts, "en"))
    assert [one.phrase for one in found.missing] == ["peace process"]


def test_what_all_carriers_have_past_a_comma_is_printed_with_the_phrase_and_sought_with_it():
    texts = ["They want complete, verifiable and irreversible disarmament of it.",
             "Both back complete, verifiable and irreversible removal, and trade.",
             "We ask for the complete, verifiable and irreversible end of arms.",
             "They will work toward the complete disarmament of the isles. They met."]  # fmt: skip
    (one,) = omissions(dated(texts, "en")[3], dated(texts, "en")).missing
    assert {anchor.quote for anchor in one.anchors} == {"complete, verifiable and irreversible"}
    assert one.nearest.anchor.quote == "They will work toward the complete disarmament of the isles"


def test_a_phrase_that_lies_in_another_is_no_second_finding():
    long = "推动构建人类命运共同体"
    texts = [f"双方愿{long}。", f"各方同意{long}并合作。", f"我们将{long}。", "天气很好。"]
    found = omissions(dated(texts)[3], dated(texts))
    assert [one.phrase for one in found.missing] == [long]


def test_a_phrase_in_a_question_is_not_the_words_of_the_document():
    asked = "记者：半岛无核化如何？\n答：没有评论。"
    with_question = Text("do-3", asked, "2003", passages=(Passage(0, 11, "question"), Passage(12, 19, "answer")))
    texts = dated(["重申半岛无核化。", "支持半岛无核化！", "实现半岛无核化。"])
    assert [one.phrase for one in omissions(with_question, texts).missing] == ["半岛无核化"]


def test_with_no_earlier_habit_the_rule_of_succession_speaks():
    texts, phrase, _ = STATEMENTS["zh"]
    (one,) = [some for some in omissions(dated(texts)[3], dated(texts)).missing if some.phrase == phrase]
    assert one.chance.basis == "phrase"
    assert one.chance.value == 0.5 / 4  # Jeffreys: half a success in three trials and one more
    assert one.chance.low == 0.0
    assert one.chance.high > 0.5  # three documents allow no more


def test_the_classs_habit_counts_documents_and_not_phrases():
    """Three earlier members that lost 0, 1/2 and 1 of their phrases are one and a half losses in three trials."""
    import numpy as np

    def at(kept):
        some = len(kept)
        return Expected(9, 3, np.arange(some), np.full(some, 3), np.full(some, 3), np.array(kept, bool))

    chance = chance_of_class([at([1] * 50), at([1] * 10 + [0] * 10), at([0] * 5)], 3)
    assert isclose(chance.value, (1.5 + 0.5) / 4)
    assert (chance.members, chance.phrases) == (3, 75)
    assert chance.low < 0.12
    assert chance.high > 0.88
    assert chance_of_class([at([1] * 50), at([1])], 3) is None
    assert chance_of_class([at([1])] * 9, 4) is None  # no record of four was seen


def test_the_rule_of_succession_by_hand():
    chance = chance_of_phrase(9, 2)
    assert isclose(chance.value, 2.5 / 10)


def test_a_phrase_that_comes_back_after_absence_is_told_with_its_last_place():
    texts = [
        "坚持互不侵犯原则。",
        "重申互不侵犯原则。",
        "谈贸易。",
        "谈天气如何。",
        "谈文化交流。",
        "又提互不侵犯原则！",
    ]
    found = omissions(dated(texts)[5], dated(texts), last=3)
    (one,) = found.returned
    assert (one.phrase, one.absent, one.total) == ("互不侵犯原则", 3, 2)
    assert (one.before.document, one.now.document) == ("do-1", "do-5")
    assert (one.back, one.silent) == (1, 1)


def test_a_phrase_that_moves_from_the_points_into_the_preamble_is_told():
    body = "双方会谈。\n一、双方{}。\n二、双方愿合作共赢新局面。"
    texts = [body.format(f"{word}互不侵犯原则") for word in ("重申", "坚持", "支持")]
    moved = "双方会谈，谈及互不侵犯原则。\n一、双方谈贸易。\n二、双方愿合作共赢新局面。"
    (one,) = omissions(dated([*texts, moved])[3], dated([*texts, moved])).moved
    assert (one.phrase, one.was, one.part) == ("互不侵犯原则", "body", "preamble")


def test_a_preamble_that_takes_in_what_others_number_is_no_place_to_move_to():
    body = "双方会谈。\n一、双方{}，并就共同关心的问题交换意见。\n二、双方愿合作共赢新局面。"
    texts = [body.format(f"{word}互不侵犯原则") for word in ("重申", "坚持", "支持")]
    long = (
        "双方会谈，谈及互不侵犯原则，并就许多问题长时间地交换了意见，谈了贸易、文化和旅游。\n一、双方愿合作共赢新局面。"
    )
    assert omissions(dated([*texts, long])[3], dated([*texts, long])).moved == ()


def test_what_only_says_when_or_how_much_is_no_formulation():
    texts = [f"{word}投资：五千亿美元。2018年5月3日，会晤。" for word in ("拟", "将", "已")] + ["没有投资。"]
    assert omissions(dated(texts)[3], dated(texts)).missing == ()


@pytest.mark.parametrize(
    ("present", "members", "error", "says"),
    [
        (Text("x", "  \n", "2018"), 5, OmissionError, "no text"),
        (Text("x", "双方会谈。", None), 5, OmissionError, "no date"),
        (Text("x", "双方会谈。", "2018"), 2, TooFew, "two earlier members"),
        (Text("x", "双方会谈。", "2000"), 5, TooFew, "no earlier member"),
        (Text("x", "회담하였다.", "2018", "ko"), 5, TooFew, "no earlier member"),
    ],
)
def test_where_nothing_can_be_said_the_reason_is_given(present, members, error, says):
    texts = dated([f"双方会谈{at}次。" for at in range(members)])
    with pytest.raises(error, match=says):
        omissions(present, texts)


def test_a_copy_of_an_earlier_text_is_not_counted_twice():
    texts = dated(["双方重申半岛无核化。"] * 3 + ["天气很好。"])
    with pytest.raises(TooFew, match="one earlier member"):
        omissions(texts[3], texts)


def test_findings_hold_their_anchors_figures_and_the_model():
    texts, phrase, _ = STATEMENTS["zh"]
    made = dated(texts)
    found = omissions(made[3], made)
    names = {text.document: f"{text.key} ({text.published})" for text in made}
    findings = omission_findings(found, "Joint statements", names)
    one = next(finding for finding in findings if dict(finding.parameters)["phrase"] == phrase)
    assert one.verdict == "missing"
    assert "stood in 3 of the last 3" in one.sentence
    assert "k3 (2003)" in one.sentence
    assert dict(one.figures)["carried by"] == "k2 (2002), k1 (2001), k0 (2000)"
    assert any("rule of succession" in caveat for caveat in one.caveats)
    assert len({finding.id for finding in findings}) == len(findings)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("双方会谈无核化、。，\n“”a1 ", max_size=60), min_size=4, max_size=7))
def test_what_is_told_missing_is_in_the_members_and_not_in_the_document(texts):
    made = dated(texts)
    try:
        found = omissions(made[-1], made)
    except OmissionError:
        return
    folded = [_folded(text) for text in texts]
    members = {f"do-{at}" for at in range(len(texts))}
    for one in found.missing:
        assert one.phrase not in folded[-1]
        told = {anchor.document for anchor in one.anchors}
        assert told <= members
        assert all(one.phrase in folded[int(name[3:])] for name in told)


def _folded(text):
    return "".join(one for one in text if one not in "“” ")


@pytest.mark.parametrize("text", ["", "\x00", "。" * 500, "\ud800" * 40, "a" * 3000, "双" * 3000, "𠀀𠀁" * 200])
def test_no_text_makes_it_stumble(text):
    made = dated([text, text + "。会", text + "，谈", text + "双方"])
    try:
        omissions(made[-1], made)
    except OmissionError:
        return


def test_a_text_of_one_character_is_read_in_time_and_says_nothing():
    made = dated(["双" * 60_000 + f"。会{at}" for at in range(4)])
    assert omissions(made[-1], made).missing == ()


@pytest.mark.parametrize(("length", "least"), [(4, 4), (7, 4), (12, 5)])
def test_expected_and_absent_strings_of_real_reports_are_those_of_brute_force(shared, length, least):
    """Every string of a length out of the last five reports: whether the phrases known cover just those carried."""
    with gzip.open(shared / "corpora" / "government_work_reports.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = sorted((row["year"], row["content"]) for row in map(json.loads, lines) if row["year"])
    texts = [Text(str(year), text, str(year)) for year, text in rows[-9:]]
    known = carried(texts)
    now = expected_at(known, known.earlier, 5)
    folded = list(known.stream.folded())
    pick = random.Random(7).sample(range(len(now.phrases)), 60)
    for row in pick:
        phrase = known.phrases[now.phrases[row]]
        inside = [folded[known.earlier - back].count(phrase) > 0 for back in range(1, 6)]
        assert sum(inside) == now.carried[row] >= 4
        assert (folded[-1].count(phrase) > 0) == now.kept[row]
    pieces = [{text[at : at + length] for at in range(len(text) - length + 1)} for text in folded[-6:]]
    everywhere = [one for one in pieces[0] if "\n" not in one and sum(one in some for some in pieces[:5]) >= least]
    told = "\n".join(known.phrases[row] for row in range(len(known.phrases)))
    unknown = [one for one in everywhere if one not in pieces[5] and one[1:-1] not in told]
    assert len(unknown) <= 0.05 * len(everywhere)  # what is left is cut off by the cleaning of ends
