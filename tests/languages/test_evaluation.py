"""The measure itself, and the gates on the gold sets where those lie beside the repository."""

import json
from pathlib import Path

import pytest

from dragoman.languages.evaluation import evaluate_dates, evaluate_quantities

CASE = {"set": "own", "lang": "en", "text": "on May 7", "reference": "2018-05-09", "span": "May 7"}


def write(path: Path, *cases: object) -> Path:
    path.write_text("\n".join(case if isinstance(case, str) else json.dumps(case) for case in cases), "utf-8")
    return path


def test_a_phrase_is_right_where_its_interval_is_accepted(tmp_path: Path) -> None:
    right = {**CASE, "accept": [["2017-05-07", "2017-05-07"], ["2018-05-07", "2018-05-07"]]}
    wrong = {**CASE, "accept": [["2018-05-08", "2018-05-08"]]}
    figures = evaluate_dates(write(tmp_path / "d.jsonl", right, wrong))
    assert figures["total"] == {"cases": 2, "right": 1, "share": 0.5}
    assert figures["languages"]["en"]["sets"] == {"own": {"cases": 2, "right": 1, "share": 0.5}}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: not JSON"),
        ("[]", "line 2: not an object"),
        ('{"set":"a","lang":"fr","text":""}', "line 2: the language is 'fr'"),
        (
            '{"set":"a","lang":"en","text":"x","span":"x","reference":"soon","accept":[]}',
            "line 2: the field 'reference'",
        ),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        evaluate_dates(write(tmp_path / "d.jsonl", {**CASE, "accept": []}, line))


def test_a_malformed_quantity_is_named(tmp_path: Path) -> None:
    case = {"set": "own", "lang": "en", "text": "5 %", "kind": "percent", "results": [{"span": "5 %", "value": "many"}]}
    with pytest.raises(ValueError, match="line 1: the value 'many' is no number"):
        evaluate_quantities(write(tmp_path / "q.jsonl", case))


def test_the_gates_hold_on_the_gold_sets(shared: Path) -> None:
    dates = evaluate_dates(shared / "gold" / "dates.jsonl")["languages"]
    below = {lang for lang, figures in dates.items() if figures["share"] < 0.85}
    assert below <= {"en", "ja"}  # evaluation/results/README.md says why these two miss it
    amounts = evaluate_quantities(shared / "gold" / "quantities.jsonl")["languages"]
    assert {lang for lang, figures in amounts.items() if figures["share"] >= 0.80} == {"en", "zh", "ja", "ko"}
