"""Looking for expressions by what begins their matches finds what trying them everywhere finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.languages import LANGUAGES
from dragoman.languages.amount_patterns import amount_patterns
from dragoman.languages.grammar import Grammar, grammar
from dragoman.languages.literals import beginnings, level
from dragoman.languages.sought import Beginnings, Several, Sought

PIECES = {
    "en": "the 7th of |May 7|two days after |last\n|week |Q3 |US$ 30|-5 |percent |half a |dozen |two-thirds |20-30 ",
    "zh": "二〇一八年|五月|7日|百分之三|两三|万亿美元|¥5|上周|三成|年底|第三季度|约|半",
    "ja": "平成三十年|５月|7日|3割引き|二千|億ドル|先週|翌日|三分の一|年末|約|ポイント",
    "ko": "5월 7일|삼십 명|억 달러|지난\u00a0주|사흘 뒤|3분의 1|40퍼센트|올해|약|두세|다음\n달",
}


def texts(lang: str) -> st.SearchStrategy[str]:
    pieces = st.sampled_from(PIECES[lang].split("|")) | st.text("0123456789 \n.,-/a$İK\ud800", max_size=3)
    return st.lists(pieces, max_size=12).map("".join)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_amounts_and_cores_of_a_text_are_found(lang: str) -> None:
    expressions = amount_patterns(lang).amount, Sought(grammar(lang).expand(str(grammar(lang).data["core"])))

    @settings(max_examples=150, deadline=None)
    @given(texts(lang))
    def found(text: str) -> None:
        folded = grammar(lang).fold(text)
        for sought in expressions:
            assert [m.span() for m in sought.finditer(folded)] == [m.span() for m in sought.pattern.finditer(folded)]

    found()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_phrase_is_of_the_first_expression_that_matches_wherever_one_may_begin(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = grammar(lang)
    everyone = set(range(len(rules.data["expressions"])))

    def everywhere(_: Beginnings, text: str, start: int, end: int) -> dict[int, set[int]]:
        return dict.fromkeys(range(start, end), everyone)

    @settings(max_examples=25, deadline=None)
    @given(texts(lang))
    def found(text: str) -> None:
        folded = rules.fold(text)
        sought = rules.scan(folded)
        with monkeypatch.context() as patched:
            patched.setattr(Beginnings, "places", everywhere)
            assert rules.scan(folded) == sought

    found()


@pytest.mark.parametrize(
    ("expression", "strings"),
    [
        (r"(?<!\w)[Hh]e\b", {"he"}),
        (r"(?:in\s+)?(?:may|june)", {"in may", "in june", "in  ", "may", "june"}),
        (r"[0-2]{2}x", {"0", "1", "2"}),
        (r"(?:ab?|(?!))c", {"ac", "abc"}),
        (r"talks?(?!s)|talk of", {"talk"}),
        (r"\w+ing", None),
        ("x*", None),
    ],
)
def test_what_begins_every_match_is_known(expression: str, strings: set[str] | None) -> None:
    assert beginnings(expression) == strings


@given(st.text(" \n\u3000aZİ\ud800", max_size=20))
def test_levelling_keeps_the_length(text: str) -> None:
    assert len(level(text)) == len(text)


def test_a_part_of_a_text_is_searched_with_what_stands_before_it_in_sight() -> None:
    sought = Sought(r"(?<!un)lawful|\bact")
    assert [match.start() for match in sought.finditer("unlawful acts, lawful acts", 2, 22)] == [9, 15]
    assert sought.search("unlawful pact") is None


def test_an_expression_of_a_grammar_that_may_begin_with_anything_is_refused() -> None:
    row = {"op": "day", "pattern": ".day"}
    with pytest.raises(ValueError, match=re.escape("'.day'")):
        Grammar({"words": {}, "core": "day", "reach": 4, "expressions": [row]})


@pytest.mark.parametrize("expressions", [("ta[lx]ks?", "meets?", r"\w+s\b"), (r"\w+", ".x")])
def test_several_expressions_are_found_one_after_the_other(expressions: tuple[str, ...]) -> None:
    patterns = [re.compile(expression) for expression in expressions]
    text = "He talks, she meets; they talk of taxes."
    found = [(number, match.span()) for number, match in Several(patterns).finditer(text, 3, 38)]
    assert found == [(n, m.span()) for n, pattern in enumerate(patterns) for m in pattern.finditer(text, 3, 38)]
