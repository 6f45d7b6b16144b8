"""A claim without its words fails, with the line and the reason."""

from dataclasses import replace

import pytest

from dragoman.brief import check_brief
from dragoman.brief.claims import claims
from dragoman.brief.draft import read_draft
from tests.brief.making import BRIEF, TEXTS, document, evidence


def held(text: str) -> list[tuple[str, list[str]]]:
    return [(c.text, [part.key for one in c.citations for part in one.parts]) for c in claims(read_draft(text))]


def reasons(text: str, **changes: object) -> list[tuple[int, str]]:
    return [(p.line, p.reason) for p in check_brief(evidence(**changes), text)]


def test_a_brief_whose_quotes_stand_has_no_problem():
    assert check_brief(evidence(), BRIEF) == []


def test_a_citation_belongs_to_the_sentence_before_it_inside_or_after_its_stop():
    text = 'Kim came [@n5 "a"]. Xi spoke. [@n7 "b"] He left.'
    assert held(text) == [("Kim came.", ["n5"]), ("Xi spoke.", ["n7"]), ("He left.", [])]


def test_several_citations_of_one_sentence_are_all_its_own():
    assert held('Kim came [@a "x"] and went [@b "y"]. [@c "z"]') == [("Kim came and went.", ["a", "b", "c"])]


def test_a_citation_that_opens_a_paragraph_belongs_to_its_first_sentence():
    assert held('[@a "x"] Kim came. He left.') == [("Kim came.", ["a"]), ("He left.", [])]


def test_claims_in_emphasis_links_and_lists_are_claims():
    assert held('- *Kim* [came](https://example.org) [@a "x"]\n- He left') == [("Kim came", ["a"]), ("He left", [])]


def test_chinese_sentences_are_cut_by_chinese_rules():
    text = '---\nlang: zh\n---\n金正恩访华。[@n5 "甲"]双方会谈。'
    assert held(text) == [("金正恩访华。", ["n5"]), ("双方会谈。", [])]


def test_headings_own_reasoning_blocks_and_tables_hold_no_claims():
    own = "::: own\nWe think so. It is ours.\n\n- And this.\n:::"
    assert held(f"# A heading.\n\n{own}\n\n```{{chronology}}\n```\n\n|a|\n|-|\n|b.|\n") == []


def test_a_claim_without_citation_says_its_line_and_its_words():
    text = 'Kim came [@n5 "访华"].\nNobody\nsaid this.\n'
    (problem,) = check_brief(evidence(), text)
    assert (problem.line, problem.reason) == (2, 'no source for "Nobody said this."')
    assert "::: own" in problem.hint


def test_own_reasoning_that_is_never_closed_does_not_silence_what_follows():
    assert reasons("::: own\nWe think.\n\nKim came.\n")[0] == (1, "::: own is never closed")


def test_an_unknown_fence_of_colons_is_told_with_the_nearest():
    (first, *_rest) = check_brief(evidence(), "::: owm\nWe think.\n:::\n")
    assert (first.line, first.reason) == (1, "unknown block ::: owm")
    assert 'did you mean "own"' in first.hint


def test_an_unknown_key_names_the_nearest():
    (problem,) = check_brief(evidence(), 'Kim came [@n55 "访华"].')
    assert problem.reason == 'no source has the key "n55"'
    assert problem.hint == 'the nearest key is "n5"'


def test_a_quote_that_is_not_there_shows_the_nearest_words():
    (problem,) = check_brief(evidence(), 'Kim came [@n5 "金正恩于3月25日至27日访华"].')
    assert problem.reason == '"金正恩于3月25日至27日访华" is not in "n5"'
    assert problem.hint == (
        'nearest, at character 19: "金正恩于3月25日至28日访华"; differs: "7" is "8" in the source'
    )  # fmt: skip


def test_a_quote_that_stands_twice_is_ambiguous_until_its_number_is_given():
    assert reasons('They met [@n5 "会谈。"].') == []
    assert reasons('They met [@n5 "会谈"].') == [(1, '"会谈" stands 3 times in "n5": ambiguous')]
    assert reasons('They met [@n5 "会谈" #3].') == []
    assert reasons('They met [@n5 "会谈" #4].') == [(1, '"会谈" stands 3 times in "n5": there is no #4')]
    assert reasons('They met [@n5 "会谈" #0].') == [(1, '"会谈" stands 3 times in "n5": there is no #0')]


def test_a_quote_may_break_over_lines_of_the_brief():
    assert reasons('Kim came [@e1 "returned to\n  China"; @n5 "金正恩于3月\n25日至28日访华"].') == []


def test_a_quote_of_an_older_version_says_that_the_source_has_changed():
    old = document("n5", "金正恩于3月25日抵达北京。")
    (problem,) = check_brief(evidence(older_documents={"so-n5": (old,)}), 'Kim came [@n5 "抵达北京"].')
    assert problem.reason.startswith(f'"抵达北京" stood in the version {old.sha256[:8]} published 2018-03-29 of "n5"')
    assert problem.reason.endswith("the source has changed")


def test_a_refused_source_cannot_be_quoted_and_a_partial_one_is_warned_of_once():
    refused = document("n5", "", "refused", ("password needed",))
    partial = document("n5", None, "partial", ("2 pages without text",))
    others = {d.id: d for d in map(document, TEXTS) if d.source != "so-n5"}
    text = 'Kim came [@n5 "访华"]. They met [@n5 "再次会谈"].'
    (first, _second) = check_brief(evidence(documents={**others, refused.id: refused}), text)
    assert first.reason == 'source "n5" was refused: password needed'
    (warning,) = check_brief(evidence(documents={**others, partial.id: partial}), text)
    assert warning.warning
    assert warning.reason == 'source "n5" was read in part: 2 pages without text'


def test_a_source_of_which_nothing_is_stored_is_told():
    documents = {d.id: d for d in map(document, TEXTS) if d.source != "so-n5"}
    assert reasons('Kim came [@n5 "访华"].', documents=documents) == [
        (1, 'source "n5" was refused: nothing of it is stored')
    ]


@pytest.mark.parametrize(
    ("block", "line", "reason", "hint"),
    [
        ("```{chronolgy}\n```", 3, "unknown block {chronolgy}", 'did you mean "chronology"?'),
        ("```chronology\n```", 3, "unknown block chronology", "write {chronology}, in braces"),
        ("```{chronology}\ntrakcs: [a]\n```", 4, "unknown option 'trakcs' of {chronology}", 'did you mean "tracks"?'),
        ("```{chronology}\nfirst: soon\n```", 4, "first: 'soon' is not a day", "write a day as 2018-03-01"),
        ("```{chronology}\na: [\n```", 5, "the options of {chronology} are not YAML", "write: name: value"),
        ("```{events}\n- a\n```", 4, "the options of {events} are not names and values", "write: name: value"),
        ("```{events}\ntracks: vists\n```", 3, "{events}: no track 'vists' in this case", 'did you mean "visits"?'),
        ("```{events}\ntypes: x\n```", 3, "{events}: no type of event 'x' in this case", "known: visit"),
        ("```{finding}\nid: fi-2\n```", 3, "{finding}: no id 'fi-2' in this case", 'did you mean "fi-1"?'),
    ],
)  # fmt: skip
def test_an_unknown_block_or_option_names_the_nearest(block: str, line: int, reason: str, hint: str):
    (problem,) = check_brief(evidence(), f"# T\n\n{block}\n")
    assert (problem.line, problem.reason) == (line, reason)
    assert problem.hint.startswith(hint)


def test_a_block_that_shows_nothing_is_a_warning():
    (problem,) = check_brief(replace(evidence(), findings=()), "```{finding}\n```\n")
    assert problem.warning


def test_front_matter_that_is_no_yaml_or_unknown_is_told():
    assert reasons("---\ntitle: [\n---\n")[0][1].startswith("the front matter is not YAML")
    (problem,) = check_brief(evidence(), "---\ntitel: T\n---\n")
    assert problem.reason == "unknown front matter 'titel'"
    assert 'did you mean "title"' in problem.hint


def test_comments_are_left_out_and_other_html_is_a_problem():
    assert reasons('<!-- A note\nto myself. -->\n\nKim came <!-- when? --> in March [@n5 "访华"].') == []
    assert reasons("<p>Kim came.</p>\n") == [(1, "HTML is shown as text, not followed")]
    assert reasons("<!-- x --> Kim came.\n") == [(1, "HTML is shown as text, not followed")]
    assert reasons('Kim <b>came</b> [@n5 "访华"].')[0] == (1, "HTML is shown as text, not followed: <b>")


def test_a_sentence_that_mixes_likelihood_and_confidence_is_warned_of_with_its_line_and_fails_nothing():
    mixed = "We are\nconfident that a visit is unlikely."
    (problem,) = check_brief(evidence(), f"::: own\nA visit is likely. We say so\nwith confidence.\n\n{mixed}\n:::\n")
    assert (problem.line, problem.warning) == (5, True)
    assert problem.reason == '"We are confident that a visit is unlikely." mixes likelihood and confidence'
    assert check_brief(evidence(), "::: own\nConfidence-building measures are likely.\n:::\n") == []
