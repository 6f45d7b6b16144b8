"""The scorer's arithmetic, on readings made by hand whose figures were worked out by hand."""

import importlib.util
import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.extraction import evaluation
from dragoman.extraction.evaluation import evaluate_events, figures, half_of, read_items
from dragoman.extraction.gold import Coding, Row, Side, of_item, of_readings
from dragoman.model import Mention, Report

TEXT = "Xi met Kim in Dalian on 7 May. Wang said that all was well. Lo Bu, who presided, signed the pact."


def event(kind: str, actors: list[Any], recipients: list[Any], day: str | None, **others: Any) -> dict[str, Any]:
    """An event of the gold, done at no place unless told otherwise."""
    row = {"type": kind, "actors": actors, "recipients": recipients, "from": day, "to": day, "place": None}
    return {**row, "status": "done", "attributed_to": None, "trigger": "met", **others}


def report(kind: str, actors: tuple[str, ...], recipients: tuple[str, ...], day: date | None, **others: Any) -> Report:
    """A report as the extractor makes them."""
    row: dict[str, Any] = {"start": 0, "end": 6, "text": "Xi met", "type": kind, "plover": "", "quad": 1}
    row |= {"actors": actors, "recipients": recipients, "first": day, "last": day, "precision": "day"}
    row |= {"basis": "stated", "place": None, "status": "done", "attributed_to": None}
    return Report(**{**row, "frame": f"{kind}.en[0]", "trigger": (3, 6), **others})


def item(**lists: Any) -> dict[str, Any]:
    """An item of the gold with this module's text."""
    return {"id": "en-001", "lang": "en", "published": "2018-05-09", "text": TEXT, "events": [], **lists}


def score(gold: dict[str, Any], readings: list[object]) -> dict[str, Any]:
    """The figures of one item against readings."""
    return figures([(of_item(gold), of_readings(readings))])


@dataclass(frozen=True)
class Statement:
    """As in the model."""

    speaker: str | None
    said: tuple[int, int]


@dataclass(frozen=True)
class Attendance:
    """As in the model, with the party's field under another name."""

    person: str | None
    role: str


@dataclass(frozen=True)
class Signature:
    """As in the model."""

    party: str | None
    action: str


@dataclass(frozen=True)
class Appointment:
    """As in the model."""

    person: str | None
    action: str


MAY_7, MAY_8 = date(2018, 5, 7), date(2018, 5, 8)


def test_an_event_is_right_where_type_parties_days_and_status_agree() -> None:
    gold = item(
        events=[
            event("meet", ["xi-jinping", "kim-jong-un"], [], "2018-05-07", place="dalian"),
            event("tariff", ["USA"], ["CHN"], "2018-05-08", status="announced"),
        ]
    )
    readings = [
        report("visit", ("kim-jong-un",), ("CHN",), MAY_7),
        report("meet", ("kim-jong-un",), ("xi-jinping",), MAY_7),
        report("tariff", ("USA",), ("CHN",), MAY_8, status="in force"),
    ]
    found = score(gold, readings)["events"]
    assert {k: found[k] for k in ("gold", "read", "right", "precision", "recall", "f1")} == {
        "gold": 2,
        "read": 3,
        "right": 1,
        "precision": 0.3333,
        "recall": 0.5,
        "f1": 0.4,
    }
    assert found["type_and_parties"]["f1"] == 0.8  # 2 right of 2 and of 3: 4 / 5
    assert found["agreeing"] == {"days": 1.0, "status": 0.5, "place": 0.5}


def test_who_acts_and_who_suffers_matters_but_in_mutual_types() -> None:
    gold = item(events=[event("tariff", ["USA"], ["CHN"], None)])
    assert score(gold, [report("tariff", ("CHN",), ("USA",), None)])["events"]["type_and_parties"]["right"] == 0
    gold = item(events=[event("call", ["USA", "CHN"], [], None)])
    assert score(gold, [report("call", ("CHN",), ("USA",), None)])["events"]["right"] == 1


def test_the_date_of_publication_is_no_date() -> None:
    gold = item(events=[event("visit", ["kim-jong-un"], ["CHN"], None)])
    fallback = report("visit", ("kim-jong-un",), ("CHN",), date(2018, 5, 9), basis="date of publication")
    stated = report("visit", ("kim-jong-un",), ("CHN",), date(2018, 5, 9))
    assert score(gold, [fallback])["events"]["right"] == 1
    assert score(gold, [stated])["events"]["right"] == 0


def test_a_report_told_twice_counts_once_and_pairs_are_one_to_one() -> None:
    gold = item(events=[event("visit", ["kim-jong-un"], ["CHN"], "2018-05-07")])
    again = report("visit", ("kim-jong-un",), ("CHN",), MAY_7, start=10, trigger=(12, 15))
    later = report("visit", ("kim-jong-un",), ("CHN",), MAY_8)
    found = score(gold, [later, report("visit", ("kim-jong-un",), ("CHN",), MAY_7), again])["events"]
    assert (found["read"], found["right"], found["type_and_parties"]["right"]) == (2, 1, 1)
    assert found["agreeing"]["days"] == 1.0  # the pair that agrees wholly is taken first


def test_a_mutual_deed_told_from_either_side_is_one() -> None:
    gold = item(events=[event("meet", ["xi-jinping", "kim-jong-un"], [], None)])
    told = [
        report("meet", ("xi-jinping",), ("kim-jong-un",), None),
        report("meet", ("kim-jong-un",), ("xi-jinping",), None),
    ]
    assert score(gold, list(told))["events"]["read"] == 1


def test_a_party_without_id_agrees_with_anyone_or_no_one() -> None:
    gold = item(events=[event("accuse", [{"id": None, "words": "Lo Bu"}], ["CHN"], None)])
    for actors, right in (((), 1), (("PHL",), 1), (("PHL", "USA"), 0)):
        assert score(gold, [report("accuse", actors, ("CHN",), None)])["events"]["right"] == right
    assert not Side(frozenset({"CHN"})).agrees(Side(frozenset({"CHN", "USA"})))


@pytest.mark.parametrize(
    ("speaker", "said", "right"),
    [
        ("wang-yi", (41, 58), 0),  # "that all was well": 12 of 17
        ("wang-yi", (46, 58), 1),
        ("wang-yi", (46, 56), 1),  # 10 of 12
        ("wang-yi", (46, 55), 0),  # 9 of 12
        (None, (46, 58), 1),
        ("xi-jinping", (46, 58), 0),
    ],
)
def test_a_statement_needs_its_speaker_and_four_fifths_of_its_words(
    speaker: str | None, said: tuple[int, int], right: int
) -> None:
    row = {"speaker": "wang-yi", "addressees": [], "said": "all was well", "form": "reported", "reported_by": None}
    gold = item(statements=[row])
    assert TEXT[46:58] == "all was well"
    found = score(gold, [Statement(speaker, said)])["statements"]
    assert (found["gold"], found["read"], found["right"]) == (1, 1, right)


def test_attendance_signatures_and_appointments_need_party_and_word() -> None:
    nobody = {"id": None, "words": "Lo Bu"}
    gold = item(
        attendance=[
            {"party": "wang-yi", "role": "attended", "order": 1, "occasion": "met"},
            {"party": nobody, "role": "presided", "order": 2, "occasion": "met"},
        ],
        signatures=[{"party": nobody, "act": "signed", "document": "pact"}],
        appointments=[{"person": "wang-yi", "post": "pact", "of": None, "action": "appointed"}],
    )
    readings = [
        Attendance("wang-yi", "accompanied"),
        Attendance("xi-jinping", "presided"),  # fits the entry without an id: neither right nor wrong
        Attendance("xi-jinping", "spoke"),
        Signature("CHN", "ratified"),  # an event in the code book, no signature
        Appointment("wang-yi", "removed"),
    ]
    found = score(gold, readings)
    assert [found["attendance"][k] for k in ("gold", "read", "right")] == [1, 2, 1]
    assert found["signatures"]["f1"] is None
    assert [found["appointments"][k] for k in ("gold", "read", "right", "f1")] == [1, 1, 0, 0.0]


def test_a_name_needs_its_place_and_its_id() -> None:
    names = [("Xi", "xi-jinping"), ("Kim", "kim-jong-un"), ("Dalian", "dalian"), ("Lo Bu", None)]
    gold = item(names=[{"text": text, "occurrence": 1, "id": one, "type": "person"} for text, one in names])
    readings = [
        Mention(0, 2, "Xi", "xi-jinping", "person"),
        Mention(7, 10, "Kim", "kim-jong-il", "person"),
        Mention(14, 20, "Dalian", "dalian", "place"),
        Mention(60, 65, "Lo Bu", "somebody-new", "person"),
    ]
    found = score(gold, readings)["names"]
    assert [found[k] for k in ("gold", "read", "right", "f1")] == [3, 3, 2, 0.6667]


def test_items_without_anything_count_what_was_read_there() -> None:
    found = score(item(), [report("visit", ("kim-jong-un",), ("CHN",), None)])
    assert (found["events"]["gold"], found["events"]["precision"], found["events"]["recall"]) == (0, 0.0, None)


def test_halves_and_languages_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for lang, number in (("en", 1), ("en", 2), ("ko", 3)):
        row = {**item(events=[event("call", ["USA", "CHN"], [], None)]), "id": f"{lang}-{number}", "lang": lang}
        with (tmp_path / f"{lang}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
    right = of_readings([report("call", ("USA",), ("CHN",), None)])
    monkeypatch.setattr(evaluation, "read", lambda one: right if one["id"] == "en-1" else Coding())
    found = evaluate_events(tmp_path)
    assert {half: set(found[half]) for half in ("all", "even", "odd")} == {
        "all": {"all", "en", "ko"},
        "even": {"all", "en"},
        "odd": {"all", "en", "ko"},
    }
    assert [found[half]["all"]["events"]["recall"] for half in ("all", "even", "odd")] == [0.3333, 0.0, 0.5]
    assert [half_of(name) for name in ("zh-009", "zh-010")] == ["odd", "even"]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "en-1"}', json.dumps(item(lang="fr"))])
def test_a_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "en.jsonl"
    path.write_text(json.dumps(item()) + "\n" + line + "\n", "utf-8")
    with pytest.raises(ValueError, match=r"en\.jsonl, line 2: "):
        list(read_items(path))


def test_words_that_do_not_stand_in_the_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "en.jsonl"
    path.write_text(json.dumps(item(events=[event("meet", ["CHN"], [], None, trigger="absent")])), "utf-8")
    with pytest.raises(ValueError, match="absent"):
        list(read_items(path))
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match=r"no \.jsonl file"):
        list(read_items(tmp_path / "empty"))


def test_the_command_prints_one_object(tmp_path: Path) -> None:
    path = tmp_path / "en.jsonl"
    path.write_text(json.dumps({**item(), "text": "Nothing happened."}), "utf-8")
    command = [sys.executable, "-m", "dragoman", "eval", "events", "--data", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["all"]["en"]["events"]["read"] == 0


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """scripts/agreement.py as a module."""
    path = Path(__file__).resolve().parents[2] / "scripts" / "agreement.py"
    spec = importlib.util.spec_from_file_location("agreement", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_two_coders_agree_as_far_as_worked_out_by_hand(script: ModuleType) -> None:
    one = [
        item(events=[event("meet", ["CHN", "PRK"], [], None), event("sign", ["CHN"], [], None, trigger="signed")]),
        {**item(events=[event("warn", ["CHN"], ["USA"], None)]), "id": "en-002"},
        {**item(), "id": "en-003"},
    ]
    other = [
        item(events=[event("meet", ["PRK"], ["CHN"], None), event("conclude", ["CHN"], [], None, trigger="signed")]),
        {**item(), "id": "en-002"},
        {**item(), "id": "en-003"},
    ]
    found = script.agreement(one, other)
    assert set(found) == {"all", "en"}
    assert found["all"]["events"]["f1"] == 0.4  # one right of three and of two
    assert found["all"]["type_at_the_same_words"] == {"pairs": 2, "equal": 0.5, "kappa": 0.3333}  # (.5 - .25) / .75
    assert found["all"]["any_event"]["kappa"] == 0.4  # seen 2/3, chance 2/3 * 1/3 + 1/3 * 2/3 = 4/9: (2/9) / (5/9)


def test_codings_of_other_items_are_refused(script: ModuleType) -> None:
    for twin in ({**item(), "id": "en-009"}, {**item(), "text": TEXT + " "}):
        with pytest.raises(ValueError, match=str(twin["id"])):
            script.agreement([item()], [twin])
    assert script.agreement([item(), {**item(), "id": "en-002"}], [item()])["all"]["items"] == 1


def test_a_coder_who_never_differs_has_no_kappa(script: ModuleType) -> None:
    assert script.kappa([("meet", "meet")] * 3) is None
    assert script.kappa([]) is None


def test_an_entry_without_id_is_kept_as_such() -> None:
    assert of_item(item(names=[{"text": "Kim", "occurrence": 1, "id": None}])).names == (Row(None, "", (7, 10)),)
