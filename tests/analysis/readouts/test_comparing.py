"""Two accounts from end to end, bad input, and what is found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis.readouts import ReadoutError, compare, findings, matters
from dragoman.analysis.readouts.chance import line_for
from dragoman.analysis.readouts.comparing import size
from dragoman.gazetteer import load
from tests.analysis.readouts.making import EN_CALL, ZH_CALL, Topics, account, without_meaning

TOPICS = Topics([["通电话", "spoke"], ["坦诚", "candid"], ["红线"], ["fentanyl"], ["磋商", "consultations"]])


@pytest.fixture(scope="module")
def call():
    (found,) = compare([account("cn", "zh", ZH_CALL), account("us", "en", EN_CALL)], load(), TOPICS)
    return found


def test_a_call_as_two_sides_tell_it(call):
    rows = [(one.left, one.right, one.verdict) for one in matters(call)]
    assert rows == [
        ((0,), (0,), "initiative"),
        ((1,), (1,), "term"),
        ((), (2,), "only right"),
        ((2,), (), "only left"),
        ((3,), (3,), "number, date"),
    ]


def test_every_anchor_of_every_finding_stands_in_its_text(call):
    texts = {call.pair.left.document: ZH_CALL, call.pair.right.document: EN_CALL}
    for finding in findings(call):
        assert all(anchor.holds(texts[anchor.document]) for anchor in finding.anchors)
        assert finding.sentence.count("\n") == 0
        assert finding.analysis == "readouts"
    assert len({finding.id for finding in findings(call)}) == len(findings(call))


def test_the_findings_say_what_differs_and_who_is_silent(call):
    said = {finding.verdict: finding.sentence for finding in findings(call)}
    assert "both tell 3 matters" in said["descriptive"]
    assert (
        said["initiative"]
        == "They differ in on whose initiative it was: cn has “应约”, us nothing (asked for by United States)."
    )
    assert "cn has “25”, us “20”" in said["number"]
    assert said["only right"] == "Only us says: “President Biden raised concerns over fentanyl.”"
    assert "100 % to China" in said["shares"]


def swapped(comparison):
    names = {"only left": "only right", "only right": "only left"}
    return sorted((one.right, one.left, names.get(one.verdict, one.verdict)) for one in matters(comparison))


@pytest.mark.parametrize("embedder", [TOPICS, None])
def test_swapping_the_documents_swaps_the_result(embedder):
    one, other = account("cn", "zh", ZH_CALL), account("us", "en", EN_CALL)
    (there,), (back,) = compare([one, other], load(), embedder), compare([other, one], load(), embedder)
    assert swapped(back) == sorted((row.left, row.right, row.verdict) for row in matters(there))


def test_three_accounts_are_compared_each_with_each():
    three = [account(key, "zh", ZH_CALL) for key in ("a", "b", "c")]
    found = compare(three, load(), None)
    assert [(one.pair.left.key, one.pair.right.key) for one in found] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert all(one.verdict == "same" for comparison in found for one in matters(comparison))


def test_fewer_than_two_accounts_or_one_twice_is_refused():
    one = account("a", "zh", ZH_CALL)
    with pytest.raises(ReadoutError, match="two accounts"):
        compare([one], load(), None)
    with pytest.raises(ReadoutError, match="a is given twice"):
        compare([one, one], load(), None)


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (("zh", ""), ("zh", ZH_CALL), "a has no words"),
        (("zh", "。。。\n"), ("en", EN_CALL), "a has no words"),
        (("zh", ZH_CALL), ("zh", ZH_CALL * 11), "b is 11 times as long as a"),
        (
            ("zh", ZH_CALL),
            ("en", "Rice was planted in spring. The harvest was good."),
            "do not seem to tell of one event",
        ),
    ],
)
def test_what_cannot_be_compared_gives_a_clear_sentence_and_no_finding(left, right, why):
    found = without_meaning(left, right)
    assert why in found.refused
    assert findings(found) == ()
    assert found.links == ()


def test_accounts_of_two_calls_on_other_days_are_not_of_one_event():
    other = "2021年9月10日，国家主席习近平同英国首相约翰逊通电话。双方讨论了气候变化。"
    found = without_meaning(("zh", ZH_CALL), ("zh", other))
    assert "do not seem to tell of one event" in found.refused


def test_a_huge_account_is_refused_and_not_compared_for_hours():
    many = "".join(f"第{number}点，甲乙丙丁。" for number in range(2100))
    assert "clauses; at most" in without_meaning(("zh", many), ("zh", many + "。")).refused


def test_lengths_are_alike_in_all_languages():
    assert size(account("a", "zh", "两国元首交换意见")) == 8
    assert size(account("a", "en", "The presidents exchanged views")) == 8


def test_the_line_rises_with_the_number_of_clauses_and_never_falls():
    lines = [line_for(n, n, True) for n in (1, 6, 20, 60, 180)]
    assert lines == sorted(lines)
    assert lines[0] == lines[1] == 0.4


def test_a_quoted_phrase_that_the_other_has_not():
    left = ZH_CALL + "习近平指出，这不是“去风险”。"
    found = without_meaning(("zh", left), ("zh", ZH_CALL))
    (one,) = [finding for finding in findings(found) if finding.verdict == "omitted"]
    assert one.sentence == "b has nothing of what a sets in quotation marks: “去风险”."


def test_terms_chosen_all_through_are_found_where_no_clause_answers():
    left, right = ZH_CALL + "习近平谈到钓鱼岛。", EN_CALL + " He spoke of the Senkaku Islands at length."
    found = without_meaning(("zh", left), ("en", right))
    (one,) = [finding for finding in findings(found) if finding.verdict == "terms"]
    assert "a writes “钓鱼岛”, b “Senkaku”" in one.sentence


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120), st.sampled_from(["zh", "en", "ja", "ko"]))
def test_no_text_makes_it_fail(one, other, language):
    found = without_meaning((language, one), ("en", other))
    for finding in findings(found):
        assert all(anchor.holds(one) or anchor.holds(other) for anchor in finding.anchors)
