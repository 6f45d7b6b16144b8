"""The gold of events is well formed, says only what stands in its texts, and is the frozen one.

So are the two codings that it was settled from, and the agreement of these is the one published.
"""

import hashlib
import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.extraction import load_frames
from dragoman.extraction.gold import find
from dragoman.gazetteer import load

FOLDER = Path(__file__).resolve().parents[2] / "evaluation" / "events"
LANGUAGES = ("en", "zh", "ja", "ko")
FIELDS = {
    "events": {"type", "actors", "recipients", "from", "to", "place", "status", "attributed_to", "trigger"},
    "statements": {"speaker", "addressees", "said", "form", "reported_by"},
    "attendance": {"party", "role", "order", "occasion"},
    "signatures": {"party", "act", "document"},
    "appointments": {"person", "post", "of", "action"},
    "names": {"text", "occurrence", "id", "type"},
}
WORDS = {
    "status": {"done", "planned", "announced", "in force", "denied", "conditional"},
    "form": {"direct", "reported"},
    "role": {"presided", "spoke", "attended", "absent"},
    "act": {"signed", "refused", "planned"},
    "action": {"appointed", "elected", "removed", "resigned"},
}
QUOTED = ("trigger", "said", "occasion", "document", "post", "text")
PARTIES = ("actors", "recipients", "attributed_to", "speaker", "addressees", "reported_by", "party", "person")
FINAL = {"zh": r"[。？]", "ja": r"。", "ko": r"(?<!\d)\.(?=\s|$)", "en": r"[.?]\"?(?=\s+[A-Z]|$)"}

CODERS = ("first", "second")

Item = dict[str, Any]


@pytest.fixture(scope="module")
def items() -> list[Item]:
    """Every item, by language in the order of the files."""
    return read(FOLDER)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """scripts/agreement.py as a module."""
    spec = importlib.util.spec_from_file_location("agreement", FOLDER.parents[1] / "scripts" / "agreement.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(folder: Path) -> list[Item]:
    """The lines of a folder, by language in the order of the files."""
    paths = [folder / f"{language}.jsonl" for language in LANGUAGES]
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def entries(items: list[Item]) -> Iterator[tuple[Item, str, dict[str, Any]]]:
    """Each entry of each list, with its item and the name of the list."""
    for item in items:
        for kind in FIELDS:
            for entry in item[kind]:
                yield item, kind, entry


def parties_of(entry: dict[str, Any]) -> list[Any]:
    """The parties of an entry, wherever it keeps them."""
    found = [entry[field] for field in PARTIES if entry.get(field) is not None]
    return [party for one in found for party in (one if isinstance(one, list) else [one])]


def test_ids_count_up_and_texts_are_unique(items: list[Item]) -> None:
    numbers: Counter[str] = Counter()
    for item in items:
        numbers[item["lang"]] += 1
        assert item["id"] == f"{item['lang']}-{numbers[item['lang']]:03d}"
    assert set(numbers) == set(LANGUAGES)
    assert all(count >= 56 for count in numbers.values())
    assert len({item["text"] for item in items}) == len(items) >= 224


def test_items_and_entries_have_their_fields_and_no_others(items: list[Item]) -> None:
    for item in items:
        assert set(item) == {"id", "lang", "published", "text", *FIELDS}
        date.fromisoformat(item["published"])
    for item, kind, entry in entries(items):
        assert set(entry) == FIELDS[kind], item["id"]
        for field, words in WORDS.items():
            assert entry.get(field) in {*words, None}, (item["id"], entry)


def test_every_text_is_one_to_three_sentences(items: list[Item]) -> None:
    for item in items:
        assert 1 <= len(re.findall(FINAL[item["lang"]], item["text"])) <= 3, item["id"]


def test_words_given_stand_in_the_text(items: list[Item]) -> None:
    for item, kind, entry in entries(items):
        for field in QUOTED:
            if field in entry:
                start, end = find(item["text"], entry[field], entry.get("occurrence", 1))
                assert item["text"][start:end] == entry[field] == entry[field].strip(), (item["id"], kind)


def test_parties_are_rows_of_the_gazetteer_or_words_of_the_text(items: list[Item]) -> None:
    gazetteer = load()
    for item, _, entry in entries(items):
        for party in parties_of(entry):
            if isinstance(party, str):
                assert party in gazetteer, (item["id"], party)
            else:
                assert party == {"id": None, "words": party["words"]}, item["id"]
                assert party["words"] in item["text"], (item["id"], party)


def test_places_posts_and_names_are_rows_of_the_gazetteer(items: list[Item]) -> None:
    gazetteer = load()
    for item, kind, entry in entries(items):
        known = {"events": "place", "appointments": "of", "names": "id"}.get(kind)
        if known and entry[known] is not None:
            row = gazetteer.entity(entry[known])
            assert kind != "events" or row.type in {"place", "state", "territory"}, item["id"]
            assert kind != "names" or row.type == entry["type"], (item["id"], entry)


def test_names_stand_apart_and_in_order(items: list[Item]) -> None:
    for item in items:
        end = 0
        for name in item["names"]:
            start, stop = find(item["text"], name["text"], name["occurrence"])
            assert start >= end, (item["id"], name)
            end = stop


def test_days_run_forward_and_what_is_planned_lies_ahead(items: list[Item]) -> None:
    for item, kind, entry in entries(items):
        if kind != "events":
            continue
        days = [date.fromisoformat(entry[side]) for side in ("from", "to") if entry[side]]
        published = date.fromisoformat(item["published"])
        assert days == sorted(days), item["id"]
        if entry["status"] == "planned":
            assert all(day >= published for day in days[-1:]), item["id"]
        if entry["status"] == "done" and entry["from"]:
            assert days[0] <= published, item["id"]


def test_no_party_is_on_both_sides_but_where_a_state_acts_on_its_own_people(items: list[Item]) -> None:
    both = [
        item["id"]
        for item, kind, entry in entries(items)
        if kind == "events" and {str(p) for p in entry["actors"]} & {str(p) for p in entry["recipients"]}
    ]
    assert both == ["ja-072"]


def test_an_event_has_a_party_and_a_type_with_a_frame(items: list[Item]) -> None:
    types = set(load_frames())
    for item, kind, entry in entries(items):
        if kind == "events":
            assert entry["type"] in types, item["id"]
            assert entry["actors"] or entry["recipients"], item["id"]


def test_every_plover_type_is_told_in_every_language(items: list[Item]) -> None:
    roots = {name: frame.plover for name, frame in load_frames().items()}
    for language in LANGUAGES:
        told = {roots[e["type"]] for item in items if item["lang"] == language for e in item["events"]}
        assert told == set(roots.values()), language


def test_items_without_event_are_a_fifth_to_a_third(items: list[Item]) -> None:
    for language in LANGUAGES:
        rows = [item for item in items if item["lang"] == language]
        assert 1 / 5 < sum(not item["events"] for item in rows) / len(rows) < 1 / 3, language


def test_order_of_attendance_counts_up_for_each_occasion(items: list[Item]) -> None:
    for item in items:
        seen: Counter[str] = Counter()
        for entry in item["attendance"]:
            seen[entry["occasion"]] += 1
            assert entry["order"] == seen[entry["occasion"]], item["id"]


def test_the_counts_printed_in_the_readme_are_those_of_the_files(items: list[Item]) -> None:
    readme = (FOLDER.parent / "README.md").read_text("utf-8")
    for kind in ("items", "without event", *FIELDS):
        row = re.search(rf"^\| \*{kind}\* \|(.+)\|$", readme, re.M)
        assert row, kind
        counts = {language: [i for i in items if i["lang"] == language] for language in LANGUAGES}
        found = {
            language: len(rows)
            if kind == "items"
            else sum(not i["events"] for i in rows)
            if kind == "without event"
            else sum(len(i[kind]) for i in rows)
            for language, rows in counts.items()
        }
        assert [int(cell) for cell in row[1].split("|")] == list(found.values()), kind


def test_rules_added_in_settling_hold_throughout(items: list[Item]) -> None:
    states = {row.id for row in load() if row.type == "state"}
    for item, kind, entry in entries(items):
        for field in ("occasion", "document", "post"):
            assert not re.match(r"(the|an?|his|her|its) ", entry.get(field, "")), (item["id"], entry)
        if kind == "statements":
            assert entry["said"][-1] not in "。.", item["id"]
        if kind == "events":
            assert (entry["type"], entry["status"]) != ("announce", "denied"), item["id"]
            assert entry["type"] != "attend" or not any(
                party in states for party in entry["recipients"] if isinstance(party, str)
            )


@pytest.mark.parametrize("coder", CODERS)
def test_each_coding_is_whole_and_says_what_stands_in_the_texts(items: list[Item], coder: str) -> None:
    texts = {item["id"]: item["text"] for item in items}
    codings = read(FOLDER / coder)
    assert [coding["id"] for coding in codings] == list(texts)
    assert all(set(coding) == {"id", *FIELDS} for coding in codings)
    for coding, kind, entry in entries(codings):
        assert set(entry) == FIELDS[kind], coding["id"]
        for field in QUOTED:
            assert entry.get(field, "") in texts[coding["id"]], (coding["id"], kind)


def test_the_agreement_published_is_that_of_the_two_codings(items: list[Item], script: ModuleType) -> None:
    one, other = (script.with_texts(script.read_codings(FOLDER / coder), items) for coder in CODERS)
    published = json.loads((FOLDER / "agreement.json").read_text("utf-8"))
    assert script.agreement(one, other) == published
    row = re.search(r"^\| F1 of events \|(.+)\|$", (FOLDER.parent / "README.md").read_text("utf-8"), re.M)
    assert row
    figures = [published[name]["events"]["f1"] for name in ("all", *LANGUAGES)]
    assert [cell.strip() for cell in row[1].split("|")] == [f"{figure:.2f}" for figure in figures]


def test_a_coding_without_a_text_is_refused(script: ModuleType) -> None:
    with pytest.raises(ValueError, match="en-999"):
        script.with_texts([{"id": "en-999", "events": []}], [{"id": "en-001", "text": "It rained.", "events": []}])


def test_the_files_are_the_frozen_ones() -> None:
    for line in (FOLDER / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split()
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest, f"{name} differs from the frozen set"
    names = {line.split()[1] for line in (FOLDER / "SHA256SUMS").read_text("utf-8").splitlines()}
    assert names == {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.jsonl")}
