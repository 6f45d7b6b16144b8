"""The measure on passages: what counts as right, as spurious, and how a malformed line is named."""

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.languages.evaluation import evaluate_passages


def time(text: str, first: str | None, last: str | None, kind: str = "month-day") -> dict[str, Any]:
    return {"text": text, "occurrence": 1, "from": first, "to": last, "kind": kind}


def passage(name: str, text: str, *times: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "lang": "en", "published": "2018-03-28", "text": text, "times": list(times)}


def write(folder: Path, *passages: object) -> Path:
    lines = (one if isinstance(one, str) else json.dumps(one) for one in passages)
    (folder / "en.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


def test_both_ends_must_agree_and_halves_and_kinds_are_counted(tmp_path: Path) -> None:
    right = passage("en-001", "They met on 5 March.", time("5 March", "2018-03-05", "2018-03-05"))
    wrong = passage("en-002", "They met on 6 March.", time("6 March", "2018-03-06", None, "open"))
    figures = evaluate_passages(write(tmp_path, right, wrong))
    assert figures["total"] == {"cases": 2, "right": 1, "share": 0.5, "spurious": 0}
    english = figures["languages"]["en"]
    assert english["halves"] == {
        "odd": {"cases": 1, "right": 1, "share": 1.0},
        "even": {"cases": 1, "right": 0, "share": 0.0},
    }
    assert english["kinds"]["open"]["right"] == 0


def test_what_cannot_be_resolved_is_right_without_days_or_unread_and_extra_answers_are_counted(tmp_path: Path) -> None:
    marked = passage("en-1", "It was 30 February 2018.", time("30 February 2018", None, None, "unresolved"))
    unread = passage("en-2", "It was then.", time("then", None, None, "unresolved"))
    given = passage("en-3", "It was 3 March 2018.", time("3 March 2018", None, None, "unresolved"))
    extra = passage("en-4", "It was 3 March 2018.")
    figures = evaluate_passages(write(tmp_path, marked, unread, given, extra))
    assert figures["total"] == {"cases": 3, "right": 2, "share": 0.6667, "spurious": 1}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "en.jsonl, line 1: not JSON"),
        ("[]", "line 1: not an object"),
        ('{"id":"a","lang":"fr","text":"","times":[]}', "the language is 'fr'"),
        ('{"id":"a","lang":"en","text":"x","times":3}', "'times' must be a list"),
        ('{"id":"a","lang":"en","text":"x","times":[{"text":"y"}]}', "needs text"),
    ],
)
def test_a_malformed_passage_is_named(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        evaluate_passages(write(tmp_path, line))


def test_a_folder_without_passages_says_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="name the folder that holds the passages"):
        evaluate_passages(tmp_path)


def test_the_frozen_passages_are_read_as_well_as_before() -> None:
    folder = Path(__file__).parents[2] / "evaluation" / "passages"
    if not folder.is_dir():
        pytest.skip("the passages are not here")
    languages = evaluate_passages(folder)["languages"]
    assert {lang for lang, figures in languages.items() if figures["share"] >= 0.93} == {"en", "zh", "ja", "ko"}
