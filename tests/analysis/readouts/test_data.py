"""Every row of the room's data is read, says its source, and is found in a text that holds it."""

import re

import pytest

from dragoman.analysis.readouts.rows import DATA, cues, find_moods, find_terms, read_data, side_words

LANGUAGES = ("en", "zh", "ja", "ko")
PLAIN = re.compile(r"[^\\()|\[\]?*+]+")


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_file_says_where_its_rows_come_from(path):
    assert "\n# source:" in path.read_text("utf-8")
    assert read_data(path.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_mood_is_found_as_its_own(language):
    for name, row in read_data("moods.yaml")["shades"].items():
        for form in row.get(language, []):
            assert name in {one.row for one in find_moods(f"talks {form} talks", language)}, form


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_term_is_found_as_its_own_choice(language):
    for matter, choices in read_data("terms.yaml").items():
        for choice, forms in choices.items():
            for form in forms.get(language, []):
                if PLAIN.fullmatch(form):
                    found = find_terms(f" {form} ", language)
                    assert (matter, choice) in {(one.row, one.choice) for one in found}, form


def test_the_peninsula_is_not_the_state():
    assert not find_terms("朝鲜半岛局势", "zh")
    assert [one.choice for one in find_terms("朝鲜方面", "zh")] == ["dprk"]


def test_no_form_stands_for_two_choices_of_one_matter():
    for matter, choices in read_data("terms.yaml").items():
        for language in LANGUAGES:
            forms = [form for row in choices.values() for form in row.get(language, [])]
            assert len(forms) == len(set(forms)), (matter, language)


def test_every_language_has_its_words():
    for language in LANGUAGES:
        assert {cue.kind for cue in cues(language)} == {"at_request", "invited"}
        assert side_words("both", language).pattern != "(?!)"
