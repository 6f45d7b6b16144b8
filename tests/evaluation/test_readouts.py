"""The gold of readouts is well formed and the frozen one; figures keep to the frozen result; scoring by hand."""

import hashlib
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.analysis.readouts.differences import TYPES
from dragoman.analysis.readouts.evaluation import Coding, evaluate_readouts, figures, languages_of, read_pairs

FOLDER = Path(__file__).resolve().parents[2] / "evaluation" / "readouts"
SLACK = 0.005


@pytest.fixture(scope="module")
def items() -> list[dict[str, Any]]:
    """The pairs in the order of the file."""
    return read_pairs(FOLDER / "pairs.jsonl")


@pytest.fixture(scope="module")
def now() -> dict[str, Any]:
    """The figures of this program."""
    return evaluate_readouts(FOLDER)


def test_the_file_is_the_frozen_one() -> None:
    digest, name = (FOLDER / "SHA256SUMS").read_text("utf-8").split()
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest


def test_thirty_pairs_of_four_to_eight_clauses_in_many_languages(items: list[dict[str, Any]]) -> None:
    assert [item["id"] for item in items] == [f"r{number:02d}" for number in range(1, 31)]
    assert all(4 <= len(item[side]["clauses"]) <= 8 for item in items for side in ("left", "right"))
    assert len({languages_of(item) for item in items}) >= 4
    for item in items:
        for side in ("left", "right"):
            date.fromisoformat(item[side]["published"])


def test_each_clause_stands_in_one_link_at_most_and_types_agree(items: list[dict[str, Any]]) -> None:
    for item in items:
        for side in ("left", "right"):
            held = [at for link in item["links"] for at in link[side]]
            assert len(held) == len(set(held)), item["id"]
        for link in item["links"]:
            types = set(link["types"])
            assert types <= set(TYPES)
            assert len(types) == 1 or not types & {"same", "reworded"}, item["id"]


def test_a_clause_is_a_sentence_or_ends_with_a_semicolon(items: list[dict[str, Any]]) -> None:
    ends = {"zh": "[。；]", "ja": "[。；]", "en": r"[.;]", "ko": r"[.;]"}
    for item in items:
        for side in (item["left"], item["right"]):
            for clause in side["clauses"]:
                assert re.search(ends[side["lang"]] + "$", clause), clause
                assert clause == clause.strip()


def test_the_counts_printed_in_the_readme_are_those_of_the_file(items: list[dict[str, Any]]) -> None:
    readme = " ".join((FOLDER / "README.md").read_text("utf-8").split())
    clauses = sum(len(item[side]["clauses"]) for item in items for side in ("left", "right"))
    links = sum(len(item["links"]) for item in items)
    assert f"({clauses} clauses, {links} links)" in readme
    assert Counter(map(languages_of, items))["en-zh"] == 6


def test_no_figure_falls_below_the_frozen_result(now: dict[str, Any]) -> None:
    frozen = json.loads((FOLDER / "result.json").read_text("utf-8"))
    fallen = {
        (mode, half, name, kind): (then[kind]["f1"], now[mode][half][name][kind]["f1"])
        for mode in ("with meaning", "without meaning")
        for half in ("all", "even", "odd")
        for name, then in frozen[mode][half].items()
        if name == "all"
        for kind in ("alignment", "types")
        if now[mode][half][name][kind]["f1"] < then[kind]["f1"] - SLACK
    }
    assert not fallen, "(frozen, now)"


def test_meaning_pays_for_its_weight_on_the_pairs_held_apart(now: dict[str, Any]) -> None:
    with_it, without = (now[mode]["odd"]["all"]["alignment"]["f1"] for mode in ("with meaning", "without meaning"))
    assert with_it > without + 0.1


def test_accounts_of_other_events_seldom_pass_and_true_pairs_do(now: dict[str, Any]) -> None:
    for mode in ("with meaning", "without meaning"):
        assert now[mode]["odd"]["all"]["mismatched"] <= 0.05
        assert now[mode]["odd"]["all"]["one event"] >= 0.9


def test_the_figures_by_hand() -> None:
    # Two clauses a side; gold links (0,0) as number, the rest alone. Read: (0,0) as reworded, and (1,1) as reworded.
    gold = Coding(
        frozenset({(0, 0)}),
        frozenset(
            {("left", 0, "number"), ("right", 0, "number"), ("left", 1, "only-left"), ("right", 1, "only-right")}
        ),
    )
    read = Coding(
        frozenset({(0, 0), (1, 1)}),
        frozenset((side, at, "reworded") for side in ("left", "right") for at in (0, 1)),
    )
    found = figures([(gold, read), (gold, gold)])
    assert found["alignment"] == {"gold": 2, "read": 3, "right": 2, "f1": 0.8}
    assert found["types"] == {"gold": 8, "read": 8, "right": 4, "f1": 0.5, "exact": 0.5}
    assert found["by type"]["number"] == {"gold": 4, "read": 2, "right": 2, "f1": 0.6667}
