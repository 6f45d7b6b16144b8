"""Coding of a sentence with a given source and target, on sentences coded by hand."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extraction import FrameError, code, load_frames, where
from dragoman.extraction.actors import kinds_of
from dragoman.extraction.coding import QUADS, ROOTS
from dragoman.extraction.operators import load_operators
from dragoman.extraction.plover import evaluate_plv, f1

FILE = yaml.safe_load((Path(__file__).parent / "coded_en.yaml").read_text(encoding="utf-8"))
MISSED = FILE.pop("missed")
CODED = [(root, *row) for root, rows in FILE.items() for row in rows]
EXTRACTION = Path(__file__).parents[2] / "src" / "dragoman" / "extraction"


@pytest.mark.parametrize(("root", "sentence", "source", "target"), CODED, ids=[row[1][:50] for row in CODED])
def test_a_sentence_is_coded_as_by_hand(root: str, sentence: str, source: str, target: str) -> None:
    coded = code(sentence, source, target)
    assert (coded.root, coded.quad) == (root, QUADS[root]), coded.frame


def test_every_root_is_tried_often_and_few_sentences_are_missed() -> None:
    right, missed = Counter(row[0] for row in CODED), sum(map(len, MISSED.values()))
    assert set(right) == set(QUADS)
    assert min(right.values()) >= 12
    assert missed / (missed + len(CODED)) < 0.05


@pytest.mark.parametrize(
    ("words", "root"),
    [
        ("visited", "CONSULT"),
        ("will visit", "AGREE"),
        ("refused to visit", "REJECT"),
        ("will not visit", "REJECT"),
        ("bombed", "ASSAULT"),
        ("threatened to bomb", "THREATEN"),
        ("will bomb", "THREATEN"),
        ("denied bombing", "REJECT"),
        ("stopped bombing", "YIELD"),
        ("agreed to stop bombing", "AGREE"),
        ("refused to stop bombing", "REJECT"),
        ("called for an end to the bombing of", "REQUEST"),
        ("sent aid to", "AID"),
        ("suspended aid to", "SANCTION"),
        ("threatened to suspend aid to", "THREATEN"),
        ("promised aid to", "AGREE"),
        ("imposed sanctions on", "SANCTION"),
        ("lifted sanctions on", "YIELD"),
        ("refused to lift sanctions on", "REJECT"),
        ("agreed to lift sanctions on", "AGREE"),
        ("was accused of bombing by the envoy of", "ACCUSE"),
    ],
)
def test_an_operator_changes_what_its_act_is(words: str, root: str) -> None:
    assert code(f"Freedonia {words} Sylvania.", "Freedonia", "Sylvania").root == root


def test_the_source_is_the_one_named_so_where_the_words_are_passive() -> None:
    assert (
        code("Sylvania was invaded by Freedonia after it closed a school.", "Freedonia", "Sylvania").root == "ASSAULT"
    )
    text = "Freedonia, which sued Osterlich in May, praised Sylvania."
    assert code(text, "Freedonia", "Sylvania").root == "SUPPORT"
    assert code(text, "Freedonia", "Osterlich").root == "ACCUSE"


@pytest.mark.parametrize(
    ("source", "target", "root"),
    [("The miners", "the company", "PROTEST"), ("The army", "the company", "ASSAULT")],
)
def test_the_kind_of_actor_tells_a_strike_from_a_strike(source: str, target: str, root: str) -> None:
    assert code(f"{source} struck {target} on Monday.", source, target).root == root


def test_kinds_are_told_from_the_words_of_a_name() -> None:
    assert "armed" in kinds_of("Shining Path guerrillas")
    assert "people" in kinds_of("Ten Syrian refugees")
    assert kinds_of("Paraguay") == {"authority"}
    assert kinds_of("巴拉圭", "zh") == {"authority"}


@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    [
        ("", "", ""),
        ("Nothing here.", "", "Peru"),
        ("Peru met Chile.", "Spain", "Italy"),
        ("Peru met Chile.", "Peru", "Peru"),
        ("Peru met Chile.", "Peru met Chile.", "Chile"),
        ("\ud800 met \udfff", "\ud800", "\udfff"),
        ("met " * 40_000, "met", "met"),
        ("(" * 5_000, "(", ")"),
    ],
)
def test_odd_input_is_answered_all_the_same(sentence: str, source: str, target: str) -> None:
    coded = code(sentence, source, target)
    assert coded.quad == QUADS[coded.root]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.text(max_size=5), st.text(max_size=5), st.sampled_from(("en", "zh", "ja", "ko")))
def test_any_text_is_answered(sentence: str, source: str, target: str, lang: str) -> None:
    assert code(sentence, source, target, lang).root in QUADS


def test_where_nothing_fits_the_answer_says_that_it_is_a_default() -> None:
    assert code("The moon is round.", "The moon", "round").frame is None


@pytest.mark.parametrize(
    ("lang", "sentence", "source", "target"),
    [
        ("zh", "中国外长2018年5月访问了朝鲜。", "中国外长", "朝鲜"),
        ("ja", "韓国の大統領が北朝鮮を訪問した。", "韓国の大統領", "北朝鮮"),
        ("ko", "시진핑 주석은 북한을 방문했다.", "시진핑 주석", "북한"),
    ],
)
def test_other_languages_are_coded_by_their_frames(lang: str, sentence: str, source: str, target: str) -> None:
    assert code(sentence, source, target, lang).root == "CONSULT"


def test_the_nearest_act_counts_where_words_are_not_parted() -> None:
    text = "中国同日本签署协议，几天以后越南外长访问了韩国。"
    assert code(text, "中国", "日本", "zh").root == "SUPPORT"
    assert code(text, "越南外长", "韩国", "zh").root == "CONSULT"


def test_an_answer_leads_to_each_line_of_data_behind_it() -> None:
    coded = code("Freedonia agreed to lift sanctions on Sylvania.", "Freedonia", "Sylvania")
    assert coded.frame
    operator, frame = (part.strip().split(":") for part in where(coded.frame).split(","))
    for (file, line), word in ((operator, "agree*"), (frame, "lift")):
        text = (EXTRACTION.parent / file).read_text("utf-8").splitlines()[int(line) - 1]
        assert word in text


@pytest.mark.parametrize("name", ["visit", "visit.zh[999]", "nobody.en[0]", "visit.xx[0]", "../x.en[0]"])
def test_a_name_that_leads_nowhere_is_refused(name: str) -> None:
    with pytest.raises(FrameError, match="line"):
        where(name)


def test_every_act_has_a_root_and_every_wording_can_be_compiled() -> None:
    plover = {frame.plover for frame in load_frames().values()} - {""}
    assert {ROOTS.get(code, code) for code in plover} == set(QUADS)
    lines = [line for frame in load_frames().values() for line in frame.patterns["en"]]
    lines += [line for operator in load_operators("en").values() for line in operator.patterns]
    assert all(line.stem.search("") is None for line in lines)


def test_a_set_is_measured_by_halves(tmp_path: Path) -> None:
    rows = [
        ("1", "Peru met Chile.", "Peru", "Chile", "CONSULT", "1"),
        ("2", "Peru met Chile.", "Peru", "Chile", "AID", "2"),
        ("x3", "Peru bombed Chile.", "Peru", "Chile", "ASSAULT", "4"),
    ]
    path = tmp_path / "set.tsv"
    path.write_text(
        "\n".join("\t".join(row) for row in [("id", "sentence", "source", "target", "root", "quad"), *rows])
    )
    figures = evaluate_plv(path)
    assert [figures[half]["n"] for half in ("all", "even", "odd")] == [3, 1, 2]
    assert [figures[half]["root_accuracy"] for half in ("all", "even", "odd")] == [0.667, 0.0, 1.0]
    assert figures["odd"]["quad_macro_f1"] == 1.0
    assert set(evaluate_plv(path, "even")) == {"data", "even"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id\tsentence\n", "line 1: no column source"),
        ("id\tsentence\tsource\ttarget\troot\tquad\n1\tx\ty\tz\tPOEM\t1\n", "line 2"),
        ("id\tsentence\tsource\ttarget\troot\tquad\nx\tx\ty\tz\tAID\t2\n", "line 2: the id"),
        ("id\tsentence\tsource\ttarget\troot\tquad\n1\tx\n", "line 2"),
    ],
)
def test_a_set_that_cannot_be_read_is_named_by_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "set.tsv"
    path.write_text(text)
    with pytest.raises(ValueError, match=message):
        evaluate_plv(path)


def test_f1_is_reckoned_over_the_labels_of_the_gold() -> None:
    assert f1([("a", "a"), ("a", "b"), ("b", "c")]) == {"a": pytest.approx(2 / 3), "b": 0.0}
