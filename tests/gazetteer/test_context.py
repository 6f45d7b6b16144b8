"""Rules of context: a name counts only where its text bears it out."""

from pathlib import Path

import pytest

from dragoman import gazetteer
from dragoman.gazetteer import Gazetteer
from dragoman.gazetteer.context import Rule, Scene


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path: Path = tmp_path_factory.mktemp("rules") / "mine.yaml"
    path.write_text(
        "- {id: rivers, type: person, state: GBR, names: {en: [Alan Rivers, Rivers]}, source: convention,\n"
        "   when: [{names: [Rivers], mentions: [rivers]}]}\n"
        "- {id: eu-mission, type: organ, state: BEL, names: {en: [Mission]}, source: convention,\n"
        "   when: [{names: [Mission], near: [envoy], unless_near: [church]}]}\n"
        "- {id: un-mission, type: organ, state: USA, names: {en: [Mission]}, source: convention,\n"
        "   when: [{names: [Mission], document: [New York], unless_document: [San Francisco]}]}\n",
        encoding="utf-8",
    )
    return gazetteer.load(path)


def found(mine: Gazetteer, text: str) -> list[tuple[int, str]]:
    ids = {"rivers", "eu-mission", "un-mission"}
    return [(m.start, m.entity) for m in mine.find(text, "en") if m.entity in ids]


def test_a_short_name_counts_once_the_full_name_stands_somewhere(mine: Gazetteer) -> None:
    assert found(mine, "Rivers flow.") == []
    assert found(mine, "Rivers spoke. Alan Rivers left.") == [(0, "rivers"), (14, "rivers")]


def test_near_means_the_same_sentence(mine: Gazetteer) -> None:
    assert found(mine, "The envoy led the Mission.") == [(18, "eu-mission")]
    assert found(mine, "The envoy left. The Mission stayed.") == []
    assert found(mine, "The envoy of the church led the Mission.") == []


def test_the_first_rule_that_holds_decides_whose_name_it_is(mine: Gazetteer) -> None:
    assert found(mine, "The Mission in New York.") == [(4, "un-mission")]
    assert found(mine, "An envoy of the Mission in New York.") == [(16, "eu-mission")]
    assert found(mine, "The Mission in San Francisco, not New York.") == []


def test_a_sentence_ends_at_its_stop_and_is_looked_at_two_hundred_characters_wide() -> None:
    scene = Scene("甲。乙丙丁！戊", list)
    assert scene.sentence(3, 4) == ("乙", "丁")
    wide = "x" * 300 + "N" + "y" * 300
    before, after = Scene(wide, list).sentence(300, 301)
    assert (len(before), len(after)) == (200, 200)


def test_a_word_must_not_be_read_across_the_name() -> None:
    assert not Rule(("N",), near=("ab",)).holds(Scene("aNb", list), 1, 2)
