"""Citations are read as they are written, and written as they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.brief.citations import Citation, CitedPart, format_citation, parse_citation
from dragoman.brief.draft import read_draft

KEYS = st.text(st.characters(exclude_characters=';]"#[', exclude_categories=["Z", "Cs", "Cc"]), min_size=1)
PARTS = st.builds(CitedPart, KEYS, st.text(), st.none() | st.integers(0, 999_999_999))


@given(st.lists(PARTS, min_size=1, max_size=4))
def test_what_is_written_is_read_again(parts: list[CitedPart]):
    written = format_citation(Citation(tuple(parts)))
    found = parse_citation(written)
    assert found == (Citation(tuple(parts)), len(written))


@given(st.text(), st.lists(PARTS, min_size=1, max_size=3))
def test_reading_starts_and_ends_at_the_brackets(before: str, parts: list[CitedPart]):
    written = format_citation(Citation(tuple(parts)))
    found = parse_citation(f"{before}{written} and on", len(before))
    assert found is not None
    assert found[1] == len(before) + len(written)


@given(st.text(alphabet='[]@n5"# ;\\a“”會', max_size=30))
def test_no_text_breaks_the_reader(text: str):
    found = parse_citation(f"[@{text}")
    assert found is not None
    assert 0 < found[1] <= len(text) + 2
    read_draft(f"A claim [@{text}")


def test_several_parts_with_an_occurrence_and_an_escaped_quotation_mark():
    (citation,) = read_draft('He spoke [@n5 "再次会谈" #2;\n@n7 "a \\"b\\" \\\\ c"].').citations
    assert citation.parts == (CitedPart("n5", "再次会谈", 2), CitedPart("n7", 'a "b" \\ c'))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[@n5]", "names a source but no words"),
        ("[@n5 #2]", "names a source but no words"),
        ("[@n5 “会谈”]", "curly quotation marks"),
        ('[@n5 "会谈]', "the quote is not closed"),
        ('[@n5 "会谈", "访华"]', "cannot be read"),
    ],
)
def test_a_broken_citation_says_what_is_wrong_with_its_line(text: str, reason: str):
    (problem,) = read_draft(f"One line,\nthen it breaks {text}").problems
    assert reason in problem.reason
    assert problem.line == 2


def test_a_line_is_counted_inside_a_block_and_after_front_matter():
    draft = read_draft('---\ntitle: T\n---\n\nOne.\nTwo [@a "x"].\n\n- Three\n  four [@b "y"].\n')
    assert [(c.parts[0].key, c.line) for c in draft.citations] == [("a", 6), ("b", 9)]


def test_a_citation_in_code_is_code_and_one_that_is_escaped_is_text():
    assert read_draft('`[@n5 "x"]` and \\[@n5 "x"]').citations == ()


def test_backticks_and_stars_in_a_quote_are_the_quote():
    (citation,) = read_draft('It `was` *so* [@n5 "a `b` *c* _d_ <e>"]').citations
    assert citation.parts[0].quote == "a `b` *c* _d_ <e>"
