"""The brief of the bundled case: every sentence of fact has a note, and every note's words stand once in its source."""

import re

import pytest

PART = re.compile(r'@([\w-]+)\s+"((?:[^"\\]|\\.)*)"')
CITATION = re.compile(r'\[@[\w-]+\s+"(?:[^"\\]|\\.)*"(?:;\s+@[\w-]+\s+"(?:[^"\\]|\\.)*")*\]')


def overlapping_count(text: str, words: str) -> int:
    return sum(text.startswith(words, at) for at in range(len(text)))


@pytest.fixture(scope="module")
def prose(brief: str) -> str:
    """The brief without front matter, computed blocks, passages of our own and headings; each citation is a ※."""
    body = brief.split("\n---\n", 1)[1]
    body = re.sub(r"^```.*?^```$|^::: own$.*?^:::$|^#+ .*?$", "", body, flags=re.DOTALL | re.MULTILINE)
    return CITATION.sub("※", body)


def test_every_quote_stands_exactly_once_in_its_source(brief: str, texts: dict[str, str]) -> None:
    parts = PART.findall(brief)
    assert len(parts) >= 25
    for key, words in parts:
        assert overlapping_count(texts[key], words) == 1, (key, words)


def test_every_citation_is_well_formed(brief: str) -> None:
    assert 25 <= len(CITATION.findall(brief)) <= 40
    assert len(CITATION.findall(brief)) == brief.count("[@")
    assert not any("\n" in words for _key, words in PART.findall(brief))


def test_the_notes_rest_on_all_four_languages(
    brief: str, records: dict[str, dict[str, str]], rows: dict[str, dict[str, str]]
) -> None:
    cited = {key for key, _words in PART.findall(brief)}
    spoken = {records[key]["language"] if key in records else rows[key]["lang"] for key in cited}
    assert spoken == {"zh", "ja", "ko", "en"}


def test_every_sentence_of_fact_carries_a_citation(prose: str) -> None:
    sentences = [sentence for sentence in re.split(r"(?<=[.?!])\s+(?!※)", prose.strip()) if sentence.strip()]
    assert len(sentences) >= 25
    assert [sentence for sentence in sentences if "※" not in sentence] == []


def test_the_first_page_says_what_the_notices_are(brief: str, texts: dict[str, str]) -> None:
    first = " ".join(brief.split("## Three rounds", maxsplit=1)[0].split())
    assert "were written for this example, from the public record, to exercise the program" in first
    assert "They are not the articles" in first
    assert "names the paper, statement or book that reported the fact" in first
    assert "fifty-four" in first
    assert len(texts) == 54


def test_no_notice_carries_a_disclaimer(texts: dict[str, str]) -> None:
    for key, text in texts.items():
        assert not re.search(r"Dragoman|example|示例|例文|예시", text), key


def test_the_brief_claims_no_more_than_the_cases_carry(brief: str) -> None:
    assert not re.search(r"\bp\s*[=<]|significan|\bp values?\b", brief)
    assert "two of three cases" in brief
    assert "do not show a causal link" in " ".join(brief.split())


def test_every_block_is_closed_and_known(brief: str) -> None:
    fences = re.findall(r"^```(.*)$", brief, flags=re.MULTILINE)
    assert fences[0::2] == ["{chronology}", "{events}", "{finding}"]
    assert set(fences[1::2]) == {""}
    colons = re.findall(r"^:::(.*)$", brief, flags=re.MULTILINE)
    assert set(colons[0::2]) == {" own"}
    assert set(colons[1::2]) == {""}
